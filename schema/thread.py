"""Threads of a course's discussions, with their comments."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENT, COMMENTS, LEARNER_THREADS, PARENT, REPLIES, THREAD, THREADS
from loaders.endpoints.discussion_writes import CREATE_COMMENT, CREATE_THREAD, READ_THREAD, UPDATE_THREAD
from loaders.endpoints.people import ACCOUNTS
from resolvers.declare.source import around, at, here, made, named
from resolvers.thread import (
    account_of_author,
    comments,
    parent,
    replies,
    thread_of_comment,
    whole_comment,
    whole_thread,
)
from resolvers.values.path import walk
from schema.declare import field, found, identified, relation
from schema.relay import After, Connection, First, Node, PageInfo
from schema.scalars import HTML, URL, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course


@strawberry.enum(description="Order of threads. Pinned threads always come first. Each order is descending.")
class ThreadOrder(Enum):
    LAST_ACTIVITY = strawberry.enum_value("last_activity_at", description="By the time of the latest activity.")
    COMMENTS = strawberry.enum_value("comment_count", description="By the number of comments.")
    VOTES = strawberry.enum_value("vote_count", description="By the number of votes.")


@strawberry.enum(description="Which threads of a list to show.")
class ThreadStatus(Enum):
    UNREAD = strawberry.enum_value("unread", description="Threads with posts that the viewer has not read.")
    UNANSWERED = strawberry.enum_value("unanswered", description="Questions without an endorsed response.")
    UNRESPONDED = strawberry.enum_value("unresponded", description="Threads without a response.")
    FLAGGED = strawberry.enum_value(
        "flagged", description="Threads with reported posts. Requires the right to moderate."
    )


@strawberry.enum(description="Type of a thread.")
class ThreadType(Enum):
    DISCUSSION = strawberry.enum_value("discussion", description="A discussion.")
    QUESTION = strawberry.enum_value("question", description="A question, whose author can endorse a response.")


def _image(author: str | None, users: Mapping[str, Any] | None) -> Any:
    """URL of the author's picture, from the users that the answer describes."""
    return None if author is None else walk(users, (author, "profile", "image", "image_url_large"))


NewestFirst = Annotated[bool, strawberry.argument(description="Whether the newest come first instead of the oldest.")]


def _posts(first: First = 20, after: After = None, newest_first: NewestFirst = False) -> None: ...


@strawberry.type(description="A group of learners, such as a cohort, that a thread is limited to.")
class DiscussionGroup:
    id: strawberry.ID = identified(here("course_id"), here("group_id"))
    lms_id: strawberry.ID = field("The LMS's number of the group.", here("group_id", via=str))
    name: str | None = field("Name of the group.", here("group_name"))


@strawberry.type(description="The latest edit of a post.")
class PostEdit:
    id: strawberry.ID = identified(around("post"), here("created_at"), here("editor_username"))
    reason_code: str | None = field("Code of the reason; `editReasons` has their labels.", here("reason_code"))
    editor: str | None = field("Username of the editor.", here("editor_username"))
    created: DateTime | None = field("When the post was edited.", here("created_at"))
    original_body: str | None = field("Text before the edit, in Markdown.", here("original_body"))


@strawberry.type(description="Fields that threads and comments have in common.")
class _Content:
    id: strawberry.ID = identified(named("post", here("id")))
    lms_id: strawberry.ID = field("The LMS's id of the post.", here("id"))
    author: str | None = field("Username of the author; null if the author is anonymous.", here("author"))
    author_label: str | None = field(
        "The author's role. Known values: `Staff`, `Moderator`, `Community TA`.", here("author_label")
    )
    author_image_url: URL | None = field(
        "URL of the author's picture, 120 pixels square; null if the author is anonymous.",
        *(
            at(endpoint, "author", "users", via=_image)
            for endpoint in (THREADS, THREAD, LEARNER_THREADS, COMMENTS, REPLIES)
        ),
        at(ACCOUNTS, "profile_image.image_url_large"),
        further=account_of_author,
    )
    created: DateTime = field("When the post was created.", here("created_at"))
    updated: DateTime = field("When the post was last modified.", here("updated_at"))
    raw_body: str | None = field("Text of the post, in Markdown.", here("raw_body"))
    rendered_body_html: HTML | None = field("Text of the post, as HTML.", here("rendered_body"))
    vote_count: int = field("Number of votes.", here("vote_count"))
    voted: bool = field("Whether the viewer has voted for the post.", here("voted"))
    abuse_flagged: bool = field(
        "Whether the viewer has reported the post; for moderators, whether anybody has.", here("abuse_flagged")
    )
    can_delete: bool = field("Whether the viewer may delete the post.", here("can_delete"))
    editable_fields: list[str] = field("Names of the LMS's fields that the viewer may edit.", here("editable_fields"))
    is_anonymous: bool = field("Whether the post is anonymous to everybody.", here("anonymous"))
    is_anonymous_to_peers: bool = field("Whether the post is anonymous to learners.", here("anonymous_to_peers"))
    last_edit: PostEdit | None = field(
        "The latest edit of the text, for its author and moderators; null if there is none.", here("last_edit")
    )
    edit_by_label: str | None = field(
        "Role of the person who last edited the text, for its author and moderators.", here("edit_by_label")
    )


def _endorsed(description: str, path: str) -> Any:
    """The person who endorsed a comment. The answer to a change lacks it."""
    endpoints = (COMMENTS, REPLIES, COMMENT, PARENT, CREATE_COMMENT)
    sources = (at(endpoint, path) for endpoint in endpoints)
    return field(description, *sources, further=whole_comment)


def _whole(description: str, path: str, *others: Endpoint) -> Any:
    """A value that is wrong in some answers about a thread. Then the thread's own endpoint is called."""
    sources = (at(endpoint, path) for endpoint in (THREADS, THREAD, *others))
    return field(description, *sources, further=whole_thread)


@strawberry.type(description="A response to a thread, or a reply to a response.")
class Comment(_Content, Node):
    thread: Annotated["Thread", strawberry.lazy("schema.thread")] | None = field(
        "The thread that the comment belongs to; null if the viewer may not see it any more.",
        at(THREAD),
        further=thread_of_comment,
    )
    parent: Annotated["Comment", strawberry.lazy("schema.thread")] | None = field(
        "The response that a reply belongs to; null for a response.",
        at(PARENT),
        further=parent,
    )
    endorsed: bool = field("Whether the response is endorsed.", here("endorsed"))
    endorsed_by: str | None = _endorsed("Username of the person who endorsed it.", "endorsed_by")
    endorsed_by_label: str | None = _endorsed("Role of the person who endorsed it.", "endorsed_by_label")
    endorsed_at: DateTime | None = _endorsed("When it was endorsed.", "endorsed_at")
    child_count: int = field("Number of replies.", here("child_count"))
    abuse_flagged_by_anyone: bool | None = field(
        "Whether anybody has reported the comment; null for people who may not moderate.",
        here("abuse_flagged_any_user"),
    )
    replies: Connection[Annotated["Comment", strawberry.lazy("schema.thread")]] | None = found(
        "The replies, oldest first. One call for each comment that has any, four at a time.",
        replies,
        arguments=_posts,
        source="discussion/replies",
    )


@strawberry.type(description="A thread of a course's discussions.")
class Thread(_Content, Node):
    title: str = field("Title of the thread.", here("title"))
    type: str = field("Known values: `discussion`, `question`.", here("type"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course that the thread belongs to.", key=(here("course_id"),)
    )
    topic_id: strawberry.ID = field("The LMS's id of the topic.", here("topic_id"))
    preview_body: str | None = field("Beginning of the text, without markup.", here("preview_body"))
    comment_count: int = field("Number of posts, including the thread's own text.", here("comment_count"))
    unread_comment_count: int = _whole(
        "Number of posts that the viewer has not read.",
        "unread_comment_count",
        LEARNER_THREADS,
        CREATE_THREAD,
        READ_THREAD,
    )
    following: bool = field("Whether the viewer follows the thread.", here("following"))
    read: bool = _whole(
        "Whether the viewer has read the thread. Reading this field does not mark it as read.",
        "read",
        LEARNER_THREADS,
        CREATE_THREAD,
        READ_THREAD,
    )
    group: DiscussionGroup | None = field(
        "The group that may see the thread; null if everybody may.", replace(here(), gate=("group_id",))
    )
    pinned: bool = _whole(
        "Whether the thread is pinned to the top of the list.", "pinned", CREATE_THREAD, READ_THREAD, UPDATE_THREAD
    )
    closed: bool = field("Whether the thread is closed for responses.", here("closed"))
    closed_by: str | None = field(
        "Username of the person who closed the thread, for its author and moderators.", here("closed_by")
    )
    closed_by_label: str | None = field("Role of the person who closed the thread.", here("closed_by_label"))
    close_reason: str | None = field("Why the thread was closed, for its author and moderators.", here("close_reason"))
    has_endorsed: bool = field("Whether one of the responses is endorsed.", here("has_endorsed"))
    comments: Connection[Comment] | None = found(
        "The responses, oldest first; endorsed responses to a question come first.",
        comments,
        arguments=_posts,
        source="discussion/comments",
    )


@strawberry.type(description="An edge in `ThreadConnection`.")
class ThreadEdge:
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Cursor of the edge, for `after`.", made("cursor"))
    node: Thread = field("The object at the end of the edge.", made("node"))
    abuse_flagged_count: int | None = field(
        "Number of reported posts in the thread. Requires the right to moderate; otherwise the LMS refuses the "
        "whole list.",
        made("node.abuse_flagged_count"),
    )


@strawberry.type(description="A page of threads.")
class ThreadConnection:
    id: strawberry.ID = identified(around("page"))
    edges: list[ThreadEdge] = field("The edges of this page.", made("edges"))
    page_info: PageInfo = field("Information about this page.", made("page_info"))
    total_count: int | None = field("Total number of edges; null if the LMS does not count them.", made("total_count"))
    search_rewrite: str | None = field(
        "The words that were searched for instead of `search`, which matched nothing.", made("search_rewrite")
    )
