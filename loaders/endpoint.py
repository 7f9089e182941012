"""Endpoints as values, with all properties that the planner, the client and the documentation use."""

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
"""Maximum bytes of path and query. Servers refuse longer ones or close the connection."""


class Auth(Flag):
    """The authentication schemes a view of the LMS accepts."""

    JWT = auto()
    BEARER = auto()
    SESSION = auto()

    JBS = JWT | BEARER | SESSION
    JS = JWT | SESSION
    BS = BEARER | SESSION


class Effect(Flag):
    """The side effects of a GET on the LMS. A GET with effects is made only if no other source has the field."""

    NONE = 0
    ACTIVITY = auto()
    """Records the learner's activity of the day (course goals)."""
    STREAK = auto()
    """Advances the streak. Its celebration is sent only to the first reader of the day."""
    OFFER = auto()
    """Starts the period of the first-purchase discount."""
    TOURS = auto()
    """Creates the viewer's missing tours of the discussions page."""
    EXAM = auto()
    """Ends an attempt at an exam whose time is over, and may ask the proctoring provider."""


class Precondition(Flag):
    """Preconditions of an answer about a course."""

    NONE = 0
    COURSE = auto()
    """The viewer may enter the course."""
    ENROLLED = auto()
    """The viewer is enrolled in the course, or its staff."""
    CATALOG = auto()
    """The course is in the catalogue."""
    LISTED = auto()
    """The course is in the catalogue's lists."""


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
        """Seconds without data after which a response times out. A response that keeps sending data has the whole
        time.
        """
        return float(self.value) * 0.75


class Missing(Enum):
    """The reason why there is no answer although nothing failed."""

    ABSENT = "absent"
    """It does not exist: unknown, never enrolled, no certificate."""
    REFUSED = "refused"
    """A policy denies access; `Course.access` has the reason."""
    UNSEEN = "unseen"
    """Absent or hidden from the viewer. Another endpoint decides whether it exists."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How one answer serves many keys.

    `parameter` is the query parameter for the keys (None: the answer has all of the viewer's rows). `rows` is the path
    of the array, `key` the path of the key in a row, `limit` the maximum number of keys per call. `more` is a path
    whose value is non-null if there are further pages. `form` normalises the key of a row.
    """

    rows: str
    key: str
    parameter: str | None = None
    limit: int = 60
    more: str | None = None
    form: Callable[[Any], Any] | None = None


@dataclass(frozen=True, eq=False)
class Endpoint:
    """One REST endpoint. Endpoints are compared by identity; each one is a constant in the file of its noun.

    - `path`: a template with the path parameters. `query`: fixed query parameters. `parameters`: names of the query
      parameters that a call may set.
    - `weight`: the median time in ms that a live LMS needs.
    - `session_first`: the view tries the session before a token, unlike most.
    - `auth`: the sign-ins that its view accepts. `anonymous`: whether visitors get an answer. `answers_visitors`:
      visitors get a success whose body is not used.
    - `missing`: status codes that mean a missing answer. A success means it if the body is empty.
    - `forms`: the form of the body for such a status code, or another refusal, if it is not the usual one. A response
      in another form is not the service's own.
    - `leads_to`: the target of a redirect that has a meaning. `signs_in`: the view redirects to the sign-in form where
      others answer 401.
    - `preconditions`: an endpoint with the same preconditions as one without an answer, or more, has none either.
    - `answers`: status codes besides 2xx whose body is an answer.
    - `policy`: complete texts of a 401 that is a refusal. `unknown`: parts of the text of a 400 about an unknown
      object.
    - `array`: whether the answer is a JSON array; None allows both an array and an object.
    - `optional`: the endpoint may not exist on this LMS.
    - `view`: the name of the view, if it has several paths; endpoints of one path share their view anyway.
    - `body`: what a read sends that is not a GET: an empty change, whose answer is the object.
    - `at_once`: how many of its calls one request makes at the same time; 0 means all.
    - `ttl`: seconds for which an answer of a public endpoint is fresh.
    - `cookies`: names of cookies that are passed to the caller; others are dropped.
    - `timezone`: the query parameter for the time zone of the caller's browser, if the endpoint stores it.
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
    preconditions: Precondition = Precondition.NONE
    scope: Scope = Scope.PRIVATE
    ttl: float = 0.0
    throttle: str | None = None
    pace: Pace = Pace.PAGE
    missing: Mapping[int, Missing] = field(default_factory=lambda: {404: Missing.ABSENT})
    forms: Mapping[int, Form] = field(default_factory=dict)
    leads_to: re.Pattern[str] | None = None
    signs_in: bool = False
    answers: frozenset[int] = frozenset()
    policy: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    array: bool | None = False
    optional: bool = False
    view: str | None = None
    service: str = "lms"
    cookies: frozenset[str] = frozenset()
    session_first: bool = False
    body: bytes | None = None
    at_once: int = 0
    timezone: str | None = None

    @cached_property
    def reads(self) -> bool:
        """True for a read, which writes nothing except its effects: a GET, or a read by another method."""
        return self.method == "GET" or self.body is not None

    @cached_property
    def path_parameters(self) -> tuple[str, ...]:
        """Names of the path template's fields, in order."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.path) if name)

    @cached_property
    def view_name(self) -> str:
        """The name of the view. Endpoints of one view share a breaker and places."""
        return self.view or self.path

    @cached_property
    def proves_sign_in(self) -> bool:
        """True if a success proves that the service has accepted the caller's credentials."""
        return not self.anonymous and not self.answers_visitors

    @cached_property
    def _only(self) -> str | None:
        """The name of the path parameter, if it is the only parameter."""
        names = self.path_parameters + self.parameters
        return names[0] if len(names) == 1 and self.path_parameters and self.batch is None else None

    def forms_of(self, status: int) -> Form:
        """The forms of the service's own body for this status code."""
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
    """A call: an endpoint and the values of its parameters, in order. `key` selects a row of a batch."""

    endpoint: Endpoint
    values: tuple[str | None, ...] = ()
    key: str | None = None

    def target(self, extra: Mapping[str, str] = _EMPTY) -> str:
        """Path and query, percent-encoded. `+` is literal in the path and `%2B` in the query."""
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
