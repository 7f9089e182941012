"""Errors in the response: message, code and request id."""

import logging
from collections.abc import Callable
from typing import Any

from graphql import GraphQLError, SourceLocation

from gateway.request_stats import note_error
from loaders.errors import Code, UpstreamError
from resolvers.declare.errors import drop_frames

Locate = Callable[[list[SourceLocation]], list[SourceLocation]]

_LONGEST = 300
"""Maximum characters of a message, which may quote the document or its variables."""

_log = logging.getLogger("gateway.errors")


def shortened(message: str) -> str:
    """The message, truncated if it is too long."""
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def format_error(error: GraphQLError, request_id: str, locate: Locate | None = None) -> dict[str, Any]:
    """The entry in `errors`. An unexpected error is logged, and shown as INTERNAL without its text.

    `locate` converts the locations of a prepared document to those in the client's text.
    """
    formatted: dict[str, Any] = {"message": shortened(error.message)}
    if error.locations:
        locations = error.locations if locate is None else locate(error.locations)
        formatted["locations"] = [location.formatted for location in locations]
    if error.path is not None:
        formatted["path"] = error.path
    extensions = dict(error.extensions or {})
    if "code" not in extensions:
        original = error.original_error
        # An error with nodes is about the document, not about an answer.
        if isinstance(original, GraphQLError) and original.nodes:
            extensions["code"] = Code.BAD_USER_INPUT.value
        elif _is_upstream_shape(error):
            extensions["code"] = Code.UPSTREAM_INVALID.value
            if type(original) is TypeError:  # Python's message is for the log only
                _log.warning(
                    "unreadable value in field %s", error.path, exc_info=original, extra={"requestId": request_id}
                )
                formatted["message"] = "The LMS answered with a value of another type than this field has."
        else:
            _log.error("unforeseen error in field %s", error.path, exc_info=original, extra={"requestId": request_id})
            formatted["message"] = "An unexpected error occurred in the gateway."
            extensions["code"] = Code.INTERNAL.value
    extensions["requestId"] = request_id
    note_error(extensions["code"])
    formatted["extensions"] = extensions
    drop_frames(error)
    return formatted


def _is_upstream_shape(error: GraphQLError) -> bool:
    """True if the LMS's answer has a value of the wrong type, or lacks a required one."""
    original = error.original_error
    if isinstance(original, UpstreamError):
        return True
    return original is None or isinstance(original, (GraphQLError, TypeError))
