"""`make run` as the author of a micro-frontend uses it: the page comes from a development server on port 2000."""

from __future__ import annotations

import contextlib
import errno
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser
from starlette.applications import Starlette

from tests.gateway.process import environment
from tests.support.lms import DemoLms
from tests.support.people import PUBLIC
from tests.support.ports import free_port
from tests.support.servers import served

from .driver import open_page
from .installation import Installation, page_routes
from .mfe import Mfe, opened
from .test_frontend_platform import ENROLL, ENROLLED, WHO

UNIT = "block-v1:OpenedX+DemoX+DemoCourse+type@vertical+block@e935a58b66f8f5b851811fe71dde8c56"
ROOT = Path(__file__).parents[2]
PORT = 2000
"""The learning MFE's."""
_SECONDS = 60.0


@pytest.fixture(scope="module")
def run() -> Iterator[tuple[str, str]]:
    """The servers of `make run`, on free ports: the addresses of the demo LMS and of the gateway."""
    port, lms, luminus = free_port(), free_port(), free_port()
    ports = {"GATEWAY_PORT": port, "GATEWAY_DEMO_LMS_PORT": lms, "GATEWAY_DEMO_LUMINUS_PORT": luminus}
    variables = {name: str(value) for name, value in ports.items()}
    demo = subprocess.Popen([sys.executable, "-m", "gateway", "demo"], env=environment(**variables), cwd=ROOT)
    try:
        _await(f"http://127.0.0.1:{port}/readyz", demo)
        yield f"http://localhost:{lms}", f"http://localhost:{port}"
    finally:
        demo.terminate()
        demo.wait(20)


@pytest.fixture(scope="module", params=[PORT, 0], ids=["port-2000", "any-port"])
def installation(request: pytest.FixtureRequest, script: str, run: tuple[str, str]) -> Iterator[Installation]:
    lms, gateway = run
    _await_free(request.param)
    serving = served(lambda url: Starlette(routes=page_routes("/", script)), port=request.param)
    with serving as page, contextlib.closing(DemoLms(lms)) as demo:
        yield Installation(lms, f"{gateway}/graphql", page.replace("127.0.0.1", "localhost") + "/", demo)


@pytest.fixture
def mfe(chromium: Browser, installation: Installation) -> Iterator[Mfe]:
    installation.demo.reset()
    with opened(chromium, installation) as page:
        yield page


def test_a_page_on_another_port_reads_and_writes(mfe: Mfe) -> None:
    mfe.sign_in("jordan")
    assert mfe.data(WHO) == {"viewer": {"username": "jordan", "isAuthenticated": True}}
    assert mfe.data(ENROLL, key=PUBLIC) == ENROLLED


def test_its_graphiql_has_the_url_for_faults(run: tuple[str, str]) -> None:
    lms, gateway = run
    answer = httpx.get(gateway, follow_redirects=True)
    assert answer.url.path == "/graphiql"
    assert f'"faults": "{lms}/__faults"' in answer.text


def test_its_graphiql_writes_as_a_browser_does(chromium: Browser, run: tuple[str, str]) -> None:
    """A bookmark needs a session, and so the CSRF token."""
    lms, gateway = run
    for graphiql in open_page(chromium, gateway, "light", allowed=lms):
        graphiql.open()
        graphiql.sign_in("sam")
        graphiql.type_query(f'mutation {{ addBookmark(input: {{ block: "{UNIT}" }}) {{ bookmark {{ key }} }} }}')
        graphiql.run()
        assert json.loads(graphiql.response())["data"] == {"addBookmark": {"bookmark": {"key": UNIT}}}
        graphiql.assert_clean()


def test_its_expired_token_is_renewed(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.context.clear_cookies(name="edx-jwt-cookie-header-payload")
    assert mfe.data(WHO)["viewer"]["username"] == "alex"
    assert mfe.asked("POST", "/login_refresh") == [f"{mfe.installation.lms}/login_refresh"]


def test_a_visitor_asks_without_anything(mfe: Mfe) -> None:
    assert mfe.data(WHO) == {"viewer": {"username": None, "isAuthenticated": False}}


def _await_free(port: int) -> None:
    """Waits until nobody else has the port."""
    end = time.monotonic() + _SECONDS
    while True:
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > end:
                raise
            time.sleep(0.5)
        else:
            return


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the demo ended"
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(url).status_code == 200:
                return
        time.sleep(0.05)
    raise AssertionError("the demo did not open its port")
