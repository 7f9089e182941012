"""Apollo Client with its default cache."""

import pytest

from .conftest import Run


@pytest.mark.parametrize("file", ["apollo4.test.mjs", "apollo3.test.mjs"])
def test_apollo(run_client: Run, file: str) -> None:
    run_client(file)
