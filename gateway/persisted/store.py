"""Where registered documents are kept."""

from typing import Protocol

from cachetools import LRUCache


class DocumentStore(Protocol):
    """A bounded store of documents by the SHA-256 of their text, in lower-case hexadecimal.

    It may forget: a client whose document is not found sends it again. It must not fail: a store that is out of
    reach answers None and drops what it is given.
    """

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document whose hash was checked."""


class MemoryDocumentStore:
    """Documents in the memory of a worker, the least recently used given up first."""

    def __init__(self, max_characters: int) -> None:
        self._documents: LRUCache[str, str] = LRUCache(max_characters, getsizeof=len)

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""
        return self._documents.get(sha256)

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document, unless it alone is larger than the store."""
        if len(document) <= self._documents.maxsize:
            self._documents[sha256] = document
