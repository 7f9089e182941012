"""Checks an upstream response, and converts it to an outcome."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import msgspec

from loaders.answer import Answer, decode_level
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Code, Failure
from loaders.form import Form, form_of, is_csrf_failure, is_djangos, is_json
from loaders.shapes import Decode, Expected

Outcome = Answer | Missing | Failure

_NAMES = {"lms": "The LMS", "luminus": "The course catalogue"}
_OPENINGS = {False: (b"{",), True: (b"[",), None: (b"{", b"[")}
_REFUSALS = {
    401: (Code.UNAUTHENTICATED, "requires a valid sign-in"),
    403: (Code.FORBIDDEN, "denied access to the signed-in user"),
    404: (Code.NOT_FOUND, "did not find the object"),
}
_NOT_SIGNED_IN = re.compile(rb'"(?:Authentication credentials were not provided|Invalid token)\."')
_KEYS = frozenset({"course_key", "usage_key"})
_LONGEST_WAIT = 24 * 3600.0
# Checks that the body is complete JSON, at a fifth of the cost of decoding it.
_whole = msgspec.json.Decoder(msgspec.Raw)


def judge(
    endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes, expected: Expected | None = None
) -> Outcome:
    """The outcome of a response of this endpoint. `expected` is how the answer will be read, if known.

    A refusal counts only in the form that the service itself uses, because proxies and firewalls use the same status
    codes.
    """
    if 200 <= status < 300 or (status in endpoint.answers and endpoint.method == "GET"):
        return _accepted(endpoint, status, headers, body, expected)
    if 300 <= status < 400:
        return _redirected(endpoint, status, headers)
    if status == 501 and endpoint.optional:
        return failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS", status=status)
    if status >= 500 or (status == 429 and not _refuses(endpoint, headers, body)):
        code = Code.RATE_LIMITED if status == 429 else Code.UPSTREAM_UNAVAILABLE
        what = "received too many requests" if status == 429 else f"failed with status {status}"
        return failure(endpoint, code, what, status=status, wait=retry_after(headers, body if status == 429 else b""))
    return _refused(endpoint, status, headers, body)


def _refuses(endpoint: Endpoint, headers: Mapping[str, str], body: bytes) -> bool:
    """True for a 429 by which a view refuses one person's write; any other one is about calls in general."""
    return 429 in endpoint.answers and bool(form_of(headers, body) & endpoint.forms_of(429))


def _accepted(
    endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes, expected: Expected | None
) -> Outcome:
    if not endpoint.reads:
        return Answer(endpoint, body, status, headers.get("date"))
    if not body:
        # An empty body is valid only for views that are known to send one.
        meaning = endpoint.missing.get(status)
        if meaning is not None and (status == 204 or form_of(headers, body) is Form.EMPTY):
            return meaning
        return failure(endpoint, Code.UPSTREAM_INVALID, "returned an empty response", status=status)
    if not is_json(headers):
        what = "returned a response that is not JSON"
        return failure(endpoint, Code.UPSTREAM_INVALID, what, status=status)
    try:
        level, shapes = _checked(body, expected)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return failure(endpoint, Code.UPSTREAM_INVALID, "returned malformed JSON", status=status)
    if not body.lstrip().startswith(_OPENINGS[endpoint.array]):
        return failure(endpoint, Code.UPSTREAM_INVALID, "returned JSON of an unexpected shape", status=status)
    return Answer(endpoint, body, status, headers.get("date"), level, shapes)


def _checked(body: bytes, expected: Expected | None) -> tuple[dict[str, msgspec.Raw] | None, dict[Decode, Any]]:
    """Checks that a body is complete JSON. Returns the values that were decoded for this check: the top level, or a
    shape by its decoder.

    Raises msgspec.DecodeError, UnicodeDecodeError or RecursionError for a cut or malformed body.
    """
    level: dict[str, msgspec.Raw] | None = None
    shapes: dict[Decode, Any] = {}
    if expected is not None:
        with suppress(msgspec.ValidationError):  # JSON of another shape, which may be malformed further on
            shapes = dict.fromkeys(expected.served, expected.decode(body))
    if not shapes and body[:1] == b"{":
        level = decode_level(body)  # what it holds is skipped over
    elif not shapes:
        _whole.decode(body)
    if not body.isascii():
        body.decode()  # the decoders do not check skipped text
    return level, shapes


def _redirected(endpoint: Endpoint, status: int, headers: Mapping[str, str]) -> Outcome:
    """The LMS redirects to a page for "no access" or "sign in". Redirects are never followed."""
    meaning, target = endpoint.missing.get(status), headers.get("location", "")
    if meaning is not None and endpoint.leads_to is not None and endpoint.leads_to.fullmatch(target):
        return meaning
    if endpoint.signs_in and (status, target) == (302, f"/login?next={endpoint.path}"):
        return failure(endpoint, *_REFUSALS[401], status=status)
    return failure(endpoint, Code.UPSTREAM_INVALID, "returned a redirect", status=status)


def _refused(endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes) -> Outcome:
    form = form_of(headers, body)
    meaning = endpoint.missing.get(status)
    special = _by_text(endpoint, status, form, body)
    if special is not None:
        return special
    if form & endpoint.forms_of(status):
        if status in endpoint.answers:
            return Answer(endpoint, body, status, headers.get("date"))
        if meaning is not None:
            return meaning
        code, what = _REFUSALS.get(status, (Code.UPSTREAM_INVALID, f"returned status {status}"))
        if endpoint.service != "lms" and status in {401, 403}:
            # The key is the gateway's own; another sign-in of the caller would not help.
            code, what = Code.FORBIDDEN, "does not accept the gateway's key"
        return failure(endpoint, code, what, status=status)
    if status == 404 and (form is Form.PAGE or (endpoint.optional and is_djangos(headers))):
        # No route of the LMS matches: it rejects this key, or the installation lacks the endpoint.
        about_a_key = endpoint.method == "GET" and _KEYS.intersection(endpoint.path_parameters)
        if meaning is not None and about_a_key and not endpoint.optional:
            return meaning
        return failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS", status=status)
    if status == 403 and endpoint.method != "GET" and is_csrf_failure(headers, body):
        return failure(endpoint, Code.FORBIDDEN, "refused the write: CSRF verification failed", status=status)
    if status == 403 and form is Form.PAGE:
        return failure(endpoint, *_REFUSALS[403], status=status)
    what = f"returned status {status} in an unexpected form"
    return failure(endpoint, Code.UPSTREAM_INVALID, what, status=status)


def _by_text(endpoint: Endpoint, status: int, form: Form, body: bytes) -> Outcome | None:
    """The meaning of a refusal whose text overrides its status; None if the text does not."""
    if status == 401 and form is Form.STRING and msgspec.json.decode(body) in endpoint.policy:
        return Missing.REFUSED
    if status == 403 and form & Form.ERROR and _NOT_SIGNED_IN.search(body):
        # Views that try the session first have no challenge to send with a 401.
        return failure(endpoint, *_REFUSALS[401], status=status)
    return None


def retry_after(headers: Mapping[str, str], body: bytes) -> float | None:
    """Seconds to wait, at most a day: from the `Retry-After` header, or from the text that some views send."""
    header = headers.get("retry-after", "").strip()
    if header:
        return _seconds(header) if header.isascii() and header.isdigit() else _until(header)
    marker = b"available in "
    start = body.find(marker)
    if start < 0:
        return None
    number = body[start + len(marker) :].split(b" ", 1)[0]
    return _seconds(number.decode()) if number.isdigit() else None


def _seconds(digits: str) -> float:
    return min(float(digits), _LONGEST_WAIT)


def _until(date: str) -> float | None:
    """Seconds until an HTTP date; None if it is invalid."""
    try:
        until = parsedate_to_datetime(date)
        wait = (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    except (ValueError, OverflowError):
        return None
    return float(round(min(max(wait, 0.0), _LONGEST_WAIT)))


def closed(endpoint: Endpoint, credentials: Credentials) -> Failure:
    """The failure of an endpoint that does not accept these credentials; it is not called."""
    schemes = " or ".join(scheme.name or "" for scheme in endpoint.auth).replace("_", " ").lower()
    if credentials.anonymous:
        what = f"requires a signed-in user ({schemes})"
    else:
        what = f"does not accept the sign-in that was sent; it accepts {schemes}"
    return failure(endpoint, Code.UNAUTHENTICATED, what)


@cache
def too_long(endpoint: Endpoint) -> Failure:
    """The failure of a call whose URL is too long; it is not made."""
    return failure(endpoint, Code.BAD_USER_INPUT, "was not called: its URL would be too long")


@cache
def unasked(endpoint: Endpoint) -> Failure:
    """The failure of a call that was not made because the deadline had passed."""
    return failure(endpoint, Code.UPSTREAM_TIMEOUT, "was not called: the request's deadline had passed")


def failure(
    endpoint: Endpoint, code: Code, what: str, *, status: int | None = None, wait: float | None = None
) -> Failure:
    """A failure of this endpoint. `what` completes a sentence that begins with its name; `wait` is in seconds."""
    return Failure(
        code=code,
        message=f"{_NAMES.get(endpoint.service, endpoint.service)}'s {endpoint.name} {what}.",
        endpoint=endpoint.name,
        service=endpoint.service,
        retry_after=wait,
        status=status,
    )
