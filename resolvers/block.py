"""`Course.blocks`: one call for all selections of a course's blocks, limited to the selected fields."""

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
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found, Given, Read, Steps
from resolvers.fetch.reading import reading
from resolvers.output.row import Row
from resolvers.plan.selected import given, selected
from resolvers.values.graph import Graph
from resolvers.values.path import View, walk

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
"""Fields that the LMS sends if `requested_fields` names them."""

_VIEW_DATA = {"video": "video", "discussionTopicId": "discussion"}
"""Fields that are part of the `student_view_data` of a block type."""

_LEVELS = ("course", "chapter", "sequential", "vertical")
COUNTED = frozenset({"html", "problem", "video", "discussion"})
"""Types that contain no other blocks; the default types of counts."""

_GRAPH = "graph"
MAX_TYPES = 50
_TYPE = re.compile(r"[\w\-]{1,64}")
_SERVER_ERROR = 500
_UNAUTHORIZED = 401


@dataclass(slots=True)
class Want:
    """The combined needs of all selections of one course's blocks. `types` None means blocks of all types.

    `children`: the keys of the direct children are needed, whatever their types.
    """

    types: frozenset[str] | None
    fields: frozenset[str]
    children: bool
    counted: frozenset[str]
    is_sent: bool = False

    def join(self, other: "Want") -> None:
        """Merges the needs of another selection."""
        self.types = None if self.types is None or other.types is None else self.types | other.types
        self.fields |= other.fields
        self.children |= other.children
        self.counted |= other.counted

    def parameters(self, *, visitor: bool = False) -> dict[str, str | None]:
        """The parameters of the call, limited to what is selected.

        The LMS aggregates completion from the blocks left after `depth` and `block_types_filter`. Anonymous callers
        have no completion, and the LMS fails if it is requested for them.
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
        """True when blocks of these types are known to contain no others."""
        return self.types is not None and self.types.issubset(COUNTED)


def _depth(types: frozenset[str] | None, *, below: bool) -> str:
    """The depth of blocks of these types, or of their children with `below`; `all` for types inside units."""
    if types is None or not types.issubset(_LEVELS):
        return "all"
    deepest = max((_LEVELS.index(name) for name in types), default=0) + below
    return str(deepest) if deepest < len(_LEVELS) else "all"


def is_block_type(text: str) -> bool:
    """True for a valid name of a block type."""
    return _TYPE.fullmatch(text) is not None


def checked_types(types: Sequence[str] | None) -> frozenset[str] | None:
    """The block types in an argument; None for all. Raises for invalid names."""
    if types is None:
        return None
    if len(types) > MAX_TYPES:
        raise bad_input(f"`types` takes {MAX_TYPES} block types at most.")
    if not all(map(is_block_type, types)):
        raise bad_input("`types` takes names of block types.")
    return frozenset(types)


def blocks(ask: Ask) -> Found:
    """The blocks of one course, in course order. All selections of an operation share one call."""
    if ask.is_plan:
        return _asked(ask, None, None)
    types = checked_types(ask.value("types"))

    def read(answers: Answers) -> list[Row] | None:
        top = _answer_of(answers)
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
    """The block with a key from an answer, looked up among the blocks of its course; null if they do not contain it."""
    if ask.is_plan:
        return _asked(ask, None, None, *list(ask.place.steps.values())[:1])  # its key is in the answer
    with reading(RESUME):
        key = str(ask.own("block", ""))
        kind = block_type_of(key)

    def read(answers: Answers) -> Row | None:
        top = _answer_of(answers)
        block = None if top is None else top["blocks"].get(key)
        endpoint = MOBILE_BLOCKS if answers.has(MOBILE_BLOCKS) else BLOCKS
        return None if block is None else answers.below(endpoint, block)

    return _asked(ask, Want(frozenset({kind}), frozenset(), children=False, counted=frozenset()), read)


def _asked(ask: Ask, want: Want | None, read: Read | None, *after: Any) -> Found:
    """The call for the blocks of a course.

    The mobile API has the most fields and requires a username. The blocks API also serves anonymous callers of public
    courses.
    """
    key = ask.fact("key")
    want = None if want is None else ask.share(("blocks", key), want)
    rest: Callable[[], Given] | None = None if want is None else want.parameters
    visitors: Callable[[], Given] | None = None if want is None else partial(want.parameters, visitor=True)
    facts = {"key": key}
    as_visitor = {"course_id": key, "username": ""}
    if ask.credentials.anonymous:
        return Found({BLOCKS: ask.step(BLOCKS, as_visitor, after=after, rest=visitors)}, facts=facts, read=read)
    named = {"course_id": key, "username": ask.username()}
    listed = ask.step(MOBILE_BLOCKS, named, after=after, rest=rest)
    later = partial(ask.step, after=(listed,), conditional=True)
    course = later(COURSE_METADATA, {"course_key": key}, needed_by=(listed,))
    instead = later(BLOCKS, named, rest=rest)
    if ask.is_plan:
        return Found({MOBILE_BLOCKS: listed}, facts=facts, replacements={BLOCKS: instead})
    who, public = later(ME), later(BLOCKS, as_visitor, rest=visitors)

    def then(answers: Answers) -> Steps:
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

    return Found({MOBILE_BLOCKS: listed}, facts=facts, then=then, read=read, handles_failure=True)


def _has_no_name(failure: Failure | None) -> bool:
    """True when the LMS rejected the credentials while the username was looked up."""
    return failure is not None and failure.code is Code.UNAUTHENTICATED and failure.endpoint == ME.name


def _is_closed(answers: Answers) -> bool:
    """True when the viewer has no access to the course. The mobile API answers 500 before the course starts."""
    answer = answers.value(COURSE_METADATA)
    return answer is not None and walk(answer, ("course_access", "has_access")) is False


def _answer_of(answers: Answers) -> Any:
    """The answer with the blocks; None if the viewer may not see any. Raises if the calls failed."""
    for endpoint in (MOBILE_BLOCKS, BLOCKS):
        if answers.has(endpoint):
            return answers.value(endpoint)
    if _is_closed(answers):
        return None
    for failure in answers.outcomes.failed.values():
        raise failure.error()
    return None


def _want(ask: Ask, types: frozenset[str] | None) -> Want:
    """The needs of a selection of blocks, including the types in the arguments of its fields."""
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
    """The keys of the nearest descendants of these types below a block of the list."""
    graph: Graph = root.facts[_GRAPH]
    [(endpoint, view)] = root.views.items()
    with reading(endpoint):
        return graph.nearest(view.value["id"], frozenset(types))


def counts(root: Row, types: Sequence[str]) -> list[Row] | None:
    """The number of blocks of each of these types below a block of the list."""
    [(endpoint, view)] = root.views.items()
    with reading(endpoint):
        numbers = walk(view.value, ("block_counts",))
        rows = None if numbers is None else [{"key": name, "value": numbers[name]} for name in types if name in numbers]
    return None if rows is None else [root.child({endpoint: View(row, None)}) for row in rows]


def computed_from_row(ask: Ask) -> Found:
    """A value computed from the answer that the parent row is read from."""
    return Found(ask.place.steps, replacements=ask.place.replacements)
