"""Global ids as arguments, and the objects that `node` finds by them."""

import pytest

from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.people import BOTANY, KEY

PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
TOPICS = "query($k: CourseKey!) { course(key: $k) { discussion { topics { id lmsId } } } }"
THREADS = """query($k: CourseKey!, $t: [ID!]) {
  course(key: $k) { discussion { threads(topicIds: $t) { edges { node { id lmsId title } } } } }
}"""


def test_things_of_two_courses_have_different_ids(gateway: Gateway) -> None:
    query = "query($k: [CourseKey!]!) { courses(keys: $k) { tabs { id key } updates { id lmsId } } }"
    one, other = gateway.ask(query, {"k": [KEY, BOTANY]}, user="taylor").sound()["courses"]
    for field, own in (("tabs", "key"), ("updates", "lmsId")):
        assert {row[own] for row in one[field]} & {row[own] for row in other[field]}, "the demo has no such pair"
        assert not {row["id"] for row in one[field]} & {row["id"] for row in other[field]}


def test_a_course_is_named_by_its_id_too(gateway: Gateway) -> None:
    query = "query($k: CourseKey!) { course(key: $k) { id key title } }"
    by_key = gateway.ask(query, {"k": KEY}).sound()
    assert gateway.ask(query, {"k": by_key["course"]["id"]}).sound() == by_key
    literal = '{ course(key: "%s") { id key title } }' % by_key["course"]["id"]  # noqa: UP031
    assert gateway.ask(literal).sound() == by_key


def test_topics_and_threads_are_named_by_both(gateway: Gateway) -> None:
    topics = gateway.ask(TOPICS, {"k": KEY}).sound()["course"]["discussion"]["topics"]
    by_id = gateway.ask(THREADS, {"k": KEY, "t": [topic["id"] for topic in topics[:3]]}).sound()
    assert by_id == gateway.ask(THREADS, {"k": KEY, "t": [topic["lmsId"] for topic in topics[:3]]}).sound()
    thread = by_id["course"]["discussion"]["threads"]["edges"][0]["node"]
    query = "query($i: ID!) { thread(id: $i) { id lmsId title comments { totalCount } } }"
    found = [gateway.ask(query, {"i": thread[name]}).sound()["thread"] for name in ("id", "lmsId")]
    assert found[0] == found[1]
    assert found[0].items() >= thread.items()


def test_a_program_is_named_by_its_id_too(gateway: Gateway) -> None:
    query = "query($u: UUID!) { program(uuid: $u) { id uuid slug } }"
    by_uuid = gateway.ask(query, {"u": PROGRAM}).sound()
    assert gateway.ask(query, {"u": by_uuid["program"]["id"]}).sound() == by_uuid


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("query($i: CourseKey!) { course(key: $i) { title } }", global_id("Enrollment", KEY)),
        ("query($i: CourseKey!) { courses(keys: [$i]) { title } }", global_id("Thread", "1")),
        ("query($i: ID!) { thread(id: $i) { title } }", global_id("Comment", "1")),
        ("query($i: ID!) { thread(id: $i) { title } }", global_id("Course", KEY)),
        ("query($i: UUID!) { program(uuid: $i) { slug } }", global_id("LearningPathway", PROGRAM)),
        ("query($i: UUID!) { viewer { learningPathways(uuids: [$i]) { title } } }", global_id("Program", PROGRAM)),
        ("query($i: [String!]) { creditProviders(ids: $i) { key } }", global_id("Thread", "1")),
        ("mutation($i: UsageKey!) { addBookmark(input: {block: $i}) { bookmark { key } } }", global_id("Course", KEY)),
    ],
)
def test_the_id_of_something_else_is_refused_without_a_call(gateway: Gateway, query: str, given: str) -> None:
    answer = gateway.ask(query, {"i": given}, scheme="session")
    assert set(answer.codes) == {"BAD_USER_INPUT"}
    assert answer.calls == []


def test_a_topic_of_another_course_is_refused(gateway: Gateway) -> None:
    for topic in (global_id("DiscussionTopic", BOTANY, "course-general"), global_id("Thread", "1")):
        answer = gateway.ask(THREADS, {"k": KEY, "t": [topic]})
        assert answer.codes == ["BAD_USER_INPUT"]
        assert not [path for path in answer.paths if "threads" in path]


@pytest.mark.parametrize(
    ("made", "fields"),
    [
        (("Thread", "1"), "... on Thread { title author authorImageUrl comments { totalCount } }"),
        (("CreditProvider", "lakeside-college"), "... on CreditProvider { key displayName url }"),
    ],
)
def test_node_finds_by_the_call_of_the_field(gateway: Gateway, made: tuple[str, str], fields: str) -> None:
    direct = {"Thread": "thread(id: $i)", "CreditProvider": "creditProviders(ids: [$i])"}[made[0]]
    given = {"i": global_id(*made)}
    kind = "ID" if made[0] == "Thread" else "String"
    expected = gateway.ask(f"query($i: {kind}!) {{ found: {direct} {{ __typename id {fields} }} }}", given)
    answer = gateway.ask(f"query($i: ID!) {{ node(id: $i) {{ __typename id {fields} }} }}", given)
    found = expected.sound()["found"]
    assert answer.sound()["node"] == (found[0] if isinstance(found, list) else found)
    assert answer.data["node"]["id"] == given["i"]
    assert sorted(answer.paths) == sorted(expected.paths)


def test_node_of_an_absent_object_is_null(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/discussion/v1/threads/": {"status": 404}})
    ids = [global_id("Thread", "99999"), global_id("CreditProvider", "nobody")]
    assert gateway.ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ids}).sound() == {"nodes": [None, None]}


@pytest.mark.parametrize(
    "made",
    [
        ("Thread", "../../x"), ("Thread", ""), ("Thread", "1", "2"), ("CreditProvider", "a,b"), ("CreditProvider", ""),
        ("Course", KEY, "x"), ("Nothing", "1"), ("offset", "1"), ("page", "1:"), ("PageInfo", "1"), ("Program", "x"),
    ],
)  # fmt: skip
def test_ids_that_name_nothing_are_refused_without_a_call(gateway: Gateway, made: tuple[str, ...]) -> None:
    answer = gateway.ask("query($i: ID!) { node(id: $i) { id } }", {"i": global_id(*made)})
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


BLOCK = "block-v1:OpenedX+DemoX+DemoCourse+type@{}+block@{}"
SEQUENTIAL = BLOCK.format("sequential", "a9a1dc70c0465d710f6df05c9af42db8")
VERTICAL = BLOCK.format("vertical", "e935a58b66f8f5b851811fe71dde8c56")
SEQUENCE = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { sequence(key: $s) { key title } } }"
OUTLINE = "query($k: CourseKey!, $u: String!) { course(key: $k) { outline(asUser: $u) { id title } } }"
PROGRESS = "query($k: CourseKey!, $u: String!) { course(key: $k) { progress(asUser: $u) { id username } } }"
BY_NUMBER = "query($k: CourseKey!, $u: ID!) { course(key: $k) { progress(studentId: $u) { id username } } }"
MODE = """query($k: CourseKey!, $m: String!) {
  course(key: $k) { gradebook(enrollmentMode: $m) { edges { node { username } } } }
}"""


@pytest.mark.parametrize(
    "made",
    [
        ("Block", KEY, SEQUENTIAL),
        ("BlockReference", KEY, SEQUENTIAL),
        ("GradebookSection", KEY, "alex", SEQUENTIAL),
        ("GradedSubsection", KEY, SEQUENTIAL),
        ("Section", KEY, SEQUENTIAL, "alex"),
        ("SubsectionScore", KEY, SEQUENTIAL),
        ("Unit", KEY, VERTICAL),
    ],
)
def test_a_block_is_named_by_the_id_of_every_type_about_it(gateway: Gateway, made: tuple[str, ...]) -> None:
    for scheme in ("session", "JWT"):
        by_key = gateway.ask(SEQUENCE, {"k": KEY, "s": SEQUENTIAL}, scheme=scheme).sound()
        assert gateway.ask(SEQUENCE, {"k": KEY, "s": global_id(*made)}, scheme=scheme).sound() == by_key


def test_where_the_viewer_left_off_names_a_block(gateway: Gateway) -> None:
    resume = "query($k: CourseKey!) { course(key: $k) { resume { section { id key } } } }"
    section = gateway.ask(resume, {"k": KEY}).sound()["course"]["resume"]["section"]
    found = gateway.ask(SEQUENCE, {"k": KEY, "s": section["id"]}).sound()["course"]["sequence"]
    assert found["key"] == section["key"]


@pytest.mark.parametrize("query", [OUTLINE, PROGRESS, BY_NUMBER])
def test_a_learner_is_named_by_a_row_of_the_gradebook(gateway: Gateway, query: str) -> None:
    name = "11" if query is BY_NUMBER else "alex"
    by_name = gateway.ask(query, {"k": KEY, "u": name}, user="taylor").sound()
    by_id = gateway.ask(query, {"k": KEY, "u": global_id("GradebookEntry", KEY, "alex")}, user="taylor")
    assert by_id.sound() == by_name
    for other in (global_id("GradebookEntry", BOTANY, "alex"), global_id("Viewer", "me")):
        refused = gateway.ask(query, {"k": KEY, "u": other}, user="taylor")
        assert refused.codes == ["BAD_USER_INPUT"]
        assert not [path for path in refused.paths if "alex" in path or other in path]


def test_the_plan_for_an_id_has_the_calls_that_are_made(gateway: Gateway) -> None:
    given = {"k": KEY, "u": global_id("GradebookEntry", KEY, "alex")}
    for query in (OUTLINE, PROGRESS, BY_NUMBER):
        answer = gateway.ask(query, given, user="taylor", headers={"X-Lectern-Explain": "1"})
        calls = answer.body["extensions"]["explain"]["calls"]
        assert calls
        assert all(call["step"] is not None for call in calls), calls


def test_a_mode_is_named_by_its_id_too(gateway: Gateway) -> None:
    mode = global_id("CourseMode", KEY, "verified")
    by_slug = gateway.ask(MODE, {"k": KEY, "m": "verified"}, user="taylor").sound()
    assert gateway.ask(MODE, {"k": KEY, "m": mode}, user="taylor").sound() == by_slug
    other = gateway.ask(MODE, {"k": KEY, "m": global_id("CourseMode", BOTANY, "verified")}, user="taylor")
    assert other.codes == ["BAD_USER_INPUT"]
    enroll = """mutation($k: CourseKey!, $m: String) {
      enroll(input: {course: $k, mode: $m}) { enrollment { mode } userErrors { code } } }"""
    given = {"k": KEY, "m": global_id("CourseMode", KEY, "audit")}
    written = gateway.ask(enroll, given, user="jordan").sound()["enroll"]
    assert written == {"enrollment": {"mode": "audit"}, "userErrors": []}


def test_a_preference_is_named_by_its_id_too(gateway: Gateway) -> None:
    query = """mutation($k: String!) { setPreference(input: {key: $k, value: "Asia/Tokyo"}) {
      viewer { timezone preferences { id key } } } }"""
    viewer = gateway.ask(query, {"k": global_id("Preference", "time_zone")}).sound()["setPreference"]["viewer"]
    assert viewer["timezone"] == "Asia/Tokyo"
    assert global_id("Preference", "time_zone") not in {one["key"] for one in viewer["preferences"]}
    assert gateway.ask(query, {"k": global_id("CourseMode", KEY, "audit")}).codes == ["BAD_USER_INPUT"]


def test_a_program_is_named_by_the_id_of_every_type_about_it(gateway: Gateway) -> None:
    query = "query($u: UUID!) { program(uuid: $u) { uuid } }"
    for made in (("PathwayProgram", PROGRAM), ("RelatedProgram", PROGRAM), ("EnrollmentProgram", PROGRAM, "/x", "y")):
        assert gateway.ask(query, {"u": global_id(*made)}).sound() == {"program": {"uuid": PROGRAM}}


def test_learners_of_a_program_are_named_by_the_ids_of_their_rows(gateway: Gateway) -> None:
    rows = (
        "query($u: UUID!) { program(uuid: $u) { enrollments(first: 1) { edges { node { id studentKey status } } } } }"
    )
    row = gateway.ask(rows, {"u": PROGRAM}, user="taylor").sound()["program"]["enrollments"]["edges"][0]["node"]
    write = """mutation($u: UUID!, $s: String!, $t: ProgramEnrollmentStatus!) {
      writeProgramEnrollments(input: {program: $u, mode: UPDATE, enrollments: [{studentKey: $s, status: $t}]}) {
        results { studentKey ok } userErrors { code } } }"""
    given = {"u": PROGRAM, "s": row["id"], "t": row["status"]}
    written = gateway.ask(write, given, user="taylor").sound()["writeProgramEnrollments"]
    assert written == {"results": [{"studentKey": row["studentKey"], "ok": True}], "userErrors": []}
    given["s"] = global_id("Program", PROGRAM)
    refused = gateway.ask(write, given, user="taylor")
    assert (refused.codes, refused.calls) == (["BAD_USER_INPUT"], [])


def test_a_word_of_the_lms_that_looks_like_an_id_is_a_word(gateway: Gateway) -> None:
    word = "QTo"  # what an id of a type `A` would be
    query = 'mutation { setPreference(input: {key: "QTo", value: "x"}) { viewer { preferences { key } } } }'
    preferences = gateway.ask(query).sound()["setPreference"]["viewer"]["preferences"]
    assert word in {one["key"] for one in preferences}
