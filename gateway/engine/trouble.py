"""What the compiled code tells of calls that failed: which fields are null for it, and where the first of them lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLOutputType

from loaders.errors import Failure
from resolvers.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class SelectedField:
    """A field with its sources, any of which may fail."""

    sources: tuple[Source, ...]
    output_type: GraphQLOutputType
    nodes: Sequence[FieldNode]


@dataclass(frozen=True, slots=True, eq=False)
class Trouble:
    """A failure, and the first field that it left null: `path` leads there from the object that is projected."""

    failure: Failure
    field: SelectedField
    path: tuple[str | int, ...]
