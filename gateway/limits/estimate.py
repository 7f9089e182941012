"""What an operation costs: the calls of the LMS that it would cause, as the planner plans them."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.course import EXISTS
from resolvers.plan import cost_of, demands_of, plan
from resolvers.selection import collect, has_arguments
from resolvers.source import DECLARATION, RELATION, RESOLVER, Declaration

_KEYS = frozenset({"keys", "ids", "uuids"})
"""Arguments with one object for each of their items."""

_PAGES = frozenset({"first", "last"})
"""Arguments with as many rows as they say."""

Nodes = Sequence[FieldNode]


class Estimate:
    """Estimates operations of one document for one caller's sign-in and one set of variables.

    The estimate is an upper bound of what is planned: calls that two fields of an operation share are counted twice,
    pages are taken to be full. What the LMS's answers make necessary beyond the plan is not in it; the request's
    `Allowance` bounds that.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
        credentials: Credentials,
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._credentials = credentials

    def calls(self, operation: OperationDefinitionNode) -> int:
        """Upstream calls of this operation."""
        root = self._schema.get_root_type(operation.operation)
        assert root is not None
        node = FieldNode(name=None, selection_set=operation.selection_set)  # type: ignore[arg-type]
        writes = 0
        if operation.operation is OperationType.MUTATION:  # each is a call besides those for what is read after it
            writes = len(collect(self._schema, root, [node], self._fragments, self._variables))
        return writes + self._below(root, [node], 1, 1)

    def _object(
        self, named: GraphQLNamedType, nodes: Nodes, objects: int, rows: int, told: frozenset[Endpoint] | None = None
    ) -> int:
        """Calls for this many objects of a type; of an abstract one, of the dearest of its types."""
        if is_abstract_type(named):
            possible = self._schema.get_possible_types(named)
            return max((self._object(one, nodes, objects, rows) for one in possible), default=0)
        if not is_object_type(named):
            return 0
        object_type: GraphQLObjectType = named
        demands = demands_of(self._schema, object_type, nodes, self._fragments, self._variables)
        if object_type.name == "Course" and not told:
            demands.insert(0, EXISTS)
        already = told or frozenset()
        made = plan(demands, self._credentials, count=max(rows, 1), already=already)
        planned = cost_of((e for e in made.endpoints if e not in already), rows)[1]
        return planned + self._below(object_type, nodes, objects, rows)

    def _below(self, object_type: GraphQLObjectType, nodes: Nodes, objects: int, rows: int) -> int:
        """Calls of the fields that have calls of their own, below this many objects that are there already."""
        total = 0
        selected = collect(self._schema, object_type, nodes, self._fragments, self._variables)
        for field_nodes in selected.values():
            definition = object_type.fields.get(field_nodes[0].name.value)
            if definition is not None:
                total += self._field(definition, field_nodes, objects, rows)
        return total

    def _field(self, definition: GraphQLField, nodes: Nodes, objects: int, rows: int) -> int:
        named = get_named_type(definition.type)
        extensions = definition.extensions
        declaration: Declaration | None = extensions.get(DECLARATION)
        if RELATION in extensions:
            sources = declaration.sources if declaration is not None else ()
            told = frozenset(source.endpoint for source in sources if source.endpoint is not None)
            return self._object(named, nodes, objects, rows, told)
        own = RESOLVER in extensions and (declaration is None or has_arguments(nodes[0], self._variables))
        if not own:
            return self._below(named, nodes, objects, rows) if is_object_type(named) else 0
        times, page = self._sizes(definition, nodes[0])
        return max(rows, self._object(named, nodes, objects * times, rows * times * page))

    def _sizes(self, definition: GraphQLField, node: FieldNode) -> tuple[int, int]:
        """How many objects the field names by key, and how many rows it pages."""
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        times = page = 1
        for name, argument in definition.args.items():
            if name in _KEYS and name in given:
                times *= self._length(given[name])
            elif name in _PAGES:
                page *= self._number(given.get(name), argument.default_value)
        return times, page

    def _length(self, value: Any) -> int:
        if isinstance(value, VariableNode):
            items = self._variables.get(value.name.value)
            return len(set(map(str, items))) if isinstance(items, list) else 1
        return len(value.values) if isinstance(value, ListValueNode) else 1

    def _number(self, value: Any, default: Any) -> int:
        if isinstance(value, VariableNode):
            default = self._variables.get(value.name.value, default)
        elif isinstance(value, IntValueNode):
            default = int(value.value)
        if isinstance(default, float) and default.is_integer():  # JSON's 100.0 is an Int too
            default = int(default)
        return max(default, 1) if isinstance(default, int) else 1
