"""What an upstream answer means before anybody uses it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache

import msgspec

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Code, Failure
from loaders.payload import Answer

Outcome = Answer | Missing | Failure

_NAMES = {"lms": "The LMS", "luminus": "The course catalogue"}
_OPENINGS = {False: (b"{",), True: (b"[",), None: (b"{", b"[")}
_REFUSALS = {
    401: (Code.UNAUTHENTICATED, "asks for a valid sign-in"),
    403: (Code.FORBIDDEN, "does not allow this to the signed-in user"),
    404: (Code.NOT_FOUND, "knows nothing of this"),
    429: (Code.RATE_LIMITED, "was asked too often"),
}
_LONGEST_WAIT = 24 * 3600.0
# Skips over the whole body: a cut or malformed one fails here, at a fifth of the cost of decoding it.
_whole = msgspec.json.Decoder(msgspec.Raw)


def judge(endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes) -> Outcome:
    """What a status, its headers and a body mean for this endpoint."""
    if 200 <= status < 300 or status in endpoint.answers:
        return _accepted(endpoint, status, headers, body)
    if 300 <= status < 400:
        # A redirect to HTML is how the LMS says "no access" or "sign in"; it is never followed.
        meaning = endpoint.missing.get(302)
        return meaning or failure(endpoint, Code.UPSTREAM_INVALID, "answered with a redirect", status=status)
    if status == 401 and any(word in body for word in map(str.encode, endpoint.policy)):
        return Missing.REFUSED
    meaning = endpoint.missing.get(status)
    if meaning is not None:
        return _missing(endpoint, status, headers, meaning)
    if status == 501 and endpoint.optional:
        return failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS", status=status)
    wait = retry_after(headers, body if status == 429 else b"")
    if status >= 500:
        return failure(endpoint, Code.UPSTREAM_UNAVAILABLE, f"failed with status {status}", status=status, wait=wait)
    code, what = _REFUSALS.get(status, (Code.UPSTREAM_INVALID, f"answered with status {status}"))
    if endpoint.service != "lms" and status in {401, 403}:
        # The key is the gateway's: no other sign-in of the caller's would help.
        code, what = Code.FORBIDDEN, "does not accept the gateway's key"
    return failure(endpoint, code, what, status=status, wait=wait)


def _accepted(endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes) -> Outcome:
    if endpoint.method != "GET":
        return Answer(endpoint, body, status, headers.get("date"))
    if not body:
        # Only a view that is known to say "nothing" by an empty body is believed.
        meaning = endpoint.missing.get(204)
        return meaning or failure(endpoint, Code.UPSTREAM_INVALID, "answered with nothing", status=status)
    if not is_json(headers):
        what = "answered with something that is not JSON"
        return failure(endpoint, Code.UPSTREAM_INVALID, what, status=status)
    try:
        _whole.decode(body)
        if not body.isascii():
            body.decode()  # what is skipped is not looked at: a text of other bytes would be found later, or never
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return failure(endpoint, Code.UPSTREAM_INVALID, "answered with broken JSON", status=status)
    if not body.lstrip().startswith(_OPENINGS[endpoint.array]):
        return failure(endpoint, Code.UPSTREAM_INVALID, "answered in an unknown shape", status=status)
    return Answer(endpoint, body, status, headers.get("date"))


def media_type(headers: Mapping[str, str]) -> str:
    """The media type of a body, in small letters and without parameters; empty when there is none."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: Mapping[str, str]) -> bool:
    """True when the media type is JSON's, or of a format that is JSON."""
    kind = media_type(headers)
    return kind in {"application/json", "text/json"} or kind.endswith("+json")


def _missing(endpoint: Endpoint, status: int, headers: Mapping[str, str], meaning: Missing) -> Outcome:
    """A 404 with HTML from an optional endpoint: this installation has no such route."""
    if endpoint.optional and status == 404 and "html" in headers.get("content-type", ""):
        return failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS", status=status)
    return meaning


def retry_after(headers: Mapping[str, str], body: bytes) -> float | None:
    """Seconds to wait, a day at most: the `Retry-After` header, or the number in the text some views put it in."""
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
    """Seconds until an HTTP date; None when it is none."""
    try:
        until = parsedate_to_datetime(date)
        wait = (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    except (ValueError, OverflowError):
        return None
    return float(round(min(max(wait, 0.0), _LONGEST_WAIT)))


def closed(endpoint: Endpoint, credentials: Credentials) -> Failure:
    """The failure for an endpoint that these credentials do not open; it is never called."""
    schemes = " or ".join(scheme.name or "" for scheme in endpoint.auth).replace("_", " ").lower()
    if credentials.anonymous:
        what = f"needs a signed-in user ({schemes})"
    else:
        what = f"takes another sign-in than the one that was sent; send {schemes}"
    return failure(endpoint, Code.UNAUTHENTICATED, what)


@cache
def unasked(endpoint: Endpoint) -> Failure:
    """The failure of a call for which there was no time left."""
    return failure(endpoint, Code.UPSTREAM_TIMEOUT, "was not asked: the request's time was used up")


def failure(
    endpoint: Endpoint, code: Code, what: str, *, status: int | None = None, wait: float | None = None
) -> Failure:
    """A failure of this endpoint. `what` completes a sentence about it, `wait` is in seconds."""
    return Failure(
        code=code,
        message=f"{_NAMES.get(endpoint.service, endpoint.service)}'s {endpoint.name} {what}.",
        endpoint=endpoint.name,
        service=endpoint.service,
        retry_after=wait,
        status=status,
    )
