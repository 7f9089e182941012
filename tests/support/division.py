"""Random divisions of an operation into parts: the same selections, some of them deferred, some lists streamed."""

import random
from typing import Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_nullable_type,
    is_list_type,
    parse,
    print_ast,
    visit,
)
from graphql.language import SelectionNode


def divided(schema: GraphQLSchema, text: str, chance: random.Random) -> str:
    """The operation with random selections in deferred fragments of their own, and random lists streamed."""
    info = TypeInfo(schema)
    document: DocumentNode = visit(parse(text), TypeInfoVisitor(info, _Divider(info, chance)))
    return print_ast(document)


class _Divider(Visitor):
    def __init__(self, info: TypeInfo, chance: random.Random) -> None:
        super().__init__()
        self._info = info
        self._chance = chance

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        self._writes = node.operation is OperationType.MUTATION

    def leave_field(self, node: FieldNode, *_: Any) -> FieldNode | None:
        """The field, its list streamed perhaps. No two fields of the operations share a name and a parent."""
        output = self._info.get_type()
        if output is None or not is_list_type(get_nullable_type(output)) or self._chance.random() > 0.4:
            return None
        count = ArgumentNode(name=_name("initialCount"), value=IntValueNode(value=str(self._chance.randint(0, 2))))
        stream = DirectiveNode(name=_name("stream"), arguments=(count,))
        return _with(node, directives=(*(node.directives or ()), stream))

    def leave_selection_set(self, node: SelectionSetNode, *_: Any) -> SelectionSetNode | None:
        """The selections, some of them deferred: alone, or several together."""
        parent = self._info.get_parent_type()
        if parent is None or parent is self._info._schema.mutation_type or len(node.selections) < 2:
            return None
        if self._chance.random() > 0.7:
            return None
        now: list[SelectionNode] = []
        later: list[list[SelectionNode]] = []
        for selection in node.selections:
            place = self._chance.randrange(4)
            if place < 2:
                now.append(selection)
            elif place == 2 and later:
                later[-1].append(selection)
            else:
                later.append([selection])
        return SelectionSetNode(selections=(*now, *map(_deferred, later)))


def _deferred(selections: list[SelectionNode]) -> InlineFragmentNode:
    defer = DirectiveNode(name=_name("defer"), arguments=())
    return InlineFragmentNode(
        type_condition=None, directives=(defer,), selection_set=SelectionSetNode(selections=tuple(selections))
    )


def _with(node: FieldNode, **changes: Any) -> FieldNode:
    given = {name: getattr(node, name) for name in ("name", "alias", "arguments", "directives", "selection_set")}
    return FieldNode(**{**given, **changes})


def _name(text: str) -> NameNode:
    return NameNode(value=text)
