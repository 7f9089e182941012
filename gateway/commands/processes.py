"""The processes of the server: sockets, startup and shutdown."""

import asyncio
import errno
import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import wait
from typing import Any

import structlog
import uvicorn
from uvicorn.supervisors import Multiprocess
from uvicorn.supervisors import multiprocess as supervisor

from gateway.settings.settings import SettingsError

START_FAILED = 3
"""uvicorn's exit status if the application could not start."""

_HEALTH_SECONDS = 30
"""Seconds after which a worker that does not respond is replaced. On a busy machine, a start takes several seconds."""


class ServerConfig(uvicorn.Config):
    """uvicorn's configuration, with the initialisation of workers."""

    def configure_logging(self) -> None:
        """uvicorn calls this first in every worker."""
        super().configure_logging()
        if multiprocessing.parent_process() is not None:
            end_well()
            threading.Thread(target=_follow_parent, daemon=True).start()


class GracefulServer(uvicorn.Server):
    """uvicorn's server, which also serves waiting connections before it stops."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accepts waiting connections before it closes its sockets, which would reset them."""
        protocol: Any = self.config.http_protocol_class
        protocol.draining = True
        waiting = [accepted for listener in sockets or () for accepted in _accept_all(listener)]
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        loop = asyncio.get_running_loop()
        for accepted in waiting:
            await loop.connect_accepted_socket(
                lambda: protocol(
                    config=self.config, server_state=self.server_state, app_state=self.lifespan.state, _loop=loop
                ),
                accepted,
            )
        await super().shutdown(sockets)


class Worker(supervisor.Process):
    """uvicorn's worker process, with that server."""

    @property
    def server(self) -> uvicorn.Server:
        if self._server is None:
            self._server = GracefulServer(config=self.config)
        return self._server


supervisor.Process = Worker  # type: ignore[misc]  # the supervisor makes processes in several places


class Workers(Multiprocess):
    """uvicorn's supervisor, except that it closes sockets at shutdown and does not repeat failing starts."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket]) -> None:
        super().__init__(config, sockets)
        self.failed = False
        self._served: set[int | None] = set()

    def terminate_all(self) -> None:
        """Stops the workers. Closes the sockets, so that the kernel accepts no connections that no worker would
        serve.
        """
        super().terminate_all()
        for listener in self.sockets:
            listener.close()

    def keep_subprocess_alive(self) -> None:
        """Replaces workers that died. If a worker never served a request, the gateway exits, because its replacement
        would die too.
        """
        if self.should_exit.is_set():
            return
        for process in self.processes:
            if process.pid in self._served or process.is_ready(timeout=1):
                self._served.add(process.pid)
            elif process.exitcode is not None:
                structlog.get_logger("gateway.serve").error("a worker could not start", pid=process.pid)
                self.failed = True
                self.should_exit.set()
                return
        super().keep_subprocess_alive()
        self.failed = self.should_exit.is_set()


def run_server(config: uvicorn.Config) -> int:
    """Serves until it is stopped. Returns the exit status, which is 0 after a requested stop."""
    listeners = listen(config.host, config.port)
    host, port = listeners[0].getsockname()[:2]
    structlog.get_logger("gateway.serve").info("listening", host=host, port=port, workers=config.workers)
    end_well()
    try:
        if config.workers == 1:
            server = GracefulServer(config)
            server.run(sockets=listeners)
            return 0 if server.started else START_FAILED
        config.timeout_worker_healthcheck = _HEALTH_SECONDS
        workers = Workers(config, listeners)
        workers.run()
        return START_FAILED if workers.failed else 0
    except KeyboardInterrupt:
        return 0
    finally:
        for listener in listeners:
            listener.close()


def listen(host: str, port: int, *, setting: str = "GATEWAY_PORT") -> list[socket.socket]:
    """Sockets bound to the addresses of this host. Raises SettingsError with the name of the wrong setting.

    `setting` is the setting of the port.
    """
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise SettingsError(f"GATEWAY_HOST: no address of this machine: {host}") from None
    listeners: list[socket.socket] = []
    try:
        for family, kind, protocol, _, address in dict.fromkeys(found):
            # Port 0 is any free port, the same on every address.
            bound = listeners[0].getsockname()[1] if listeners else port
            listeners.append(_bound(family, kind, protocol, (address[0], bound, *address[2:])))
    except OSError as error:
        for listener in listeners:
            listener.close()
        raise SettingsError(_unbound(error, host, port, setting)) from None
    return listeners


def _accept_all(listener: socket.socket) -> Iterator[socket.socket]:
    while True:
        try:
            accepted, _ = listener.accept()
        except OSError:  # nobody waits
            return
        accepted.setblocking(False)
        yield accepted


def _bound(family: int, kind: int, protocol: int, address: tuple[object, ...]) -> socket.socket:
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    listener.set_inheritable(True)
    return listener


def _unbound(error: OSError, host: str, port: int, setting: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{setting}: port {port} is taken; set another one, such as {setting}={port + 1}"
    if error.errno == errno.EACCES:
        return f"{setting}: this user may not listen on port {port}"
    return f"GATEWAY_HOST: no address of this machine: {host}"


def end_well() -> None:
    """Makes SIGTERM end this process normally.

    uvicorn raises the signal again after shutdown. By default that would kill the process, with a status that looks
    like a crash, and without its exit handlers.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def _follow_parent() -> None:
    """Ends this worker if its parent has died, because an orphan would keep the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
