"""Selected fields at deeper levels, for endpoints that return only requested fields."""

from typing import Any

from graphql import FieldNode, GraphQLNamedType, GraphQLObjectType, get_named_type, value_from_ast_untyped

from resolvers.fetch.context import Field
from resolvers.plan.memo import identity
from resolvers.plan.selection import collect


def selected(info: Field, *path: str) -> frozenset[str]:
    """Returns the names of the selected fields at this path below the field being resolved."""
    return names_at(info, *nodes_at(info, *path))


def given(info: Field, name: str, argument: str) -> list[Any]:
    """Returns this argument's value in each selection of a field below the one being resolved. None if not given."""
    inner, nodes = nodes_at(info)
    groups = collect(info.schema, inner, nodes, info.fragments, info.variable_values).values()
    fields = [group[0] for group in groups if group[0].name.value == name]
    values = [{one.name.value: one.value for one in field.arguments or ()} for field in fields]
    return [
        value_from_ast_untyped(value[argument], dict(info.variable_values)) if argument in value else None
        for value in values
    ]


def names_at(
    info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode], *path: str, deferred: bool = True
) -> frozenset[str]:
    """Returns the names of the selected fields at this path below nodes of this type. Cached per document.

    Without `deferred`, these are the fields that are delivered together with the object.
    """
    memo = info.context.plans
    key = ("names", object_type.name, identity(nodes), path, deferred)
    names: frozenset[str] | None = memo.get(key)
    if names is None:
        inner, selecting = below(info, object_type, nodes, *path)
        groups = collect(info.schema, inner, selecting, info.fragments, info.variable_values, deferred=deferred)
        names = memo[key] = frozenset(group[0].name.value for group in groups.values())
    return names


def nodes_at(info: Field, *path: str) -> tuple[GraphQLObjectType, list[FieldNode]]:
    """Returns the object type at this path below the field being resolved, and the field nodes that select it."""
    return below(info, get_named_type(info.return_type), list(info.field_nodes), *path)


def below(
    info: Field, object_type: GraphQLNamedType, nodes: list[FieldNode], *path: str
) -> tuple[GraphQLObjectType, list[FieldNode]]:
    """Returns the object type at this path below nodes of this type, and the field nodes that select it."""
    if path:
        memo = info.context.plans
        key = ("below", object_type.name, identity(nodes), path)
        known: tuple[GraphQLObjectType, list[FieldNode]] | None = memo.get(key)
        if known is None:
            known = memo[key] = _below(info, object_type, nodes, path)
        return known
    assert isinstance(object_type, GraphQLObjectType)
    return object_type, nodes


def _below(
    info: Field, object_type: GraphQLNamedType, nodes: list[FieldNode], path: tuple[str, ...]
) -> tuple[GraphQLObjectType, list[FieldNode]]:
    for step in path:
        assert isinstance(object_type, GraphQLObjectType)
        groups = collect(info.schema, object_type, nodes, info.fragments, info.variable_values).values()
        nodes = [node for group in groups for node in group if node.name.value == step]
        object_type = get_named_type(object_type.fields[step].type)
    assert isinstance(object_type, GraphQLObjectType)
    return object_type, nodes
