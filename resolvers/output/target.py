"""The input of the compiler: the selection of one object."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema

from resolvers.plan.parts import Part
from resolvers.plan.selection import Fragments, Selection, Variables, collect


@dataclass(frozen=True, slots=True)
class Target:
    """The selected fields of an object in one part of the response.

    `whole` are the nodes of the whole operation that select the object. `selection` are the selected fields of this
    part.
    """

    schema: GraphQLSchema
    fragments: Fragments
    variables: Variables
    object_type: GraphQLObjectType
    selection: Selection
    part: Part
    whole: Sequence[FieldNode]

    def collect(self, object_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Selection:
        """Returns the selected fields below these nodes."""
        return collect(self.schema, object_type, nodes, self.fragments, self.variables)
