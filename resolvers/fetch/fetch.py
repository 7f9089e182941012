"""Makes the calls of look-ups: the only code of the resolvers that waits for answers.

A look-up lists its steps, and has the functions that read its objects from the answers. This module awaits the answers,
runs the further steps that they require, replaces a failed first step, and raises a failure that could not be replaced.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from graphql import GraphQLField, get_named_type, get_nullable_type, is_list_type

from loaders.answer import Loaded
from loaders.calls.wave import start_task
from loaders.endpoint import Missing
from loaders.errors import Code, Failure
from resolvers.declare.answers import Answers
from resolvers.declare.ask import LookUp
from resolvers.declare.found import NOTHING, PROOFS, Found, Steps
from resolvers.fetch.ask import LiveAsk
from resolvers.fetch.context import Info, Request
from resolvers.fetch.entity import TURNS, Entity
from resolvers.fetch.reading import reading
from resolvers.output.row import Pending, Row
from resolvers.plan.step import Later, Value

_FINAL = frozenset({Code.UNAUTHENTICATED, Code.QUERY_TOO_COMPLEX})
"""Failures that rule out a replacement: another endpoint would fail too, or may not be called."""

Resolver = Callable[..., Any]


def resolver_of(look_up: LookUp, definition: GraphQLField) -> Resolver:
    """The resolver of a field that has a look-up."""

    def resolve(row: Row | None, info: Info, **arguments: Any) -> Any:
        ask = info if type(info) is LiveAsk else LiveAsk.of(info, row, arguments, definition)
        return objects_of(ask, look_up(ask))

    return resolve


def objects_of(ask: LiveAsk, found: Found, type_name: str | None = None) -> Any:
    """The result of a field: an object whose calls are in progress, a list of objects, or an awaitable value."""
    if found is NOTHING:
        return None
    named = type_name or get_named_type(ask.return_type).name
    if found.each is not None:
        return [objects_of(ask, one, named) for one in found.each]
    if found.text is not None:
        return _valued(found.value, found.text) if found.value is not None else _dated(ask.context, found)
    url = ask.context.public_url
    if found.entity is not None:
        entity: Entity = found.entity
        if entity.proves is not None:
            _record(ask.row, entity.proof)
        return Pending(entity.settle, named, url, entity.facts)
    fetch = _Fetch(ask, found, named)
    if type_name is None and is_list_type(get_nullable_type(ask.return_type)):
        return fetch.read_concurrently() if found.concurrent else fetch.read()
    return Pending(fetch.settle, named, url, found.facts)


def _record(parent: Row | None, proof: Callable[[], Coroutine[Any, Any, Loaded]]) -> None:
    """Adds the outcome that shows whether the parent object exists, if the parent waits for it."""
    proofs = parent.facts.get(PROOFS) if parent is not None else None
    if proofs is not None:
        proofs.append(start_task(proof()))


async def _dated(request: Request, found: Found) -> Any:
    """A value made from the `Date` header of an answer in progress; if there is none, of the look-up's own call."""
    client = request.client
    for _ in range(TURNS):
        if client.date or client.active:
            break
        await asyncio.sleep(0)
    while client.date is None and client.active:
        await client.settled()
    if client.date is None:
        [step] = found.steps.values()
        loaded = await step.load()
        if isinstance(loaded, Failure) and client.date is None:
            raise loaded.error()
    assert found.text is not None
    return None if client.date is None else found.text(client.date)


async def _valued(value: Value, text: Callable[[str], Any]) -> Any:
    """A leaf made from a value. Raises the failure of the call that should have provided it."""
    known = await value.outcome() if isinstance(value, Later) else str(value)
    if isinstance(known, Failure):
        raise known.error()
    return text(known) if isinstance(known, str) else None


async def further(look_up: LookUp, row: Row, info: Info, definition: GraphQLField, read: Callable[[Row], Any]) -> Any:
    """A field that no answer of the row provides: `read` from the look-up's result; None if it finds nothing."""
    ask = LiveAsk.of(info, row, {}, definition)
    found = look_up(ask)
    more = None if found is NOTHING else await _Fetch(ask, found, "").settle(None)
    return None if more is None else read(more)


class _Fetch:
    """The calls of one look-up. Every part of the response reads their outcomes again; no call is made twice."""

    __slots__ = ("_ask", "_found", "_type_name")

    def __init__(self, ask: LiveAsk, found: Found, type_name: str) -> None:
        self._ask = ask
        self._found = found
        self._type_name = type_name
        if found.proves:
            _record(ask.row, self._proof)

    async def settle(self, names: frozenset[str] | None) -> Row | None:
        """The object; None if it does not exist. Raises the failure that prevented reading it."""
        row = await self.read()
        assert not isinstance(row, list)
        return row

    async def read(self) -> Row | list[Row] | None:
        """The objects that the look-up makes from the answers. Raises the failure that prevented reading them."""
        answers, failure = await self._fetched()
        found = self._found
        if failure is not None and not found.handles_failure:
            raise failure.error()
        if found.read is None:
            return answers.described()
        if answers.first is None:
            return found.read(answers)
        with reading(answers.first):
            return found.read(answers)

    async def read_concurrently(self) -> list[Pending] | None:
        """The objects of a list as pending ones, so that calls below each start before others are built."""
        rows = await self.read()
        assert not isinstance(rows, Row)
        return None if rows is None else [_pending(row) for row in rows]

    async def _proof(self) -> Loaded:
        """The outcome that shows whether the parent object exists."""
        answers, failure = await self._fetched()
        if failure is not None:
            return failure
        outcomes, first = answers.outcomes, answers.first
        assert first is not None
        return outcomes.payloads.get(first) or outcomes.missing.get(first, Missing.ABSENT)

    async def _fetched(self) -> tuple[Answers, Failure | None]:
        """The answers, and the failure of the first call if nothing could replace it."""
        request, found = self._ask.context, self._found
        first = next(iter(found.steps), None)
        answers = Answers(request.public_url, self._type_name, first, self._ask.row, found.facts)
        answers.read_from = frozenset(found.steps)
        answers.proofs = [await proof for proof in found.facts.get(PROOFS, ())]
        if found.before:
            await _gather(answers, found.before)
            for lost in answers.outcomes.failed.values():
                return answers, lost
            assert found.guard is not None
            with reading(next(iter(found.before))):
                found.guard(answers)
        await _gather(answers, {**found.steps, **found.also})
        while found.then is not None:
            more = {one: step for one, step in found.then(answers).items() if not answers.knows(one)}
            if not more:
                break
            if not all(map(request.may_replace, answers.outcomes.failed.values())):
                break
            await _gather(answers, more)
            first = answers.first = first or next(iter(more))
        failure = answers.outcomes.failed.get(first) if first is not None else None
        if failure is None or not found.replacements or found.then is not None:
            return answers, failure
        if failure.code in _FINAL or not request.may_replace(failure):
            return answers, failure
        return answers, await _replaced(answers, failure, found.replacements)


def _pending(row: Row) -> Pending:
    async def settled(names: frozenset[str] | None) -> Row | None:
        return row

    return Pending(settled, row.type_name or "", row.base, row.facts)


async def _replaced(answers: Answers, failure: Failure, instead: Steps) -> Failure | None:
    """Runs the replacement of the first step. Returns the failure if the replacement fails too."""
    assert answers.first is not None
    [(endpoint, step)] = instead.items()
    loaded = await step.load()
    if isinstance(loaded, Failure):
        return failure
    del answers.outcomes.failed[answers.first]
    answers.first, answers.replaced = endpoint, failure
    await _gather(answers, instead)
    return None


async def _gather(answers: Answers, steps: Steps) -> None:
    """Sorts the outcomes of these steps. All of them start before the first is awaited."""
    await answers.outcomes.gather({endpoint: step.load() for endpoint, step in steps.items()})
    for endpoint, step in steps.items():
        if step.pages:
            answers.pages[endpoint] = step.pages
