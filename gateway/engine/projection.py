"""Compiled projections: made once per selection and kind of answer, run optimistically, counted when they give up."""

import re
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any

import msgspec
from graphql import GraphQLError

from gateway.engine.holes import Hole
from gateway.engine.leaves import SurpriseError
from gateway.engine.shape import attribute
from gateway.engine.trouble import SelectedField, Trouble
from loaders.answer import Payload
from loaders.endpoint import Endpoint
from loaders.errors import Failure
from resolvers.budget import AnswerTooLargeError, Budget
from resolvers.read import given
from resolvers.row import Listing, Row
from resolvers.selection import Variables
from resolvers.source import Path

Steps = Generator[None, None, dict[str, Any]]
Project = Callable[..., Generator[None, None, tuple[dict[str, Any], bool]]]
Decode = Callable[[bytes], Any]
SURPRISES = (SurpriseError, msgspec.MsgspecError, GraphQLError, LookupError, TypeError, ValueError, AttributeError)
_ADDED = 100
"""Characters that ids and absolute addresses have beyond the LMS's own text, at most."""
_TURN = 5000
_INDEX = re.compile(r"\[(?:\d+|\.\.\.)\]")

fallbacks: Counter[str] = Counter()
"""How often the ordinary executor had to take over, by field or JSON path. Stays empty on sound answers."""


class Projection:
    """One compiled selection: a decoder per endpoint, and the function that builds the result."""

    __slots__ = ("_decode", "_project", "_texts", "_views", "coordinate")

    def __init__(
        self,
        coordinate: str,
        project: Project,
        decode: dict[Endpoint, Decode],
        views: Sequence[Endpoint],
        texts: Mapping[Endpoint, int] | None,
    ) -> None:
        """`texts` says how often a text of each answer may be given; None where the function counts by itself."""
        self.coordinate = coordinate
        self._project = project
        self._decode = tuple(decode.items())
        self._views = tuple(views)
        self._texts = texts

    def steps(self, row: Row, variables: Variables, run: "Run", account: "Account") -> Steps:
        """Builds the object's result, and stops where others may have a turn."""
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
        if self._texts is not None:
            longest = _ADDED * account.values
            longest += sum(count * len(row.payloads[endpoint].answer.raw) for endpoint, count in self._texts.items())
            if repeated or not account.may_hold(longest):
                account.spend(0, (yield from _measured(result)))
        return result


class Around:
    """What is known by a name around an object that lies in others."""

    __slots__ = ("_row",)

    def __init__(self, row: Row) -> None:
        self._row = row

    def get(self, name: str) -> Any:
        """The value; None where nothing is known."""
        return given(name, self._row)


class Account:
    """What one run has taken of the request's budget."""

    __slots__ = ("_budget", "text", "values")

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.values = self.text = 0

    def spend(self, values: int, text: int) -> None:
        """Takes so much."""
        self.values += values
        self.text += text
        self._budget.spend(values, text)

    def may_hold(self, text: int) -> bool:
        """True when the text is less than what is left, however it is spread."""
        return self._budget.may_hold(text)

    def give_back(self) -> None:
        """Returns all: the ordinary executor begins anew."""
        self._budget.values += self.values
        self._budget.text += self.text


class Run:
    """A projection of one row under way. `result` is None before the end, and when the answer held a surprise.

    `holes` are the fields that are still to be asked for, `troubles` the failures that left fields null.
    """

    __slots__ = (
        "_account",
        "_budget",
        "_coordinate",
        "_seen",
        "_steps",
        "done",
        "holes",
        "result",
        "row",
        "troubles",
    )

    def __init__(self, projection: Projection, row: Row, variables: Variables, budget: Budget) -> None:
        self.row = row
        self.holes: list[Hole] = []
        self.troubles: list[Trouble] = []
        self._seen: set[Failure] | None = None
        self.result: dict[str, Any] | None = None
        self.done = False
        self._budget = budget
        self._account = Account(budget)
        self._coordinate = projection.coordinate
        self._steps = projection.steps(row, variables, self, self._account)

    def go(self) -> bool:
        """Works until it is `done`, or until others should have a turn; True when done."""
        try:
            while not self.done:
                next(self._steps)
                if self._budget.due:
                    return False
        except StopIteration as end:
            self.result = end.value
        except AnswerTooLargeError:
            raise
        except SURPRISES as surprise:
            self._account.give_back()
            fallbacks[_where(surprise, self._coordinate)] += 1
        self.done = True
        return True

    def note(self, field: SelectedField, *path: str | int) -> None:
        """Notes the failure that leaves this field null, if it is the first one."""
        if self._seen is None:
            self._seen = set(self.row.reported)
        failure = self.row.unreported(field.sources, self._seen)
        if failure is not None:
            self._seen.add(failure)
            self.troubles.append(Trouble(failure, field, path))

    async def finish(self) -> dict[str, Any] | None:
        """The result, with turns for others."""
        while not self.go():
            await self._budget.turn()
        return self.result


def _measured(result: Any) -> Generator[None, None, int]:
    """The characters of all texts in a result; stops where others may have a turn."""
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


def _where(surprise: Exception, coordinate: str) -> str:
    """Where the answer was not as expected: a field's coordinate, or the JSON path that the decoder stopped at."""
    if isinstance(surprise, SurpriseError) and surprise.args:
        return str(surprise.args[0])
    _, at, path = str(surprise).partition(" - at `")
    place = _INDEX.sub("[]", path.rstrip("`"))
    return f"{coordinate} {place}" if at else coordinate


def _at(payload: Payload, decode: Callable[[bytes], Any]) -> Any:
    value = payload.answer.decoded(decode)
    for step in payload.path:
        value = value[step] if isinstance(step, int) else getattr(value, f"k_{step}")
    return value


def _page(payload: Payload, decode: Callable[[bytes], Any], listing: Listing) -> Any:
    """The page of a connection, of rows that are decoded by type."""
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
