"""The schema of a running gateway, read by a client's build."""

from .conftest import Run


def test_schema(run_client: Run) -> None:
    run_client("schema.test.mjs")
