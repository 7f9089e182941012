"""What Tutor loads: settings, patches and the image."""

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from tutor import hooks

from tutorlectern.settings import DEFAULTS, GATEWAY_SETTINGS, SECRETS, environment, seconds_to_stop

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


def _quoted(text: str) -> str:
    """The text in YAML. JSON's form is not always read: it writes some characters as two escapes."""
    return '"' + re.sub(r"[^ !#-\[\]-~]", lambda found: f"\\U{ord(found[0]):08x}", text) + '"'


def _mapping(variables: dict[str, str]) -> str:
    """The variables as a mapping in YAML, in one line."""
    return "{" + ", ".join(f"{name}: {_quoted(value)}" for name, value in variables.items()) + "}"


@pass_context
def _compose_environment(context: Any) -> str:
    """The gateway's variables as a mapping of a compose file, in which a dollar sign is written twice."""
    return _mapping({name: value.replace("$", "$$") for name, value in _variables(context).items()})


@pass_context
def _plain_environment(context: Any) -> str:
    """The gateway's variables without the secret ones, as a mapping in YAML."""
    return _mapping({name: value for name, value in _variables(context).items() if not _is_secret(name)})


@pass_context
def _secret_environment(context: Any) -> str:
    """The secret ones of the gateway's variables, as a mapping in YAML."""
    return _mapping({name: value for name, value in _variables(context).items() if _is_secret(name)})


@pass_context
def _development_origins(context: Any) -> str:
    """Origins that may ask the gateway of `tutor dev`: those of the micro-frontends have ports of their own there."""
    origins = [_variables(context).get("GATEWAY_CORS_ORIGINS", "")]
    host, apps = context.get("MFE_HOST"), context.get("iter_mfes")
    if host and apps:
        ports = [app["port"] for _, app in apps()] + [context.get("MFE_SITE_PORT")]
        origins += [f"http://{host}:{port}" for port in ports if port]
    return _quoted(",".join(filter(None, origins)))


@pass_context
def _stop_seconds(context: Any) -> int:
    """Seconds that a gateway may take to stop."""
    return seconds_to_stop(_variables(context))


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
        ("lectern_development_origins", _development_origins),
        ("lectern_stop_seconds", _stop_seconds),
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
    """`tutor images push lectern`, to the registry that the image's name begins with. Without one it stays here."""
    name = config["LECTERN_DOCKER_IMAGE"]
    return [*images, ("lectern", name)] if "/" in name else images
