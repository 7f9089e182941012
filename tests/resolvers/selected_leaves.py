"""The selected fields of a document, computed without the planner."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)

from resolvers.plan.selection import collect


class _Everything(dict[str, Any]):
    """Variables that are all true."""

    def get(self, name: str, default: Any = None) -> Any:
        return True


def selected_leaves(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Mapping[str, Any] | None = None,
    operation: OperationDefinitionNode | None = None,
) -> set[str]:
    """The paths of all leaves that an operation selects, but for those below objects of several types.

    Without an `operation` the document has just one, and without `variables` every flag is set.
    """
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    if operation is None:
        (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    flags = _Everything() if variables is None else variables
    found: set[str] = set()

    def visit(object_type: Any, nodes: list[Any], path: str) -> None:
        for name, group in collect(schema, object_type, nodes, fragments, flags).items():
            here = f"{path}.{name}" if path else name
            field = object_type.fields.get(group[0].name.value)
            if field is None or is_leaf_type(get_named_type(field.type)):
                found.add(here)
            elif not is_abstract_type(get_named_type(field.type)):
                visit(get_named_type(field.type), group, here)

    root = schema.get_root_type(operation.operation)
    visit(root, [FieldNode(name=None, selection_set=operation.selection_set)], "")  # type: ignore[arg-type]
    return found
