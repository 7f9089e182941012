"""Turns for other requests while one response is built, and the state after it is cancelled."""

import asyncio
import gc
from types import AsyncGeneratorType
from typing import Any

import pytest

from resolvers.output import budget
from resolvers.output.budget import Budget
from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY, sign_in

from .test_answer_size import PARTS, course, times


@pytest.mark.anyio
async def test_tasks_that_wait_for_their_turn_wait_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each goes on once it was woken. When all are woken at once, they use up the turn with looking whose it is."""
    monkeypatch.setattr(budget, "_SLICE", 0.0)
    one = Budget()
    async with asyncio.timeout(10):
        await asyncio.gather(*(one.turn() for _ in range(2000)))


def test_long_lists_of_leaves_yield_to_others(lms: DemoLms, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where one of them is odd, so that they are completed one by one."""
    given = 0
    turn = Budget.turn

    async def count(self: Budget) -> None:
        nonlocal given
        given += 1
        await turn(self)

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        roles = [*map(str, range(20_000)), 7]
        return {**body, "user_roles": roles} if "user_roles" in body else body

    monkeypatch.setattr(budget, "_SLICE", 1e-4)
    monkeypatch.setattr(Budget, "turn", count)
    for compiled in (True, False):
        with changed(lms, change, compile=compiled) as client:
            given = 0
            answer = ask(client, course("discussion { userRoles }"))
        assert len(answer["data"]["course"]["discussion"]["userRoles"]) == 20_001
        assert given > 20


def test_items_that_nobody_waits_for_are_no_noise(
    lms: DemoLms, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operation in parts that is given up says so to the client, and nothing of its tasks to the log."""
    monkeypatch.setattr(budget, "_SLICE", -1.0)
    streams = times(20, "outline { sections @stream(initialCount: 0) { key sequences { key tools: title } } }")
    with changed(lms, lambda path, body, headers: body, max_values=200, compile=False) as client:
        for _ in range(3):
            client.post("/graphql", json={"query": course(streams)}, headers={**sign_in("alex"), "accept": PARTS})
        gc.collect()
    assert "never retrieved" not in caplog.text


def test_streams_that_have_ended_need_no_collection(lms: DemoLms) -> None:
    """A worker collects seldom: what each answer left behind until then would be hundreds of megabytes."""
    streams = times(20, "outline { sections { sequences @stream(initialCount: 0) { key } } }")
    with changed(lms, lambda path, body, headers: body) as client:
        gc.collect()
        gc.disable()
        try:
            sent = client.post(
                "/graphql", json={"query": course(streams)}, headers={**sign_in("alex"), "accept": PARTS}
            )
            left = [one for one in gc.get_objects() if isinstance(one, AsyncGeneratorType)]
        finally:
            gc.enable()
    assert sent.text.count('"items"') > 20
    assert len([one for one in left if one.ag_code.co_name == "_with_turns"]) < 10


def test_a_write_is_reported_although_its_payload_has_too_many_bytes(lms: DemoLms) -> None:
    """Text that only its encoding makes long: the error stands at the field of each write."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "handouts_html": "\x01" * 300} if "/outline/" in path else body

    write = f'resetCourseDeadlines(input: {{ course: "{KEY}" }}) {{ course {{ handoutsHtml }} }}'
    with changed(lms, change, max_response_bytes=1000) as client:
        answer = ask(client, f"mutation {{ a: {write} b: {write} }}")
    assert answer["data"] == {"a": None, "b": None}
    reported = [(error["path"], error["extensions"]["code"]) for error in answer["errors"]]
    assert reported == [(["a"], "QUERY_TOO_COMPLEX"), (["b"], "QUERY_TOO_COMPLEX")]
