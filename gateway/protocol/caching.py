"""HTTP caching of responses."""

from hashlib import blake2b

from loaders.endpoint import Scope
from resolvers.fetch.context import Request

PRIVATE = "private, no-store"
REVALIDATED = "private, no-cache"
"""The client may store the response, and has to revalidate it each time."""
VARY = "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie"
"""Request headers that a response depends on. Signed-in users must not get a visitor's response."""


def is_public(request: Request) -> bool:
    """True if all data in the response is the same for every visitor.

    The caller sent no credentials, at least one endpoint was planned or called, all of them are public, and no selected
    field depends on the caller.
    """
    if not request.credentials.anonymous or not (request.operation.objects or request.loaders.records):
        return False
    for one in request.operation.objects:
        private = any(endpoint.scope is not Scope.PUBLIC for endpoint in one.plan.endpoints)
        if one.type_name == "Viewer" or one.plan.unmet or private:
            return False
    return all(record.endpoint.scope is Scope.PUBLIC for record in request.loaders.records)


def etag_of(content: bytes) -> str:
    """A weak entity tag, because the same response may be sent with several content codings."""
    return f'W/"{blake2b(content, digest_size=12).hexdigest()}"'


def is_known(etag: str, if_none_match: str | None) -> bool:
    """True if the client already has this response."""
    if if_none_match is None:
        return False
    known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return "*" in known or etag.removeprefix("W/") in known
