"""`Course.sequence(key:)`, and what the outline and the open sequence tell of the same thing.

The outline tells of all sequences of a course, the open sequence of one. A field that only the other one tells is
asked there: equal calls are one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from loaders.answer import Payload
from loaders.calls.judge import closed
from loaders.endpoint import Endpoint
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.sequence import SEQUENCE
from loaders.keys import is_in_course
from resolvers.answers import Answers
from resolvers.arguments import expect
from resolvers.ask import Ask
from resolvers.errors import bad_input
from resolvers.found import NOTHING, Found, Told
from resolvers.graph import Blocks, children_of
from resolvers.row import Row, walk
from resolvers.selected import names_at
from resolvers.source import DECLARATION, Declaration
from resolvers.step import Value
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


def sequence(ask: Ask) -> Found:
    """The sequence with this key, the one that holds the unit with this key, or the first of this section.

    The type of a block stands in its key: what the LMS would refuse with 422 is not asked at all, the course's
    tree is.
    """
    course = ask.fact("key")

    def key(text: str) -> str:
        text = expect(text)
        if not is_in_course(text, str(course)):
            raise bad_input("`key` is not the key of a block in this course.")
        return text

    return sequence_at(ask, course, ask.named("key", key), ask.kind_of("key"))


def sequence_at(ask: Ask, course: Value, key: Value, kind: str | None) -> Found:
    """The same for a block of this type, which is of this course."""
    if kind in {_SEQUENCE, _TYPE}:
        opened = ask.step(SEQUENCE, {"usage_key": key})
    else:
        tree = _tree(ask, course)
        opened = ask.step(SEQUENCE, {"usage_key": tree.value("blocks", partial(_held, key=key))})
    found = Found({SEQUENCE: opened}, facts={"key": course})
    if "title" not in names_at(ask, ask.type_of(_TYPE), ask.field_nodes):
        return found
    asked = [] if ask.is_plan else [tree for tree in (NAVIGATION, OUTLINE) if ask.asks(tree, course)]
    trees = asked or [OUTLINE if ask.credentials.anonymous else NAVIGATION]
    steps = {
        tree: ask.step(tree, {"course_key": course}, after=(opened,), perhaps=True, helps=(opened,)) for tree in trees
    }

    def then(answers: Answers) -> Told:
        item = _opened(answers)
        if item is None or not (asked or item.format is not None) or _title(answers, trees) is not None:
            return {}  # only a graded sequence has a name of its own in the outline
        return next(({tree: step} for tree, step in steps.items() if not answers.knows(tree)), {})

    def read(answers: Answers) -> Row | None:
        return answers.described(sequence_title=_title(answers, trees))

    return replace(found, then=then, read=read)


def _opened(answers: Answers) -> "_Open | None":
    if not answers.has(SEQUENCE):
        return None
    try:
        opened: _Open = answers.outcomes.payloads[SEQUENCE].answer.decoded(_open.decode)
    except msgspec.DecodeError:
        return None
    return opened


def _title(answers: Answers, trees: Iterable[Endpoint]) -> str | None:
    """The name that a tree of the course has, which counts graded problems; None where none tells it."""
    item = _opened(answers)
    for tree in trees:
        payload = answers.outcomes.payloads.get(tree)
        blocks = _names(payload) if payload is not None else None
        if blocks is not None and item is not None and item.item_id in blocks:
            return blocks[item.item_id].display_name
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


def _held(blocks: Blocks | None, key: Value) -> str | None:
    return sequence_of(blocks or {}, str(key))


def outlined(ask: Ask) -> Found:
    """A sequence or a unit as a tree of the course has it. A tree that the operation asks anyway comes first."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    course = ask.fact("key")
    told_by = {source.endpoint for source in declaration.sources}
    known = [tree for tree in _PLACES if tree in told_by]
    trees = [tree for tree in known if ask.credentials.opens(tree)]
    if not trees:
        ask.check(lambda: _closed(ask, known[0]))
        return NOTHING
    trees.sort(key=lambda tree: not ask.asks(tree, course))
    first = ask.step(trees[0], {"course_key": course}, objects=1)
    others = trees[1:]
    steps = {tree: ask.step(tree, {"course_key": course}, objects=1, perhaps=True, helps=(first,)) for tree in others}
    key = _own_key(ask)

    def then(answers: Answers) -> Told:
        if any(answers.has(tree) for tree in trees):
            return {}
        return next(({tree: step} for tree, step in steps.items() if not answers.knows(tree)), {})

    def read(answers: Answers) -> Row | None:
        for tree in trees:
            if answers.has(tree):
                answer = answers.value(tree)
                entry = (walk(answer, _PLACES[tree]) or {}).get(key)
                return None if entry is None else answers.below(tree, entry, answer)
        for failure in answers.outcomes.failed.values():
            raise failure.error()
        return None

    return Found({trees[0]: first}, then=then, read=read, excuses=True)


def opened(ask: Ask) -> Found:
    """A sequence of the outline as it is when it is open."""
    return _open_one(ask, _own_key(ask), lambda answer: answer)


def opened_unit(ask: Ask) -> Found:
    """A unit of the outline as it is in its open sequence."""
    key = _own_key(ask)

    def entry(answer: Any) -> Any:
        return next((item for item in answer["items"] if item["id"] == key), None)

    return _open_one(ask, ask.outer("block", "blocks"), entry)


def _open_one(ask: Ask, key: Value, entry: Callable[[Any], Any]) -> Found:
    """What the open sequence with this key tells of the object that the field belongs to."""
    if not ask.credentials.opens(SEQUENCE):
        ask.check(lambda: _closed(ask, SEQUENCE))
        return NOTHING

    def read(answers: Answers) -> Row | None:
        answer = answers.value(SEQUENCE)
        found = None if answer is None else entry(answer)
        return None if found is None else answers.below(SEQUENCE, found, answer)

    return Found({SEQUENCE: ask.step(SEQUENCE, {"usage_key": key})}, read=read)


def _own_key(ask: Ask) -> Value:
    """The key of a sequence or a unit. Refused where it is read as another person has it: no more is told of others."""
    ask.check(lambda: _not_of_others(ask))
    return ask.own("block", "blocks")


def _not_of_others(ask: Ask) -> None:
    if ask.is_known("learner"):
        raise bad_input("The LMS does not tell this of anybody but the viewer: leave it out with `asUser`.")


def _closed(ask: Ask, endpoint: Endpoint) -> None:
    raise closed(endpoint, ask.credentials).error()


def _tree(ask: Ask, course: Value) -> Any:
    """The tree that tells which units a sequence has.

    The navigation is often asked anyway and needs no username, but it breaks for a visitor of a public course.
    """
    if ask.credentials.anonymous:
        fields = ",".join(("children", *WHOLE))
        return ask.step(BLOCKS, {"course_id": course, "username": "", "depth": "3", "requested_fields": fields})
    return ask.step(NAVIGATION, {"course_key": course})


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
