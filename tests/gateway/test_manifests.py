"""Manifests of trusted documents: as three builds write them, several at once, and replaced while the gateway runs."""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from gateway.documents.manifest import load_manifests
from gateway.settings.settings import Mode, load_settings

from .ask import GRAPHQL_JSON, TYPENAME, code_of, error_of
from .conftest import StartGateway
from .process import Served, serve

FOUND = {"data": {"__typename": "Query"}}


def document(name: str) -> str:
    return f"query {name} {{ __typename }}"


def digest(text: str, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, text.encode()).hexdigest()


def apollo(*names: str) -> dict[str, Any]:
    operations = [{"id": digest(document(n)), "name": n, "type": "query", "body": document(n)} for n in names]
    return {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}


def codegen(*names: str, algorithm: str = "sha1") -> dict[str, Any]:
    return {digest(document(n), algorithm): document(n) for n in names}


def relay(*names: str) -> dict[str, Any]:
    return codegen(*names, algorithm="md5")


def write(path: Path, manifest: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(manifest if isinstance(manifest, str) else json.dumps(manifest), encoding="utf-8")
    return path


def ask(client: httpx.Client, **members: Any) -> httpx.Response:
    return client.post("/graphql", json=members, headers={"accept": GRAPHQL_JSON})


def by_id(client: httpx.Client, document_id: str) -> Any:
    """The answer to a document that is named; its code when it is not known."""
    answer = ask(client, documentId=document_id)
    return answer.json() if answer.status_code == 200 else code_of(answer)


def persisted(document_id: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": document_id}}


FORMATS: dict[str, tuple[Callable[..., dict[str, Any]], str]] = {
    "apollo": (apollo, "sha256"),
    "codegen": (codegen, "sha1"),
    "relay": (relay, "md5"),
}


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format(start_gateway: StartGateway, tmp_path: Path, kind: str) -> None:
    build, algorithm = FORMATS[kind]
    path = write(tmp_path / "manifest.json", build("One", "Two"))
    client = start_gateway(trusted_documents=path, trusted_only=True, mode=Mode.PRODUCTION)
    for name in ("One", "Two"):
        identifier = digest(document(name), algorithm)
        assert by_id(client, identifier) == FOUND
        assert ask(client, extensions=persisted(identifier)).json() == FOUND
        assert client.get("/graphql", params={"documentId": identifier}).json() == FOUND
        assert ask(client, query=document(name)).json() == FOUND
    assert by_id(client, digest(document("Three"), algorithm)) == "PERSISTED_QUERY_NOT_FOUND"
    assert code_of(ask(client, query=TYPENAME)) == "FORBIDDEN"


@pytest.mark.parametrize("key", ["source", "body"])
def test_older_manifests_of_the_mobile_clients(start_gateway: StartGateway, tmp_path: Path, key: str) -> None:
    text = document("Mobile")
    path = write(tmp_path / "operations.json", {digest(text): {"name": "Mobile", key: text, "type": "query"}})
    assert by_id(start_gateway(trusted_documents=path), digest(text)) == FOUND


def test_identifiers_that_a_build_makes_up(start_gateway: StartGateway, tmp_path: Path) -> None:
    """Apollo's builds may choose them freely; its link sends them where it else sends the hash."""
    made_up = {"format": "apollo-persisted-query-manifest", "version": 1}
    made_up["operations"] = [{"id": "learning/2026-11/One", "name": "One", "type": "query", "body": document("One")}]
    client = start_gateway(trusted_documents=write(tmp_path / "made-up.json", made_up))
    assert ask(client, extensions=persisted("learning/2026-11/One")).json() == FOUND
    assert by_id(client, "learning/2026-11/One") == FOUND
    refused = ask(client, extensions=persisted("learning/2026-11/Two"))
    assert (refused.status_code, code_of(refused)) == (400, "BAD_USER_INPUT")


def test_an_unknown_document_is_reported_as_the_client_asks(start_gateway: StartGateway, tmp_path: Path) -> None:
    client = start_gateway(trusted_documents=write(tmp_path / "a.json", apollo("One")))
    named = ask(client, documentId="0" * 64)
    assert (named.status_code, code_of(named)) == (404, "PERSISTED_QUERY_NOT_FOUND")
    assert "manifests" in error_of(named)["message"]
    registering = ask(client, extensions=persisted("0" * 64))
    assert error_of(registering)["message"] == "PersistedQueryNotFound", "clients look for this very word"


def test_several_files_and_folders_side_by_side(start_gateway: StartGateway, tmp_path: Path) -> None:
    write(tmp_path / "learning" / "2026-10" / "manifest.json", apollo("October", "Both"))
    write(tmp_path / "learning" / "2026-11" / "manifest.json", apollo("November", "Both"))
    write(tmp_path / "learning" / "README.md", "not a manifest")
    write(tmp_path / "learning" / ".2026-12" / "manifest.json", "{ half of a cop")
    write(tmp_path / "learning" / "2026-11" / ".manifest.json.part", "{ half of a cop")
    mobile = write(tmp_path / "persisted_queries.json", relay("Mobile"))
    dashboard = write(tmp_path / "persisted-documents.json", codegen("Dashboard", algorithm="sha256"))
    client = start_gateway(trusted_documents=(tmp_path / "learning", mobile, dashboard))
    for name in ("October", "November", "Both", "Dashboard"):
        assert by_id(client, digest(document(name))) == FOUND
    assert by_id(client, digest(document("Mobile"), "md5")) == FOUND


def test_a_variable_names_several(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = write(tmp_path / "a.json", apollo("One")), write(tmp_path / "b" / "b.json", apollo("Two"))
    monkeypatch.setenv("GATEWAY_TRUSTED_DOCUMENTS", f"{one}, {two.parent}")
    settings = load_settings(lms_base_url="http://127.0.0.1:9")
    assert settings.trusted_documents == (one, two.parent)
    assert len(load_manifests(settings.trusted_documents)) == 2


BAD: dict[str, Any] = {
    "is not JSON": "{ half",
    "must contain one JSON object": [],
    "has no document": {"a": 1},
    "'b' has no document": {"b": {"name": "b"}},
    "'c' has no document": {"c": ""},
    "does not have this hash": {"0" * 64: TYPENAME},
    "empty identifier": {"": TYPENAME},
    "version 1": {**apollo("One"), "version": 2},
    "of the format": {**apollo("One"), "format": "other"},
    "no list of operations": {"format": "apollo-persisted-query-manifest", "version": 1},
    "operation 0 has no id": {**apollo(), "operations": [{"body": TYPENAME}]},
    "operation 1 has no id": {**apollo(), "operations": [*apollo("One")["operations"], "x"]},
    "two documents have the identifier 'x'": {
        **apollo(),
        "operations": [{"id": "x", "body": TYPENAME}, {"id": "x", "body": document("Other")}],
    },
}


@pytest.mark.parametrize("words", BAD)
def test_mistakes_are_named_with_their_file(tmp_path: Path, words: str) -> None:
    path = write(tmp_path / "bad.json", BAD[words])
    with pytest.raises(ValueError, match=r"bad\.json") as caught:
        load_manifests([path])
    assert words in str(caught.value)
    assert len(str(caught.value)) < 300 + len(str(path))


def test_sources_that_hold_nothing_are_mistakes(tmp_path: Path) -> None:
    for source, words in ((tmp_path / "missing.json", "No such file"), (tmp_path, "contains no .json file")):
        with pytest.raises(ValueError, match=words):
            load_manifests([source])


def test_one_identifier_for_two_documents_is_a_mistake(tmp_path: Path) -> None:
    one = write(tmp_path / "one.json", {"home": document("One")})
    two = write(tmp_path / "two.json", {"home": document("Two")})
    with pytest.raises(ValueError, match=r"one\.json and .*two\.json have different documents for 'home'"):
        load_manifests([one, two])
    write(two, {"home": document("One")})
    assert load_manifests([one, two]) == {"home": document("One")}


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(apollo("One")).encode())
    assert len(load_manifests([path])) == 1


def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


def known(served: Served, name: str) -> set[bool]:
    """The answers of several connections to the document.

    They may all reach one worker, so a change is waited for with `until` by every document that it concerns.
    """
    found = set()
    for _ in range(12):
        with httpx.Client(base_url=served.url, timeout=30) as client:
            found.add(by_id(client, digest(document(name))) == FOUND)
    return found


def test_all_workers_read_manifests_anew(lms_url: str, tmp_path: Path) -> None:
    """A new release is added to the old one; a broken file affects nothing else; a removed release is gone."""
    folder = tmp_path / "manifests"
    old = write(folder / "old.json", apollo("Old"))
    variables = {"GATEWAY_TRUSTED_DOCUMENTS": str(folder), "GATEWAY_TRUSTED_ONLY": "on", "GATEWAY_WORKERS": "2"}
    with serve(lms_url, **variables) as served:
        assert known(served, "Old") == {True}
        assert known(served, "New") == {False}

        write(folder / "new.json", apollo("New"))
        until(lambda: known(served, "New") == {True})
        assert known(served, "Old") == {True}

        write(folder / "old.json", '{"format": "apollo-persisted-query-man')
        write(folder / "other.json", apollo("Other"))
        until(lambda: known(served, "Other") == {True})
        assert known(served, "Old") == {True}, "what the broken file held before stays"
        assert "old.json is not JSON" in served.log()

        old.unlink()
        until(lambda: known(served, "Old") == {False})
        until(lambda: known(served, "New") == known(served, "Other") == {True})

        shutil.rmtree(folder)
        until(lambda: "cannot read" in served.log())
        time.sleep(2.5)
        assert known(served, "New") == {True}, "a volume that is gone for a moment takes nothing"
        assert served.log().count("cannot read") <= 4, "once for each worker and trouble"

        write(tmp_path / "next" / "newest.json", apollo("Newest"))
        os.rename(tmp_path / "next", folder)
        until(lambda: known(served, "Newest") == {True})
        until(lambda: known(served, "New") == {False})
        assert "Traceback" not in served.log()


def test_a_worker_that_is_replaced_starts_with_a_broken_file(lms_url: str, tmp_path: Path) -> None:
    write(tmp_path / "sound.json", apollo("Sound"))
    with serve(lms_url, GATEWAY_TRUSTED_DOCUMENTS=str(tmp_path), GATEWAY_WORKERS="2") as served:
        until(lambda: served.log().count("Application startup complete") == 2, 60)
        time.sleep(3)  # the parent has seen both serve: one that never did would end the gateway
        write(tmp_path / "broken.json", "{")
        children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children").read_text().split()
        workers = [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
        os.kill(workers[0], 9)
        until(lambda: served.log().count("Application startup complete") == 3, 60)
        assert "broken.json is not JSON" in served.log()
        until(lambda: known(served, "Sound") == {True})
        assert served.process.poll() is None
