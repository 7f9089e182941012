"""A value with several sources is available if one of them succeeds: a failure proves nothing."""

from typing import Any

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Answer, Gateway
from tests.support.named import named, pair
from tests.support.people import KEY, PUBLIC, UNKNOWN
from tests.support.servers import served

FAULTS: tuple[dict[str, Any], ...] = (
    *({"status": status} for status in (401, 403, 404, 429, 500, 502, 503)),
    *({"kind": kind} for kind in ("html", "empty", "truncate", "reset", "badjson", "huge", "redirect_host")),
)
SIGN_INS = {
    "token that names": lambda: named("alex", 3600),
    "token": lambda: {"authorization": "JWT demo-alex"},
    "bearer": lambda: {"authorization": "Bearer demo-alex"},
    "session": lambda: {"cookie": "sessionid=demo-alex"},
    "browser": lambda: {"cookie": f"{pair('alex', 3600)}; sessionid=demo-alex"},
}
OVER = {
    "session": lambda: {"cookie": "sessionid=over"},
    "token": lambda: named("alex", EXPIRED),
    "forged token": lambda: {"authorization": "JWT x.y.z"},
    "token cookies": lambda: {"cookie": pair("alex", EXPIRED)},
    "browser": lambda: {"cookie": f"{pair('alex', EXPIRED)}; sessionid=over"},
    "bearer": lambda: {"authorization": "Bearer demo-alex-expired"},
}
EXPIRED = -86400.0
CATALOG = f"/api/courses/v1/courses/{KEY}"


@pytest.fixture(params=[True, False], ids=["compiled", "ordinary"], scope="module")
def compile_(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def gateway(lms: Any, compile_: bool) -> Any:
    """A gateway that no earlier fault has made careful."""
    with served(lambda url: create_app(settings_for(lms.url, compile=compile_))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()


def ask(gateway: Gateway, selection: str, headers: dict[str, str] | None = None, key: str = KEY) -> Answer:
    query = f'{{ course(key: "{key}") {{ {selection} }} }}'
    return gateway.ask(query, user="alex" if headers is None else "anonymous", headers=headers)


@pytest.mark.parametrize("way", SIGN_INS)
def test_username_is_there_although_the_account_failed(gateway: Gateway, way: str) -> None:
    for fault in FAULTS:
        gateway.lms.faults({"/api/user/v1/accounts": fault})
        for more in ({}, {"isAuthenticated": True}):
            query = f"{{ viewer {{ username name {' '.join(more)} }} }}"
            answer = gateway.ask(query, user="anonymous", headers=SIGN_INS[way]())
            assert answer.data["viewer"] == {"username": "alex", "name": None, **more}, fault
            paths = [error["path"] for error in answer.errors]
            assert paths == ([] if fault == {"status": 404} else [["viewer", "name"]]), fault


def test_viewer_is_there_although_the_course_failed(gateway: Gateway) -> None:
    query = f'{{ viewer {{ username timezone isAuthenticated }} course(key: "{KEY}") {{ tabs {{ id }} title }} }}'
    for fault in FAULTS:
        gateway.lms.faults({"/api/course_home/course_metadata": fault})
        answer = gateway.ask(query, user="alex", scheme="session")
        assert answer.data["viewer"] == {"username": "alex", "timezone": "America/Bogota", "isAuthenticated": True}


PROVED = ("progress { username }", "dates { blocks { title } }", "outline { sections { title } }", "tools { url }")
PLACES = {
    "progress": f"/api/course_home/progress/{KEY}",
    "dates": f"/api/course_home/dates/{KEY}",
    "outline": "/api/course_home/v1/navigation",
    "tools": f"/api/course_home/outline/{KEY}",
    "tabs": "/api/course_home/course_metadata",
}


@pytest.mark.parametrize("selection", [*PROVED, "tabs { id }"])
def test_course_is_shown_although_the_proof_of_its_existence_failed(gateway: Gateway, selection: str) -> None:
    field = selection.partition(" ")[0]
    for fault in FAULTS:
        if fault == {"status": 404} and field == "tabs":
            continue  # whom that endpoint does not know is not there
        gateway.lms.faults({PLACES[field]: fault})
        answer = ask(gateway, f"id key {selection}")
        assert answer.data["course"] is not None, fault
        assert (answer.data["course"]["key"], answer.data["course"][field]) == (KEY, None)
        assert [error["path"] for error in answer.errors] in ([["course", field]], []), fault


@pytest.mark.parametrize("way", OVER)
@pytest.mark.parametrize("selection", PROVED[:2])
def test_course_is_shown_to_whom_is_no_longer_signed_in(gateway: Gateway, way: str, selection: str) -> None:
    field = selection.partition(" ")[0]
    for others in ("id key", "key title", "key number org"):
        answer = ask(gateway, f"{others} {selection}", OVER[way]())
        assert answer.data["course"] is not None
        assert (answer.data["course"]["key"], answer.data["course"][field]) == (KEY, None)
        assert answer.codes == ["UNAUTHENTICATED"]
        assert answer.errors[0]["path"] == ["course", field]


@pytest.mark.parametrize("way", OVER)
def test_public_data_is_shown_after_a_sign_in_has_ended(gateway: Gateway, way: str) -> None:
    answer = ask(gateway, "title modes { slug }", OVER[way]())
    assert answer.sound()["course"]["title"] == "Urban Beekeeping"


def test_no_endpoint_that_writes_replaces_a_failed_call(gateway: Gateway) -> None:
    """The outline starts the clock of a discount, courseware and metadata count the day."""
    for place in PLACES.values():
        gateway.lms.faults({place: {"status": 500}})
        for selection in (*PROVED, "isStaff", "verifiedMode { price }", "celebrations { firstSection }"):
            before = {call.path for call in (ask(gateway, selection, {"authorization": "JWT demo-sam"})).calls}
            gateway.lms.faults({})
            planned = {call.path for call in (ask(gateway, selection, {"authorization": "JWT demo-sam"})).calls}
            assert before - planned <= {CATALOG, "/api/courses/v1/courses/"}
            gateway.lms.faults({place: {"status": 500}})


def test_an_unknown_course_stays_null_after_a_failure(gateway: Gateway) -> None:
    """A failure is no proof the other way round either."""
    for selection in PROVED[:2]:
        gateway.lms.faults({"/api/course_home/": {"status": 500}})
        answer = ask(gateway, f"id key {selection}", key=UNKNOWN)
        assert answer.data == {"course": None}
        assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


@pytest.mark.parametrize("status", [401, 500])
def test_parts_make_up_the_whole(gateway: Gateway, status: int) -> None:
    gateway.lms.faults({PLACES["progress"]: {"status": status}})
    whole = ask(gateway, "key progress { username } title")
    headers = {"accept": "multipart/mixed", "authorization": "JWT demo-alex"}
    query = f'{{ course(key: "{KEY}") {{ key progress {{ username }} ... @defer {{ title }} }} }}'
    reply = gateway.http.post("/graphql", json={"query": query}, headers=headers)
    assert '"course":null' not in reply.text
    assert whole.data["course"]["title"] in reply.text
    assert reply.text.count('"code"') == len(whole.errors) == 1


# Blocks.

V2, MOBILE = "/api/courses/v2/blocks/", "/api/mobile/v4/course_info/blocks/"
BLOCKS = 'title blocks(types: ["course", "chapter", "html"]) { key type childKeys graded completion counts { type } }'


@pytest.mark.parametrize(
    "headers",
    [{}, {"cookie": "sessionid=over"}, {"cookie": pair("alex", EXPIRED)}],
    ids=["nothing", "session", "cookies"],
)
def test_visitors_have_the_blocks_of_a_public_course(gateway: Gateway, headers: dict[str, str]) -> None:
    answer = ask(gateway, BLOCKS, headers, key=PUBLIC)
    rows = answer.sound()["course"]["blocks"]
    body = gateway.lms.rest(V2, course_id=PUBLIC, username="", depth="all").body
    assert {row["key"] for row in rows} == {
        key for key, row in body["blocks"].items() if row["type"] in ("course", "chapter", "html")
    }
    assert len(rows) > 1
    assert {row["completion"] for row in rows} == {None}
    assert V2 in answer.paths
    assert MOBILE not in answer.paths


def test_visitors_do_not_have_those_of_a_private_one(gateway: Gateway) -> None:
    answer = ask(gateway, BLOCKS, {})
    assert answer.sound()["course"] == {"title": "Urban Beekeeping", "blocks": None}


@pytest.mark.parametrize(
    "headers", [named("alex", EXPIRED), {"authorization": "Bearer demo-alex-expired"}], ids=["token", "bearer"]
)
def test_blocks_of_whom_the_lms_refuses(gateway: Gateway, headers: dict[str, str]) -> None:
    answer = ask(gateway, BLOCKS, headers, key=PUBLIC)
    assert answer.data["course"]["blocks"] is None
    assert answer.codes == ["UNAUTHENTICATED"]
    assert MOBILE not in answer.paths


def test_blocks_come_from_the_blocks_api_where_the_mobile_api_fails(gateway: Gateway) -> None:
    sound = ask(gateway, BLOCKS).sound()
    for fault in ({"status": 503}, {"kind": "reset"}, {"kind": "html"}, {"status": 429}):
        gateway.lms.faults({MOBILE: fault})
        assert ask(gateway, BLOCKS).sound() == sound, fault
    gateway.lms.faults({MOBILE: {"status": 503}, V2: {"status": 503}})
    answer = ask(gateway, BLOCKS)
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert answer.errors[0]["extensions"]["endpoint"] == "mobile/blocks"
