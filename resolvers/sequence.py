"""Who answers `Course.sequence(key:)`, and what the outline and the open sequence tell of the same thing.

The outline tells of all sequences of a course, the open sequence of one. A field that only the other one tells is
asked there: equal calls are one.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from graphql import GraphQLObjectType

import resolvers.course
from loaders.answer import Loaded, Payload
from loaders.calls.judge import closed
from loaders.endpoint import Call, Endpoint
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.sequence import SEQUENCE
from loaders.errors import Failure
from loaders.keys import block_type_of, is_in_course
from resolvers.arguments import expect
from resolvers.context import Info, Request
from resolvers.errors import bad_input
from resolvers.graph import Blocks, children_of
from resolvers.read import given, read_part
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row, View, walk
from resolvers.selected import names_at
from resolvers.source import Declaration
from resolvers.values import instant

_TYPE = "Sequence"
_SEQUENCE = "sequential"
_PLACES = {
    NAVIGATION: ("blocks",),
    OUTLINE: ("course_blocks", "blocks"),
    LEARNING_SEQUENCES: ("outline", "sequences"),
}
"""Where an answer about a course has blocks by key. The navigation comes first: the outline may start a discount."""


class _Block(msgspec.Struct):
    display_name: str | None = None


class _Blocks(msgspec.Struct):
    blocks: dict[str, _Block] | None = None


class _Outline(msgspec.Struct):
    course_blocks: _Blocks | None = None


class _Open(msgspec.Struct):
    item_id: str
    format: str | None = None


_navigation = msgspec.json.Decoder(_Blocks)
_outline = msgspec.json.Decoder(_Outline)
_open = msgspec.json.Decoder(_Open)


def sequence(root: Row, info: Info, key: str) -> Pending:
    """The sequence with this key, the one that holds the unit with this key, or the first of this section.

    The type of a block stands in its key: what the LMS would refuse with 422 is not asked at all, the course's
    tree is.
    """
    key = expect(key)
    course_key: str = root.facts["key"]
    if not is_in_course(key, course_key):
        raise bad_input("`key` is not the key of a block in this course.")
    return sequence_in(info, course_key, key)


def sequence_in(info: Info, course_key: str, key: str) -> Pending:
    """The same for a key that is of this course."""
    request = info.context
    asked = _asked(info, course_key)
    facts = {"key": course_key}
    tree = None
    load = None
    if block_type_of(key) == _SEQUENCE:
        load = request.load(SEQUENCE.call(usage_key=key))
    else:
        tree = request.load(_tree_call(request, course_key))

    async def settled(names: frozenset[str] | None) -> Row | None:
        nonlocal load
        if tree is not None and load is None:
            found = _held(payload_of(await tree), key)
            if found is None:
                return None
            load = request.load(SEQUENCE.call(usage_key=found))
        loaded = None if load is None else payload_of(await load)
        if loaded is None:
            return None
        title = await _title(request, loaded, course_key, asked) if asked is not None else None
        return Row(
            base=request.public_url,
            payloads={SEQUENCE: loaded},
            facts={**facts, "sequence_title": title},
            type_name=_TYPE,
            shape=SEQUENCE,
        )

    return Pending(settled, _TYPE, request.public_url, facts)


def _asked(info: Info, course_key: str) -> tuple[Endpoint, ...] | None:
    """The trees of the course that the operation asks anyway; None where no name is wanted."""
    sequence_type = info.schema.type_map[_TYPE]
    assert isinstance(sequence_type, GraphQLObjectType)
    if "title" not in names_at(info, sequence_type, list(info.field_nodes)):
        return None
    return tuple(endpoint for endpoint in (NAVIGATION, OUTLINE) if endpoint in _planned(info, course_key))


def _planned(info: Info, course_key: str) -> frozenset[Endpoint]:
    nodes = resolvers.course.root_nodes(info).get(course_key)
    return frozenset() if nodes is None else frozenset(resolvers.course.plan_of(info, nodes, 1).endpoints)


async def _title(request: Request, loaded: Payload, course_key: str, asked: Sequence[Endpoint]) -> str | None:
    """The name that the outline has, which counts graded problems; None where that is the sequence's own.

    Only a graded sequence has such: for another one no tree is asked for.
    """
    try:
        told: _Open = loaded.answer.decoded(_open.decode)
    except msgspec.DecodeError:
        return None
    if not asked and told.format is not None:
        asked = (OUTLINE if request.credentials.anonymous else NAVIGATION,)
    for endpoint in asked:
        outcome = await request.load(endpoint.call(course_key=course_key))
        blocks = _names(outcome) if isinstance(outcome, Payload) else None
        if blocks is not None and told.item_id in blocks:
            return blocks[told.item_id].display_name
    return None


def _names(tree: Payload) -> dict[str, _Block] | None:
    """The blocks of a tree, read for their names only; None where they cannot be."""
    try:
        if tree.answer.endpoint is NAVIGATION:
            named: _Blocks | None = tree.answer.decoded(_navigation.decode)
        else:
            named = tree.answer.decoded(_outline.decode).course_blocks
    except msgspec.DecodeError:
        return None
    return None if named is None else named.blocks


def _held(tree: Payload | None, key: str) -> str | None:
    if tree is None:
        return None
    with reading(tree.answer.endpoint):
        return sequence_of(walk(tree.value, ("blocks",)) or {}, key)


async def outlined(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A sequence or a unit as a tree of the course has it. A tree that the operation asks anyway comes first."""
    request, course_key = info.context, str(given("key", row))
    key = _own_key(row)
    planned = _planned(info, course_key)
    told_by = [source.endpoint for source in declaration.sources]
    trees = sorted((one for one in _PLACES if one in told_by), key=lambda one: one not in planned)
    failure: Failure | None = None
    for endpoint in trees:
        outcome = await _tree(request, endpoint, course_key)
        if isinstance(outcome, Payload):
            with reading(endpoint):
                entry = (walk(outcome.value, _PLACES[endpoint]) or {}).get(key)
                return None if entry is None else row.child({endpoint: View(entry, outcome.value)})
        if isinstance(outcome, Failure):
            failure = failure or outcome
    if failure is not None:
        raise failure.error()
    return None


async def _tree(request: Request, endpoint: Endpoint, course_key: str) -> Loaded:
    if not request.credentials.opens(endpoint):
        return closed(endpoint, request.credentials)
    return await request.load(endpoint.call(course_key=course_key))


async def opened(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A sequence of the outline as it is when it is open."""
    loaded = await _open_sequence(info.context, _own_key(row))
    return None if loaded is None else row.child({SEQUENCE: loaded})


async def opened_unit(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A unit of the outline as it is in its open sequence."""
    key = _own_key(row)
    loaded = await _open_sequence(info.context, str(given("block", row)))
    if loaded is None:
        return None
    with reading(SEQUENCE):
        entry = next((item for item in loaded.value["items"] if item["id"] == key), None)
    return None if entry is None else row.child({SEQUENCE: View(entry, loaded.root)})


async def _open_sequence(request: Request, key: str) -> View | None:
    if not request.credentials.opens(SEQUENCE):
        raise closed(SEQUENCE, request.credentials).error()
    loaded = payload_of(await request.load(SEQUENCE.call(usage_key=key)))
    if loaded is None:
        return None
    with reading(SEQUENCE):
        return View(loaded.value, loaded.value)


def _own_key(row: Row) -> str:
    """The key of a sequence or a unit. Raises where it is read as another person has it: no more is told of others."""
    if given("learner", row) is not None:
        raise bad_input("The LMS does not tell this of anybody but the viewer: leave it out with `asUser`.")
    return str(read_part(row.parts["block"], row))


def _tree_call(request: Request, course_key: str) -> Call:
    """The tree that tells which units a sequence has.

    The navigation is often asked anyway and needs no username, but it breaks for a visitor of a public course.
    """
    if request.credentials.anonymous:
        return BLOCKS.call(
            course_id=course_key, username="", depth="3", requested_fields=",".join(("children", *WHOLE))
        )
    return NAVIGATION.call(course_key=course_key)


def sequence_of(blocks: Blocks, key: str) -> str | None:
    """The sequence that holds the unit `key`, or the first one of the section `key`; None when there is none.

    >>> sequence_of({"s": {"type": "sequential", "children": ["u"]}}, "u")
    's'
    """
    for child in children_of(blocks.get(key) or {}):
        if blocks.get(child, {}).get("type") == _SEQUENCE:
            return child
    holders = (name for name, block in blocks.items() if key in children_of(block))
    return next((name for name in holders if blocks[name].get("type") == _SEQUENCE), None)


def scheduled_sequences(sequences: Mapping[str, Any]) -> list[Any]:
    """The closed sequences whose release date is to come, by date."""
    now = datetime.now(UTC)
    dated = (row for row in sequences.values() if row["effective_start"] and not row["accessible"])
    rows = [row for row in dated if instant(row["effective_start"]) > now]
    return sorted(rows, key=lambda row: instant(row["effective_start"]))
