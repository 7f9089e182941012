"""The recipes of CONTRIBUTING, followed letter by letter in a copy of the project."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.examples import examples
from tests.docs.markdown import ROOT, Block, blocks

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
COPIED = ("gateway", "schema", "resolvers", "loaders", "tests/support", "tests/conftest.py", "tests/__init__.py")


def _run(copy: Path, *command: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own interpreter and arguments
        [sys.executable, *command],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _apply(copy: Path, block: Block) -> Path | None:
    """Does with a block what the recipe says; gives the path of a new file."""
    new, into, imported = block.value("file"), block.value("into"), block.value("import")
    if new is not None:
        path = copy / new
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return path
    if into is not None:
        path = copy / into
        path.write_text(path.read_text(encoding="utf-8") + block.text, encoding="utf-8")
    elif imported is not None:
        path = copy / imported
        first, line, rest = path.read_text(encoding="utf-8").partition("\nfrom ")
        path.write_text(f"{first}\n{block.text.strip()}{line}{rest}", encoding="utf-8")
    return None


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A copy of the project in which both recipes were followed, and the tests that they add."""
    copy = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "static"))
        else:
            shutil.copy(source, target)
    (copy / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--import-mode=importlib'\n")
    written = [_apply(copy, block) for block in blocks(CONTRIBUTING) if block.language == "python"]
    return copy, [path for path in written if path is not None and path.name.startswith("test_")]


def test_tests_of_the_recipes_pass(followed: tuple[Path, list[Path]]) -> None:
    copy, tests = followed
    assert len(tests) == 2
    out = _run(copy, "-m", "pytest", "-q", *map(str, tests))
    assert " passed" in out


def test_plan_is_as_shown(followed: tuple[Path, list[Path]]) -> None:
    copy, _ = followed
    (query,) = (e.block for e in examples("graphql") if "skip" in e.block.words)
    (console,) = (block for block in blocks(CONTRIBUTING) if block.language == "console")
    command, _, shown = console.text.partition("\n")
    name = command.split()[-1]
    (copy / name).write_text(query.text, encoding="utf-8")
    assert _run(copy, "-m", "gateway", "explain", name).strip() == shown.strip()


def test_schema_has_the_fields(followed: tuple[Path, list[Path]]) -> None:
    copy, _ = followed
    out = _run(copy, "-m", "gateway", "schema")
    assert "studioAccess: Boolean" in out
    assert "discountApplicable: Boolean" in out
