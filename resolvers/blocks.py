"""Who answers `Course.blocks`: one call for all selections of a course's blocks, asked for what is selected."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.answer import Loaded, Payload
from loaders.calls.wave import under_way
from loaders.endpoint import Missing
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.mobile import MOBILE_BLOCKS
from loaders.errors import Code, Failure
from loaders.keys import block_type_of
from resolvers.context import Info, Request
from resolvers.errors import bad_input
from resolvers.graph import Graph
from resolvers.read import given as known
from resolvers.read import read_part
from resolvers.reading import reading
from resolvers.row import Row, View, walk
from resolvers.selected import given, selected
from resolvers.source import Declaration

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
"""Statuses after which the blocks API would not answer otherwise than the mobile API did."""


@dataclass(slots=True)
class Want:
    """What selections of one course's blocks need together. `types` None means blocks of all types.

    `children`: the keys of the blocks right below are wanted, whatever their types.
    """

    types: frozenset[str] | None
    fields: frozenset[str]
    children: bool
    counted: frozenset[str]

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


def course_blocks(root: Row, info: Info, types: Sequence[str] | None) -> "asyncio.Future[list[Row] | None]":
    """The blocks of one course in the order of the course. All selections of an operation share one call."""
    course_key: str = root.facts["key"]
    wanted = checked_types(types)
    load = _gathered(info.context, course_key, _want(info, wanted))
    return under_way(_rows(info.context, course_key, load, wanted))


async def named_block(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A block that an answer only names, as the blocks of its course tell of it; None where they do not."""
    request, course_key = info.context, str(known("key", row))
    with reading(next(iter(row.views))):
        key = read_part(row.parts["block"], row)
        kind = block_type_of(key)
    want = Want(frozenset({kind}), frozenset(), children=False, counted=frozenset())
    loaded = await _gathered(request, course_key, want)
    if isinstance(loaded, Missing):
        return None
    if not isinstance(loaded, Payload):
        raise loaded.error()
    with reading(loaded.answer.endpoint):
        block = loaded.value["blocks"].get(key)
    return None if block is None else row.child({loaded.answer.endpoint: View(block, None)})


def _gathered(request: Request, course_key: str, want: Want) -> "asyncio.Future[Loaded]":
    """The call for the blocks of a course, which all selections of an operation share."""
    gathered = request.gathering.get((MOBILE_BLOCKS, course_key))
    if gathered is None:
        load = under_way(_fetch(request, course_key, want))
        request.gathering[MOBILE_BLOCKS, course_key] = want, load
    else:
        shared, load = gathered
        shared.join(want)
    return load


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


def _want(info: Info, types: frozenset[str] | None) -> Want:
    """What a selection of blocks needs, the types that its own fields take among it."""
    names = selected(info)
    below = [checked_types(one) for one in given(info, "childKeys", "types")]
    counted = [checked_types(one) for one in given(info, "counts", "types")]
    return Want(
        None if types is None else types.union(*(one for one in below if one is not None)),
        names,
        children=None in below,
        counted=frozenset().union(*(COUNTED if one is None else one for one in counted)),
    )


async def _fetch(request: Request, course_key: str, want: Want) -> Loaded:
    """Calls when every selection of this wave has said what it needs.

    A visitor has no name, without which the mobile API fails. The blocks API tells visitors of public courses.
    """
    username = None if request.credentials.anonymous else await request.username()
    await asyncio.sleep(0)
    del request.gathering[MOBILE_BLOCKS, course_key]
    if isinstance(username, Failure) and username.code is not Code.UNAUTHENTICATED:
        return username
    visitors = BLOCKS.call(course_id=course_key, username="", **want.parameters(visitor=True))
    if username is None or isinstance(username, Failure):  # nobody, or whose sign-in is over
        return await request.load(visitors)
    parameters = want.parameters()
    loaded = await request.load(MOBILE_BLOCKS.call(course_id=course_key, username=username.text, **parameters))
    is_hint = request.credentials.username_hint is not None
    if is_hint and not isinstance(loaded, Payload) and await request.is_refused():
        return await request.load(visitors)
    if not isinstance(loaded, Failure) or loaded.status == _UNAUTHORIZED:
        return loaded
    if await _is_closed(request, course_key, loaded):
        return Missing.REFUSED
    if not request.may_replace(loaded):
        return loaded
    other = await request.load(BLOCKS.call(course_id=course_key, username=username.text, **parameters))
    return other if isinstance(other, Payload) else loaded


async def _rows(
    request: Request, course_key: str, load: "asyncio.Future[Loaded]", types: frozenset[str] | None
) -> list[Row] | None:
    loaded = await load
    if isinstance(loaded, Missing):
        return None
    if not isinstance(loaded, Payload):
        raise loaded.error()
    with reading(loaded.answer.endpoint):
        top = loaded.value
        graph = Graph(top["blocks"], top["root"])
        found = list(graph.listed(types))
    endpoint = loaded.answer.endpoint
    facts = {"key": course_key, _GRAPH: graph}
    return [
        Row(base=request.public_url, views={endpoint: View(block, None)}, facts=facts, shape=endpoint)
        for block in found
    ]


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


async def _is_closed(request: Request, course_key: str, failure: Failure) -> bool:
    """True when the LMS broke because the viewer may not enter: it answers 500 for a course that has not begun."""
    if failure.status != _SERVER_ERROR:
        return False
    loaded = await request.load(COURSE_METADATA.call(course_key=course_key))
    if not isinstance(loaded, Payload):
        return False
    with reading(COURSE_METADATA):
        return walk(loaded.value, ("course_access", "has_access")) is False
