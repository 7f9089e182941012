"""The plugin's settings: `LECTERN_…` in Tutor's configuration, and the gateway's variables that follow from them."""

import math
from collections.abc import Callable
from typing import Any

GATEWAY_SETTINGS = (
    "METRICS",
    "TRACING",
    "LOG_LEVEL",
    "MAX_CONNECTIONS",
    "MAX_WAITING",
    "TRANSPORT",
    "CONNECT_TIMEOUT",
    "MAX_UPSTREAM_BODY_BYTES",
    "SHARED_CACHE_BYTES",
    "REDIS_URL",
    "SCHEMA",
    "PERSISTED_QUERIES",
    "PERSISTED_QUERIES_CHARACTERS",
    "TRUSTED_DOCUMENTS",
    "TRUSTED_ONLY",
    "DOCUMENT_CACHE_BYTES",
    "PUBLIC_MAX_AGE",
    "COMPRESSION",
    "COMPRESSION_MIN_BYTES",
    "CORS_ORIGINS",
    "CORS_HEADERS",
    "TRUSTED_PROXIES",
    "MAX_CLIENTS",
    "KEEP_ALIVE",
    "MAX_TOKENS",
    "MAX_DEPTH",
    "MAX_FIELDS",
    "MAX_ALIASES",
    "MAX_ROOT_FIELDS",
    "MAX_DIRECTIVES",
    "MAX_FRAGMENTS",
    "MAX_NAME_CHARACTERS",
    "MAX_TEXT_CHARACTERS",
    "MAX_MERGES",
    "MAX_CALLS",
    "MAX_VALUES",
    "MAX_RESPONSE_BYTES",
    "MAX_LIST_ITEMS",
    "MAX_VARIABLES_DEPTH",
    "MAX_VARIABLES_ITEMS",
    "MAX_BODY_BYTES",
    "MAX_URL_BYTES",
    "MAX_HEADER_BYTES",
    "READ_TIMEOUT",
    "LMS_BASE_URL",
    "LMS_PUBLIC_URL",
    "WORKERS",
    "MODE",
    "GRAPHIQL",
    "INTROSPECTION",
    "EXPLAIN",
    "SUGGESTIONS",
    "COMPILE",
    "DEADLINE",
    "LUMINUS_BASE_URL",
    "LUMINUS_KEY",
)
"""Settings of the gateway; each can be set as `LECTERN_` and its name. The address to listen on is the image's."""

_DEADLINE = 10
"""The gateway's own default."""

_SCHEME = "{% if ENABLE_HTTPS %}https{% else %}http{% endif %}"

DEFAULTS: dict[str, Any] = {
    # The image, and the checkout that `tutor images build lectern` makes it from.
    "DOCKER_IMAGE": "lectern:{{ LECTERN_VERSION }}",
    "SOURCE": "",
    # What follows from Tutor's own configuration.
    "LMS_BASE_URL": "http://lms:8000",
    "LMS_PUBLIC_URL": _SCHEME + "://{{ LMS_HOST }}",
    "CORS_ORIGINS": "{% if MFE_HOST is defined %}" + _SCHEME + "://{{ MFE_HOST }}{% endif %}",
    "TRUSTED_PROXIES": "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fd00::/8",
    "REDIS_URL": (
        "{% if LECTERN_REDIS %}redis://"
        "{% if REDIS_PASSWORD %}{{ REDIS_USERNAME|urlencode|replace('/', '%2F') }}:"
        "{{ REDIS_PASSWORD|urlencode|replace('/', '%2F') }}@{% endif %}"
        "{{ REDIS_HOST }}:{{ REDIS_PORT }}/{{ LECTERN_REDIS_DB }}{% endif %}"
    ),
    "WORKERS": 2,
    "METRICS": True,
    # Redis is Tutor's own; the LMS uses its databases 0 and 1.
    "REDIS": True,
    "REDIS_DB": 2,
    # Kubernetes: how many pods, what each may take, and the ConfigMap whose manifests are mounted at /documents.
    "K8S_MIN_REPLICAS": 2,
    "K8S_MAX_REPLICAS": 6,
    "K8S_CPU_PERCENT": 70,
    "K8S_CPU_REQUEST": "500m",
    "K8S_MEMORY_REQUEST": "384Mi",
    "K8S_MEMORY_LIMIT": "1Gi",
    "K8S_DOCUMENTS": "",
}
"""Settings that have a value before anybody sets them."""

SECRETS = frozenset({"REDIS_URL", "LUMINUS_KEY"})
"""Settings of the gateway that hold a password or a key: a Secret has them on Kubernetes."""


def text_of(value: Any) -> str:
    """A value of Tutor's configuration as the gateway reads it in a variable."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return str(value)


def environment(config: Any, render: Callable[[str], str]) -> dict[str, str]:
    """The gateway's variables from Tutor's configuration. What is not set, or empty, is left to the gateway.

    `render` fills in other settings: a value may name one of another plugin, which Tutor has not filled in yet.
    """
    found: dict[str, str] = {}
    for name in GATEWAY_SETTINGS:
        value = config.get(f"LECTERN_{name}")
        if isinstance(value, str):
            value = render(value)
        if value is not None and value not in ("", []):
            found[f"GATEWAY_{name}"] = text_of(value)
    return found


def seconds_to_stop(variables: dict[str, str]) -> int:
    """How long a gateway with these variables may take to answer what is under way: its deadline, and some more."""
    try:
        return math.ceil(float(variables["GATEWAY_DEADLINE"])) + 10
    except (KeyError, ValueError, OverflowError):  # not set, or a value that the gateway refuses in its log
        return _DEADLINE + 10
