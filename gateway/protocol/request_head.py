"""Parses the head of an HTTP/1 request strictly by RFC 9112, and refuses ambiguous ones."""

import re
import string
from collections.abc import Iterable
from typing import NamedTuple

from gateway.protocol.refusal import RefusedError

_NAME = b"!#$%&'*+-.^_`|~" + string.digits.encode() + string.ascii_letters.encode()
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_CONTROL_BUT_ENDS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE = re.compile(rb"([!#$%&'*+\-.^_`|~0-9A-Za-z]+) ([\x21-\x22\x24-\x7e]+) HTTP/([0-9])\.([0-9])")  # no fragment
_ABSOLUTE = re.compile(rb"https?://([^/?]+)([/?].*)?", re.IGNORECASE)
_HOST = re.compile(rb"(?:\[[0-9A-Za-z:.%]+\]|[!$&'()*+,\-.;=_~%0-9A-Za-z]*)(?::[0-9]*)?")
_LENGTH = re.compile(rb"[0-9]{1,18}")
_FIELDS = re.compile(rb"\r\n([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[\t ]*((?:[^\r\n]*[^\r\n\t ])?)[\t ]*(?=\r\n|\Z)")

_SINGLE = frozenset({b"host", b"content-length"})


class Head(NamedTuple):
    """The request line and the fields. `length` is the length of the body in bytes, None if it is chunked. `expects`:
    the client waits for an interim response before it sends the body.

    Its methods are those of the parser that uvicorn expects.
    """

    method: bytes
    target: bytes
    http_version: str
    fields: list[tuple[bytes, bytes]]
    length: int | None
    keep_alive: bool
    expects: bool

    def get_method(self) -> bytes:
        """The method."""
        return self.method

    def get_http_version(self) -> str:
        """`1.0` or `1.1`."""
        return self.http_version

    def should_keep_alive(self) -> bool:
        """Whether another request may follow."""
        return self.keep_alive

    def should_upgrade(self) -> bool:
        """Never, because no other protocol is supported."""
        return False


def check_line(line: bytes) -> tuple[bytes, bytes, str]:
    """Method, target and version of a request line."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise RefusedError(
            400, "The request line must be a method, a target and a version with one space between them."
        )
    method, target, major, minor = match.groups()
    if major != b"1":
        raise RefusedError(400, "Only version 1 of HTTP is supported.")
    if method == b"CONNECT":
        raise RefusedError(405, "CONNECT is not supported.", headers={"allow": "GET, HEAD, POST, OPTIONS"})
    # A later minor version of HTTP/1 is treated as HTTP/1.1: RFC 9110, section 2.5.
    return method, target, "1.0" if minor == b"0" else "1.1"


def field_of(line: bytes) -> tuple[bytes, bytes]:
    """The lower-case name and the value of a field line."""
    name, colon, value = line.partition(b":")
    if not colon or not name or name.translate(None, _NAME):
        raise RefusedError(400, "A header line is malformed.")
    return name.lower(), value.strip(b" \t")


def is_text(line: bytes) -> bool:
    """True if it has no control characters except tabs."""
    return not _CONTROL.search(line)


def head_of(received: bytes) -> Head:
    """Parses a head without the empty line at its end."""
    number = received.count(b"\r\n")
    if received.count(b"\r") + received.count(b"\n") != 2 * number or _CONTROL_BUT_ENDS.search(received):
        raise RefusedError(400, "The request's headers have control characters in them.")
    method, target, version = check_line(received.partition(b"\r\n")[0])
    found = _FIELDS.findall(received)
    if len(found) != number:
        raise RefusedError(400, "A header line is malformed.")
    fields = [(name.lower(), value) for name, value in found]
    values = dict(fields)
    if len(values) != number:
        _check_single(fields)
    host = values.get(b"host")
    if host is None and version != "1.0":
        raise RefusedError(400, "The request needs a Host header.")
    if host is not None and not _HOST.fullmatch(host):
        raise RefusedError(400, "The Host header is malformed.")
    codings = _all(fields, b"transfer-encoding") if b"transfer-encoding" in values else []
    length = _length(values.get(b"content-length"), codings, version)
    keep_alive = version != "1.0"
    if b"connection" in values:
        options = b",".join(_all(fields, b"connection")).split(b",")
        keep_alive = keep_alive and b"close" not in map(bytes.strip, options)
    expects = b"expect" in values and version != "1.0" and b"100-continue" in _all(fields, b"expect")
    if not target.startswith(b"/"):
        target, fields = _resolved(method, target, fields)
    return Head(method, target, version, fields, length, keep_alive, expects)


def _check_single(fields: Iterable[tuple[bytes, bytes]]) -> None:
    names = [name for name, _ in fields]
    for name in names:
        if name in _SINGLE and names.count(name) > 1:
            raise RefusedError(400, f"The header {name.decode()} occurs more than once.")


def _all(fields: Iterable[tuple[bytes, bytes]], name: bytes) -> list[bytes]:
    """All values of a field, in lower case."""
    return [value.lower() for other, value in fields if other == name]


def _length(announced: bytes | None, codings: list[bytes], version: str) -> int | None:
    """The length of the body by RFC 9112, section 6.3, without its optional repairs."""
    if codings:
        if announced is not None:
            raise RefusedError(400, "Content-Length and Transfer-Encoding exclude each other.")
        if version == "1.0":
            raise RefusedError(400, "A request of version 1.0 has no Transfer-Encoding.")
        if codings != [b"chunked"]:
            each = [coding.strip() for coding in b",".join(codings).split(b",")]
            if each[-1] == b"chunked" and each.count(b"chunked") == 1:
                raise RefusedError(400, "The only supported transfer coding is chunked.")
            raise RefusedError(400, "The Transfer-Encoding must be chunked.")
        return None
    if announced is None:
        return 0
    if not _LENGTH.fullmatch(announced):
        raise RefusedError(400, "The Content-Length is malformed.")
    return int(announced)


def _resolved(
    method: bytes, target: bytes, fields: list[tuple[bytes, bytes]]
) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Resolves a target in absolute form, whose host replaces the header's, or `*`, which is for OPTIONS only."""
    if target == b"*" and method == b"OPTIONS":
        return b"/*", fields
    match = _ABSOLUTE.fullmatch(target)
    if match is None or not match[1] or not _HOST.fullmatch(match[1]):
        raise RefusedError(400, "The request's target must be a path.")
    path = match[2] or b"/"
    others = [(name, value) for name, value in fields if name != b"host"]
    return path if path.startswith(b"/") else b"/" + path, [(b"host", match[1]), *others]
