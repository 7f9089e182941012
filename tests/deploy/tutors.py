"""Tutor itself, in the versions that the plugin supports: `tutor config save` with the plugin enabled."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.deploy.downloads import install_into, run
from tests.gateway.process import ROOT

VERSIONS = ("20", "21", "22")
_MAIN = "from tutor.commands.cli import main; main()"


@dataclass(frozen=True)
class Rendered:
    """The environment that Tutor renders."""

    env: Path

    def text(self, name: str) -> str:
        """One of its files."""
        return (self.env / name).read_text(encoding="utf-8")

    def yaml(self, name: str) -> Any:
        """A file of one document."""
        return yaml.safe_load(self.text(name))

    def manifests(self) -> Iterator[dict[str, Any]]:
        """All documents for Kubernetes."""
        for path in sorted((self.env / "k8s").glob("*.yml")):
            yield from (one for one in yaml.safe_load_all(path.read_text(encoding="utf-8")) if one)

    def manifest(self, kind: str, name: str = "lectern") -> dict[str, Any]:
        """One of these documents."""
        (found,) = (one for one in self.manifests() if (one["kind"], one["metadata"]["name"]) == (kind, name))
        return found


class Tutors:
    """Tutor and its plugins, each version in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        plugin = folder / "plugin"
        command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps"]
        run([*command, "--no-build-isolation", "--target", str(plugin), str(self._source())], folder)
        self._plugin = plugin

    def _source(self) -> Path:
        """A copy of the plugin's source: building leaves files behind."""
        copy = self._folder / "source"
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "deploy/tutor"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        for name in filter(None, listed.stdout.split("\0")):
            into = copy / Path(name).relative_to("deploy/tutor")
            into.parent.mkdir(parents=True, exist_ok=True)
            into.write_bytes((ROOT / name).read_bytes())
        return copy

    def tutor(self, version: str, root: Path, *words: str) -> str:
        """Runs one command of this version; what it prints."""
        place = self._folder / version
        if not place.exists():
            place.mkdir()
            install_into(place, f"tutor-{version}")
        variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith("TUTOR_")},
            "PYTHONPATH": os.pathsep.join((str(place), str(self._plugin))),
            "TUTOR_ROOT": str(root),
            "TUTOR_PLUGINS_ROOT": str(root / "plugins"),
        }
        done = subprocess.run(
            [sys.executable, "-c", _MAIN, *words], env=variables, cwd=root, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def render(
        self, version: str, root: Path, plugins: tuple[str, ...] = ("mfe", "lectern"), **config: Any
    ) -> Rendered:
        """The environment for this configuration."""
        root.mkdir(exist_ok=True)
        (root / "config.yml").write_text(yaml.safe_dump({"PLUGINS": list(plugins), **config}))
        self.tutor(version, root, "config", "save")
        return Rendered(root / "env")


def compose(rendered: Rendered, *names: str) -> dict[str, Any]:
    """The services of several compose files, later ones over earlier ones, as far as the gateway's need it."""
    services: dict[str, Any] = {}
    for name in names:
        for service, given in rendered.yaml(name)["services"].items():
            before = services.setdefault(service, {})
            kept = before.get("environment") or {}
            before.update(given)
            if isinstance(kept, dict) and isinstance(given.get("environment"), dict):
                before["environment"] = {**kept, **given["environment"]}
    return services


def same(value: Any) -> str:
    """A value in one form, to compare it with another."""
    return json.dumps(value, sort_keys=True)
