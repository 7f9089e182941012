"""Every consumer operation validates, but for those that the list of pending ones names."""

import pytest
from graphql import GraphQLSchema, parse, validate

from tests.operations.catalogue import PENDING, operations


def test_pending_names_operations_that_exist() -> None:
    assert operations().keys() >= PENDING


@pytest.mark.parametrize("name", sorted(operations()))
def test_operation_validates(schema: GraphQLSchema, name: str) -> None:
    errors = validate(schema, parse(operations()[name].text))
    if name in PENDING:
        assert errors, f"{name} validates now: take it out of PENDING and test what it answers"
    else:
        assert errors == []
