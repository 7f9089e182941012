"""Every endpoint the gateway knows, found where it is declared."""

import importlib
import pkgutil

import loaders
from loaders.endpoint import Effect, Endpoint
from loaders.transport import Reply

_SAMPLES = {
    "course_key": "course-v1:Lectern+Check+1",
    "usage_key": "block-v1:Lectern+Check+1+type@sequential+block@check",
    "username": "lectern-check",
}


def endpoints() -> list[Endpoint]:
    """All endpoint constants of this package's modules, by name."""
    found: set[Endpoint] = set()
    for module in pkgutil.iter_modules(loaders.__path__):
        if module.name == "redis":  # an extra, and no endpoints
            continue
        values = vars(importlib.import_module(f"loaders.{module.name}")).values()
        found.update(value for value in values if isinstance(value, Endpoint))
    return sorted(found, key=lambda endpoint: endpoint.name)


def probe_target(endpoint: Endpoint) -> str | None:
    """The address of a harmless question to this endpoint, about a course that does not exist; None for a write."""
    if endpoint.method != "GET" or endpoint.effects is not Effect.NONE:
        return None
    path = endpoint.call(**{name: _SAMPLES.get(name, "1") for name in endpoint.path_parameters})
    return path.target()


def lacks(reply: Reply) -> bool:
    """True when this answer means that the installation has no such route, whatever one asks it."""
    html = "html" in reply.headers.get("content-type", "")
    return reply.status == 501 or (reply.status == 404 and html)
