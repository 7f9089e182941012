"""The breakers of one upstream: for all of it, for each of its views, and for who or what breaks one of them.

What a call could not do at all (no connection) is the service's own trouble, whoever asks. A call that was sent and
lost may have been lost by what it asked: a course that breaks a view, a head that a server hangs up on. So a view is
left alone for all only when calls of several callers about several things were lost. Before that, whoever keeps losing
calls about one thing is held back, then one caller, or one thing.

Anybody can make up credentials, as many as they like. So a caller is who its credentials say only when the service has
taken them before; until then it is whoever is at its address.
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
"""Lost calls of one caller, or about one thing, that count for others: with ten that open a breaker, at least three."""
_MOST_HELD_BACK = 2000
_MOST_KNOWN = 20_000
_TOKEN_COOKIE = "edx-jwt-cookie-header-payload="  # noqa: S105  # the name of the cookie
_NETWORK = 64
"""Bits of an IPv6 address that one customer of a provider has to itself at least."""
_REMEMBERED = 60.0
"""Seconds after which a single caller or thing gets a new start."""
_MOST_KEYS = 8
"""A longer list blames nobody in it."""
_COURSES = frozenset({"course_key", "course_id", "course_keys"})
_BLOCKS = frozenset({"usage_key", "usage_id"})
_THINGS = frozenset(
    {"thread_id", "comment_id", "program", "uuid", "username", "student_id", "provider_ids", "token", "keys"}
)
_salt = os.urandom(16)  # the fingerprints of this process are of no use outside of it
_SIGN_INS = frozenset({"authorization", "cookie"})
Headers = Sequence[tuple[str, str]]
_Scope = tuple[object, ...]


def caller_of(headers: Headers) -> str | None:
    """What tells callers apart: a fingerprint of their credentials, for visitors their address; None for nobody's."""
    sent = dict(headers)
    credentials = _credentials(sent)
    if credentials:
        return _fingerprint("\n".join(credentials))
    return _network(sent.get("x-forwarded-for"))


def marks_of(headers: Headers, *, known: bool) -> frozenset[str]:
    """What a caller's losses are counted by, so that nobody counts as many. `known` says that the service has taken
    the credentials before; then each of them is a mark, as any one of them may be made up."""
    sent = dict(headers)
    credentials = _credentials(sent)
    if known:
        return frozenset(_person(one) or _fingerprint(one) for one in credentials)
    network = _network(sent.get("x-forwarded-for"))
    if network is not None:
        return frozenset({network})
    return frozenset({_STRANGER}) if credentials else frozenset()


_STRANGER = "stranger"
"""Whoever has unknown credentials and no address."""


def _credentials(sent: Mapping[str, str]) -> list[str]:
    """Each header and cookie that could sign somebody in."""
    cookies = sent.get("cookie", "").split("; ")
    signed = sorted(cookie for cookie in cookies if cookie and not cookie.startswith("csrftoken="))
    authorization = sent.get("authorization")
    return [authorization, *signed] if authorization else signed


def _person(credential: str) -> str | None:
    """Whom a token that the service has taken names: tokens are easily renewed, their owner stays."""
    token = credential.removeprefix(_TOKEN_COOKIE).partition(" ")
    name = username_of_jwt(token[2] or token[0])
    return None if name is None else f"user {name}"


def _sign_in(headers: Headers) -> int:
    """What stands for credentials while this process lives: cheap, as it is made for each call that goes well."""
    return hash(tuple([value for name, value in headers if name in _SIGN_INS]))


def _fingerprint(text: str) -> str:
    return blake2b(text.encode("latin-1", "replace"), digest_size=12, key=_salt).hexdigest()


@lru_cache(4096)
def _network(address: str | None) -> str | None:
    """An address; of IPv6 the network that belongs to the same customer."""
    if address is None or ":" not in address:
        return address
    return str(ip_network((int(ip_address(address)), _NETWORK), strict=False))


def keys_of(endpoint: Endpoint, target: str) -> frozenset[str]:
    """What a call is about: its courses, else whatever else its address names. Pages and filters name nothing."""
    path, _, query = target.partition("?")
    segments = zip(endpoint.path.split("/"), path.split("/"), strict=False)
    named = [pair for template, segment in segments for pair in _named(template, segment)]
    named += parse_qsl(query)
    courses = [one for name, value in named if name in _COURSES for one in value.split(",")]
    courses += [course_of(value) or value for name, value in named if name in _BLOCKS]
    return frozenset(courses or (one for name, value in named if name in _THINGS for one in value.split(",")))


def _named(template: str, segment: str) -> Iterator[tuple[str, str]]:
    """The fields of a path's segment, as in `{username},{usage_key}`, with what stands there."""
    for field, value in zip(template.split(","), segment.split(",", template.count(",")), strict=False):
        if field.startswith("{"):
            yield field.strip("{}"), unquote(value)


class Guards:
    """Every breaker of one upstream. What it knows of single callers and things is bounded, oldest first out."""

    def __init__(self, *, shared: bool = True) -> None:
        """`shared` says that several people ask this service, each by their own credentials."""
        self.service = Breaker(longest=3.0)  # a refused connection costs nothing: look often
        self._of_one = _OF_ONE if shared else None
        self._views: dict[str, Breaker] = {}
        self._asked: dict[str, set[str]] = {}
        self._in_trouble: dict[str, float] = {}  # views that lost a call, and until when that is remembered
        self._held_back: TTLCache[_Scope, Breaker] = TTLCache(_MOST_HELD_BACK, _REMEMBERED)
        self._known: dict[int, None] = {}  # credentials that the service took, the latest last

    def learn(self, headers: Headers) -> None:
        """Notes that the service has taken these credentials."""
        sign_in = _sign_in(headers)
        self._known.pop(sign_in, None)
        self._known[sign_in] = None
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]

    def knows(self, headers: Headers) -> bool:
        """True when the service has taken these credentials before."""
        return _sign_in(headers) in self._known

    def watch(self, endpoint: Endpoint, target: str, headers: Headers) -> "Watch":
        """The breakers that a call has to pass, and that learn from it."""
        view = self._views.get(endpoint.view_name)
        if view is None:
            view = self._views[endpoint.view_name] = Breaker(of_one_caller=self._of_one, of_one_key=self._of_one)
        self._asked.setdefault(endpoint.view_name, set()).add(endpoint.name)
        return Watch(self, view, endpoint, target, headers)

    def states(self) -> Iterator[tuple[str, State]]:
        """Each endpoint that was asked, and whether calls of it are refused: of all or of some."""
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
        """How many single callers and things are refused while others are not."""
        return sum(breaker.state is not State.CLOSED for breaker in [*self._held_back.values()])

    def state(self, endpoint: Endpoint) -> State:
        """What becomes of everybody's next call of this endpoint's view."""
        view = self._views.get(endpoint.view_name)
        return view.state if view is not None else State.CLOSED


class Watch:
    """One call's breakers. They are told of it once, whatever became of it."""

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
        """Why the call may not go out, and for how many seconds; None when it may."""
        guards = self._guards
        why = "it failed too often"
        breakers = [guards.service, *self._single(), self._view]
        for breaker in breakers:
            if not breaker.admits():
                self._ignored()
                why = "the service was not reachable" if breaker is guards.service else why
                return why, breaker.wait
            self._passed.append(breaker)
        return None

    @property
    def troubled(self) -> bool:
        """True when the last call like this one was lost: a second try would most likely be lost too."""
        return self._guards.service.troubled or any(breaker.troubled for breaker in self._single())

    def answered(self) -> None:
        """The service has answered."""
        self._answered, self._unreached = True, False

    def lost(self, *, reached: bool) -> None:
        """The service was not reached, or did not stand the call."""
        self._answered, self._unreached = (False, False) if reached else (None, True)

    def give(self) -> None:
        """Tells the breakers what became of the call. One that its caller gave up tells nothing."""
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
        """This caller with these things, this caller, and these things, in this view."""
        caller, keys = caller_of(self._headers), self._blame().keys
        view = self._endpoint.view_name
        scopes: list[_Scope] = [(view, "pair", caller, keys)]
        if caller is not None and keys:
            scopes.append((view, "caller", caller))
        if len(keys) <= _MOST_KEYS:
            scopes += [(view, "key", key) for key in keys]
        return scopes

    def _single(self) -> list[Breaker]:
        """The breakers for this caller and these things, where there are any: in good times there are none."""
        held_back = self._guards._held_back
        if time.monotonic() > self._guards._in_trouble.get(self._endpoint.view_name, 0.0):
            return []
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
