"""Selections in the planner: the same fields as graphql-core's own executor collects."""

from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLSchema, OperationDefinitionNode, build_schema, execute_sync, parse
from graphql.language import FieldNode, FragmentDefinitionNode
from hypothesis import given
from hypothesis import strategies as st

from resolvers.plan.selection import collect, has_arguments

SCHEMA = build_schema("""
interface Named { name: String }
interface Other { other: String }
type Thing implements Named { name: String size(unit: String): Int a: String b: String c: String }
type Query { thing: Thing }
""")
THING = SCHEMA.type_map["Thing"]
assert isinstance(THING, GraphQLObjectType)
THING_TYPE: GraphQLObjectType = THING


def selected(
    query: str, variables: dict[str, Any] | None = None, schema: GraphQLSchema = SCHEMA
) -> dict[str, list[str]]:
    """Response names below `thing`, each with the fields behind it."""
    document = parse(query)
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    nodes = [n for n in operation.selection_set.selections if isinstance(n, FieldNode)]
    found = collect(schema, THING_TYPE, nodes, fragments, variables or {})
    return {name: [node.name.value for node in fields] for name, fields in found.items()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ thing { a b } }", {"a": ["a"], "b": ["b"]}),
        ("{ thing { ...F } thing { ...F } } fragment F on Thing { a }", {"a": ["a"]}),
        ("{ thing { b a } }", {"b": ["b"], "a": ["a"]}),
        ("{ thing { x: a y: a } }", {"x": ["a"], "y": ["a"]}),
        ("{ thing { a } thing { b a } }", {"a": ["a", "a"], "b": ["b"]}),
        ("{ thing { ...F a } } fragment F on Thing { b }", {"b": ["b"], "a": ["a"]}),
        ("{ thing { ...F ...F } } fragment F on Thing { a }", {"a": ["a"]}),
        ("{ thing { ...F } } fragment F on Named { name }", {"name": ["name"]}),
        ("{ thing { ... on Other { other } a } }", {"a": ["a"]}),
        (
            "{ thing { ... { a } ... on Thing { b } ... on Named { name } } }",
            {"a": ["a"], "b": ["b"], "name": ["name"]},
        ),
        ("{ thing { __typename a } }", {"__typename": ["__typename"], "a": ["a"]}),
        ("{ thing { a @skip(if: true) b @include(if: false) c } }", {"c": ["c"]}),
        ("{ thing { a @skip(if: false) b @include(if: true) @skip(if: false) } }", {"a": ["a"], "b": ["b"]}),
        ("{ thing { a @include(if: true) @skip(if: true) b } }", {"b": ["b"]}),
        ("{ thing { ...F @skip(if: true) ... @include(if: false) { b } c } } fragment F on Thing { a }", {"c": ["c"]}),
    ],
)
def test_what_is_collected(query: str, expected: dict[str, list[str]]) -> None:
    found = selected(query)
    assert found == expected
    assert list(found) == list(expected)


@given(st.booleans(), st.booleans())
def test_variables_decide(skip: bool, include: bool) -> None:
    query = "query($s: Boolean!, $i: Boolean!) { thing { a @skip(if: $s) b @include(if: $i) c } }"
    found = selected(query, {"s": skip, "i": include})
    assert list(found) == [name for name, there in (("a", not skip), ("b", include), ("c", True)) if there]


SELECTIONS = st.recursive(
    st.sampled_from(["a", "b", "c", "x: a", "y: b", "name", "...F", "...G", "__typename"]),
    lambda inner: st.builds(
        lambda kind, flag, parts: f"... {kind} {flag} {{ {' '.join(parts)} }}",
        st.sampled_from(["", "on Thing", "on Named"]),
        st.sampled_from(["", "@include(if: $i)", "@skip(if: $s)", "@skip(if: true)"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(SELECTIONS, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_the_same_as_graphql_core_executes(parts: list[str], skip: bool, include: bool) -> None:
    body = " ".join(parts).replace("on Named {", "on Named { name")
    flags = f"$s: Boolean! = {str(skip).lower()}, $i: Boolean! = {str(include).lower()}"
    query = f"""query({flags}) {{ thing {{ {body} }} }}
    fragment F on Thing {{ a ...G }} fragment G on Thing {{ c b @skip(if: $s) }}"""
    executed = execute_sync(SCHEMA, parse(query), {"thing": {}}).data
    found = selected(query, {"s": skip, "i": include})
    assert executed is not None
    assert list(found) == list(executed["thing"])


@pytest.mark.parametrize(
    ("argument", "variables", "expected"),
    [
        ('unit: "m"', {}, True),
        ("unit: null", {}, False),
        ("unit: $u", {"u": "m"}, True),
        ("unit: $u", {"u": None}, False),
        ("unit: $u", {}, False),
    ],
)
def test_an_argument_that_is_given(argument: str, variables: dict[str, Any], expected: bool) -> None:
    document = parse(f"query($u: String) {{ thing {{ size({argument}) }} }}")
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    (thing,) = operation.selection_set.selections
    assert isinstance(thing, FieldNode)
    assert thing.selection_set is not None
    (node,) = thing.selection_set.selections
    assert isinstance(node, FieldNode)
    assert has_arguments(node, variables) is expected
