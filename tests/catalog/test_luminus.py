"""The data of the LumiNUS catalogue about a course, and access to the whole catalogue."""

import time
from pathlib import Path

import pytest

from gateway.demo.luminus import READER_KEY
from tests.loaders.servers import redis_server
from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import BOTANY, HIDDEN, KEY, USERS

from .conftest import Connect, Luminus

STATS = "course-v1:OpenedX+StatsX+2026_T2"
KEYS = [KEY, BOTANY, STATS, HIDDEN]
RUN = "query Q($key: CourseKey!) { course(key: $key) { title catalogRun { price } } }"
RUNS = "{ catalogRuns(first: 2) { totalCount pageInfo { hasNextPage } edges { node { key price } } } }"
SERVICE = "/ExternalLinks/edXCourseruns"


@pytest.mark.parametrize("user", USERS)
def test_cards_of_many_courses_take_one_call_of_each_service(connect: Connect, luminus: Luminus, user: str) -> None:
    rows = luminus.rows()
    luminus.reset()
    answer = connect().ask(text_of("pages/course_about:CourseCards"), {"keys": KEYS}, user=user)
    courses = answer.sound()["courses"]
    assert [course["key"] for course in courses] == KEYS
    for course in courses:
        row = rows.get(course["key"])
        assert course["catalogRun"] == (
            row
            and {
                "price": row["price"],
                "effort": {"min": row["minEffort"], "max": row["maxEffort"]},
                "weeksToComplete": row["weeksToComplete"],
                "availability": row["availability"],
                "marketingUrl": row["marketingUrl"],
                "enrollmentUrl": row["enrollmentUrl"],
                "trackType": row["type"],
                "modularCredit": row["modularCredit"],
            }
        )
    assert courses[0]["catalogRun"] is not None
    assert courses[3]["catalogRun"] is None
    assert [call["path"] for call in luminus.calls()] == [SERVICE]
    assert [call.path for call in answer.calls] == ["/api/courses/v1/courses/"]


def test_neither_service_receives_credentials_of_the_other(connect: Connect, luminus: Luminus) -> None:
    gateway = connect()
    headers = {
        "Cookie": "; ".join(
            [
                "sessionid=demo-alex",
                "csrftoken=secret",
                "edx-jwt-cookie-header-payload=a.b",
                "edx-jwt-cookie-signature=c",
            ]
        ),
        "Accept-Language": "es",
        "X-Forwarded-For": "203.0.113.7",
        "X-Request-ID": "request-0001",
        "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    }
    answer = gateway.ask(RUN, {"key": KEY}, user="alex", headers=headers)
    answer.sound()
    (call,) = luminus.calls()
    assert call["headers"]["ocp-apim-subscription-key"] == "demo-luminus-key"
    assert call["headers"]["x-request-id"] == "request-0001"
    foreign = {"authorization", "cookie", "use-jwt-cookie", "x-csrftoken", "referer", "origin", "x-forwarded-for"}
    assert foreign.isdisjoint(call["headers"])
    assert "demo-alex" not in str(call["headers"])
    assert answer.calls
    for lms_call in answer.calls:
        assert "ocp-apim-subscription-key" not in lms_call.headers
        assert "demo-luminus-key" not in str(lms_call.headers)
    assert "demo-luminus-key" not in str(answer.body) + str(answer.headers)


def test_one_object_is_a_catalogue_of_one(connect: Connect, luminus: Luminus) -> None:
    (first, *_) = luminus.rows().values()
    luminus.features(single_object=True)
    gateway = connect()
    query = "query Q($keys: [CourseKey!]!) { courses(keys: $keys) { key catalogRun { key price } } }"
    courses = gateway.ask(query, {"keys": [first["courserunKey"], KEY]}).sound()["courses"]
    assert courses[0]["catalogRun"] == {"key": first["courserunKey"], "price": first["price"]}
    assert courses[1]["catalogRun"] is None
    runs = gateway.ask(RUNS, user="taylor").sound()["catalogRuns"]
    assert [edge["node"]["key"] for edge in runs["edges"]] == [first["courserunKey"]]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"status": 400}, "UPSTREAM_INVALID"),
        ({"status": 403}, "FORBIDDEN"),
        ({"status": 500}, "UPSTREAM_UNAVAILABLE"),
        ({"kind": "html"}, "UPSTREAM_INVALID"),
        ({"kind": "truncate"}, "UPSTREAM_INVALID"),
        ({"kind": "reset"}, "UPSTREAM_UNAVAILABLE"),
    ],
)
def test_a_fault_costs_its_field_only(connect: Connect, luminus: Luminus, fault: dict[str, object], code: str) -> None:
    luminus.faults({SERVICE: fault})
    answer = connect().ask(RUN, {"key": KEY})
    assert answer.data["course"] == {"title": "Urban Beekeeping", "catalogRun": None}
    assert [(error["path"], error["extensions"]["code"]) for error in answer.errors] == [
        (["course", "catalogRun"], code)
    ]
    assert answer.errors[0]["extensions"]["service"] == "luminus"
    assert "sign-in" not in answer.errors[0]["message"]
    assert str(luminus.http.base_url) not in str(answer.body["errors"])


def test_a_catalogue_that_is_not_found_is_none(connect: Connect, luminus: Luminus) -> None:
    luminus.faults({SERVICE: {"status": 404}})
    assert connect().ask(RUN, {"key": KEY}).sound()["course"]["catalogRun"] is None


@pytest.mark.parametrize("key", ["wrong", READER_KEY])
def test_a_key_that_is_not_accepted_is_no_matter_of_the_caller(connect: Connect, key: str) -> None:
    answer = connect(luminus_key=key).ask(RUN, {"key": KEY}, user="anonymous")
    assert answer.codes == ["FORBIDDEN"]
    assert "the gateway's key" in answer.errors[0]["message"]


@pytest.mark.parametrize("missing", ["luminus_base_url", "luminus_key"])
def test_without_configuration_the_field_is_null_and_explain_says_why(
    connect: Connect, luminus: Luminus, missing: str
) -> None:
    answer = connect(**{missing: None}).ask(
        "query Q($keys: [CourseKey!]!) { courses(keys: $keys) { key catalogRun { price } } }",
        {"keys": KEYS},
        headers={"X-Lectern-Explain": "1"},
    )
    assert [course["catalogRun"] for course in answer.sound()["courses"]] == [None] * len(KEYS)
    assert answer.body["extensions"]["explain"]["notConfigured"] == ["luminus"]
    assert luminus.calls() == []


def test_the_default_gateway_has_no_such_service(gateway: Gateway) -> None:
    assert gateway.ask(RUN, {"key": KEY}).sound()["course"]["catalogRun"] is None


def test_the_public_cache_holds_the_catalogue_for_everybody(connect: Connect, luminus: Luminus) -> None:
    gateway = connect(shared_cache_bytes=1024 * 1024)
    runs = [gateway.ask(RUN, {"key": KEY}, user=user).sound()["course"]["catalogRun"] for user in USERS]
    assert runs[0] is not None
    assert runs == [runs[0]] * len(USERS)
    assert len(luminus.calls()) == 1


def test_administrators_see_all_runs(connect: Connect, luminus: Luminus) -> None:
    rows = luminus.rows()
    runs = connect().ask(RUNS, user="taylor").sound()["catalogRuns"]
    assert runs["totalCount"] == len(rows)
    assert runs["pageInfo"]["hasNextPage"] is (len(rows) > 2)
    assert [edge["node"]["price"] for edge in runs["edges"]] == [row["price"] for row in list(rows.values())[:2]]


@pytest.mark.parametrize(("user", "code"), [("alex", "FORBIDDEN"), ("anonymous", "UNAUTHENTICATED")])
def test_nobody_else_causes_its_call(connect: Connect, luminus: Luminus, user: str, code: str) -> None:
    answer = connect().ask(RUNS, user=user)
    assert (answer.data, answer.codes) == ({"catalogRuns": None}, [code])
    assert luminus.calls() == []


def test_calls_of_the_catalogue_are_in_the_metrics(connect: Connect, luminus: Luminus) -> None:
    gateway = connect(shared_cache_bytes=1_000_000)
    for _ in range(2):
        gateway.ask(RUN, {"key": KEY}, user="alex").sound()
    lines = gateway.http.get("/metrics").text.splitlines()
    assert 'lectern_upstream_seconds_count{endpoint="edx_course_runs",outcome="ok",service="luminus"} 1.0' in lines


def test_catalogues_of_another_address_or_key_are_kept_apart(
    connect: Connect, luminus: Luminus, tmp_path: Path
) -> None:
    address = str(luminus.http.base_url)
    with redis_server(tmp_path) as (redis, _):
        first = {"redis_url": redis, "shared_cache_bytes": 1_000_000}
        for settings, codes, calls in (
            (first, [], 1),
            (first, [], 1),
            ({**first, "luminus_key": READER_KEY}, ["FORBIDDEN"], 2),
            ({**first, "luminus_base_url": address.replace("127.0.0.1", "localhost")}, [], 3),
            (first, [], 3),
        ):
            assert connect(**settings).ask(RUN, {"key": KEY}, user="alex").codes == codes
            time.sleep(0.1)  # nobody waits for what is put into Redis
            assert len(luminus.calls()) == calls
