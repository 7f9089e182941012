"""Releases: versions, dates, labelled changes of the schema, and the workflows that run the checks."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
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
    # Right after a release, nothing is unreleased.
    changelog = tmp_path / "CHANGELOG.md"
    head, found, rest = changelog.read_text(encoding="utf-8").partition("## [Unreleased]\n")
    assert found
    changelog.write_text(f"{head}{found}\n### Added\n\n- Something.\n{rest}", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "All")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    """The output of a git command."""
    known = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com"]
    done = subprocess.run(["git", *known, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def make_release(copy: Path, version: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "docs.release", version],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )


def refusal(copy: Path, version: str) -> str:
    """Why there can be no such release; nothing is written then."""
    before = git(copy, "status", "--porcelain")
    done = make_release(copy, version)
    assert (done.returncode, done.stdout) == (1, "")
    assert git(copy, "status", "--porcelain") == before
    return done.stderr


def test_versions_have_dates_and_the_newest_is_the_projects() -> None:
    versions = released(CHANGELOG)
    assert re.findall(r"^## \[(.+?)\]", CHANGELOG, re.MULTILINE) == ["Unreleased", *(name for name, _ in versions)]
    days = [day for _, day in versions]
    assert days == sorted(days, reverse=True)
    if versions:
        assert versions[0][0] == PROJECT["version"]


@pytest.mark.parametrize("name", VERSIONED)
def test_the_version_is_the_same_everywhere(name: str) -> None:
    assert set(versions_in(ROOT, name)) == {PROJECT["version"]}


def versions_in(folder: Path, name: str) -> Iterator[str]:
    """The version at each place of a file that has it."""
    for pattern in VERSIONED[name]:
        match = re.search(pattern, (folder / name).read_text(encoding="utf-8"))
        assert match is not None
        yield match[0].rpartition(" ")[2].strip('"')


def test_a_release_writes_its_files(copy: Path) -> None:
    assert refusal(copy, "0.0.1x").startswith("release: no version")
    (copy / "README.md").write_text("half an edit")
    assert "README.md" in refusal(copy, "7.0.0")
    git(copy, "checkout", "--quiet", ".")
    assert git(copy, "status", "--porcelain") == ""

    done = make_release(copy, "7.0.0")
    assert done.returncode == 0, done.stderr
    assert "git tag v7.0.0" in done.stdout
    assert set(VERSIONED) <= set(git(copy, "diff", "--name-only").split())
    for name in VERSIONED:
        assert set(versions_in(copy, name)) == {"7.0.0"}
    assert json.loads((copy / "package.json").read_text())["version"] == "7.0.0"
    changelog = (copy / "CHANGELOG.md").read_text(encoding="utf-8")
    assert released(changelog)[0][0] == "7.0.0"
    assert re.search(r"## \[Unreleased\]\n\n## \[7\.0\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n", changelog)
    assert json.loads((copy / "clients/javascript/package-lock.json").read_text())["packages"][""]["version"] == "7.0.0"
    with pytest.raises(ReleaseError, match="nothing is under Unreleased"):
        dated(changelog, "7.1.0", date(2026, 1, 1))
    assert "commit" in refusal(copy, "7.0.1")
    git(copy, "commit", "--quiet", "--all", "--message", "Release 7.0.0")
    assert "7.0.0 is released already" in refusal(copy, "7.0.0")


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
def test_versions_follow_the_changes(
    version: str, before: list[tuple[str, date]], breaking: bool, words: str | None
) -> None:
    if words is None:
        check(version, before, breaking=breaking)
        return
    with pytest.raises(ReleaseError, match=words):
        check(version, before, breaking=breaking)


SCHEMA = """
directive @d(a: Int, b: Int = 1) on FIELD | QUERY
interface I { i: Int }
type A implements I { i: Int x: Int! n: Int l: [Int!]! e: E f(o: Int = 1, r: Int! = 2, p: Int, q: Int!): Int }
type B { b: Int }
union U = A | B
enum E { P Q }
input In { a: Int = 1 b: Int! = 2 c: Int! m: Int }
input One { a: Int b: Int }
type Query { a(in: In, one: One): A u: U i: I }
"""


@pytest.mark.parametrize(
    ("old", "new", "label", "place"),
    [
        (" n: Int", "", "breaking", "A.n"),
        ("x: Int!", "x: Int", "breaking", "A.x"),
        ("[Int!]!", "[Int]!", "breaking", "A.l"),
        ("x: Int!", "x: String!", "breaking", "A.x"),
        ("q: Int!", "q: Int!, z: Int!", "breaking", "A.f(z:)"),
        (", p: Int", "", "breaking", "A.f(p:)"),
        ("p: Int", "p: Int!", "breaking", "A.f(p:)"),
        ("r: Int! = 2", "r: Int!", "breaking", "A.f(r:)"),
        (" m: Int", " m: Int!", "breaking", "In.m"),
        (" m: Int", "", "breaking", "In.m"),
        (" m: Int", " m: Int z: Int!", "breaking", "In.z"),
        ("b: Int! = 2", "b: Int!", "breaking", "In.b"),
        ("input One", "input One @oneOf", "breaking", "One"),
        ("P Q", "P", "breaking", "E.Q"),
        ("A | B", "A", "breaking", "B was removed from union"),
        (" implements I", "", "breaking", "no longer implements"),
        ("type B {", "interface B {", "breaking", "B changed from"),
        ("FIELD | QUERY", "FIELD", "breaking", "QUERY was removed"),
        ("@d(a: Int,", "@d(a: Int!,", "breaking", "@d(a:)"),
        ("P Q", "P Q R", "dangerous", "E.R"),
        ("union U = A", "type C { c: Int } union U = A | C", "dangerous", "C was added to union"),
        ("o: Int = 1", "o: Int = 2", "dangerous", "A.f(o:)"),
        ("q: Int!", "q: Int!, z: Int", "dangerous", "A.f(z:)"),
        ("q: Int!", "q: Int!, z: Int! = 1", "dangerous", "A.f(z:)"),
        (" m: Int", " m: Int z: Int", "dangerous", "In.z"),
        ("a: Int = 1", "a: Int = 2", "dangerous", "In.a"),
        (" n: Int", " n: Int z: Int", "safe", "A.z was added."),
        (" n: Int", " n: Int!", "safe", "A.n changed type from Int to Int!."),
        ("q: Int!", "q: Int", "safe", "A.f(q:) changed type"),
        ("c: Int!", "c: Int", "safe", "In.c changed type"),
        (" n: Int", ' n: Int @deprecated(reason: "Use x.")', "safe", "A.n was deprecated: Use x."),
        ("type B", "directive @z on FIELD type B", "safe", "@z was added."),
        ("type B", "type Z { z: Int } type B", "safe", "Z was added."),
    ],
)
def test_changes_are_labelled(old: str, new: str, label: str, place: str) -> None:
    """Each has one label, and names its place."""
    assert SCHEMA.count(old) == 1
    sdl = SCHEMA.replace(old, new)
    if place.startswith("B changed"):
        sdl = sdl.replace("A | B", "A")
    found = changes(build_schema(SCHEMA), build_schema(sdl))
    assert [text for text in found[label] if place in text]
    others = {text for other, texts in found.items() if other != label for text in texts}
    assert others <= {"C was added."}


def test_page_lists_changes_since_the_release() -> None:
    sdl = RELEASED.read_text(encoding="utf-8")
    assert "There are none." in page(sdl)
    text = page(sdl.replace("type Query {", "type Query {\n  added: Int\n", 1))
    assert "## Safe" in text
    assert "- Query.added was added." in text
    assert "## Breaking" not in text


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
