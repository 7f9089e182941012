"""The HTTP client of the LMS's micro-frontends, `getAuthenticatedHttpClient()`, in a browser against the gateway."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.support.people import PUBLIC

from .installation import Installation, behind_proxy, two_origins
from .mfe import Mfe, opened

LAYOUTS: dict[str, Callable[[str], AbstractContextManager[Installation]]] = {
    "two-origins": two_origins,
    "behind-a-proxy": partial(behind_proxy, same_host=False),
    "behind-a-proxy-with-the-page": partial(behind_proxy, same_host=True),
}
"""Where the gateway and the page are: each on an origin of its own, or on the LMS's host."""
PAYLOAD, SIGNATURE = "edx-jwt-cookie-header-payload", "edx-jwt-cookie-signature"
TOKEN_PATH = "/csrf/api/v1/token"
WHO = "{ viewer { username isAuthenticated } }"
ENROLL = (
    "mutation($key: CourseKey!) { enroll(input: { course: $key }) { enrollment { isActive } userErrors { code } } }"
)
ENROLLED = {"enroll": {"enrollment": {"isActive": True}, "userErrors": []}}


@pytest.fixture(scope="module", params=list(LAYOUTS))
def _installation(request: pytest.FixtureRequest, script: str) -> Iterator[Installation]:
    with LAYOUTS[request.param](script) as installation:
        yield installation


@pytest.fixture
def installation(_installation: Installation) -> Installation:
    """Where everything is, with the LMS in its first state."""
    _installation.demo.reset()
    return _installation


@pytest.fixture
def mfe(chromium: Browser, installation: Installation) -> Iterator[Mfe]:
    """The page in a fresh profile, with nobody signed in."""
    with opened(chromium, installation) as page:
        yield page


def expired(payload: str) -> str:
    """The same token, an hour after its end."""
    head, claims = payload.split(".")
    decoded = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    decoded["exp"] -= 7200
    return f"{head}.{base64.urlsafe_b64encode(json.dumps(decoded).encode()).decode().rstrip('=')}"


def test_a_query(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    assert mfe.data(WHO) == {"viewer": {"username": "alex", "isAuthenticated": True}}
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(mfe.installation.endpoint))
    assert mfe.asked("GET", TOKEN_PATH) == [origin + TOKEN_PATH]
    assert mfe.data(WHO)["viewer"]["username"] == "alex"
    assert mfe.asked("GET", TOKEN_PATH) == [], "the client keeps the token"
    assert mfe.asked("POST", "/login_refresh") == []


def test_a_mutation(mfe: Mfe) -> None:
    mfe.sign_in("jordan")
    mfe.installation.demo.forget()
    assert mfe.data(ENROLL, key=PUBLIC) == ENROLLED
    (write,) = [
        call for call in mfe.installation.demo.calls() if call.method == "POST" and call.path != "/login_refresh"
    ]
    assert len(write.headers["x-csrftoken"]) == 64
    listed = mfe.installation.demo.rest("/api/enrollment/v1/enrollment", "jordan").body
    assert PUBLIC in [row["course_details"]["course_id"] for row in listed]


def test_the_csrf_cookie_is_the_lmss_for_the_host_that_is_asked(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.data(WHO)
    cookie = mfe.cookie("csrftoken")
    assert cookie is not None
    assert cookie["domain"] == urlsplit(mfe.installation.endpoint).hostname
    assert (cookie["path"], cookie["sameSite"], cookie["httpOnly"], cookie["secure"]) == ("/", "Lax", False, False)


def test_a_write_without_the_pair_is_refused(mfe: Mfe) -> None:
    mfe.sign_in("jordan")
    mfe.data(WHO)
    mfe.context.clear_cookies(name="csrftoken")
    answer = mfe.ask(ENROLL, key=PUBLIC)
    assert answer["status"] == 200
    (error,) = answer["body"]["errors"]
    assert error["extensions"]["code"] in {"FORBIDDEN", "UNAUTHENTICATED"}
    assert "CSRF" in error["message"]


@pytest.mark.parametrize("operation", ["query", "mutation"])
def test_an_expired_token_is_renewed_first(mfe: Mfe, operation: str) -> None:
    mfe.sign_in("jordan")
    old = mfe.cookie(PAYLOAD)
    assert old is not None
    mfe.replace_cookie(PAYLOAD, expired(old["value"]))
    if operation == "query":
        assert mfe.data(WHO)["viewer"]["username"] == "jordan"
    else:
        assert mfe.data(ENROLL, key=PUBLIC) == ENROLLED
    assert mfe.asked("POST", "/login_refresh") == [f"{mfe.installation.lms}/login_refresh"]
    new = mfe.cookie(PAYLOAD)
    assert new is not None
    assert new["value"] != expired(old["value"])
    sent = mfe.installation.demo.calls()[-1].headers["cookie"]
    assert f"{PAYLOAD}={new['value']}" in sent, "the LMS was asked with the new token"


def test_a_token_that_the_browser_has_dropped_is_renewed_first(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    for name in (PAYLOAD, SIGNATURE):
        mfe.context.clear_cookies(name=name)
    assert mfe.data(WHO)["viewer"]["username"] == "alex"
    assert len(mfe.asked("POST", "/login_refresh")) == 1
    assert mfe.data(WHO)["viewer"]["username"] == "alex"
    assert mfe.asked("POST", "/login_refresh") == []


def test_an_ended_session_is_a_visitor(mfe: Mfe) -> None:
    """As with the LMS: the client goes on without a token. What needs a sign-in says so, with status 200."""
    mfe.sign_in("alex")
    mfe.context.clear_cookies()
    answer = mfe.ask(
        '{ viewer { username isAuthenticated } course(key: "'
        + PUBLIC
        + '") { title progress { courseGrade { percent } } } }'
    )
    assert len(mfe.asked("POST", "/login_refresh")) == 1
    assert answer["status"] == 200
    assert answer["body"]["data"]["viewer"] == {"username": None, "isAuthenticated": False}
    assert answer["body"]["data"]["course"]["title"]
    assert [error["extensions"]["code"] for error in answer["body"]["errors"]] == ["UNAUTHENTICATED"]


def test_a_token_that_the_lms_refuses_can_be_renewed_by_force(mfe: Mfe) -> None:
    """The browser cannot see that it is no good: the page renews it after an `UNAUTHENTICATED`."""
    mfe.sign_in("alex")
    mfe.replace_cookie(SIGNATURE, "forged")
    assert mfe.page.evaluate("() => window.mfe.user()") == "alex"
    assert mfe.asked("POST", "/login_refresh") == []
    assert mfe.page.evaluate("() => window.mfe.user(true)") == "alex"
    cookie = mfe.cookie(SIGNATURE)
    assert cookie is not None
    assert cookie["value"] != "forged"
    assert mfe.data(WHO)["viewer"]["username"] == "alex"


def test_a_page_of_a_foreign_origin_gets_nothing(mfe: Mfe, chromium: Browser, script: str) -> None:
    """A page that is not listed can neither read a token nor ask, even on a host that shares the cookies."""
    mfe.sign_in("alex")
    with two_origins(script) as other:
        page = mfe.context.new_page()
        page.goto(other.page)
        page.evaluate("lms => window.mfe.start(lms)", other.lms)
        given = [mfe.installation.endpoint, WHO, {}]
        answer = page.evaluate("([url, query, given]) => window.mfe.ask(url, query, given)", given)
    assert answer["status"] is None
    assert "body" not in answer
