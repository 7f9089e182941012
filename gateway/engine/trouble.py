"""What the compiled code tells of calls that failed: which fields are null for it, and where the first of them lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLOutputType
from graphql.execution.collect_fields import FieldDetails

from loaders.errors import Failure
from resolvers.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class SelectedField:
    """A field with its sources, any of which may fail."""

    sources: tuple[Source, ...]
    output_type: GraphQLOutputType
    details: list[FieldDetails]

    @classmethod
    def of(
        cls, sources: tuple[Source, ...], output_type: GraphQLOutputType, nodes: Sequence[FieldNode]
    ) -> "SelectedField":
        """The field that these nodes select."""
        return cls(sources, output_type, [FieldDetails(node, None) for node in nodes])


@dataclass(frozen=True, slots=True, eq=False)
class Trouble:
    """A failure, and the first field that it left null: `path` leads there from the object that is projected."""

    failure: Failure
    field: SelectedField
    path: tuple[str | int, ...]
