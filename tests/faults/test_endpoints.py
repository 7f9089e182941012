"""Failures of each endpoint: its own fields are null with one error, and all others arrive in time."""

from typing import Any

import pytest

from tests.faults.cases import CASES, Case
from tests.support.gateway import Answer, Gateway
from tests.support.people import KEY

FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "401": ({"status": 401}, "UNAUTHENTICATED"),
    "403": ({"status": 403}, "FORBIDDEN"),
    "404": ({"status": 404}, "NOT_FOUND"),
    "429": ({"status": 429, "retry_after": 7}, "RATE_LIMITED"),
    "500": ({"status": 500}, "UPSTREAM_UNAVAILABLE"),
    "html": ({"kind": "html"}, "UPSTREAM_INVALID"),
    "empty": ({"kind": "empty"}, "UPSTREAM_INVALID"),
    "truncate": ({"kind": "truncate"}, "UPSTREAM_INVALID"),
    "reset": ({"kind": "reset"}, "UPSTREAM_UNAVAILABLE"),
    "redirect": ({"kind": "redirect"}, "UPSTREAM_INVALID"),
    "redirect_host": ({"kind": "redirect_host"}, "UPSTREAM_INVALID"),
    "wrongtype": ({"kind": "wrongtype"}, "UPSTREAM_INVALID"),
    "badjson": ({"kind": "badjson"}, "UPSTREAM_INVALID"),
    "huge": ({"kind": "huge"}, "UPSTREAM_INVALID"),
}
SECONDS = 8.0
"""Maximum seconds for any answer. The machine may be shared; no query here waits for a timeout."""


def ask(gateway: Gateway, case: Case) -> Answer:
    variables = {"key": KEY} if "$key" in case.query else None
    header = "query($key: CourseKey!) " if variables else ""
    return gateway.ask(f"{header}{{ {case.query} }}", variables, user=case.user)


def value_at(data: Any, path: str) -> Any:
    """The value at a dotted path; None below a null."""
    for step in path.split("."):
        if data is None:
            return None
        data = data[int(step)] if step.isdecimal() else data[step]
    return data


def leaves(data: Any, path: str = "") -> dict[str, Any]:
    """Every leaf by its dotted path."""
    if isinstance(data, dict):
        return {k: v for name, value in data.items() for k, v in leaves(value, f"{path}.{name}".lstrip(".")).items()}
    if isinstance(data, list):
        return {k: v for place, value in enumerate(data) for k, v in leaves(value, f"{path}.{place}").items()}
    return {path: data}


def check_others(case: Case, healthy: Any, answer: Answer) -> None:
    """All fields that the endpoint does not feed are unchanged."""
    name = case.field.rpartition(".")[2]
    fed = tuple(case.fed)
    got = leaves(answer.data)
    for path, value in leaves(healthy).items():
        if path.startswith(fed) or path.endswith(f".{name}"):
            continue
        assert got.get(path) == value, path


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.endpoint)
def test_fault_costs_only_what_the_endpoint_feeds(gateway: Gateway, case: Case, fault: str) -> None:
    healthy = ask(gateway, case)
    assert any(call.path == case.prefix for call in healthy.calls), "the query does not use the endpoint"
    data = healthy.sound()
    assert value_at(data, case.field) is not None or case.endpoint == "courses/course"

    gateway.lms.reset()
    played, code = FAULTS[fault]
    gateway.lms.faults({case.prefix: played})
    answer = ask(gateway, case)
    assert answer.status == 200
    assert answer.seconds < SECONDS
    for path in case.fed:
        assert value_at(answer.data, path) is None
    check_others(case, data, answer)
    if fault in case.silent:
        assert answer.errors == []
        return
    assert answer.codes == [code]
    (error,) = answer.errors
    assert error["path"] == [int(step) if step.isdecimal() else step for step in case.field.split(".")]
    assert error["extensions"]["endpoint"] == case.endpoint
    assert error["extensions"]["service"] == "lms"
    assert error["extensions"].get("retryAfter") == (7 if fault == "429" else None)
    check_discreet(error, gateway)


def check_discreet(error: dict[str, Any], gateway: Gateway) -> None:
    """An error names the endpoint; never an address, a credential or a place in the code."""
    text = repr(error)
    for secret in (gateway.lms.url, "demo-alex", "demo-taylor", "Traceback", ".py"):
        assert secret not in text


@pytest.mark.parametrize("kind", ["hang", "trickle"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.endpoint)
def test_endless_answer_costs_only_its_fields_and_the_deadline(hasty_gateway: Gateway, case: Case, kind: str) -> None:
    healthy = ask(hasty_gateway, case).sound()
    hasty_gateway.lms.reset()
    hasty_gateway.lms.faults({case.prefix: {"kind": kind}})
    answer = ask(hasty_gateway, case)
    if kind == "trickle" and not answer.errors:
        return  # small enough to arrive whole in time
    assert answer.codes == ["UPSTREAM_TIMEOUT"]
    assert answer.errors[0]["extensions"]["endpoint"] == case.endpoint
    assert 0.6 < answer.seconds < SECONDS
    check_others(case, healthy, answer)


def test_two_failures_are_two_errors(gateway: Gateway) -> None:
    gateway.lms.faults(
        {
            f"/api/course_home/dates/{KEY}": {"status": 500},
            f"/api/course_home/progress/{KEY}": {"status": 429, "retry_after": 3},
        }
    )
    answer = gateway.ask(
        "query($k: CourseKey!) { course(key: $k) { tabs { id } dates { blocks { title } } progress { username } } }",
        {"k": KEY},
    )
    assert answer.codes == ["UPSTREAM_UNAVAILABLE", "RATE_LIMITED"]
    assert answer.data["course"]["tabs"]


def test_course_is_null_with_one_error_when_nothing_of_it_could_be_learnt(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/course_home/": {"status": 500}, "/api/courses/": {"status": 500}})
    answer = gateway.ask(
        "query($k: CourseKey!) { course(key: $k) { tabs { id } tools { url } } serverTime }", {"k": KEY}
    )
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert answer.errors[0]["path"] == ["course"]
    assert answer.data["course"] is None
    assert answer.data["serverTime"] is not None


def test_stopped_lms_is_unavailable_not_a_crash(gateway: Gateway) -> None:
    gateway.lms.faults({"/": {"kind": "reset"}})
    answer = gateway.ask("{ viewer { username name } }")
    assert answer.status == 200
    assert set(answer.codes) == {"UPSTREAM_UNAVAILABLE"}


def test_failed_server_time_is_an_error_of_its_own(gateway: Gateway) -> None:
    gateway.lms.faults({"/csrf/": {"kind": "reset"}})
    answer = gateway.ask("{ serverTime }")
    assert answer.data == {"serverTime": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
