"""Looks up an object by its id: reads the fields that can contain it until an object has that id."""

import inspect
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
)
from msgspec import structs

from loaders.endpoint import Missing
from loaders.endpoints.resume import RESUME
from loaders.endpoints.sequence import SEQUENCE
from loaders.keys import is_course_key, is_in_course, is_username, is_uuid
from resolvers.block import is_block_type
from resolvers.course import course_of
from resolvers.declare.page import MAX_PAGE
from resolvers.declare.source import DECLARATION, RESOLVER, Declaration, Identity
from resolvers.discussion import discussion_of
from resolvers.fetch.ask import LiveAsk
from resolvers.fetch.context import Field, FieldInfo, Info, Request
from resolvers.fetch.fetch import objects_of
from resolvers.gradebook import entry_of
from resolvers.output.row import Pending, Row
from resolvers.plan.demands import demands_of
from resolvers.plan.memo import Memo, identity
from resolvers.plan.places import COURSE, DISCUSSION, ENTRY, PLACES, PROFILE, PROGRAM, REFERENCE, Place, Step
from resolvers.plan.way import Parts, arguments_of, values_of, way_to
from resolvers.profile import profile_of
from resolvers.values.path import View, walk
from resolvers.viewer import viewer

_MAX_PAGES = 10
_FIRST = "first"
_ID = "id"


def parts_by_name(info: Field, type_name: str, parts: Sequence[str]) -> Parts | None:
    """The named parts of an id of this type; None if their number or a value is invalid."""
    identity_of_type = _identity(info, type_name)
    required = [part for part in identity_of_type.parts if not part.optional]
    given = () if not identity_of_type.parts and parts == ("",) else parts
    if not len(required) <= len(given) <= len(identity_of_type.parts):
        return None
    named = zip(identity_of_type.parts, given, strict=False)
    found = {part.name: value for part, value in named if part.name is not None}
    valid = all(_CHECKS[name](value) for name, value in found.items() if name in _CHECKS)
    return found if valid and _is_consistent(found) else None


def _is_consistent(parts: Parts) -> bool:
    """False when the id names a block of another course."""
    block, key = parts.get("block"), parts.get("key")
    return block is None or key is None or is_in_course(block, key)


_CHECKS = {
    "key": is_course_key,
    "run": is_course_key,
    "learner": is_username,
    "pathway": is_uuid,
    "type": is_block_type,
    "username": is_username,
    "uuid": is_uuid,
}


def _identity(info: Field, type_name: str) -> Identity:
    object_type = info.schema.type_map[type_name]
    assert isinstance(object_type, GraphQLObjectType)
    declaration: Declaration = object_type.fields[_ID].extensions[DECLARATION]
    assert declaration.identity is not None
    return declaration.identity


async def find(info: Info, type_name: str, text: str, parts: Parts) -> Row | None:
    """The object of this type with this id; None if none of its places has it."""
    places = [place for place in PLACES[type_name] if _is_for_person(place, parts)]
    if type_name in _SEQUENCE_TYPES and _sequence_first(info, type_name):
        places.reverse()
    for place in places:
        row = await _Search(info, type_name, text, parts, place).row()
        if row is not None:
            row.type_name = type_name
            return row
    return None


_SEQUENCE_TYPES = frozenset({"Sequence", "Unit"})
"""Types that both the outline and the sequence endpoint describe, with different fields."""


def _sequence_first(info: Info, type_name: str) -> bool:
    """True if the sequence endpoint is searched before the outline, because only it has all selected fields.

    For units of an anonymous caller it is always first: the LMS shows the units of a public course only there.
    """
    if info.context.credentials.anonymous:
        return type_name == "Unit"
    object_type = info.schema.type_map[type_name]
    assert isinstance(object_type, GraphQLObjectType)
    demands = demands_of(info.schema, object_type, info.field_nodes, info.fragments, info.variable_values)
    offered = [demand.options.keys() for demand in demands]
    return (
        type_name == "Sequence"
        and any({SEQUENCE} == one for one in offered)
        and all(SEQUENCE in one for one in offered)
    )


def _is_for_person(place: Place, parts: Parts) -> bool:
    """True unless the id names a person and no call on the path is made for that person."""
    if (place.holder == PROFILE) is not ("username" in parts):
        return False
    takes = place.holder == ENTRY or any("learner" in step.given.values() for step in place.steps)
    return takes or "learner" not in parts


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one object in one place."""

    info: Info
    type_name: str
    text: str
    parts: Parts
    place: Place

    async def row(self) -> Row | None:
        """The object; None if it is not in this place."""
        nodes = self._nodes()
        object_type = self._type(self.place.holder)
        holder = await self._holder(object_type, nodes)
        return None if holder is None else await self._below(holder, object_type, nodes, self.place.steps)

    def _type(self, name: str) -> GraphQLObjectType:
        object_type = self.info.schema.type_map[name]
        assert isinstance(object_type, GraphQLObjectType)
        return object_type

    async def _holder(self, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> Row | None:
        """The object at the top. No call is made for it if the first field has calls of its own."""
        key = self.parts.get(self.place.key, "")
        facts = {"uuid": key} if self.place.holder == PROGRAM else {"key": key}
        info = self._info(nodes, object_type)
        if self.place.holder == REFERENCE:  # only its key is known
            return Row(
                base=info.context.public_url, decoded={RESUME: View({"key": self.parts["block"]}, None)}, facts=facts
            )
        if self._starts_by_itself(object_type):
            return Row(base=info.context.public_url, facts=facts, type_name=self.place.holder)
        ask = LiveAsk.of(info, None, {})
        if self.place.holder == ENTRY:
            found = entry_of(ask, key, self.parts["learner"])
        elif self.place.holder == COURSE:
            found = course_of(ask, key, known=True)
        elif self.place.holder == DISCUSSION:
            found = discussion_of(ask, key, known=True)
        elif self.place.holder == PROFILE:
            found = profile_of(ask, key)
        else:
            found = viewer(ask)
        pending: Pending = objects_of(ask, found, self.place.holder)
        return await pending.settle(None)

    def _starts_by_itself(self, object_type: GraphQLObjectType) -> bool:
        """True when the first field on the path has calls of its own."""
        if not self.place.steps:
            return False
        first = self.place.steps[0]
        extensions = object_type.fields[first.name].extensions
        return RESOLVER in extensions and (DECLARATION not in extensions or bool(self._arguments(first)))

    async def _below(
        self, holder: Row, object_type: GraphQLObjectType, nodes: list[FieldNode], steps: Sequence[Step]
    ) -> Row | None:
        if not steps:
            if not (holder.payloads or holder.views) and Missing.REFUSED not in holder.missing.values():
                return None  # no answer describes it or refuses it
            own = object_type.fields[_ID].resolve
            assert own is not None
            return holder if own(holder, self._info(nodes, object_type)) == self.text else None
        step, rest = steps[0], steps[1:]
        definition = object_type.fields[step.name]
        inner = get_named_type(definition.type)
        assert isinstance(inner, GraphQLObjectType)
        below = [one for node in nodes for one in _fields(node) if one.name.value == step.name]
        info = self._info(below, inner)
        broken: TypeError | None = None
        async for row in _rows(definition, holder, info, self._arguments(step)):
            try:
                found = await self._below(row, inner, below, rest)
            except TypeError as error:  # an unexpected shape, perhaps of another object
                broken = broken or error
                continue
            if found is not None:
                return found
        if broken is not None:
            raise broken
        return None

    def _arguments(self, step: Step) -> dict[str, Any]:
        return arguments_of(step, self.parts)

    def _info(self, nodes: list[FieldNode], object_type: GraphQLObjectType) -> FieldInfo:
        values = values_of(self.place, self.parts)
        return FieldInfo(
            field_nodes=nodes,
            return_type=object_type,
            schema=self.info.schema,
            fragments=self.info.fragments,
            operation=self.info.operation,
            variable_values={**self.info.variable_values, **values},
            context=_own(self.info.context),
        )

    def _nodes(self) -> list[FieldNode]:
        """The selection of the top object: the fields on the path, with the object's selected fields below."""
        request = self.info.context
        key = ("place", identity(self.info.field_nodes), self.place, "learner" in self.parts)
        made: list[FieldNode] | None = request.gathering.get(key)
        if made is None:
            made = request.gathering[key] = way_to(self.info.field_nodes, self.place, self.parts)[0]
        return made


def _fields(node: FieldNode) -> list[FieldNode]:
    assert node.selection_set is not None
    return [one for one in node.selection_set.selections if isinstance(one, FieldNode)]


def _own(request: Request) -> Request:
    """The request with its own plan cache, so that plans for the path to an object end with the request."""
    own: Request | None = request.gathering.get(_own)
    if own is None:
        own = request.gathering[_own] = structs.replace(request, plans=Memo())
    return own


async def _rows(
    definition: GraphQLField, holder: Row, info: FieldInfo, arguments: Mapping[str, Any]
) -> AsyncIterator[Row]:
    """The objects that a field resolves to, across the pages of a connection."""
    assert definition.resolve is not None
    paged = {_FIRST: MAX_PAGE} if _FIRST in definition.args else {}
    for _ in range(_MAX_PAGES):
        rows = await _settled(definition.resolve(holder, info, **arguments, **paged))
        for row in rows:
            yield row
        page = walk(next(iter(rows[0].views.values())).value, ("page_info",)) if paged and rows else None
        if page is None or not page["has_next_page"]:
            return
        paged["after"] = page["end_cursor"]


async def _settled(value: Any) -> list[Row]:
    if inspect.isawaitable(value):
        value = await value
    rows = [
        await one.settle(None) if isinstance(one, Pending) else one
        for one in (value if isinstance(value, list) else [value])
    ]
    return [row for row in rows if row is not None]
