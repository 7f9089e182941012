"""The manifest of trusted documents: `{"<hash or name>": "<document>"}`, written when a client is built."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import orjson

_HEX = re.compile(r"[0-9a-f]{64}")
_PREFIX = "sha256:"


def hash_of(document: str) -> str:
    """SHA-256 of a document's UTF-8 text, in lower-case hexadecimal."""
    return sha256(document.encode("utf-8", "surrogatepass")).hexdigest()


def is_hash(text: str) -> bool:
    """True for 64 lower-case hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def plain_id(document_id: str) -> str:
    """An identifier without the `sha256:` of the GraphQL-over-HTTP specification's persisted documents."""
    return document_id.removeprefix(_PREFIX)


def load_manifest(path: Path) -> dict[str, str]:
    """The documents of a manifest by identifier. Raises ValueError that says what is wrong with the file."""
    try:
        decoded = orjson.loads(path.read_bytes())
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from None
    except orjson.JSONDecodeError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
    if not isinstance(decoded, dict) or not all(isinstance(document, str) for document in decoded.values()):
        raise ValueError(f"{path} must hold one JSON object of identifiers and documents")
    documents: dict[str, str] = {}
    for document_id, document in decoded.items():
        name = plain_id(document_id)
        if document_id.startswith(_PREFIX) and not is_hash(name):
            raise ValueError(f"{path}: {document_id!r} is not a SHA-256 in lower-case hexadecimal")
        if is_hash(name) and name != hash_of(document):
            raise ValueError(f"{path}: the document {name[:12]}… does not have this hash")
        documents[name] = document
    return documents


class TrustedDocuments:
    """The listed documents, found by identifier, and known by their text."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self._documents = dict(documents)
        self._texts = frozenset(documents.values())

    def get(self, document_id: str) -> str | None:
        """The document with this identifier, with or without `sha256:`."""
        return self._documents.get(plain_id(document_id))

    def holds(self, document: str) -> bool:
        """True when exactly this text is listed."""
        return document in self._texts
