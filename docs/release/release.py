"""The changes of a release: the version in all files, the changelog, and the schema for later comparisons."""

import re
import subprocess
from datetime import date
from pathlib import Path

from docs.generate.changes import RELEASED, changes_of

ROOT = Path(__file__).parents[2]
CHANGELOG = ROOT / "CHANGELOG.md"
_IN_TOML = (r'(?m)^(version = )"[^"]+"',)
_IN_JSON = (r'(?m)^(  "version": )"[^"]+"',)
VERSIONED = {
    "pyproject.toml": _IN_TOML,
    "deploy/tutor/pyproject.toml": _IN_TOML,
    "package.json": _IN_JSON,
    "clients/javascript/package.json": _IN_JSON,
    "clients/javascript/package-lock.json": (*_IN_JSON, r'(?m)^(      "version": )"[^"]+"'),
    "deploy/helm/lectern/Chart.yaml": (r"(?m)^(version: )\S+$", r'(?m)^(appVersion: )"[^"]+"'),
}
"""Files with the version, and how it is written there; the first place counts."""

_UNRELEASED = "## [Unreleased]\n"
_HEADING = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)

Version = tuple[int, int, int]


class ReleaseError(Exception):
    """Why there can be no such release."""


def released(changelog: str) -> list[tuple[str, date]]:
    """Versions with their dates, the newest first."""
    return [(version, date.fromisoformat(day)) for version, day in _HEADING.findall(changelog)]


def release(version: str, day: date) -> None:
    """Writes the files of this release. Raises ReleaseError, and writes nothing, if there can be no such release."""
    changelog = CHANGELOG.read_text(encoding="utf-8")
    sdl = (ROOT / "schema.graphql").read_text(encoding="utf-8")
    check(version, released(changelog), breaking=bool(changes_of(sdl)["breaking"]))
    _check_committed()

    from docs.generate.files import generated  # takes a second, which no refusal should take

    if any(path.read_text(encoding="utf-8") != text for path, text in generated().items()):
        raise ReleaseError("the generated files are old: run make generated, and commit them")
    texts = {CHANGELOG: dated(changelog, version, day), RELEASED: sdl}
    texts |= {ROOT / name: _with_version(ROOT / name, patterns, version) for name, patterns in VERSIONED.items()}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")


def _check_committed() -> None:
    """Raises ReleaseError if the commit of the release would contain anything else."""
    command = ["git", "status", "--porcelain"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ReleaseError(f"this is no checkout: {done.stderr.strip()}")
    if done.stdout:
        raise ReleaseError(f"commit or remove what has changed first:\n{done.stdout.rstrip()}")


def check(version: str, before: list[tuple[str, date]], *, breaking: bool) -> None:
    """Raises ReleaseError if it cannot follow those before it; `breaking` is true if the schema breaks any."""
    number = _number(version)
    if not before:
        return
    last = _number(before[0][0])
    if number <= last:
        raise ReleaseError(f"{before[0][0]} is released already")
    # While the first number is 0, the second one says that something breaks.
    counts = 1 if number[0] else 2
    if breaking and number[:counts] == last[:counts]:
        raise ReleaseError("the schema has breaking changes (docs/schema-changes.md), so another number has to rise")


def dated(changelog: str, version: str, day: date) -> str:
    """The changelog with what is unreleased under this version. Raises ReleaseError if that is nothing."""
    before, found, rest = changelog.partition(_UNRELEASED)
    if not found or not re.match(r"\s*### ", rest):
        raise ReleaseError("nothing is under Unreleased in CHANGELOG.md")
    return f"{before}{_UNRELEASED}\n## [{version}] - {day.isoformat()}\n{rest}"


def _number(version: str) -> Version:
    match = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version)
    if match is None:
        raise ReleaseError(f"no version: {version!r}; write it as 1.2.0")
    major, minor, patch = map(int, match.groups())
    return major, minor, patch


def _with_version(path: Path, patterns: tuple[str, ...], version: str) -> str:
    text = path.read_text(encoding="utf-8")
    for pattern in patterns:
        quoted = version if r"\S+" in pattern else f'"{version}"'
        text, count = re.subn(pattern, rf"\g<1>{quoted}", text, count=1)
        if count != 1:
            raise ReleaseError(f"there is no version in {path.name}")
    return text
