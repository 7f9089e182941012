"""Discussions of a course: settings, topics, threads and comments."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

import resolvers.discussion
from loaders.endpoints.discussion import DISCUSSION, TOPICS
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Pending, Row, walk
from resolvers.source import around, at, here, named
from schema.declare import field, identified, relation, resolved
from schema.relay import After, Connection, First, Node
from schema.scalars import HTML, URL, DateTime, UsageKey

if TYPE_CHECKING:
    from schema.course.course import Course


def _image(author: str | None, users: Mapping[str, Any] | None) -> Any:
    """URL of the author's picture, from the users that the answer describes."""
    return None if author is None else walk(users, (author, "profile", "image", "image_url_large"))


def _comments(root: Row, info: Info, first: First = 20, after: After = None) -> Pending:
    return resolvers.discussion.comments(root, info, first, after)


def _replies(root: Row, info: Info, first: First = 20, after: After = None) -> Pending:
    return resolvers.discussion.replies(root, info, first, after)


@strawberry.type(description="Fields that threads and comments have in common.")
class _Content:
    id: strawberry.ID = identified(here("id"))
    lms_id: strawberry.ID = field("The LMS's id of the post.", here("id"))
    author: str | None = field("Username of the author; null if the author is anonymous.", here("author"))
    author_label: str | None = field(
        "The author's role. Known values: `Staff`, `Moderator`, `Community TA`.", here("author_label")
    )
    author_image_url: URL | None = field(
        "URL of the author's picture, 120 pixels square; null if the author is anonymous.",
        here("author", "users", via=_image),
    )
    created: DateTime = field("When the post was created.", here("created_at"))
    updated: DateTime = field("When the post was last modified.", here("updated_at"))
    raw_body: str | None = field("Text of the post, in Markdown.", here("raw_body"))
    rendered_body_html: HTML | None = field("Text of the post, as HTML.", here("rendered_body"))
    vote_count: int = field("Number of votes.", here("vote_count"))
    voted: bool = field("Whether the viewer has voted for the post.", here("voted"))
    abuse_flagged: bool = field("Whether the viewer has reported the post.", here("abuse_flagged"))
    can_delete: bool = field("Whether the viewer may delete the post.", here("can_delete"))
    editable_fields: list[str] = field("Names of the LMS's fields that the viewer may edit.", here("editable_fields"))
    is_anonymous: bool = field("Whether the post is anonymous to everybody.", here("anonymous"))
    is_anonymous_to_peers: bool = field("Whether the post is anonymous to learners.", here("anonymous_to_peers"))


@strawberry.type(description="A response to a thread, or a reply to a response.")
class Comment(_Content):
    endorsed: bool = field("Whether the response is endorsed.", here("endorsed"))
    endorsed_by: str | None = field("Username of the person who endorsed it.", here("endorsed_by"))
    endorsed_by_label: str | None = field("Role of the person who endorsed it.", here("endorsed_by_label"))
    endorsed_at: DateTime | None = field("When it was endorsed.", here("endorsed_at"))
    child_count: int = field("Number of replies.", here("child_count"))
    replies: Connection[Annotated["Comment", strawberry.lazy("schema.discussion")]] | None = resolved(
        "The replies, oldest first. One call for each comment.",
        _replies,
        steps=steps.discussion.replies,
        source="discussion/comment",
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
    unread_comment_count: int = field("Number of posts that the viewer has not read.", here("unread_comment_count"))
    following: bool = field("Whether the viewer follows the thread.", here("following"))
    read: bool = field(
        "Whether the viewer has read the thread. Reading this field does not mark it as read.", here("read")
    )
    pinned: bool = field("Whether the thread is pinned to the top of the list.", here("pinned"))
    closed: bool = field("Whether the thread is closed for responses.", here("closed"))
    has_endorsed: bool = field("Whether one of the responses is endorsed.", here("has_endorsed"))
    comments: Connection[Comment] | None = resolved(
        "The responses, oldest first; endorsed responses to a question come first.",
        _comments,
        steps=steps.discussion.comments,
        source="discussion/comments",
    )


TopicIds = Annotated[
    list[strawberry.ID] | None,
    strawberry.argument(
        description="Only threads of these topics, 100 at most, by `id` or `lmsId`; null means all topics."
    ),
]
Following = Annotated[
    bool,
    strawberry.argument(description="Only threads that the viewer follows; cannot be combined with topics."),
]


def _threads(
    root: Row,
    info: Info,
    topic_ids: TopicIds = None,
    following: Following = False,
    first: First = 20,
    after: After = None,
) -> Pending:
    return resolvers.discussion.threads(root, info, topic_ids, following, first, after)


@strawberry.type(description="Numbers of threads in a topic, by type.")
class ThreadCounts(Node):
    id: strawberry.ID = identified(around("key"), around("topic"))
    discussion: int = field("Number of threads of type `discussion`.", here("discussion"))
    question: int = field("Number of threads of type `question`.", here("question"))


@strawberry.type(description="A topic of a course's discussions.")
class DiscussionTopic(Node):
    id: strawberry.ID = identified(around("key"), named("topic", here("id")))
    lms_id: strawberry.ID = field("The LMS's id of the topic, unique within its course.", here("id"))
    name: str = field("Name of the topic.", here("name"))
    usage_key: UsageKey | None = field(
        "Key of the topic's unit; null for a topic of the whole course.", here("usage_key")
    )
    enabled_in_context: bool = field("Whether to show the topic next to its unit.", here("enabled_in_context"))
    thread_counts: ThreadCounts | None = field("Numbers of threads, by type.", here("thread_counts"))


@strawberry.type(description="A period in which only moderators can post.")
class DiscussionBlackout(Node):
    id: strawberry.ID = identified(around("key"), here("start"), here("end"))
    start: DateTime = field("Start of the period.", here("start"))
    end: DateTime = field("End of the period.", here("end"))


@strawberry.type(description="The discussions of a course, as the viewer sees them.")
class Discussion(Node):
    id: strawberry.ID = identified(around("key"))
    provider: str | None = field(
        "Provider of the discussions. Known values: `openedx`, `legacy`, and names of external tools.",
        at(DISCUSSION, "provider"),
    )
    is_posting_enabled: bool | None = field("Whether the viewer can post now.", at(DISCUSSION, "is_posting_enabled"))
    show_discussions: bool | None = field("Whether to show the discussions.", at(DISCUSSION, "show_discussions"))
    enable_in_context: bool | None = field(
        "Whether to show topics next to their units.", at(DISCUSSION, "enable_in_context")
    )
    allow_anonymous: bool | None = field(
        "Whether posts may be anonymous to everybody.", at(DISCUSSION, "allow_anonymous")
    )
    allow_anonymous_to_peers: bool | None = field(
        "Whether posts may be anonymous to learners.", at(DISCUSSION, "allow_anonymous_to_peers")
    )
    user_roles: list[str] | None = field(
        "The viewer's roles. Known values: `Student`, `Community TA`, `Group Moderator`, `Moderator`, `Administrator`.",
        at(DISCUSSION, "user_roles"),
    )
    has_moderation_privileges: bool | None = field(
        "Whether the viewer may moderate.", at(DISCUSSION, "has_moderation_privileges")
    )
    blackouts: list[DiscussionBlackout] | None = field(
        "Periods in which posting is closed.", at(DISCUSSION, "blackouts")
    )
    topics: list[DiscussionTopic] | None = field(
        "All topics, in course order; null if the viewer may not see them.", at(TOPICS)
    )
    threads: Connection[Thread] | None = resolved(
        "Threads: pinned ones first, then by latest activity.",
        _threads,
        steps=steps.discussion.threads,
        source="discussion/threads",
    )
