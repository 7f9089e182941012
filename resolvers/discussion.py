"""Who answers `Course.discussion`, `thread` and the lists below them."""

import re
from collections.abc import Callable, Collection, Sequence

from graphql import GraphQLObjectType

from loaders.calls.judge import closed
from loaders.endpoint import Call
from loaders.endpoints.discussion import COMMENTS, DISCUSSION, REPLIES, THREAD, THREADS
from resolvers.arguments import lms_id, parts_of
from resolvers.context import Info
from resolvers.course import load_of
from resolvers.demands import Demand
from resolvers.errors import bad_input
from resolvers.numbered import NAMESPACED, numbered_connection
from resolvers.page import LONGEST_TEXT, page_facts
from resolvers.planned import plan_for, row_of, settle, start
from resolvers.row import Facts, Pending, Row
from resolvers.selected import names_at, selected
from resolvers.single import pending_row

_TYPE = "Discussion"
PRESENT = Demand(path="", options={DISCUSSION: ""}, reasons=frozenset({DISCUSSION}))
_ID = re.compile(r"[0-9A-Za-z_\-]{1,64}", re.ASCII)
MAX_TOPICS = 100


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
    # Threads have a call of their own: where the settings of the discussions fail, it proves or denies nothing.
    listed = "threads" in names_at(info, object_type, list(info.field_nodes))

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


def threads(
    root: Row, info: Info, topic_ids: Sequence[str] | None, following: bool, first: int, after: str | None
) -> Pending:
    """Threads of one course; several topics are one call."""
    course_key: str = root.facts["key"]
    if topic_ids is not None and len(topic_ids) > MAX_TOPICS:
        raise bad_input(f"`topicIds` takes {MAX_TOPICS} topics at most.")
    named = [_topic(topic, course_key) for topic in topic_ids or ()]
    if named and following:
        raise bad_input("`topicIds` and `following` cannot be combined.")
    fields = _images(info, "edges", "node")
    topics = ",".join(named) or None

    def call(page: str, size: str) -> Call:
        return THREADS.call(
            course_id=course_key,
            topic_id=topics,
            following="true" if following else None,
            requested_fields=fields,
            page=page,
            page_size=size,
        )

    return numbered_connection(
        info.context,
        call,
        "ThreadConnection",
        first=first,
        after=after,
        envelope=NAMESPACED,
        facts=page_facts("threads", course_key, topics, following, first, after, key=course_key),
    )


def _topic(text: str, course_key: str) -> str:
    """The LMS's id of a topic of this course."""
    parts = parts_of(text, "DiscussionTopic")
    if parts is None:
        parts = (course_key, text)
    if len(parts) != 2 or parts[0] != course_key or "," in parts[1] or len(parts[1]) > LONGEST_TEXT:
        raise bad_input("`topicIds` takes ids of this course's topics.")
    return parts[1]


def thread(info: Info, thread_id: str) -> Pending:
    """One thread; its responses are asked for at the same time."""
    content_id = _checked(lms_id(thread_id, "Thread"))
    thread_type = info.schema.type_map["Thread"]
    assert isinstance(thread_type, GraphQLObjectType)
    names = names_at(info, thread_type, list(info.field_nodes))
    call = THREAD.call(thread_id=content_id, requested_fields=requested(names))
    return pending_row(info.context, call, "Thread", {"content_id": content_id})


def comments(root: Row, info: Info, first: int, after: str | None) -> Pending:
    """The responses to a thread, endorsed ones first in a question."""
    thread_id, fields = _id_of(root), _images(info, "edges", "node")

    def call(page: str, size: str) -> Call:
        return COMMENTS.call(thread_id=thread_id, requested_fields=fields, page=page, page_size=size)

    return _comments(info, call, first, after, page_facts("comments", thread_id, first, after))


def replies(root: Row, info: Info, first: int, after: str | None) -> Pending:
    """The replies to a response: one call for each response they are asked of."""
    comment_id, fields = _id_of(root), _images(info, "edges", "node")

    def call(page: str, size: str) -> Call:
        return REPLIES.call(comment_id=comment_id, requested_fields=fields, page=page, page_size=size)

    return _comments(info, call, first, after, page_facts("replies", comment_id, first, after))


def _comments(info: Info, call: Callable[[str, str], Call], first: int, after: str | None, facts: Facts) -> Pending:
    return numbered_connection(
        info.context, call, "CommentConnection", first=first, after=after, envelope=NAMESPACED, facts=facts
    )


def _id_of(root: Row) -> str:
    """The id of a thread or comment: what it was asked by, else what its row says."""
    if "content_id" in root.facts:
        return str(root.facts["content_id"])
    return _checked(str(next(iter(root.views.values())).value["id"]))


def is_content_id(text: str) -> bool:
    """True for what the LMS calls a thread or a comment."""
    return _ID.fullmatch(text) is not None


def _checked(content_id: str) -> str:
    if not is_content_id(content_id):
        raise bad_input("Not the id of a thread.")
    return content_id


def _images(info: Info, *path: str) -> str | None:
    return requested(selected(info, *path))


def requested(names: Collection[str]) -> str | None:
    """What brings the authors' pictures along, where they are selected."""
    return "profile_image" if "authorImageUrl" in names else None
