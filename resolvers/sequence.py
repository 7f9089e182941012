"""Who answers `Course.sequence(key:)`: the open sequence, found by its own key, a unit's or a section's."""

from loaders.blocks import BLOCKS, WHOLE
from loaders.courseware import SEQUENCE
from loaders.endpoint import Call
from loaders.keys import block_type_of, is_in_course
from loaders.outline import NAVIGATION
from resolvers.context import Info, Request
from resolvers.graph import Blocks, children_of
from resolvers.page import bad_input
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row, walk
from resolvers.single import pending_row

_TYPE = "SequenceContent"
_SEQUENCE = "sequential"


def sequence(root: Row, info: Info, key: str) -> Pending:
    """The sequence with this key, the one that holds the unit with this key, or the first of this section.

    The type of a block stands in its key: what the LMS would refuse with 422 is not asked at all, the course's
    tree is.
    """
    request = info.context
    course_key: str = root.facts["key"]
    if not is_in_course(key, course_key):
        raise bad_input("`key` is not the key of a block in this course.")
    if block_type_of(key) == _SEQUENCE:
        return pending_row(request, SEQUENCE.call(usage_key=key), _TYPE)
    load = request.load(_tree_call(request, course_key))

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = payload_of(await load)
        if loaded is None:
            return None
        with reading(loaded.answer.endpoint):
            found = sequence_of(walk(loaded.value, ("blocks",)) or {}, key)
        if found is None:
            return None
        return await pending_row(request, SEQUENCE.call(usage_key=found), _TYPE).settle(None)

    return Pending(settled, _TYPE, request.public_url)


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
