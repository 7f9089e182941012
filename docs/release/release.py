"""What a release changes: the version wherever it stands, the changelog, and the schema that later ones are held to."""

import re
from datetime import date
from pathlib import Path

from docs.generate.changes import RELEASED, changes_of
from docs.generate.files import generated

ROOT = Path(__file__).parents[2]
CHANGELOG = ROOT / "CHANGELOG.md"
VERSIONED = {
    "pyproject.toml": r'(?m)^(version = )"[^"]+"',
    "deploy/tutor/pyproject.toml": r'(?m)^(version = )"[^"]+"',
    "package.json": r'(?m)^(  "version": )"[^"]+"',
    "deploy/helm/lectern/Chart.yaml": r"(?m)^(version: )\S+$",
}
"""Files with the version, and how it is written there."""

_APP_VERSION = r'(?m)^(appVersion: )"[^"]+"'
_UNRELEASED = "## [Unreleased]\n"
_HEADING = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)

Version = tuple[int, int, int]


class ReleaseError(Exception):
    """Why there can be no such release."""


def released(changelog: str) -> list[tuple[str, date]]:
    """Versions with their dates, the newest first."""
    return [(version, date.fromisoformat(day)) for version, day in _HEADING.findall(changelog)]


def release(version: str, day: date) -> None:
    """Writes the files of this release. Raises ReleaseError, and writes nothing, when the version does not fit."""
    changelog = CHANGELOG.read_text(encoding="utf-8")
    sdl = (ROOT / "schema.graphql").read_text(encoding="utf-8")
    check(version, released(changelog), breaking=bool(changes_of(sdl)["breaking"]))
    new = dated(changelog, version, day)
    for name, pattern in VERSIONED.items():
        _write_version(ROOT / name, pattern, version)
    _write_version(ROOT / "deploy/helm/lectern/Chart.yaml", _APP_VERSION, version)
    CHANGELOG.write_text(new, encoding="utf-8")
    RELEASED.write_text(sdl, encoding="utf-8")
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")


def check(version: str, before: list[tuple[str, date]], *, breaking: bool) -> None:
    """Raises ReleaseError when this version cannot follow those before it; `breaking` tells of the schema's changes."""
    number = _number(version)
    if not before:
        return
    last = _number(before[0][0])
    if number <= last:
        raise ReleaseError(f"{before[0][0]} is released already")
    # While the first number is 0, the second one says that something breaks.
    counts = 1 if number[0] else 2
    if breaking and number[:counts] == last[:counts]:
        raise ReleaseError("the schema has breaking changes (docs/schema-changes.md), the version does not say so")


def dated(changelog: str, version: str, day: date) -> str:
    """The changelog with what is unreleased under this version. Raises ReleaseError when that is nothing."""
    before, found, rest = changelog.partition(_UNRELEASED)
    if not found or not re.match(r"\s*### ", rest):
        raise ReleaseError("nothing stands under Unreleased in CHANGELOG.md")
    return f"{before}{_UNRELEASED}\n## [{version}] - {day.isoformat()}\n{rest}"


def _number(version: str) -> Version:
    match = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version)
    if match is None:
        raise ReleaseError(f"no version: {version!r}; write it as 1.2.0")
    major, minor, patch = map(int, match.groups())
    return major, minor, patch


def _write_version(path: Path, pattern: str, version: str) -> None:
    text = path.read_text(encoding="utf-8")
    quoted = version if r"\S+" in pattern else f'"{version}"'
    new, count = re.subn(pattern, lambda match: f"{match[1]}{quoted}", text, count=1)
    if count != 1:
        raise ReleaseError(f"no version stands in {path.name}")
    path.write_text(new, encoding="utf-8")
