"""One step of an operation's plan: an endpoint, its arguments and the requested fields."""

import re
from collections.abc import Awaitable, Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from loaders.endpoint import Effect, Endpoint, Missing
from loaders.errors import Failure
from loaders.keys import path_segment

KEY = "key"
"""The argument that selects one key's row from an answer for many keys."""


class Cost(NamedTuple):
    """The cost of steps: GETs that write, calls, calls of throttled endpoints, milliseconds of LMS work."""

    effects: int = 0
    calls: int = 0
    throttled: int = 0
    lms_ms: int = 0

    def __add__(self, other: Any) -> "Cost":
        return Cost(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Argument:
    """A value of a call, as far as a plan knows it before any request.

    `text` is its form in a printed plan: `$key`, a constant, `{user/me: username}`. `variable` is the name of the
    variable that holds the value. `step` is the step whose answer contains it. A constant has neither.
    """

    text: str
    variable: str | None = None
    step: "Step | None" = None
    constant: bool = False

    def bound(self, variables: Mapping[str, Any]) -> str | None:
        """Returns the value for these variables. None if it is only known during a request."""
        if self.constant:
            return self.text
        value = variables.get(self.variable) if self.variable is not None else None
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Later:
    """A value of a call that depends on another call. `outcome` returns the value, or the reason that there is none."""

    outcome: Callable[[], Awaitable[str | Missing | Failure]]


Value = Argument | Later | str
"""A value of a call: planned, still to be awaited, or known."""


def mapped(value: Later | str, rule: Callable[[str], str | Missing]) -> Later:
    """Returns a value to which a rule is applied as soon as it is known."""

    async def outcome() -> str | Missing | Failure:
        known = value if isinstance(value, str) else await value.outcome()
        return rule(known) if isinstance(known, str) else known

    return Later(outcome)


def constant(value: str) -> Argument:
    """Returns an argument with the same value for every request."""
    return Argument(value, constant=True)


def value_of(step: "Step", path: str) -> Argument:
    """Returns an argument whose value is at a path in another step's answer."""
    return Argument(f"{{{step.endpoint.name}: {path}}}", step=step)


@dataclass(eq=False, slots=True)
class Step:
    """Calls of one endpoint with the same arguments, for one object or for many.

    `asks` are the fields requested from a projecting endpoint. `keys` maps the keys of objects to the number of objects
    that each stands for. `pages` is the maximum number of calls per object. `conditional`: the step is made only if an
    answer, or a value missing from it, requires it. `after` are the steps whose answers it waits for. `feeds` are the
    selected leaves that it provides. `proves` are the objects whose existence it shows. `needed_by` are the steps that
    are useless without it. `replacement_for` are the leaves that it provides if the step that feeds them fails.
    `others` are endpoints of the same path. The arguments may select one of them instead.
    """

    endpoint: Endpoint
    arguments: Mapping[str, Argument]
    after: tuple["Step", ...] = ()
    asks: set[str] = field(default_factory=set)
    keys: dict[tuple[str, ...], int] = field(default_factory=dict)
    pages: int = 1
    conditional: bool = False
    feeds: dict[str, None] = field(default_factory=dict)
    proves: dict[str, None] = field(default_factory=dict)
    needed_by: list["Step"] = field(default_factory=list)
    replacement_for: dict[str, None] = field(default_factory=dict)
    others: tuple[Endpoint, ...] = ()

    def value(self, path: str, via: Callable[[Any], Any] | None = None) -> Argument:
        """Returns an argument with the value at this path of the answer. A plan ignores `via`."""
        return value_of(self, path)

    @property
    def wave(self) -> int:
        """The step's wave: 1 if it waits for nothing, otherwise one more than the latest step that it waits for."""
        return depth((self,), {})

    @property
    def calls(self) -> int:
        """The maximum number of calls of this step."""
        count = sum(self.keys.values())
        batch = self.endpoint.batch
        if batch is not None:
            count = -(-count // batch.limit) if batch.parameter else min(count, 1)
        return count * self.pages

    @property
    def cost(self) -> Cost:
        """The cost of these calls."""
        calls, endpoint = self.calls, self.endpoint
        writes = endpoint.method == "GET" and endpoint.effects is not Effect.NONE
        return Cost(calls * writes, calls, calls * (endpoint.throttle is not None), calls * endpoint.weight)

    def describe(self) -> str:
        """Returns the method, path and query, with the arguments as the plan knows them."""
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
        """True if a call of this endpoint and target may belong to this step, given these variables."""
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
        """True if a target requests exactly the fields of this step."""
        asked = parse_qs(urlsplit(target).query).get(self.endpoint.project or "", [""])[0]
        return set(filter(None, asked.split(","))) == self.asks


def _pattern(path: str, segments: Mapping[str, str]) -> str:
    parts = re.split(r"\{(\w+)\}", path)
    return "".join(segments[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))


def cost_of(steps: Iterable[Step]) -> Cost:
    """Returns the total cost of these steps."""
    total = Cost()
    for step in steps:
        total += step.cost
    return total


def in_order(steps: Iterable[Step], known: Container[int]) -> Iterator[Step]:
    """Yields these steps and all that they wait for, each after those that it waits for.

    `known` are the ids of steps to leave out. The caller adds each step that it gets, so that no step is visited twice:
    every step after a mutation waits for all steps of the mutation before it.
    """
    stack = list(steps)
    while stack:
        step = stack[-1]
        waits = [] if id(step) in known else [one for one in step.after if id(one) not in known]
        if waits:
            stack += waits
            continue
        stack.pop()
        if id(step) not in known:
            yield step


def depth(steps: Collection[Step], waves: dict[int, int]) -> int:
    """Returns the wave of the latest of these steps; 0 if there are none. `waves` has those that are known, by id."""
    for step in in_order(steps, waves):
        waves[id(step)] = 1 + max((waves[id(one)] for one in step.after), default=0)
    return max((waves[id(step)] for step in steps), default=0)


def by_wave(steps: Sequence[Step]) -> list[list[Step]]:
    """Returns the steps of each wave, in order."""
    waves: dict[int, list[Step]] = {}
    known: dict[int, int] = {}
    for step in steps:
        waves.setdefault(depth((step,), known), []).append(step)
    return [waves[number] for number in sorted(waves)]
