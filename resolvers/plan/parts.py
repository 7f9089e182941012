"""The parts in which an operation's response is delivered, each with its own selection.

A part's selection contains the fields that the part delivers and the fields that lead to them. Each part is therefore
built like an operation. Together the parts deliver every selected field once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from resolvers.plan.selection import Variables

ROWS = "rows"
"""The directive that selects the rows of a list in a part's selection: those before `to`, or those after `from`."""

Names = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Part:
    """A unit of delivery: the first part, a deferred fragment, or the rest of a streamed list.

    `path` is the path of the fragment or list, as response names. `parent` is the part that is delivered before this
    one. `selection` is built for this part. `owner` maps the id of a node to the part that delivers the field, for
    nodes whose field another part delivers. `roots` are the paths of the fields that this part delivers. `leaves` are
    the selected leaves, as dotted paths. The parts in `after` are sent first, as they deliver shared fields.
    """

    path: Names = ()
    label: str | None = None
    parent: "Part | None" = None
    streamed: bool = False
    selection: SelectionSetNode = field(default_factory=SelectionSetNode)
    owner: dict[int, "Part"] = field(default_factory=dict)
    roots: set[Names] = field(default_factory=set)
    leaves: dict[str, None] = field(default_factory=dict)
    after: dict["Part", None] = field(default_factory=dict)

    def around(self) -> Iterator["Part"]:
        """Yields the parts that are delivered before this one, nearest first."""
        part = self.parent
        while part is not None:
            yield part
            part = part.parent

    def delivers(self, node: FieldNode) -> bool:
        """True if this part delivers the field of this selection node."""
        return self.owner.get(id(node), self) is self

    def has(self, path: Iterable[str | int]) -> bool:
        """True if a response path is inside a field that this part delivers."""
        names = tuple([step for step in path if isinstance(step, str)])
        return any(names[:length] in self.roots for length in range(len(names) + 1))


def rows_of(nodes: Iterable[FieldNode]) -> tuple[str, ValueNode] | None:
    """Returns the selected rows of a list: `to` or `from`, and the node of a number. None for all rows."""
    for node in nodes:
        for directive in node.directives or ():
            if directive.name.value == ROWS:
                [argument] = directive.arguments or ()
                return argument.name.value, argument.value
    return None


def taken(nodes: Iterable[FieldNode], values: Any, variables: Variables) -> tuple[int, Any]:
    """Returns the index of the first row that these nodes select, and the selected rows of the list."""
    rows = rows_of(nodes)
    if rows is None:
        return 0, values
    word, node = rows
    count = variables[node.name.value] if isinstance(node, VariableNode) else int(getattr(node, "value", 0))
    return (0, values[:count]) if word == "to" else (min(count, len(values)), values[count:])
