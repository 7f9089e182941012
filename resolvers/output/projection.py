"""Compiled projections, one per selection and kind of answer. `fallbacks` counts the runs that fell back."""

import re
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any

import msgspec
from graphql import GraphQLError

from loaders.answer import Payload
from loaders.endpoint import Endpoint
from loaders.errors import Failure
from loaders.shapes import Decode, Reader
from resolvers.output.budget import AnswerTooLargeError, Budget
from resolvers.output.field_failure import FieldFailure, SelectedField
from resolvers.output.holes import Hole
from resolvers.output.leaves import UnexpectedValueError
from resolvers.output.read import given
from resolvers.output.row import Listing, Row
from resolvers.output.shape import attribute
from resolvers.plan.selection import Variables
from resolvers.values.path import Path

Steps = Generator[None, None, dict[str, Any]]
Project = Callable[..., Generator[None, None, tuple[dict[str, Any], bool]]]
FALLBACK_ON = (
    UnexpectedValueError,
    msgspec.MsgspecError,
    GraphQLError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
)
_ADDED = 100
"""Maximum number of characters that an id or an absolute URL adds to the LMS's own text."""
_TURN = 5000
_INDEX = re.compile(r"\[(?:\d+|\.\.\.)\]")

fallbacks: Counter[str] = Counter()
"""Number of times the fallback executor took over, by field or JSON path. Empty if answers are well-formed."""


class Projection:
    """One compiled selection: a reader per endpoint, and the function that builds the result."""

    __slots__ = ("_copies", "_decode", "_project", "_views", "coordinate", "readers")

    def __init__(
        self,
        coordinate: str,
        project: Project,
        readers: Mapping[Endpoint, Reader],
        views: Sequence[Endpoint],
        copies: Mapping[Endpoint, int] | None,
    ) -> None:
        """`copies` is the maximum number of times that a text of each answer is returned. None if the function itself
        counts.
        """
        self.coordinate = coordinate
        self._project = project
        self.readers = readers
        self._decode = tuple((endpoint, reader.decode) for endpoint, reader in readers.items())
        self._views = tuple(views)
        self._copies = copies

    def steps(self, row: Row, variables: Variables, run: "Run", account: "Account") -> Steps:
        """Builds the object's result. Suspends at points where other requests may run."""
        if row.listing is None:
            values = [_at(row.payloads[endpoint], decode) for endpoint, decode in self._decode]
        else:
            values = [_page(row.payloads[endpoint], decode, row.listing) for endpoint, decode in self._decode]
        for endpoint in self._views:
            view = row.views[endpoint]
            values += (view.value, view.root)
        facts = row.facts if row.outer is None else Around(row)
        arguments = (row.base, facts, run.holes, account.spend, row.failed, run.note, row, variables)
        result, repeated = yield from self._project(*arguments, *values)
        if self._copies is not None:
            longest = _ADDED * account.values
            longest += sum(count * len(row.payloads[endpoint].answer.raw) for endpoint, count in self._copies.items())
            if repeated or not account.may_hold(longest):
                account.spend(0, (yield from _measured(result)))
        return result


class Around:
    """Facts of an object and of the objects around it, by name."""

    __slots__ = ("_row",)

    def __init__(self, row: Row) -> None:
        self._row = row

    def get(self, name: str) -> Any:
        """Returns the value, or None if it is unknown."""
        return given(name, self._row)


class Account:
    """The share of the request's budget that one run has spent."""

    __slots__ = ("_budget", "text", "values")

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.values = self.text = 0

    def spend(self, values: int, text: int) -> None:
        """Spends a number of values and characters."""
        self.values += values
        self.text += text
        self._budget.spend(values, text)

    def may_hold(self, text: int) -> bool:
        """True if this much uncounted text is allowed."""
        return self._budget.may_hold(text)

    def give_back(self) -> None:
        """Refunds everything, as the fallback executor starts over."""
        self._budget.values += self.values
        self._budget.text += self.text


class Run:
    """A run of a projection on one row. `result` is None before the end, or if the answer had an unexpected value.

    `holes` are the fields still to be filled. `field_failures` are the failures that left fields null.
    """

    __slots__ = (
        "_account",
        "_budget",
        "_coordinate",
        "_noted",
        "_seen",
        "_steps",
        "done",
        "field_failures",
        "holes",
        "result",
        "row",
    )

    def __init__(self, projection: Projection, row: Row, variables: Variables, budget: Budget) -> None:
        self.row = row
        self.holes: list[Hole] = []
        self.field_failures: list[FieldFailure] = []
        self._noted: set[int] = set()
        self._seen: set[Failure] | None = None
        self.result: dict[str, Any] | None = None
        self.done = False
        self._budget = budget
        self._account = Account(budget)
        self._coordinate = projection.coordinate
        self._steps = projection.steps(row, variables, self, self._account)

    def go(self) -> bool:
        """Runs until it is done, or until other requests are due a turn. Returns True if done."""
        try:
            while not self.done:
                next(self._steps)
                if self._budget.due:
                    return False
        except StopIteration as end:
            self.result = end.value
        except AnswerTooLargeError:
            raise
        except FALLBACK_ON as error:
            self._account.give_back()
            fallbacks[_where(error, self._coordinate)] += 1
        self.done = True
        return True

    def note(self, field: SelectedField, *path: str | int) -> None:
        """Records the failure that left this field null, unless an earlier field has reported it."""
        if id(field) in self._noted:  # in a row before: its failure is reported, or it has none
            return
        self._noted.add(id(field))
        if self._seen is None:
            self._seen = set(self.row.reported)
        failure = self.row.unreported(field.sources, self._seen)
        if failure is not None:
            self._seen.add(failure)
            self.field_failures.append(FieldFailure(failure, field, path))

    async def finish(self) -> dict[str, Any] | None:
        """Runs to the end, yielding to other requests in between, and returns the result."""
        while not self.go():
            await self._budget.turn()
        return self.result


def _measured(result: Any) -> Generator[None, None, int]:
    """Counts the characters of all texts in a result. Suspends at points where other requests may run."""
    waiting = [result]
    size = seen = 0
    while waiting:
        value = waiting.pop()
        inside = value.values() if type(value) is dict else value
        seen += len(inside)
        for item in inside:
            if type(item) is str:
                size += len(item)
            elif type(item) is dict or type(item) is list:
                waiting.append(item)
        if seen > _TURN:
            seen = 0
            yield
    return size


def _where(error: Exception, coordinate: str) -> str:
    """Returns where an answer was unexpected: a field's coordinate, or the JSON path where the decoder stopped."""
    if isinstance(error, UnexpectedValueError) and error.args:
        return str(error.args[0])
    _, at, path = str(error).partition(" - at `")
    place = _INDEX.sub("[]", path.rstrip("`"))
    return f"{coordinate} {place}" if at else coordinate


def _at(payload: Payload, decode: Decode) -> Any:
    value = payload.answer.decoded(decode)
    for step in payload.path:
        value = value[step] if isinstance(step, int) else getattr(value, f"k_{step}")
    return value


def _page(payload: Payload, decode: Decode, listing: Listing) -> Any:
    """Returns the page of a connection with rows decoded by type."""
    answer = payload.answer.decoded(decode)
    rows, *values = (_inside(answer, path) for path in (listing.rows, *(path for path, _ in listing.values)))
    if listing.present is not None:
        name = attribute(listing.present)
        rows = [
            row for row in rows if (row.get(listing.present) if type(row) is dict else getattr(row, name)) is not None
        ]
    return listing.make(rows, *values)


def _inside(value: Any, path: Path) -> Any:
    for step in path:
        value = None if value is None else getattr(value, attribute(step))
    return value
