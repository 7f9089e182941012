"""Courses and blocks with unusual keys: returned keys are accepted as arguments, and reach the LMS unchanged."""

import json
from typing import Any
from urllib.parse import unquote

import pytest

from tests.support.changed import ask, changed
from tests.support.gateway import Answer, Gateway
from tests.support.lms import DemoLms
from tests.support.people import KEY

CYRILLIC = "course-v1:009+ПН1+2024M01"  # noqa: RUF001
CUSTOM = "ccx-v1:OpenedX+DemoX+DemoCourse+ccx@3"
OLD = "OrgX/C101/2013_Spring"
LIBRARY = "library-v1:OpenedX+Shared"
TITLES = {CYRILLIC: "Основы пчеловодства", CUSTOM: "Beekeeping with Noor", OLD: "Bees in 2013"}

PAGE = """query($key: CourseKey!) { course(key: $key) {
  id key title number org aboutUrl homeUrl cardImageUrl
  access { hasAccess } tabs { id url }
  enrollment { id mode created lastVisited { blockKey path unitTitle } course { key title } }
  resume { url block { key type } section { key type } unit { key type } }
  lastVisited { blockKey path unitTitle }
  outline { sections { key title sequences { key title complete units { key title complete } } } }
  dates { blocks { title firstComponentBlockKey } }
  progress { courseGrade { percent } sections { subsections { key title } } }
  blocks { key type displayName childKeys webUrl studentViewUrl }
  updates { id } modes { slug } handoutsHtml
} }"""


KEYLESS = {
    "/api/learner_home/init",
    "/api/user/v1/me",
    "/api/mobile/v4/users/noor/course_enrollments/",
    "/api/enrollment/v1/enrollment",
}


def check(answer: Answer, *keys: str) -> Any:
    """The course of a sound answer; keys reached the LMS unchanged, in one segment of a path or in a query."""
    course = answer.sound()["course"]
    for call in answer.calls:
        assert call.raw_path.isascii()
        if call.path in KEYLESS:
            continue
        segments = [unquote(segment) for segment in call.raw_path.split("/")]
        query = unquote(call.query)
        assert any(key in segments or key in query for key in keys), call.raw_path
    return course


@pytest.mark.parametrize("key", TITLES)
def test_course_is_served_whatever_its_key(gateway: Gateway, key: str) -> None:
    course = check(gateway.ask(PAGE, {"key": key}, user="noor"), key)
    assert (course["key"], course["title"]) == (key, TITLES[key])
    assert course["enrollment"]["course"] == {"key": key, "title": TITLES[key]}
    sections = course["outline"]["sections"]
    sequence = sections[0]["sequences"][0]
    assert course["progress"]["sections"][0]["subsections"][0]["key"] == sequence["key"]
    keys = [block["key"] for block in course["blocks"]]
    assert keys[1:4] == [sections[0]["key"], sequence["key"], sequence["units"][0]["key"]]
    assert course["lastVisited"]["blockKey"] in keys
    assert course["lastVisited"]["path"] == keys[:3]
    assert course["resume"]["block"]["key"] == course["lastVisited"]["blockKey"]
    assert course["resume"]["section"]["type"] == "sequential"
    assert all(block["webUrl"].isascii() for block in course["blocks"])
    assert unquote(course["aboutUrl"]).endswith(f"/courses/{key}/about")


@pytest.mark.parametrize("key", TITLES)
def test_returned_keys_are_accepted_as_arguments(gateway: Gateway, key: str) -> None:
    course = check(gateway.ask(PAGE, {"key": key}, user="noor"), key)
    query = "query($i: ID!, $e: ID!) { node(id: $i) { ... on Course { title } } other: node(id: $e) { id } }"
    again = gateway.ask(query, {"i": course["id"], "e": course["enrollment"]["id"]}, user="noor")
    assert again.sound() == {"node": {"title": TITLES[key]}, "other": {"id": course["enrollment"]["id"]}}
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { sequence(key: $s) { key units { key } } } }"
    sequence = course["outline"]["sections"][0]["sequences"][0]
    for block in (sequence["key"], sequence["units"][0]["key"], course["outline"]["sections"][0]["key"]):
        found = check(gateway.ask(query, {"k": key, "s": block}, user="noor"), key, block, sequence["key"])["sequence"]
        assert found == {"key": sequence["key"], "units": [{"key": unit["key"]} for unit in sequence["units"]]}
    literal = gateway.ask(f"{{ course(key: {json.dumps(key, ensure_ascii=False)}) {{ title }} }}", user="noor")
    assert literal.sound() == {"course": {"title": TITLES[key]}}


@pytest.mark.parametrize("key", TITLES)
def test_writes_take_every_key(gateway: Gateway, key: str) -> None:
    course = check(gateway.ask(PAGE, {"key": key}, user="noor"), key)
    blocks = {block["type"]: block["key"] for block in course["blocks"]}
    query = """mutation($k: CourseKey!, $u: UsageKey!, $p: UsageKey!) {
      addBookmark(input: {block: $u}) { bookmark { key path { key } } course { key } userErrors { message } }
      removeBookmark(input: {block: $u}) { removedKey userErrors { message } }
      recordLastVisited(input: {course: $k, block: $p}) { userErrors { message } course { key } }
      completeBlocks(input: {course: $k, blocks: [{key: $p}]}) { userErrors { message } }
      setCourseGoal(input: {course: $k, daysPerWeek: 3, subscribedToReminders: false}) { userErrors { message } }
    }"""
    variables = {"k": key, "u": blocks["vertical"], "p": blocks["problem"]}
    done = gateway.ask(query, variables, user="noor", scheme="session", headers=csrf()).sound()
    assert done["addBookmark"]["bookmark"]["key"] == blocks["vertical"]
    assert [step["key"] for step in done["addBookmark"]["bookmark"]["path"]] == [
        blocks["chapter"],
        blocks["sequential"],
    ]
    assert done["addBookmark"]["course"] == {"key": key}
    assert done["removeBookmark"]["removedKey"] == blocks["vertical"]
    assert [payload["userErrors"] for payload in done.values()] == [[]] * 5
    assert check(gateway.ask(PAGE, {"key": key}, user="noor"), key)["lastVisited"]["blockKey"] == blocks["problem"]


@pytest.mark.parametrize("key", TITLES)
def test_every_block_can_be_bookmarked_and_let_go(gateway: Gateway, key: str) -> None:
    """Also one with `%` in its id, which is encoded once more in a path."""
    course = check(gateway.ask(PAGE, {"key": key}, user="noor"), key)
    query = """mutation($u: UsageKey!) {
      addBookmark(input: {block: $u}) { bookmark { key } userErrors { message } }
      removeBookmark(input: {block: $u}) { removedKey userErrors { message } }
    }"""
    for block in course["blocks"][1:]:
        answer = gateway.ask(query, {"u": block["key"]}, user="noor", scheme="session", headers=csrf())
        assert answer.sound() == {
            "addBookmark": {"bookmark": {"key": block["key"]}, "userErrors": []},
            "removeBookmark": {"removedKey": block["key"], "userErrors": []},
        }
        removed = answer.calls[-1].raw_path.split("/")
        assert unquote(removed[-2]) == f"noor,{block['key']}"


def csrf() -> dict[str, str]:
    token = "x" * 32
    return {"Cookie": f"sessionid=demo-noor; csrftoken={token}", "X-CSRFToken": token}


def test_one_list_of_courses_with_all_kinds_of_keys(gateway: Gateway) -> None:
    keys = [CYRILLIC, KEY, CUSTOM, LIBRARY, OLD, "lib:OpenedX:Shared"]
    query = "query($k: [CourseKey!]!) { courses(keys: $k) { key title } }"
    answer = gateway.ask(query, {"k": keys}, user="noor")
    shown = [None if key.startswith("lib") else {"key": key} for key in keys]
    assert [course and {"key": course["key"]} for course in answer.sound()["courses"]] == shown
    assert len(answer.calls) == 1
    assert not any("lib" in call.query for call in answer.calls)


@pytest.mark.parametrize("compile_", [True, False])
def test_one_odd_key_spoils_no_other_role(lms: DemoLms, compile_: bool) -> None:
    odd = ("nonsense", "course-v1:a+b", "../../x", "course-v1:a+b+c?x=1", "lib:OpenedX:Shared")

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/roles/"):
            body["roles"] += [{"org": "x", "course_id": key, "role": "staff"} for key in odd]
            body["roles"].append({"org": "x", "course_id": "", "role": "org_course_creator_group"})
        return body

    with changed(lms, change, compile=compile_) as client:
        answer = ask(client, "{ viewer { courseRoles { role course { key title } } } }", user="noor")
        keys = ask(client, "{ viewer { courseRoles { course { key } } } }", user="noor")
    roles = answer["data"]["viewer"]["courseRoles"]
    assert [role["course"] and role["course"]["title"] for role in roles] == [
        TITLES[CYRILLIC], None, TITLES[OLD], TITLES[CUSTOM], *[None] * 6
    ]  # fmt: skip
    unreadable = [["viewer", "courseRoles", place, "course"] for place in range(4, 8)]
    for one in (answer, keys):
        assert [error["path"] for error in one["errors"]] == unreadable
        assert {error["extensions"]["code"] for error in one["errors"]} == {"UPSTREAM_INVALID"}
    named = [role["course"] and role["course"]["key"] for role in keys["data"]["viewer"]["courseRoles"]]
    assert named == [CYRILLIC, LIBRARY, OLD, CUSTOM, *[None] * 4, "lib:OpenedX:Shared", None]


@pytest.mark.parametrize("status", [400, 404, 500])
@pytest.mark.parametrize("compile_", [True, False])
def test_a_key_that_the_lms_does_not_take_spoils_no_other(lms: DemoLms, compile_: bool, status: int) -> None:
    """Whatever the LMS answers to a list with it, the others are requested without it."""

    def refuse(query: str) -> int | None:
        return status if "ccx" in unquote(query) else None

    with changed(lms, lambda path, body, headers: body, refuse=refuse, compile=compile_) as client:
        roles = ask(client, "{ viewer { courseRoles { course { title } } } }", user="noor")["data"]["viewer"]
        query = "query($k: [CourseKey!]!) { courses(keys: $k) { title } }"
        courses = ask(client, query, {"k": [*TITLES, KEY]}, user="noor")["data"]["courses"]
    titles = [role["course"] and role["course"]["title"] for role in roles["courseRoles"]]
    assert titles[:1] + titles[2:3] == [TITLES[CYRILLIC], TITLES[OLD]]
    assert [course and course["title"] for course in courses][::2] == [TITLES[CYRILLIC], TITLES[OLD]]


@pytest.mark.parametrize("key", TITLES)
def test_every_id_is_found_again(gateway: Gateway, key: str) -> None:
    """`node` finds every object of an answer about such a course by its `id`."""
    query = """query($key: CourseKey!) { course(key: $key) { __typename id
      enrollment { __typename id } modes { slug } tabs { id } updates { id } }
      viewer { __typename id } }"""
    answer = gateway.ask(query, {"key": key}, user="noor").sound()
    ids = [answer["course"]["id"], answer["course"]["enrollment"]["id"], answer["viewer"]["id"]]
    found = gateway.ask("query($i: [ID!]!) { nodes(ids: $i) { __typename id } }", {"i": ids}, user="noor").sound()
    assert [node["id"] for node in found["nodes"]] == ids
    assert [node["__typename"] for node in found["nodes"]] == ["Course", "Enrollment", "Viewer"]


@pytest.mark.parametrize("compile_", [True, False])
def test_one_odd_key_spoils_no_other_enrolment_or_certificate(lms: DemoLms, compile_: bool) -> None:
    odd = "nonsense"

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/learner_home/init"):
            body["courses"][1]["courseRun"]["courseId"] = odd
        if "/certificates/v0/certificates/" in path:
            body.append({**body[0], "course_id": odd})
        return body

    query = """{ viewer {
      certificates { status course { key title pacing } }
      enrollments(first: 5) { edges { node { mode course { key title pacing } } } }
    } }"""
    with changed(lms, change, compile=compile_) as client:
        answer = ask(client, query)
    viewer = answer["data"]["viewer"]
    rows = [edge["node"] for edge in viewer["enrollments"]["edges"]]
    assert [row["course"] is None for row in rows] == [False, True, False, False, False]
    assert all(row["mode"] for row in rows)
    assert all(row["course"]["pacing"] for row in rows if row["course"])
    assert [row["course"] is None for row in viewer["certificates"]] == [False, True]
    paths = sorted([error["path"] for error in answer["errors"]], key=str)
    assert paths == [
        ["viewer", "certificates", 1, "course"],
        ["viewer", "enrollments", "edges", 1, "node", "course"],
    ]
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"UPSTREAM_INVALID"}
