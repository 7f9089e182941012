"""Who answers `thread`, lists of threads, and the comments of a thread."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from graphql import GraphQLObjectType

from loaders.endpoint import Call
from loaders.endpoints.discussion import COMMENT, COMMENTS, PARENT, REPLIES, REPORTED_THREADS, THREAD, THREADS
from loaders.endpoints.people import ACCOUNTS
from resolvers.arguments import lms_id, parts_of
from resolvers.context import Field, Info
from resolvers.errors import bad_input
from resolvers.numbered import NAMESPACED, numbered_connection
from resolvers.page import LONGEST_TEXT, check_first, check_text, connection_row, page_facts, page_of, read_offset
from resolvers.reading import payload_of, reading
from resolvers.row import Facts, Pending, Row, View
from resolvers.selected import names_at, selected
from resolvers.single import pending_row
from resolvers.source import Declaration

_ID = re.compile(r"[0-9A-Za-z_\-]{1,64}", re.ASCII)
_GROUP = re.compile(r"-?[0-9]{1,9}", re.ASCII)
MAX_TOPICS = 100
NAMES = frozenset({"__typename", "id", "lmsId"})
"""What is known of a post that another one names."""
FLAG_COUNT = "abuseFlaggedCount"
"""The field of an edge that the LMS counts on demand, for moderators."""
REWRITE = {"search_rewrite": ("text_search_rewrite",)}


def threads(
    root: Row,
    info: Info,
    topic_ids: Sequence[str] | None,
    search: str | None,
    group: str | None,
    filters: Mapping[str, str | None],
    first: int,
    after: str | None,
) -> Pending:
    """Threads of one course; several topics are one call. `filters` are in the LMS's own words."""
    course_key: str = root.facts["key"]
    if topic_ids is not None and len(topic_ids) > MAX_TOPICS:
        raise bad_input(f"`topicIds` takes {MAX_TOPICS} topics at most.")
    topics = ",".join(topic_id(topic, course_key) for topic in topic_ids or ()) or None
    text = check_text("search", search)
    if sum(one is not None for one in (topics, text, filters["following"])) > 1:
        raise bad_input("`topicIds`, `search` and `following` cannot be combined.")
    counts = FLAG_COUNT in selected(info, "edges")
    wanted = {
        **filters,
        "course_id": course_key,
        "topic_id": topics,
        "text_search": text,
        "group_id": None if group is None else group_id(group, course_key),
        "count_flagged": "true" if counts else None,
        "requested_fields": _images(info, "edges", "node"),
    }
    endpoint = REPORTED_THREADS if counts or filters["flagged"] else THREADS

    def call(page: str, size: str) -> Call:
        return endpoint.call(**wanted, page=page, page_size=size)

    facts = page_facts("threads", *(wanted[name] for name in sorted(wanted)), first, after, key=course_key)
    return numbered_connection(
        info.context,
        call,
        "ThreadConnection",
        first=first,
        after=after,
        envelope=NAMESPACED,
        told_by=THREADS,
        facts=facts,
        further=REWRITE,
    )


def topic_id(text: str, course_key: str) -> str:
    """The LMS's id of a topic of this course."""
    parts = parts_of(text, "DiscussionTopic")
    if parts is None:
        parts = (course_key, text)
    if len(parts) != 2 or parts[0] != course_key or "," in parts[1] or len(parts[1]) > LONGEST_TEXT:
        raise bad_input("A topic is named by an id of this course's topics.")
    return parts[1]


def group_id(text: str, course_key: str) -> str:
    """The LMS's number of a group or cohort of this course."""
    parts = parts_of(text, "DiscussionGroup", "Cohort") or (course_key, text)
    if len(parts) != 2 or parts[0] != course_key or _GROUP.fullmatch(parts[1]) is None:
        raise bad_input("A group is named by an id of this course's groups.")
    return parts[1]


def thread(info: Info, thread_id: str) -> Pending:
    """One thread; its responses are asked for at the same time."""
    content_id = checked(lms_id(thread_id, "Thread"))
    return pending_row(info.context, thread_call(info, content_id), "Thread", {"content_id": content_id})


def thread_call(info: Info, thread_id: str) -> Call:
    """The call for a thread, with what the field selects of it."""
    return THREAD.call(thread_id=thread_id, requested_fields=requested(thread_names(info)))


def thread_names(info: Field) -> frozenset[str]:
    """The fields that are selected of a thread."""
    thread_type = info.schema.type_map["Thread"]
    assert isinstance(thread_type, GraphQLObjectType)
    return names_at(info, thread_type, list(info.field_nodes))


def comment(info: Info, comment_id: str) -> Pending:
    """One comment; its replies are asked for at the same time."""
    content_id = checked(lms_id(comment_id, "Comment"))
    return pending_row(info.context, COMMENT.call(comment_id=content_id), "Comment", {"content_id": content_id})


async def thread_of(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """The thread that a comment names; it is asked for where more than its id is selected."""
    thread_id = checked(str(_value(row, "thread_id")))
    if thread_names(info) <= NAMES:
        return row.child({THREAD: View({"id": thread_id}, None)})
    loaded = payload_of(await info.context.load(thread_call(info, thread_id)))
    return None if loaded is None else row.child({THREAD: View(loaded.value, loaded.answer.tree)})


async def parent_of(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """The response that a reply names; None for a response."""
    parent_id = _value(row, "parent_id")
    if parent_id is None:
        return None
    if selected(info) <= NAMES:
        return row.child({PARENT: View({"id": parent_id}, None)})
    loaded = payload_of(await info.context.load(PARENT.call(comment_id=checked(str(parent_id)))))
    return None if loaded is None else row.child({PARENT: View(loaded.value, loaded.answer.tree)})


async def author_of(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """The account of the author, for answers that do not describe their authors."""
    author = _value(row, "author")
    if author is None:
        return None
    loaded = payload_of(await info.context.load(ACCOUNTS.call(key=str(author))))
    return None if loaded is None else row.child({ACCOUNTS: View(loaded.value, loaded.answer.tree)})


async def whole_thread(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A thread as it is told by itself."""
    call = THREAD.call(thread_id=checked(str(_value(row, "id"))))
    loaded = payload_of(await info.context.load(call))
    return None if loaded is None else row.child({THREAD: View(loaded.value, loaded.answer.tree)})


async def whole_comment(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """A comment as it is told by itself."""
    loaded = payload_of(await info.context.load(COMMENT.call(comment_id=checked(str(_value(row, "id"))))))
    return None if loaded is None else row.child({COMMENT: View(loaded.value, loaded.answer.tree)})


def _value(row: Row, name: str) -> Any:
    """A value of a post, from the answer that it is read from."""
    endpoint, view = next(iter(row.views.items()))
    with reading(endpoint):
        return view.value.get(name)


def comments(root: Row, info: Info, first: int, after: str | None, newest_first: bool) -> Pending:
    """The responses to a thread, endorsed ones first in a question."""
    thread_id, fields = _id_of(root), _images(info, "edges", "node")
    order = _reverse(newest_first)

    def call(page: str, size: str) -> Call:
        return COMMENTS.call(
            thread_id=thread_id, reverse_order=order, requested_fields=fields, page=page, page_size=size
        )

    return _comments(info, call, first, after, page_facts("comments", thread_id, order, first, after))


def replies(root: Row, info: Info, first: int, after: str | None, newest_first: bool) -> Pending | Row:
    """The replies to a response: one call for each response they are asked of, none where there are none."""
    comment_id, fields = _id_of(root), _images(info, "edges", "node")
    order = _reverse(newest_first)
    facts = page_facts("replies", comment_id, order, first, after)
    if _is_childless(root):
        check_first(first)
        page = page_of([], offset=read_offset(after), has_next=False, total=0)
        return connection_row(info.context, REPLIES, page, None, facts)

    def call(page: str, size: str) -> Call:
        return REPLIES.call(
            comment_id=comment_id, reverse_order=order, requested_fields=fields, page=page, page_size=size
        )

    return _comments(info, call, first, after, facts)


def _reverse(newest_first: bool) -> str | None:
    return "true" if newest_first else None


def _is_childless(root: Row) -> bool:
    """True for a response that is told to have no replies."""
    return any(view.value.get("child_count") == 0 for view in root.views.values())


def _comments(info: Info, call: Callable[[str, str], Call], first: int, after: str | None, facts: Facts) -> Pending:
    return numbered_connection(
        info.context, call, "CommentConnection", first=first, after=after, envelope=NAMESPACED, facts=facts
    )


def _id_of(root: Row) -> str:
    """The id of a thread or comment: what it was asked by, else what its row says."""
    if "content_id" in root.facts:
        return str(root.facts["content_id"])
    return checked(str(next(iter(root.views.values())).value["id"]))


def is_content_id(text: str) -> bool:
    """True for what the LMS calls a thread or a comment."""
    return _ID.fullmatch(text) is not None


def checked(content_id: str) -> str:
    if not is_content_id(content_id):
        raise bad_input("Not the id of a thread or comment.")
    return content_id


def _images(info: Info, *path: str) -> str | None:
    return requested(selected(info, *path))


def requested(names: Collection[str]) -> str | None:
    """What brings the authors' pictures along, where they are selected."""
    return "profile_image" if "authorImageUrl" in names else None
