"""The learner's dashboard: every card as learner home sends it, in one call and one compiled projection."""

from typing import Any

import pytest

from resolvers.output.compiling import compile_projection
from resolvers.output.projection import fallbacks
from resolvers.output.row import Row
from resolvers.output.target import Target
from tests.operations.catalogue import text_of
from tests.operations.expected_dashboard import INIT, cards, entitlement_of, node_of, program_of
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.named import named
from tests.support.people import KEY

CATALOG = "/api/courses/v1/courses/"
MOBILE = "/api/mobile/v4/users/alex/course_enrollments/"
DASHBOARD = "pages/dashboard:DashboardPage"
PEOPLE = ("alex", "sam", "taylor", "jordan")


@pytest.mark.parametrize("user", PEOPLE)
def test_every_card_is_shown_as_the_lms_sends_it(gateway: Gateway, user: str) -> None:
    runs = [card for card in cards(gateway, user) if card["courseRun"] is not None]
    answer = gateway.ask(text_of(DASHBOARD), {"first": 100}, user=user)
    viewer = answer.sound()["viewer"]
    assert viewer["emailConfirmation"] == {"isNeeded": False, "sendEmailUrl": None}
    assert viewer["enrollments"]["totalCount"] == len(runs)
    assert viewer["enrollments"]["pageInfo"]["hasNextPage"] is False
    shown = [edge["node"] for edge in viewer["enrollments"]["edges"]]
    assert differences(shown, [node_of(gateway, card) for card in runs]) == []


@pytest.mark.parametrize("user", PEOPLE)
def test_the_frame_of_the_cards(gateway: Gateway, user: str) -> None:
    body = gateway.lms.rest(INIT, user).body
    viewer = gateway.ask(text_of(DASHBOARD), {"first": 1}, user=user).sound()["viewer"]
    settings = body["platformSettings"]
    assert viewer["platformSettings"] == settings | {"courseSearchUrl": gateway.lms.url + settings["courseSearchUrl"]}
    shares = {one.pop("network"): one for one in viewer["socialShareSettings"]}
    assert shares == body["socialShareSettings"]
    assert viewer["enterpriseDashboard"] is body["enterpriseDashboard"] is None
    alone = [card for card in body["courses"] if card["courseRun"] is None]
    assert len(viewer["entitlements"]) == len(alone)
    for entitlement, card in zip(viewer["entitlements"], alone, strict=True):
        expected = entitlement_of(card["entitlement"])
        assert expected is not None
        assert {name: entitlement[name] for name in expected.keys() - {"canViewCourse"}} == {
            name: expected[name] for name in expected.keys() - {"canViewCourse"}
        }
        programs = card["programs"]["relatedPrograms"]
        assert entitlement["programs"] == [program_of(gateway, program) for program in programs]


def test_visitor_has_no_enrolments_and_no_call_is_made(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(DASHBOARD), user="anonymous")
    assert set(answer.sound()["viewer"].values()) == {None}
    assert answer.calls == []


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_dashboard_is_one_call(gateway: Gateway, scheme: str) -> None:
    answer = gateway.ask(text_of(DASHBOARD), scheme=scheme)
    assert len(answer.sound()["viewer"]["enrollments"]["edges"]) == 25
    assert answer.paths == [INIT]


def test_fields_that_only_the_catalogue_has_are_one_call_for_all_cards(gateway: Gateway) -> None:
    gateway.lms.hold(1, 1)
    query = "{ viewer { enrollments { edges { node { hasStarted course { key title shortDescription hidden } } } } } }"
    edges = gateway.ask(query)
    nodes = [edge["node"]["course"] for edge in edges.sound()["viewer"]["enrollments"]["edges"]]
    assert waves(edges.calls) == [[INIT], [CATALOG]]
    listed = {
        row["id"]: row
        for row in gateway.lms.rest(CATALOG, course_keys=",".join(n["key"] for n in nodes), page_size="100").body[
            "results"
        ]
    }
    assert len(nodes) == 25
    assert [n["shortDescription"] for n in nodes if n["key"] in listed] == [
        listed[n["key"]]["short_description"] for n in nodes if n["key"] in listed
    ]
    assert any(node["shortDescription"] for node in nodes)


def test_dashboard_is_projected_by_compiled_code(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, bool]] = []

    def watched(target: Target, row: Row) -> Any:
        projection = compile_projection(target, row)
        made.append((target.object_type.name, projection is not None))
        return projection

    monkeypatch.setattr("resolvers.output.objects.compile_projection", watched)
    before = dict(fallbacks)
    unseen = text_of(DASHBOARD).replace("query DashboardPage(", "query UnseenPage(")  # not in the document cache
    gateway.ask(unseen, {"first": 25}).sound()
    assert made == [("Viewer", True), ("EnrollmentConnection", True)]
    assert dict(fallbacks) == before


def test_pages_are_slices_of_one_answer(gateway: Gateway) -> None:
    query = """query($n: Int!, $a: String) {
      viewer { enrollments(first: $n, after: $a) {
        totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { course { key } } }
      } }
    }"""
    keys: list[str] = []
    after = None
    while True:
        page = gateway.ask(query, {"n": 7, "a": after}).sound()["viewer"]["enrollments"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        keys += [edge["node"]["course"]["key"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    runs = [card["courseRun"] for card in cards(gateway, "alex")]
    assert keys == [run["courseId"] for run in runs if run is not None]
    assert page["totalCount"] == len(keys)


@pytest.mark.parametrize(
    "arguments",
    ["first: 0", "first: 101", 'after: "nonsense"', "first: 101, status: EXPIRED", 'after: "", status: EXPIRED'],
)
def test_refused_arguments_cause_no_call(gateway: Gateway, arguments: str) -> None:
    answer = gateway.ask(f"{{ viewer {{ enrollments({arguments}) {{ totalCount }} }} }}")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []


def test_entitlement_without_a_run_is_apart_from_the_enrolments(gateway: Gateway) -> None:
    alone = [card for card in cards(gateway, "sam") if card["courseRun"] is None]
    assert alone, "the demo has nobody with an open entitlement any more"
    query = """{ viewer { entitlements {
      uuid courseTitle courseOrg isFulfilled canViewCourse changeDeadline
      availableSessions { start end course { key title } }
    } } }"""
    answer = gateway.ask(query, user="sam")
    shown = answer.sound()["viewer"]["entitlements"]
    assert [one["uuid"] for one in shown] == [card["entitlement"]["uuid"] for card in alone]
    for one, card in zip(shown, alone, strict=True):
        entitlement = card["entitlement"]
        assert one["courseTitle"] == card["course"]["courseName"]
        assert (one["isFulfilled"], one["canViewCourse"]) == (False, False)
        assert one["changeDeadline"] == entitlement["changeDeadline"][:10]
        assert [session["course"]["key"] for session in one["availableSessions"]] == [
            session["courseId"] for session in entitlement["availableSessions"]
        ]
        assert all(session["course"]["title"] for session in one["availableSessions"])
    assert answer.paths.count(INIT) == 1


def test_fields_of_the_mobile_api_are_joined_to_the_cards(gateway: Gateway) -> None:
    query = """{ viewer { enrollments(first: 100) { edges { node {
      isAudit assignments { completed total } coursewareAccess { errorCode } course { key }
    } } } } }"""
    gateway.lms.hold(2)
    answer = gateway.ask(query, headers=named("alex"))
    nodes = [edge["node"] for edge in answer.sound()["viewer"]["enrollments"]["edges"]]
    assert waves(answer.calls) == [sorted([INIT, MOBILE])]
    body = gateway.lms.rest(MOBILE, "alex", page_size="50", requested_fields="course_progress").body
    rows = {row["course"]["id"]: row for row in [body["primary"], *body["enrollments"]["results"]]}
    assert len(rows) > 30
    for node in nodes:
        row = rows[node["course"]["key"]]
        progress = row["course_progress"]
        assert node["assignments"] == {
            "completed": progress["assignments_completed"],
            "total": progress["total_assignments_count"],
        }
        assert node["coursewareAccess"]["errorCode"] == row["course"]["courseware_access"]["error_code"]


def test_failed_join_leaves_the_cards(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/mobile/": {"status": 503}})
    query = "{ viewer { enrollments(first: 2) { edges { node { isAudit assignments { total } } } } } }"
    answer = gateway.ask(query)
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    nodes = [edge["node"] for edge in answer.data["viewer"]["enrollments"]["edges"]]
    assert [node["assignments"] for node in nodes] == [None, None]
    assert all(node["isAudit"] is not None for node in nodes)


def test_failed_learner_home_is_one_error(gateway: Gateway) -> None:
    query = "{ viewer { username emailConfirmation { isNeeded } enrollments { totalCount } } }"
    sound = gateway.ask(query).sound()["viewer"]
    gateway.lms.faults({INIT: {"status": 503}})
    listed = gateway.ask(query)
    assert listed.data == {"viewer": {**sound, "emailConfirmation": None}}, "the list of enrolments has as many"
    assert [error["path"] for error in listed.errors] == [["viewer", "emailConfirmation"]]
    gateway.lms.faults({INIT: {"status": 503}, "/api/enrollment/v1/enrollment": {"status": 503}})
    answer = gateway.ask(query)
    assert answer.data == {"viewer": {"username": "alex", "emailConfirmation": None, "enrollments": None}}
    assert [(error["path"], error["extensions"]["endpoint"]) for error in answer.errors] == [
        (["viewer", "emailConfirmation"], "learner_home/init")
    ]


def test_enrolment_of_a_course_has_the_dashboard_fields(gateway: Gateway) -> None:
    query = """query($k: CourseKey!) {
      course(key: $k) { title enrollment { mode hasStarted resumeUrl gradeData { isPassing } } }
    }"""
    card = next(c for c in cards(gateway, "alex") if (c["courseRun"] or {}).get("courseId") == KEY)
    answer = gateway.ask(query, {"k": KEY})
    assert answer.sound()["course"]["enrollment"] == {
        "mode": card["enrollment"]["mode"],
        "hasStarted": card["enrollment"]["hasStarted"],
        "resumeUrl": gateway.lms.url + card["courseRun"]["resumeUrl"],
        "gradeData": card["gradeData"],
    }
    assert INIT in answer.paths


def test_enrolment_found_by_its_id_has_the_dashboard_fields(gateway: Gateway) -> None:
    edges = gateway.ask("{ viewer { enrollments(first: 3) { edges { node { id resumeUrl } } } } }").sound()
    query = """query($ids: [ID!]!, $home: Boolean!) { nodes(ids: $ids) {
      id ... on Enrollment { mode resumeUrl @include(if: $home) course { key } }
    } }"""
    nodes = [edge["node"] for edge in edges["viewer"]["enrollments"]["edges"]]
    ids = [node["id"] for node in nodes]
    answer = gateway.ask(query, {"ids": ids, "home": True})
    assert [(node["id"], node["resumeUrl"]) for node in answer.sound()["nodes"]] == [
        (node["id"], node["resumeUrl"]) for node in nodes
    ]
    assert answer.paths == ["/api/enrollment/v1/enrollment", INIT]
    assert gateway.ask(query, {"ids": ids, "home": False}).paths == ["/api/enrollment/v1/enrollment"]
