"""Helm itself, as a library from a package: lints and renders a chart without a cluster."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy.downloads import download_into

_ASK = """
import json, sys
import helm_python as helm
asked = json.load(sys.stdin)
try:
    if asked["lint"]:
        answer = helm.lint(asked["chart"], asked["values"], strict=True)
    else:
        with helm.Chart.load(asked["chart"]) as chart:
            answer = chart.render(asked["values"], name=asked["name"], namespace="edx")
except helm.HelmError as error:
    answer = {"refused": str(error)}
print(json.dumps(answer))
"""


class RefusedError(Exception):
    """Helm does not take these values."""


class Helm:
    """Helm, unpacked from its wheel into a folder."""

    def __init__(self, folder: Path, chart: Path) -> None:
        (wheel,) = download_into(folder, "helm")
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.endswith((".py", "/libhelm_c.so"))]
            archive.extractall(folder, names)
        if not list(folder.glob("helm_python/lib/*.so")):
            pytest.skip("there is no Helm for this kind of machine")
        self._folder = folder
        self._chart = chart

    def lint(self, values: dict[str, Any]) -> list[dict[str, Any]]:
        """Helm's warnings and errors about the chart."""
        answer = self._ask(lint=True, values=values)
        return [message for message in answer["messages"] if message["severity"] > 1]

    def render(self, values: dict[str, Any], name: str = "prod") -> list[dict[str, Any]]:
        """The manifests. Raises RefusedError where Helm refuses the values."""
        answer = self._ask(lint=False, values=values, name=name)
        if "refused" in answer:
            raise RefusedError(answer["refused"])
        texts = [text for path, text in sorted(answer.items()) if path.endswith(".yaml")]
        return [one for text in texts for one in yaml.safe_load_all(text) if one]

    def _ask(self, **asked: Any) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-c", _ASK],
            input=json.dumps({"chart": str(self._chart), **asked}),
            cwd=self._folder,
            env={"PYTHONPATH": str(self._folder), "HOME": str(self._folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def one(manifests: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The one manifest of this kind."""
    (found,) = (manifest for manifest in manifests if manifest["kind"] == kind)
    return found
