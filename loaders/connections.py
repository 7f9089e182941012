"""Connections of the pool: how much of an answer they read, and which of them may serve another call."""

import re
from collections.abc import Iterator
from functools import partial
from ssl import SSLContext
from typing import TYPE_CHECKING, Any

from aiohttp import TCPConnector
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ConnectionKey
    from aiohttp.tracing import Trace

MAX_HEAD = 64 * 1024
"""The most bytes that the head of an answer may have, together with the interim answers before it."""

MAX_HEADERS = MAX_HEAD // 4
"""As many headers as fit into `MAX_HEAD`."""

BODILESS = frozenset({204, 304})
"""Statuses of answers that have no body, whatever their headers say."""

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d\.\d (\d{3})")
_BODY = re.compile(rb"\n(?:transfer-encoding:|content-length:(?![ \t]*0*[ \t]*\r?\n))", re.IGNORECASE)


class QuietConnector(TCPConnector):
    """Reuses only connections on which nothing came while they were idle.

    What comes then belongs to nobody: a second answer, or the rest of one that was longer than it said. aiohttp would
    give it to whoever asks next on that connection, which is another person.
    """

    def __init__(self, *, max_body: int, limit: int, keepalive_timeout: float, ssl: SSLContext) -> None:
        super().__init__(limit=limit, keepalive_timeout=keepalive_timeout, ssl=ssl)
        handler: Any = partial(BoundedHandler, loop=self._loop, max_body=max_body)
        self._factory = handler

    async def _get(self, key: "ConnectionKey", traces: "list[Trace]") -> Connection | None:
        while (found := await super()._get(key, traces)) is not None:
            protocol = found.protocol
            if protocol is not None and not protocol.should_close:
                return found
            found.close()
        return None


class BoundedHandler(ResponseHandler):
    """Reads answers of one connection: a head of `MAX_HEAD` bytes, and bodies only where there can be one.

    An answer of status 204 or 304 has no body. Some servers send one all the same. It is dropped, and the connection
    is not used again: the parser would take these bytes for the next answer, which is another person's.
    """

    def __init__(self, *args: Any, max_body: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self._most = MAX_HEAD + 2 * max_body  # room for the lengths of small chunks
        self._head: bytearray | None = None
        self._room = self._left = 0  # bytes that may still come: of the head, and of the whole answer
        self._head_only = False

    def set_response_params(self, **options: Any) -> None:
        """aiohttp calls this before each answer."""
        self._head = bytearray()
        self._room, self._left = MAX_HEAD, self._most
        self._head_only = bool(options.get("skip_payload"))  # the answer to HEAD
        super().set_response_params(**options)

    def data_received(self, data: bytes) -> None:
        """Hands on what may be read."""
        self._left -= len(data)
        if self._left < 0:
            self._give_up()
        elif self._head is not None:
            for part in self._parts(self._head, data):
                super().data_received(part)
        elif self._head_only:
            self.force_close()  # nothing may come after such a head
        else:
            super().data_received(data)

    def _parts(self, head: bytearray, data: bytes) -> Iterator[bytes]:
        """What the parser shall see of these bytes. `head` is what came of the answer's head before them."""
        while data:
            known = len(head)
            head += data[: self._room + 1]
            end = _END.search(head, max(0, known - 3))  # it may lie across two pieces
            if (end.end() if end is not None else len(head)) > self._room:
                self._give_up()
                return
            if end is None:
                yield data
                return
            cut = end.end() - known
            found = _STATUS.match(head)
            status = int(found[1]) if found is not None else 0
            if 100 <= status < 200 and status != 101:
                yield data[:cut]  # an interim answer: another head follows
                head.clear()
                self._room -= end.end()
                data = data[cut:]
                continue
            self._head = None
            if self._head_only or status in BODILESS:
                if (not self._head_only and _BODY.search(head, 0, end.end())) or len(data) > cut:
                    self.force_close()
                self._head_only = True
                data = data[:cut]
            yield data
            return

    def _give_up(self) -> None:
        """Ends the connection: the answer is more than what may be kept of one."""
        if self.transport is not None:
            self.transport.close()
        error = OverflowError("the answer is over the bound")
        self.set_exception(error)
        if self._payload is not None:
            self._payload.set_exception(error)
