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
QUICK = next(
    line.removeprefix("QUICK := ").split()
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    if line.startswith("QUICK := ")
)
"""The tests of `make quick`."""
UNUSED = shutil.ignore_patterns("__pycache__", ".*_cache", ".venv", ".git", "node_modules", "build", "*.egg-info")


def _run(copy: Path, *command: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own interpreter and arguments
        command,
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _python(copy: Path, *command: str) -> str:
    return _run(copy, sys.executable, "-m", *command)


def _apply(copy: Path, block: Block) -> Path | None:
    """Does with a block what the recipe says; returns the path of the file that it adds or changes."""
    if (new := block.value("file")) is not None and block.language == "python":
        path = copy / new
        assert not path.exists(), f"{block.name}: {new} exists already"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return path
    if (changed := block.value("file")) is not None:
        path = copy / changed
        lines = block.text.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{block.name}: {changed} does not have these lines once"
        path.write_text(text.replace(before, after), encoding="utf-8")
        return path
    if (into := block.value("into")) is not None:
        path = copy / into
        path.write_text(path.read_text(encoding="utf-8") + block.text, encoding="utf-8")
    elif (imported := block.value("import")) is not None:
        path = copy / imported
        first, line, rest = path.read_text(encoding="utf-8").partition("\nfrom ")
        path.write_text(f"{first}\n{block.text.strip()}{line}{rest}", encoding="utf-8")
    return None


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A copy of the project in which all recipes were followed, and the tests that they add or change."""
    copy = tmp_path_factory.mktemp("recipes") / "lectern"
    shutil.copytree(ROOT, copy, ignore=UNUSED)
    written = [_apply(copy, block) for block in blocks(CONTRIBUTING) if block.language in {"python", "diff"}]
    _python(copy, "docs.generate")
    _run(copy, "git", "init", "--quiet")
    _run(copy, "git", "add", "--all")
    return copy, sorted({path for path in written if path is not None and path.name.startswith("test_")})


def test_tests_of_the_recipes_pass(followed: tuple[Path, list[Path]]) -> None:
    copy, tests = followed
    assert len(tests) == 9
    assert " passed" in _python(copy, "pytest", "-q", *map(str, tests))


def test_unusable_answers_of_the_new_endpoints_are_errors(followed: tuple[Path, list[Path]]) -> None:
    copy, _ = followed
    new = "among_them or left_out or discounts or verifications"
    tests = ("tests/faults/test_everywhere.py", "tests/loaders/test_outcomes.py")
    assert " passed" in _python(copy, "pytest", "-q", *tests, "-k", new)


def test_quick_tests_pass_after_the_recipes(followed: tuple[Path, list[Path]]) -> None:
    """Those of `make quick`, and those of the pages, which state some rules of the code."""
    copy, _ = followed
    assert " passed" in _python(copy, "pytest", "-q", *QUICK, "tests/docs/test_pages.py")


def test_recipes_are_in_style(followed: tuple[Path, list[Path]]) -> None:
    """Imports are where a recipe's reader would sort them by `ruff check --fix`."""
    copy, _ = followed
    _python(copy, "ruff", "check", "--quiet", "--fix", "--select", "I")
    _python(copy, "ruff", "check", "--quiet")
    _python(copy, "ruff", "format", "--quiet")


def test_plan_is_as_shown(followed: tuple[Path, list[Path]]) -> None:
    copy, _ = followed
    (query,) = (e.block for e in examples("graphql") if "skip" in e.block.words)
    (console,) = (block for block in blocks(CONTRIBUTING) if block.language == "console")
    command, _, shown = console.text.partition("\n")
    name = command.split()[-1]
    (copy / name).write_text(query.text, encoding="utf-8")
    assert _python(copy, "gateway", "explain", name).strip() == shown.strip()


def test_generated_files_have_what_the_recipes_add(followed: tuple[Path, list[Path]]) -> None:
    copy, _ = followed
    schema = (copy / "schema.graphql").read_text(encoding="utf-8")
    assert "null for people who are not course staff" in schema
    for field in ("sendsReportsByEmail: Boolean", "discount: Discount", "verificationAttempts: [", "divideTopics("):
        assert field in schema
    coverage = (copy / "docs/coverage.md").read_text(encoding="utf-8")
    assert (
        "| `GET /api/discounts/course/{course_key_string}` | `Course.discountApplicable`, `Course.discount`" in coverage
    )
    assert "| `GATEWAY_RELEASE` | unset |" in (copy / "docs/settings.md").read_text(encoding="utf-8")
