"""A request belongs to one person, for every combination of sign-ins."""

import base64

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Answer, Gateway
from tests.support.named import named, pair, token
from tests.support.people import KEY
from tests.support.servers import served
from tests.writes.people import TOKEN

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
ALL = """query($k: CourseKey!) {
  viewer { isAuthenticated username name timezone preferences { key } tour { showCoursewareTour }
           certificates { status } verification { status } primaryEnrollment { mode } }
  course(key: $k) { progress { username } }
}"""
PEOPLE = ("alex", "sam", "taylor")
OVER = {"cookie": "sessionid=over"}
BLOCK = "block-v1:OpenedX+DemoX+DemoCourse+type@html+block@5f20f7a53ec761287b7fa3f08e73ffa6"
WRITES = {
    "preference": 'mutation { setPreference(input: {key: "a", value: "b"}) { userErrors { code } } }',
    "tour": "mutation { updateTour(input: {showCoursewareTour: false}) { userErrors { code } } }",
    "removeBookmark": f'mutation {{ removeBookmark(input: {{block: "{BLOCK}"}}) {{ userErrors {{ code }} }} }}',
    "addBookmark": f'mutation {{ addBookmark(input: {{block: "{BLOCK}"}}) {{ userErrors {{ code }} }} }}',
    "completion": (
        f'mutation {{ completeBlocks(input: {{course: "{KEY}", blocks: [{{key: "{BLOCK}", completion: 1}}]}}) '
        "{ userErrors { code } } }"
    ),
    "position": (
        f'mutation {{ recordLastVisited(input: {{course: "{KEY}", block: "{BLOCK}"}}) {{ userErrors {{ code }} }} }}'
    ),
}


def signed(gateway: Gateway, query: str, headers: dict[str, str], **variables: str) -> Answer:
    return gateway.ask(query, variables or None, user="anonymous", headers=headers)


def names_in(paths: list[str]) -> set[str]:
    """Whoever the paths of calls name."""
    return {name for name in PEOPLE for path in paths if f"/{name}" in path}


def csrf(cookies: str) -> dict[str, str]:
    return {"cookie": f"{cookies}; csrftoken={TOKEN}", "x-csrftoken": TOKEN}


# A name and what came instead of one.


def test_a_session_that_is_over_is_a_visitors(gateway: Gateway) -> None:
    answer = signed(gateway, ALL, OVER, k=KEY)
    assert answer.data["viewer"] == dict.fromkeys(answer.data["viewer"], None) | {"isAuthenticated": False}
    assert set(answer.codes) == {"UNAUTHENTICATED"}
    assert ["viewer", "username"] in [error["path"] for error in answer.errors]
    assert not [path for path in answer.paths if "absent" in path or "accounts" in path or "certificates" in path]


@pytest.mark.parametrize("selection", ["name", "timezone", "certificates { status }", "tour { showCoursewareTour }"])
def test_each_field_that_needs_a_name_says_so(gateway: Gateway, selection: str) -> None:
    answer = signed(gateway, f"{{ viewer {{ {selection} }} }}", OVER)
    assert (answer.codes, answer.paths) == (["UNAUTHENTICATED"], ["/api/user/v1/me"])


def test_course_fields_that_need_a_name_say_so(gateway: Gateway) -> None:
    query = f'{{ course(key: "{KEY}") {{ title enrollment {{ lastVisited {{ blockKey }} }} }} }}'
    answer = signed(gateway, query, OVER)
    assert answer.data["course"]["title"]
    assert not [path for path in answer.paths if "/users/" in path]


@pytest.mark.parametrize("name", WRITES)
def test_no_write_is_made_for_a_session_that_is_over(gateway: Gateway, name: str) -> None:
    answer = signed(gateway, WRITES[name], csrf("sessionid=over"))
    assert answer.codes == ["UNAUTHENTICATED"]
    assert not [call for call in answer.calls if call.method != "GET" and "absent" in call.path]


# A hint is not an identity.

EXPIRED = -3600.0
MIXES = {
    "expired token cookie, session": {"cookie": f"{pair('alex', EXPIRED)}; sessionid=demo-sam"},
    "forged token cookie, session": {"cookie": f"{pair('alex', signature='forged')}; sessionid=demo-sam"},
    "user info, session": {
        "cookie": r'edx-user-info="{\"version\": 1\054 \"username\": \"alex\"}"; sessionid=demo-sam'
    },
    "expired token cookie, user info, session": {
        "cookie": f'{pair("alex", EXPIRED)}; edx-user-info={{"username":"alex"}}; sessionid=demo-sam'
    },
    "token, cookies of another": {**named("sam", 3600), "cookie": f"{pair('alex')}; edx-user-info=x"},
    "token in lower case": {"authorization": f"jwt {token('sam')}", "cookie": pair("alex")},
    "bearer, token cookie": {"authorization": "Bearer demo-sam", "cookie": pair("alex")},
    "basic, session": {"authorization": "Basic YWxleDpkZW1v", "cookie": "sessionid=demo-sam"},
    "session twice": {"cookie": "sessionid=demo-alex; sessionid=demo-sam"},
}


@pytest.mark.parametrize("mix", MIXES)
def test_the_caller_is_the_person_of_user_me(gateway: Gateway, mix: str) -> None:
    answer = signed(gateway, ALL, MIXES[mix], k=KEY)
    viewer = answer.data["viewer"]
    assert (viewer["username"], viewer["name"]) == ("sam", "Sam Okafor")
    assert answer.data["course"]["progress"] == {"username": "sam"}
    assert names_in(answer.paths) == {"sam"}
    assert {call.user for call in answer.calls} <= {"sam"}


@pytest.mark.parametrize("mix", [mix for mix in MIXES if "session" in mix])
@pytest.mark.parametrize("name", ["preference", "tour", "removeBookmark", "completion", "position"])
def test_writes_go_to_whom_the_lms_takes_it_for(gateway: Gateway, mix: str, name: str) -> None:
    answer = signed(gateway, WRITES[name], MIXES[mix] | csrf(MIXES[mix]["cookie"]))
    assert names_in(answer.paths) <= {"sam"}
    assert not [call for call in answer.calls if call.method != "GET" and "alex" in call.body]
    assert {call.user for call in answer.calls} <= {"sam"}


def test_an_expired_token_identifies_nobody_even_with_other_credentials(gateway: Gateway) -> None:
    """The LMS refuses it where it takes tokens; where it does not, the session would answer for its owner."""
    headers = named("alex", EXPIRED) | {"cookie": "sessionid=demo-sam"}
    query = ALL.replace("progress {", "bookmarks(first: 5) { edges { node { key } } } progress {")
    answer = signed(gateway, query, headers, k=KEY)
    assert answer.data["viewer"] == dict.fromkeys(answer.data["viewer"], None) | {"isAuthenticated": False}
    assert (answer.data["course"] or {}).get("bookmarks") is None
    assert set(answer.codes) == {"UNAUTHENTICATED"}
    assert names_in(answer.paths) == set()


BOOKMARKS = (
    f'{{ viewer {{ username }} course(key: "{KEY}") {{ bookmarks(first: 9) {{ edges {{ node {{ key }} }} }} }} }}'
)
UNENROLL = f'mutation {{ unenroll(input: {{course: "{KEY}"}}) {{ userErrors {{ code }} }} }}'
TWO = {
    "token of one, session of another": named("alex", 3600) | {"cookie": "sessionid=demo-sam"},
    "token cookies of one, session of another": {"cookie": f"{pair('alex', 3600)}; sessionid=demo-sam"},
}


@pytest.mark.parametrize("two", TWO)
def test_the_session_of_another_person_is_not_mixed_in(gateway: Gateway, two: str) -> None:
    """Bookmarks take no token: the LMS would answer for the session's owner."""
    gateway.ask(WRITES["addBookmark"], user="anonymous", headers=csrf("sessionid=demo-sam")).sound()
    answer = signed(gateway, BOOKMARKS, TWO[two])
    assert answer.data == {"viewer": {"username": "alex"}, "course": {"bookmarks": None}}
    assert answer.codes == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("two", TWO)
@pytest.mark.parametrize("write", [WRITES["addBookmark"], WRITES["removeBookmark"], UNENROLL])
def test_nothing_is_written_for_another_person(gateway: Gateway, two: str, write: str) -> None:
    answer = signed(gateway, write, TWO[two] | csrf(TWO[two]["cookie"]))
    assert answer.codes == ["UNAUTHENTICATED"]
    assert {call.method for call in answer.calls} == {"GET"}


def test_session_with_a_bearer_token_of_another_is_not_mixed_in(gateway: Gateway) -> None:
    headers = {"authorization": "Bearer demo-alex", "cookie": "sessionid=demo-sam"}
    course = f'course(key: "{KEY}") {{ resume {{ block {{ key }} }} }}'
    query = f"{{ viewer {{ username tour {{ showCoursewareTour }} }} {course} }}"
    answer = signed(gateway, query, headers)
    assert answer.data["viewer"] == {"username": "alex", "tour": None}
    assert answer.data["course"]["resume"] is None
    assert set(answer.codes) == {"UNAUTHENTICATED"}


@pytest.mark.parametrize(
    "headers", [named("alex", 3600), {"cookie": pair("alex", 3600)}, {"authorization": "Bearer demo-alex"}]
)
def test_two_sign_ins_of_one_person_open_everything(gateway: Gateway, headers: dict[str, str]) -> None:
    session = "sessionid=demo-alex"
    both = csrf(f"{headers['cookie']}; {session}" if "cookie" in headers else session)
    gateway.ask(WRITES["addBookmark"], user="anonymous", headers=headers | both).sound()
    edges = signed(gateway, BOOKMARKS, headers | both).sound()["course"]["bookmarks"]["edges"]
    assert BLOCK in {edge["node"]["key"] for edge in edges}


def test_a_valid_token_saves_the_call_for_the_username(gateway: Gateway) -> None:
    for headers in (named("alex", 3600), {"cookie": pair("alex", 3600)}):
        answer = signed(gateway, "{ viewer { name } }", headers)
        assert answer.sound() == {"viewer": {"name": "Alex Rivera"}}
        assert answer.paths == ["/api/user/v1/accounts/alex"]


# Ids.


@pytest.mark.parametrize("key", ["taylor", "alex", "", "ME"])
def test_the_id_of_another_viewer_is_refused(gateway: Gateway, key: str) -> None:
    made_up = base64.urlsafe_b64encode(f"Viewer:{key}".encode()).decode().rstrip("=")
    answer = gateway.ask(f'{{ node(id: "{made_up}") {{ id ... on Viewer {{ username }} }} }}')
    assert (answer.data, answer.codes, answer.calls) == ({"node": None}, ["BAD_USER_INPUT"], [])


@pytest.mark.parametrize("name", [None, "", ".", "..", "a/b", "a?b", "x" * 200, 7, True, [], {}])
def test_an_invalid_name_is_not_used_in_a_path(name: object) -> None:
    async def me(request: Request) -> JSONResponse:
        return JSONResponse({"username": name})

    query = {"query": "{ viewer { name timezone certificates { status } } }"}
    routes = [Route("/api/user/v1/me", me)]
    with served(lambda url: Starlette(routes=routes)) as lms, served(lambda url: create_app(settings_for(lms))) as url:
        reply = httpx.post(f"{url}/graphql", json=query, headers={"cookie": "sessionid=x"}).json()
    assert set(reply["data"]["viewer"].values()) == {None}
    assert {error["extensions"]["code"] for error in reply["errors"]} == {"UPSTREAM_INVALID"}
    assert {error["extensions"]["endpoint"] for error in reply["errors"]} == {"user/me"}


def test_a_person_may_be_called_absent() -> None:
    async def me(request: Request) -> JSONResponse:
        return JSONResponse({"username": "absent"})

    async def account(request: Request) -> JSONResponse:
        return JSONResponse({"username": "absent", "name": "Abs Ent"})

    routes = [Route("/api/user/v1/me", me), Route("/api/user/v1/accounts/absent", account)]
    query = {"query": "{ viewer { name } }"}
    with served(lambda url: Starlette(routes=routes)) as lms, served(lambda url: create_app(settings_for(lms))) as url:
        reply = httpx.post(f"{url}/graphql", json=query, headers={"cookie": "sessionid=x"}).json()
    assert reply == {"data": {"viewer": {"name": "Abs Ent"}}}


def test_the_word_of_the_lms_wins_over_a_token() -> None:
    """Where the LMS is asked anyway who it is, nothing goes to the path of the name in the token."""
    asked = []

    async def me(request: Request) -> JSONResponse:
        return JSONResponse({"username": "sam"})

    async def preferences(request: Request) -> JSONResponse:
        asked.append(request.path_params["name"])
        return JSONResponse({"time_zone": "Asia/Tokyo"})

    routes = [Route("/api/user/v1/me", me), Route("/api/user/v1/preferences/{name}", preferences)]
    query = {"query": "{ viewer { isAuthenticated username timezone } }"}
    with served(lambda url: Starlette(routes=routes)) as lms, served(lambda url: create_app(settings_for(lms))) as url:
        for headers in (named("alex", 3600), {"cookie": pair("alex", 3600)}):
            viewer = httpx.post(f"{url}/graphql", json=query, headers=headers).json()["data"]["viewer"]
            assert viewer == {"isAuthenticated": True, "username": "sam", "timezone": "Asia/Tokyo"}
    assert set(asked) == {"sam"}
