"""Django's CSRF check: origin first, then the cookie against the header."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping

from gateway.demo.world.site import Site

_ALPHABET = string.ascii_letters + string.digits
_SECRET = 32
_MASKED = 2 * _SECRET


def csrf_failure(site: Site, headers: Mapping[str, str], cookies: dict[str, str]) -> str | None:
    """Why an unsafe request is refused; None if it is accepted. Any matching pair passes.

    The LMS's own origin is the host that this request names, whatever its public address is.
    """
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers.get('host', '')}" and not site.trusts(origin):
        return f"Origin checking failed - {origin} does not match any trusted origins."
    cookie = cookies.get("csrftoken")
    if not cookie:
        return "CSRF cookie not set."
    if fault := _malformed(cookie):
        return f"CSRF cookie {fault}."
    token = headers.get("x-csrftoken")
    if token is None:
        return "CSRF token missing."
    fault = _malformed(token) or ("incorrect" if _secret(token) != _secret(cookie) else None)
    return f"CSRF token from the 'X-Csrftoken' HTTP header {fault}." if fault else None


def secret_in(cookies: dict[str, str]) -> str:
    """The secret in the caller's cookie; a new one if there is none."""
    cookie = cookies.get("csrftoken", "")
    return new_token() if _malformed(cookie) else _secret(cookie)


def new_token() -> str:
    """A secret, as the cookie holds it."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))


def masked(secret: str) -> str:
    """The token to send for a secret: a random mask, and the secret shifted by it. It differs each time."""
    mask = new_token()
    pairs = zip(secret, mask, strict=True)
    return mask + "".join(_ALPHABET[(_ALPHABET.index(a) + _ALPHABET.index(b)) % len(_ALPHABET)] for a, b in pairs)


def _secret(token: str) -> str:
    """The secret in a token; a token of the secret's length is the secret."""
    if len(token) == _SECRET:
        return token
    pairs = zip(token[_SECRET:], token[:_SECRET], strict=True)
    return "".join(_ALPHABET[_ALPHABET.index(a) - _ALPHABET.index(b)] for a, b in pairs)


def _malformed(token: str) -> str | None:
    if len(token) not in (_SECRET, _MASKED):
        return "has incorrect length"
    return None if all(character in _ALPHABET for character in token) else "has invalid characters"
