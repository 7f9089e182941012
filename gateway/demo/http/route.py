"""The type of routes, and the arguments and results of views."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from gateway.demo.http.auth import Identity, Schemes
from gateway.demo.world.access import Viewer
from gateway.demo.world.course import Course
from gateway.demo.world.people import User
from gateway.demo.world.world import World


class Slash(Enum):
    """Whether a path ends with a slash. A missing required slash is a 301, a forbidden one a 404 page."""

    MUST = "must"
    NEVER = "never"
    EITHER = "either"


class Family(Enum):
    """The form of the framework's errors: `{"detail"}` with headers, or `{"developer_message"}` without."""

    A = "detail"
    B = "developer_message"


@dataclass(slots=True)
class Call:
    """One request as a handler sees it. `params` come from the path, `query` keeps repeated values."""

    world: World
    route: Route
    method: str
    path: str
    params: dict[str, str]
    query: dict[str, list[str]]
    query_string: str
    headers: Mapping[str, str]
    cookies: dict[str, str]
    body: bytes
    identity: Identity
    set_cookies: list[str] = field(default_factory=list)

    @property
    def user(self) -> User | None:
        return self.identity.user

    @property
    def me(self) -> User:
        """The signed-in user, on routes that demand one."""
        if self.identity.user is None:
            raise LookupError(f"{self.route.name} is open to visitors")
        return self.identity.user

    @property
    def session_id(self) -> str:
        return self.cookies.get("sessionid", "")

    def arg(self, name: str, default: str | None = None) -> str | None:
        """The last value of a query parameter."""
        values = self.query.get(name)
        return values[-1] if values else default

    def args(self, name: str) -> list[str]:
        """Repeated and comma-separated values of a query parameter, empty ones dropped."""
        return [part for value in self.query.get(name, ()) for part in value.split(",") if part]

    def viewer(self, course: Course) -> Viewer:
        """The viewer of the course: in a masquerade of the session, the learner."""
        user = self.user
        masquerade = self.world.masquerades.get((self.session_id, course.key)) if self.session_id else None
        if user is None or masquerade is None or self.identity.session_user is not user:
            return Viewer(self.world, course, user, user)
        if masquerade.user_name:
            return Viewer(self.world, course, self.world.users[masquerade.user_name], user, masquerade)
        return Viewer(self.world, course, user, user, masquerade)


class _Absent(Enum):
    """No body at all, and no content type with it."""

    BODY = "absent"


ABSENT = _Absent.BODY


@dataclass(slots=True)
class Answer:
    """The answer of a view. `body` is JSON-able unless `content_type` is set (then text); `ABSENT` sends nothing."""

    body: Any = ABSENT
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str | None = None


Handler = Callable[[Call], Answer]

_PARAMS = {
    # An LMS course key in a path: three parts separated by + or /, which need not be a valid key.
    "course": r"[^/+]+(?:/|\+)[^/+]+(?:/|\+)[^/?]+",
    "any": r".+",
    # The key of a block in an old course has slashes.
    "usage": r"i4x://?[^/]+/[^/]+/[^/]+/[^/@]+|[^/]+",
    "username": r"[\w.@+-]+",
    "id": r"\d+",
    "word": r"[^/]+",
    "slug": r"[^/,]+",
    "version": r"v0\.5|v[1-4]",
}
_PARAM = re.compile(r"\{(\w+)(?::(\w+))?\}")
_ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Route:
    """One row of the table: everything the LMS does around a view, next to the view.

    `paths` are templates with `{course}`, `{usage}`, `{username}`, `{id}`, `{word}`, `{any}`; `{name:kind}` gives a
    parameter another name. `login` asks for a signed-in user before `throttle`, the name of a rate
    (`http.throttle.RATES`), is held against the caller's counter. `page` marks a Django view outside the REST
    framework: no content negotiation, no Allow header, its own sign-in. `session_first` views try the session before a
    token; they, and those that take nothing else, refuse strangers with 403. `framed` views may be shown in a frame,
    `only_methods` views do not even answer OPTIONS.
    """

    name: str
    paths: tuple[str, ...]
    methods: Mapping[str, Handler]
    slash: Slash
    schemes: Schemes
    family: Family = Family.A
    login: bool = False
    throttle: str | None = None
    expose_date: bool = False
    sets_csrf: bool = False
    function_view: bool = False
    only_methods: bool = False
    page: bool = False
    session_first: bool = False
    framed: bool = False
    parses: tuple[str, ...] = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_compile(path) for path in self.paths)

    @property
    def refuses(self) -> bool:
        """True when nobody signed in is a 403: the view's first scheme has no challenge to send with a 401."""
        return self.session_first or self.schemes is Schemes.SESSION

    @cached_property
    def allow(self) -> str:
        """The Allow header: class views in the framework's order, function views with OPTIONS first."""
        if self.function_view:
            return ", ".join(("OPTIONS", *self.methods))
        extra = () if self.only_methods else ("HEAD", "OPTIONS") if "GET" in self.methods else ("OPTIONS",)
        return ", ".join(name for name in _ORDER if name in self.methods or name in extra)

    def handler(self, method: str) -> Handler | None:
        if method == "HEAD" and not self.function_view:
            return self.methods.get("GET")
        return self.methods.get(method)


def _compile(template: str) -> re.Pattern[str]:
    pieces: list[str] = []
    end = 0
    for match in _PARAM.finditer(template):
        pieces.append(re.escape(template[end : match.start()]))
        pieces.append(f"(?P<{match[1]}>{_PARAMS[match[2] or match[1]]})")
        end = match.end()
    pieces.append(re.escape(template[end:]))
    return re.compile("".join(pieces) + r"\Z")
