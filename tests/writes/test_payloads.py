"""Payloads lead to the course, the viewer and the query root in the state after the write."""

import json
from typing import Any

import httpx
import pytest
from graphql import GraphQLObjectType, GraphQLSchema, get_named_type

from tests.support.compare import differences
from tests.support.gateway import Answer, Gateway
from tests.support.people import KEY, PUBLIC
from tests.writes.people import credentials
from tests.writes.test_learner import BLOCK, HTML, UNIT

COURSE = """
    key title welcomeMessageHtml needsIntegritySignature
    enrollment { mode isActive hasOptedOutOfEmail }
    goals { selectedGoal { daysPerWeek subscribedToReminders } }
    bookmarks(first: 10) { totalCount edges { node { key created displayName } } }
    outline { sections { key complete sequences { key complete } } }
    dates { blocks { date title } }
    progress { completion { completeCount incompleteCount } }
    lastVisited { blockKey path }
"""
VIEWER = """
    id username timezone
    preferences { key value }
    tour { courseHomeTourStatus showCoursewareTour }
    enrollments(first: 50) { totalCount edges { node { mode isActive hasOptedOutOfEmail course { key } } } }
    primaryEnrollment { course { key } lastVisited { blockKey } }
"""
OLD = "OrgX/C101/2013_Spring"
OLD_UNIT = "i4x://OrgX/C101/vertical/Unit_1"
SEQUENCE = f"{BLOCK}sequential+block@a9a1dc70c0465d710f6df05c9af42db8"

WRITES: tuple[tuple[str, str, str], ...] = (
    ("enroll", PUBLIC, f'course: "{PUBLIC}"'),
    ("unenroll", KEY, f'course: "{KEY}"'),
    ("setCourseGoal", KEY, f'course: "{KEY}", daysPerWeek: 2, subscribedToReminders: true'),
    ("dismissWelcomeMessage", KEY, f'course: "{KEY}"'),
    ("resetCourseDeadlines", KEY, f'course: "{KEY}"'),
    ("completeBlocks", KEY, f'course: "{KEY}", blocks: [{{key: "{HTML}"}}]'),
    ("addBookmark", KEY, f'block: "{UNIT}"'),
    ("signIntegrityAgreement", KEY, f'course: "{KEY}"'),
    ("recordLastVisited", KEY, f'course: "{KEY}", block: "{UNIT}"'),
    ("setCourseEmails", KEY, f'course: "{KEY}", receive: false'),
    ("updateTour", KEY, 'courseHomeTourStatus: "NO_TOUR", showCoursewareTour: false'),
    ("setPreference", KEY, 'key: "time_zone", value: "Asia/Tokyo"'),
)
"""A write that changes something, the course that it is about or another one, and its input."""


def ask(gateway: Gateway, query: str, **more: Any) -> Answer:
    """Asks as somebody with the LMS's cookies, JWT pair and session: all of its views know them."""
    pair, session = (credentials("alex", scheme)["Cookie"] for scheme in ("cookies", "session"))
    headers = {**credentials("alex", "session"), "Cookie": f"{pair}; {session}"}
    return gateway.ask(query, user="anonymous", headers=headers, **more)


def payload_fields(schema: GraphQLSchema, mutation: str) -> set[str]:
    assert schema.mutation_type is not None
    payload = schema.mutation_type.fields[mutation].type
    assert isinstance(payload, GraphQLObjectType)
    return set(payload.fields)


def test_every_payload_leads_to_the_root(schema: GraphQLSchema) -> None:
    assert schema.mutation_type is not None
    for name, field in schema.mutation_type.fields.items():
        payload = field.type
        assert isinstance(payload, GraphQLObjectType)
        assert str(payload.fields["query"].type) == "Query!", name
        assert str(payload.fields["userErrors"].type) == "[UserError!]!", name
        given = field.args.get("input")
        if given is not None and "course" in get_named_type(given.type).fields:
            assert "course" in payload.fields, name


@pytest.mark.parametrize(("name", "key", "given"), WRITES, ids=[row[0] for row in WRITES])
def test_payload_has_the_state_after_the_write(
    gateway: Gateway, schema: GraphQLSchema, name: str, key: str, given: str
) -> None:
    course = COURSE if key != KEY else f'{COURSE} sequence(key: "{SEQUENCE}") {{ position }}'
    root = f'viewer {{ {VIEWER} }} course(key: "{key}") {{ {course} }}'
    before = ask(gateway, f"{{ {root} }}").sound()
    own = payload_fields(schema, name) & {"course", "viewer"}
    selected = {"course": f"course {{ {course} }}", "viewer": f"viewer {{ {VIEWER} }}"}
    direct = " ".join(selected[field] for field in sorted(own))
    text = f"mutation {{ {name}(input: {{{given}}}) {{ {direct} query {{ {root} }} userErrors {{ message }} }} }}"
    payload = ask(gateway, text).sound()[name]
    assert payload["userErrors"] == []
    after = ask(gateway, f"{{ {root} }}").sound()
    assert differences(payload["query"], after) == []
    for field in own:
        assert differences(payload[field], after[field]) == []
    assert after != before, "the write has to change something that is selected"


def test_removing_a_bookmark_leads_to_its_course(gateway: Gateway) -> None:
    text = """mutation { %s(input: {block: "%s"}) { course { key bookmarks(first: 1) { totalCount } } } }"""
    added = ask(gateway, text % ("addBookmark", UNIT)).sound()["addBookmark"]["course"]
    removed = ask(gateway, text % ("removeBookmark", UNIT)).sound()["removeBookmark"]["course"]
    assert added["key"] == removed["key"] == KEY
    assert removed["bookmarks"]["totalCount"] == added["bookmarks"]["totalCount"] - 1


def test_several_writes_each_have_the_state_after_them(gateway: Gateway) -> None:
    one = 'setPreference(input: {key: "time_zone", value: "%s"}) { viewer { timezone } query { viewer { timezone } } }'
    text = f"mutation {{ a: {one % 'Asia/Tokyo'} b: {one % 'Europe/Rome'} }}"
    data = ask(gateway, text).sound()
    for name, zone in (("a", "Asia/Tokyo"), ("b", "Europe/Rome")):
        assert data[name] == {"viewer": {"timezone": zone}, "query": {"viewer": {"timezone": zone}}}


def test_nothing_is_called_for_fields_that_are_not_selected(gateway: Gateway) -> None:
    text = f'mutation {{ addBookmark(input: {{block: "{UNIT}"}}) {{ query {{ __typename }} userErrors {{ code }} }} }}'
    answer = ask(gateway, text)
    assert answer.sound()["addBookmark"] == {"query": {"__typename": "Query"}, "userErrors": []}
    # Besides the write only whether the pair and the session are one person's.
    assert [call.path for call in answer.calls if call.method == "GET"] == ["/api/user/v1/me"] * 2
    assert [call.method for call in answer.calls if call.method != "GET"] == ["POST"]


def test_refused_write_still_leads_to_the_root(gateway: Gateway) -> None:
    text = f"""mutation {{ setCourseGoal(input: {{course: "{KEY}", daysPerWeek: 9, subscribedToReminders: true}}) {{
        userErrors {{ code }} course {{ title }} viewer {{ username }} query {{ viewer {{ username }} }} }} }}"""
    assert ask(gateway, text).sound()["setCourseGoal"] == {
        "userErrors": [{"code": "INVALID"}],
        "course": None,
        "viewer": None,
        "query": {"viewer": {"username": "alex"}},
    }


def test_failing_read_does_not_hide_that_the_write_was_done(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/user/v1/preferences/alex": {"status": 500}, "/api/courses": {"status": 500}})
    text = f"""mutation {{ addBookmark(input: {{block: "{UNIT}"}}) {{
        bookmark {{ key }} query {{ viewer {{ timezone }} catalog {{ totalCount }} }} userErrors {{ code }} }} }}"""
    answer = ask(gateway, text)
    assert answer.data["addBookmark"] == {
        "bookmark": {"key": UNIT},
        "query": {"viewer": {"timezone": None}, "catalog": None},
        "userErrors": [],
    }
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"] * 2


def test_calls_of_a_payload_are_estimated_before_the_write(gateway: Gateway) -> None:
    keys = json.dumps([f"course-v1:A+{number}+1" for number in range(60)])
    below = f"query {{ courses(keys: {keys}) {{ tabs {{ title }} dates {{ userTimezone }} progress {{ username }} }} }}"
    answer = ask(gateway, f'mutation {{ addBookmark(input: {{block: "{UNIT}"}}) {{ {below} }} }}')
    assert answer.codes == ["QUERY_TOO_COMPLEX"]
    assert answer.calls == []


def test_root_of_a_payload_can_be_deferred(gateway: Gateway) -> None:
    text = """mutation { setPreference(input: {key: "time_zone", value: "Asia/Tokyo"}) {
        userErrors { code } ... @defer { query { viewer { timezone } } } } }"""
    headers = {**credentials("alex", "session"), "Accept": "multipart/mixed"}
    reply = httpx.post(f"{gateway.url}/graphql", json={"query": text}, headers=headers)
    parts = [json.loads(part[part.index("{") :]) for part in reply.text.split("\r\n---")[1:] if "{" in part]
    assert parts[0]["data"]["setPreference"] == {"userErrors": []}
    entries = [entry for part in parts[1:] for entry in part.get("incremental", ())]
    assert entries[0]["data"] == {"query": {"viewer": {"timezone": "Asia/Tokyo"}}}


def test_edges_are_those_of_the_lists_that_the_write_adds_to(gateway: Gateway) -> None:
    edge = "cursor node { key created displayName blockType }"
    text = f"""mutation {{ addBookmark(input: {{block: "{UNIT}"}}) {{
        bookmarkEdge {{ {edge} }} course {{ bookmarks(first: 1) {{ edges {{ {edge} }} }} }} }} }}"""
    added = ask(gateway, text).sound()["addBookmark"]
    assert [added["bookmarkEdge"]] == added["course"]["bookmarks"]["edges"]

    edge = "cursor node { id mode isActive isEmailEnabled assignments { total } course { key title } }"
    text = f"""mutation {{ enroll(input: {{course: "{PUBLIC}"}}) {{
        enrollmentEdge {{ {edge} }} viewer {{ enrollments(first: 1) {{ edges {{ {edge} }} }} }} }} }}"""
    enrolled = ask(gateway, text).sound()["enroll"]
    assert [enrolled["enrollmentEdge"]] == enrolled["viewer"]["enrollments"]["edges"]


def test_refused_write_adds_no_edge(gateway: Gateway) -> None:
    none = "block-v1:No+Such+Run+type@vertical+block@a"
    text = f"""mutation {{
        addBookmark(input: {{block: "{none}"}}) {{ bookmarkEdge {{ cursor }} userErrors {{ code }} }}
        enroll(input: {{course: "course-v1:No+Such+Run"}}) {{ enrollmentEdge {{ cursor }} userErrors {{ code }} }} }}"""
    assert ask(gateway, text).sound() == {
        "addBookmark": {"bookmarkEdge": None, "userErrors": [{"code": "NOT_FOUND"}]},
        "enroll": {"enrollmentEdge": None, "userErrors": [{"code": "NOT_FOUND"}]},
    }


def test_removed_bookmark_is_named_by_its_id(gateway: Gateway) -> None:
    add = f'mutation {{ addBookmark(input: {{block: "{UNIT}"}}) {{ bookmark {{ id }} }} }}'
    added = ask(gateway, add).sound()["addBookmark"]["bookmark"]["id"]
    remove = f"""mutation {{
        removeBookmark(input: {{block: "{UNIT}"}}) {{ deletedBookmarkId removedKey userErrors {{ code }} }} }}"""
    done = {"deletedBookmarkId": added, "removedKey": UNIT, "userErrors": []}
    assert ask(gateway, remove).sound()["removeBookmark"] == done
    refused = {"deletedBookmarkId": None, "removedKey": None, "userErrors": [{"code": "NOT_FOUND"}]}
    assert ask(gateway, remove).sound()["removeBookmark"] == refused


def test_bookmark_of_an_old_course_is_removed_by_its_id_from_its_course(gateway: Gateway) -> None:
    """Keys of blocks in old courses do not say which course they are of; the bookmark's id does."""
    headers = credentials("noor", "session")
    add = f'mutation {{ addBookmark(input: {{block: "{OLD_UNIT}"}}) {{ bookmark {{ id }} }} }}'
    added = gateway.ask(add, user="anonymous", headers=headers).sound()["addBookmark"]["bookmark"]["id"]
    remove = f"""mutation {{ removeBookmark(input: {{block: "{added}"}}) {{
        deletedBookmarkId removedKey course {{ key bookmarks(first: 1) {{ totalCount }} }} }} }}"""
    assert gateway.ask(remove, user="anonymous", headers=headers).sound()["removeBookmark"] == {
        "deletedBookmarkId": added,
        "removedKey": OLD_UNIT,
        "course": {"key": OLD, "bookmarks": {"totalCount": 0}},
    }
