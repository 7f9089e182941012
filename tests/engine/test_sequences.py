"""Cached plans of a document do not change its answers, whatever the flags, the delivery or the order of requests."""

import pytest

from schema.schema import build_schema
from tests.engine.sequences import Sequences

DOCUMENTS = 150

pytestmark = pytest.mark.anyio


async def test_no_request_feels_those_before_it() -> None:
    """Random documents with deferred fragments, each asked several times in random ways."""
    sequences = Sequences(build_schema()._schema)
    for seed in range(DOCUMENTS):
        assert (found := await sequences.difference(seed)) is None, found
    await sequences.aclose()
    assert sequences.asked > DOCUMENTS * 4
    assert sequences.in_parts > DOCUMENTS
