"""The data of a request is freed with its last reference, without the garbage collector, which a server runs rarely."""

import gc
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from loaders.answer import Answer
from loaders.calls.batch import EndpointLoader
from resolvers.fetch.context import Request
from resolvers.output.builder import Builder
from resolvers.output.fallback import FallbackExecutor
from resolvers.output.lookups import LookUps
from resolvers.output.row import Row
from tests.operations.catalogue import operations
from tests.support.gateway import Gateway

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
HELD = (Answer, EndpointLoader, Builder, FallbackExecutor, LookUps, Request, Row)
SETTLE_SECONDS = 10.0


@contextmanager
def no_collector() -> Iterator[None]:
    """Nothing in reference cycles is freed."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def held() -> Counter[str]:
    """How many objects of a request are alive, by type."""
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, HELD))


def ask_all(gateway: Gateway) -> None:
    for operation in operations().values():
        if operation.keyword == "query":
            gateway.ask(operation.text, {"key": KEY})


@pytest.mark.parametrize("fault", [{}, {"status": 404}, {"kind": "badjson"}, {"kind": "wrongtype"}], ids=str)
def test_requests_leave_nothing_behind(gateway: Gateway, fault: dict[str, Any]) -> None:
    ask_all(gateway)  # what lives as long as the process is made
    with no_collector():
        before = held()
        gateway.lms.faults({"/api/": fault})
        ask_all(gateway)
        end = time.monotonic() + SETTLE_SECONDS
        while (left := held() - before) and time.monotonic() < end:
            time.sleep(0.02)  # the server's own last steps come after the answer
        assert not left
