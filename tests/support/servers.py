"""ASGI applications on free ports of this machine, each under uvicorn in a thread of the test process."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

_START_SECONDS = 20.0


@contextmanager
def served(make: Callable[[str], Starlette], *, port: int = 0, date_header: bool = True) -> Iterator[str]:
    """Serves the application that `make` builds for its base URL, until the block ends."""
    listener = socket.create_server(("127.0.0.1", port))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(make(url), log_level="critical", access_log=False, ws="none", proxy_headers=False)
    config.timeout_graceful_shutdown = 1
    config.timeout_keep_alive = 75  # longer than httpx keeps a connection, so that it sends into no closing one
    config.date_header = date_header
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), name=url, daemon=True)
    thread.start()
    end = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > end:
            raise RuntimeError(f"the server at {url} did not start")
        time.sleep(0.005)
    try:
        yield url
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
