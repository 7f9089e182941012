"""Finds the document of a request."""

from typing import Any

from gateway.documents.store import DocumentStore
from gateway.documents.trusted import TrustedDocuments, hash_of, is_hash, plain_id
from gateway.protocol.params import Params
from gateway.protocol.refusal import RefusedError
from loaders.errors import Code

_UNKNOWN = "No document is known by this `documentId`: it is in none of the manifests of this gateway."
_NO_HASH = (
    "`extensions.persistedQuery.sha256Hash` must be 64 lower-case hexadecimal digits, or the identifier of a document "
    "in a manifest of this gateway."
)


class PersistedDocuments:
    """Finds the document of a request.

    A request names a trusted document with `documentId`, or a registered one with Apollo's
    `extensions.persistedQuery.sha256Hash`; either way both kinds are searched. With `trusted_only`, documents that are
    not trusted are refused, whether sent by id or as text. Without a store nothing is registered.
    """

    def __init__(self, trusted: TrustedDocuments, store: DocumentStore | None, *, trusted_only: bool = False) -> None:
        self._trusted = trusted
        self._store = None if trusted_only else store
        self._trusted_only = trusted_only

    async def text(self, params: Params) -> str:
        """The text of the document. Raises RefusedError if it is not found, not trusted, or does not match its hash."""
        document_id = self._document_id(params)
        if params.query is None:
            assert document_id is not None
            return await self._find(document_id, registered=params.document_id != document_id)
        named = plain_id(document_id) if document_id is not None else ""
        if is_hash(named) and named != hash_of(params.query):
            raise RefusedError(400, "The hash does not belong to the query that was sent with it.")
        if self._trusted_only and not self._trusted.holds(params.query):
            raise RefusedError(403, "Only trusted documents are accepted.", Code.FORBIDDEN, well_formed=True)
        return params.query

    async def keep(self, params: Params) -> None:
        """Registers the document of a request with text and hash, after its validation."""
        if self._store is None or params.query is None or params.extensions is None:
            return
        document_id = self._document_id(params)
        if document_id is not None and is_hash(document_id):
            await self._store.put(document_id, params.query)

    def _document_id(self, params: Params) -> str | None:
        extension = (params.extensions or {}).get("persistedQuery")
        if extension is None:
            if params.query is None and params.document_id is None:
                raise RefusedError(400, "The request needs a `query`: a string with a GraphQL document.")
            return params.document_id
        return self._hash_in(extension)

    async def _find(self, document_id: str, *, registered: bool) -> str:
        text = self._trusted.get(document_id)
        if text is None and self._store is not None and is_hash(plain_id(document_id)):
            text = await self._store.get(plain_id(document_id))
        if text is None:
            # Clients of automatic persisted queries expect this message and send the text. Others have no text.
            message = "PersistedQueryNotFound" if registered else _UNKNOWN
            raise RefusedError(404, message, Code.PERSISTED_QUERY_NOT_FOUND, well_formed=True)
        return text

    def _hash_in(self, extension: Any) -> str:
        """The identifier of a persisted query: a hash, or an identifier from a manifest."""
        if not isinstance(extension, dict) or extension.get("version") != 1:
            raise RefusedError(400, "`extensions.persistedQuery` must be an object with `version: 1`.")
        given = extension.get("sha256Hash")
        if not isinstance(given, str) or not (is_hash(given) or self._trusted.get(given) is not None):
            raise RefusedError(400, _NO_HASH)
        return given
