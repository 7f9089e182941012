"""The lock files: requirements/*.txt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.gateway.process import ROOT

FOLDER = ROOT / "requirements"
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True)
class Pin:
    """One line: a package at one version, where its marker holds."""

    name: str
    version: str
    marker: Marker | None
    hashes: int

    def holds(self, python: str | None = None) -> bool:
        """Whether it is installed: on this machine, or on one like it with another Python, such as `3.13`."""
        if self.marker is None:
            return True
        given = {"python_version": python, "python_full_version": f"{python}.9"} if python else {}
        return self.marker.evaluate(given)


def lines(lock: str) -> list[str]:
    """The lines of a lock, continuations joined."""
    text = (FOLDER / f"{lock}.txt").read_text(encoding="utf-8")
    return [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]


def parsed(lock: str) -> Iterator[Pin]:
    """The pins of a lock. Whatever is no pin with hashes is an error."""
    for line in lines(lock):
        text, *hashes = re.split(r"\s+(?=--hash)", line.strip())
        assert hashes, line
        assert all(_HASH.fullmatch(one.strip()) for one in hashes), line
        requirement = Requirement(text)
        (version,) = requirement.specifier
        assert version.operator == "==", line
        yield Pin(requirement.name, version.version, requirement.marker, len(hashes))


def pins(lock: str, python: str | None = None) -> dict[str, str]:
    """Versions by package, as they are installed here, or with this Python on a machine like this one."""
    found: dict[str, str] = {}
    for pin in parsed(lock):
        if pin.holds(python):
            assert pin.name not in found, pin
            found[pin.name] = pin.version
    return found
