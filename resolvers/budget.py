"""How much one answer may hold, and how long its making may keep other requests waiting."""

import asyncio
import time
from collections import deque
from collections.abc import Iterable

from graphql import GraphQLError

from loaders.errors import Code

_SLICE = 0.01
"""Seconds of work after which other requests have their turn."""


class AnswerTooLargeError(GraphQLError):
    """The answer would hold more than one may: nobody gets a part of it."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(
            f"The answer would hold more than {limit} {what}; ask for less at once.",
            extensions={"code": Code.QUERY_TOO_COMPLEX.value, "limit": limit},
        )

    def at_each(self, fields: Iterable[str]) -> list[GraphQLError]:
        """The same error at each of these root fields."""
        return [GraphQLError(self.message, path=[name], extensions=self.extensions) for name in fields]


class Budget:
    """What is left for the answer of one request, all of its parts together.

    `values` counts fields of objects and items of lists, `text` the characters of texts and names. Both are spent as
    the answer is built, before it is written: a text that is selected fifty times is held once until then.
    """

    __slots__ = ("_began", "_text", "_unmeasured", "_values", "_waiting", "text", "values")

    def __init__(self, values: int = 1 << 62, text: int = 1 << 62) -> None:
        self._values, self._text = values, text
        self.values, self.text = values, text
        self._began = time.monotonic()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._unmeasured = 0

    def spend(self, values: int, text: int = 0) -> None:
        """Takes so much. Raises AnswerTooLargeError when there is not enough left."""
        self.values -= values
        self.text -= text
        if self.values < 0:
            raise AnswerTooLargeError("values", self._values)
        if self.text < 0:
            raise AnswerTooLargeError("bytes", self._text)

    def may_hold(self, text: int) -> bool:
        """True when the answer may hold so much text, and all that was let through so before: none of it is counted.

        Together with what is counted, an answer may have twice its bound of text; its bytes are looked at in the end.
        """
        if self._unmeasured + text > self._text:
            return False
        self._unmeasured += text
        return True

    @property
    def due(self) -> bool:
        """True when other requests should have their turn."""
        return time.monotonic() - self._began > _SLICE

    async def turn(self) -> None:
        """Lets other requests have their turn.

        Tasks that work for this request go on one after the other: of thousands that wait, one is woken at a time.
        """
        loop = asyncio.get_running_loop()
        place: asyncio.Future[None] = loop.create_future()
        self._waiting.append(place)
        if len(self._waiting) == 1:
            loop.call_soon(self._next, loop)
        await place
        self.begin()

    def begin(self) -> None:
        """Notes that work begins now: what was waited for does not count."""
        self._began = time.monotonic()

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                break
        if self._waiting:
            loop.call_soon(self._next, loop)
