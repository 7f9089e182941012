"""Compiled projections: made once per selection and kind of answer, run optimistically, counted when they give up."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from graphql import GraphQLError, GraphQLObjectType, GraphQLSchema

from gateway.engine.compiler import Compiler
from gateway.engine.cursor import Cursor
from gateway.engine.leafcompiler import NotCompilableError
from gateway.engine.leaves import SurpriseError
from gateway.engine.relations import Hole
from gateway.engine.shape import Need, decoder
from loaders.endpoint import Endpoint
from loaders.payload import Payload
from resolvers.row import Row
from resolvers.selection import Fragments, Selection, Variables

Project = Callable[..., dict[str, Any]]
Decode = Callable[[bytes], Any]
_SURPRISES = (SurpriseError, msgspec.MsgspecError, GraphQLError, LookupError, TypeError, ValueError, AttributeError)
_MAX_PASSES = 8
_INDEX = re.compile(r"\[(?:\d+|\.\.\.)\]")

fallbacks: Counter[str] = Counter()
"""How often the ordinary executor had to take over, by field or JSON path. Stays empty on sound answers."""


class Projection:
    """One compiled selection: a decoder per endpoint, and the function that builds the result."""

    __slots__ = ("_decode", "_project", "_views", "coordinate")

    def __init__(
        self,
        coordinate: str,
        project: Project,
        decode: dict[Endpoint, Decode],
        views: Sequence[Endpoint],
    ) -> None:
        self.coordinate = coordinate
        self._project = project
        self._decode = tuple(decode.items())
        self._views = tuple(views)

    def run(self, row: Row, holes: list[Hole]) -> dict[str, Any] | None:
        """The object's result; None when the answer held a surprise. `holes` gets what is still to be asked for."""
        try:
            values = [_at(row.payloads[endpoint], decode) for endpoint, decode in self._decode]
            for endpoint in self._views:
                view = row.views[endpoint]
                values += (view.value, view.root)
            return self._project(row.base, row.facts, holes, *values)
        except _SURPRISES as surprise:
            fallbacks[_where(surprise, self.coordinate)] += 1
            return None


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
    views = [] if row.told is None and row.payloads else [e for e in row.views if e not in row.payloads]
    before: list[Any] = []
    for _ in range(_MAX_PASSES):
        compiler = Compiler(schema, fragments, variables, row.asked, skipped)
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
    arguments = ["base", "facts", "holes", *(f"p{place}" for place in range(len(needs)))]
    arguments += [name for place in range(len(views)) for name in (f"w{place}", f"t{place}")]
    decoders: dict[Endpoint, Decode] = {e: decoder(needs[e], row.payloads[e].path).decode for e in needs}
    project = compiler.writer.function(", ".join(arguments), result)
    return Projection(object_type.name, project, decoders, views)


def _fact(name: str) -> str:
    """The expression of a fact that the row brings, or that is not known."""
    return f"facts.get({name!r})"


def _marks(need: Need) -> Any:
    """What later passes may change about a need."""
    item = None if need.item is None else _marks(need.item)
    keys = [(key, _marks(inner)) for key, inner in need.keys.items()]
    return need.plain, need.loose, need.nullable, need.form, need.leaf, item, keys
