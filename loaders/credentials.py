"""The caller's credentials, in the form in which they are forwarded to the LMS."""

import base64
import binascii
import math
import time

import msgspec

from loaders.endpoint import Auth, Endpoint
from loaders.keys import is_username

NO_SCHEMES = Auth(0)
_ORDER = (Auth.JWT, Auth.BEARER, Auth.SESSION)
"""The order in which the LMS's views try the schemes that they accept. The first one that was sent decides."""


class Username(msgspec.Struct, frozen=True):
    """A valid username for a path.

    It is a type of its own, so that a failure cannot be mistaken for a name.
    """

    text: str

    def __post_init__(self) -> None:
        if not is_username(self.text):
            raise ValueError("not a username")


class _Claims(msgspec.Struct):
    preferred_username: str | None = None
    exp: float | None = None


class Credentials(msgspec.Struct, frozen=True):
    """The credentials that are forwarded with each call of one request.

    `headers` are the allowed headers. `write_headers` are sent with unsafe methods only (CSRF). `session_headers` are
    those of the session alone, if other credentials were sent as well. `timezone` is that of the caller's browser, for
    the endpoints that store it. `username_hint` is set only if the LMS cannot
    attribute the call to anybody else: it accepts the token that names this user, or refuses the call.
    """

    headers: tuple[tuple[str, str], ...] = ()
    write_headers: tuple[tuple[str, str], ...] = ()
    schemes: Auth = NO_SCHEMES
    username_hint: str | None = None
    language: str = ""
    session_headers: tuple[tuple[str, str], ...] = ()
    timezone: str | None = None

    @property
    def anonymous(self) -> bool:
        """True if the caller sent no credentials."""
        return not self.schemes

    @property
    def kind(self) -> tuple[Auth, bool, bool]:
        """The properties of a sign-in that a plan depends on: schemes, known username, possibly two persons."""
        return self.schemes, self.username_hint is not None, bool(self.session_headers)

    @property
    def is_droppable(self) -> bool:
        """True if the LMS treats a caller with invalid credentials as a visitor.

        It does so for cookies. It refuses an invalid `Authorization` header.
        """
        return bool(self.schemes) and not any(name == "authorization" for name, _ in self.headers)

    def opens(self, endpoint: Endpoint) -> bool:
        """True if the endpoint's view accepts these credentials, or needs none.

        A view that does not accept the scheme treats the caller as a visitor, often with status 200. Such a call is not
        made.
        """
        if not self.schemes:
            return endpoint.anonymous
        return bool(self.schemes._value_ & endpoint.auth._value_)  # the operator of flags is slow

    def divided(self, endpoint: Endpoint) -> bool:
        """True if this endpoint's view uses another of the sent credentials than most views do.

        They may belong to different persons, such as a token of one and the session of another.
        """
        if not self.session_headers:
            return False
        order = (Auth.SESSION, *_ORDER) if endpoint.session_first else _ORDER
        here = next((scheme for scheme in order if scheme in self.schemes & endpoint.auth), None)
        first = next((scheme for scheme in _ORDER if scheme in self.schemes), None)
        return here is not None and here is not first


def username_of_jwt(token: str) -> str | None:
    """`preferred_username` of a JWT, unverified; None if it is not readable or the token has expired."""
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
