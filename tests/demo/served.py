"""The demo LMS on a free port, under uvicorn, in a thread of the test process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

DEMO = "course-v1:OpenedX+DemoX+DemoCourse"
BOTANY = "course-v1:OpenedX+BotanyX+2026"


def usage(block_type: str, block_id: str, course: str = DEMO) -> str:
    """The usage key of a block."""
    return f"block-v1:{course.removeprefix('course-v1:')}+type@{block_type}+block@{block_id}"


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """Serve an application until the block ends; yields its base url."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical", lifespan="off", ws="none")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError("the demo LMS did not start")
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(5)
