"""The selections that lead to an object that is found by its id."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import ArgumentNode, FieldNode, NameNode, SelectionNode, SelectionSetNode, VariableNode

from resolvers.plan.places import Place, Step

OWN_ID = "__id"
"""The alias for the id of the object at the end of the path."""

Parts = Mapping[str, str]
"""The named parts of an id, by name."""


def way_to(field_nodes: Sequence[FieldNode], place: Place, parts: Parts) -> tuple[list[FieldNode], dict[str, Any]]:
    """Returns the nodes that select an object below a place's holder, and the variables that they use."""
    wanted: list[SelectionNode] = [FieldNode(alias=_name(OWN_ID), name=_name("id"), arguments=(), directives=())]
    for node in field_nodes:
        wanted += node.selection_set.selections if node.selection_set is not None else ()
    selections = tuple(wanted)
    for step in reversed(place.steps):
        selections = (_selecting(step, parts, selections),)
    return [_node(place.holder, (), selections)], values_of(place, parts)


def values_of(place: Place, parts: Parts) -> dict[str, Any]:
    """Returns the variables that the fields on the path use."""
    return {_variable(name): value for step in place.steps for name, value in arguments_of(step, parts).items()}


def arguments_of(step: Step, parts: Parts) -> dict[str, Any]:
    """Returns the arguments of one field on the path."""
    values = {name: parts[part] for name, part in step.given.items() if part in parts}
    return {name: [value] if step.many else value for name, value in values.items()}


def _selecting(step: Step, parts: Parts, selections: tuple[SelectionNode, ...]) -> FieldNode:
    given = [name for name, part in step.given.items() if part in parts]
    arguments = [ArgumentNode(name=_name(name), value=VariableNode(name=_name(_variable(name)))) for name in given]
    return _node(step.name, tuple(arguments), selections)


def _node(name: str, arguments: tuple[ArgumentNode, ...], selections: tuple[SelectionNode, ...]) -> FieldNode:
    return FieldNode(
        name=_name(name),
        arguments=arguments,
        directives=(),
        selection_set=SelectionSetNode(selections=selections),
    )


def _name(text: str) -> NameNode:
    return NameNode(value=text)


def _variable(argument: str) -> str:
    """Returns the name of the variable for an argument. Its prefix keeps it distinct from the document's variables."""
    return f"__{argument}"


def on_the_way(node: FieldNode) -> list[int]:
    """Returns the ids of the nodes on a path, in which each field selects only the next one."""
    found = [id(node)]
    selected = node.selection_set.selections if node.selection_set is not None else ()
    if len(selected) == 1 and isinstance(selected[0], FieldNode):
        found += on_the_way(selected[0])
    return found
