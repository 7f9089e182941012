"""A request as bytes, after its parts were checked."""

import re
from collections.abc import Iterable

import httpx

_START = re.compile(r"[A-Z]{1,16} /[\x21\x22\x24-\x7e]*")  # no space and no "#" within the target
_FIELDS = re.compile(r"(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+: [\t\x20-\x7e\x80-\xff]*\r\n)*")


def encode_head(
    method: str, target: str, host: str, headers: Iterable[tuple[str, str]], content: bytes | None
) -> bytes:
    """The request line and the header lines.

    `target` is the path and the query, percent-encoded. `host` is the value of the `Host` header. The length of
    `content` is added where there is content, and for the methods that usually have some.

    Raises httpx.LocalProtocolError for a part that could end a line, and so start another header or request.
    """
    fields = f"host: {host}\r\n"
    count = 1
    for name, value in headers:
        fields += f"{name}: {value}\r\n"
        count += 1
    if content is not None or method in {"POST", "PUT", "PATCH"}:
        fields += f"content-length: {len(content or b'')}\r\n"
        count += 1
    start = f"{method} {target}"
    if not _START.fullmatch(start):
        raise httpx.LocalProtocolError("The method or the target of a request is not valid.")
    # The count detects a value with a line break, which would look like two valid lines.
    if not _FIELDS.fullmatch(fields) or fields.count("\r\n") != count:
        raise httpx.LocalProtocolError("A header of a request is not valid.")
    return f"{start} HTTP/1.1\r\n{fields}\r\n".encode("latin-1")
