"""The transport on which uvicorn writes its responses."""

from collections.abc import Callable

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
"""The interim response, as uvicorn writes it."""


class ResponseTransport:
    """Sends the head of a response together with the start of its body, and ignores data once the connection closes.

    A proxy repeats a request only if no part of the response has arrived. If a worker were killed after it has sent the
    head alone, the request could not be repeated.
    """

    __slots__ = ("_begun", "_head", "_leave", "_send", "is_closing")

    def __init__(self, send: Callable[..., None], is_closing: Callable[[], bool], leave: Callable[[], None]) -> None:
        self._send = send
        self._leave = leave
        self.is_closing = is_closing
        self._begun = False  # a response has begun and is not complete
        self._head: bytes | None = None

    def write(self, data: bytes) -> None:
        """Writes the next piece of the response. The first piece is the head."""
        if self.is_closing():
            return
        if self._head is not None:
            head, self._head = self._head, None
            self._send(head, data)
        elif self._begun or data == CONTINUE:
            self._send(data)
        else:
            self._begun, self._head = True, data

    def end(self) -> None:
        """Ends the response, which may have had no body."""
        if self._head is not None and not self.is_closing():
            self._send(self._head)
        self._begun, self._head = False, None

    def close(self) -> None:
        """Ends the response and closes the connection."""
        self.end()
        self._leave()
