"""Walks through a Containerfile without a container engine: its RUN steps are executed, its paths lie in a folder.

Absolute paths of the file are found below that folder, but for those that a build argument names: these are given as
the argument's value, as `--build-arg` does.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.gateway.process import ROOT

_VARIABLE = re.compile(r"\$\{?(\w+)\}?")


@dataclass
class Stage:
    """One stage, after its last step."""

    environment: dict[str, str]
    folder: Path = Path("/")
    user: str = "root"
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    runs: int = 0


def instructions(path: Path) -> list[tuple[str, str]]:
    """The instructions with their arguments, continuations joined and comments left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    text = "\n".join(lines).replace("\\\n", " ")
    split = (line.split(None, 1) for line in text.splitlines() if line.strip())
    return [(name.upper(), rest.strip()) for name, rest in split]


def build(path: Path, root: Path, **arguments: str) -> Stage:
    """Executes the stages of the file below `root`; the last one."""
    stage = Stage({})
    for name, rest in instructions(path):
        if name == "FROM":
            stage = Stage({"PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))})
        elif name == "ARG":
            key, _, default = rest.partition("=")
            stage.environment[key] = arguments.get(key, default)
        else:
            _step(stage, name, rest, root)
    return stage


def _step(stage: Stage, name: str, rest: str, root: Path) -> None:
    if name == "ENV":
        for key, value in re.findall(r"(\w+)=(\S+)", rest):
            stage.environment[key] = _filled(value, stage.environment)
    elif name == "WORKDIR":
        stage.folder = root / rest.lstrip("/")
        stage.folder.mkdir(parents=True, exist_ok=True)
    elif name == "COPY":
        _copy(stage, rest)
    elif name == "RUN":
        stage.runs += 1
        environment = _outside() | stage.environment
        subprocess.run(["/bin/sh", "-c", rest], cwd=stage.folder, env=environment, check=True)
    elif name == "USER":
        stage.user = rest
    elif name == "ENTRYPOINT":
        stage.entrypoint = json.loads(rest)
    elif name == "CMD":
        stage.command = json.loads(rest)
    elif name == "HEALTHCHECK":
        stage.health = json.loads(rest.partition("CMD")[2])
    else:
        assert name in {"LABEL", "EXPOSE", "STOPSIGNAL"}, name


def _outside() -> dict[str, str]:
    """What this machine needs to reach its package index, and nothing of the gateway's or of a virtual environment."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("GATEWAY_", "VIRTUAL_ENV"))}


def _copy(stage: Stage, rest: str) -> None:
    *sources, target = rest.split()
    if sources[0].startswith("--from="):
        # The stages lie in one folder: what is copied from one to another keeps its place.
        assert [_filled(source, stage.environment) for source in sources[1:]] == [_filled(target, stage.environment)]
        return
    sent = context()
    for source in sources:
        assert source in sent, f"{source} is not in the build's context"
        into = stage.folder / target
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, into, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            if target.endswith("/") or target == ".":
                into.mkdir(exist_ok=True)
            shutil.copy(ROOT / source, into)


def context() -> set[str]:
    """The files that `.dockerignore` lets through: it excludes everything except what it names."""
    first, *others = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert first == "*"
    return {line.removeprefix("!") for line in others if line.startswith("!")}


def _filled(value: str, variables: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda match: variables[match[1]], value)
