"""In which form a service says no or nothing, and how that is told from what a proxy or a firewall says."""

import re
from collections.abc import Mapping
from enum import Flag, auto
from typing import Any

import orjson

_LONGEST = 64 * 1024
"""More than any refusal has: what is longer is none."""

_FORBIDDEN = re.compile(
    rb"\s*<!doctype html>\s*<html lang=\"en\">\s*<head>\s*<title>403 Forbidden</title>\s*</head>\s*<body>\s*"
    rb"<h1>403 Forbidden</h1><p></p>\s*</body>\s*</html>\s*"
)
"""The page of Django for a view that may not be seen, where no theme has another."""

_CSRF = b"CSRF verification failed"


class Form(Flag):
    """The body of an answer that is no success."""

    ERROR = auto()
    """The JSON of Django REST Framework: `{"detail": …}`, or `{"developer_message": …}` of the LMS's own views."""
    MESSAGE = auto()
    """`{"message": …}`."""
    CODE = auto()
    """`{"error_code": …}`."""
    ACCESS = auto()
    """`{"has_access": false, …}`."""
    FIELDS = auto()
    """What was wrong with which field: `{"field_errors": …}`, `{"errors": […]}`, or lists of texts by field."""
    STATUSES = auto()
    """A text for each key that was sent."""
    STRING = auto()
    """A JSON string."""
    TEXT = auto()
    """Text that is neither JSON nor markup, though its type says so."""
    EMPTY = auto()
    """Nothing at all, no `Content-Type` either."""
    BLANK = auto()
    """No body, but a `Content-Type`: what Django answers outside its REST framework."""
    PAGE = auto()
    """A page of the LMS."""


USUAL = Form.ERROR
WRITE = Form.ERROR | Form.FIELDS


def media_type(headers: Mapping[str, str]) -> str:
    """The media type of a body, in small letters and without parameters; empty when there is none."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: Mapping[str, str]) -> bool:
    """True when the media type is JSON's, or of a format that is JSON."""
    kind = media_type(headers)
    return kind in {"application/json", "text/json"} or kind.endswith("+json")


def form_of(headers: Mapping[str, str], body: bytes) -> Form:
    """All forms that an answer could have; none of them when it is not the service's own."""
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
    if value and all(isinstance(item, str) for item in value.values()):
        found |= Form.STATUSES
    return found


def is_page(headers: Mapping[str, str], body: bytes) -> bool:
    """True for a page of the LMS, by the headers that its middleware puts on each, or by Django's own text."""
    vary = headers.get("vary", "").lower()
    return ("content-language" in headers and "cookie" in vary) or _FORBIDDEN.fullmatch(body) is not None


def is_csrf_failure(headers: Mapping[str, str], body: bytes) -> bool:
    """True for Django's page for a write without the pair of CSRF tokens."""
    return media_type(headers) == "text/html" and _CSRF in body


def is_djangos(headers: Mapping[str, str]) -> bool:
    """True for a page whose type is written as Django does it, and few others: a weak sign that it is the LMS's."""
    return headers.get("content-type") == "text/html; charset=utf-8"
