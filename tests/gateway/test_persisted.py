"""Documents that clients request by hash or by an identifier from a manifest."""

import asyncio
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from gateway.documents.store import LayeredDocumentStore, MemoryDocumentStore
from gateway.settings.settings import Mode
from tests.loaders.servers import redis_server

from .ask import GRAPHQL_JSON, TYPENAME, code_of, error_of
from .conftest import StartGateway

UNKNOWN = "0" * 64


def hash_of(query: str) -> str:
    return sha256(query.encode()).hexdigest()


def extension(digest: Any, version: Any = 1) -> dict[str, Any]:
    return {"persistedQuery": {"version": version, "sha256Hash": digest}}


def ask(client: httpx.Client, **members: Any) -> httpx.Response:
    return client.post("/graphql", json=members, headers={"accept": GRAPHQL_JSON})


def test_registration(client: httpx.Client) -> None:
    query = "query Registered { __typename }"
    named = extension(hash_of(query))
    missing = ask(client, extensions=named)
    assert (missing.status_code, code_of(missing)) == (404, "PERSISTED_QUERY_NOT_FOUND")
    assert error_of(missing)["message"] == "PersistedQueryNotFound"
    assert missing.headers["cache-control"] == "private, no-store"
    legacy = client.post("/graphql", json={"extensions": named})
    assert (legacy.status_code, code_of(legacy)) == (200, "PERSISTED_QUERY_NOT_FOUND")
    assert ask(client, query=query, extensions=named).json() == {"data": {"__typename": "Query"}}
    assert ask(client, extensions=named).json() == {"data": {"__typename": "Query"}}


def test_registered_documents_over_get(client: httpx.Client) -> None:
    query = "query Got($with: Boolean!) { __typename @include(if: $with) }"
    ask(client, query=query, variables={"with": True}, extensions=extension(hash_of(query)))
    params = {"extensions": json.dumps(extension(hash_of(query))), "variables": '{"with":true}'}
    assert client.get("/graphql", params=params).json() == {"data": {"__typename": "Query"}}
    by_id = client.get("/graphql", params={"documentId": f"sha256:{hash_of(query)}", "variables": '{"with":false}'})
    assert by_id.json() == {"data": {}}


def test_the_hash_must_be_the_documents(client: httpx.Client) -> None:
    for members in ({"extensions": extension(UNKNOWN)}, {"documentId": f"sha256:{UNKNOWN}"}):
        response = ask(client, query=TYPENAME, **members)
        assert (response.status_code, code_of(response)) == (400, "BAD_USER_INPUT")
    assert code_of(ask(client, extensions=extension(UNKNOWN))) == "PERSISTED_QUERY_NOT_FOUND"


def test_unsound_documents_are_not_registered(client: httpx.Client) -> None:
    query = "{ nonsense }"
    assert code_of(ask(client, query=query, extensions=extension(hash_of(query)))) == "GRAPHQL_VALIDATION_FAILED"
    assert code_of(ask(client, extensions=extension(hash_of(query)))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "extensions",
    [
        {"persistedQuery": "x"},
        {"persistedQuery": {}},
        extension(UNKNOWN, 2),
        extension(UNKNOWN, "1"),
        extension("0" * 63),
        extension("0" * 65),
        extension("A" * 64),
        extension(7),
        extension(None),
    ],
)
def test_malformed_extensions(client: httpx.Client, extensions: dict[str, Any]) -> None:
    for members in ({}, {"query": TYPENAME}):
        response = ask(client, extensions=extensions, **members)
        assert (response.status_code, code_of(response)) == (400, "BAD_USER_INPUT")


def test_the_store_is_bounded(start_gateway: StartGateway) -> None:
    client = start_gateway(persisted_queries_characters=1200)
    queries = [f"query Q{number} {{ __typename }}".ljust(300) for number in range(5)]
    for query in queries:
        assert ask(client, query=query, extensions=extension(hash_of(query))).status_code == 200
    found = [ask(client, extensions=extension(hash_of(query))).status_code == 200 for query in queries]
    assert found == [False, False, True, True, True]
    large = "query Large { __typename }".ljust(2000)
    assert ask(client, query=large, extensions=extension(hash_of(large))).status_code == 200
    assert ask(client, extensions=extension(hash_of(large))).status_code == 404


def test_hashes_are_bounded_as_documents_are() -> None:
    async def held(documents: int) -> int:
        store = MemoryDocumentStore(10_000)
        for number in range(documents):
            await store.put(f"{number:064}", "{a}")
        return sum([await store.get(f"{number:064}") is not None for number in range(documents)])

    assert asyncio.run(held(1000)) == 10_000 // 67


def test_workers_share_documents_and_keep_their_own_without_redis(start_gateway: StartGateway, tmp_path: Path) -> None:
    named = extension(hash_of(TYPENAME))
    with redis_server(tmp_path) as (redis, process):
        one, two, three = (start_gateway(redis_url=redis) for _ in range(3))
        assert ask(one, query=TYPENAME, extensions=named).status_code == 200
        assert ask(two, extensions=named).status_code == 200
        process.kill()
        process.wait()
        for _ in range(5):  # soon the breaker is open
            assert ask(one, extensions=named).status_code == 200
            assert ask(two, extensions=named).status_code == 200
            assert code_of(ask(three, extensions=named)) == "PERSISTED_QUERY_NOT_FOUND"
        assert ask(three, query=TYPENAME, extensions=named).status_code == 200
        assert ask(three, extensions=named).status_code == 200


def test_a_document_that_the_far_store_lost_can_be_sent_again() -> None:
    async def scenario() -> None:
        near, far = MemoryDocumentStore(1000), MemoryDocumentStore(1000)
        await near.put(hash_of(TYPENAME), TYPENAME)
        layered = LayeredDocumentStore(near, far)
        assert await layered.get(hash_of(TYPENAME)) == TYPENAME
        await layered.put(hash_of(TYPENAME), TYPENAME)
        assert await far.get(hash_of(TYPENAME)) == TYPENAME

    asyncio.run(scenario())


def test_documents_in_use_are_stored_in_redis_again() -> None:
    """Redis may be emptied, or let a document expire, while the workers that know it go on; others start anew."""

    async def run() -> None:
        query, commented = "{ viewer { username } }", "# A comment\n{ viewer { username } }"
        near, far = MemoryDocumentStore(1000), MemoryDocumentStore(1000)
        layered = LayeredDocumentStore(near, far, renew_seconds=0.5)
        for text in (query, commented):
            await layered.put(hash_of(text), text)
        emptied = layered._far = MemoryDocumentStore(1000)
        for _ in range(2):
            for text in (query, commented):
                assert await layered.get(hash_of(text)) is not None
            await asyncio.sleep(0)
            assert await emptied.get(hash_of(query)) is None  # it was given a moment ago
        await asyncio.sleep(0.55)
        for text in (query, commented):
            assert await layered.get(hash_of(text)) is not None
        await asyncio.sleep(0)
        assert await emptied.get(hash_of(query)) == query
        # Kept without its comment, this text is not the one that its hash stands for.
        assert await emptied.get(hash_of(commented)) is None

    asyncio.run(run())


def test_registration_can_be_switched_off(start_gateway: StartGateway) -> None:
    client = start_gateway(persisted_queries=False)
    named = extension(hash_of(TYPENAME))
    assert ask(client, query=TYPENAME, extensions=named).status_code == 200
    assert code_of(ask(client, extensions=named)) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Two documents: one under its hash, one under a name."""
    path = tmp_path / "documents.json"
    listed = "query Listed { __typename }"
    path.write_text(json.dumps({f"sha256:{hash_of(listed)}": listed, "dashboard": "query Named { __typename }"}))
    return path


def test_trusted_documents_by_identifier(start_gateway: StartGateway, manifest: Path) -> None:
    client = start_gateway(trusted_documents=manifest)
    listed = hash_of("query Listed { __typename }")
    expected = {"data": {"__typename": "Query"}}
    assert ask(client, documentId=f"sha256:{listed}").json() == expected
    assert ask(client, documentId=listed).json() == expected
    assert ask(client, documentId="dashboard").json() == expected
    assert ask(client, extensions=extension(listed)).json() == expected
    assert client.get("/graphql", params={"documentId": "dashboard"}).json() == expected
    assert code_of(ask(client, documentId="other")) == "PERSISTED_QUERY_NOT_FOUND"
    assert ask(client, query=TYPENAME).json() == expected


def test_trusted_only(start_gateway: StartGateway, manifest: Path) -> None:
    client = start_gateway(trusted_documents=manifest, trusted_only=True, mode=Mode.PRODUCTION)
    assert ask(client, documentId="dashboard").status_code == 200
    assert ask(client, query="query Listed { __typename }").status_code == 200
    for members in ({}, {"extensions": extension(hash_of(TYPENAME))}):
        refused = ask(client, query=TYPENAME, **members)
        assert (refused.status_code, code_of(refused)) == (403, "FORBIDDEN")
    assert ask(client, extensions=extension(hash_of(TYPENAME))).status_code == 404
    refused = client.get("/graphql", params={"query": TYPENAME})
    assert code_of(refused) == "FORBIDDEN"


def test_trusted_only_binds_production_alone(start_gateway: StartGateway, manifest: Path) -> None:
    client = start_gateway(trusted_documents=manifest, trusted_only=True, mode=Mode.DEVELOPMENT)
    assert ask(client, query=TYPENAME).status_code == 200
