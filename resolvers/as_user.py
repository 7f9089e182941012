"""Who answers fields with `asUser`: a course's staff look at it as one of its learners, in this request only.

The LMS offers that for the blocks of a course, for its schedule and for progress. It does not for anything else:
`username` of courseware/course changes who may ask, not whose answer comes. What it does not offer is refused.
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
from resolvers.answers import Answers
from resolvers.arguments import username_of
from resolvers.ask import Ask
from resolvers.demands import demands_of
from resolvers.errors import bad_input
from resolvers.found import Found, Told
from resolvers.graph import Blocks
from resolvers.row import Row, View
from resolvers.selected import names_at, nodes_at, selected
from resolvers.source import DECLARATION, Declaration
from resolvers.step import Value

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


def outline(ask: Ask) -> Found:
    """`Course.outline(asUser:)`: the outline as another person has it, from the blocks API and the schedule."""
    key = ask.fact("key")
    user = ask.named("asUser", username_in(ask, key))
    scheduled = _needs_schedule(ask)
    names = {name for level in _LEVELS for name in selected(ask, *level)}
    requested = ["children", *(field for name, field in _REQUESTED.items() if name in names)]
    depth = "3" if "units" in selected(ask, *_LEVELS[1]) else "2"
    if not {"complete", "resumeBlock"}.isdisjoint(names):
        # The LMS marks nothing unless `completion` is asked for, and takes a block whose children are cut off for done.
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
    who = ask.step(ME, perhaps=True, helps=(found[BLOCKS],))

    def then(answers: Answers) -> Told:
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
    """Reads the username of a learner of this course from an argument."""

    def read(text: str) -> str:
        username = username_of(text, str(key))
        if not is_username(username):
            raise bad_input("`asUser` is not a username.")
        if ask.credentials.anonymous:
            raise closed(BLOCKS, ask.credentials).error()
        return username

    return read


def _needs_schedule(ask: Ask) -> bool:
    """True when the schedule is needed too. Refuses what the LMS tells of nobody but the caller."""
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
    raise bad_input(f"The LMS does not tell `{path}` of anybody but the viewer: leave it out with `asUser`.")


def _sources(declaration: Declaration) -> frozenset[Endpoint]:
    return frozenset(source.endpoint for source in declaration.sources if source.endpoint is not None)


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


def forbidden() -> Failure:
    """The failure where the LMS does not show a course as another person has it."""
    return Failure(Code.FORBIDDEN, "The LMS does not show the signed-in user this course as that person.", BLOCKS.name)
