"""`Course.blocks`: one call for all selections of a course's blocks, asked for what is selected."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from loaders.endpoint import Missing
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.mobile import MOBILE_BLOCKS
from loaders.endpoints.resume import RESUME
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure
from loaders.keys import block_type_of
from resolvers.answers import Answers
from resolvers.ask import Ask
from resolvers.errors import bad_input
from resolvers.found import Found, Given, Read, Told
from resolvers.graph import Graph
from resolvers.reading import reading
from resolvers.row import Row, View, walk
from resolvers.selected import given, selected

_FIELDS = {
    "graded": "graded",
    "format": "format",
    "start": "start",
    "due": "due",
    "completion": "completion",
    "weight": "weight",
    "hasScore": "has_score",
    "showCorrectness": "show_correctness",
    "studentViewMultiDevice": "student_view_multi_device",
    "containsGatedContent": "contains_gated_content",
    "specialExamInfo": "special_exam_info",
}
"""Fields that are sent when `requested_fields` names them."""

_VIEW_DATA = {"video": "video", "discussionTopicId": "discussion"}
"""Fields that come with `student_view_data` of a block type."""

_LEVELS = ("course", "chapter", "sequential", "vertical")
COUNTED = frozenset({"html", "problem", "video", "discussion"})
"""Types that hold no other blocks, and are counted unless others are named."""

_GRAPH = "graph"
MAX_TYPES = 50
_TYPE = re.compile(r"[\w\-]{1,64}")
_SERVER_ERROR = 500
_UNAUTHORIZED = 401


@dataclass(slots=True)
class Want:
    """What selections of one course's blocks need together. `types` None means blocks of all types.

    `children`: the keys of the blocks right below are wanted, whatever their types.
    """

    types: frozenset[str] | None
    fields: frozenset[str]
    children: bool
    counted: frozenset[str]
    is_sent: bool = False

    def join(self, other: "Want") -> None:
        """Takes in what another selection needs."""
        self.types = None if self.types is None or other.types is None else self.types | other.types
        self.fields |= other.fields
        self.children |= other.children
        self.counted |= other.counted

    def parameters(self, *, visitor: bool = False) -> dict[str, str | None]:
        """The parameters of the call: nothing is asked for that nobody selected.

        The LMS adds up completion from the blocks that are left after `depth` and `block_types_filter`. A visitor has
        none, and the LMS breaks when it is asked for.
        """
        self.is_sent = True
        requested = {"children", *WHOLE}
        requested |= {name for field, name in _FIELDS.items() if field in self.fields}
        if visitor:
            requested.discard("completion")
        view_data = [name for field, name in _VIEW_DATA.items() if field in self.fields]
        types = None if "completion" in requested and not self._are_leaves() else self.types
        every = types is None or (self.children and not self._are_leaves())
        return {
            "depth": _depth(types, below=self.children),
            "requested_fields": ",".join(sorted(requested)),
            "block_types_filter": None if every else ",".join(sorted(types or ())),
            "student_view_data": ",".join(view_data) or None,
            "block_counts": ",".join(sorted(self.counted)) or None,
        }

    def _are_leaves(self) -> bool:
        """True when blocks of these types are known to hold no others."""
        return self.types is not None and self.types.issubset(COUNTED)


def _depth(types: frozenset[str] | None, *, below: bool) -> str:
    """How far down blocks of these types lie, or those right below them; all the way for what units hold."""
    if types is None or not types.issubset(_LEVELS):
        return "all"
    deepest = max((_LEVELS.index(name) for name in types), default=0) + below
    return str(deepest) if deepest < len(_LEVELS) else "all"


def is_block_type(text: str) -> bool:
    """True for what a type of blocks can be called."""
    return _TYPE.fullmatch(text) is not None


def checked_types(types: Sequence[str] | None) -> frozenset[str] | None:
    """The types that an argument names; None for all. Raises for what are none."""
    if types is None:
        return None
    if len(types) > MAX_TYPES:
        raise bad_input(f"`types` takes {MAX_TYPES} block types at most.")
    if not all(map(is_block_type, types)):
        raise bad_input("`types` takes names of block types.")
    return frozenset(types)


def blocks(ask: Ask) -> Found:
    """The blocks of one course in the order of the course. All selections of an operation share one call."""
    if ask.is_plan:
        return _asked(ask, None, None)
    types = checked_types(ask.value("types"))

    def read(answers: Answers) -> list[Row] | None:
        top = _told(answers)
        if top is None:
            return None
        graph = Graph(top["blocks"], top["root"])
        endpoint = MOBILE_BLOCKS if answers.has(MOBILE_BLOCKS) else BLOCKS
        facts = {**answers.facts, _GRAPH: graph}
        return [
            answers.seen({endpoint: View(block, None)}, facts=facts, type_name=None, shape=endpoint)
            for block in graph.listed(types)
        ]

    return _asked(ask, _want(ask, types), read)


def named_block(ask: Ask) -> Found:
    """A block that an answer only names, as the blocks of its course tell of it; null where they do not."""
    if ask.is_plan:
        return _asked(ask, None, None, *list(ask.place.told.values())[:1])  # its key stands in the answer
    with reading(RESUME):
        key = str(ask.own("block", ""))
        kind = block_type_of(key)

    def read(answers: Answers) -> Row | None:
        top = _told(answers)
        block = None if top is None else top["blocks"].get(key)
        endpoint = MOBILE_BLOCKS if answers.has(MOBILE_BLOCKS) else BLOCKS
        return None if block is None else answers.below(endpoint, block)

    return _asked(ask, Want(frozenset({kind}), frozenset(), children=False, counted=frozenset()), read)


def _asked(ask: Ask, want: Want | None, read: Read | None, *after: Any) -> Found:
    """The call for the blocks of a course. The mobile API needs a name and tells most; the blocks API tells visitors of
    public courses."""
    key = ask.fact("key")
    want = None if want is None else ask.share(("blocks", key), want)
    rest: Callable[[], Given] | None = None if want is None else want.parameters
    visitors: Callable[[], Given] | None = None if want is None else partial(want.parameters, visitor=True)
    facts = {"key": key}
    as_visitor = {"course_id": key, "username": ""}
    if ask.credentials.anonymous:
        return Found({BLOCKS: ask.step(BLOCKS, as_visitor, after=after, rest=visitors)}, facts=facts, read=read)
    named = {"course_id": key, "username": ask.username()}
    told = ask.step(MOBILE_BLOCKS, named, after=after, rest=rest)
    later = partial(ask.step, after=(told,), perhaps=True)
    course = later(COURSE_METADATA, {"course_key": key}, helps=(told,))
    instead = later(BLOCKS, named, rest=rest)
    if ask.is_plan:
        return Found({MOBILE_BLOCKS: told}, facts=facts, instead={BLOCKS: instead})
    who, public = later(ME), later(BLOCKS, as_visitor, rest=visitors)

    def then(answers: Answers) -> Told:
        failure = answers.outcomes.failed.get(MOBILE_BLOCKS)
        if answers.has(MOBILE_BLOCKS) or answers.knows(BLOCKS):
            return {}
        if _has_no_name(failure) or answers.outcomes.missing.get(ME) is Missing.ABSENT:
            return {BLOCKS: public}
        if ask.credentials.username_hint is not None and ask.credentials.is_droppable and not answers.knows(ME):
            return {ME: who}
        if failure is None or failure.endpoint != MOBILE_BLOCKS.name or failure.status == _UNAUTHORIZED:
            return {}
        if failure.status == _SERVER_ERROR and not answers.knows(COURSE_METADATA):
            return {COURSE_METADATA: course}
        return {} if _is_closed(answers) else {BLOCKS: instead}

    return Found({MOBILE_BLOCKS: told}, facts=facts, then=then, read=read, excuses=True)


def _has_no_name(failure: Failure | None) -> bool:
    """True when the LMS knows nobody by the sign-in that was sent."""
    return failure is not None and failure.code is Code.UNAUTHENTICATED and failure.endpoint == ME.name


def _is_closed(answers: Answers) -> bool:
    """True when the viewer may not enter the course: the mobile API answers 500 for one that has not begun."""
    told = answers.value(COURSE_METADATA)
    return told is not None and walk(told, ("course_access", "has_access")) is False


def _told(answers: Answers) -> Any:
    """The answer with the blocks; None where there is none for the viewer. Raises where the calls failed."""
    for endpoint in (MOBILE_BLOCKS, BLOCKS):
        if answers.has(endpoint):
            return answers.value(endpoint)
    if _is_closed(answers):
        return None
    for failure in answers.outcomes.failed.values():
        raise failure.error()
    return None


def _want(ask: Ask, types: frozenset[str] | None) -> Want:
    """What a selection of blocks needs, the types that its own fields take among it."""
    names = selected(ask)
    below = [checked_types(one) for one in given(ask, "childKeys", "types")]
    counted = [checked_types(one) for one in given(ask, "counts", "types")]
    return Want(
        None if types is None else types.union(*(one for one in below if one is not None)),
        names,
        children=None in below,
        counted=frozenset().union(*(COUNTED if one is None else one for one in counted)),
    )


def child_keys(root: Row, types: Sequence[str]) -> list[str]:
    """The nearest blocks of these types below a block of the list."""
    graph: Graph = root.facts[_GRAPH]
    [(endpoint, view)] = root.views.items()
    with reading(endpoint):
        return graph.nearest(view.value["id"], frozenset(types))


def counts(root: Row, types: Sequence[str]) -> list[Row] | None:
    """How many blocks of these types lie below a block of the list."""
    [(endpoint, view)] = root.views.items()
    with reading(endpoint):
        told = walk(view.value, ("block_counts",))
        rows = None if told is None else [{"key": name, "value": told[name]} for name in types if name in told]
    return None if rows is None else [root.child({endpoint: View(row, None)}) for row in rows]


def of_the_row(ask: Ask) -> Found:
    """What is worked out from the answer that the object is read from."""
    return Found(ask.place.told, instead=ask.place.instead)
