"""Packages that only single tests need: pinned like all others, but downloaded when such a test runs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.gateway.process import ROOT

_PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


def run(command: list[str], folder: Path) -> None:
    """Runs a command that asks a package index. Without a network the test is skipped, but never in CI."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        text = f"{' '.join(command[:6])} …: {done.stderr.strip()[-500:]}"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)


def install_into(folder: Path, lock: str) -> None:
    """Installs what a lock pins into a folder of its own, without what it needs itself."""
    given = ["--require-hashes", "--no-deps", "--no-build-isolation", "--target", str(folder)]
    run([*_PIP, "install", *given, "--requirement", str(ROOT / "requirements" / f"{lock}.txt")], folder)


def download_into(folder: Path, lock: str) -> list[Path]:
    """The wheels of what a lock pins, not installed."""
    given = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
    run([*_PIP, "download", *given, "--requirement", str(ROOT / "requirements" / f"{lock}.txt")], folder)
    return sorted(folder.glob("*.whl"))


def script_of(folder: Path, lock: str) -> str:
    """The one program in the wheel of what a lock pins."""
    (wheel,) = download_into(folder, lock)
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if ".data/scripts/" in name)
        path = Path(archive.extract(name, folder))
    path.chmod(0o755)
    return str(path)


def npm_package(folder: Path, name: str) -> None:
    """Unpacks a package of npm into `folder`."""
    run(["npm", "pack", "--silent", name], folder)
    (archive,) = folder.glob("*.tgz")
    subprocess.run(["tar", "-xzf", archive.name, "--strip-components=1"], cwd=folder, check=True)
