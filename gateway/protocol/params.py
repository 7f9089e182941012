"""The members of a GraphQL-over-HTTP request, checked."""

from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import orjson

from gateway.protocol.refusal import RefusedError

_MEMBERS = ("query", "documentId", "operationName", "variables", "extensions")


class Params(NamedTuple):
    """The parameters of a request. At least one of `query`, `document_id` and a persisted query is present."""

    query: str | None = None
    operation_name: str | None = None
    variables: dict[str, Any] | None = None
    extensions: dict[str, Any] | None = None
    document_id: str | None = None

    @property
    def is_persisted(self) -> bool:
        """True if the document is named by its id or hash."""
        return self.document_id is not None or "persistedQuery" in (self.extensions or {})


def params_of_body(body: bytes) -> Params:
    """The members of a JSON body."""
    try:
        decoded = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise RefusedError(400, "The request body is not JSON.") from None
    if isinstance(decoded, list):
        raise RefusedError(400, "Batches of operations are not supported: send one request per operation.")
    if not isinstance(decoded, dict):
        raise RefusedError(400, "The request body must be a JSON object with a `query`.")
    return _params(decoded)


def params_of_url(query_string: bytes, limit: int) -> Params:
    """The members of a GET request's query string of at most `limit` bytes; maps are given as JSON."""
    if len(query_string) > limit:
        raise RefusedError(414, f"The query string may have {limit} bytes at most; use POST for longer ones.")
    members: dict[str, Any] = {}
    try:
        pairs = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError:  # a UnicodeError is one
        raise RefusedError(400, "The query string is not form-urlencoded UTF-8.") from None
    for name, value in pairs:
        if name not in _MEMBERS:
            continue
        if name in members:
            raise RefusedError(400, f"`{name}` is given twice.")
        members[name] = value
    for name in ("variables", "extensions"):
        text = members.get(name)
        if text is not None:
            members[name] = _json_member(name, text)
    return _params(members)


def _json_member(name: str, text: str) -> Any:
    if not text:
        return None
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RefusedError(400, f"`{name}` is not JSON.") from None


def _params(members: dict[str, Any]) -> Params:
    query = members.get("query")
    document_id = members.get("documentId")
    operation_name = members.get("operationName")
    variables = members.get("variables")
    extensions = members.get("extensions")
    if query is not None and not isinstance(query, str):
        raise RefusedError(400, "`query` must be a string with a GraphQL document.")
    if document_id is not None and not isinstance(document_id, str):
        raise RefusedError(400, "`documentId` must be a string.")
    if operation_name is not None and not isinstance(operation_name, str):
        raise RefusedError(400, "`operationName` must be a string.")
    if variables is not None and not isinstance(variables, dict):
        raise RefusedError(400, "`variables` must be an object.")
    if extensions is not None and not isinstance(extensions, dict):
        raise RefusedError(400, "`extensions` must be an object.")
    if query is None and document_id is None and not (extensions and "persistedQuery" in extensions):
        raise RefusedError(400, "The request needs a `query`: a string with a GraphQL document.")
    return Params(query, operation_name or None, variables, extensions, document_id)
