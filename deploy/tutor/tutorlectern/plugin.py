"""What Tutor loads: settings, patches and the image."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from tutor import hooks

from tutorlectern.settings import DEFAULTS, GATEWAY_SETTINGS, SECRETS, environment

_VERSION = version("tutor-contrib-lectern")
_PATCHES = Path(__file__).parent / "patches"

hooks.Filters.CONFIG_DEFAULTS.add_items(
    [
        ("LECTERN_VERSION", _VERSION),
        *((f"LECTERN_{name}", "") for name in GATEWAY_SETTINGS if name not in DEFAULTS),
        *((f"LECTERN_{name}", value) for name, value in DEFAULTS.items()),
    ]
)

for _patch in _PATCHES.iterdir():
    hooks.Filters.ENV_PATCHES.add_item((_patch.name, _patch.read_text(encoding="utf-8")))


def _variables(context: Any) -> dict[str, str]:
    """The gateway's variables in the template that is rendered."""
    return environment(context, lambda text: context.environment.from_string(text).render(context.get_all()))


@pass_context
def _compose_environment(context: Any) -> str:
    """The gateway's variables as a mapping of a compose file, in which a dollar sign is written twice."""
    return json.dumps({name: value.replace("$", "$$") for name, value in _variables(context).items()})


@pass_context
def _plain_environment(context: Any) -> str:
    """The gateway's variables without the secret ones, as a mapping in YAML."""
    return json.dumps({name: value for name, value in _variables(context).items() if not _is_secret(name)})


@pass_context
def _secret_environment(context: Any) -> str:
    """The secret ones of the gateway's variables, as a mapping in YAML."""
    return json.dumps({name: value for name, value in _variables(context).items() if _is_secret(name)})


@pass_context
def _checksum(context: Any) -> str:
    """Changes with the variables, so that pods are replaced when a setting changes."""
    return hashlib.sha256(json.dumps(_variables(context), sort_keys=True).encode()).hexdigest()


def _is_secret(variable: str) -> bool:
    return variable.removeprefix("GATEWAY_") in SECRETS


hooks.Filters.ENV_TEMPLATE_VARIABLES.add_items(
    [
        ("lectern_compose_environment", _compose_environment),
        ("lectern_plain_environment", _plain_environment),
        ("lectern_secret_environment", _secret_environment),
        ("lectern_checksum", _checksum),
    ]
)


@hooks.Filters.IMAGES_BUILD.add()
def _image_to_build(images: list[Any], config: Any) -> list[Any]:
    """`tutor images build lectern`, from the checkout at LECTERN_SOURCE."""
    source = config.get("LECTERN_SOURCE")
    if not source:
        return images
    containerfile = Path(source, "deploy", "Containerfile")
    return [*images, ("lectern", str(source), config["LECTERN_DOCKER_IMAGE"], ("--file", str(containerfile)))]


@hooks.Filters.IMAGES_PUSH.add()
def _image_to_push(images: list[Any], config: Any) -> list[Any]:
    """`tutor images push lectern`, to the registry that the image's name says."""
    return [*images, ("lectern", config["LECTERN_DOCKER_IMAGE"])]
