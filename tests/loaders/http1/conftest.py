"""Each test runs on asyncio's own loop and on the gateway's loop."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

import pytest

from tests.loaders.http1.hostile import LOOPS

T = TypeVar("T")


class Run(Protocol):
    """Runs a scenario to its end."""

    def __call__(self, scenario: Coroutine[Any, Any, T]) -> T: ...


@pytest.fixture(params=list(LOOPS))
def run(request: pytest.FixtureRequest) -> Run:
    """Runs a coroutine on one of the loops."""

    def runner(scenario: Coroutine[Any, Any, T]) -> T:
        with asyncio.Runner(loop_factory=LOOPS[request.param]) as loop:
            return loop.run(scenario)

    return runner
