"""Finds misspelt names of settings."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

PREFIX = "GATEWAY_"
OTHERS = ("GATEWAY_CONFIG", "GATEWAY_DEMO_LMS_PORT", "GATEWAY_DEMO_LUMINUS_PORT")
"""Variables that are not fields of the settings."""

# Variables that Kubernetes and Docker set for a service named gateway-something.
_LINKED_NAME = re.compile(r"_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_(TCP|UDP|SCTP)(_|$)")
_LINKED_VALUE = re.compile(r"(tcp|udp|sctp)://")


def misspelt(variables: Mapping[str, str], fields: Iterable[str]) -> str | None:
    """A message about an unknown `GATEWAY_*` variable; None if there is none."""
    known = [*(PREFIX + field.upper() for field in fields), *OTHERS]
    for name, value in sorted(variables.items()):
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper in known:
            continue
        if not _LINKED_NAME.search(upper) and not _LINKED_VALUE.match(value):
            return f"{name}: no such setting{suggestion(upper, known)}"
    return None


def suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?` if there is a similar name."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.75)
    return f"; did you mean {near[0]}?" if near else ""
