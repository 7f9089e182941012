"""Look-ups of `Discussion.learners`, `Discussion.learner` and a learner's threads."""

from functools import partial
from typing import Any

from msgspec import structs

from loaders.endpoints.discussion import ACTIVITY_STATS, DISCUSSION, LEARNER_THREADS
from loaders.endpoints.people import ACCOUNTS
from loaders.errors import Code, Failure
from loaders.keys import is_username
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found, Steps
from resolvers.declare.numbered import NAMESPACED, Envelope, numbered
from resolvers.declare.page import MAX_PAGE, check_text
from resolvers.fetch.reading import named
from resolvers.output.row import Row
from resolvers.plan.selected import names_at, selected
from resolvers.plan.step import Value
from resolvers.thread import FLAG_COUNT, SELECTED, post_of, word
from resolvers.values.path import View

_FLAGGED = "flagged"
_UNCOUNTED = Envelope(count=("total",), next=NAMESPACED.next)
"""The envelope of a list whose only count is that of the page."""
STATS = frozenset({"threads", "responses", "replies", "activeFlags", "inactiveFlags"})
"""The fields that need the LMS's counts of a learner's posts."""


def learners(ask: Ask) -> Found:
    """Learners with posts in the course's discussions, in the order of `orderBy`."""
    key, order = ask.fact("key"), word(ask, "orderBy")
    search = ask.argument("search", partial(check_text, "search"))
    facts = ask.page_facts("learners", key, order, search, ask.value("first"), ask.value("after"), key=key)
    arguments = {"course_key": key, "order_by": order, "username": search}
    found = numbered(ask, ACTIVITY_STATS, arguments, envelope=NAMESPACED, facts=facts)

    def read(answers: Answers) -> Any:
        failure = answers.outcomes.failed.get(ACTIVITY_STATS)
        if failure is not None and order == _FLAGGED and failure.status == 400:
            what = "The LMS's discussion/activity_stats shows reports to moderators only."
            raise Failure(Code.FORBIDDEN, what, ACTIVITY_STATS.name, ACTIVITY_STATS.service, status=400).error()
        if failure is not None:
            raise failure.error()
        assert found.read is not None
        return found.read(answers)

    return structs.replace(found, read=read, handles_failure=True)


def learner(ask: Ask) -> Found:
    """One learner, by username. Counts and account are requested only if they are selected.

    If the settings of the discussions failed, the counts show whether the viewer may see the discussions at all.
    """
    key, name = ask.fact("key"), ask.named("username", _username)
    facts = {"key": key, "learner": name}
    selected_names = names_at(ask, ask.type_of("DiscussionLearner"), list(ask.field_nodes))
    counted = not STATS.isdisjoint(selected_names)
    given = {"course_key": key, "username": name, "page": "1", "page_size": str(MAX_PAGE)}
    counts = {ACTIVITY_STATS: ask.step(ACTIVITY_STATS, given, conditional=not counted, proves=not counted)}
    steps = dict(counts) if counted else {}
    if "imageUrl" in selected_names:  # requested here, because below the learner it would wait for the settings
        steps[ACCOUNTS] = ask.step(ACCOUNTS, {"key": name})
    # No call is made for the settings; they are read if the discussion requests them.
    planned = ask.plans("Discussion", DISCUSSION)
    settings = {DISCUSSION: ask.step(DISCUSSION, {"course_key": key})} if planned else {}

    def then(answers: Answers) -> Steps:
        return counts if DISCUSSION in answers.outcomes.failed else {}

    def read(answers: Answers) -> Row:
        failure = answers.outcomes.failed.get(DISCUSSION)
        if failure is not None and not answers.has(ACTIVITY_STATS):
            raise failure.error()
        views = {LEARNER_THREADS: View({"username": name}, None), **answers.views({ACCOUNTS})}
        answer = answers.value(ACTIVITY_STATS)
        if answer is not None:
            row = next((one for one in answer["results"] if one["username"] == name), None)
            views[ACTIVITY_STATS] = View(row or {}, None)
        return answers.seen(views)

    return Found(steps, facts=facts, read=read, handles_failure=True, also=settings, then=then)


def _username(text: str) -> str:
    if not is_username(text):
        raise bad_input("`username` is not a username.")
    return text


def account(ask: Ask) -> Found:
    """The learner's account."""
    return post_of(ask, ACCOUNTS, {"key": _name(ask)})


def threads(ask: Ask) -> Found:
    """Threads that a learner posted in."""
    key, name = ask.fact("key"), _name(ask)
    wanted = {
        "course_key": key,
        "username": name,
        "count_flagged": "true" if FLAG_COUNT in selected(ask, "edges") else None,
        "order_by": word(ask, "orderBy"),
        "status": word(ask, "status"),
        "thread_type": word(ask, "type"),
    }
    values = (value for parameter, value in wanted.items() if parameter not in SELECTED)
    facts = ask.page_facts("learner", *values, ask.value("first"), ask.value("after"), key=key)
    return numbered(ask, LEARNER_THREADS, wanted, envelope=_UNCOUNTED, facts=facts)


def _name(ask: Ask) -> Value:
    """The learner's username."""
    name = ask.own("learner", "username")
    return name if ask.row is None else named(ask.row.views, ACTIVITY_STATS, str(name), is_username)
