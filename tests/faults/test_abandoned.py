"""A cancelled field does not affect other fields: neither the calls that they share, nor the response."""

import json
from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.parts import Assembly
from tests.support.people import KEY, UNKNOWN, sign_in

QUERIES = (
    f'{{ course(key: "{UNKNOWN}") {{ celebrations {{ weeklyGoal }} blocks {{ key }} }} viewer {{ name email }} }}',
    f'{{ courses(keys: ["{UNKNOWN}", "{KEY}"]) {{ originalUserIsStaff blocks {{ graded }} }} }}',
    f"""{{ a: course(key: "{UNKNOWN}") {{ isStaff blocks {{ key }} }}
           b: course(key: "{KEY}") {{ blocks {{ key }} }} viewer {{ name }} }}""",
)
TIMES = 8
"""Repetitions of each query, because the order of events is random."""


@pytest.mark.parametrize("query", QUERIES)
def test_an_absent_course_spoils_nothing(gateway: Gateway, query: str) -> None:
    """Its fields wait for who the viewer is, as others do."""
    gateway.lms.faults({"/api/user/v1/me": {"latency_ms": 60}})
    for _ in range(TIMES):
        answer = gateway.ask(query, scheme="session")
        assert answer.status == 200
        assert set(answer.codes) <= {"FORBIDDEN"}, answer.errors
        found = [course for course in _courses(answer.data) if course]
        assert all(course["blocks"] for course in found)
        if "viewer" in answer.data:
            assert answer.data["viewer"]["name"] == "Alex Rivera"


def test_parts_end_where_an_object_is_absent(gateway: Gateway) -> None:
    """Streamed or not: a stream that waits for a field that was given up would never end."""
    query = (
        f"""{{ courses(keys: ["{UNKNOWN}", "{KEY}", "{KEY}"]) @stream {{ verificationStatus blocks {{ key }} }} }}"""
    )
    headers = {**sign_in("alex", "session"), "accept": "multipart/mixed, application/json"}
    for _ in range(TIMES):
        reply = gateway.http.post("/graphql", json={"query": query}, headers=headers, timeout=8)
        payloads = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in reply.content.split(b"\r\n---")[1:-1]]
        assembly = Assembly(payloads[0])
        for part in payloads[1:]:
            assembly.add(part)
        assert assembly.ended
        absent, first, second = assembly.data["courses"]
        assert absent is None
        assert first == second
        assert first["blocks"]


def _courses(data: dict[str, Any]) -> list[Any]:
    return [*data.get("courses", ()), *(data[name] for name in ("course", "a", "b") if name in data)]
