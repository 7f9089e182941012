"""Links, files, commands, settings and error codes that the documentation names exist."""

import importlib.util
import json
import re
import shlex
from pathlib import Path

import pytest

from gateway.__main__ import _parser
from gateway.demo.world.features import FEATURES
from gateway.settings.settings import Settings
from loaders.calls.retry import ATTEMPTS, RETRIED
from loaders.errors import Code
from tests.docs.examples import commands
from tests.docs.markdown import ROOT, anchors, blocks, codes, links, pages

PAGES = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in pages()]
FILE = re.compile(r"(?![\d./]+$)(?:[\w.\-]+/)+[\w.\-]*|[\w\-]+\.(?:md|toml|graphql|svg)|Makefile|LICENSE")
OUTSIDE = (
    "api/",
    "application/",
    "text/",
    "multipart/",
    "course_home/",
    "courseware/",
    "learner_home/",
    "courses/",
    "user/",
    "bookmarks/",
    "lectern-client/",
)
DEMO = {"GATEWAY_CONFIG", "GATEWAY_DEMO_LMS_PORT", "GATEWAY_DEMO_LUMINUS_PORT"}
RECIPES = {"GATEWAY_RELEASE"}
"""Added by a recipe of CONTRIBUTING."""
VARIABLES = {f"GATEWAY_{name}".upper() for name in Settings.model_fields} | DEMO | RECIPES
TARGETS = set(re.findall(r"^([\w\-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
WRITTEN = {"reports.graphql", "env.config.jsx"}
"""Files that a command or the reader writes."""


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if "://" in link or link.startswith("mailto:"):
            continue
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), link
        if anchor and path.suffix == ".md":
            assert anchor in anchors(path), link


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_exist(page: Path) -> None:
    for code in codes(page):
        if FILE.fullmatch(code) and not code.startswith(OUTSIDE) and code not in WRITTEN:
            assert (ROOT / code).exists() or (page.parent / code).exists(), code


@pytest.mark.parametrize("page", PAGES)
def test_settings_that_are_named_exist(page: Path) -> None:
    named = set(re.findall(r"GATEWAY_[A-Z_]*[A-Z]\b(?!_?\*)", page.read_text(encoding="utf-8")))
    assert named <= VARIABLES


@pytest.mark.parametrize("page", PAGES)
def test_commands_that_are_shown_exist(page: Path) -> None:
    for block in blocks(page):
        if block.language == "sh":
            for command in commands(block):
                _check(command)
    for code in codes(page):
        if re.match(r"(make|gateway|\.venv/bin/gateway) [a-z]", code) and "…" not in code:
            words = shlex.split(code)
            _check([*words, "--help"] if words[0] != "make" and len(words) == 2 else words)


def test_readme_opens_with_the_two_commands() -> None:
    first = blocks(ROOT / "README.md")[0]
    assert commands(first) == [["make", "run"], ["make", "test"]]


@pytest.mark.parametrize("page", PAGES)
def test_no_command_stands_in_a_comment(page: Path) -> None:
    """Wrapped like text, the lines of a block would become one command with a long comment."""
    for block in blocks(page):
        if block.language == "sh":
            for line in block.text.splitlines():
                assert line.count(" # ") <= 1, line
                assert not re.search(r"# .*(\bmake|npm run|\.venv/bin/\w+) [a-z-]+ ", line), line


def _check(command: list[str]) -> None:
    while command and re.fullmatch(r"[A-Z_]+=.*", command[0], re.DOTALL):
        command = command[1:]
    name = Path(command[0]).name if command else ""
    if name == "make":
        targets = {word for word in command[1:] if "=" not in word}
        assert targets <= TARGETS, command
    elif name == "gateway":
        assert _parses(command[1:]), command
    elif name.startswith("python") and command[1:2] == ["-m"]:
        assert importlib.util.find_spec(command[2]) is not None, command
        paths = [word.partition("::")[0] for word in command[3:] if word.startswith("tests")]
        assert all((ROOT / path).exists() for path in paths), command


def _parses(arguments: list[str]) -> bool:
    try:
        _parser().parse_args(arguments)
    except SystemExit as ended:
        return ended.code == 0
    return True


def test_every_error_code_is_explained() -> None:
    text = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))
    assert explained == {code.value for code in Code}


def test_rules_of_retries_are_those_of_the_code() -> None:
    for name in ("operators", "reliability"):
        text = " ".join((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8").split())
        rule = text.partition("Only GETs without effects are retried")[2].partition("attempts")[0]
        assert {int(code) for code in re.findall(r"\b5\d\d\b", rule)} == RETRIED, name
        assert rule.split()[-1] == {2: "two", 3: "three", 4: "four"}[ATTEMPTS], name


def test_features_of_the_demo_that_are_named_exist() -> None:
    controls = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8").partition("## Controls")[2]
    named = set(re.findall(r"`([a-z]+_[a-z_]+)`", controls))
    assert named
    assert named <= FEATURES.keys()


DECISION_SECTIONS = ["Context", "Decision", "Alternatives considered", "Consequences"]


def test_decisions_have_one_layout_and_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = dict(re.findall(r"^\| \[(\d{4})\]\(\S+\) \| (.+) \|$", (folder / "README.md").read_text(), re.MULTILINE))
    found = {}
    for page in sorted(folder.glob("0*.md")):
        text = page.read_text(encoding="utf-8")
        number, title = re.match(r"# (\d{4}): (.+)", text).groups()  # type: ignore[union-attr]
        assert page.name.startswith(number)
        assert re.findall(r"^## (.+)", text, re.MULTILINE) == DECISION_SECTIONS, page
        found[number] = title
    assert found == listed


def test_packages_that_are_installed_are_tested() -> None:
    """The tests of the clients run the packages that the documentation installs from npm."""
    package = json.loads((ROOT / "tests" / "clients" / "package.json").read_text())
    named: set[str] = set()
    for block in blocks(ROOT / "docs" / "clients.md"):
        if block.language == "sh":
            for command in commands(block):
                if command[:2] == ["npm", "install"]:
                    named |= {re.sub(r"(?<=.)@.*", "", word) for word in command[2:] if not word.startswith("-")}
    assert named
    assert named <= package["devDependencies"].keys()
