"""Every operation of the front ends is valid, and is in one file only."""

import subprocess
from collections import Counter

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, parse, validate

from tests.docs.markdown import ROOT
from tests.operations.catalogue import operations


@pytest.mark.parametrize("name", sorted(operations()))
def test_operation_validates(schema: GraphQLSchema, name: str) -> None:
    assert validate(schema, parse(operations()[name].text)) == []


def test_operation_is_in_one_file_only() -> None:
    """Tests and GraphiQL read the same file. What the pages asked first is kept apart, and does not change."""
    listed = subprocess.run(["git", "ls-files", "*.graphql"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    paths = [
        ROOT / name
        for name in listed.stdout.splitlines()
        if name != "schema.graphql" and not name.startswith("tests/contract/")
    ]
    names = Counter(
        definition.name.value
        for path in paths
        if path.is_file()
        for definition in parse(path.read_text(encoding="utf-8")).definitions
        if isinstance(definition, OperationDefinitionNode) and definition.name is not None
    )
    assert [name for name, count in names.items() if count > 1] == []
