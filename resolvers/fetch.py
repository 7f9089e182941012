"""Makes the calls of look-ups: the only code of the resolvers that waits for answers.

A look-up says which steps it takes and how its objects are read from their answers. Here the answers are awaited, steps
that they make necessary are asked, a failed first step is replaced by the one that is named for that, and a failure
that remains is raised.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from graphql import GraphQLField, get_named_type, get_nullable_type, is_list_type

from loaders.answer import Loaded
from loaders.calls.wave import under_way
from loaders.endpoint import Missing
from loaders.errors import Code, Failure
from resolvers.answers import Answers
from resolvers.ask import LookUp
from resolvers.context import Info, Request
from resolvers.entity import Entity
from resolvers.found import NOTHING, PROOFS, Found, Told
from resolvers.live import LiveAsk
from resolvers.reading import reading
from resolvers.row import Pending, Row
from resolvers.step import Later, Value

_TURNS = 8
"""Turns of the event loop until the calls of sibling fields are under way."""

_FINAL = frozenset({Code.UNAUTHENTICATED, Code.QUERY_TOO_COMPLEX})
"""Failures after which another endpoint would not answer either, or may not be asked."""

Resolver = Callable[..., Any]


def resolver_of(look_up: LookUp, definition: GraphQLField) -> Resolver:
    """The resolver of a field that a look-up answers."""

    def resolve(row: Row | None, info: Info, **arguments: Any) -> Any:
        ask = LiveAsk(info, row, arguments, definition)
        return objects_of(ask, look_up(ask))

    return resolve


def objects_of(ask: LiveAsk, found: Found, type_name: str | None = None) -> Any:
    """What a field leads to: an object whose calls are under way, a list of such, or a value to await."""
    if found is NOTHING:
        return None
    named = type_name or get_named_type(ask.return_type).name
    if found.each is not None:
        return [objects_of(ask, one, named) for one in found.each]
    if found.text is not None:
        return _valued(found.value, found.text) if found.value is not None else _dated(ask.context, found)
    url, facts = ask.context.public_url, found.facts
    if found.entity is not None:
        entity: Entity = found.entity
        return Pending(lambda names: entity.settle(names, facts), named, url, facts)
    fetch = _Fetch(ask, found, named)
    if type_name is None and is_list_type(get_nullable_type(ask.return_type)):
        return fetch.apart() if found.apart else fetch.read()
    return Pending(fetch.settle, named, url, facts)


async def _dated(request: Request, found: Found) -> Any:
    """A value from the `Date` of an answer: of one that is under way anyway, else of the look-up's own call."""
    client = request.client
    for _ in range(_TURNS):
        if client.date or client.active:
            break
        await asyncio.sleep(0)
    while client.date is None and client.active:
        await client.settled()
    if client.date is None:
        [step] = found.told.values()
        loaded = await step.load()
        if isinstance(loaded, Failure) and client.date is None:
            raise loaded.error()
    assert found.text is not None
    return None if client.date is None else found.text(client.date)


async def _valued(value: Value, text: Callable[[str], Any]) -> Any:
    """A leaf that is made from a value. Raises the failure that keeps it from being known."""
    told = await value.outcome() if isinstance(value, Later) else str(value)
    if isinstance(told, Failure):
        raise told.error()
    return text(told) if isinstance(told, str) else None


async def further(look_up: LookUp, row: Row, info: Info, definition: GraphQLField, read: Callable[[Row], Any]) -> Any:
    """The value of a field that no answer under the row tells: `read` from what the look-up finds; None for nothing."""
    ask = LiveAsk(info, row, {}, definition)
    found = look_up(ask)
    more = None if found is NOTHING else await _Fetch(ask, found, "").settle(None)
    return None if more is None else read(more)


class _Fetch:
    """The calls of one look-up. Each part of an answer reads their outcomes anew; no call is made twice."""

    __slots__ = ("_ask", "_found", "_type_name")

    def __init__(self, ask: LiveAsk, found: Found, type_name: str) -> None:
        self._ask = ask
        self._found = found
        self._type_name = type_name
        proofs = ask.row.facts.get(PROOFS) if ask.row is not None else None
        if proofs is not None and found.proves:
            proofs.append(under_way(self._proof()))

    async def settle(self, names: frozenset[str] | None) -> Row | None:
        """The object; None where there is none. Raises what keeps it from being known."""
        row = await self.read()
        assert not isinstance(row, list)
        return row

    async def read(self) -> Row | list[Row] | None:
        """What the look-up makes of the answers. Raises what keeps it from being known."""
        answers, failure = await self._fetched()
        found = self._found
        if failure is not None and not found.excuses:
            raise failure.error()
        if found.read is None:
            return answers.described()
        if answers.first is None:
            return found.read(answers)
        with reading(answers.first):
            return found.read(answers)

    async def apart(self) -> list[Pending] | None:
        """The objects of a list, each as one whose calls below start before others are built."""
        rows = await self.read()
        assert not isinstance(rows, Row)
        return None if rows is None else [_pending(row) for row in rows]

    async def _proof(self) -> Loaded:
        """The outcome that shows whether the object around this one is there."""
        answers, failure = await self._fetched()
        if failure is not None:
            return failure
        outcomes, first = answers.outcomes, answers.first
        assert first is not None
        return outcomes.payloads.get(first) or outcomes.missing.get(first, Missing.ABSENT)

    async def _fetched(self) -> tuple[Answers, Failure | None]:
        """The answers, and the failure of the first where nothing could replace it."""
        request, found = self._ask.context, self._found
        first = next(iter(found.told), None)
        answers = Answers(request.public_url, self._type_name, first, self._ask.row, found.facts)
        answers.told = frozenset(found.told)
        answers.proofs = [await proof for proof in found.facts.get(PROOFS, ())]
        if found.before:
            await _gather(answers, found.before)
            for lost in answers.outcomes.failed.values():
                return answers, lost
            assert found.guard is not None
            with reading(next(iter(found.before))):
                found.guard(answers)
        await _gather(answers, {**found.told, **found.beside})
        while found.then is not None:
            more = {one: step for one, step in found.then(answers).items() if not answers.knows(one)}
            if not more:
                break
            if not all(map(request.may_replace, answers.outcomes.failed.values())):
                break
            await _gather(answers, more)
            first = answers.first = first or next(iter(more))
        failure = answers.outcomes.failed.get(first) if first is not None else None
        if failure is None or not found.instead or found.then is not None:
            return answers, failure
        if failure.code in _FINAL or not request.may_replace(failure):
            return answers, failure
        return answers, await _replaced(answers, failure, found.instead)


def _pending(row: Row) -> Pending:
    async def settled(names: frozenset[str] | None) -> Row | None:
        return row

    return Pending(settled, row.type_name or "", row.base, row.facts)


async def _replaced(answers: Answers, failure: Failure, instead: Told) -> Failure | None:
    """Asks the step that stands in for the first one. The failure, where that fails as well."""
    assert answers.first is not None
    [(endpoint, step)] = instead.items()
    loaded = await step.load()
    if isinstance(loaded, Failure):
        return failure
    del answers.outcomes.failed[answers.first]
    answers.first, answers.replaced = endpoint, failure
    await _gather(answers, instead)
    return None


async def _gather(answers: Answers, told: Told) -> None:
    """Sorts the outcomes of these steps, all of which are under way before the first is awaited."""
    await answers.outcomes.gather({endpoint: step.load() for endpoint, step in told.items()})
    for endpoint, step in told.items():
        if step.pages:
            answers.pages[endpoint] = step.pages
