"""Request bodies, read as the REST framework reads them."""

from __future__ import annotations

import json
from email.message import Message
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from gateway.demo.http.errors import ApiError, BadRequestError

if TYPE_CHECKING:
    from gateway.demo.http.route import Call

MERGE_PATCH = "application/merge-patch+json"


def data(call: Call) -> Any:
    """The parsed body: JSON of any shape, or a form as a dict of last values; `{}` when there is none.

    Raises ApiError 415 for a media type the route does not parse, 400 for invalid JSON.
    """
    if not call.body:
        return {}
    content_type = call.headers.get("content-type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type not in call.route.parses:
        raise ApiError(f'Unsupported media type "{content_type}" in request.', status=415)
    if media_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(call.body.decode("utf-8", "replace"), keep_blank_values=True))
    if media_type == "multipart/form-data":
        return _multipart(content_type, call.body)
    try:
        return json.loads(call.body)
    except ValueError as error:
        raise BadRequestError(f"JSON parse error - {error}") from error


def fields(call: Call) -> dict[str, Any]:
    """The body if it is an object, otherwise an empty object."""
    parsed = data(call)
    return parsed if isinstance(parsed, dict) else {}


def _multipart(content_type: str, body: bytes) -> dict[str, str]:
    message = BytesParser().parsebytes(b"Content-Type: " + content_type.encode("latin-1") + b"\r\n\r\n" + body)
    values: dict[str, str] = {}
    for part in message.get_payload():
        if isinstance(part, Message):
            name = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if isinstance(name, str) and isinstance(content, bytes):
                values[name] = content.decode("utf-8", "replace")
    return values
