"""The npm packages of the clients, and the gateway that they call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import node
from tests.support.gateway import Gateway

_FOLDER = Path(__file__).parent

Run = Callable[[str], None]


@pytest.fixture(scope="session")
def _packages() -> None:
    node.install(_FOLDER)


@pytest.fixture
def run_client(_packages: None, gateway: Gateway) -> Run:
    """Runs one file of client tests. `GATEWAY_URL` and `LMS_URL` are the addresses of the servers."""

    def run(name: str) -> None:
        servers = {"GATEWAY_URL": gateway.url, "LMS_URL": gateway.lms.url}
        # As in development: the clients warn then.
        node.run_tests(_FOLDER / name, {**servers, "NODE_OPTIONS": "--conditions=development"})

    return run
