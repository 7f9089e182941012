"""The third-party files of the GraphiQL page, and the command that updates them: ``python -m gateway.graphiql.assets``.

The page works without internet because its scripts and styles come from the gateway's own origin. They are
the prebuilt files of four npm packages, in ``static/`` next to this file, where they were unpacked from tarballs of the
pinned ``sha512`` integrities. After a change of a version the command fetches what is missing.

GraphiQL 4 is the newest generation that publishes a self-contained browser build; GraphiQL 5 ships unbundled
modules that import style sheets and Monaco, so a browser can only load it through a bundler. React 18 is the
newest React with browser builds.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REGISTRY_VARIABLE = "npm_config_registry"  # npm's own name for it
STATIC_DIRECTORY = Path(__file__).parent / "static"
TIMEOUT_SECONDS = 60.0
RECEIPT = "receipt.json"


class AssetError(Exception):
    """The assets could not be fetched, verified or stored; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package at an exact version, with the files of it that the page uses.

    ``integrity`` is the registry's own: ``sha512-`` and the base64 digest of the tarball.
    ``files`` are paths inside the package; each is stored under its base name.
    """

    name: str
    version: str
    integrity: str
    files: tuple[str, ...]

    @property
    def directory(self) -> str:
        """The folder's name in ``static/``, for example ``react-18.3.1``: a new version is a new URL."""
        return f"{self.name.rpartition('/')[2]}-{self.version}"

    def tarball_url(self, registry: str) -> str:
        """The tarball's URL in an npm registry."""
        return f"{registry.rstrip('/')}/{self.name}/-/{self.directory}.tgz"


PACKAGES: tuple[Package, ...] = (
    Package(
        "react",
        "18.3.1",
        "sha512-wS+hAgJShR0KhEvPJArfuPVN1+Hz1t0Y6n5jLrGQbkb4urgPE/0Rve+1kMB1v/oWgHgm4WIcV+i7F2pTVj+2iQ==",
        ("umd/react.production.min.js", "LICENSE"),
    ),
    Package(
        "react-dom",
        "18.3.1",
        "sha512-5m4nQKp+rZRb09LNH59GM4BxTh9251/ylbKIbpe7TpGxfJ+9kv6BLkLBXIjjspbgbnIBNqlI23tRnTWT0snUIw==",
        ("umd/react-dom.production.min.js", "LICENSE"),
    ),
    Package(
        "graphiql",
        "4.1.2",
        "sha512-rNlzQIAzm6i2KBXmVQWBgLvt0TloxFVB2d18bukvdsvjEuFDHsKx5IVOomL1W1o5WW+tE54+ioHb2AEKzO2cUg==",
        ("graphiql.min.js", "graphiql.min.css", "LICENSE"),
    ),
    Package(
        "@graphiql/plugin-explorer",
        "4.0.6",
        "sha512-TppIi92YPER3v70nlF01KTQrq9AiYqkZicSd1hpU7aqGmbqw/pLwBNLUEcfENBoJtw574Qxjswb01+GaYK0Tzw==",
        ("dist/index.umd.js", "dist/style.css", "package.json"),
    ),
)


def stored_files(package: Package, static: Path = STATIC_DIRECTORY) -> Iterator[Path]:
    """The paths of the package's unpacked files, whether or not they exist."""
    for file in package.files:
        yield static / package.directory / Path(file).name


def missing_files(packages: Sequence[Package] = PACKAGES, static: Path = STATIC_DIRECTORY) -> list[Path]:
    """The missing files. This is cheap, because it checks names, not contents."""
    return [path for package in packages for path in stored_files(package, static) if not path.is_file()]


def is_complete(package: Package, static: Path = STATIC_DIRECTORY) -> bool:
    """Whether every file of the package exists, unchanged since it was unpacked from the pinned tarball."""
    try:
        receipt = json.loads((static / package.directory / RECEIPT).read_bytes())
        digests = {path.name: _sha512(path.read_bytes()) for path in stored_files(package, static)}
    except (OSError, ValueError):
        return False
    return bool(receipt == {"integrity": package.integrity, "files": digests})


def install(
    packages: Sequence[Package] = PACKAGES,
    static: Path = STATIC_DIRECTORY,
    registry: str | None = None,
) -> None:
    """Fetch, verify and unpack what is missing; print one line per package.

    ``registry`` defaults to the environment's ``npm_config_registry``, else to what npm is set to.
    Raises AssetError. Several processes may run it at once: each unpacks aside and renames.
    """
    for package in packages:
        label = f"{package.name} {package.version}"
        if is_complete(package, static):
            print(f"{label}: present", flush=True)
            continue
        print(f"{label}: fetching", flush=True)
        tarball = _download(package.tarball_url(registry or _registry()))
        if _sha512(tarball) != package.integrity:
            raise AssetError(f"{label}: the fetched file is not the published one (sha512 differs)")
        _unpack(package, tarball, static)
        print(f"{label}: unpacked, {len(tarball) / 1024:.0f} KiB fetched", flush=True)


def _registry() -> str:
    """The registry that npm is configured to use."""
    given = os.environ.get(REGISTRY_VARIABLE)
    if given:
        return given
    npm = shutil.which("npm")
    if npm is None:
        raise AssetError(f"set {REGISTRY_VARIABLE} to the URL of an npm registry, or install npm")
    asked = subprocess.run([npm, "config", "get", "registry"], capture_output=True, text=True, check=False)  # noqa: S603
    return asked.stdout.strip()


def _sha512(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


def _download(url: str) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise AssetError(f"{REGISTRY_VARIABLE} must be an http or https URL, not {url!r}")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as response:  # noqa: S310 - scheme checked
            content: bytes = response.read()
            return content
    except urllib.error.HTTPError as error:
        status = error.code
        error.close()
        raise AssetError(f"cannot fetch {url}: HTTP {status}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise AssetError(f"cannot fetch {url}: {reason} (is the network there?)") from error


def _unpack(package: Package, tarball: bytes, static: Path) -> None:
    """Write the package's files to a folder aside, then rename it into place."""
    target = static / package.directory
    try:
        static.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{package.directory}-", dir=static) as scratch:
            aside = Path(scratch) / "new"
            aside.mkdir()
            digests = {}
            for file, content in _members(package, tarball):
                (aside / file).write_bytes(content)
                digests[file] = _sha512(content)
            (aside / RECEIPT).write_text(json.dumps({"integrity": package.integrity, "files": digests}))
            _put(package, aside, static, Path(scratch) / "old")
    except OSError as error:
        raise AssetError(f"cannot write {target}: {error.strerror or error}") from error


def _members(package: Package, tarball: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as archive:
        for file in package.files:
            # Only named regular files are read, so a hostile archive cannot choose where anything is written.
            try:
                member = archive.extractfile(f"package/{file}")
            except KeyError:
                member = None
            if member is None:
                raise AssetError(f"{package.name} {package.version}: no file {file} in the package")
            yield Path(file).name, member.read()


def _put(package: Package, aside: Path, static: Path, old: Path) -> None:
    """Rename ``aside`` into place; a damaged earlier folder is moved to ``old`` first."""
    target = static / package.directory
    try:
        aside.rename(target)
    except OSError:
        # A folder cannot be renamed over one with files in it: it is damaged, or another process was faster.
        if is_complete(package, static):
            return
        try:
            target.rename(old)
            aside.rename(target)
        except OSError:
            if not is_complete(package, static):
                raise


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Exit code 0 if all files exist; otherwise 1, with the reason in one line on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m gateway.graphiql.assets", description="Fetch the files of the GraphiQL page that are missing."
    )
    parser.add_argument("--check", action="store_true", help="fetch nothing; only say whether all is there")
    parser.add_argument("--directory", type=Path, default=STATIC_DIRECTORY, help="where the files lie")
    options = parser.parse_args(arguments)
    static: Path = options.directory
    if options.check:
        absent = [f"{package.name} {package.version}" for package in PACKAGES if not is_complete(package, static)]
        if absent:
            print(
                f"GraphiQL assets missing or damaged: {', '.join(absent)} (run: python -m gateway.graphiql.assets)",
                file=sys.stderr,
            )
            return 1
        print("GraphiQL assets are complete.")
        return 0
    try:
        install(static=static)
    except AssetError as error:
        print(f"GraphiQL assets: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
