"""Where registered documents are kept."""

from typing import Protocol

from gateway.documents.layout import without_comments
from loaders.segmented_cache import SegmentedCache

_HASH = 64

_SPARSE = 4
_ALWAYS_FAR = 2000
"""A longer text of more than `_SPARSE` times the characters that it has without comments is not kept far away."""


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
    """Documents in the memory of a worker, without their comments; their hashes count too.

    Documents that are asked for by their hash are not given up for such as are only sent.
    """

    def __init__(self, max_characters: int) -> None:
        self._documents: SegmentedCache[str, str] = SegmentedCache(max_characters, _size)

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""
        return self._documents.get(sha256)

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document, unless it is too large for the store."""
        if self._documents.get(sha256) is None:
            self._documents.put(sha256, without_comments(document))


class LayeredDocumentStore:
    """A near store in front of a far one: what either was given is found while one of them knows it.

    What was found far away is kept near, so a far store that is out of reach takes nothing from those who use a
    document already. The far store keeps texts as they were sent, since their hashes are checked there; so it gets none
    that are mostly comments.
    """

    def __init__(self, near: DocumentStore, far: DocumentStore) -> None:
        self._near = near
        self._far = far

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""
        document = await self._near.get(sha256)
        if document is None:
            document = await self._far.get(sha256)
            if document is not None:
                await self._near.put(sha256, document)
        return document

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document whose hash was checked."""
        await self._near.put(sha256, document)
        if len(document) <= max(_ALWAYS_FAR, _SPARSE * len(without_comments(document))):
            await self._far.put(sha256, document)


def _size(document: str) -> int:
    return len(document) + _HASH
