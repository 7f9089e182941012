"""The list of all declared endpoints."""

import importlib
import pkgutil

from loaders import endpoints as nouns
from loaders.calls.judge import judge
from loaders.calls.transport import Reply
from loaders.endpoint import Effect, Endpoint
from loaders.errors import Code, Failure
from loaders.form import Form, form_of

_SAMPLES = {
    "course_key": "course-v1:Lectern+Check+1",
    "usage_key": "block-v1:Lectern+Check+1+type@sequential+block@check",
    "username": "lectern-check",
}
_OWN_REFUSALS = frozenset({Code.UNAUTHENTICATED, Code.FORBIDDEN, Code.NOT_FOUND})


def endpoints() -> list[Endpoint]:
    """All endpoint constants of `loaders/endpoints/`, sorted by name."""
    found: set[Endpoint] = set()
    for module in pkgutil.iter_modules(nouns.__path__, f"{nouns.__name__}."):
        values = vars(importlib.import_module(module.name)).values()
        found.update(value for value in values if isinstance(value, Endpoint))
    return sorted(found, key=lambda endpoint: endpoint.name)


def probe_target(endpoint: Endpoint) -> str | None:
    """The URL of a harmless request to this endpoint, about a course that does not exist; None for a write."""
    if endpoint.method != "GET" or endpoint.effects is not Effect.NONE:
        return None
    path = endpoint.call(**{name: _SAMPLES.get(name, "1") for name in endpoint.path_parameters})
    return path.target()


def is_there(endpoint: Endpoint, reply: Reply) -> bool | None:
    """Whether the installation has this endpoint, judged by its response to a visitor; None if that is unclear."""
    outcome = judge(endpoint, reply.status, reply.headers, reply.body)
    if not isinstance(outcome, Failure) or outcome.code in _OWN_REFUSALS:
        return True
    if outcome.code is Code.UPSTREAM_NOT_SUPPORTED:
        return False
    # The view may refuse the parameters or throttle the request; then the response is its own.
    own = Form.ERROR | Form.FIELDS
    return True if 400 <= reply.status < 500 and form_of(reply.headers, reply.body) & own else None
