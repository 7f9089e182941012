"""Limits on the size of a response, and on how long building it may block other requests."""

import asyncio
import time
from collections import deque
from collections.abc import Iterable

from graphql import GraphQLError

from loaders.errors import Code

_SLICE = 0.01
"""Seconds of work before yielding to other requests."""


class AnswerTooLargeError(GraphQLError):
    """The response would exceed a limit. No part of it is delivered."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(
            f"The answer would hold more than {limit} {what}; ask for less at once.",
            extensions={"code": Code.QUERY_TOO_COMPLEX.value, "limit": limit},
        )

    def at_each(self, fields: Iterable[str]) -> list[GraphQLError]:
        """Returns this error once for each of these root fields."""
        return [GraphQLError(self.message, path=[name], extensions=self.extensions) for name in fields]


class Budget:
    """The remaining budget for the response of one request, over all of its parts.

    `values` counts fields of objects and items of lists. `text` counts the characters of texts and names. Both are
    spent while the response is built, before it is serialized. Until then, a text selected fifty times is held once.
    """

    __slots__ = ("_began", "_text", "_unmeasured", "_values", "_waiting", "text", "values")

    def __init__(self, values: int = 1 << 62, text: int = 1 << 62) -> None:
        self._values, self._text = values, text
        self.values, self.text = values, text
        self._began = time.monotonic()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._unmeasured = 0

    def spend(self, values: int, text: int = 0) -> None:
        """Spends a number of values and characters. Raises AnswerTooLargeError if too few are left."""
        self.values -= values
        self.text -= text
        if self.values < 0:
            raise AnswerTooLargeError("values", self._values)
        if self.text < 0:
            raise AnswerTooLargeError("bytes", self._text)

    def may_hold(self, text: int) -> bool:
        """True if this much uncounted text is allowed, in addition to earlier uncounted text.

        With the counted text, a response may hold twice its limit. Its size in bytes is checked at the end.
        """
        if self._unmeasured + text > self._text:
            return False
        self._unmeasured += text
        return True

    @property
    def due(self) -> bool:
        """True if other requests are due a turn."""
        return time.monotonic() - self._began > _SLICE

    async def turn(self) -> None:
        """Yields to other requests.

        The waiting tasks of this request resume one at a time, even if there are thousands of them.
        """
        loop = asyncio.get_running_loop()
        place: asyncio.Future[None] = loop.create_future()
        self._waiting.append(place)
        if len(self._waiting) == 1:
            loop.call_soon(self._next, loop)
        await place
        self.begin()

    def begin(self) -> None:
        """Restarts the clock, so that time spent waiting is not counted as work."""
        self._began = time.monotonic()

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                break
        if self._waiting:
            loop.call_soon(self._next, loop)
