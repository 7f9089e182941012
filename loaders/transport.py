"""The connection pool below the client: one hop, nothing remembered between calls."""

import aiohttp
import httpx
from aiohttp import ClientSession, DummyCookieJar, TCPConnector
from httpx_aiohttp import AiohttpTransport

CONNECT_FAILURES = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""What aiohttp raises before a single byte of the request has left."""


class PooledTransport(AiohttpTransport):
    """Keep-alive connections to one upstream, shared by all users, and therefore without any memory of a user.

    The session's default would be a cookie jar that stores the LMS's `Set-Cookie` and sends it with the next
    person's call, and a silent second try of GET, PUT and DELETE when a reused connection breaks. Both are off:
    only the retry policy above decides what is asked twice.
    """

    def __init__(self, *, max_connections: int, keepalive: float = 30.0) -> None:
        # trust_env=False: an operator's proxy variables and .netrc must not see learners' credentials by surprise.
        super().__init__(trust_env=False)
        self._max_connections = max_connections
        self._keepalive = keepalive
        self.client = self._session

    def _session(self) -> ClientSession:
        connector = TCPConnector(limit=self._max_connections, keepalive_timeout=self._keepalive, ssl=self.ssl_context)
        session = ClientSession(
            connector=connector,
            cookie_jar=DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            skip_auto_headers=("user-agent", "content-type"),
        )
        session._retry_connection = False  # no public switch; tests/loaders/test_transport.py holds it
        return session


def never_sent(error: httpx.TransportError) -> bool:
    """True when the call failed before the upstream could have seen it."""
    return isinstance(error.__cause__, CONNECT_FAILURES)


def timed_out(error: httpx.TransportError) -> bool:
    """True for a timeout. httpx-aiohttp calls a dropped connection a timeout too: the cause tells them apart."""
    cause = error.__cause__
    return isinstance(error, httpx.TimeoutException) and (cause is None or isinstance(cause, TimeoutError))
