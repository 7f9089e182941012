"""Parses one response, and decides whether its connection can be reused."""

from typing import Any

import httptools
import httpx

from loaders.calls.headers import ResponseHeaders
from loaders.calls.transport import BODILESS

MAX_HEAD = 64 * 1024
"""Maximum bytes of the header lines of a response, including interim responses and trailers."""

_MAX_INTERIM = 16
_VERSIONS = {"1.0", "1.1"}


_NO_HEADERS = ResponseHeaders([])


class ResponseReader:
    """The parser's callbacks for one exchange: interim responses, then one response, then nothing more.

    `headers` are the received header lines, and `fields` the same by name once they are complete. `error` is set if the
    response cannot be used. `complete` is set when it has ended. `reusable` is true if it was framed by its length or
    by chunks, nothing followed it, and the upstream did not ask to close.
    """

    __slots__ = (
        "_announced",
        "_chunks",
        "_close_delimited",
        "_head_bytes",
        "_head_request",
        "_in_body",
        "_in_trailers",
        "_interim",
        "_max_body",
        "_parser",
        "_size",
        "_surplus",
        "complete",
        "error",
        "fields",
        "headers",
        "keep_alive",
        "started",
        "status",
    )

    def __init__(self, method: str, max_body: int) -> None:
        self._parser: Any = httptools.HttpResponseParser(self)
        self._head_request = method == "HEAD"
        self._max_body = max_body
        self._head_bytes = 0
        self._interim = 0
        self._in_body = False
        self._in_trailers = False
        self._close_delimited = False
        self._announced = 0
        self._surplus = False
        self._chunks: list[bytes] = []
        self._size = 0
        self.started = False
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.fields = _NO_HEADERS
        self.keep_alive = False
        self.complete = False
        self.error: Exception | None = None

    @property
    def body(self) -> bytes:
        """The body so far."""
        return self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)

    @property
    def reusable(self) -> bool:
        """True when the connection may carry another exchange."""
        return self.complete and self.keep_alive and not self._surplus and self.error is None

    def release(self) -> None:
        """Ends the reading. The parser and the reader refer to each other, and would keep it until a collection."""
        self._parser = None
        self._chunks = []

    def feed(self, data: bytes) -> None:
        """Parses received bytes of the response."""
        self.started = True
        if not self._in_body:
            self._head_bytes += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._refuse("It switched to another protocol.")
        except httptools.HttpParserError as error:
            if self.complete:
                self._surplus = True
            else:
                self._refuse(str(error))
        if not self._in_body and not self.complete and self._head_bytes > MAX_HEAD:
            self._refuse_size()

    def end(self) -> None:
        """The upstream has closed its sending side, which ends a response without a length."""
        if self._close_delimited and not self.complete:
            self.complete = True

    def on_message_begin(self) -> None:
        """Starts a response, or finds bytes after the end of one."""
        if self.complete:
            self._surplus = True
            return
        self.headers = []

    def on_header(self, name: bytes, value: bytes) -> None:
        """Stores a header. Trailers are counted and dropped."""
        if not self._in_body:
            if not self.complete:
                self.headers.append((name, value))
        elif not self.complete:
            self._count_trailer(name, value)

    def _count_trailer(self, name: bytes, value: bytes) -> None:
        if not self._in_trailers:
            self._in_trailers = True
            self._measure_head()
        self._head_bytes += len(name) + len(value)
        if self._head_bytes > MAX_HEAD:
            self._refuse_size()

    def on_headers_complete(self) -> None:
        """Decides how the body is framed."""
        if self.complete:
            return
        self.status = self._parser.get_status_code()
        if self._parser.get_http_version() not in _VERSIONS:
            self._refuse("It is of another version of HTTP.")
            return
        if self.status < 200:
            return
        self._in_body = True
        # The start of the body may have come with the head.
        if self._head_bytes > MAX_HEAD and self._measure_head() > MAX_HEAD:
            self._refuse_size()
            return
        self.fields = ResponseHeaders(self.headers)
        length, coding = self._framing()
        if coding is not None and (coding != "chunked" or self._parser.get_http_version() == "1.0"):
            self._refuse("Its transfer coding is not supported.")
            return
        self._announced = 1 if coding is not None else length or 0
        if self._head_request:
            self.complete = True  # the parser would wait for the body that only a GET has
        elif self.status in BODILESS:
            return
        elif length is not None and length > self._max_body:
            self._refuse_size()
        elif length is None and coding is None:
            self._close_delimited = True

    def on_body(self, piece: bytes) -> None:
        """Stores a piece of the body, up to the size limit."""
        if self.complete:
            self._surplus = True
            return
        self._size += len(piece)
        if self._size > self._max_body:
            self._refuse_size()
            self._chunks.clear()
        elif self.error is None:
            self._chunks.append(piece)

    def on_message_complete(self) -> None:
        """Ends an interim response, or the response itself."""
        if self.complete or self.error is not None:
            return
        if self.status < 200:
            self._interim += 1
            if self._interim > _MAX_INTERIM:
                self._refuse("It has too many interim responses.")
            return
        self.complete = True
        # A 204 or 304 has no body. One that announces a body may be followed by it, sooner or later.
        bodiless = self.status in BODILESS and self._announced > 0
        self.keep_alive = self._parser.should_keep_alive() and not bodiless

    def _measure_head(self) -> int:
        self._head_bytes = sum([len(name) + len(value) for name, value in self.headers])
        return self._head_bytes

    def _framing(self) -> tuple[int | None, str | None]:
        """The announced length and the transfer coding. The parser refuses a length that comes twice."""
        length = self.fields.get("content-length")
        coding = self.fields.get("transfer-encoding")
        return None if length is None else int(length), None if coding is None else coding.strip().lower()

    def _refuse_size(self) -> None:
        self.error = self.error or OverflowError()

    def _refuse(self, why: str) -> None:
        self.error = self.error or httpx.RemoteProtocolError(why)
