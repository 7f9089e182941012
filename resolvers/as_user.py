"""Who answers fields with `asUser`: a course's staff look at it as one of its learners, in this request only.

The LMS offers that for the blocks of a course, for its schedule and for progress. It does not for anything else:
`username` of courseware/course changes who may ask, not whose answer comes. What it does not offer is refused.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.calls.judge import closed
from loaders.calls.username import refused_sign_in
from loaders.endpoint import Endpoint
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.progress import STUDENT_PROGRESS
from loaders.endpoints.viewer import ACCOUNT
from loaders.errors import Code, Failure
from loaders.keys import is_username
from resolvers.arguments import username_of
from resolvers.context import Info, Request
from resolvers.demands import demands_of
from resolvers.errors import bad_input
from resolvers.graph import Blocks
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row, View
from resolvers.selected import names_at, nodes_at, selected
from resolvers.single import pending_row
from resolvers.source import DECLARATION, Declaration

_OFFERED = frozenset({BLOCKS, LEARNING_SEQUENCES})
_LEVELS = (("sections",), ("sections", "sequences"), ("sections", "sequences", "units"))
_REQUESTED = {
    "complete": "complete",
    "resumeBlock": "resume_block",
    "hideFromToc": "hide_from_toc",
    "due": "due",
    "effortTime": "effort_time",
    "effortActivities": "effort_activities",
}
"""Fields of blocks that are sent when `requested_fields` names them."""
_CONTAINERS = frozenset({"course", "chapter", "sequential", "vertical"})
_SHAPES = {False: object(), True: object()}


def outline(root: Row, info: Info, as_user: str) -> Pending:
    """The outline as another person has it, from the blocks API and the schedule."""
    request, course_key = info.context, root.facts["key"]
    as_user = _check(request, as_user, course_key)
    scheduled = _check_selection(info)
    facts = {"key": course_key, "learner": as_user}
    names = {name for level in _LEVELS for name in selected(info, *level)}
    requested = ["children", *(field for name, field in _REQUESTED.items() if name in names)]
    depth = "3" if "units" in selected(info, *_LEVELS[1]) else "2"
    if not {"complete", "resumeBlock"}.isdisjoint(names):
        # The LMS marks nothing unless `completion` is asked for, and takes a block whose children are cut off for done.
        requested.append("completion")
        depth = "all"
    requested += WHOLE
    blocks = request.load(
        BLOCKS.call(course_id=course_key, username=as_user, depth=depth, requested_fields=",".join(requested))
    )
    schedule = request.load(LEARNING_SEQUENCES.call(course_key=course_key, user=as_user)) if scheduled else None

    async def settled(names: frozenset[str] | None) -> Row | None:
        answer = payload_of(await blocks)
        if answer is None:
            raise (refused_sign_in() if await request.is_refused() else _forbidden()).error()
        views = {BLOCKS: _tree(answer)}
        failed: dict[Any, Failure] = {}
        if schedule is not None:
            loaded = await schedule
            if isinstance(loaded, Payload):
                with reading(LEARNING_SEQUENCES):
                    views[LEARNING_SEQUENCES] = View(loaded.value, loaded.value)
            elif isinstance(loaded, Failure):
                failed[LEARNING_SEQUENCES] = loaded
        shape = _SHAPES[LEARNING_SEQUENCES in views]
        return Row(base=request.public_url, views=views, failed=failed, facts=facts, type_name="Outline", shape=shape)

    return Pending(settled, "Outline", request.public_url, facts)


def progress(root: Row, info: Info, as_user: str) -> Pending:
    """The progress of the learner with this name: the LMS wants the number of the account, which staff may read."""
    request, course_key = info.context, root.facts["key"]
    account = request.load(ACCOUNT.call(username=_check(request, as_user, course_key)))
    return Pending(_progress(request, course_key, account), "Progress", request.public_url)


def _progress(request: Request, course_key: str, account: "asyncio.Future[Loaded]") -> Any:
    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = payload_of(await account)
        if loaded is None:
            return None
        with reading(ACCOUNT):
            number = loaded.value.get("id")
        if number is None:
            raise _forbidden().error()
        call = STUDENT_PROGRESS.call(course_key=course_key, student_id=str(number))
        return await pending_row(request, call, "Progress", {"key": course_key}).settle(names)

    return settled


def _check(request: Request, as_user: str, course_key: str) -> str:
    """The username."""
    username = username_of(as_user, course_key)
    if not is_username(username):
        raise bad_input("`asUser` is not a username.")
    if request.credentials.anonymous:
        raise closed(BLOCKS, request.credentials).error()
    return username


def _check_selection(info: Info) -> bool:
    """True when the schedule is needed too; refuses what the LMS tells of nobody but the caller."""
    outline_type = info.schema.type_map["Outline"]
    assert isinstance(outline_type, GraphQLObjectType)
    demands = demands_of(info.schema, outline_type, info.field_nodes, info.fragments, info.variable_values)
    refused = [demand.path for demand in demands if not demand.options.keys() & _OFFERED]
    for level in ((), *_LEVELS):
        object_type, nodes = nodes_at(info, *level)
        for name in names_at(info, object_type, nodes):
            declaration = object_type.fields[name].extensions.get(DECLARATION) if name in object_type.fields else None
            if declaration is not None and declaration.further is not None and not _OFFERED & _sources(declaration):
                refused.append(".".join((*level, name)))
    if refused:
        raise bad_input(f"The LMS does not tell `{refused[0]}` of anybody but the viewer: leave it out with `asUser`.")
    return any(BLOCKS not in demand.options for demand in demands)


def _sources(declaration: Declaration) -> frozenset[Endpoint]:
    return frozenset(source.endpoint for source in declaration.sources if source.endpoint is not None)


def _tree(payload: Payload) -> View:
    """The course block, and the answer that holds all others."""
    with reading(BLOCKS):
        answer = payload.value
        blocks = _marked(answer["blocks"])
        return View(blocks[answer["root"]], {"blocks": blocks})


def _marked(blocks: Blocks) -> Blocks:
    """The blocks with what is known of the marks on containers.

    The LMS sends a mark only where it is true, and none at all for a learner who completed nothing. So an absent one is
    false where `completion` says the same; where the answer does not tell of completion, nothing is known.
    """
    done = [block["completion"] for block in blocks.values() if "completion" in block and not _holds(block)]
    if not done:
        return blocks
    began = any(done)
    resumed = not began or any(block.get("resume_block") for block in blocks.values())
    marked: dict[str, Mapping[str, Any]] = {}
    for key, block in blocks.items():
        known: dict[str, bool] = {"resume_block": False} if resumed else {}
        if not began or block.get("completion") in {0, 1}:
            known["complete"] = began and block["completion"] == 1
        marked[key] = {**known, **block} if _holds(block) else block
    return marked


def _holds(block: Mapping[str, Any]) -> bool:
    """True for a block that holds others: its completion is added up from theirs."""
    return block["type"] in _CONTAINERS


def _forbidden() -> Failure:
    return Failure(Code.FORBIDDEN, "The LMS does not show the signed-in user this course as that person.", BLOCKS.name)
