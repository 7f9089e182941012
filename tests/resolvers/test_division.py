"""An operation is divided into parts that have every selected field once."""

import pytest
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, parse, print_ast

from resolvers.plan.division import MOST_PARTS, parts_of
from resolvers.plan.parts import Part
from schema.schema import build_schema


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema()._schema


def divided(schema: GraphQLSchema, text: str) -> list[Part]:
    ast = parse(text)
    fragments = {one.name.value: one for one in ast.definitions if isinstance(one, FragmentDefinitionNode)}
    [operation] = [one for one in ast.definitions if isinstance(one, OperationDefinitionNode)]
    root = schema.query_type
    assert root is not None
    return parts_of(schema, root, operation.selection_set, fragments, {})


def test_an_operation_without_deferral_is_one_part(schema: GraphQLSchema) -> None:
    [part] = divided(schema, '{ course(key: "a") { title } }')
    assert list(part.leaves) == ["course.title"]


def test_a_field_is_delivered_by_the_first_part_that_has_it(schema: GraphQLSchema) -> None:
    """However late it stands in the text."""
    first, later = divided(schema, '{ course(key: "a") { ... @defer { title org } outline { key } title } }')
    assert list(first.leaves) == ["course.outline.key", "course.title"]
    assert list(later.leaves) == ["course.org"]
    assert later.path == ("course",)


def test_the_later_of_two_fragments_waits_for_shared_fields(schema: GraphQLSchema) -> None:
    _, one, other = divided(schema, '{ course(key: "a") { ... @defer { org } ... @defer(label: "b") { org end } } }')
    assert (list(one.leaves), list(other.leaves)) == (["course.org"], ["course.end"])
    assert list(other.after) == [one]


def test_a_fragment_that_brings_nothing_is_no_part(schema: GraphQLSchema) -> None:
    """A fragment deferred inside it is delivered after the enclosing part."""
    text = '{ course(key: "a") { title ... @defer { title ... @defer(label: "in") { org } } } }'
    first, inner = divided(schema, text)
    assert (inner.label, inner.parent) == ("in", first)


def test_an_object_that_only_a_later_part_reads_is_selected_without_fields(schema: GraphQLSchema) -> None:
    """The first part shows whether it is there."""
    first, _ = divided(schema, '{ course(key: "a") { ... @defer { title } } }')
    assert print_ast(first.selection) == '{\n  course(key: "a") {}\n}'


def test_the_rows_of_a_list_are_divided_by_their_number(schema: GraphQLSchema) -> None:
    first, rest = divided(schema, '{ course(key: "a") { tabs @stream(initialCount: 2) { key } } }')
    assert "tabs @rows(to: 2)" in print_ast(first.selection)
    assert "tabs @rows(from: 2)" in print_ast(rest.selection)
    assert list(first.leaves) == list(rest.leaves) == ["course.tabs.key"]


def test_types_of_an_interface_are_distinguished(schema: GraphQLSchema) -> None:
    text = '{ node(id: "a") { id ... on Course { title } ... on Program { title ... @defer { slug id } } } }'
    first, later = divided(schema, text)
    assert list(first.leaves) == ["node.id", "node.title"]
    assert list(later.leaves) == ["node.slug"]


def test_fragments_that_spread_others_twice_do_not_multiply(schema: GraphQLSchema) -> None:
    spreads = "\n".join(f"fragment F{n} on Course {{ ...F{n + 1} ...F{n + 1} }}" for n in range(40))
    [part] = divided(schema, f'{{ course(key: "a") {{ ...F0 }} }} {spreads} fragment F40 on Course {{ title }}')
    assert list(part.leaves) == ["course.title"]


def test_fragments_in_rows_that_two_parts_select_come_with_the_rows(schema: GraphQLSchema) -> None:
    text = """{ course(key: "a") { ...Tabs @defer(label: "tabs") ... @defer(label: "end") { end ...Tabs } } }
    fragment Tabs on Course { tabs @stream { key ... @defer { title } } }"""
    parts = divided(schema, text)
    leaves = [leaf for part in parts for leaf in part.leaves]
    assert sorted(leaves) == ["course.end", "course.tabs.key", "course.tabs.title"]


def test_the_number_of_parts_is_bounded(schema: GraphQLSchema) -> None:
    """Fragments beyond the limit are delivered with the enclosing part."""
    fields = " ".join(f"... @defer {{ a{number}: title }}" for number in range(MOST_PARTS + 20))
    tabs = "tabs @stream { key ... @defer { title } }"
    parts = divided(schema, f'{{ course(key: "a") {{ {fields} {tabs} }} }}')
    assert len(parts) == 1 + MOST_PARTS
    assert len({leaf for part in parts for leaf in part.leaves}) == MOST_PARTS + 20 + 2
    assert len(parts[0].leaves) == 20 + 2
