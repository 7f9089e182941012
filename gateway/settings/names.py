"""Names of settings: none that is misspelt is passed over in silence."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

PREFIX = "GATEWAY_"
OTHERS = ("GATEWAY_CONFIG", "GATEWAY_DEMO_LMS_PORT", "GATEWAY_DEMO_LUMINUS_PORT")
"""Variables that are no fields of the settings."""

# What Kubernetes and Docker make up for a service that is called gateway-something.
_LINKED_NAME = re.compile(r"_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_(TCP|UDP|SCTP)(_|$)")
_LINKED_VALUE = re.compile(r"(tcp|udp|sctp)://")


def misspelt(variables: Mapping[str, str], fields: Iterable[str]) -> str | None:
    """One line about a `GATEWAY_*` variable that is no setting; None when there is none."""
    known = [*(PREFIX + field.upper() for field in fields), *OTHERS]
    for name, value in sorted(variables.items()):
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper in known:
            continue
        if not _LINKED_NAME.search(upper) and not _LINKED_VALUE.match(value):
            return f"{name}: no such setting{suggestion(upper, known)}"
    return None


def suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?` where something is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.75)
    return f"; did you mean {near[0]}?" if near else ""
