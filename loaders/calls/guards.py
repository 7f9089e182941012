"""The breakers of one upstream: for the service, for each view, and for single callers and objects in a view.

A failed connection counts for the whole service. A call that was sent and lost may be the fault of the request itself,
such as a course that breaks a view, or a head that a server rejects. So the breaker of a view opens only after losses
of several callers about several objects. Before that, separate breakers hold back one caller with one object, one
caller, or one object.

Credentials can be made up. They identify a caller only after the service has accepted them. Until then, the caller is
identified by its address.
"""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from urllib.parse import parse_qsl, unquote

from cachetools import TTLCache

from loaders.calls.breaker import Breaker, Loss, State
from loaders.credentials import username_of_jwt
from loaders.endpoint import Endpoint
from loaders.keys import course_of

_OF_ONE = 4
"""Lost calls of one caller, or about one object, that count for a view. Ten open a breaker, so at least three differ.
"""
_MOST_HELD_BACK = 2000
_MOST_KNOWN = 20_000
_TOKEN_COOKIE = "edx-jwt-cookie-header-payload="  # noqa: S105  # the name of the cookie
_NETWORK = 64
"""Prefix length of the smallest IPv6 network that a provider assigns to one customer."""
_REMEMBERED = 60.0
"""Seconds after which the breaker of a single caller or object is dropped."""
_MOST_KEYS = 8
"""Calls about more objects do not count for each of them."""
_COURSES = frozenset({"course_key", "course_id", "course_keys"})
_BLOCKS = frozenset({"usage_key", "usage_id"})
_THINGS = frozenset(
    {"thread_id", "comment_id", "program", "uuid", "username", "student_id", "provider_ids", "token", "keys"}
)
_salt = os.urandom(16)  # fingerprints are valid in this process only
_SIGN_INS = frozenset({"authorization", "cookie"})
Headers = Sequence[tuple[str, str]]
_Scope = tuple[object, ...]


def caller_of(headers: Headers) -> str | None:
    """An identifier of the caller: a fingerprint of the credentials, or the address of a visitor; None without
    either.
    """
    sent = dict(headers)
    credentials = _credentials(sent)
    if credentials:
        return _fingerprint("\n".join(credentials))
    return _network(sent.get("x-forwarded-for"))


def marks_of(headers: Headers, *, known: bool) -> frozenset[str]:
    """The identifications of a caller for counting losses, so that nobody counts as several callers.

    `known`: the service has accepted the credentials before. Then each credential is an identification, because the
    others may be made up.
    """
    sent = dict(headers)
    credentials = _credentials(sent)
    if known:
        return frozenset(_person(one) or _fingerprint(one) for one in credentials)
    network = _network(sent.get("x-forwarded-for"))
    if network is not None:
        return frozenset({network})
    return frozenset({_STRANGER}) if credentials else frozenset()


_STRANGER = "stranger"
"""Identifies all callers with unknown credentials and no address."""


def _credentials(sent: Mapping[str, str]) -> list[str]:
    """The headers and cookies that may be credentials."""
    cookies = sent.get("cookie", "").split("; ")
    signed = sorted(cookie for cookie in cookies if cookie and not cookie.startswith("csrftoken="))
    authorization = sent.get("authorization")
    return [authorization, *signed] if authorization else signed


def _person(credential: str) -> str | None:
    """The user that an accepted token names: tokens are renewed, their user stays the same."""
    token = credential.removeprefix(_TOKEN_COOKIE).partition(" ")
    name = username_of_jwt(token[2] or token[0])
    return None if name is None else f"user {name}"


def _sign_in(headers: Headers) -> int:
    """A hash of the credentials, valid in this process. It is cheap, because every successful call computes it."""
    return hash(tuple([value for name, value in headers if name in _SIGN_INS]))


def _fingerprint(text: str) -> str:
    return blake2b(text.encode("latin-1", "replace"), digest_size=12, key=_salt).hexdigest()


@lru_cache(4096)
def _network(address: str | None) -> str | None:
    """The address; for IPv6, its network."""
    if address is None or ":" not in address:
        return address
    return str(ip_network((int(ip_address(address)), _NETWORK), strict=False))


def keys_of(endpoint: Endpoint, target: str) -> frozenset[str]:
    """The objects that a call is about: courses, or other objects in its URL. Paging and filters do not count."""
    path, _, query = target.partition("?")
    segments = zip(endpoint.path.split("/"), path.split("/"), strict=False)
    named = [pair for template, segment in segments for pair in _named(template, segment)]
    named += parse_qsl(query)
    courses = [one for name, value in named if name in _COURSES for one in value.split(",")]
    courses += [course_of(value) or value for name, value in named if name in _BLOCKS]
    return frozenset(courses or (one for name, value in named if name in _THINGS for one in value.split(",")))


def _named(template: str, segment: str) -> Iterator[tuple[str, str]]:
    """The parameters of a path segment such as `{username},{usage_key}`, with their values."""
    for field, value in zip(template.split(","), segment.split(",", template.count(",")), strict=False):
        if field.startswith("{"):
            yield field.strip("{}"), unquote(value)


class Guards:
    """All breakers of one upstream. Those of single callers and objects are bounded; the oldest are dropped first."""

    def __init__(self, *, shared: bool = True) -> None:
        """`shared`: people call this service with their own credentials."""
        self.service = Breaker(longest=3.0)  # a refused connection costs nothing, so probe often
        self._of_one = _OF_ONE if shared else None
        self._views: dict[str, Breaker] = {}
        self._asked: dict[str, set[str]] = {}
        self._in_trouble: dict[str, float] = {}  # views that lost a call, and until when that is remembered
        self._held_back: TTLCache[_Scope, Breaker] = TTLCache(_MOST_HELD_BACK, _REMEMBERED)
        self._known: dict[int, None] = {}  # credentials that the service has accepted, the latest last

    def learn(self, headers: Headers) -> None:
        """Records that the service has accepted these credentials."""
        sign_in = _sign_in(headers)
        self._known.pop(sign_in, None)
        self._known[sign_in] = None
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]

    def knows(self, headers: Headers) -> bool:
        """True if the service has accepted these credentials before."""
        return _sign_in(headers) in self._known

    def watch(self, endpoint: Endpoint, target: str, headers: Headers) -> "Watch":
        """The breakers that a call has to pass and reports to."""
        view = self._views.get(endpoint.view_name)
        if view is None:
            view = self._views[endpoint.view_name] = Breaker(of_one_caller=self._of_one, of_one_key=self._of_one)
            self._asked[endpoint.view_name] = set()
        self._asked[endpoint.view_name].add(endpoint.name)
        return Watch(self, view, endpoint, target, headers)

    def states(self) -> Iterator[tuple[str, State]]:
        """The state of each endpoint that was called: open if calls are refused for everybody or for some."""
        some: dict[object, list[State]] = {}
        for scope, breaker in [*self._held_back.items()]:
            some.setdefault(scope[0], []).append(breaker.state)
        for view, breaker in self._views.items():
            states = {breaker.state, *some.get(view, ())}
            found = next(state for state in (State.OPEN, State.HALF_OPEN, State.CLOSED) if state in states)
            for name in self._asked[view]:
                yield name, found

    @property
    def held_back(self) -> int:
        """The number of single callers and objects that are held back."""
        return sum(breaker.state is not State.CLOSED for breaker in [*self._held_back.values()])

    def state(self, endpoint: Endpoint) -> State:
        """The state of the breaker of this endpoint's view."""
        view = self._views.get(endpoint.view_name)
        return view.state if view is not None else State.CLOSED


class Watch:
    """The breakers of one call. The result of the call is reported to them once."""

    __slots__ = ("_answered", "_endpoint", "_guards", "_headers", "_loss", "_passed", "_target", "_unreached", "_view")

    def __init__(self, guards: Guards, view: Breaker, endpoint: Endpoint, target: str, headers: Headers) -> None:
        self._guards = guards
        self._view = view
        self._endpoint = endpoint
        self._target = target
        self._headers = headers
        self._loss: Loss | None = None
        self._passed: list[Breaker] = []
        self._answered: bool | None = None  # False: reached and lost
        self._unreached = False

    def refused(self) -> tuple[str, float] | None:
        """The reason why the call is refused, and the seconds to wait; None if it may be made."""
        service = self._guards.service
        for breaker in (service, *self._single(), self._view):
            if not breaker.admits():
                self._ignored()
                return "the service was not reachable" if breaker is service else "it failed too often", breaker.wait
            self._passed.append(breaker)
        return None

    @property
    def troubled(self) -> bool:
        """True if the last similar call was lost; a retry would most likely be lost too."""
        return self._guards.service.troubled or any(breaker.troubled for breaker in self._single())

    def answered(self) -> None:
        """The service has answered."""
        self._answered, self._unreached = True, False

    def lost(self, *, reached: bool) -> None:
        """The call was lost; `reached` says whether the service was connected."""
        self._answered, self._unreached = (False, False) if reached else (None, True)

    def report(self) -> None:
        """Reports the result of the call to its breakers. A cancelled call has no result."""
        if self._unreached:
            self._guards.service.failed()
            self._passed.remove(self._guards.service)
            self._ignored()
        elif self._answered is None:
            self._ignored()
        elif self._answered:
            for breaker in self._passed:
                breaker.succeeded()
        else:
            self._guards.service.succeeded()
            self._guards._in_trouble[self._endpoint.view_name] = time.monotonic() + _REMEMBERED
            self._view.failed(self._blame())
            for scope in self._scopes():
                self._breaker(scope).failed(self._blame())

    def _ignored(self) -> None:
        for breaker in self._passed:
            breaker.ignored()

    def _blame(self) -> Loss:
        if self._loss is None:
            marks = marks_of(self._headers, known=self._guards.knows(self._headers))
            self._loss = Loss(marks, keys_of(self._endpoint, self._target))
        return self._loss

    def _scopes(self) -> list[_Scope]:
        """Keys of the breakers for this caller with these objects, this caller, and each of these objects."""
        caller, keys = caller_of(self._headers), self._blame().keys
        view = self._endpoint.view_name
        scopes: list[_Scope] = [(view, "pair", caller, keys)]
        if caller is not None and keys:
            scopes.append((view, "caller", caller))
        if len(keys) <= _MOST_KEYS:
            scopes += [(view, "key", key) for key in keys]
        return scopes

    def _single(self) -> list[Breaker]:
        """The existing breakers for this caller and these objects. Usually there are none."""
        until = self._guards._in_trouble.get(self._endpoint.view_name)
        if until is None or time.monotonic() > until:
            return []
        held_back = self._guards._held_back
        return [held_back[scope] for scope in self._scopes() if scope in held_back]

    def _breaker(self, scope: _Scope) -> Breaker:
        held_back = self._guards._held_back
        breaker = held_back.get(scope)
        if breaker is None:
            kind, of_one = scope[1], self._guards._of_one
            breaker = held_back[scope] = Breaker(
                of_one_caller=of_one if kind == "key" else None, of_one_key=of_one if kind == "caller" else None
            )
        return breaker
