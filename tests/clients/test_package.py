"""The package `lectern-client`: its own tests, its types, and whether its generated files are current."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.support import node
from tests.support.gateway import Gateway

from .conftest import Run

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "clients" / "javascript"


@pytest.fixture(scope="module", autouse=True)
def _own_packages() -> None:
    node.install(PACKAGE)


def test_generated_files_are_current() -> None:
    node.run(PACKAGE / "scripts" / "generate.mjs", "--check")


def test_it_has_the_version_of_the_schema() -> None:
    package = json.loads((PACKAGE / "package.json").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (package["version"], package["license"]) == (project["version"], project["license"])
    assert not package.get("dependencies")


def test_types() -> None:
    node.run(PACKAGE / "node_modules" / "typescript" / "bin" / "tsc", "--project", str(PACKAGE))


def test_its_own_tests(gateway: Gateway) -> None:
    servers = {"GATEWAY_URL": gateway.url, "LMS_URL": gateway.lms.url}
    node.run_vitest(PACKAGE, servers)


def test_the_packed_package_with_the_clients(run_client: Run) -> None:
    run_client("package.test.mjs")
