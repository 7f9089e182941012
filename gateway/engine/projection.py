"""Compiled projections: made once per selection and kind of answer, run optimistically, counted when they give up."""

import re
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from graphql import GraphQLError, GraphQLObjectType, GraphQLSchema

from gateway.engine.compiler import Compiler
from gateway.engine.cursor import Cursor
from gateway.engine.leafcompiler import NotCompilableError
from gateway.engine.leaves import SurpriseError
from gateway.engine.relations import Hole
from gateway.engine.shape import Need, decoder
from gateway.engine.trouble import SelectedField, Trouble
from loaders.answer import Payload
from loaders.endpoint import Endpoint
from loaders.errors import Failure
from resolvers.budget import AnswerTooLargeError, Budget
from resolvers.read import given
from resolvers.row import Row
from resolvers.selection import Fragments, Selection, Variables

Steps = Generator[None, None, dict[str, Any]]
Project = Callable[..., Generator[None, None, tuple[dict[str, Any], bool]]]
Decode = Callable[[bytes], Any]
_SURPRISES = (SurpriseError, msgspec.MsgspecError, GraphQLError, LookupError, TypeError, ValueError, AttributeError)
_MAX_PASSES = 8
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

    def steps(self, row: Row, run: "Run", account: "Account") -> Steps:
        """Builds the object's result, and stops where others may have a turn."""
        values = [_at(row.payloads[endpoint], decode) for endpoint, decode in self._decode]
        for endpoint in self._views:
            view = row.views[endpoint]
            values += (view.value, view.root)
        facts = row.facts if row.outer is None else Around(row)
        arguments = (row.base, facts, run.holes, account.spend, row.failed, run.note)
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

    `holes` are the courses that are still to be asked for, `troubles` the failures that left fields null.
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

    def __init__(self, projection: Projection, row: Row, budget: Budget) -> None:
        self.row = row
        self.holes: list[Hole] = []
        self.troubles: list[Trouble] = []
        self._seen: set[Failure] | None = None
        self.result: dict[str, Any] | None = None
        self.done = False
        self._budget = budget
        self._account = Account(budget)
        self._coordinate = projection.coordinate
        self._steps = projection.steps(row, self, self._account)

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
        except _SURPRISES as surprise:
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

    def take_over(self, below: "Run", filled: dict[str, Any]) -> None:
        """Takes the troubles of a run whose result now lies in this one's."""
        if below.troubles:
            place = _place_of(filled, self.result)
            self.troubles += [replace(trouble, path=(*place, *trouble.path)) for trouble in below.troubles]
            below.row.reported.update(trouble.failure for trouble in below.troubles)

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


def _place_of(wanted: Any, tree: Any) -> tuple[str | int, ...]:
    """The path to this very object in a result."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    while waiting:
        path, value = waiting.pop()
        if value is wanted:
            return path
        if type(value) is dict:
            waiting += [((*path, name), inner) for name, inner in value.items()]
        elif type(value) is list:
            waiting += [((*path, place), inner) for place, inner in enumerate(value)]
    raise LookupError("the object is no part of the result")


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


def compile_projection(
    schema: GraphQLSchema,
    fragments: Fragments,
    variables: Variables,
    object_type: GraphQLObjectType,
    selection: Selection,
    row: Row,
    skipped: frozenset[str],
) -> Projection | None:
    """The projection for rows like this one; None when the selection is the ordinary executor's work."""
    needs = {endpoint: Need() for endpoint in row.payloads}
    silent = frozenset({*row.failed, *row.missing})
    views = [] if row.told is None and row.payloads else [e for e in row.views if e not in row.payloads]
    exact = bool(views) or not needs
    before: list[Any] = []
    for _ in range(_MAX_PASSES):
        compiler = Compiler(schema, fragments, variables, row.usable, skipped, silent, exact=exact)
        compiler.writer.line("n = t = 0")
        compiler.writer.line("if 0: yield")
        cursors = {endpoint: Cursor(f"p{place}", needs[endpoint]) for place, endpoint in enumerate(needs)}
        for place, endpoint in enumerate(views):
            cursors[endpoint] = Cursor(f"w{place}", None, Cursor(f"t{place}", None))
        ordered = {endpoint: cursors[endpoint] for endpoint in [*views, *needs]}
        try:
            result = compiler.selected(object_type, selection, ordered, _fact, top=True)
        except NotCompilableError:
            return None
        after = [_marks(need) for need in needs.values()]
        if after == before:
            break
        before = after
    else:
        return None
    compiler.writer.line("spend(n, t)")
    compiler.writer.lines[1:1] = [f"    {line}" for line in compiler.beginnings]
    result = f"{result}, {' or '.join(compiler.repeats) or 'False'}"
    arguments = ["base", "facts", "holes", "spend", "failed", "note", *(f"p{place}" for place in range(len(needs)))]
    arguments += [name for place in range(len(views)) for name in (f"w{place}", f"t{place}")]
    decoders: dict[Endpoint, Decode] = {e: decoder(needs[e], row.payloads[e].path).decode for e in needs}
    project = compiler.writer.function(", ".join(arguments), result)
    return Projection(object_type.name, project, decoders, views, None if exact else compiler.texts)


def _fact(name: str) -> str:
    """The expression of a fact that the row brings, or that is not known."""
    return f"facts.get({name!r})"


def _marks(need: Need) -> Any:
    """What later passes may change about a need."""
    item = None if need.item is None else _marks(need.item)
    keys = [(key, _marks(inner)) for key, inner in need.keys.items()]
    return need.plain, need.loose, need.nullable, need.form, need.leaf, item, keys
