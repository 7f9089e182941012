"""`/schema.graphql`: the schema of a running gateway, for the builds of clients."""

from pathlib import Path

import httpx
import pytest
from graphql import build_schema, print_schema

from gateway.settings.settings import Mode

from .conftest import StartGateway

COMMITTED = (Path(__file__).parents[2] / "schema.graphql").read_text(encoding="utf-8")


def test_the_schema_is_served_in_development(client: httpx.Client) -> None:
    answer = client.get("/schema.graphql")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/graphql; charset=utf-8"
    assert answer.text == COMMITTED
    assert print_schema(build_schema(answer.text))


def test_it_is_asked_again_and_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/schema.graphql")
    assert first.headers["cache-control"] == "public, no-cache"
    again = client.get("/schema.graphql", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get("/schema.graphql", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("*", "br"),
        ("gzip;q=1, br;q=0.5, zstd", "gzip"),
        ("zstd", "zstd"),
        ("identity", None),
        ("deflate", None),
        ("br;q=0", None),
    ],
)
def test_it_is_compressed(client: httpx.Client, accepted: str, coding: str | None) -> None:
    """With zstd only where nothing else is taken: a client of builds says that it takes it, and cannot read it."""
    answer = client.get("/schema.graphql", headers={"accept-encoding": accepted})
    assert answer.headers.get("content-encoding") == coding
    assert "Accept-Encoding" in answer.headers["vary"]
    assert answer.text == COMMITTED


def test_it_is_not_compressed_where_nothing_is(start_gateway: StartGateway) -> None:
    answer = start_gateway(compression=False).get("/schema.graphql", headers={"accept-encoding": "br, gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.text == COMMITTED


def test_head_and_other_methods(client: httpx.Client) -> None:
    head = client.head("/schema.graphql")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(COMMITTED.encode()))
    assert client.post("/schema.graphql").status_code == 405


def test_production_serves_it_only_when_switched_on(production: httpx.Client, start_gateway: StartGateway) -> None:
    assert production.get("/schema.graphql").status_code == 404
    assert start_gateway(mode=Mode.PRODUCTION, schema=True).get("/schema.graphql").text == COMMITTED
    assert start_gateway(schema=False).get("/schema.graphql").status_code == 404
