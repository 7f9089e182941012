"""The calls of an open sequence, and of what the outline and the open sequence tell of the same thing."""

from loaders.endpoints.block import BLOCKS
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.sequence import SEQUENCE
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found
from resolvers.selected import names_at
from resolvers.source import DECLARATION, Declaration
from resolvers.step import Argument, Step, value_of

_TREES = (NAVIGATION, OUTLINE, LEARNING_SEQUENCES)


def sequence(ask: Ask) -> Found:
    """`Course.sequence`. The type of a block stands in its key, which only the request has: a tree of the course may
    have to say which sequence holds it."""
    return sequence_at(ask, ask.named("key"), ask.kind_of("key"))


def sequence_at(ask: Ask, key: Argument, kind: str | None) -> Found:
    """The sequence at this block, which is of this type."""
    course = ask.fact("key")
    if kind in {"sequential", "Sequence"}:
        opened = ask.step(SEQUENCE, {"usage_key": key})
    else:
        tree = _tree(ask, course)
        opened = ask.step(SEQUENCE, {"usage_key": value_of(tree, "blocks")})
    if "title" in names_at(ask, ask.type_of("Sequence"), ask.field_nodes):
        # Only a graded sequence has a name of its own in the outline.
        endpoint = OUTLINE if ask.credentials.anonymous else NAVIGATION
        ask.step(endpoint, {"course_key": course}, after=(opened,), perhaps=True).helps.append(opened)
    return Found({SEQUENCE: opened})


def _tree(ask: Ask, course: Argument) -> Step:
    if ask.credentials.anonymous:
        return ask.step(BLOCKS, {"course_id": course, "username": "", "depth": "3"})
    return ask.step(NAVIGATION, {"course_key": course})


def outlined(ask: Ask) -> Found:
    """What a tree of the course tells of an open sequence or one of its units: a tree that is asked anyway first."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    told_by = {source.endpoint for source in declaration.sources}
    trees = [tree for tree in _TREES if tree in told_by and ask.credentials.opens(tree)]
    if not trees:
        return NOTHING
    asked = next((tree for tree in trees if ask.asks(tree, ask.fact("key"))), trees[0])
    return Found({asked: ask.step(asked, {"course_key": ask.fact("key")}, objects=1)})


def opened(ask: Ask) -> Found:
    """What the open sequence tells of a sequence of the outline, or of one of its units."""
    if not ask.credentials.opens(SEQUENCE):
        return NOTHING
    tree = next(iter(ask.place.told.values()), None)
    key = Argument("{key}") if tree is None else value_of(tree, "blocks")
    return Found({SEQUENCE: ask.step(SEQUENCE, {"usage_key": key})})
