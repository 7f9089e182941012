"""What caches may keep of an answer."""

import httpx
import pytest

from tests.support.lms import DemoLms

from .ask import get, post
from .conftest import StartGateway

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
PUBLIC = f'{{ course(key: "{KEY}") {{ title start }} }}'
PRIVATE = "private, no-store"


def test_public_answers_can_be_shared(client: httpx.Client) -> None:
    response = get(client, PUBLIC)
    assert response.json()["data"]["course"]["title"]
    assert response.headers["cache-control"] == "public, max-age=60"
    assert {"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie"} <= set(
        response.headers["vary"].split(", ")
    )


def test_public_answers_are_recognised(client: httpx.Client) -> None:
    first = get(client, PUBLIC)
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = get(client, PUBLIC, if_none_match=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == "public, max-age=60"
    assert get(client, PUBLIC, if_none_match='"other"').status_code == 200
    other = get(client, f'{{ course(key: "{KEY}") {{ title }} }}')
    assert other.headers["etag"] != tag


@pytest.mark.parametrize(
    "query",
    [
        "{ __typename }",
        "{ viewer { isAuthenticated } }",
        f'{{ viewer {{ isAuthenticated }} course(key: "{KEY}") {{ title }} }}',
        f'{{ course(key: "{KEY}") {{ title tabs {{ id }} }} }}',
        f'{{ course(key: "{KEY}") {{ title progress {{ username }} }} }}',
        f'{{ course(key: "{KEY}") {{ title isStaff }} }}',
        '{ course(key: "course-v1:No+Such+Run") { tabs { id } } }',
        "{ nonsense }",
    ],
)
def test_everything_else_is_private(client: httpx.Client, query: str) -> None:
    response = get(client, query)
    assert response.headers["cache-control"] == PRIVATE
    assert "etag" not in response.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "JWT demo-alex"},
        {"authorization": "Bearer demo-alex"},
        {"cookie": "sessionid=demo-alex", "apollo_require_preflight": "1"},
        {"x_lectern_explain": "1"},
    ],
)
def test_signed_in_answers_are_private(client: httpx.Client, headers: dict[str, str]) -> None:
    response = get(client, PUBLIC, **headers)
    assert response.json()["data"]["course"]["title"]
    assert response.headers["cache-control"] == PRIVATE


def test_post_is_private(client: httpx.Client) -> None:
    assert post(client, PUBLIC).headers["cache-control"] == PRIVATE


def test_failures_are_private(client: httpx.Client, lms: DemoLms) -> None:
    lms.faults({"/api/": {"status": 503}})
    query = '{ course(key: "course-v1:OpenedX+PubX+2026") { title effort } }'
    response = get(client, query)
    assert response.json()["errors"]
    assert response.headers["cache-control"] == PRIVATE


def test_age_is_configured(start_gateway: StartGateway) -> None:
    assert get(start_gateway(public_max_age=5), PUBLIC).headers["cache-control"] == "public, max-age=5"
    off = get(start_gateway(public_max_age=0), PUBLIC)
    assert off.headers["cache-control"] == PRIVATE
    assert "etag" not in off.headers
