"""Invalid requests as bytes, and the expected responses of a gateway."""

import asyncio
import json


def _post(body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    lines = [
        "POST /graphql HTTP/1.1",
        "host: gateway",
        f"content-type: {kind}",
        f"content-length: {len(body)}",
        *headers,
    ]
    return "\r\n".join([*lines, "connection: close", "", ""]).encode("latin-1") + body


def _query(text: str, **members: object) -> bytes:
    return _post(json.dumps({"query": text, **members}).encode())


_KEYED = "query($key: CourseKey!) { course(key: $key) { title } }"

BAD_REQUESTS: dict[str, bytes] = {
    "empty body": _post(b""),
    "not JSON": _post(b"{"),
    "not UTF-8": _post(b'{"query": "\xff\xfe"}'),
    "null bytes": _post(b'{"query": "\x00"}'),
    "an array": _post(b"[]"),
    "a batch": _post(json.dumps([{"query": "{ viewer { username } }"}] * 50).encode()),
    "a number": _post(b"1e999"),
    "JSON nested deeply": _post(b"[" * 100_000),
    "variables nested deeply": _query(_KEYED, variables={"key": "course-v1:a+b+c", "x": [[[[[[[[]]]]]]]]}),
    "query is a number": _query("x").replace(b'"x"', b"123"),
    "empty query": _query(""),
    "parse error": _query("{ viewer { "),
    "unknown field": _query("{ nothing { here } }"),
    "selections nested deeply": _query("{ a " * 5_000 + "}" * 5_000),
    "many aliases": _query("{" + " ".join(f"a{run}: viewer {{ username }}" for run in range(5_000)) + "}"),
    "many directives": _query("{ viewer " + "@include(if: true) " * 2_000 + "{ username } }"),
    "fragment cycle": _query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
    "long name": _query("{ " + "a" * 200_000 + " }"),
    "key with a newline": _query(_KEYED, variables={"key": "course-v1:a+b+c\r\nx-evil: 1"}),
    "key with a path": _query(_KEYED, variables={"key": "course-v1:a+b+../../../user/v1/me"}),
    "key with a query": _query(_KEYED, variables={"key": "course-v1:a+b+c?username=alex"}),
    "key that is an object": _query(_KEYED, variables={"key": {"$ne": 1}}),
    "long key": _query(_KEYED, variables={"key": "course-v1:a+b+" + "c" * 5_000}),
    "surrogate": _post(b'{"query": "{ viewer { username } }", "variables": {"key": "\\ud800"}}'),
    "wrong type": _post(b"query={ viewer { username } }", kind="text/plain"),
    "form": _post(b"query=x", kind="application/x-www-form-urlencoded"),
    "too large": _post(b'{"query": "' + b"x" * 2_000_000 + b'"}'),
    "long header": _query("{ viewer { username } }").replace(
        b"connection:", b"x-long: " + b"x" * 100_000 + b"\r\nconnection:"
    ),
    "header injection": _query("{ viewer { username } }").replace(
        b"connection:", b"authorization: JWT a\x01b\r\nconnection:"
    ),
    "bad cookies": _query("{ viewer { username } }").replace(
        b"connection:", b"cookie: sessionid=\xff\xfe; ;=;;a\r\nconnection:"
    ),
    "bad JWT": _query("{ viewer { username } }").replace(
        b"connection:", b"authorization: JWT e30.e30.e30\r\nconnection:"
    ),
    "unknown method": b"BREW /graphql HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n",
    "GET with a mutation": b"GET /graphql?query=mutation%7Bx%7D HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n",
    "GET without a query": b"GET /graphql HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n",
    "not HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "two lengths": b"POST /graphql HTTP/1.1\r\nhost: g\r\ncontent-length: 2\r\ncontent-length: 50\r\n\r\n{}",
    "length and chunks": _post(b"0\r\n\r\n", "transfer-encoding: chunked"),
    "body cut off": _query("{ viewer { username } }")[:-10],
    "path traversal": b"GET /../../etc/passwd HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n",
}


async def send_raw(port: int, raw: bytes, timeout: float = 5.0) -> int:
    """The status of the answer; 0 when the connection was closed without one, 599 when nothing came in time."""
    try:
        async with asyncio.timeout(timeout):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(raw)
                if writer.can_write_eof():
                    writer.write_eof()
                line = await reader.readline()
            finally:
                writer.close()
    except TimeoutError:
        return 599
    except OSError:  # refused, reset, or closed before all was sent
        return 0
    parts = line.split()
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
