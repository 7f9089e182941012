"""A step of a request: its calls and their outcomes."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from loaders.answer import Loaded, Payload
from loaders.calls.wave import start_task
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.declare.found import Given
from resolvers.fetch.context import Request
from resolvers.fetch.reading import UNEXPECTED, unreadable
from resolvers.plan.step import Later, Value
from resolvers.values.path import walk

Via = Callable[[Any], Any]
Sift = Callable[[Payload], Loaded]
Further = Callable[[Payload], Iterable[Given]]


class LiveStep(Struct, eq=False):
    """A step of a request. `pages` holds the outcome of each page if the step fetches several."""

    _request: Request
    endpoint: Endpoint
    _given: Mapping[str, Value | None]
    _more: Sequence[Given] = ()
    _further: Further | None = None
    _sift: Sift | None = None
    _rest: Callable[[], Given] | None = None
    _outcome: Awaitable[Loaded] | None = None
    pages: list[Loaded] = []

    def load(self) -> Awaitable[Loaded]:
        """The outcome. The first use starts the call, unless it depends on another answer."""
        if self._outcome is None:
            waits = self._more or self._further is not None or self._rest is not None
            if waits or Later in map(type, self._given.values()):
                self._outcome = start_task(self._loaded())
            elif self._sift is not None:
                self._outcome = _Sifted(self._call(self._given), self._sift)
            else:
                self._outcome = self._call(self._given)
        return self._outcome

    @property
    def needed_by(self) -> list[Any]:
        """Used by plans only; empty in a request."""
        return []

    def value(self, path: str, via: Via | None = None) -> Later:
        """The value at this path of the answer, converted by `via`."""

        async def value() -> str | Missing | Failure:
            loaded = await self.load()
            if not isinstance(loaded, Payload):
                return loaded
            try:
                found = walk(loaded.value, tuple(path.split(".")) if path else ())
                found = found if via is None else via(found)
            except UNEXPECTED:
                return unreadable(self.endpoint)
            return Missing.ABSENT if found is None else str(found)

        return Later(value)

    def _call(self, given: Mapping[str, Any]) -> Awaitable[Loaded]:
        return self._request.load(self.endpoint.call(**given))

    async def _loaded(self) -> Loaded:
        given = dict(self._given)
        for name, value in given.items():
            if type(value) is Later:
                outcome = await value.outcome()
                if type(outcome) is not str:
                    return outcome  # type: ignore[return-value]
                given[name] = outcome
        if self._rest is not None:
            await asyncio.sleep(0)  # until every look-up of this turn has added what it needs
            given |= self._rest()
        calls = [self._call({**given, **page}) for page in self._more or ({},)]
        self.pages = [await call for call in calls]
        first = self.pages[0]
        if self._further is not None and isinstance(first, Payload):
            try:
                others = [{**given, **page} for page in self._further(first)]
            except UNEXPECTED:
                return unreadable(self.endpoint)
            calls = [self._call(page) for page in others]
            self.pages += [await call for call in calls]
        if self._sift is not None:
            return self._sifted(self._sift)
        return next((page for page in self.pages if isinstance(page, Failure)), first)

    def _sifted(self, sift: Sift) -> Loaded:
        """The sifted outcome of the first page that yields a payload."""
        outcomes: list[Loaded] = []
        for page in self.pages:
            outcomes.append(_sift(page, sift))
            if isinstance(outcomes[-1], Payload):
                return outcomes[-1]
        return next((one for one in outcomes if isinstance(one, Failure)), outcomes[0])


def _sift(loaded: Loaded, sift: Sift) -> Loaded:
    """The sifted outcome of one call."""
    if not isinstance(loaded, Payload):
        return loaded
    try:
        return sift(loaded)
    except UNEXPECTED:
        return unreadable(loaded.answer.endpoint)


class _Sifted:
    """Awaits a call and sifts its outcome, without a task of its own."""

    __slots__ = ("_call", "_sift")

    def __init__(self, call: Awaitable[Loaded], sift: Sift) -> None:
        self._call = call
        self._sift = sift

    def __await__(self) -> Generator[Any, None, Loaded]:
        loaded = yield from self._call.__await__()
        return _sift(loaded, self._sift)
