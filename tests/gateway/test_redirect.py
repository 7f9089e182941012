"""An LMS that redirects to another host: the redirect is not followed, and no credentials are sent there."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from gateway.app import create_app
from gateway.settings.settings import Mode, Settings
from tests.support.people import sign_in
from tests.support.servers import served

_METHODS = ["GET", "POST", "HEAD", "PUT"]


@pytest.fixture
def visits() -> list[dict[str, str]]:
    """The headers of every request that reached the other host."""
    return []


@pytest.fixture
def elsewhere_url(visits: list[dict[str, str]]) -> Iterator[str]:
    """A host that is not the LMS, and writes down who comes."""

    async def record(request: Request) -> Response:
        visits.append(dict(request.headers))
        return PlainTextResponse("welcome")

    with served(lambda url: Starlette(routes=[Route("/{path:path}", record, methods=_METHODS)])) as url:
        yield url


@pytest.fixture
def sending_away_url(elsewhere_url: str) -> Iterator[str]:
    """An LMS that sends every caller elsewhere, with the status that the path's course run names."""

    async def redirect(request: Request) -> Response:
        status = int(request.url.path.rpartition("+")[2])
        return RedirectResponse(f"{elsewhere_url}/login", status)

    with served(lambda url: Starlette(routes=[Route("/{path:path}", redirect, methods=_METHODS)])) as url:
        yield url


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_redirect_is_not_followed(
    sending_away_url: str, visits: list[dict[str, str]], status: int, scheme: str
) -> None:
    import httpx

    settings = Settings(lms_base_url=sending_away_url, mode=Mode.DEVELOPMENT)  # type: ignore[arg-type]
    with served(lambda _: create_app(settings)) as url:
        query = f'{{ course(key: "course-v1:a+b+{status}") {{ dates {{ userTimezone }} tools {{ url }} }} }}'
        reply = httpx.post(f"{url}/graphql", json={"query": query}, headers=sign_in("alex", scheme))
    assert reply.status_code == 200
    assert reply.json()["errors"][0]["extensions"]["code"] == "UPSTREAM_INVALID"
    assert visits == []
