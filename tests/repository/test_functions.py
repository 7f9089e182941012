"""Functions of the product are short and simple."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("gateway", "schema", "resolvers", "loaders")
MOST_LINES = 60
MEAN_COMPLEXITY = 3.5
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions() -> tuple[tuple[Path, Function, int], ...]:
    """All functions with the number of their branches, without those of functions inside."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple(found for path in paths for found in _functions(path))


def _functions(path: Path) -> Iterator[tuple[Path, Function, int]]:
    open_ = [(node, [0]) for node in ast.parse(path.read_text(encoding="utf-8")).body]
    found: list[tuple[Function, list[int]]] = []
    while open_:
        node, count = open_.pop()
        if isinstance(node, Function):
            count = [0]
            found.append((node, count))
        count[0] += _branches(node)
        open_ += ((child, count) for child in ast.iter_child_nodes(node))  # type: ignore[misc]
    yield from ((path, node, count[0]) for node, count in found)


def _branches(node: ast.AST) -> int:
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    return int(isinstance(node, BRANCHES))


def test_no_function_is_long() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {node.name}": lines
        for path, node, _ in functions()
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES
    }
    assert long == {}


def test_functions_are_simple_on_average() -> None:
    """Without the demo LMS. The complexity of each function is limited by ruff (C901)."""
    found = [1 + branches for path, _, branches in functions() if "demo" not in path.parts]
    assert sum(found) / len(found) < MEAN_COMPLEXITY
