"""Who answers `Course.discussion`."""

from graphql import GraphQLObjectType

from loaders.calls.judge import closed
from loaders.endpoints.discussion import DISCUSSION
from resolvers.context import Info
from resolvers.course import load_of
from resolvers.demands import Demand
from resolvers.planned import plan_for, row_of, settle, start
from resolvers.row import Pending, Row
from resolvers.selected import names_at

_TYPE = "Discussion"
PRESENT = Demand(path="", options={DISCUSSION: ""}, reasons=frozenset({DISCUSSION}))
_LISTS = frozenset({"threads", "learners", "learner"})


def discussion(root: Row, info: Info) -> Pending:
    """The discussions of one course; null where the LMS has none for the viewer."""
    return discussion_of(info, root.facts["key"])


def discussion_of(info: Info, course_key: str, *, known: bool = False) -> Pending:
    """The same by the course's key. `known`: whether there are any is not asked for its own sake."""
    request = info.context
    object_type = info.schema.type_map[_TYPE]
    assert isinstance(object_type, GraphQLObjectType)
    made = plan_for(info, list(info.field_nodes), object_type, extra=() if known else (PRESENT,))
    load = load_of(request, course_key)
    loads = start(made, load)
    facts = {"key": course_key}
    # Lists have calls of their own: where the settings of the discussions fail, they prove or deny nothing.
    listed = not _LISTS.isdisjoint(names_at(info, object_type, list(info.field_nodes)))

    async def settled(names: frozenset[str] | None) -> Row | None:
        used, outcomes = await settle(request, made, loads, load)
        if known:
            return row_of(request, used, outcomes, facts, _TYPE)
        if not request.credentials.opens(DISCUSSION):
            raise closed(DISCUSSION, request.credentials).error()
        if DISCUSSION in outcomes.missing:
            return None
        if DISCUSSION in outcomes.failed and not (outcomes.payloads or listed):
            raise outcomes.failed[DISCUSSION].error()
        return row_of(request, used, outcomes, facts, _TYPE)

    return Pending(settled, _TYPE, request.public_url, facts)
