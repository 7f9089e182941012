"""Trusted documents are prepared at startup and after a reload, before a client names them."""

import json
from pathlib import Path

import graphql
import httpx
import pytest

from gateway.documents.prepared import Documents
from gateway.settings.settings import Mode
from schema.schema import build_schema

from .ask import GRAPHQL_JSON
from .conftest import StartGateway
from .process import serve
from .test_manifests import until, write

HOME = "query Home { __typename }"
OTHER = "query Other { __typename }"


def by_id(client: httpx.Client, document_id: str) -> httpx.Response:
    return client.post("/graphql", json={"documentId": document_id}, headers={"accept": GRAPHQL_JSON})


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the operations that were validated since the start of the test."""
    names: list[str] = []
    original = graphql.validate

    def validate(
        schema: graphql.GraphQLSchema, document: graphql.DocumentNode, *given: object, **more: object
    ) -> object:
        names.append(graphql.print_ast(document).split()[1])
        return original(schema, document, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("gateway.documents.prepared.validate", validate)
    return names


def test_first_request_finds_its_document_prepared(
    start_gateway: StartGateway, tmp_path: Path, validated: list[str]
) -> None:
    path = write(tmp_path / "web.json", {"home": HOME})
    client = start_gateway(trusted_documents=path, mode=Mode.PRODUCTION)
    until(lambda: validated == ["Home"])
    assert by_id(client, "home").json() == {"data": {"__typename": "Query"}}
    assert validated == ["Home"]
    write(path, {"home": HOME, "other": OTHER})
    until(lambda: validated == ["Home", "Other"])
    assert by_id(client, "other").json() == {"data": {"__typename": "Query"}}
    assert validated == ["Home", "Other"]


def test_documents_in_use_are_not_evicted() -> None:
    documents = Documents(build_schema()._schema, capacity=1024 * 1024)
    texts = [f"query Number{number} {{ {' '.join(f'a{n}: __typename' for n in range(20))} }}" for number in range(300)]
    kept = [document for document in map(documents.prepare_ahead, texts) if document is not None]
    assert 1 < len(kept) < len(texts)
    assert [documents.prepare(text) for text in texts[: len(kept)]] == kept, "all of them are still there"


def test_refused_documents_are_logged_once(lms_url: str, tmp_path: Path) -> None:
    write(tmp_path / "web.json", {"home": HOME, "old": "{ gone }"})
    with serve(lms_url, GATEWAY_TRUSTED_DOCUMENTS=str(tmp_path)) as served:
        until(lambda: "old is refused" in served.log())
        write(tmp_path / "next.json", {"other": OTHER, "older": "{ other }"})
        until(lambda: "older is refused" in served.log())
        logged = [json.loads(line) for line in served.log().splitlines() if "is refused" in line]
        assert [row["event"] for row in logged] == [
            "trusted documents: old is refused: Cannot query field 'gone' on type 'Query'.",
            "trusted documents: older is refused: Cannot query field 'other' on type 'Query'.",
        ]
        with httpx.Client(base_url=served.url, timeout=30) as client:
            assert by_id(client, "home").status_code == 200
            assert by_id(client, "old").status_code == 400
