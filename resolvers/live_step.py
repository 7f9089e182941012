"""A step of a request: its calls, and what they came to."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from loaders.answer import Loaded, Payload
from loaders.calls.wave import under_way
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.context import Request
from resolvers.found import Given
from resolvers.reading import SURPRISES, unreadable
from resolvers.row import walk
from resolvers.step import Later, Value

Via = Callable[[Any], Any]
Sift = Callable[[Payload], Loaded]
Further = Callable[[Payload], Iterable[Given]]


class LiveStep:
    """A step of a request. `pages` are its outcomes where it asks for several pages."""

    __slots__ = ("_further", "_given", "_more", "_outcome", "_request", "_rest", "_sift", "endpoint", "pages")

    def __init__(
        self,
        request: Request,
        endpoint: Endpoint,
        given: Mapping[str, Value | None],
        more: Sequence[Given] = (),
        further: Further | None = None,
        sift: Sift | None = None,
        rest: Callable[[], Given] | None = None,
    ) -> None:
        self._rest = rest
        self._request = request
        self.endpoint = endpoint
        self._given = given
        self._more = more
        self._further = further
        self._sift = sift
        self._outcome: asyncio.Future[Loaded] | None = None
        self.pages: list[Loaded] = []

    def load(self) -> "asyncio.Future[Loaded]":
        """The outcome. Its call starts when this is asked for first, if no other has to answer before."""
        if self._outcome is None:
            waits = any((self._more, self._further, self._sift, self._rest)) or any(
                type(value) is Later for value in self._given.values()
            )
            self._outcome = under_way(self._loaded()) if waits else self._call(self._given)
        return self._outcome

    @property
    def helps(self) -> list[Any]:
        """Nothing that a request needs to know."""
        return []

    def value(self, path: str, via: Via | None = None) -> Later:
        """A value that the answer tells at this path, made from it by `via`."""

        async def value() -> str | Missing | Failure:
            loaded = await self.load()
            if not isinstance(loaded, Payload):
                return loaded
            try:
                found = walk(loaded.value, tuple(path.split(".")) if path else ())
                found = found if via is None else via(found)
            except SURPRISES:
                return unreadable(self.endpoint)
            return Missing.ABSENT if found is None else str(found)

        return Later(value)

    def _call(self, given: Mapping[str, Any]) -> "asyncio.Future[Loaded]":
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
            await asyncio.sleep(0)  # until every look-up of this turn has said what it wants
            given |= self._rest()
        calls = [self._call({**given, **page}) for page in self._more or ({},)]
        self.pages = [await call for call in calls]
        first = self.pages[0]
        if self._further is not None and isinstance(first, Payload):
            try:
                others = [{**given, **page} for page in self._further(first)]
            except SURPRISES:
                return unreadable(self.endpoint)
            calls = [self._call(page) for page in others]
            self.pages += [await call for call in calls]
        if self._sift is not None:
            return self._sifted(self._sift)
        return next((page for page in self.pages if isinstance(page, Failure)), first)

    def _sifted(self, sift: Sift) -> Loaded:
        """What the first page is worth that has anything."""
        outcomes: list[Loaded] = []
        for page in self.pages:
            try:
                outcomes.append(sift(page) if isinstance(page, Payload) else page)
            except SURPRISES:
                outcomes.append(unreadable(self.endpoint))
            if isinstance(outcomes[-1], Payload):
                return outcomes[-1]
        return next((one for one in outcomes if isinstance(one, Failure)), outcomes[0])
