"""The calls of the learners in a course's discussions."""

from loaders.endpoints.discussion import ACTIVITY_STATS, LEARNER_THREADS
from loaders.endpoints.people import ACCOUNTS
from resolvers.ask import Ask
from resolvers.discussion_learner import counts
from resolvers.found import Found
from resolvers.page import MAX_PAGE
from resolvers.selected import selected
from resolvers.step import Argument, value_of
from resolvers.steps.pages import numbered
from resolvers.steps.thread import word
from resolvers.thread import FLAG_COUNT


def learners(ask: Ask) -> Found:
    """`Discussion.learners`."""
    search = ask.argument("search")
    return numbered(
        ask,
        ACTIVITY_STATS,
        {
            "course_key": ask.fact("key"),
            "order_by": word(ask, "orderBy"),
            "username": None if search is None else Argument(search.text),
        },
    )


def learner(ask: Ask) -> Found:
    """`Discussion.learner`: its numbers are asked for where they are selected."""
    name = ask.named("username")
    told = {}
    if counts(ask):
        size = str(MAX_PAGE)
        course = ask.fact("key")
        told[ACTIVITY_STATS] = ask.step(
            ACTIVITY_STATS, {"course_key": course, "username": name, "page": "1", "page_size": size}
        )
    return Found(told, facts={"learner": name})


def account(ask: Ask) -> Found:
    """The account of a learner."""
    return Found({ACCOUNTS: ask.step(ACCOUNTS, {"key": _name(ask)})})


def threads(ask: Ask) -> Found:
    """Threads that a learner wrote in."""
    counted = FLAG_COUNT in selected(ask, "edges")
    return numbered(
        ask,
        LEARNER_THREADS,
        {
            "course_key": ask.fact("key"),
            "username": _name(ask),
            "order_by": word(ask, "orderBy"),
            "status": word(ask, "status"),
            "thread_type": word(ask, "type"),
            "count_flagged": "true" if counted else None,
        },
    )


def _name(ask: Ask) -> Argument:
    holder = next(iter(ask.place.told.values()), None)
    known = ask.place.facts.get("learner")
    return known or (Argument("{username}") if holder is None else value_of(holder, "username"))
