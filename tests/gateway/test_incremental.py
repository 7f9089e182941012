"""`@defer` and `@stream` over HTTP: slow fields do not delay the others."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.parts import Assembly
from tests.support.people import sign_in

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"
SLOW = 0.6
"""Seconds the LMS takes for the progress."""

DEFERRED = """
query Page($key: CourseKey!) {
  course(key: $key) {
    title
    outline { sections { title } }
    ... @defer(label: "progress") { progress { courseGrade { percent } } }
  }
}
"""
STREAMED = "query Tabs($key: CourseKey!) { course(key: $key) { tabs @stream(initialCount: 1) { key } } }"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart response, and when it was whole, in seconds from the request."""

    after: float
    body: dict[str, Any]


def parts(gateway: Gateway, query: str, **headers: str) -> Iterator[Part]:
    """The parts as a client sees them that acts on the boundary behind each."""
    asked = {**sign_in("alex", "JWT"), "accept": "multipart/mixed, application/json", **headers}
    began = time.monotonic()
    with gateway.http.stream(
        "POST", "/graphql", json={"query": query, "variables": {"key": COURSE}}, headers=asked
    ) as reply:
        assert reply.headers["content-type"] == 'multipart/mixed; boundary="-"'
        assert reply.headers["cache-control"] == "private, no-store"
        waiting = b""
        for chunk in reply.iter_raw():
            waiting += chunk
            *whole, waiting = waiting.split(b"\r\n---")
            for part in whole:
                _, separator, body = part.partition(b"\r\n\r\n")
                if separator:
                    yield Part(time.monotonic() - began, json.loads(body))
    assert waiting == b"--\r\n", "the response has an end"


def test_a_slow_answer_does_not_hold_back_the_outline(gateway: Gateway) -> None:
    """The deferred fragment comes when the LMS has answered, everything else before."""
    gateway.lms.faults({"/api/course_home/progress": {"latency_ms": int(SLOW * 1000)}})
    first, last = parts(gateway, DEFERRED)
    assert first.body["data"]["course"]["title"] == "Urban Beekeeping"
    assert first.body["data"]["course"]["outline"]["sections"]
    assert first.body["hasNext"] is True
    assert first.body["pending"] == [{"id": "0", "path": ["course"], "label": "progress"}]
    assert last.body["incremental"][0]["data"]["progress"]["courseGrade"]["percent"] > 0
    assert last.body["hasNext"] is False
    assert first.after < SLOW / 2 < SLOW <= last.after


def test_deferring_costs_no_call_and_no_wave(gateway: Gateway) -> None:
    """The deferred call starts with the others."""
    gateway.lms.faults({"/api/": {"latency_ms": 200}})
    gateway.lms.forget()
    began = time.monotonic()
    list(parts(gateway, DEFERRED))
    assert time.monotonic() - began < 0.38, "two waves would take 0.4 s"
    whole = gateway.ask(DEFERRED, {"key": COURSE})
    assert whole.sound()["course"]["progress"]["courseGrade"]["percent"] > 0
    assert len(whole.calls) == 2


def test_the_parts_together_are_the_whole(gateway: Gateway) -> None:
    """The same as the answer to a client without multipart."""
    first, last = parts(gateway, DEFERRED)
    together = first.body["data"]["course"] | last.body["incremental"][0]["data"]
    assert together == gateway.ask(DEFERRED, {"key": COURSE}).sound()["course"]


def test_a_broken_deferred_fragment_has_its_error(gateway: Gateway) -> None:
    """The first part is sound; the error comes with the part that it belongs to."""
    gateway.lms.faults({"/api/course_home/progress": {"status": 500}})
    first, last = parts(gateway, DEFERRED)
    assert "errors" not in first.body
    (entry,) = last.body["incremental"]
    assert entry["data"] == {"progress": None}
    (error,) = entry["errors"]
    assert error["extensions"]["code"] == "UPSTREAM_UNAVAILABLE"
    assert error["path"] == ["course", "progress"]


def test_a_list_of_an_answer_is_streamed(gateway: Gateway) -> None:
    """The first entries at once, the others in the next part."""
    first, last = parts(gateway, STREAMED)
    assert [tab["key"] for tab in first.body["data"]["course"]["tabs"]] == ["courseware"]
    assert [tab["key"] for tab in last.body["incremental"][0]["items"]] == ["progress", "dates", "discussion"]


def test_clients_without_multipart_get_one_piece(gateway: Gateway) -> None:
    """Clients that do not accept parts get the whole answer."""
    answer = gateway.ask(STREAMED, {"key": COURSE})
    assert answer.headers["content-type"].startswith("application/json")
    assert len(answer.sound()["course"]["tabs"]) == 4


@pytest.mark.parametrize("condition", ["false", "$no"])
def test_a_deferral_that_is_switched_off_is_none(gateway: Gateway, condition: str) -> None:
    """`@defer(if: false)` answers in one piece."""
    query = f"""query Page($key: CourseKey!, $no: Boolean = false) {{
      unused: __typename @skip(if: $no)
      course(key: $key) {{ title ... @defer(if: {condition}) {{ tabs {{ id }} }} }}
    }}"""
    asked = {**sign_in("alex", "JWT"), "accept": "multipart/mixed, application/json"}
    reply = gateway.http.post("/graphql", json={"query": query, "variables": {"key": COURSE}}, headers=asked)
    assert reply.headers["content-type"].startswith("application/json")
    assert len(reply.json()["data"]["course"]["tabs"]) == 4


SHARED = """query Page($key: CourseKey!, $late: Boolean = true) {
  course(key: $key) {
    title
    ... @defer(if: $late) { tabs { id } outline { sections { title } } progress { courseGrade { percent } } }
    outline { title }
    ...More @defer(if: $late, label: "more")
  }
  viewer { username ... @defer(if: $late) { enrollments(first: 2) { totalCount edges { node { mode } } } } }
}
fragment More on Course { bookmarks(first: 2) { totalCount edges { node { key } } } tabs { title } }
"""
"""Deferred fragments that share fields with what comes at once."""


def together(gateway: Gateway, query: str, **variables: Any) -> tuple[Any, list[Any]]:
    """Data and errors of an answer that is asked for in parts, however it comes; not one part too many."""
    body = {"query": query, "variables": {"key": COURSE, **variables}}
    headers = {**sign_in("alex", "session"), "accept": "multipart/mixed, application/json"}
    reply = gateway.http.post("/graphql", json=body, headers=headers)
    if reply.headers["content-type"].startswith("application/json"):
        answer = reply.json()
        return answer["data"], answer.get("errors", [])
    payloads = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in reply.content.split(b"\r\n---")[1:-1]]
    assembly = Assembly(payloads[0])
    for part in payloads[1:]:
        assembly.add(part)
    assert assembly.ended
    return assembly.data, assembly.errors


def test_no_request_changes_the_result_of_the_next_one(gateway: Gateway) -> None:
    """In parts, whole, with and without deferral, by visitors in between: always the same."""
    expected = gateway.ask(SHARED.replace("query Page", "query Apart"), {"key": COURSE}, scheme="session").sound()
    for _ in range(3):
        for late in (True, False, True):
            assert together(gateway, SHARED, late=late) == (expected, [])
        assert gateway.ask(SHARED, {"key": COURSE}, scheme="session").sound() == expected
        assert (
            gateway.ask(SHARED, {"key": COURSE}, user="anonymous").data["course"]["title"]
            == expected["course"]["title"]
        )


def test_a_broken_call_changes_no_later_answer(gateway: Gateway) -> None:
    """The ordinary way, which a broken call is sent, remembers nothing for the others."""
    expected = gateway.ask(SHARED.replace("query Page", "query Apart2"), {"key": COURSE}, scheme="session").sound()
    gateway.lms.faults({"/api/course_home/progress": {"status": 500}})
    for ask in (lambda: gateway.ask(SHARED, {"key": COURSE}, scheme="session"), lambda: together(gateway, SHARED)) * 2:
        ask()
    gateway.lms.faults({})
    assert together(gateway, SHARED) == (expected, [])


def test_rows_that_lead_to_courses_can_defer(gateway: Gateway) -> None:
    """A slow call for a row's course does not delay the list."""
    gateway.lms.faults({"/api/course_home/progress": {"latency_ms": int(SLOW * 1000)}})
    query = """query { viewer { enrollments(first: 3) { edges { node { mode course {
      key ... @defer { progress { courseGrade { percent } } }
    } } } } } }"""
    first, *_, last = parts(gateway, query)
    assert len(first.body["data"]["viewer"]["enrollments"]["edges"]) == 3
    assert first.after < SLOW / 2 < SLOW <= last.after
    data, errors = together(gateway, query)
    assert data == gateway.ask(query, scheme="session").data
    assert errors == []
