"""`Course.sequence(key:)`, and the fields of a sequence from the outline and from the sequence endpoint.

The outline describes all sequences of a course, and the sequence endpoint describes one. A field that only one of them
has is fetched from there. Equal calls are made once.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec
from msgspec import structs

from loaders.answer import Payload
from loaders.calls.judge import closed
from loaders.endpoint import Endpoint
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.sequence import SEQUENCE
from loaders.keys import is_in_course
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import expect
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found, Steps
from resolvers.declare.source import DECLARATION, Declaration
from resolvers.output.row import Row
from resolvers.plan.selected import names_at
from resolvers.plan.step import Value
from resolvers.values.graph import Blocks, children_of
from resolvers.values.path import walk
from resolvers.values.text import instant

_TYPE = "Sequence"
_SEQUENCE = "sequential"
_PLACES = {
    NAVIGATION: ("blocks",),
    OUTLINE: ("course_blocks", "blocks"),
    LEARNING_SEQUENCES: ("outline", "sequences"),
}
"""Paths of the blocks by key in answers about a course. The navigation is first: the outline may start a discount."""


class _Block(msgspec.Struct):
    display_name: str | None = None


class _Blocks(msgspec.Struct):
    blocks: dict[str, _Block] | None = None


class _Outline(msgspec.Struct):
    course_blocks: _Blocks | None = None


class _SequenceItem(msgspec.Struct):
    item_id: str
    format: str | None = None


_navigation = msgspec.json.Decoder(_Blocks)
_outline = msgspec.json.Decoder(_Outline)
_sequence_item = msgspec.json.Decoder(_SequenceItem)


def sequence(ask: Ask) -> Found:
    """The sequence with this key, the one that contains the unit with this key, or the first of this section.

    The block type is part of the key. For a key that the LMS would refuse with 422, the sequence is found in the
    course's tree instead.
    """
    course = ask.fact("key")

    def key(text: str) -> str:
        text = expect(text)
        if not is_in_course(text, str(course)):
            raise bad_input("`key` is not the key of a block in this course.")
        return text

    return sequence_at(ask, course, ask.named("key", key), ask.kind_of("key"))


def sequence_at(ask: Ask, course: Value, key: Value, kind: str | None) -> Found:
    """The same, for a block of this type that is known to be in this course."""
    if kind in {_SEQUENCE, _TYPE}:
        own_step = ask.step(SEQUENCE, {"usage_key": key})
    else:
        tree = _tree(ask, course)
        own_step = ask.step(SEQUENCE, {"usage_key": tree.value("blocks", partial(_held, key=key))})
    found = Found({SEQUENCE: own_step}, facts={"key": course})
    if "title" not in names_at(ask, ask.type_of(_TYPE), ask.field_nodes):
        return found
    asked = [] if ask.is_plan else [tree for tree in (NAVIGATION, OUTLINE) if ask.asks(tree, course)]
    trees = asked or [OUTLINE if ask.credentials.anonymous else NAVIGATION]
    steps = {
        tree: ask.step(tree, {"course_key": course}, after=(own_step,), conditional=True, needed_by=(own_step,))
        for tree in trees
    }

    def then(answers: Answers) -> Steps:
        item = _sequence_in(answers)
        if item is None or not (asked or item.format is not None) or _title(answers, trees) is not None:
            return {}  # only a graded sequence has a different name in the outline
        return next(({tree: step} for tree, step in steps.items() if not answers.knows(tree)), {})

    def read(answers: Answers) -> Row | None:
        return answers.described(sequence_title=_title(answers, trees))

    return structs.replace(found, then=then, read=read)


def _sequence_in(answers: Answers) -> "_SequenceItem | None":
    if not answers.has(SEQUENCE):
        return None
    try:
        item: _SequenceItem = answers.outcomes.payloads[SEQUENCE].answer.decoded(_sequence_item.decode)
    except msgspec.DecodeError:
        return None
    return item


def _title(answers: Answers, trees: Iterable[Endpoint]) -> str | None:
    """The name in a tree of the course, which includes the count of graded problems; None if no tree has it."""
    item = _sequence_in(answers)
    for tree in trees:
        payload = answers.outcomes.payloads.get(tree)
        blocks = _names(payload) if payload is not None else None
        if blocks is not None and item is not None and item.item_id in blocks:
            return blocks[item.item_id].display_name
    return None


def _names(tree: Payload) -> dict[str, _Block] | None:
    """The blocks of a tree, decoded for their names only; None if that fails."""
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


def from_outline(ask: Ask) -> Found:
    """A sequence or unit, as a tree of the course describes it. Trees that the operation calls anyway come first."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    course = ask.fact("key")
    sources = {source.endpoint for source in declaration.sources}
    known = [tree for tree in _PLACES if tree in sources]
    trees = [tree for tree in known if ask.credentials.opens(tree)]
    if not trees:
        ask.check(lambda: _closed(ask, known[0]))
        return NOTHING
    trees.sort(key=lambda tree: not ask.asks(tree, course))
    first = ask.step(trees[0], {"course_key": course}, objects=1)
    others = trees[1:]
    steps = {
        tree: ask.step(tree, {"course_key": course}, objects=1, conditional=True, needed_by=(first,)) for tree in others
    }
    key = _own_key(ask)

    def then(answers: Answers) -> Steps:
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

    return Found({trees[0]: first}, then=then, read=read, handles_failure=True)


def from_sequence(ask: Ask) -> Found:
    """A sequence of the outline, as the sequence endpoint describes it."""
    return _described_by_sequence(ask, _own_key(ask), lambda answer: answer)


def unit_from_sequence(ask: Ask) -> Found:
    """A unit of the outline, as the sequence endpoint describes it."""
    key = _own_key(ask)

    def entry(answer: Any) -> Any:
        return next((item for item in answer["items"] if item["id"] == key), None)

    return _described_by_sequence(ask, ask.outer("block", "blocks"), entry)


def _described_by_sequence(ask: Ask, key: Value, entry: Callable[[Any], Any]) -> Found:
    """The field's parent object, as the sequence endpoint describes it for this key."""
    if not ask.credentials.opens(SEQUENCE):
        ask.check(lambda: _closed(ask, SEQUENCE))
        return NOTHING

    def read(answers: Answers) -> Row | None:
        answer = answers.value(SEQUENCE)
        found = None if answer is None else entry(answer)
        return None if found is None else answers.below(SEQUENCE, found, answer)

    return Found({SEQUENCE: ask.step(SEQUENCE, {"usage_key": key})}, read=read)


def _own_key(ask: Ask) -> Value:
    """The key of a sequence or unit. Raises in another person's outline, for which the LMS has no more data."""
    ask.check(lambda: _not_of_others(ask))
    return ask.own("block", "blocks")


def _not_of_others(ask: Ask) -> None:
    if ask.is_known("learner"):
        raise bad_input("This field is not available with `asUser`: the LMS sends it for the viewer only.")


def _closed(ask: Ask, endpoint: Endpoint) -> None:
    raise closed(endpoint, ask.credentials).error()


def _tree(ask: Ask, course: Value) -> Any:
    """The tree that lists the units of each sequence.

    The navigation is often called anyway and needs no username, but it fails for anonymous callers of a public course.
    """
    if ask.credentials.anonymous:
        fields = ",".join(("children", *WHOLE))
        return ask.step(BLOCKS, {"course_id": course, "username": "", "depth": "3", "requested_fields": fields})
    return ask.step(NAVIGATION, {"course_key": course})


def sequence_of(blocks: Blocks, key: str) -> str | None:
    """The sequence that contains the unit `key`, or the first of the section `key`; None if there is none.

    >>> sequence_of({"s": {"type": "sequential", "children": ["u"]}}, "u")
    's'
    """
    for child in children_of(blocks.get(key) or {}):
        if blocks.get(child, {}).get("type") == _SEQUENCE:
            return child
    holders = (name for name, block in blocks.items() if key in children_of(block))
    return next((name for name in holders if blocks[name].get("type") == _SEQUENCE), None)


def scheduled_sequences(sequences: Mapping[str, Any]) -> list[Any]:
    """The closed sequences with a release date in the future, sorted by date."""
    now = datetime.now(UTC)
    dated = (row for row in sequences.values() if row["effective_start"] and not row["accessible"])
    rows = [row for row in dated if instant(row["effective_start"]) > now]
    return sorted(rows, key=lambda row: instant(row["effective_start"]))
