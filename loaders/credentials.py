"""Who is asking: the caller's own credentials, as the LMS will see them."""

import base64
import binascii
from dataclasses import dataclass

import msgspec

from loaders.endpoint import Auth, Endpoint
from loaders.keys import is_username

NO_SCHEMES = Auth(0)


class _Claims(msgspec.Struct):
    preferred_username: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is forwarded to the LMS with each call of one request, and what it tells us beforehand.

    `headers` are the allowed headers and nothing else; `write_headers` go out on unsafe methods too (CSRF).
    `username_hint` is unverified: it may fill a path, the LMS decides whether it is true.
    """

    headers: tuple[tuple[str, str], ...] = ()
    write_headers: tuple[tuple[str, str], ...] = ()
    schemes: Auth = NO_SCHEMES
    username_hint: str | None = None
    language: str = ""

    @property
    def anonymous(self) -> bool:
        """True when the caller sent nothing that could sign anybody in."""
        return not self.schemes

    def opens(self, endpoint: Endpoint) -> bool:
        """True when the endpoint's view will look at these credentials, or needs none.

        A view that does not know the scheme answers as if nobody were signed in, often with 200: such a call
        is not made at all.
        """
        if not self.schemes:
            return endpoint.anonymous
        return bool(self.schemes & endpoint.auth)


def username_of_jwt(token: str) -> str | None:
    """`preferred_username` of a JWT's payload, unverified; None when it cannot be read."""
    parts = token.split(".")
    if len(parts) < 2:
        return None
    payload = parts[1]
    try:
        raw = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        username = msgspec.json.decode(raw, type=_Claims).preferred_username
    except (binascii.Error, ValueError, msgspec.MsgspecError, RecursionError):
        return None
    return username if username is not None and is_username(username) else None
