"""The calls of threads and their comments."""

from enum import Enum

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENTS, REPLIES, REPORTED_THREADS, THREAD, THREADS
from resolvers.ask import Ask
from resolvers.found import Found
from resolvers.selected import names_at, selected
from resolvers.step import Argument, value_of
from resolvers.steps.pages import numbered
from resolvers.thread import FLAG_COUNT, requested


def threads(ask: Ask) -> Found:
    """`Discussion.threads`."""
    counts = FLAG_COUNT in selected(ask, "edges")
    words = {"order_by": "orderBy", "thread_type": "type", "group_id": "group", "text_search": "search"}
    topics, _ = ask.each("topicIds")
    found = numbered(
        ask,
        REPORTED_THREADS if counts else THREADS,
        {
            **{name: _word(ask, one) for name, one in words.items()},
            "view": Argument("{status}") if ask.is_given("status") else None,
            "course_id": ask.fact("key"),
            "topic_id": None if topics is None else Argument(topics.text),
            "following": "true" if ask.value("following") else None,
            "count_flagged": "true" if counts else None,
            "requested_fields": requested(selected(ask, "edges", "node")),
        },
        told_by=THREADS,
    )
    if ask.is_given("status"):  # which status it is, the request says
        found.told[THREADS].others = (REPORTED_THREADS,)
    return found


def _word(ask: Ask, name: str) -> Argument | None:
    """An argument as a printed plan shows it; none for the LMS's own order."""
    argument, value = ask.argument(name), ask.value(name)
    if argument is None or argument.text.startswith("$"):
        return None if argument is None else Argument(argument.text)
    word = str(value.value) if isinstance(value, Enum) else argument.text
    return None if word == "last_activity_at" else Argument(word)


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
    order = "true" if ask.value("newestFirst") else None
    found = numbered(ask, endpoint, {"requested_fields": fields, "reverse_order": order, parameter: known})
    row = value_of(next(iter(found.told.values())), "id")
    return Found(found.told, rows=found.rows, facts={"content_id": row})
