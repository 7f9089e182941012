"""The operations of the front ends: GraphiQL's examples, and in this folder those that GraphiQL does not show."""

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

from gateway.graphiql.examples import EXAMPLES_DIRECTORY

FOLDER = Path(__file__).parent

EXAMPLES = {
    "1-course-home": "pages/course_home",
    "2-dashboard": "pages/dashboard",
    "3-courseware": "pages/courseware",
    "4-dates": "pages/dates",
    "5-progress": "pages/progress",
    "6-course-about": "pages/course_about",
    "7-records": "pages/records",
    "8-mobile": "mobile/app",
    "9-programs": "programs/programs",
    "10-writes": "writes/learner",
    "11-exams": "pages/exams",
    "12-discussions": "pages/discussions",
    "13-people": "pages/people",
    "14-notifications": "pages/notifications",
    "15-teams": "pages/teams",
    "16-course-shell": "pages/shell",
}
"""Folders of GraphiQL's examples, with the file in this folder that their operations would stand in."""


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


def files() -> list[Path]:
    """Every file with operations."""
    return [*sorted(EXAMPLES_DIRECTORY.rglob("*.graphql")), *sorted(FOLDER.rglob("*.graphql"))]


def _group(path: Path) -> str:
    if path.is_relative_to(FOLDER):
        return path.relative_to(FOLDER).with_suffix("").as_posix()
    return EXAMPLES[path.parent.name]


@cache
def operations() -> dict[str, Operation]:
    """Every operation by name."""
    found: dict[str, Operation] = {}
    for path in files():
        document = parse(path.read_text(encoding="utf-8"))
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        for definition in document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                assert definition.name is not None, f"{path.name} has an operation without a name"
                name = f"{_group(path)}:{definition.name.value}"
                assert name not in found, f"{name} stands in two files"
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
