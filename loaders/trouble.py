"""Why a service cannot be reached, in the words of an operator, and in the log now and then."""

import logging
import os
import time

import aiohttp
import httpx

_EVERY = 60.0
"""Seconds between two lines about one service."""

_log = logging.getLogger(__name__)


def reason_of(error: BaseException) -> str:
    """What went wrong, as an operator would look for it. Quotes no header and no body."""
    cause = error.__cause__ if isinstance(error, httpx.TransportError) else None
    if isinstance(cause, aiohttp.ClientConnectorCertificateError):
        told = getattr(cause.certificate_error, "verify_message", "") or "it is not for this host"
        return f"its certificate is not trusted: {told}"
    if isinstance(cause, aiohttp.ClientConnectorDNSError):
        return "its name is unknown"
    if isinstance(cause, aiohttp.ClientSSLError):
        return "it does not speak TLS as expected"
    if isinstance(cause, aiohttp.ClientConnectorError):
        return _of_system(cause.os_error)
    if isinstance(error, httpx.ConnectTimeout):
        return "no connection within the time"
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return "no answer within the time"
    if isinstance(error, OverflowError):
        return "its answer is too large"
    if isinstance(error, httpx.RemoteProtocolError):
        return "it does not speak HTTP"
    return "it closed the connection"


def _of_system(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "the connection was refused"
    text = os.strerror(error.errno).lower() if error.errno else ""
    return f"no connection: {text}" if text else "no connection"


class Trouble:
    """Tells the log why a service cannot be reached: once in a while, however many calls fail."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._next = 0.0

    def tell(self, error: BaseException) -> None:
        """Logs a warning, unless one was just logged."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            _log.warning("cannot be reached", extra={"service": self._service, "reason": reason_of(error)})
