"""Finds and reads manifests of trusted documents.

Three formats are supported: Apollo's persisted-query manifest, GraphQL Code Generator's `persisted-documents.json`, and
Relay's `persisted_queries.json`.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from gateway.documents.trusted import PREFIX, hash_of, is_hash, plain_id

_APOLLO = "apollo-persisted-query-manifest"
_BODIES = ("body", "source")
"""Names of the document's text in Apollo's manifests; older mobile clients use `source`."""
_BOM = b"\xef\xbb\xbf"
_MOST_FILES = 1000
_MOST_BYTES = 64 * 1024 * 1024


class Stamp(NamedTuple):
    """Identifies a version of a file."""

    inode: int
    modified: int
    size: int


def find_manifests(sources: Sequence[Path]) -> dict[Path, Stamp]:
    """The files of these sources, each with its stamp. A folder stands for all `.json` files in it, at any depth.

    Names that begin with a dot are ignored: they are temporary files or belong to a mounted volume. Raises ValueError
    for a source that is missing or has no manifest, and for too many or too large files.
    """
    found: dict[Path, Stamp] = {}
    for source in sources:
        try:
            files = sorted(_files_in(source)) if source.is_dir() else [source]
            found |= {path: _stamp(path) for path in files}
        except OSError as error:
            raise ValueError(f"cannot read {error.filename or source}: {error.strerror}") from None
        if not files:
            raise ValueError(f"{source} contains no .json file")
    if len(found) > _MOST_FILES:
        raise ValueError(f"{len(found)} files are too many; {_MOST_FILES} at most")
    if sum(stamp.size for stamp in found.values()) > _MOST_BYTES:
        raise ValueError(f"the files are too large; {_MOST_BYTES} bytes in all at most")
    return found


def load_manifest(path: Path) -> dict[str, str]:
    """The documents of a manifest by identifier. Raises ValueError with the reason."""
    try:
        decoded = orjson.loads(path.read_bytes().removeprefix(_BOM))
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from None
    except orjson.JSONDecodeError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
    if not isinstance(decoded, dict):
        raise ValueError(f"{path} must contain one JSON object")
    documents: dict[str, str] = {}
    for document_id, document in _rows(path, decoded):
        name = plain_id(document_id)
        if not name:
            raise ValueError(f"{path}: a document has an empty identifier")
        if document_id.startswith(PREFIX) and not is_hash(name):
            raise ValueError(f"{path}: {document_id[:80]!r} is not a SHA-256 in lower-case hexadecimal")
        if is_hash(name) and name != hash_of(document):
            raise ValueError(f"{path}: the document {name[:12]}… does not have this hash")
        if documents.setdefault(name, document) != document:
            raise ValueError(f"{path}: two documents have the identifier {name[:80]!r}")
    return documents


def merged(manifests: Mapping[Path, Mapping[str, str]]) -> dict[str, str]:
    """The documents of all manifests. Raises ValueError if an identifier has different documents in two of them."""
    documents: dict[str, str] = {}
    origin: dict[str, Path] = {}
    for path, held in manifests.items():
        for document_id, document in held.items():
            if documents.setdefault(document_id, document) != document:
                raise ValueError(f"{origin[document_id]} and {path} have different documents for {document_id[:80]!r}")
            origin.setdefault(document_id, path)
    return documents


def load_manifests(sources: Sequence[Path]) -> dict[str, str]:
    """The documents of all sources by identifier. Raises ValueError for the first error."""
    return merged({path: load_manifest(path) for path in find_manifests(sources)})


def _rows(path: Path, decoded: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Identifiers and texts, from any of the formats."""
    if isinstance(decoded.get("operations"), list) or decoded.get("format") == _APOLLO:
        return _apollo(path, decoded)
    return [(document_id, _text(path, document_id, value)) for document_id, value in decoded.items()]


def _apollo(path: Path, decoded: Mapping[str, Any]) -> list[tuple[str, str]]:
    if decoded.get("format") != _APOLLO or decoded.get("version") != 1:
        raise ValueError(f"{path} has operations, but is not of the format {_APOLLO!r}, version 1")
    operations = decoded.get("operations")
    if not isinstance(operations, list):
        raise ValueError(f"{path} has no list of operations")
    rows = []
    for number, operation in enumerate(operations):
        document_id = operation.get("id") if isinstance(operation, dict) else None
        if not isinstance(document_id, str):
            raise ValueError(f"{path}: operation {number} has no id")
        rows.append((document_id, _text(path, document_id, operation)))
    return rows


def _text(path: Path, document_id: str, value: Any) -> str:
    """The text, or the member of an object with the text."""
    if isinstance(value, dict):
        value = next((value[name] for name in _BODIES if name in value), None)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{path}: {document_id[:80]!r} has no document")
    return value


def _files_in(folder: Path) -> Iterable[Path]:
    def give_up(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=give_up):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if name.endswith(".json") and not name.startswith("."))


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_ino, status.st_mtime_ns, status.st_size)
