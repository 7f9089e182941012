"""Reloads manifests that change, without a restart, and prepares their documents."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from gateway.documents.manifest import Stamp, find_manifests, load_manifest, merged
from gateway.documents.prepared import Document
from gateway.documents.trusted import TrustedDocuments

_PAUSE = 0.02
"""Seconds between two documents that are prepared, for the requests that wait in the meantime."""
_SECONDS = 1.0
"""Seconds between two checks. A change counts if it is the same at two checks, because copying takes time."""

_log = logging.getLogger("gateway.persisted")

Prepare = Callable[[str], Document | None]
"""Prepares a document before it is sent; None if there is no space for it."""


class _Manifest(NamedTuple):
    stamp: Stamp
    documents: dict[str, str]


class Manifests:
    """Keeps `trusted` in sync with the manifests of these sources.

    An invalid file is logged once, and its previous documents stay. All documents are replaced at once, so that no
    request sees a partial set. The documents are prepared, so that their first requests are not slower. A document that
    the schema or the limits refuse is logged once.
    """

    def __init__(self, sources: Sequence[Path], trusted: TrustedDocuments, prepare: Prepare) -> None:
        self._sources = sources
        self._trusted = trusted
        self._prepare = prepare
        self._prepared: set[str] = set()
        self._known: dict[Path, _Manifest] = {}
        self._seen: dict[Path, Stamp] = {}
        self._read: dict[Path, Stamp] | None = None
        self._trouble: str | None = None

    def look(self) -> None:
        """Reads files that have changed and have been stable since."""
        try:
            stamps = find_manifests(self._sources)
        except ValueError as error:
            self._report(str(error))
            return
        settled, self._seen = stamps == self._seen, stamps
        if stamps == self._read:
            self._trouble = None
        elif settled:
            self.read(stamps)

    def read(self, stamps: dict[Path, Stamp] | None = None) -> None:
        """Reads new files, or all of them."""
        try:
            stamps = find_manifests(self._sources) if stamps is None else stamps
            self._seen = self._read = stamps
            known = {path: self._manifest(path, stamp) for path, stamp in stamps.items()}
            valid = {path: manifest for path, manifest in known.items() if manifest is not None}
            documents = merged({path: manifest.documents for path, manifest in valid.items()})
        except ValueError as error:
            self._report(str(error))
            return
        self._known = valid
        self._trouble = None
        self._trusted.replace(documents)
        _log.info("trusted documents", extra={"documents": len(documents), "files": len(valid)})

    async def watch(self) -> None:
        """Prepares the documents and checks the files periodically, until cancelled."""
        while True:
            await self._prepare_new()
            await asyncio.sleep(_SECONDS)
            await asyncio.to_thread(self.look)

    async def _prepare_new(self) -> None:
        """Prepares the documents that are new, as far as there is space."""
        documents = self._trusted.by_id
        self._prepared.intersection_update(documents.values())
        for document_id, text in documents.items():
            if text in self._prepared:
                continue
            document = self._prepare(text)
            if document is None:
                return
            self._prepared.add(text)
            if document.errors:
                _log.error("trusted documents: %s is refused: %s", document_id[:80], document.errors[0].message)
            await asyncio.sleep(_PAUSE)

    def _manifest(self, path: Path, stamp: Stamp) -> _Manifest | None:
        """The documents of a file; the previous ones if it is invalid."""
        known = self._known.get(path)
        if known is not None and known.stamp == stamp:
            return known
        try:
            return _Manifest(stamp, load_manifest(path))
        except ValueError as error:
            _log.error("trusted documents: %s; %s", error, "what it held before stays" if known else "it is left out")
            return known

    def _report(self, trouble: str) -> None:
        """Logs a problem once, although it recurs at every check."""
        if trouble != self._trouble:
            self._trouble = trouble
            _log.error("trusted documents: %s; those that are known stay", trouble)


@asynccontextmanager
async def watched(sources: Sequence[Path], trusted: TrustedDocuments, prepare: Prepare) -> AsyncIterator[None]:
    """Fills `trusted` from the manifests, and keeps it in sync until the block ends."""
    if not sources:
        yield
        return
    manifests = Manifests(sources, trusted, prepare)
    manifests.read()
    watching = asyncio.create_task(manifests.watch())
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
