"""nginx and Caddy as the examples set them up, started for real, with the gateway and the demo LMS behind them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.deploy.proxies import LEARNER, PROXIES, check_compression, check_parts, current_caddy, learner, nginx
from tests.gateway.process import Served, serve
from tests.support.lms import DemoLms
from tests.support.people import KEY, sign_in
from tests.support.ports import free_port

TITLE = {"query": "query($key: CourseKey!) { course(key: $key) { title } }", "variables": {"key": KEY}}


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    """The gateway as the example of the unit sets it up: it trusts what is on its own machine."""
    with serve(lms_url, GATEWAY_TRUSTED_PROXIES="127.0.0.1", GATEWAY_COMPRESSION_MIN_BYTES="200") as gateway:
        yield gateway


@pytest.fixture(scope="module", params=PROXIES)
def proxy(
    request: pytest.FixtureRequest, served: Served, lms_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the proxy."""
    with PROXIES[request.param](tmp_path_factory.mktemp(request.param), [served.url], lms_url) as url:
        yield url


@pytest.fixture
def browser(proxy: str, lms: DemoLms) -> Iterator[httpx.Client]:
    """A client at the learner's address."""
    with learner(proxy) as client:
        yield client


def test_cookies_of_the_lms_arrive_and_its_pages_stay(browser: httpx.Client, lms: DemoLms) -> None:
    cookies = sign_in("alex", "session")
    answer = browser.post("/graphql", json={"query": "{ viewer { username } }"}, headers=cookies)
    assert answer.json() == {"data": {"viewer": {"username": "alex"}}}
    page = browser.get("/api/user/v1/me", headers={**cookies, "accept": "application/json"})
    assert page.json()["username"] == "alex"


def test_only_graphql_is_reachable(browser: httpx.Client, served: Served) -> None:
    assert httpx.get(f"{served.url}/metrics").status_code == 200
    for path in ("/metrics", "/readyz", "/graphql/", "/graphql/metrics", "/healthz"):
        assert "lectern" not in browser.get(path).text


def test_the_lms_sees_the_learner_and_nobody_made_up(browser: httpx.Client, lms: DemoLms) -> None:
    answer = browser.post("/graphql", json=TITLE, headers={**sign_in("alex"), "x-forwarded-for": "6.6.6.6"})
    (call,) = lms.calls()
    assert call.headers["x-forwarded-for"] == LEARNER
    assert call.headers["x-request-id"] == answer.headers["x-request-id"]


def test_deferred_parts_come_one_by_one(browser: httpx.Client, lms: DemoLms) -> None:
    check_parts(browser, lms)


def test_answers_are_compressed_once(browser: httpx.Client) -> None:
    check_compression(browser)


def test_connections_to_the_gateway_are_used_again(browser: httpx.Client, served: Served) -> None:
    before = connections_to(served.port)
    for _ in range(40):
        assert browser.post("/graphql", json=TITLE, headers=sign_in("alex")).status_code == 200
    assert len(connections_to(served.port) - before) <= 4


def connections_to(port: int) -> set[str]:
    """The local ends of connections to this port, closed ones of the last minute included."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    return {row[1] for row in rows if row[2].endswith(f":{port:04X}")}


def test_large_bodies_are_refused(browser: httpx.Client, lms: DemoLms) -> None:
    large = {"query": "{ viewer { username } }", "variables": {"x": "y" * 300_000}}
    assert browser.post("/graphql", json=large).status_code == 413


@pytest.mark.parametrize("start", [nginx, current_caddy])
def test_no_post_is_lost_when_a_gateway_is_away(start: Any, served: Served, lms_url: str, tmp_path: Path) -> None:
    """Each is sent to the one that serves. Caddy before 2.11.2 had closed the body by then, and gave 502."""
    away = f"http://127.0.0.1:{free_port()}"
    with start(tmp_path, [away, served.url], lms_url) as url, learner(url) as browser:
        found = [browser.post("/graphql", json=TITLE, headers=sign_in("alex")).status_code for _ in range(16)]
    assert found == [200] * 16
