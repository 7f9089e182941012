"""The page's third-party files, fetched from a real registry on this machine, and as they are shipped."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gateway.graphiql.assets import PACKAGES, AssetError, Package, install, is_complete, missing_files

CLOSED_PORT = "http://127.0.0.1:9"


def tarball(**files: str) -> bytes:
    """An npm tarball: gzip, with every path under ``package/``."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return content.getvalue()


TARBALL = tarball(main="the script", other="not wanted")
INTEGRITY = "sha512-" + base64.b64encode(hashlib.sha512(TARBALL).digest()).decode()
PACKAGE = Package("@scope/thing", "1.2.3", INTEGRITY, ("main",))


@dataclass
class Registry:
    url: str = ""
    requests: list[str] = field(default_factory=list)


@contextmanager
def serve_registry(content: bytes) -> Iterator[Registry]:
    registry = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            registry.requests.append(self.path)
            found = self.path == "/@scope/thing/-/thing-1.2.3.tgz"
            self.send_response(200 if found else 404)
            self.end_headers()
            self.wfile.write(content if found else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        registry.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield registry
        server.shutdown()
        thread.join()


@pytest.fixture
def registry() -> Iterator[Registry]:
    with serve_registry(TARBALL) as running:
        yield running


def test_install_keeps_only_the_named_files_and_fetches_once(registry: Registry, tmp_path: Path) -> None:
    assert missing_files([PACKAGE], tmp_path)
    install([PACKAGE], tmp_path, registry.url)
    assert (tmp_path / "thing-1.2.3" / "main").read_text() == "the script"
    assert {path.name for path in (tmp_path / "thing-1.2.3").iterdir()} == {"main", "receipt.json"}
    assert not missing_files([PACKAGE], tmp_path)
    install([PACKAGE], tmp_path, registry.url)
    assert registry.requests == ["/@scope/thing/-/thing-1.2.3.tgz"]


def test_registry_comes_from_the_environment(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", registry.url)
    install([PACKAGE], tmp_path)
    assert is_complete(PACKAGE, tmp_path)


def test_registry_is_npms_own(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("npm_config_registry", raising=False)
    monkeypatch.setenv("npm_config_userconfig", str(tmp_path / "npmrc"))
    (tmp_path / "npmrc").write_text(f"registry={registry.url}\n")
    install([PACKAGE], tmp_path / "static")
    assert is_complete(PACKAGE, tmp_path / "static")


def test_without_npm_the_registry_has_to_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("npm_config_registry", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AssetError, match="npm_config_registry"):
        install([PACKAGE], tmp_path)


def test_damaged_file_is_fetched_again(registry: Registry, tmp_path: Path) -> None:
    install([PACKAGE], tmp_path, registry.url)
    (tmp_path / "thing-1.2.3" / "main").write_text("cut")
    assert not is_complete(PACKAGE, tmp_path)
    install([PACKAGE], tmp_path, registry.url)
    assert (tmp_path / "thing-1.2.3" / "main").read_text() == "the script"
    assert len(registry.requests) == 2


def test_another_tarball_is_refused(tmp_path: Path) -> None:
    with (
        serve_registry(tarball(main="something else")) as registry,
        pytest.raises(AssetError, match="sha512"),
    ):
        install([PACKAGE], tmp_path, registry.url)
    assert list(tmp_path.iterdir()) == []


def test_package_without_the_file_is_refused(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(AssetError, match="no file absent"):
        install([replace(PACKAGE, files=("main", "absent"))], tmp_path, registry.url)
    assert list(tmp_path.iterdir()) == []


def test_unknown_version_is_one_clear_error(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"thing-9\.tgz: HTTP 404"):
        install([replace(PACKAGE, version="9")], tmp_path, registry.url)


def test_several_installs_at_once_all_succeed(registry: Registry, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(install, [PACKAGE], tmp_path, registry.url) for _ in range(8)]:
            future.result()
    assert is_complete(PACKAGE, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thing-1.2.3"]


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - this interpreter, arguments of the tests
        [sys.executable, "-W", "error", "-m", "gateway.graphiql.assets", *arguments],
        env={**os.environ, "npm_config_registry": CLOSED_PORT},
        capture_output=True,
        text=True,
        check=False,
    )


def test_offline_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    result = command("--directory", str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"GraphiQL assets: cannot fetch {CLOSED_PORT}/react/-/react-")


def test_check_fetches_nothing_and_reports_by_exit_code(tmp_path: Path) -> None:
    result = command("--check", "--directory", str(tmp_path))
    assert result.returncode == 1
    assert "python -m gateway.graphiql.assets" in result.stderr
    assert all(package.name in result.stderr for package in PACKAGES)
    assert command("--check").returncode == 0, "what is shipped differs from what was published"


def test_complete_assets_need_no_network() -> None:
    result = command()
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count(": present\n") == len(PACKAGES)
