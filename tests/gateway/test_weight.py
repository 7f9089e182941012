"""Prepared documents take the estimated memory, and do not exceed their limit."""

import asyncio
import gc
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    Token,
    parse,
)

from gateway.documents.prepared import Documents
from gateway.documents.weight import lighten
from loaders.calls.client import Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth
from resolvers.plan.cache import plan_operation
from schema.schema import build_schema
from tests.engine.differential import BASE, execute
from tests.engine.memory import recorded_answers
from tests.operations.catalogue import operations, text_of

HOME = text_of("pages/course_home:CourseHomePage")
BODIES = recorded_answers("alex")
VARIABLES = {"key": "course-v1:OpenedX+DemoX+DemoCourse"}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    """The schema, built once."""
    return build_schema()._schema


def grown(make: Callable[[], Any]) -> int:
    """Bytes that stay while what `make` returns is held."""
    gc.collect()
    tracemalloc.start()
    try:
        held = make()
        gc.collect()
        size = tracemalloc.get_traced_memory()[0]
        del held
        return size
    finally:
        tracemalloc.stop()


def test_the_estimate_is_near_the_truth() -> None:
    """For all of the clients' documents together, within a fifth."""
    texts = [operation.text for operation in operations().values()]
    estimated = 0

    def documents() -> list[DocumentNode]:
        nonlocal estimated
        asts = [parse(text) for text in texts]
        estimated = sum(map(lighten, asts))
        return asts

    taken = grown(documents)
    assert abs(taken - estimated) < taken / 5


def test_documents_leave_nothing_to_the_collector() -> None:
    """A document that is forgotten goes at once, tokens and all."""
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(one, Token | FieldNode) for one in gc.get_objects())
        lighten(parse(HOME))
        after = sum(isinstance(one, Token | FieldNode) for one in gc.get_objects())
    finally:
        gc.enable()
    assert after <= before


async def flood(schema: GraphQLSchema, documents: Documents, cases: list[tuple[str, dict[str, Any]]]) -> None:
    """Executes each of these documents once, on recorded answers."""
    upstream = Upstream(BASE)
    for text, variables in cases:
        document = documents.prepare(text)
        assert document.ast is not None, document.errors
        plans = documents.plans(document, variables, Credentials(schemes=Auth.JWT))
        fragments = {d.name.value: d for d in document.ast.definitions if isinstance(d, FragmentDefinitionNode)}
        (operation,) = (one for one in document.ast.definitions if isinstance(one, OperationDefinitionNode))
        signed_in = Credentials(schemes=Auth.JWT)
        plans.operations[id(operation)] = plan_operation(schema, fragments, operation, variables, signed_in, plans)
        result = await execute(schema, document.ast, upstream, BODIES, variables, plans)
        assert result.data is not None
        assert result.data["course"] is not None
    await upstream.aclose()


def distinct(count: int) -> list[tuple[str, dict[str, Any]]]:
    """The same page under many names."""
    return [(HOME.replace("CourseHomePage", f"Page{number}"), VARIABLES) for number in range(count)]


def combinations(count: int) -> list[tuple[str, dict[str, Any]]]:
    """One document with a choice at each of its largest fields, and all that can be chosen."""
    flags = [f"f{place}" for place in range(7)]
    text = HOME.replace(
        "($key: CourseKey!", "($key: CourseKey!, " + ", ".join(f"${flag}: Boolean!" for flag in flags), 1
    )
    text = (
        text.rstrip().removesuffix("}")
        + " ".join(f"f{p}: serverTime @skip(if: ${flag})" for p, flag in enumerate(flags))
        + " }"
    )
    return [
        (text, {**VARIABLES, **{flag: bool(number >> place & 1) for place, flag in enumerate(flags)}})
        for number in range(count)
    ]


@pytest.mark.parametrize("cases", [distinct, combinations], ids=["documents", "choices"])
def test_a_flood_of_documents_stays_within_the_limit_of_the_cache(
    schema: GraphQLSchema, cases: Callable[[int], list[tuple[str, dict[str, Any]]]]
) -> None:
    """Far more of them than there is room for: at no time do they take more than twice what they may."""
    capacity = 2 * 2**20
    asyncio.run(flood(schema, Documents(schema, capacity=capacity), cases(2)))  # what lives as long as the process

    gc.collect()
    gc.disable()  # a server collects so seldom that it is no help here
    tracemalloc.start()
    try:
        asyncio.run(flood(schema, Documents(schema, capacity=capacity), cases(36)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.enable()
    assert peak < capacity * 2


_LONG = 40_000
_UNKNOWN = " ".join(f"a{number}: 1" for number in range(25))
_UNUSED = ", ".join(f"$v{number}: Int" for number in range(25))
REFUSED: dict[str, Callable[[int], str]] = {
    "literals": lambda number: (
        f"mutation N{number} {{ addBookmark(input: {{ a: {chr(34)}{'x' * _LONG}😀{chr(34)} {_UNKNOWN} }}) "
        "{ userErrors { code } } }"
    ),
    "names": lambda number: f"query {'N' * _LONG}{number}({_UNUSED}) {{ __typename }}",
    "comments": lambda number: f"{{ nope{number} }} # {'x' * _LONG}😀",
    "mistakes": lambda number: "{" + " ".join(f"nope{number}_{n}" for n in range(19)) + "}",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_documents_take_little(schema: GraphQLSchema, name: str) -> None:
    """However long they are, and whatever their errors quote."""
    capacity = 2**20
    make = REFUSED[name]
    Documents(schema, capacity=capacity).prepare(make(0))

    def refused() -> Documents:
        documents = Documents(schema, capacity=capacity)
        for number in range(10):
            document = documents.prepare(make(number))
            assert document.ast is None
            assert sum(len(error.message) for error in document.errors) < 10_000
            assert all(error.source is None and error.nodes is None for error in document.errors)
        return documents

    assert grown(refused) < capacity / 4


def test_refused_documents_are_remembered(schema: GraphQLSchema) -> None:
    documents = Documents(schema)
    assert documents.prepare("{ nope }") is documents.prepare("{ nope }")
