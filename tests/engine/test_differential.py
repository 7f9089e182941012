"""The compiled projection and the ordinary executor give the same answers, byte for byte."""

from collections.abc import AsyncIterator, Generator

import pytest
from graphql import GraphQLSchema

from resolvers.output import projection
from resolvers.output.budget import Budget
from resolvers.output.projection import fallbacks
from resolvers.output.writer import Writer
from schema.schema import build_schema
from tests.engine.differential import Differential

CASES = 1600
PASSES = 400

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    """The schema, built once."""
    return build_schema()._schema


@pytest.fixture
async def differential(schema: GraphQLSchema) -> AsyncIterator[Differential]:
    """Both ways of execution over recorded answers."""
    made = Differential(schema)
    yield made
    await made.aclose()


async def test_compiled_and_ordinary_execution_agree(differential: Differential) -> None:
    """On sound and on spoilt answers: data, key order, messages, paths and locations."""
    for seed in range(CASES):
        assert (found := await differential.difference(differential.case(seed))) is None, found
    assert differential.compared >= CASES / 2, "the generator makes too few valid queries to prove anything"


async def test_sound_answers_never_fall_back(differential: Differential) -> None:
    """The optimistic way is the way that is gone."""
    fallbacks.clear()
    for seed in range(0, 800, 4):
        await differential.difference(differential.case(seed))
    assert not fallbacks


async def test_no_object_has_more_text_than_is_allowed_for(
    differential: Differential, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text of an object is measured only if the size of its answers allows too much of it."""
    allowed: list[int] = []
    compared = 0

    def refuse(budget: Budget, text: int) -> bool:
        allowed.append(text)
        return False

    def measured(result: object) -> Generator[None, None, int]:
        nonlocal compared
        size = yield from measure(result)
        assert size <= allowed[-1]
        compared += 1
        return size

    measure = projection._measured
    monkeypatch.setattr(Budget, "may_hold", refuse)
    monkeypatch.setattr(projection, "_measured", measured)
    for seed in range(0, 800, 4):
        assert (found := await differential.difference(differential.case(seed))) is None, found
    assert compared > 200


async def test_another_pass_would_write_the_same_code(
    differential: Differential, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pass is the last one if what its code assumes is still true. The next pass, with all needs known, agrees."""
    holds = Writer.holds
    last: list[list[str]] = []
    agreed: list[bool] = []

    def twice(writer: Writer) -> bool:
        lines = [line if isinstance(line, str) else line.text or "" for line in writer.lines]
        if not last:
            if holds(writer):
                last.append(lines)
            return False
        agreed.append(lines == last.pop() and holds(writer))  # a failed assertion here would be the field's error
        return True

    monkeypatch.setattr(Writer, "holds", twice)
    for seed in range(PASSES):
        case = differential.case(seed)
        if (document := differential.document(case)) is not None:
            await differential.answer(document, case)
    assert len(agreed) > PASSES
    assert all(agreed)
