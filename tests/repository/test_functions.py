"""Functions of the product are short and simple."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("gateway", "schema", "resolvers", "loaders")
MOST_LINES = 60
MEAN_COMPLEXITY = 3.5
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(*, demo: bool) -> Iterator[tuple[str, Function]]:
    """All functions by their names; `demo`: also those of the demo LMS, which is a product of its own."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if demo or "demo" not in path.parts:
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, Function):
                        yield f"{path.relative_to(ROOT)}: {node.name}", node


def complexity(node: ast.AST) -> int:
    """The number of branches, without those of functions inside."""
    inner = [child for child in ast.iter_child_nodes(node) if not isinstance(child, Function | ast.ClassDef)]
    found = sum(isinstance(child, BRANCHES) for child in inner)
    found += sum(1 + len(child.ifs) for child in inner if isinstance(child, ast.comprehension))
    found += sum(len(child.values) - 1 for child in inner if isinstance(child, ast.BoolOp))
    return found + sum(map(complexity, inner))


def test_no_function_is_long() -> None:
    lengths = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions(demo=True)}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_functions_are_simple_on_average() -> None:
    """The complexity of each function is limited by ruff (C901)."""
    found = [1 + complexity(node) for _, node in functions(demo=False)]
    assert sum(found) / len(found) < MEAN_COMPLEXITY
