"""The trusted documents of a worker, from manifests of client builds."""

import re
from collections.abc import Mapping
from hashlib import sha256

_HEX = re.compile(r"[0-9a-f]{64}")
PREFIX = "sha256:"


def hash_of(document: str) -> str:
    """SHA-256 of a document's UTF-8 text, in lower-case hexadecimal."""
    return sha256(document.encode("utf-8", "surrogatepass")).hexdigest()


def is_hash(text: str) -> bool:
    """True for 64 lower-case hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def plain_id(document_id: str) -> str:
    """An identifier without the `sha256:` of the GraphQL-over-HTTP specification's persisted documents."""
    return document_id.removeprefix(PREFIX)


class TrustedDocuments:
    """The trusted documents, by identifier and by text."""

    def __init__(self, documents: Mapping[str, str] | None = None) -> None:
        self._listed = _listed(documents or {})

    def replace(self, documents: Mapping[str, str]) -> None:
        """Replaces all documents at once. Thread-safe."""
        self._listed = _listed(documents)

    @property
    def by_id(self) -> Mapping[str, str]:
        """All documents by identifier, without `sha256:`."""
        return self._listed[0]

    def get(self, document_id: str) -> str | None:
        """The document with this identifier, with or without `sha256:`."""
        return self._listed[0].get(plain_id(document_id))

    def holds(self, document: str) -> bool:
        """True if exactly this text is trusted."""
        return document in self._listed[1]


def _listed(documents: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    return dict(documents), frozenset(documents.values())
