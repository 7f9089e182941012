"""Look-ups of `Course.discussion`."""

from loaders.calls.judge import closed
from loaders.endpoints.discussion import DISCUSSION, THREADS
from resolvers.declare.ask import Ask
from resolvers.declare.found import Facts, Found
from resolvers.fetch.context import Outcomes
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand
from resolvers.plan.selected import names_at
from resolvers.plan.step import Value

PRESENT = Demand(path="", options={DISCUSSION: ""}, reasons=frozenset({DISCUSSION}))
_LISTS = frozenset({"threads", "learners", "learner"})
_THREADS = "threads"


def discussion(ask: Ask) -> Found:
    """The discussions of one course; null if the LMS has none for the viewer."""
    return discussion_of(ask, ask.fact("key"))


def discussion_of(ask: Ask, key: Value, *, known: bool = False) -> Found:
    """The same, by the course's key. `known`: existence is not checked for its own sake."""
    discussion_type, nodes = ask.type_of("Discussion"), list(ask.field_nodes)
    # Lists have calls of their own, so failed discussion settings say nothing about them.
    lists = _LISTS & names_at(ask, discussion_type, nodes)
    is_proven = lists == {_THREADS} <= names_at(ask, discussion_type, nodes, deferred=False)

    def judge(outcomes: Outcomes, made: Plan) -> Facts | None:
        if not ask.credentials.opens(DISCUSSION):
            raise closed(DISCUSSION, ask.credentials).error()
        if DISCUSSION in outcomes.missing:
            return None
        if DISCUSSION in outcomes.failed and not (outcomes.payloads or lists):
            raise outcomes.failed[DISCUSSION].error()
        return {}

    return ask.plan(
        "Discussion",
        lambda endpoint, asks: ask.step(endpoint, {"course_key": key}, proves=endpoint is DISCUSSION),
        extra=() if known else (PRESENT,),
        facts={"key": key},
        judge=None if known else judge,
        proven=is_proven and not known and ask.credentials.opens(THREADS),
        proves=DISCUSSION,
    )
