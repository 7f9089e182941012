"""The id of a request."""

import re
from random import Random

from gateway.protocol.headers import Headers

_ids = Random()  # noqa: S311  # ids distinguish requests in logs; they are not secret
_REQUEST_ID = re.compile(r"[\w\-]{8,64}", re.ASCII)


def request_id_of(received: Headers) -> str:
    """The client's request id if it is valid, otherwise a new one."""
    given = received.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else f"{_ids.getrandbits(128):032x}"
