"""Releases: versions, dates, labelled changes of the schema, and the workflows that run the checks."""

import json
import os
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from graphql import build_schema

from docs.generate.changes import RELEASED, changes, page
from docs.release.release import VERSIONED, ReleaseError, check, dated, released
from tests.gateway.process import ROOT

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout to make releases in."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith(("tests/", "benchmarks/")) and (ROOT / name).is_file():
            into = tmp_path / name
            into.parent.mkdir(parents=True, exist_ok=True)
            into.write_bytes((ROOT / name).read_bytes())
    return tmp_path


def make_release(copy: Path, version: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "docs.release", version],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_versions_have_dates_and_the_newest_is_the_projects() -> None:
    versions = released(CHANGELOG)
    assert re.findall(r"^## \[(.+?)\]", CHANGELOG, re.MULTILINE) == ["Unreleased", *(name for name, _ in versions)]
    days = [day for _, day in versions]
    assert days == sorted(days, reverse=True)
    if versions:
        assert versions[0][0] == PROJECT["version"]


@pytest.mark.parametrize("name", VERSIONED)
def test_the_version_is_the_same_everywhere(name: str) -> None:
    match = re.search(VERSIONED[name], (ROOT / name).read_text(encoding="utf-8"))
    assert match is not None
    assert match[0].rpartition(" ")[2].strip('"') == PROJECT["version"]


def test_a_release_writes_its_files(copy: Path) -> None:
    refused = make_release(copy, "0.0.1x")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("release: no version")
    done = make_release(copy, "7.0.0")
    assert done.returncode == 0, done.stderr
    assert "git tag v7.0.0" in done.stdout
    for name in ("pyproject.toml", "deploy/tutor/pyproject.toml", "package.json", "deploy/helm/lectern/Chart.yaml"):
        assert "7.0.0" in (copy / name).read_text(encoding="utf-8")
    assert json.loads((copy / "package.json").read_text())["version"] == "7.0.0"
    changelog = (copy / "CHANGELOG.md").read_text(encoding="utf-8")
    assert released(changelog)[0][0] == "7.0.0"
    assert re.search(r"## \[Unreleased\]\n\n## \[7\.0\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n", changelog)
    with pytest.raises(ReleaseError, match="nothing stands under Unreleased"):
        dated(changelog, "7.1.0", date(2026, 1, 1))


BEFORE = [("1.2.0", date(2026, 1, 31)), ("0.9.0", date(2025, 12, 1))]


@pytest.mark.parametrize(
    ("version", "before", "breaking", "words"),
    [
        ("", [], False, "no version"),
        ("7", [], False, "no version"),
        ("7.01.0", [], False, "no version"),
        ("1.2.0", BEFORE, False, "released already"),
        ("1.1.9", BEFORE, False, "released already"),
        ("1.3.0", BEFORE, True, "breaking changes"),
        ("0.9.1", BEFORE[1:], True, "breaking changes"),
        ("1.3.0", BEFORE, False, None),
        ("2.0.0", BEFORE, True, None),
        ("0.10.0", BEFORE[1:], True, None),
        ("0.1.0", [], True, None),
    ],
)
def test_versions_follow_what_changed(
    version: str, before: list[tuple[str, date]], breaking: bool, words: str | None
) -> None:
    if words is None:
        check(version, before, breaking=breaking)
        return
    with pytest.raises(ReleaseError, match=words):
        check(version, before, breaking=breaking)


OLD = "type Query { course(key: ID!): Course } type Course { title: String! number: String } enum E { A }"
NEW = """
type Query { course(key: ID!, locale: String): Course }
type Course { title: String start: String }
enum E { A B }
type Unit { title: String }
"""


def test_changes_are_labelled() -> None:
    found = changes(build_schema(OLD), build_schema(NEW))
    assert [text for text in found["breaking"] if "Course.number" in text]
    assert [text for text in found["breaking"] if "Course.title" in text]
    assert len(found["breaking"]) == 2
    assert [text for text in found["dangerous"] if "locale" in text]
    assert [text for text in found["dangerous"] if re.search(r"\bB\b", text)]
    assert found["safe"] == ["Course.start was added.", "Unit was added."]


def test_page_tells_changes_since_the_release() -> None:
    sdl = RELEASED.read_text(encoding="utf-8")
    assert "There are none." in page(sdl)
    told = page(sdl.replace("type Query {", "type Query {\n  added: Int\n", 1))
    assert "## Safe" in told
    assert "- Query.added was added." in told
    assert "## Breaking" not in told


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_is_sound_and_runs_the_checks(path: Path) -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    command = [str(checker), "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step.get("run") for step in workflow["jobs"]["checks"]["steps"]]
    assert ".ci/run" in steps
    assert workflow["permissions"] == {"contents": "read"}


def test_workflow_runs_every_supported_python() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    named = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert workflow["jobs"]["checks"]["strategy"]["matrix"]["python"] == named


def test_dates_are_dates() -> None:
    assert released("## [1.0.0] - 2026-02-28\n") == [("1.0.0", date(2026, 2, 28))]
