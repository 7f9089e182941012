"""An upstream endpoint as a value: everything the planner, the client and the docs need to know about it."""

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote

from loaders.form import USUAL, WRITE, Form
from loaders.keys import path_segment

_EMPTY: Mapping[str, str] = {}

MAX_TARGET = 5000
"""The most bytes of an address, path and query: servers refuse longer ones, or hang up on them."""


class Auth(Flag):
    """The authentication schemes a view of the LMS accepts."""

    JWT = auto()
    BEARER = auto()
    SESSION = auto()

    JBS = JWT | BEARER | SESSION
    JS = JWT | SESSION
    BS = BEARER | SESSION


class Effect(Flag):
    """What a GET writes on the LMS. An effectful GET is asked only when nothing else has the field."""

    NONE = 0
    ACTIVITY = auto()
    """Records the learner's activity of the day (course goals)."""
    STREAK = auto()
    """Advances the celebrations' streak: the first reader of the day consumes it."""
    OFFER = auto()
    """Starts the clock of the first-purchase discount."""


class Door(Flag):
    """What has to be open for an endpoint to tell of a course."""

    NONE = 0
    COURSE = auto()
    """The viewer may enter the course."""
    ENROLLED = auto()
    """The viewer is enrolled in it, or its staff."""
    CATALOG = auto()
    """The catalogue has the course."""
    LISTED = auto()
    """The catalogue shows it in lists."""


class Scope(Enum):
    """Who may see an answer."""

    PRIVATE = "private"
    PUBLIC = "public"


class Pace(Enum):
    """Timeout class of an endpoint: seconds for one whole call, retries and waiting included."""

    QUICK = 4.0
    PAGE = 8.0

    @property
    def read(self) -> float:
        """Seconds of silence after which an answer is given up; one that keeps coming has the whole time."""
        return float(self.value) * 0.75


class Missing(Enum):
    """An answer that is not there, and is no fault. No text, so that it is never taken for a value."""

    ABSENT = "absent"
    """Nothing there: unknown, never enrolled, no certificate."""
    REFUSED = "refused"
    """The course's policy says no; `Course.access` says why."""
    UNSEEN = "unseen"
    """Nothing there, or hidden from the viewer: the endpoint does not say which, another one decides."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How one answer serves many keys.

    `parameter` is the query parameter that takes the keys (None: the answer holds all of the viewer's rows).
    `rows` is the path of the array, `key` the path of the key inside a row, `limit` the most keys a call takes,
    `more` the path that is non-null when the LMS held rows back. `form` brings a row's key to the form that is asked
    for.
    """

    rows: str
    key: str
    parameter: str | None = None
    limit: int = 60
    more: str | None = None
    form: Callable[[Any], Any] | None = None


@dataclass(frozen=True, eq=False)
class Endpoint:
    """One REST endpoint. Compared by identity: each is a constant of its noun's file.

    `path` is a template whose fields are the call's path parameters; `query` holds fixed query parameters and
    `parameters` the names of the query parameters that a call may set. `weight` is the median time in ms that a
    live LMS needs for it. `missing` says which statuses mean an answer that is not there (a success means it when it
    has no body), and `forms` with which bodies such a status, or another refusal, comes where they are not the usual
    ones: what comes with another body is not the service's own answer. `leads_to` is where a redirect leads that means
    something. `answers_visitors` says that a visitor gets a success all the same, of which nothing is used.
    An endpoint behind the same `doors` as one that told nothing, or behind more, has nothing to tell either.
    `answers` are the statuses besides 2xx whose body is an answer all the same. `policy` and `unknown` are texts: the
    whole of a 401 that is a refusal, and a part of a 400 for a thing that does not exist. The answer is a JSON object,
    or an `array`; None allows both. An `optional` endpoint may not exist on this LMS. `view` names the view of the
    service where it answers at several paths; endpoints of one path share theirs anyway. Answers of a public endpoint
    are fresh for `ttl` seconds. Cookies that an answer sets are dropped, except for the names in `cookies`, which a
    caller may be given.
    """

    name: str
    path: str
    weight: int
    auth: Auth = Auth.JBS
    anonymous: bool = True
    answers_visitors: bool = False
    method: str = "GET"
    query: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    project: str | None = None
    batch: Batch | None = None
    effects: Effect = Effect.NONE
    doors: Door = Door.NONE
    scope: Scope = Scope.PRIVATE
    ttl: float = 0.0
    throttle: str | None = None
    pace: Pace = Pace.PAGE
    missing: Mapping[int, Missing] = field(default_factory=lambda: {404: Missing.ABSENT})
    forms: Mapping[int, Form] = field(default_factory=dict)
    leads_to: re.Pattern[str] | None = None
    answers: frozenset[int] = frozenset()
    policy: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    array: bool | None = False
    optional: bool = False
    view: str | None = None
    service: str = "lms"
    cookies: frozenset[str] = frozenset()

    @cached_property
    def path_parameters(self) -> tuple[str, ...]:
        """Names of the path template's fields, in order."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.path) if name)

    @cached_property
    def view_name(self) -> str:
        """What stands for the view of the service that answers: its trouble is that of all endpoints that ask it."""
        return self.view or self.path

    @cached_property
    def proves_sign_in(self) -> bool:
        """True when a success means that the service has taken the caller's sign-in."""
        return not self.anonymous and not self.answers_visitors

    @cached_property
    def _only(self) -> str | None:
        """The name of the parameter, where there is just one and the path needs it."""
        names = self.path_parameters + self.parameters
        return names[0] if len(names) == 1 and self.path_parameters and self.batch is None else None

    def forms_of(self, status: int) -> Form:
        """The bodies with which the service itself says no, or nothing, by this status."""
        usual = USUAL if self.method == "GET" else WRITE
        return self.forms.get(status, usual if self.service == "lms" else Form(0))

    def call(self, **values: str | None) -> "Call":
        """A call of this endpoint. Unset query parameters are not sent; an empty string is."""
        only = self._only
        if only is not None and len(values) == 1 and values.get(only) is not None:
            return Call(self, (values[only],))
        names = self.path_parameters + self.parameters
        unknown = values.keys() - set(names)
        if self.batch is not None:
            unknown.discard("key")
        if unknown:
            raise TypeError(f"{self.name} takes no {', '.join(sorted(unknown))}")
        absent = [name for name in self.path_parameters if values.get(name) is None]
        if absent:
            raise TypeError(f"{self.name} needs {', '.join(absent)}")
        return Call(self, tuple(values.get(name) for name in names), values.get("key"))

    def __repr__(self) -> str:
        return f"<Endpoint {self.name}>"


class Call(NamedTuple):
    """One call: an endpoint and its parameters, in the endpoint's order. `key` picks a row of a batch answer."""

    endpoint: Endpoint
    values: tuple[str | None, ...] = ()
    key: str | None = None

    def target(self, extra: Mapping[str, str] = _EMPTY) -> str:
        """Path and query string, percent-encoded. `+` is literal in the path and `%2B` in the query."""
        endpoint = self.endpoint
        if endpoint._only is not None and not endpoint.query and not extra:
            return endpoint.path.replace("{" + endpoint._only + "}", path_segment(self.values[0] or ""))
        count = len(endpoint.path_parameters)
        path = endpoint.path
        if count:
            segments = zip(endpoint.path_parameters, self.values[:count], strict=True)
            path = path.format_map({name: path_segment(value or "") for name, value in segments})
        given = zip(endpoint.parameters, self.values[count:], strict=True)
        query = {**endpoint.query, **{name: value for name, value in given if value is not None}, **extra}
        if not query:
            return path
        return path + "?" + "&".join(f"{name}={quote(value, safe=',:@')}" for name, value in query.items())
