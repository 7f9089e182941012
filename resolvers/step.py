"""One step of an operation's plan: an endpoint, its arguments, and what is asked of it."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from loaders.endpoint import Effect, Endpoint, Missing
from loaders.errors import Failure
from loaders.keys import path_segment

KEY = "key"
"""The argument that picks a row of an answer for many keys."""


class Cost(NamedTuple):
    """What steps cost: GETs that write, calls, calls of throttled endpoints, milliseconds of the LMS's work."""

    effects: int = 0
    calls: int = 0
    throttled: int = 0
    lms_ms: int = 0

    def __add__(self, other: Any) -> "Cost":
        return Cost(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Argument:
    """A value of a call, as far as a plan knows it before any request.

    `text` is how a printed plan shows it: `$key`, a constant, `{user/me: username}`. `variable` is the variable that
    has the value, `step` the step whose answer tells it; a constant has neither.
    """

    text: str
    variable: str | None = None
    step: "Step | None" = None
    constant: bool = False

    def bound(self, variables: Mapping[str, Any]) -> str | None:
        """The value for these variables; None where only the request can tell it."""
        if self.constant:
            return self.text
        value = variables.get(self.variable) if self.variable is not None else None
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Later:
    """A value of a call that is known when another call has answered; or why it is not."""

    outcome: Callable[[], Awaitable[str | Missing | Failure]]


Value = Argument | Later | str
"""A value of a call: for a plan, for a request that has to wait for it, or there already."""


def mapped(value: Later | str, rule: Callable[[str], str | Missing]) -> Later:
    """What a rule makes of a value when it is known."""

    async def outcome() -> str | Missing | Failure:
        told = value if isinstance(value, str) else await value.outcome()
        return rule(told) if isinstance(told, str) else told

    return Later(outcome)


def constant(value: str) -> Argument:
    """A value that is the same for every request."""
    return Argument(value, constant=True)


def value_of(step: "Step", path: str) -> Argument:
    """A value that another step's answer tells."""
    return Argument(f"{{{step.endpoint.name}: {path}}}", step=step)


@dataclass(eq=False, slots=True)
class Step:
    """One endpoint asked with arguments, for one object or for many.

    `asks` are the fields that a projecting endpoint is asked for. `keys` are the objects by what names them, with how
    many each stands for. `pages` is the most calls that one object takes. `perhaps`: made only where an answer, or what
    it lacks, asks for it. `after` are the steps whose answers it waits for, `feeds` the selected leaves that it gives,
    `proves` the objects that it shows to be there, `helps` the steps that are of no use without it, `spare` the leaves
    that it gives where the step that feeds them fails. `others` are endpoints of the same path, one of which may be
    asked in the place of this one, as the arguments say.
    """

    endpoint: Endpoint
    arguments: Mapping[str, Argument]
    after: tuple["Step", ...] = ()
    asks: set[str] = field(default_factory=set)
    keys: dict[tuple[str, ...], int] = field(default_factory=dict)
    pages: int = 1
    perhaps: bool = False
    feeds: dict[str, None] = field(default_factory=dict)
    proves: dict[str, None] = field(default_factory=dict)
    helps: list["Step"] = field(default_factory=list)
    spare: dict[str, None] = field(default_factory=dict)
    others: tuple[Endpoint, ...] = ()

    def value(self, path: str, via: Callable[[Any], Any] | None = None) -> Argument:
        """A value that the answer tells at this path, made from it by `via`."""
        return value_of(self, path)

    @property
    def wave(self) -> int:
        """1 for a step that waits for nothing; one more than the last step that it waits for."""
        return 1 + max((step.wave for step in self.after), default=0)

    @property
    def calls(self) -> int:
        """The most calls that this step makes."""
        count = sum(self.keys.values())
        batch = self.endpoint.batch
        if batch is not None:
            count = -(-count // batch.limit) if batch.parameter else min(count, 1)
        return count * self.pages

    @property
    def cost(self) -> Cost:
        """What these calls cost."""
        calls, endpoint = self.calls, self.endpoint
        writes = endpoint.method == "GET" and endpoint.effects is not Effect.NONE
        return Cost(calls * writes, calls, calls * (endpoint.throttle is not None), calls * endpoint.weight)

    def describe(self) -> str:
        """Method, path and query with the arguments as the plan knows them."""
        names = self.endpoint.path_parameters
        path = self.endpoint.path.format_map({name: self.arguments[name].text for name in names})
        query = {**self.endpoint.query, **{n: a.text for n, a in self.arguments.items() if n not in names and n != KEY}}
        batch = self.endpoint.batch
        if batch is not None and batch.parameter is not None:
            query[batch.parameter] = ",".join(dict.fromkeys(text for key in self.keys for text in key))
        if self.endpoint.project is not None and self.asks:
            query[self.endpoint.project] = ",".join(sorted(self.asks))
        pairs = "&".join(f"{name}={text}" for name, text in query.items())
        return f"{self.endpoint.method} {path}{'?' if pairs else ''}{pairs}"

    def makes(self, endpoint: Endpoint, target: str, variables: Mapping[str, Any]) -> bool:
        """True when a call of this endpoint and target may be one of this step, asked with these variables."""
        asked = ((one.name, one.method) for one in (self.endpoint, *self.others))
        if (endpoint.name, endpoint.method) not in asked:
            return False
        split = urlsplit(target)
        bound = {name: argument.bound(variables) for name, argument in self.arguments.items()}
        segments = {
            name: "[^/]*" if (value := bound.get(name)) is None else re.escape(path_segment(value))
            for name in self.endpoint.path_parameters
        }
        if re.fullmatch(_pattern(self.endpoint.path, segments), split.path) is None:
            return False
        query = parse_qs(split.query, keep_blank_values=True)
        known = [n for n in self.endpoint.parameters if n in bound and bound[n] is not None]
        return all(query.get(name) == [bound[name]] for name in known if name != self.endpoint.project)

    def asks_in(self, target: str) -> bool:
        """True when a target names the very fields that this step asks for."""
        asked = parse_qs(urlsplit(target).query).get(self.endpoint.project or "", [""])[0]
        return set(filter(None, asked.split(","))) == self.asks


def _pattern(path: str, segments: Mapping[str, str]) -> str:
    parts = re.split(r"\{(\w+)\}", path)
    return "".join(segments[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))


def cost_of(steps: Iterable[Step]) -> Cost:
    """What these steps cost together."""
    total = Cost()
    for step in steps:
        total += step.cost
    return total


def by_wave(steps: Sequence[Step]) -> list[list[Step]]:
    """The steps of each wave, in order."""
    waves: dict[int, list[Step]] = {}
    for step in steps:
        waves.setdefault(step.wave, []).append(step)
    return [waves[number] for number in sorted(waves)]
