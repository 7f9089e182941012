"""Reports to the log why a service cannot be reached."""

import logging
import os
import socket
import ssl
import time

import httpx

_EVERY = 60.0
"""Seconds between two lines about one service."""

_log = logging.getLogger(__name__)


def reason_of(error: BaseException) -> str:
    """The reason in an operator's terms. It quotes no header and no body."""
    cause = _system_error(error) if isinstance(error, httpx.ConnectError) else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {cause.verify_message or 'it is not for this host'}"
    if isinstance(cause, ssl.SSLError):
        return "it does not speak TLS as expected"
    if isinstance(cause, socket.gaierror):
        return "its name is unknown"
    if cause is not None:
        return _of_system(cause)
    if isinstance(error, httpx.ConnectTimeout):
        return "no connection within the time"
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return "no answer within the time"
    if isinstance(error, OverflowError):
        return "its answer is too large"
    if isinstance(error, httpx.RemoteProtocolError):
        return "it did not respond with valid HTTP"
    return "it closed the connection"


def _system_error(error: BaseException) -> OSError | None:
    """The operating system's error behind this one."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OSError):
        cause = cause.__cause__ or cause.__context__
    return cause


def _of_system(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "the connection was refused"
    text = os.strerror(error.errno).lower() if error.errno else ""
    return f"no connection: {text}" if text else "no connection"


class ReachabilityLog:
    """Logs why a service cannot be reached, at most once per interval."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._next = 0.0

    def record(self, error: BaseException) -> None:
        """Logs a warning, unless one was logged recently."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            _log.warning("cannot be reached", extra={"service": self._service, "reason": reason_of(error)})
