"""Every pair of sign-ins: a request belongs to the person that `user/v1/me` returns for it, or to nobody."""

from itertools import product
from typing import Any

import httpx
import pytest

from tests.gateway.test_identity import EXPIRED, csrf, names_in
from tests.support.gateway import Gateway
from tests.support.named import named, pair
from tests.support.people import KEY

AUTHORIZATIONS: dict[str, dict[str, str]] = {
    "": {},
    "token": named("alex", 86400),
    "expired token": named("alex", EXPIRED),
    "forged token": {"authorization": "JWT x.y.z"},
    "unnamed token": {"authorization": "JWT demo-alex"},
    "bearer": {"authorization": "Bearer demo-alex"},
    "expired bearer": {"authorization": "Bearer demo-alex-expired"},
    "basic": {"authorization": "Basic YWxleDpkZW1v"},
}
TOKEN_COOKIES = {
    "": "",
    "cookies": pair("alex", 86400),
    "cookies of another": pair("sam", 86400),
    "expired cookies of another": pair("sam", EXPIRED),
    "forged cookies of another": pair("sam", 86400, signature="forged"),
    "half the cookies": pair("sam", 86400).partition(";")[0],
}
SESSIONS = {
    "": "",
    "session": "sessionid=demo-alex",
    "session of another": "sessionid=demo-sam",
    "session that is over": "sessionid=over",
}
BLOCK = "block-v1:OpenedX+DemoX+DemoCourse+type@html+block@5f20f7a53ec761287b7fa3f08e73ffa6"
NAMES = {"alex": "Alex Rivera", "sam": "Sam Okafor", None: None}
QUERY = f"""{{
  viewer {{
    username name timezone tour {{ showCoursewareTour }} primaryEnrollment {{ mode }} certificates {{ grade }}
  }}
  course(key: "{KEY}") {{
    progress {{ username }} bookmarks(first: 50) {{ edges {{ node {{ key }} }} }} resume {{ block {{ key }} }}
  }}
}}"""
ADD = f'mutation {{ addBookmark(input: {{block: "{BLOCK}"}}) {{ userErrors {{ code }} }} }}'
UNENROLL = f'mutation {{ unenroll(input: {{course: "{KEY}"}}) {{ userErrors {{ code }} }} }}'
TOUR = "mutation { updateTour(input: {showCoursewareTour: false}) { userErrors { code } } }"


def headers_of(authorization: str, cookies: str, session: str) -> dict[str, str]:
    sent = "; ".join(filter(None, (TOKEN_COOKIES[cookies], SESSIONS[session])))
    return {**AUTHORIZATIONS[authorization], **(csrf(sent) if sent else {})}


def owner(gateway: Gateway, headers: dict[str, str]) -> str | None:
    """Whom the LMS itself takes these credentials for; the gateway forwards no Basic."""
    kept = {name: value for name, value in headers.items() if not value.startswith("Basic")}
    reply = httpx.get(f"{gateway.lms.url}/api/user/v1/me", headers={"accept": "application/json", **kept})
    return str(reply.json()["username"]) if reply.status_code == 200 else None


def may_be_named(who: str | None, cookies: str) -> set[str | None]:
    """Whom paths may name: forged cookies alone name somebody, and the LMS refuses them."""
    return {who, "sam"} if who is None and cookies.startswith("forged") else {who}


def state(gateway: Gateway, user: str) -> Any:
    """The state of a person that the writes below could change."""
    rest = gateway.lms.rest
    return (
        rest("/api/bookmarks/v1/bookmarks/", user, "session").body["results"],
        rest("/api/enrollment/v1/enrollment", user, "session").body,
        rest(f"/api/user_tours/v1/{user}", user, "session").body,
    )


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("authorization", AUTHORIZATIONS)
def test_one_request_is_one_person(gateway: Gateway, authorization: str, session: str) -> None:
    data = {user: gateway.ask(QUERY, user=user, scheme="session").sound() for user in ("alex", "sam")}
    for cookies in TOKEN_COOKIES:
        headers = headers_of(authorization, cookies, session)
        who = owner(gateway, headers)
        answer = gateway.ask(QUERY, user="anonymous", headers=headers)
        viewer, course = answer.data["viewer"], answer.data["course"] or {}
        assert (viewer["username"], viewer["name"]) == (who, NAMES[who]), cookies
        assert names_in(answer.paths) <= may_be_named(who, cookies), cookies
        for field, value in (*viewer.items(), *course.items()):
            if value is not None:
                assert who is not None, (cookies, field)
                assert value == {**data[who]["viewer"], **data[who]["course"]}[field], (cookies, field)
        if who is not None and not answer.errors:
            assert course["progress"] == {"username": who}


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("authorization", AUTHORIZATIONS)
def test_one_write_is_of_one_person(gateway: Gateway, authorization: str, session: str) -> None:
    # Bookmarks and unenrolling take no JWT, tours take no bearer token.
    writes = (ADD, TOUR) if "bearer" in authorization else (ADD, UNENROLL) if session else (TOUR,)
    for cookies, write in product(TOKEN_COOKIES, writes):
        gateway.lms.reset()
        headers = headers_of(authorization, cookies, session)
        who = owner(gateway, headers)
        before = {user: state(gateway, user) for user in ("alex", "sam")}
        answer = gateway.ask(write, user="anonymous", headers=headers)
        changed = {user for user in before if state(gateway, user) != before[user]}
        assert changed <= {who}, (cookies, write)
        assert names_in(answer.paths) <= may_be_named(who, cookies)
        assert answer.errors or changed == {who}, (cookies, write)
