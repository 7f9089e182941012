"""The consumers' operations, one by one, as they stand in the `.graphql` files of this folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphql import (
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    Visitor,
    parse,
    print_ast,
    visit,
)
from graphql.language import DocumentNode

FOLDER = Path(__file__).parent

PENDING: frozenset[str] = frozenset()
"""Operations that the schema cannot answer yet. A test fails when one of these validates: then it leaves the set."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation with the fragments it uses. `name` is `folder/file:OperationName`."""

    name: str
    text: str
    keyword: str


class _Spreads(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        self.names.add(node.name.value)


@cache
def operations() -> dict[str, Operation]:
    """Every operation by name."""
    found: dict[str, Operation] = {}
    for path in sorted(FOLDER.rglob("*.graphql")):
        document = parse(path.read_text(encoding="utf-8"))
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        for definition in document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                assert definition.name is not None, f"{path.name} has an operation without a name"
                name = f"{path.relative_to(FOLDER).with_suffix('').as_posix()}:{definition.name.value}"
                used = _used(definition, fragments)
                text = print_ast(DocumentNode(definitions=(definition, *used)))
                found[name] = Operation(name, text, definition.operation.value)
    return found


def _used(
    definition: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode]
) -> list[FragmentDefinitionNode]:
    names: list[str] = []
    waiting: list[OperationDefinitionNode | FragmentDefinitionNode] = [definition]
    while waiting:
        spreads = _Spreads()
        visit(waiting.pop(), spreads)
        for name in sorted(spreads.names.difference(names)):
            names.append(name)
            waiting.append(fragments[name])
    return [fragments[name] for name in names]


def text_of(name: str) -> str:
    """The document of one operation."""
    return operations()[name].text
