"""Rules of the repository: layers, sizes of files, and no names of single machines in the files."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 300
TEXT = {".py", ".js", ".css", ".html", ".md", ".toml", ".graphql", ".sh", ".yml", ".yaml", ""}
GENERATED = {"schema.graphql"}
VENDORED = ROOT / "gateway/graphiql/static"


def committed() -> list[Path]:
    """Every committed file of ours that still exists."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and VENDORED not in path.parents]


def test_imports_point_down_only() -> None:
    done = subprocess.run(  # our own interpreter and arguments
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_package_of_the_schema_has_the_version_of_the_gateway() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (package["version"], package["license"]) == (project["version"], project["license"])


def test_no_file_is_long() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n")
        for path in committed()
        if path.suffix in TEXT - {".md"} and path.name not in GENERATED
    }
    long = {name: lines for name, lines in lengths.items() if lines > MOST_LINES}
    assert long == {}


def test_code_names_no_machine() -> None:
    """Folders of one machine are not in the files."""
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    named = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in committed()
        if path.suffix in TEXT and path != Path(__file__)
        for match in [pattern.search(path.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert named == []


@pytest.mark.parametrize("package", ["gateway", "schema", "resolvers", "loaders"])
def test_packages_say_what_they_are_for(package: str) -> None:
    text = (ROOT / package / "__init__.py").read_text(encoding="utf-8")
    assert text.startswith('"""')


@pytest.mark.parametrize("package", ["gateway", "schema", "resolvers", "loaders"])
def test_packages_say_that_they_are_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()
