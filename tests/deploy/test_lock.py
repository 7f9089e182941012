"""The lock files: complete, up to date, for every supported Python, and equal to the installed packages."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.deploy.locks import FOLDER, lines, parsed, pins
from tests.gateway.process import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
EXTRAS = {"run": ("metrics", "otel", "redis", "http2"), "test": ("metrics", "otel", "redis", "http2", "dev")}
OURS = "lectern-gateway"


def wanted(lock: str) -> Iterator[Requirement]:
    """The requirements of the project."""
    groups = [PROJECT["dependencies"], *(PROJECT["optional-dependencies"][extra] for extra in EXTRAS[lock])]
    for text in (text for group in groups for text in group):
        requirement = Requirement(text)
        if requirement.name != OURS:
            yield requirement


@pytest.mark.parametrize("lock", EXTRAS)
@pytest.mark.parametrize("python", PYTHONS)
def test_lock_meets_the_requirements_of_the_project(lock: str, python: str) -> None:
    found = pins(lock, python)
    for requirement in wanted(lock):
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python}):
            pinned = found[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(pinned, prereleases=True), requirement


@pytest.mark.parametrize("lock", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_lock_names_no_place(lock: str) -> None:
    """Packages come from the index of whoever installs them."""
    assert list(parsed(lock))
    for line in lines(lock):
        assert "://" not in line
        assert "@" not in line
        assert not re.match(r"\s*-(?!-hash)", line)


def test_the_image_runs_the_tested_versions() -> None:
    for python in PYTHONS:
        tested = pins("test", python)
        for name, pinned in pins("run", python).items():
            assert tested[name] == pinned


def test_installed_versions_are_those_of_the_lock_file() -> None:
    expected = pins("test")
    assert {name: version(name) for name in expected} == expected


UV = Path(sys.executable).parent / "uv"


def uv(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([UV, *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("python", PYTHONS)
def test_every_supported_python_finds_wheels_with_these_hashes(python: str, tmp_path: Path) -> None:
    """The image takes wheels only. Asks the package index, installs nothing."""
    done = uv(
        *("pip", "install", "--dry-run", "--require-hashes", "--only-binary", ":all:", "--strict"),
        *("--python-version", python, "--target", str(tmp_path), "--requirement", str(FOLDER / "run.txt")),
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("lock", EXTRAS)
def test_lock_is_current(lock: str, tmp_path: Path) -> None:
    """`make lock` would pin the same versions: it keeps those that are there while they do."""
    recipe = subprocess.run(["make", "--dry-run", "lock"], cwd=ROOT, capture_output=True, text=True, check=True)
    text = recipe.stdout.replace("\\\n", " ")
    (written,) = re.findall(rf"uv (pip compile [^\n]*) --output-file requirements/{lock}\.txt", text)
    shutil.copy(FOLDER / f"{lock}.txt", tmp_path)
    done = uv(*written.split(), "--output-file", str(tmp_path / f"{lock}.txt"))
    assert done.returncode == 0, done.stderr
    places = (FOLDER / f"{lock}.txt", tmp_path / f"{lock}.txt")
    kept, made = ([line for line in path.read_text().splitlines() if "==" in line] for path in places)
    assert kept == made
