"""Sign-in: JWT, bearer token and session, each accepted only where the view lists the scheme."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto

from gateway.demo.http.csrf import csrf_failure
from gateway.demo.http.errors import AuthenticationError, PermissionDeniedError
from gateway.demo.http.jwt import SIGNATURE, claims_of
from gateway.demo.world.people import User
from gateway.demo.world.world import World

HANDLE = "demo-"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class Schemes(Flag):
    """Which credentials a view reads, in the order JWT, bearer, session."""

    NONE = 0
    JWT = auto()
    BEARER = auto()
    SESSION = auto()
    JBS = JWT | BEARER | SESSION
    JS = JWT | SESSION
    BS = BEARER | SESSION


@dataclass(frozen=True, slots=True)
class Identity:
    """The caller and the sign-in. `session_user` is the owner of the session cookie, whatever the scheme."""

    user: User | None = None
    scheme: Schemes = Schemes.NONE
    session_user: User | None = None


def identify(
    world: World,
    schemes: Schemes,
    method: str,
    headers: Mapping[str, str],
    cookies: dict[str, str],
    *,
    csrf: bool,
    session_first: bool = False,
) -> Identity:
    """The caller. An invalid credential of an accepted header scheme is refused; other schemes are ignored.

    Raises AuthenticationError (401) and, for a session on an unsafe method without a CSRF pair,
    PermissionDeniedError (403); `csrf=False` leaves that check to the view.
    """
    session_user = session_owner(world, cookies)
    kind, _, token = headers.get("authorization", "").partition(" ")
    unsafe = method not in _SAFE and csrf
    if session_first and session_user is not None:
        return _of_session(world, session_user, headers, cookies, unsafe=unsafe)
    if Schemes.JWT in schemes:
        if kind == "JWT":
            user = jwt_user(world, token)
            if user is None:
                raise AuthenticationError("Invalid token.")
            return Identity(user, Schemes.JWT, session_user)
        user = None if kind else _cookie_jwt_user(world, cookies)
        # A JWT cookie without a CSRF pair is dropped, so that the next scheme decides.
        if user is not None and not (unsafe and csrf_failure(world.site, headers, cookies)):
            return Identity(user, Schemes.JWT, session_user)
    if Schemes.BEARER in schemes and kind == "Bearer":
        return Identity(bearer_user(world, token), Schemes.BEARER, session_user)
    if Schemes.SESSION in schemes and session_user is not None:
        return _of_session(world, session_user, headers, cookies, unsafe=unsafe)
    return Identity(None, Schemes.NONE, session_user)


def _of_session(
    world: World, owner: User, headers: Mapping[str, str], cookies: dict[str, str], *, unsafe: bool
) -> Identity:
    failure = csrf_failure(world.site, headers, cookies) if unsafe else None
    if failure:
        raise PermissionDeniedError(f"CSRF Failed: {failure}")
    return Identity(owner, Schemes.SESSION, owner)


def session_owner(world: World, cookies: dict[str, str]) -> User | None:
    """The user of the session cookie: a handle such as `demo-alex`, or an id from the sign-in form."""
    session_id = cookies.get("sessionid", "")
    return world.users.get(world.sessions.get(session_id, "")) or _handle_user(world, session_id)


def jwt_user(world: World, token: str) -> User | None:
    """A handle, or a token of three parts whose payload names a user, not expired, signed `demo`."""
    user = _handle_user(world, token)
    if user is not None or token.count(".") != 2:
        return user
    _, payload, signature = token.split(".")
    claims = claims_of(payload)
    if signature != SIGNATURE or claims is None:
        return None
    expires = claims.get("exp")
    if isinstance(expires, int | float) and expires < time.time():  # tokens are of this day, whatever the world's is
        return None
    return world.users.get(str(claims.get("preferred_username")))


def bearer_user(world: World, token: str) -> User:
    """Raises AuthenticationError for an unknown token and for the expired one, `demo-<user>-expired`."""
    user = _handle_user(world, token)
    if user is not None:
        return user
    if _handle_user(world, token.removesuffix("-expired")) is not None:
        raise AuthenticationError(
            {
                "error_code": "token_expired",
                "developer_message": "The provided access token has expired and is no longer valid.",
            }
        )
    raise AuthenticationError(
        {
            "error_code": "token_nonexistent",
            "developer_message": "The provided access token does not match any valid tokens.",
        }
    )


def _cookie_jwt_user(world: World, cookies: dict[str, str]) -> User | None:
    payload = cookies.get("edx-jwt-cookie-header-payload")
    signature = cookies.get("edx-jwt-cookie-signature")
    if not payload or not signature:
        return None
    if payload.startswith(HANDLE):
        return _handle_user(world, payload) if signature == SIGNATURE else None
    return jwt_user(world, f"{payload}.{signature}")


def _handle_user(world: World, text: str) -> User | None:
    return world.users.get(text.removeprefix(HANDLE)) if text.startswith(HANDLE) else None
