"""The calls of threads and their comments."""

from enum import Enum

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENT, COMMENTS, PARENT, REPLIES, REPORTED_THREADS, THREAD, THREADS
from loaders.endpoints.people import ACCOUNTS
from resolvers.ask import Ask
from resolvers.found import Found
from resolvers.selected import selected
from resolvers.step import Argument, value_of
from resolvers.steps.pages import numbered
from resolvers.thread import FLAG_COUNT, NAMES, requested, thread_names


def threads(ask: Ask) -> Found:
    """`Discussion.threads`."""
    counts = FLAG_COUNT in selected(ask, "edges")
    words = {"order_by": "orderBy", "thread_type": "type", "group_id": "group", "text_search": "search"}
    topics, _ = ask.each("topicIds")
    found = numbered(
        ask,
        REPORTED_THREADS if counts else THREADS,
        {
            **{name: word(ask, one) for name, one in words.items()},
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


def word(ask: Ask, name: str) -> Argument | None:
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
    fields = requested(thread_names(ask))
    return Found(
        {THREAD: ask.step(THREAD, {"thread_id": name, "requested_fields": fields})}, facts={"content_id": name}
    )


def comment(ask: Ask) -> Found:
    """`Query.comment`."""
    return comment_of(ask, ask.named("id"))


def comment_of(ask: Ask, name: Argument) -> Found:
    """The comment with this id."""
    return Found({COMMENT: ask.step(COMMENT, {"comment_id": name})}, facts={"content_id": name})


def thread_of_comment(ask: Ask) -> Found:
    """`Comment.thread`: named by the comment, and asked for where more is selected."""
    names = thread_names(ask)
    holder = next(iter(ask.place.told.values()), None)
    if names <= NAMES and holder is not None:
        return Found({THREAD: holder})
    step = ask.step(THREAD, {"thread_id": _told(ask, "thread_id"), "requested_fields": requested(names)})
    return Found({THREAD: step}, facts={"content_id": value_of(step, "id")})


def parent(ask: Ask) -> Found:
    """`Comment.parent`: the same. A response has none."""
    holder = next(iter(ask.place.told.values()), None)
    if selected(ask) <= NAMES and holder is not None:
        return Found({PARENT: holder})
    step = ask.step(PARENT, {"comment_id": _told(ask, "parent_id")}, perhaps=True)
    return Found({PARENT: step}, facts={"content_id": value_of(step, "id")})


def author(ask: Ask) -> Found:
    """The picture of the author, where the answer does not describe its authors."""
    return Found({ACCOUNTS: ask.step(ACCOUNTS, {"key": _told(ask, "author")})})


def whole_thread(ask: Ask) -> Found:
    """A value of a thread that the answer it is read from has wrong."""
    return Found({THREAD: ask.step(THREAD, {"thread_id": _told(ask, "id")})})


def whole_comment(ask: Ask) -> Found:
    """A value of a comment that the answer it is read from has wrong."""
    return Found({COMMENT: ask.step(COMMENT, {"comment_id": _told(ask, "id")})})


def _told(ask: Ask, name: str) -> Argument:
    """A value of the post that the field belongs to."""
    holder = next(iter(ask.place.told.values()), None)
    return Argument(f"{{{name}}}") if holder is None else value_of(holder, name)


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
