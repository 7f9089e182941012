"""Stores of registered documents."""

import asyncio
import time
from hashlib import sha256 as sha256_of
from typing import Protocol

from gateway.documents.layout import without_comments
from loaders.segmented_cache import SegmentedCache

_HASH = 64

_RENEW_SECONDS = 60.0
"""Seconds after which a document in use is stored in the far store again."""

_MOST_RENEWED = 10_000

_SPARSE = 4
_ALWAYS_FAR = 2000
"""A longer text with more than `_SPARSE` times its characters without comments is not stored in the far store."""


class DocumentStore(Protocol):
    """A bounded store of documents by the SHA-256 of their text, in lower-case hexadecimal.

    It may lose documents; clients then send them again. It must not raise: an unreachable store returns None and
    ignores writes.
    """

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document whose hash was checked."""


class MemoryDocumentStore:
    """Documents in the memory of a worker, without comments. Hashes count for the size.

    Documents that are requested by hash are not evicted by documents that are only registered.
    """

    def __init__(self, max_characters: int) -> None:
        self._documents: SegmentedCache[str, str] = SegmentedCache(max_characters, _size)

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""
        return self._documents.get(sha256)

    async def put(self, sha256: str, document: str) -> None:
        """Stores a document, unless it is too large."""
        if self._documents.get(sha256) is None:
            self._documents.put(sha256, without_comments(document))


class LayeredDocumentStore:
    """A near store in front of a far one. A document is found if one of them has it.

    Documents from the far store are copied to the near one, so documents in use stay available if the far store is
    unreachable. Documents in use are stored in the far store again from time to time: it may have been emptied, or the
    document may have expired there, and new workers find only the documents in it. The far store has unchanged texts,
    because their hashes are checked there. Texts that are mostly comments are therefore not stored in it.
    """

    def __init__(self, near: DocumentStore, far: DocumentStore, *, renew_seconds: float = _RENEW_SECONDS) -> None:
        self._near = near
        self._far = far
        self._renew_seconds = renew_seconds
        self._given: SegmentedCache[str, float] = SegmentedCache(_MOST_RENEWED, lambda _: 1)
        self._renewing: set[asyncio.Task[None]] = set()

    async def get(self, sha256: str) -> str | None:
        """The document with this hash."""
        document = await self._near.get(sha256)
        if document is not None:
            self._renew(sha256, document)
            return document
        document = await self._far.get(sha256)
        if document is not None:
            self._given.put(sha256, time.monotonic())
            await self._near.put(sha256, document)
        return document

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document whose hash was checked."""
        await self._near.put(sha256, document)
        if len(document) <= max(_ALWAYS_FAR, _SPARSE * len(without_comments(document))):
            self._given.put(sha256, time.monotonic())
            await self._far.put(sha256, document)

    def _renew(self, sha256: str, document: str) -> None:
        """Stores a document in the far store again, in the background. The near one has it without its comments."""
        now = time.monotonic()
        given = self._given.get(sha256)
        if given is not None and now - given < self._renew_seconds:
            return
        self._given.put(sha256, now)
        if sha256_of(document.encode("utf-8", "surrogatepass")).hexdigest() == sha256:
            renewing = asyncio.create_task(self._far.put(sha256, document))
            self._renewing.add(renewing)
            renewing.add_done_callback(self._renewing.discard)


def _size(document: str) -> int:
    return len(document) + _HASH
