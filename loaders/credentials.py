"""Who is asking: the caller's own credentials, as the LMS will see them."""

import base64
import binascii
import math
import time
from dataclasses import dataclass

import msgspec

from loaders.endpoint import Auth, Endpoint
from loaders.keys import is_username

NO_SCHEMES = Auth(0)
_ORDER = (Auth.JWT, Auth.BEARER, Auth.SESSION)
"""The order in which the LMS's views try the schemes that they take: the first one that was sent decides."""


@dataclass(frozen=True, slots=True)
class Username:
    """The name of the person who asks, fit to fill a path.

    A type of its own and no text: whatever came instead of a name cannot be mistaken for one.
    """

    text: str

    def __post_init__(self) -> None:
        if not is_username(self.text):
            raise ValueError("not a username")


class _Claims(msgspec.Struct):
    preferred_username: str | None = None
    exp: float | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is forwarded to the LMS with each call of one request, and what it tells us beforehand.

    `headers` are the allowed headers and nothing else; `write_headers` go out on unsafe methods too (CSRF).
    `session_headers` are those of the session alone, where something else was sent beside it. `username_hint` is set
    only where the LMS cannot take the call for anybody else's: it takes the token that names this user, or refuses.
    """

    headers: tuple[tuple[str, str], ...] = ()
    write_headers: tuple[tuple[str, str], ...] = ()
    schemes: Auth = NO_SCHEMES
    username_hint: str | None = None
    language: str = ""
    session_headers: tuple[tuple[str, str], ...] = ()

    @property
    def anonymous(self) -> bool:
        """True when the caller sent nothing that could sign anybody in."""
        return not self.schemes

    @property
    def kind(self) -> tuple[Auth, bool, bool]:
        """What of a sign-in a plan depends on: the schemes, whether it names the caller, whether it may be of two."""
        return self.schemes, self.username_hint is not None, bool(self.session_headers)

    @property
    def is_droppable(self) -> bool:
        """True when the LMS answers as to a visitor where it does not take the sign-in.

        So it does with cookies. Of what the header `Authorization` brings it says that it is refused.
        """
        return bool(self.schemes) and not any(name == "authorization" for name, _ in self.headers)

    def opens(self, endpoint: Endpoint) -> bool:
        """True when the endpoint's view will look at these credentials, or needs none.

        A view that does not know the scheme answers as if nobody were signed in, often with 200: such a call
        is not made at all.
        """
        if not self.schemes:
            return endpoint.anonymous
        return bool(self.schemes & endpoint.auth)

    def divided(self, endpoint: Endpoint) -> bool:
        """True when this endpoint's view takes another of the sign-ins that were sent than most views do.

        They need not be of the same person: a token of one beside the session of another.
        """
        if not self.session_headers:
            return False
        here = next((scheme for scheme in _ORDER if scheme in self.schemes & endpoint.auth), None)
        first = next((scheme for scheme in _ORDER if scheme in self.schemes), None)
        return here is not None and here is not first


def username_of_jwt(token: str) -> str | None:
    """`preferred_username` of a JWT's payload, unverified; None when it cannot be read or the token has expired."""
    parts = token.split(".")
    if len(parts) < 2:
        return None
    payload = parts[1]
    try:
        raw = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        claims = msgspec.json.decode(raw, type=_Claims)
    except (binascii.Error, ValueError, msgspec.MsgspecError, RecursionError):
        return None
    if claims.exp is not None and not (math.isfinite(claims.exp) and claims.exp > time.time()):
        return None
    username = claims.preferred_username
    return username if username is not None and is_username(username) else None
