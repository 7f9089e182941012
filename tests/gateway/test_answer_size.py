"""The limits on the size of a response, and the turns of other requests while a large one is built."""

import asyncio
import gc
import json
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from graphql import GraphQLSchema, parse

from gateway.demo.app import create_app as create_demo_lms
from gateway.settings.limits import Bounds
from loaders.calls.client import Upstream
from resolvers.output import budget
from resolvers.output.budget import AnswerTooLargeError, Budget
from resolvers.plan.memo import Memo
from tests.engine.differential import execute
from tests.engine.memory import grown, recorded_answers
from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.parts import Assembly
from tests.support.people import KEY, sign_in
from tests.support.servers import served

from .ask import GRAPHQL_JSON, code_of, post
from .conftest import StartGateway, started

BOTH_WAYS = pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
LEAVES = "key title isLocked complete resumeBlock hideFromToc due icon description effortTime showLink webUrl"
OUTLINE = f"outline {{ sections {{ sequences {{ {LEAVES} }} }} }}"
POLICY = "assignmentTypePolicies { assignmentType }"
"""Forbidden to learners: a field that fails while others succeed."""


def course(fields: str) -> str:
    return f'{{ course(key: "{KEY}") {{ {fields} }} }}'


def times(count: int, field: str) -> str:
    """The same field under many names."""
    return " ".join(f"a{number}: {field}" for number in range(count))


def alex(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    """The answer to a learner."""
    return post(client, query, None, **sign_in("alex"), **headers)


@BOTH_WAYS
@pytest.mark.parametrize("more", ["", POLICY], ids=["sound", "failing"])
def test_an_answer_of_too_many_values_is_refused(start_gateway: StartGateway, compiled: bool, more: str) -> None:
    """Rows times fields count, whatever else fails; no data is returned."""
    client = start_gateway(max_values=400, compile=compiled)
    sound = alex(client, course(f"{OUTLINE} {more}"))
    assert sound.json()["data"]["course"]["outline"] is not None
    refused = alex(client, course(f"{times(40, OUTLINE)} {more}"), accept=GRAPHQL_JSON)
    assert (refused.status_code, code_of(refused)) == (400, "QUERY_TOO_COMPLEX")
    assert refused.json()["errors"][0]["extensions"]["limit"] == 400


@BOTH_WAYS
def test_both_ways_count_the_same_values(start_gateway: StartGateway, compiled: bool) -> None:
    """One value less than an answer has is too few."""
    fields = "title tabs { id url } resume { url } outline { title sections { key title } }"
    data = alex(start_gateway(compile=compiled), course(fields)).json()["data"]

    def values(value: Any) -> int:
        if isinstance(value, dict):
            return len(value) + sum(map(values, value.values()))
        return sum(map(values, value)) if isinstance(value, list) else 0

    needed = values(data)
    for allowed, sound in ((needed, True), (needed - 1, False)):
        answer = alex(start_gateway(max_values=allowed, compile=compiled), course(fields)).json()
        assert (answer.get("data") == data) is sound


@BOTH_WAYS
def test_texts_count_by_their_length(lms: DemoLms, compiled: bool) -> None:
    """Fifty names for one long text: refused before they are put side by side in memory."""
    text = "x" * 2_000_000

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "handouts_html": text} if "/outline/" in path else body

    with changed(lms, change, compile=compiled) as client:
        assert len(ask(client, course(times(5, "handoutsHtml")))["data"]["course"]["a4"]) == len(text)
        gc.collect()
        tracemalloc.start()
        try:
            answer = ask(client, course(times(50, "handoutsHtml")))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["QUERY_TOO_COMPLEX"]
    assert peak < 15 * len(text), "servers of both sides included"


def test_bytes_count_that_are_more_than_characters(lms: DemoLms) -> None:
    """A text that is long only in its encoding is refused too."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "handouts_html": "\x01" * 300} if "/outline/" in path else body

    with changed(lms, change, max_response_bytes=1000) as client:
        answer = ask(client, course("handoutsHtml"))
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["QUERY_TOO_COMPLEX"]
    assert "data" not in answer


PARTS = "multipart/mixed, application/json"


def in_parts(client: httpx.Client, query: str) -> list[dict[str, Any]]:
    headers = {**sign_in("alex"), "accept": PARTS}
    content = client.post("/graphql", json={"query": query}, headers=headers).content
    return [json.loads(part.partition(b"\r\n\r\n")[2]) for part in content.split(b"\r\n---")[1:-1]]


@BOTH_WAYS
@pytest.mark.parametrize(
    "deferred",
    [
        f"... @defer {{ {times(40, OUTLINE)} }}",
        times(10, OUTLINE.replace("sections", "sections @stream(initialCount: 0)")),
    ],
    ids=["defer", "stream"],
)
def test_later_parts_count_too(start_gateway: StartGateway, compiled: bool, deferred: str) -> None:
    """Delivered parts stay; a part that exceeds the limit ends with an error."""
    first, *others = in_parts(start_gateway(max_values=300, compile=compiled), course(f"title {deferred}"))
    assembly = Assembly(first)
    for part in others:
        assembly.add(part)
    assert assembly.ended
    assert assembly.data["course"]["title"] == "Urban Beekeeping"
    assert {error["extensions"]["code"] for error in assembly.errors} == {"QUERY_TOO_COMPLEX"}


def test_a_write_is_reported_although_its_payload_is_too_large(start_gateway: StartGateway) -> None:
    """It was carried out: the error stands at its field."""
    client = start_gateway(max_values=20)
    mutation = f"""mutation {{ resetCourseDeadlines(input: {{ course: "{KEY}" }}) {{ course {{ {OUTLINE} }} }} }}"""
    answer = alex(client, mutation).json()
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["resetCourseDeadlines"], "QUERY_TOO_COMPLEX")


def test_errors_count(lms: DemoLms) -> None:
    """A thousand unreadable values are no thousand errors for every name they are asked by."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/updates"):
            return [{**body[0], "status": [0]} for _ in range(1000)]
        return body

    with changed(lms, change, max_values=20_000) as client:
        answer = ask(client, course(times(2, "updates { id status }")))
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["QUERY_TOO_COMPLEX"]


def test_a_budget_is_spent_by_all_parts_together() -> None:
    budget = Budget(values=10, text=100)
    budget.spend(4, 60)
    budget.spend(6, 40)
    for values, text in ((1, 0), (0, 1)):
        with pytest.raises(AnswerTooLargeError) as refused:
            Budget(values=0, text=0).spend(values, text)
        assert refused.value.extensions is not None
        assert refused.value.extensions["code"] == "QUERY_TOO_COMPLEX"


LARGE = 1300
"""Blocks of a generated course: a hundred sequences."""


@pytest.fixture(scope="module")
def large() -> Iterator[DemoLms]:
    """An LMS with a large course."""
    with served(lambda url: create_demo_lms(now=datetime.now(UTC), base_url=url, blocks=LARGE)) as url:
        lms = DemoLms(url)
        yield lms
        lms.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others have their turn wherever they may, however fast the machine."""
    monkeypatch.setattr(budget, "_SLICE", 1e-4)


@BOTH_WAYS
@pytest.mark.usefixtures("impatient")
def test_others_are_answered_while_a_large_answer_is_made(large: DemoLms, compiled: bool) -> None:
    """Between the last call of the large request and its answer, small ones come and go."""
    query = f'{{ course(key: "course-v1:Demo+Large+{LARGE}") {{ {times(45, OUTLINE)} {POLICY} }} }}'
    with started(large.url, compile=compiled) as client, ThreadPoolExecutor(1) as pool:
        for _ in range(3):  # on a busy machine the large answer may be done before the first small request is sent
            large.forget()
            if _answered_meanwhile(large, pool.submit(alex, client, query), str(client.base_url)):
                return
    pytest.fail("no small request was answered")


def _answered_meanwhile(large: DemoLms, asked: "Future[httpx.Response]", url: str) -> int:
    between = 0
    with httpx.Client(base_url=url, timeout=30) as other:
        while not any("/outline/" in call.path and call.status for call in large.calls()):
            assert not asked.done()
        while not asked.done():
            assert post(other, "{ __typename }").json() == {"data": {"__typename": "Query"}}
            between += not asked.done()
    assert asked.result().json()["data"]["course"]["a44"]["sections"]
    return between


@BOTH_WAYS
@pytest.mark.usefixtures("impatient")
def test_a_large_answer_yields_to_others(schema: GraphQLSchema, compiled: bool) -> None:
    """A loop that only counts has its turn again and again while one answer is made of rows alone."""
    bodies = {**recorded_answers("alex"), **grown(recorded_answers("alex"), 3000)}
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def run() -> Any:
        upstream = Upstream("http://lms.example")
        counting = asyncio.create_task(count())
        query = course(
            times(3, "outline { hasScheduledContent sections { key title complete resumeBlock hideFromToc } }")
        )
        document = parse(query)
        plans = Memo()
        await execute(schema, document, upstream, bodies, {}, plans, compiled=compiled, budget=Budget())
        before = turns
        result = await execute(schema, document, upstream, bodies, {}, plans, compiled=compiled, budget=Budget())
        counting.cancel()
        await upstream.aclose()
        return result, turns - before

    result, had = asyncio.run(run())
    assert len(result.data["course"]["a2"]["sections"]) > 3000
    assert had > 15


def test_the_default_limit_allows_several_of_the_largest_pages() -> None:
    """Three thousand blocks with fourteen fields each, several times over."""
    assert Bounds().max_values > 3000 * 14 * 5


@pytest.mark.usefixtures("impatient")
def test_short_lists_of_short_lists_yield_to_others_too(schema: GraphQLSchema) -> None:
    """Fifty rows of fifty rows, executed one by one: no list of them is long."""
    tree = json.loads(recorded_answers("alex")[f"/api/course_home/outline/{KEY}"])
    blocks = tree["course_blocks"]["blocks"]
    root = next(block for block in blocks.values() if block["type"] == "course")
    section = next(block for block in blocks.values() if block["type"] == "chapter")
    sequence = next(block for block in blocks.values() if block["type"] == "sequential")
    sequences = [f"{sequence['id']}{number}" for number in range(50)]
    blocks.update({key: {**sequence, "id": key} for key in sequences})
    root["children"] = [f"{section['id']}{number}" for number in range(50)]
    blocks.update({key: {**section, "id": key, "children": sequences} for key in root["children"]})
    bodies = {**recorded_answers("alex"), f"/api/course_home/outline/{KEY}": json.dumps(tree).encode()}
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def run() -> Any:
        upstream = Upstream("http://lms.example")
        counting = asyncio.create_task(count())
        document = parse(course(f"outline {{ hasScheduledContent sections {{ sequences {{ {LEAVES} }} }} }}"))
        result = await execute(schema, document, upstream, bodies, {}, Memo(), compiled=False, budget=Budget())
        counting.cancel()
        await upstream.aclose()
        return result

    sections = asyncio.run(run()).data["course"]["outline"]["sections"]
    assert [len(section["sequences"]) for section in sections] == [50] * 50
    assert turns > 100
