"""The calls of a course's discussions."""

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENTS, DISCUSSION, REPLIES, THREAD, THREADS
from resolvers.ask import Ask
from resolvers.discussion import PRESENT, requested
from resolvers.found import Found
from resolvers.selected import names_at, selected
from resolvers.step import Argument, Step, value_of
from resolvers.steps.pages import numbered


def discussion(ask: Ask) -> Found:
    """`Course.discussion`."""
    return discussion_of(ask, ask.fact("key"))


def discussion_of(ask: Ask, key: Argument, *, known: bool = False) -> Found:
    """The same by the course's key; `known` where nobody has to say whether there are any."""

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Step:
        return ask.step(endpoint, {"course_key": key})

    found = ask.plan("Discussion", step_of, extra=() if known else (PRESENT,), facts={"key": key})
    if DISCUSSION in found.told:
        found.told[DISCUSSION].proves.setdefault(ask.path)
    return found


def threads(ask: Ask) -> Found:
    """`Discussion.threads`."""
    topics, _ = ask.each("topicIds")
    return numbered(
        ask,
        THREADS,
        {
            "course_id": ask.fact("key"),
            "topic_id": None if topics is None else Argument(topics.text),
            "following": "true" if ask.value("following") else None,
            "requested_fields": requested(selected(ask, "edges", "node")),
        },
    )


def thread(ask: Ask) -> Found:
    """`Query.thread`."""
    return thread_of(ask, ask.named("id"))


def thread_of(ask: Ask, name: Argument) -> Found:
    """The thread with this id."""
    fields = requested(names_at(ask, ask.type_of("Thread"), ask.field_nodes))
    return Found(
        {THREAD: ask.step(THREAD, {"thread_id": name, "requested_fields": fields})}, facts={"content_id": name}
    )


def comments(ask: Ask) -> Found:
    """`Thread.comments`."""
    return _contents(ask, COMMENTS, "thread_id")


def replies(ask: Ask) -> Found:
    """`Comment.replies`: one call for each response they are asked of."""
    return _contents(ask, REPLIES, "comment_id")


def _contents(ask: Ask, endpoint: Endpoint, parameter: str) -> Found:
    holder = next(iter(ask.place.told.values()), None)
    known = ask.place.facts.get("content_id")
    if known is None:
        known = Argument("{id}") if holder is None else value_of(holder, "id")
    fields = requested(selected(ask, "edges", "node"))
    found = numbered(ask, endpoint, {"requested_fields": fields, parameter: known})
    row = value_of(next(iter(found.told.values())), "id")
    return Found(found.told, rows=found.rows, facts={"content_id": row})
