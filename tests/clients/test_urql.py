"""urql with Graphcache, without any configuration."""

from .conftest import Run


def test_graphcache(run_client: Run) -> None:
    run_client("urql.test.mjs")
