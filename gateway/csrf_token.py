"""`/csrf/api/v1/token`: the LMS's CSRF token, for pages that reach the gateway on a separate origin.

Before its first write to an origin, the front ends' HTTP client requests a token from that origin. On the LMS's host,
the LMS handles this request. On another host, the gateway relays only this path. Token and cookie are the LMS's own;
the LMS checks them when a mutation sends them.
"""

import logging
import re
import time

import msgspec
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from gateway.identity import credentials_of, tracing_headers
from gateway.limits.forwarded import check_forwarded
from gateway.protocol.accept import JSON
from gateway.protocol.addresses import Addresses
from gateway.protocol.guard import Guard
from gateway.protocol.headers import headers_of
from gateway.protocol.refusal import RefusedError
from gateway.protocol.request_id import request_id_of
from gateway.protocol.response import encode, refuse, respond
from gateway.request_stats import ABANDONED
from gateway.settings.settings import Settings
from loaders.answer import Answer
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient, Upstream
from loaders.calls.public_cache import Result
from loaders.endpoints.csrf_token import CSRF_TOKEN
from loaders.errors import Code, Failure

PATH = CSRF_TOKEN.path

_TOKEN = re.compile(r"[\x21-\x7e]{1,256}")
_GRACE = 1.0  # seconds after the deadline, by which the call ends
_STATUS = {
    Code.UNAUTHENTICATED: 401,
    Code.FORBIDDEN: 403,
    Code.RATE_LIMITED: 429,
    Code.OVERLOADED: 503,
    Code.UPSTREAM_UNAVAILABLE: 503,
    Code.UPSTREAM_TIMEOUT: 504,
}
"""HTTP status by error code, for a client without GraphQL. Other failures are 502."""

_log = logging.getLogger("gateway.csrf_token")


class _Body(msgspec.Struct):
    csrf_token: str = msgspec.field(name="csrfToken")


_decoder = msgspec.json.Decoder(_Body)


def csrf_token_route() -> Route:
    """The route. The relay is created at startup, together with the client for the LMS."""
    return Route(PATH, _csrf_token)


async def _csrf_token(request: HttpRequest) -> Response:
    relay: CsrfTokenRelay = request.app.state.csrf_token
    return await relay(request)


class CsrfTokenRelay:
    """Requests a token from the LMS with the caller's cookies. Nothing else is relayed, and nothing is cached."""

    def __init__(self, settings: Settings, upstream: Upstream) -> None:
        self._deadline = settings.deadline
        self._upstream = upstream
        self._addresses = Addresses(settings.proxy_networks())

    async def __call__(self, http: HttpRequest) -> Response:
        """The response with the LMS's token and cookie, or a JSON error."""
        headers = headers_of(http.scope)
        request_id = request_id_of(headers)
        guard = Guard(http)
        try:
            person = self._addresses.of(http.client.host if http.client else None, headers.get("x-forwarded-for"))
            credentials = credentials_of(headers)
            check_forwarded(credentials)
            client = LmsClient(
                self._upstream,
                credentials,
                deadline=time.monotonic() + self._deadline,
                headers=tracing_headers(headers, request_id, person),
            )
            relayed = client.relay(CSRF_TOKEN.call())  # it ends by its deadline
            response = _answer(await guard.while_connected(self._deadline + _GRACE, relayed, Loaders(client)))
        except RefusedError as refusal:
            gone = refusal.status == ABANDONED
            response = Response(status_code=ABANDONED) if gone else refuse(refusal, JSON, request_id)
        except Exception:  # noqa: BLE001  # the last resort: the client learns nothing but the id
            _log.exception("unforeseen error", extra={"requestId": request_id})
            unforeseen = RefusedError(500, "An unexpected error occurred in the gateway.", Code.INTERNAL)
            response = refuse(unforeseen, JSON, request_id)
        finally:
            guard.close()
        response.headers["x-request-id"] = request_id
        return response


def _answer(result: Result) -> Response:
    outcome = result.outcome
    if isinstance(outcome, Failure):
        raise _refusal(outcome)
    token = _token(outcome) if isinstance(outcome, Answer) else None
    if token is None:
        raise RefusedError(502, "The LMS returned no CSRF token.", Code.UPSTREAM_INVALID)
    response = respond(encode({"csrfToken": token}), 200, JSON)
    for cookie in result.cookies:
        response.headers.append("set-cookie", cookie)
    return response


def _token(answer: Answer) -> str | None:
    try:
        token = answer.decoded(_decoder.decode).csrf_token
    except msgspec.DecodeError:
        return None
    return token if _TOKEN.fullmatch(token) else None


def _refusal(failure: Failure) -> RefusedError:
    details = {name: value for name, value in failure.error().extensions.items() if name != "code"}
    wait = failure.retry_after
    headers = {} if wait is None else {"retry-after": str(max(1, round(wait)))}
    status = _STATUS.get(failure.code, 502)
    return RefusedError(status, failure.message, failure.code, headers=headers, details=details)
