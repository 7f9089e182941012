"""Parses the data of a connection into requests."""

import re
from typing import Protocol

from gateway.protocol.refusal import RefusedError
from gateway.protocol.request_head import Head, check_line, field_of, head_of, is_text

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})(?:;[\t\x20-\x7e\x80-\xff]*)?")
_NO_LINE = re.compile(rb"[^\x20-\x7e\r]")
_BARE = re.compile(rb"(?<!\r)\n|\r[^\n]")
_FREE = 16
"""Bytes of a chunk header that do not count for the limit; a chunk without extensions needs no more."""


class Handler(Protocol):
    """Receives the events of the parser, in order. An exception stops the parser."""

    def on_message_begin(self) -> None:
        """The first byte of a head was received."""

    def on_head(self, head: Head) -> None:
        """A head is complete."""

    def on_body(self, body: bytes) -> None:
        """A part of the body was received."""

    def on_message_complete(self) -> None:
        """The request is complete."""


class RequestReader:
    """Parses the requests of one connection strictly by RFC 9112, and refuses ambiguous ones.

    `limit` bounds the bytes of a head, of trailers and of chunk headers. `Upgrade` is ignored: no other protocol is
    supported, so the data after the head is the body.
    """

    def __init__(self, handler: Handler, limit: int) -> None:
        self._handler = handler
        self._limit = limit
        self._buffer = b""
        self._place = 0  # position of the parser in the buffer
        self._searched = 0  # bytes already searched for a line end
        self._step = self._between
        self._line_checked = False
        self._last = False  # the current request is the last one
        self._left = 0  # remaining bytes of the body or chunk
        self._around = 0  # bytes of chunk headers and trailers
        self._body: list[bytes] = []

    def feed_data(self, data: bytes) -> None:
        """Parses received data. Raises RefusedError; no data can be fed after that."""
        self._buffer = self._buffer + data if self._buffer else data
        while self._step():
            pass
        self._give()
        self._buffer = self._buffer[self._place :]
        self._place = 0

    # A step parses one part of a request. It returns False if it needs more data.

    def _between(self) -> bool:
        """Skips empty lines before a request, and data after the last one."""
        buffer, place = self._buffer, self._place
        if self._last:
            self._place = len(buffer)
            return False
        while buffer.startswith(b"\r\n", place):
            place += 2
        self._place = place
        if place == len(buffer) or buffer[place:] == b"\r":
            return False
        self._handler.on_message_begin()
        self._step = self._head
        return True

    def _head(self) -> bool:
        buffer, start = self._buffer, self._place
        end = buffer.find(b"\r\n\r\n", start + max(0, self._searched - 3))
        self._bound((len(buffer) if end < 0 else end) - start)
        if end < 0:
            self._look_ahead()
            return False
        head = head_of(buffer[start:end])
        self._line_checked = False
        self._pass(end + 4)
        self._last = not head.keep_alive
        self._handler.on_head(head)
        if head.length is None:
            self._around = 0
            self._step = self._chunk_line
        elif head.length:
            self._left = head.length
            self._step = self._fixed_body
        else:
            self._complete()
        return True

    def _look_ahead(self) -> None:
        """Refuses an invalid head early, before its end."""
        buffer, start = self._buffer, self._place
        if not self._line_checked:
            end = buffer.find(b"\n", start + self._searched)
            if end >= 0:
                check_line(buffer[start:end].removesuffix(b"\r"))
                self._line_checked = True
            elif _NO_LINE.search(buffer, start + self._searched):
                raise RefusedError(400, "This is not HTTP.")
        if _BARE.search(buffer, start + max(0, self._searched - 1)):
            raise RefusedError(400, "A line must end with CR and LF.")
        self._searched = len(buffer) - start

    def _fixed_body(self) -> bool:
        piece = self._take()
        if not piece:
            return False
        self._handler.on_body(piece)
        if not self._left:
            self._complete()
        return True

    def _chunk_line(self) -> bool:
        line = self._line()
        if line is None:
            return False
        match = _CHUNK.fullmatch(line)
        if match is None:
            raise RefusedError(400, "A chunk of the body is malformed.")
        self._left = int(match[1], 16)
        self._around = max(0, self._around + len(line) + 2 - _FREE - 2 * self._left)
        self._bound(self._around)
        if self._left:
            self._step = self._chunk
        else:
            self._around = 0
            self._step = self._trailer
        return True

    def _chunk(self) -> bool:
        piece = self._take()
        if not piece:
            return False
        self._body.append(piece)
        if not self._left:
            self._step = self._chunk_end
        return True

    def _chunk_end(self) -> bool:
        end = self._buffer[self._place : self._place + 2]
        if not b"\r\n".startswith(end):
            raise RefusedError(400, "A chunk of the body is longer than its announced size.")
        if len(end) < 2:
            return False
        self._pass(self._place + 2)
        self._step = self._chunk_line
        return True

    def _trailer(self) -> bool:
        """Checks and drops a trailer, which could contain other credentials than the head."""
        line = self._line()
        if line is None:
            return False
        if line:
            field_of(line)
            if not is_text(line):
                raise RefusedError(400, "A trailer has control characters in it.")
            self._around += len(line) + 2
            self._bound(self._around)
        else:
            self._complete()
        return True

    def _complete(self) -> None:
        self._give()
        self._step = self._between
        self._handler.on_message_complete()

    # Helpers of the steps

    def _line(self) -> bytes | None:
        """The next line without its end; None if it is incomplete."""
        buffer, start = self._buffer, self._place
        end = buffer.find(b"\r\n", start + max(0, self._searched - 1))
        self._bound((len(buffer) if end < 0 else end) - start + self._around)
        if end < 0:
            if _BARE.search(buffer, start + max(0, self._searched - 1)):
                raise RefusedError(400, "A line must end with CR and LF.")
            self._searched = len(buffer) - start
            return None
        self._pass(end + 2)
        return buffer[start:end]

    def _take(self) -> bytes:
        """The received part of the remaining bytes."""
        piece = self._buffer[self._place : self._place + self._left]
        self._left -= len(piece)
        self._place += len(piece)
        return piece

    def _pass(self, place: int) -> None:
        self._place = place
        self._searched = 0

    def _bound(self, size: int) -> None:
        if size > self._limit:
            raise RefusedError(
                431, f"A request's line and headers, and what is around its body, may have {self._limit} bytes."
            )

    def _give(self) -> None:
        if self._body:
            self._handler.on_body(b"".join(self._body))
            self._body.clear()
