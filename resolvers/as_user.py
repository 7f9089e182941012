"""Fields with the argument `asUser`: staff view a course as one of its learners, in this request only.

The LMS supports this for course blocks, the schedule and progress, and for nothing else: `username` of
courseware/course changes the permission check, not the person of the answer. Unsupported fields are refused.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from loaders.calls.judge import closed
from loaders.calls.username import refused_sign_in
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.block import BLOCKS, WHOLE
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure
from loaders.keys import is_username
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import username_of
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found, Steps
from resolvers.declare.source import DECLARATION, Declaration
from resolvers.output.row import Row
from resolvers.plan.demands import demands_of
from resolvers.plan.selected import names_at, nodes_at, selected
from resolvers.plan.step import Value
from resolvers.values.graph import Blocks
from resolvers.values.path import View

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
"""Fields of blocks that the LMS sends if `requested_fields` names them."""
_CONTAINERS = frozenset({"course", "chapter", "sequential", "vertical"})


def outline(ask: Ask) -> Found:
    """`Course.outline(asUser:)`: the outline for another person, from the blocks API and the schedule."""
    key = ask.fact("key")
    user = ask.named("asUser", username_in(ask, key))
    scheduled = _needs_schedule(ask)
    names = {name for level in _LEVELS for name in selected(ask, *level)}
    requested = ["children", *(field for name, field in _REQUESTED.items() if name in names)]
    depth = "3" if "units" in selected(ask, *_LEVELS[1]) else "2"
    if not {"complete", "resumeBlock"}.isdisjoint(names):
        # The LMS sets no marks unless `completion` is requested, and counts a block without its children as done.
        requested.append("completion")
        depth = "all"
    requested += WHOLE
    parameters = {"depth": depth, "requested_fields": ",".join(requested)}
    found = {BLOCKS: ask.step(BLOCKS, {"course_id": key, "username": user, **parameters})}
    if scheduled:
        found[LEARNING_SEQUENCES] = ask.step(LEARNING_SEQUENCES, {"course_key": key, "user": user})
    facts = {"key": key, "learner": user}
    if not ask.credentials.is_droppable:
        return Found(found, facts=facts, read=_read)
    who = ask.step(ME, conditional=True, needed_by=(found[BLOCKS],))

    def then(answers: Answers) -> Steps:
        return {} if answers.has(BLOCKS) else {ME: who}

    return Found(found, facts=facts, then=then, read=_read)


def _read(answers: Answers) -> Row | None:
    blocks = answers.value(BLOCKS)
    if blocks is None:
        refused = answers.outcomes.missing.get(ME) is Missing.ABSENT
        raise (refused_sign_in() if refused else forbidden()).error()
    marked = _marked(blocks["blocks"])
    views = {BLOCKS: View(marked[blocks["root"]], {"blocks": marked})}
    schedule = answers.value(LEARNING_SEQUENCES)
    if schedule is not None:
        views[LEARNING_SEQUENCES] = View(schedule, schedule)
    return answers.seen(views)


def username_in(ask: Ask, key: Value) -> Callable[[str], str]:
    """A converter for an argument that names a learner of this course by username or global id."""

    def read(text: str) -> str:
        username = username_of(text, str(key))
        if not is_username(username):
            raise bad_input("`asUser` is not a username.")
        if ask.credentials.anonymous:
            raise closed(BLOCKS, ask.credentials).error()
        return username

    return read


def _needs_schedule(ask: Ask) -> bool:
    """True when the schedule is needed too. Raises for fields that the LMS provides for the caller only."""
    outline_type = ask.type_of("Outline")
    demands = demands_of(ask.schema, outline_type, ask.field_nodes, ask.fragments, ask.variable_values)
    refused = [demand.path for demand in demands if not demand.options.keys() & _OFFERED]
    for level in ((), *_LEVELS):
        object_type, nodes = nodes_at(ask, *level)
        for name in names_at(ask, object_type, nodes):
            declaration = object_type.fields[name].extensions.get(DECLARATION) if name in object_type.fields else None
            if declaration is not None and declaration.further is not None and not _OFFERED & _sources(declaration):
                refused.append(".".join((*level, name)))
    if refused:
        ask.check(partial(_refuse, refused[0]))
    return any(BLOCKS not in demand.options for demand in demands)


def _refuse(path: str) -> None:
    raise bad_input(f"`{path}` is not available with `asUser`: the LMS sends it for the viewer only.")


def _sources(declaration: Declaration) -> frozenset[Endpoint]:
    return frozenset(source.endpoint for source in declaration.sources if source.endpoint is not None)


def _marked(blocks: Blocks) -> Blocks:
    """The blocks with the known values of `complete` and `resume_block` added to containers.

    The LMS sends a mark only if it is true, and no marks at all for a learner who has completed nothing. An absent mark
    is therefore false if `completion` agrees; without completion in the answer, it is unknown.
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
    """True for a block that contains others: its completion is aggregated from theirs."""
    return block["type"] in _CONTAINERS


def forbidden() -> Failure:
    """The failure if the LMS does not allow the caller to view the course as another person."""
    return Failure(
        Code.FORBIDDEN, "The LMS does not allow the signed-in user to view this course as that person.", BLOCKS.name
    )
