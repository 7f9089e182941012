"""Relay: its compiler, and its store without any configuration."""

from .conftest import Run


def test_relay(run_client: Run) -> None:
    run_client("relay.test.mjs")
