"""TypeScript with types that are generated from the schema."""

from .conftest import Run


def test_types(run_client: Run) -> None:
    run_client("types.test.mjs")
