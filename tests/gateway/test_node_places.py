"""The cost of finding an object by its id: the calls of the field that leads to it, compiled and not."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.changed import changed
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import DemoLms
from tests.support.people import BOTANY, KEY, PUBLIC, UNKNOWN, sign_in
from tests.support.servers import served

PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
BLOCK = "block-v1:OpenedX+DemoX+DemoCourse+type@{}+block@{}"
CHAPTER = BLOCK.format("chapter", "e26fd7c8b4fd8eafbb9f99a19a1c3701")
HOMEWORK = BLOCK.format("sequential", "bf0622d239515d53966c04b3098f35d8")
SEQUENTIAL = BLOCK.format("sequential", "a9a1dc70c0465d710f6df05c9af42db8")
UNIT = BLOCK.format("vertical", "e935a58b66f8f5b851811fe71dde8c56")
NAVIGATION = f"/api/course_home/v1/navigation/{KEY}"
METADATA = f"/api/course_home/course_metadata/{KEY}"
OPEN = f"/api/courseware/sequence/{SEQUENTIAL}"
BLOCKS = "/api/mobile/v4/course_info/blocks/"
ME = "/api/user/v1/me"
TOPICS = f"/api/discussion/v2/course_topics/{KEY}"
PROGRESS = f"/api/dashboard/v0/programs/{PROGRAM}/progress_details/"
GRADEBOOK = f"/api/grades/v1/gradebook/{KEY}/"


@pytest.fixture(scope="module", params=[True, False], ids=["compiled", "ordinary"])
def either_url(request: pytest.FixtureRequest, lms_url: str) -> Iterator[str]:
    with served(lambda url: create_app(settings_for(lms_url, compile=request.param))) as url:
        yield url


@pytest.fixture
def either(either_url: str, lms: DemoLms) -> Iterator[Gateway]:
    gateway = Gateway(either_url, lms)
    yield gateway
    gateway.close()


PLACES = [
    (("Section", KEY, CHAPTER), "title sequences { title units { title } }", [NAVIGATION]),
    (("Sequence", KEY, SEQUENTIAL), "title complete units { title complete }", [NAVIGATION]),
    (("Sequence", KEY, SEQUENTIAL), "position format units { title bookmarked }", [OPEN]),
    (("Sequence", KEY, SEQUENTIAL), "position complete", [NAVIGATION, OPEN]),
    (("Unit", KEY, UNIT), "title complete completion { completed }", [NAVIGATION]),
    (("Unit", KEY, UNIT), "title bookmarked", [NAVIGATION, OPEN]),
    (("Block", KEY, UNIT), "displayName childKeys completion", [BLOCKS, ME]),
    (("BlockReference", KEY, UNIT), "key type", []),
    (("BlockReference", KEY, UNIT), "displayName", [BLOCKS, ME]),
    (("DiscussionTopic", KEY, "course-general"), "name threadCounts { question }", [TOPICS]),
    (("Discussion", KEY), "provider", [f"/api/discussion/v1/courses/{KEY}"]),
    (("CourseUpdate", KEY, "1"), "date", [f"/api/mobile/v4/course_info/{KEY}/updates"]),
    (("CourseMode", KEY, "verified"), "minPrice", [f"/api/enrollment/v1/course/{KEY}"]),
    (("CourseAccess", KEY), "hasAccess", [METADATA]),
    (("CompletionSummary", KEY), "completeCount", [f"/api/course_home/progress/{KEY}"]),
    (("GradeData", KEY), "isPassing", ["/api/learner_home/init"]),
    (("ProgramProgress", PROGRAM), "courses { completed }", [PROGRESS]),
    (("Tour",), "showCoursewareTour", [ME, "/api/user_tours/v1/alex"]),
]
"""Parts of ids, what is selected, and all calls of an LMS that is asked by a learner."""


@pytest.mark.parametrize(("made", "fields", "paths"), PLACES)
def test_an_object_is_found_by_the_calls_of_its_place(
    either: Gateway, made: tuple[str, ...], fields: str, paths: list[str]
) -> None:
    for scheme in ("session", "JWT"):
        text = global_id(*made) if len(made) > 1 else global_id(made[0], "")
        query = f"query($i: ID!) {{ node(id: $i) {{ __typename id ... on {made[0]} {{ {fields} }} }} }}"
        answer = either.ask(query, {"i": text}, scheme=scheme)
        node = answer.sound()["node"]
        assert (node["__typename"], node["id"]) == (made[0], text)
        assert answer.paths == sorted(paths)


STAFF = [
    (("Section", KEY, CHAPTER, "alex"), "title sequences { title }", ["/api/courses/v2/blocks/"]),
    (("GradebookEntry", KEY, "alex"), "percent sections { label }", [GRADEBOOK]),
    (("GradebookSection", KEY, "alex", HOMEWORK), "label", [GRADEBOOK]),
    (
        ("Progress", KEY, "alex"),
        "username",
        [f"/api/course_home/progress/{KEY}/11/", "/api/user/v1/accounts/alex"],
    ),
]


@pytest.mark.parametrize(("made", "fields", "paths"), STAFF)
def test_an_object_of_another_person_is_found_as_theirs(
    either: Gateway, made: tuple[str, ...], fields: str, paths: list[str]
) -> None:
    query = f"query($i: ID!) {{ node(id: $i) {{ id ... on {made[0]} {{ {fields} }} }} }}"
    given = {"i": global_id(*made)}
    answer = either.ask(query, given, user="taylor")
    assert answer.sound()["node"]["id"] == given["i"]
    assert answer.paths == paths
    for user in ("sam", "anonymous"):
        assert either.ask(query, given, user=user).data["node"] is None


def test_a_visitor_finds_the_units_of_a_public_course(either: Gateway) -> None:
    tree = either.ask(
        "query($k: CourseKey!) { course(key: $k) { outline { sections { id sequences { id key } } } } }",
        {"k": PUBLIC},
        user="anonymous",
    ).sound()["course"]["outline"]["sections"]
    sequence = tree[0]["sequences"][0]
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { sequence(key: $s) { id units { id title } } } }"
    opened = either.ask(query, {"k": PUBLIC, "s": sequence["key"]}, user="anonymous").sound()["course"]["sequence"]
    ids = [tree[0]["id"], sequence["id"], opened["units"][0]["id"]]
    answer = either.ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ids}, user="anonymous")
    assert [node["id"] for node in answer.sound()["nodes"]] == ids


def test_equal_calls_of_several_ids_are_one(either: Gateway) -> None:
    ids = [global_id("Section", KEY, CHAPTER), global_id("Sequence", KEY, SEQUENTIAL), global_id("Unit", KEY, UNIT)]
    answer = either.ask("query($i: [ID!]!) { nodes(ids: $i) { __typename id } }", {"i": ids})
    assert [node["__typename"] for node in answer.sound()["nodes"]] == ["Section", "Sequence", "Unit"]
    assert answer.paths == [NAVIGATION]


def test_a_removed_object_is_null(either: Gateway) -> None:
    ids = [
        global_id("Section", KEY, BLOCK.format("chapter", "gone")),
        global_id("Block", KEY, BLOCK.format("html", "gone")),
        global_id("CourseUpdate", KEY, "99"),
        global_id("CourseTab", UNKNOWN, "dates", ""),
        global_id("LearningPathway", PROGRAM),
        global_id("Bookmark", KEY, UNIT),
        global_id("Certificate", BOTANY),
        global_id("Tour", ""),
    ]
    for user, gone in (("alex", ids[:-1]), ("anonymous", ids[3:])):
        answer = either.ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": gone}, user=user, scheme="session")
        assert answer.data["nodes"] == [None] * len(gone)
        assert set(answer.codes) <= ({"UNAUTHENTICATED"} if user == "anonymous" else set())


def test_a_failure_is_reported_at_the_node(either: Gateway) -> None:
    either.lms.faults({"/api/course_home/v1/navigation": {"status": 503}})
    ids = [global_id("Unit", KEY, UNIT), global_id("CourseMode", KEY, "verified")]
    answer = either.ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ids})
    assert answer.data["nodes"] == [None, {"id": ids[1]}]
    assert (answer.codes, answer.errors[0]["path"]) == (["UPSTREAM_UNAVAILABLE"], ["nodes", 0])


@pytest.mark.parametrize(
    "made",
    [
        ("Section", KEY), ("Section", "x", CHAPTER), ("Section", KEY, "x"), ("Section", BOTANY, CHAPTER),
        ("Section", KEY, CHAPTER, ".."), ("Section", KEY, CHAPTER, "alex", "x"), ("Progress", KEY, "a/b"),
        ("GradebookEntry", KEY, "a?b"), ("GradebookEntry", KEY), ("ProgramProgress", "../x"), ("Tour", "x"),
        ("LearningPathway", "a,b"), ("BlockCount", KEY, CHAPTER, "a,b"), ("CatalogRun", "x"),
        ("CommentConnection", "x"), ("ThreadEdge", "x", "y"), ("PageInfo", "x"),
    ],
)  # fmt: skip
def test_ids_that_cannot_be_meant_are_refused_without_a_call(either: Gateway, made: tuple[str, ...]) -> None:
    answer = either.ask("query($i: ID!) { node(id: $i) { id } }", {"i": global_id(*made)}, user="taylor")
    assert (answer.data, answer.codes, answer.calls) == ({"node": None}, ["BAD_USER_INPUT"], [])


def test_types_that_are_not_found_by_id_are_documented(either: Gateway) -> None:
    answer = either.ask("query($i: ID!) { node(id: $i) { id } }", {"i": global_id("PostEdit", "1", "x", "y")})
    assert "PostEdit cannot be found by its id" in answer.errors[0]["message"]


@pytest.mark.parametrize("compiled", [True, False])
def test_a_broken_row_spoils_no_other(gateway: Gateway, compiled: bool) -> None:
    def spoilt(path: str, body: Any, headers: Any) -> Any:
        if path == METADATA:
            body["tabs"][:0] = [{"tab_id": ["x"], "title": "x", "url": "/x"}]
        return body

    tabs = "query($k: CourseKey!) { course(key: $k) { tabs { id } } }"
    ids = [tab["id"] for tab in gateway.ask(tabs, {"k": KEY}).sound()["course"]["tabs"]]
    query = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
    with changed(gateway.lms, spoilt, compile=compiled) as client:
        body = {"query": query, "variables": {"i": [*ids, global_id("CourseTab", KEY, "x", "y")]}}
        answer = client.post("/graphql", json=body, headers=sign_in("alex")).json()
    assert answer["data"]["nodes"] == [*({"id": one} for one in ids), None]
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_INVALID"]


def test_fields_of_a_found_object_can_be_deferred(either: Gateway) -> None:
    query = """query($i: ID!) { node(id: $i) { id ... on Section { title ...Rest @defer } } }
      fragment Rest on Section { sequences @stream(initialCount: 1) { title units { bookmarked } } }"""
    given = {"i": global_id("Section", KEY, CHAPTER)}
    headers = {**sign_in("alex"), "Accept": "multipart/mixed"}
    body = {"query": query, "variables": given}
    parts = either.http.post("/graphql", json=body, headers=headers).text.split("\r\n\r\n")
    whole = either.ask(query, given).sound()["node"]
    assert json.loads(parts[1].partition("\r\n---")[0])["data"]["node"] == {"id": given["i"], "title": whole["title"]}
    assert len(parts) > 2
    for sequence in whole["sequences"]:
        assert f'"title":"{sequence["title"]}"' in "".join(parts[2:])


def test_a_written_object_is_found_until_it_is_removed(gateway: Gateway) -> None:
    csrf = {"X-CSRFToken": "A" * 32, "Cookie": f"sessionid=demo-alex; csrftoken={'A' * 32}"}
    add = "mutation($b: UsageKey!) { addBookmark(input: {block: $b}) { bookmark { id path { id } } } }"
    made = gateway.ask(add, {"b": UNIT}, headers=csrf, scheme="session").sound()["addBookmark"]["bookmark"]
    ids = [made["id"], *(step["id"] for step in made["path"])]
    query = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
    assert gateway.ask(query, {"i": ids}, scheme="session").sound()["nodes"] == [{"id": one} for one in ids]
    remove = "mutation($b: UsageKey!) { removeBookmark(input: {block: $b}) { deletedBookmarkId } }"
    gone = gateway.ask(remove, {"b": made["id"]}, headers=csrf, scheme="session").sound()["removeBookmark"]
    assert gone == {"deletedBookmarkId": made["id"]}
    assert gateway.ask(query, {"i": ids[:1]}, scheme="session").sound() == {"nodes": [None]}
