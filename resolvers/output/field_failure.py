"""The failures that compiled code reports, each with the first field that it left null and the path of this field."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLOutputType

from loaders.errors import Failure
from resolvers.declare.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class SelectedField:
    """A selected field with its sources, any of which may fail."""

    sources: tuple[Source, ...]
    output_type: GraphQLOutputType
    nodes: Sequence[FieldNode]


@dataclass(frozen=True, slots=True, eq=False)
class FieldFailure:
    """A failure and the first field that it left null. `path` is relative to the projected object."""

    failure: Failure
    field: SelectedField
    path: tuple[str | int, ...]
