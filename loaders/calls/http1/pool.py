"""The connections to one upstream. Their number is limited, and they are reused only in a clean state."""

import asyncio
import secrets
import socket
import ssl
import time
from collections import deque
from contextlib import suppress
from math import inf

import aiohappyeyeballs
import httpx

from loaders.calls.http1.connection import Connection

_EYEBALLS_DELAY = 0.25
_CLOSING_TIME = 2.0

_LEAST_USES = 32
_MOST_USES = 64
"""Maximum number of exchanges of a connection; the actual number is random for each. If an LMS has several processes
and no proxy, each connection stays with one process. Connections that are opened under load are accepted by an idle
process, so replacing connections one by one spreads the load.
"""


class Pool:
    """At most `limit` connections to one host. Times are in seconds.

    The connection that was used last is reused first, so that the others become idle and are closed. The number of uses
    is limited: see `_LEAST_USES`.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        limit: int,
        connect_timeout: float,
        keepalive: float,
    ) -> None:
        self._host = host
        self._port = port
        self._tls = tls
        self._limit = limit
        self._connect_timeout = connect_timeout
        self._keepalive = keepalive
        self._idle: list[Connection] = []
        self._open: set[Connection] = set()
        self._in_use = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._sweep: asyncio.TimerHandle | None = None
        self._closed = False
        self._emptied = asyncio.Event()

    def take(self) -> Connection | None:
        """An idle connection for one exchange; the caller gives it back with `release`. None if there is none."""
        connection = self._idle_one() if self._in_use < self._limit else None
        if connection is not None:
            self._in_use += 1
        return connection

    async def acquire(self, deadline: float) -> Connection:
        """The same, but it waits while all connections are in use, and opens one if none is idle.

        Raises httpx.ConnectTimeout or httpx.ConnectError, or TimeoutError at the deadline.
        """
        if self._closed:
            raise httpx.ConnectError("The client is closed.")
        async with asyncio.timeout(None if deadline == inf else deadline - time.monotonic()):
            if self._in_use >= self._limit:
                await self._turn()
            else:
                self._in_use += 1
            try:
                return self._idle_one() or await self._connect()
            except BaseException:
                self._give_turn()
                raise

    def release(self, connection: Connection) -> None:
        """Takes a connection back. It is kept if it is reusable."""
        connection.uses_left -= 1
        if connection.reusable and connection.uses_left > 0 and not self._closed:
            connection.expires = time.monotonic() + self._keepalive
            self._idle.append(connection)
            if self._sweep is None:
                self._sweep = asyncio.get_running_loop().call_later(self._keepalive, self._close_old)
        elif connection.reusable:
            connection.close()
        else:
            connection.abort()
        self._give_turn()

    async def aclose(self) -> None:
        """Closes all connections, those in use as well."""
        self._closed = True
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        for connection in self._idle:
            connection.close()
        idle = set(self._idle)
        self._idle.clear()
        for connection in self._open - idle:
            connection.abort()
        if self._open:
            with suppress(TimeoutError):
                async with asyncio.timeout(_CLOSING_TIME):
                    await self._emptied.wait()
        for connection in list(self._open):
            connection.abort()

    async def _turn(self) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self._give_turn()  # it came and is not used
            else:
                with suppress(ValueError):
                    self._waiting.remove(turn)
            raise

    def _give_turn(self) -> None:
        """Gives the place of a connection to the next waiting caller, or frees it."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._in_use -= 1

    def _idle_one(self) -> Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.expires > time.monotonic() and connection.quiet():
                return connection
            connection.abort()
        return None

    def _close_old(self) -> None:
        now = time.monotonic()
        for connection in [connection for connection in self._idle if connection.expires <= now]:
            self._idle.remove(connection)
            connection.close()
        self._sweep = None
        if self._idle:
            self._sweep = asyncio.get_running_loop().call_later(self._idle[0].expires - now, self._close_old)

    def _lost(self, connection: Connection) -> None:
        self._open.discard(connection)
        if connection in self._idle:
            self._idle.remove(connection)
        if self._closed and not self._open:
            self._emptied.set()

    async def _connect(self) -> Connection:
        try:
            async with asyncio.timeout(self._connect_timeout):
                connection = await self._open_one()
        except TimeoutError:
            raise httpx.ConnectTimeout("The upstream did not accept a connection in time.") from None
        except OSError as error:  # refused, unknown host, a certificate that is not trusted
            raise httpx.ConnectError(type(error).__name__) from error
        if not connection.lost:
            self._open.add(connection)
        return connection

    async def _open_one(self) -> Connection:
        loop = asyncio.get_running_loop()
        kind, protocol = socket.SOCK_STREAM, socket.IPPROTO_TCP
        addresses = await loop.getaddrinfo(self._host, self._port, type=kind, proto=protocol)
        connected = await aiohappyeyeballs.start_connection(addresses, happy_eyeballs_delay=_EYEBALLS_DELAY)
        name = self._host if self._tls is not None else None
        _, connection = await loop.create_connection(
            lambda: Connection(self._lost), sock=connected, ssl=self._tls, server_hostname=name
        )
        connection.uses_left = _LEAST_USES + secrets.randbelow(_MOST_USES - _LEAST_USES + 1)
        return connection
