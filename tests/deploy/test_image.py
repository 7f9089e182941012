"""The image: every step of the Containerfile is executed, and the resulting files serve requests as an image would."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.deploy.containerfile import Stage, build, instructions
from tests.deploy.locks import pins
from tests.gateway.process import ROOT, environment
from tests.support.lms import DemoLms
from tests.support.ports import free_port

CONTAINERFILE = ROOT / "deploy" / "Containerfile"
CONTAINER = """
set -e
user=$1 base=$2; shift 2
as_user() { setpriv --reuid "${user%%:*}" --regid "${user##*:}" --clear-groups --no-new-privs "$@"; }
if ! as_user test -r "$base/bin"; then
  top=/$(echo "$base" | cut -d/ -f2)
  mount --bind "$base" /mnt
  mount -t tmpfs -o mode=755 tmpfs "$top"
  mkdir -p "$base"
  mount --bind /mnt "$base"
fi
mount -o remount,bind,ro /
mount -t tmpfs tmpfs /dev/shm
exec setpriv --reuid "${user%%:*}" --regid "${user##*:}" --clear-groups --no-new-privs "$@"
"""
"""A container's file system: read-only but for the shared memory, with a Python that its user can read."""


@dataclass(frozen=True)
class Image:
    """The image that the Containerfile describes."""

    stage: Stage
    prefix: Path

    def environment(self, **variables: str) -> dict[str, str]:
        """The variables of a container."""
        return environment(**{**self.stage.environment, **variables})


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """Built once, in a folder that everybody may read."""
    with tempfile.TemporaryDirectory(prefix="lectern-image-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        prefix = root / "opt" / "lectern"
        yield Image(build(CONTAINERFILE, root, PREFIX=str(prefix)), prefix)


def python(image: Image, code: str) -> str:
    done = subprocess.run(
        [image.prefix / "bin" / "python", "-I", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_image_has_the_locked_packages_and_no_others(image: Image) -> None:
    code = """
import importlib.metadata as m, json
print(json.dumps({d.metadata["Name"]: d.version for d in m.distributions()}))
"""
    found = {name.lower().replace("_", "-"): version for name, version in json.loads(python(image, code)).items()}
    assert found.pop("lectern-gateway")
    expected = {name: version for name, version in pins("run").items() if name != "setuptools"}
    assert found == expected
    assert not list(image.prefix.glob("bin/pip*"))


def test_image_runs_as_nobody_and_stops_on_sigterm() -> None:
    given = dict(instructions(CONTAINERFILE))
    user, _, group = given["USER"].partition(":")
    assert int(user) > 1000
    assert int(group) > 1000
    assert given["STOPSIGNAL"] == "SIGTERM"


def can_isolate() -> bool:
    """Whether this user may make a mount namespace and read-only mounts in it."""
    if shutil.which("unshare") is None or shutil.which("setpriv") is None or os.getuid() != 0:
        return False
    done = subprocess.run(isolated("65532:65532", ["true"]), capture_output=True, check=False)
    return done.returncode == 0


def isolated(user: str, command: list[str]) -> list[str]:
    """The command as this user, with nothing to write to but the shared memory."""
    namespace = ["unshare", "--mount", "--propagation", "private"]
    return [*namespace, "sh", "-c", CONTAINER, "sh", user, sys.base_prefix, *command]


def test_image_serves_without_root_and_without_writing(image: Image, lms: DemoLms) -> None:
    """With two workers, which write their metrics where all share them."""
    stage, port = image.stage, str(free_port())
    command = [str(image.prefix / "bin" / stage.entrypoint[0]), *stage.entrypoint[1:], *stage.command]
    if can_isolate():
        command = isolated(stage.user, command)
    variables = image.environment(GATEWAY_LMS_BASE_URL=lms.url, GATEWAY_PORT=port, GATEWAY_WORKERS="2")
    health = [str(image.prefix / "bin" / stage.health[0]), *stage.health[1:]]
    with subprocess.Popen(command, env=variables, cwd="/", stderr=subprocess.PIPE, text=True) as process:
        try:
            end = time.monotonic() + 60
            while subprocess.run(health, env=variables, stderr=subprocess.DEVNULL, check=False).returncode:
                assert process.poll() is None, process.communicate()[1]
                assert time.monotonic() < end
                time.sleep(0.2)
            answer = httpx.post(
                f"http://127.0.0.1:{port}/graphql",
                json={"query": "{ viewer { username } }"},
                headers={"authorization": "JWT demo-alex"},
                timeout=20,
            )
            assert answer.json() == {"data": {"viewer": {"username": "alex"}}}
            metrics = httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text
            assert 'lectern_request_seconds_count{route="/graphql",status="200"} 1.0' in metrics
        finally:
            process.terminate()
            _, log = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in log
    assert "no folder for the workers' metrics" not in log
    assert subprocess.run(health, env=variables, stderr=subprocess.DEVNULL, check=False).returncode != 0


if sys.platform != "linux":
    pytest.skip("an image is Linux", allow_module_level=True)
