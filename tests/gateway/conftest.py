"""Gateways with the settings of a single test, called over HTTP."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx
import pytest

from gateway.app import create_app
from gateway.settings.settings import Mode, Settings
from tests.support.lms import DemoLms
from tests.support.servers import served

StartGateway = Callable[..., httpx.Client]


@contextmanager
def started(lms_url: str, **given: Any) -> Iterator[httpx.Client]:
    """A gateway with these settings; yields a client that sends no header but the necessary ones."""
    settings = Settings(**{"lms_base_url": lms_url, "mode": Mode.DEVELOPMENT, **given})
    with served(lambda url: create_app(settings)) as url, httpx.Client(base_url=url, timeout=30) as client:
        for name in ("accept", "accept-encoding", "user-agent"):
            del client.headers[name]
        yield client


@pytest.fixture
def start_gateway(lms_url: str) -> Iterator[StartGateway]:
    """Starts gateways in front of the demo LMS; they stop with the test."""
    with ExitStack() as stack:
        yield lambda **given: stack.enter_context(started(lms_url, **given))


@pytest.fixture(scope="module")
def _development(lms_url: str) -> Iterator[httpx.Client]:
    with started(lms_url) as client:
        yield client


@pytest.fixture
def client(_development: httpx.Client, lms: DemoLms) -> httpx.Client:
    """A client of a development gateway with the default limits; the LMS is in its first state."""
    return _development


@pytest.fixture(scope="module")
def _production(lms_url: str) -> Iterator[httpx.Client]:
    with started(lms_url, mode=Mode.PRODUCTION) as client:
        yield client


@pytest.fixture
def production(_production: httpx.Client, lms: DemoLms) -> httpx.Client:
    """A client of a production gateway with nothing switched on."""
    return _production
