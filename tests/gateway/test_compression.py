"""Compressed responses."""

import gzip
from collections.abc import Callable

import brotli
import httpx
import orjson
import pytest
import zstandard

from gateway.protocol.encoding import coding_for

from .ask import post
from .conftest import StartGateway

LARGE = "{ __schema { types { name description fields { name description } } } }"
SMALL = "{ __typename }"
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompress(body),
}


@pytest.mark.parametrize(
    ("accept_encoding", "expected"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("zstd;q=0, br;q=0, gzip;q=0", None),
        ("*", "zstd"),
        ("*;q=0", None),
        ("gzip;q=0, *", "zstd"),
        ("gzip;q=0.5, identity", None),
        ("deflate", None),
        ("gzip;q=x", None),
        ("x-gzip", "gzip"),
    ],
)
def test_choice(accept_encoding: str, expected: str | None) -> None:
    assert coding_for(accept_encoding) == expected


def raw(client: httpx.Client, query: str, accept_encoding: str) -> tuple[httpx.Headers, bytes]:
    headers = {"accept-encoding": accept_encoding}
    with client.stream("POST", "/graphql", json={"query": query}, headers=headers) as response:
        return response.headers, b"".join(response.iter_raw())


def test_headers_on_several_lines_are_one(client: httpx.Client) -> None:
    for lines in (["identity", "gzip"], ["br;q=0", "gzip"]):
        given = [("accept-encoding", line) for line in lines]
        request = client.build_request("POST", "/graphql", json={"query": LARGE})
        request.headers = httpx.Headers([*request.headers.multi_items(), *given])
        assert client.send(request).headers.get("content-encoding") == "gzip"


@pytest.mark.parametrize("coding", list(UNPACK))
def test_large_bodies_are_compressed(client: httpx.Client, coding: str) -> None:
    plain = post(client, LARGE)
    assert "content-encoding" not in plain.headers
    headers, body = raw(client, LARGE, coding)
    assert headers["content-encoding"] == coding
    assert int(headers["content-length"]) == len(body)
    assert "Accept-Encoding" in headers["vary"]
    assert len(body) < len(plain.content) / 3
    assert orjson.loads(UNPACK[coding](body)) == plain.json()


def test_small_bodies_are_not(client: httpx.Client) -> None:
    headers, body = raw(client, SMALL, "gzip, br, zstd")
    assert "content-encoding" not in headers
    assert body == b'{"data":{"__typename":"Query"}}'


def test_it_can_be_switched_off(start_gateway: StartGateway) -> None:
    headers, _ = raw(start_gateway(compression=False), LARGE, "gzip, br, zstd")
    assert "content-encoding" not in headers
