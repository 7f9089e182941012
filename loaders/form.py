"""The forms of refusals, which distinguish responses of the service from those of proxies and firewalls."""

import re
from collections.abc import Mapping
from enum import Flag, auto
from typing import Any

import orjson

_LONGEST = 64 * 1024
"""Maximum size of a refusal; a longer body is not one."""

_FORBIDDEN = re.compile(
    rb"\s*<!doctype html>\s*<html lang=\"en\">\s*<head>\s*<title>403 Forbidden</title>\s*</head>\s*<body>\s*"
    rb"<h1>403 Forbidden</h1><p></p>\s*</body>\s*</html>\s*"
)
"""Django's default page for 403."""

_CSRF = b"CSRF verification failed"


class Form(Flag):
    """The form of the body of a refusal."""

    ERROR = auto()
    """The JSON of Django REST Framework: `{"detail": …}`, or `{"developer_message": …}` of the LMS's own views."""
    MESSAGE = auto()
    """`{"message": …}`."""
    CODE = auto()
    """`{"error_code": …}`."""
    ACCESS = auto()
    """`{"has_access": false, …}`."""
    FIELDS = auto()
    """Errors by field: `{"field_errors": …}`, `{"errors": […]}`, or lists of texts by field."""
    REASON = auto()
    """`{"error": …}` with a text, and nothing else."""
    STATUSES = auto()
    """A text per key that was sent."""
    STRING = auto()
    """A JSON string."""
    TEXT = auto()
    """Plain text with the media type of HTML."""
    EMPTY = auto()
    """No body and no `Content-Type`."""
    BLANK = auto()
    """No body, but a `Content-Type`, as Django answers outside its REST framework."""
    PAGE = auto()
    """An HTML page of the LMS."""


USUAL = Form.ERROR
WRITE = Form.ERROR | Form.FIELDS


def media_type(headers: Mapping[str, str]) -> str:
    """The media type in lower case, without parameters; empty if there is none."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: Mapping[str, str]) -> bool:
    """True for JSON and `+json` media types."""
    kind = media_type(headers)
    return kind in {"application/json", "text/json"} or kind.endswith("+json")


def form_of(headers: Mapping[str, str], body: bytes) -> Form:
    """All forms that a response matches; none if it is not the service's own."""
    if not body:
        return Form.BLANK if media_type(headers) else Form.EMPTY
    if len(body) > _LONGEST:
        return Form(0)
    if is_json(headers):
        try:
            return _of_json(orjson.loads(body))
        except (orjson.JSONDecodeError, RecursionError):
            return Form(0)
    if media_type(headers) != "text/html":
        return Form(0)
    if body.lstrip()[:1] == b"<":
        return Form.PAGE if is_page(headers, body) else Form(0)
    return Form.TEXT if body.lstrip()[:1] not in b'{["' else Form(0)


def _of_json(value: Any) -> Form:
    if isinstance(value, str):
        return Form.STRING
    if isinstance(value, list):
        return Form.FIELDS if value and all(isinstance(item, str) for item in value) else Form(0)
    if not isinstance(value, dict):
        return Form(0)
    found = Form(0)
    if any(isinstance(value.get(name), (str, dict, list)) for name in ("detail", "developer_message")):
        found |= Form.ERROR
    if isinstance(value.get("message"), str):
        found |= Form.MESSAGE
    if isinstance(value.get("error_code"), str):
        found |= Form.CODE
    if value.get("has_access") is False:
        found |= Form.ACCESS
    if isinstance(value.get("field_errors"), dict) or any(isinstance(item, list) and item for item in value.values()):
        found |= Form.FIELDS
    return found | _of_texts(value)


def _of_texts(value: dict[str, Any]) -> Form:
    if not value or not all(isinstance(item, str) for item in value.values()):
        return Form(0)
    return Form.STATUSES | Form.REASON if value.keys() == {"error"} else Form.STATUSES


def is_page(headers: Mapping[str, str], body: bytes) -> bool:
    """True for a page of the LMS: it has the headers of the LMS's middleware, or is Django's default page."""
    vary = headers.get("vary", "").lower()
    return ("content-language" in headers and "cookie" in vary) or _FORBIDDEN.fullmatch(body) is not None


def is_csrf_failure(headers: Mapping[str, str], body: bytes) -> bool:
    """True for Django's page about missing CSRF tokens."""
    return media_type(headers) == "text/html" and _CSRF in body


def is_djangos(headers: Mapping[str, str]) -> bool:
    """True if the `Content-Type` is written exactly as Django does, a weak sign of a page of the LMS."""
    return headers.get("content-type") == "text/html; charset=utf-8"
