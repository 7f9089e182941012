"""A field of an object type, or a list of them, as it is compiled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType, is_non_null_type

from resolvers.declare.source import Source
from resolvers.output.leafcompiler import Cursors, Facts

WriteObject = Callable[[GraphQLObjectType, Sequence[FieldNode], Cursors, Facts], str]
"""Writes the code of an object and returns the expression of its dict."""


@dataclass(frozen=True, slots=True)
class ObjectField:
    """`named` is the type of the object or of the rows. `sources` are those that can be read from the `cursors`."""

    output_type: GraphQLOutputType
    named: GraphQLObjectType
    sources: Sequence[Source]
    nodes: Sequence[FieldNode]
    cursors: Cursors
    facts: Facts

    @property
    def required(self) -> bool:
        """True if the field may not be null."""
        return is_non_null_type(self.output_type)


WriteOne = Callable[[ObjectField], str]
"""Writes the code of an object that sources may lack, and returns the expression of its dict."""
