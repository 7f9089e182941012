"""A request as bytes, after its parts were checked."""

import re
from collections.abc import Sequence
from functools import lru_cache

import httpx

from loaders.calls.headers import RequestHeaders

_START = re.compile(r"[A-Z]{1,16} /[\x21\x22\x24-\x7e]*")  # no space and no "#" within the target
_is_name = lru_cache(1024)(re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch)
_IN_VALUES = bytes([ord("\t"), *range(0x20, 0x7F), *range(0x80, 0x100)])


def encode_head(
    method: str, target: str, host: bytes, headers: Sequence[tuple[str, str]], content: bytes | None
) -> bytes:
    """The request line and the header lines.

    `target` is the path and the query, percent-encoded. `host` has the lines that are the same for all requests to this
    host. The length of `content` is added where there is content, and for the methods that usually have some.

    Raises httpx.LocalProtocolError for a part that could end a line, and so start another header or request.
    """
    start = f"{method} {target}"
    if not _START.fullmatch(start):
        raise httpx.LocalProtocolError("The method or the target of a request is not valid.")
    length = b""
    if content is not None or method in {"POST", "PUT", "PATCH"}:
        length = b"content-length: %d\r\n" % len(content or b"")
    return b"%b HTTP/1.1\r\n%b%b%b\r\n" % (start.encode("ascii"), host, _lines_of(headers), length)


def encode_lines(headers: Sequence[tuple[str, str]]) -> bytes:
    """The lines of these headers. Raises httpx.LocalProtocolError for a name or a value that is not valid."""
    try:
        values = "".join([value for _, value in headers]).encode("latin-1")
    except UnicodeEncodeError:
        values = b"\0"
    if values.translate(None, _IN_VALUES) or not all(map(_is_name, [name for name, _ in headers])):
        raise httpx.LocalProtocolError("A header of a request is not valid.")
    return "".join([f"{name}: {value}\r\n" for name, value in headers]).encode("latin-1")


def _lines_of(headers: Sequence[tuple[str, str]]) -> bytes:
    if not isinstance(headers, RequestHeaders):
        return encode_lines(headers)
    if headers.lines is None:
        headers.lines = encode_lines(headers)
    return headers.lines
