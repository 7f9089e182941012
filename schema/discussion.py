"""Discussions of a course: how they are set up, their topics and threads, and what is said in a thread."""

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
    """The picture of the author, from the people whom the answer describes."""
    return None if author is None else walk(users, (author, "profile", "image", "image_url_large"))


def _comments(root: Row, info: Info, first: First = 20, after: After = None) -> Pending:
    return resolvers.discussion.comments(root, info, first, after)


def _replies(root: Row, info: Info, first: First = 20, after: After = None) -> Pending:
    return resolvers.discussion.replies(root, info, first, after)


@strawberry.type(description="What threads and comments have in common.")
class _Content:
    id: strawberry.ID = identified(here("id"))
    lms_id: strawberry.ID = field("The LMS's id.", here("id"))
    author: str | None = field("Username of the author; null for an anonymous one.", here("author"))
    author_label: str | None = field(
        "The author's role. Known values: `Staff`, `Moderator`, `Community TA`.", here("author_label")
    )
    author_image_url: URL | None = field(
        "The author's picture, 120 pixels square; null for an anonymous one.", here("author", "users", via=_image)
    )
    created: DateTime = field("When it was posted.", here("created_at"))
    updated: DateTime = field("When it was changed last.", here("updated_at"))
    raw_body: str | None = field("The text as it was written, in Markdown.", here("raw_body"))
    rendered_body_html: HTML | None = field("The text as HTML.", here("rendered_body"))
    vote_count: int = field("How many voted for it.", here("vote_count"))
    voted: bool = field("Whether the viewer voted for it.", here("voted"))
    abuse_flagged: bool = field("Whether the viewer reported it.", here("abuse_flagged"))
    can_delete: bool = field("Whether the viewer may delete it.", here("can_delete"))
    editable_fields: list[str] = field("What the viewer may change, by the LMS's names.", here("editable_fields"))
    is_anonymous: bool = field("Whether nobody sees the author.", here("anonymous"))
    is_anonymous_to_peers: bool = field("Whether learners do not see the author.", here("anonymous_to_peers"))


@strawberry.type(description="A response to a thread, or a reply to a response.")
class Comment(_Content):
    endorsed: bool = field("Whether it was marked as a good answer.", here("endorsed"))
    endorsed_by: str | None = field("Username of who marked it.", here("endorsed_by"))
    endorsed_by_label: str | None = field("Role of who marked it.", here("endorsed_by_label"))
    endorsed_at: DateTime | None = field("When it was marked.", here("endorsed_at"))
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
        "The course it belongs to.", key=(here("course_id"),)
    )
    topic_id: strawberry.ID = field("The LMS's id of its topic.", here("topic_id"))
    preview_body: str | None = field("The beginning of the text, without markup.", here("preview_body"))
    comment_count: int = field("Number of posts in it, its own text included.", here("comment_count"))
    unread_comment_count: int = field("Number of posts that the viewer has not read.", here("unread_comment_count"))
    following: bool = field("Whether the viewer is told of news in it.", here("following"))
    read: bool = field("Whether the viewer has read it. Asking for it does not mark it.", here("read"))
    pinned: bool = field("Whether it stays on top of the list.", here("pinned"))
    closed: bool = field("Whether nobody can respond any more.", here("closed"))
    has_endorsed: bool = field("Whether one of its responses was marked as a good answer.", here("has_endorsed"))
    comments: Connection[Comment] | None = resolved(
        "The responses: oldest first; in a question those marked as good answers first.",
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


@strawberry.type(description="How many threads a topic has.")
class ThreadCounts(Node):
    id: strawberry.ID = identified(around("key"), around("topic"))
    discussion: int = field("Threads that discuss.", here("discussion"))
    question: int = field("Threads that ask.", here("question"))


@strawberry.type(description="A topic of a course's discussions.")
class DiscussionTopic(Node):
    id: strawberry.ID = identified(around("key"), named("topic", here("id")))
    lms_id: strawberry.ID = field("The LMS's id of the topic, unique within its course.", here("id"))
    name: str = field("Name of the topic.", here("name"))
    usage_key: UsageKey | None = field(
        "The unit it belongs to; null for a topic of the whole course.", here("usage_key")
    )
    enabled_in_context: bool = field("Whether it is to be shown beside its unit.", here("enabled_in_context"))
    thread_counts: ThreadCounts | None = field("How many threads it has.", here("thread_counts"))


@strawberry.type(description="A time in which nobody but moderators can post.")
class DiscussionBlackout(Node):
    id: strawberry.ID = identified(around("key"), here("start"), here("end"))
    start: DateTime = field("From when.", here("start"))
    end: DateTime = field("Until when.", here("end"))


@strawberry.type(description="The discussions of a course as the viewer has them.")
class Discussion(Node):
    id: strawberry.ID = identified(around("key"))
    provider: str | None = field(
        "Who runs them. Known values: `openedx`, `legacy`, and names of external tools.", at(DISCUSSION, "provider")
    )
    is_posting_enabled: bool | None = field("Whether the viewer can post now.", at(DISCUSSION, "is_posting_enabled"))
    show_discussions: bool | None = field("Whether they are to be shown at all.", at(DISCUSSION, "show_discussions"))
    enable_in_context: bool | None = field(
        "Whether topics are to be shown beside their units.", at(DISCUSSION, "enable_in_context")
    )
    allow_anonymous: bool | None = field(
        "Whether posts can be anonymous to everybody.", at(DISCUSSION, "allow_anonymous")
    )
    allow_anonymous_to_peers: bool | None = field(
        "Whether posts can be anonymous to learners.", at(DISCUSSION, "allow_anonymous_to_peers")
    )
    user_roles: list[str] | None = field(
        "The viewer's roles. Known values: `Student`, `Community TA`, `Group Moderator`, `Moderator`, `Administrator`.",
        at(DISCUSSION, "user_roles"),
    )
    has_moderation_privileges: bool | None = field(
        "Whether the viewer may moderate.", at(DISCUSSION, "has_moderation_privileges")
    )
    blackouts: list[DiscussionBlackout] | None = field("When posting is closed.", at(DISCUSSION, "blackouts"))
    topics: list[DiscussionTopic] | None = field(
        "All topics, in the order of the course; null when the viewer may not see them.", at(TOPICS)
    )
    threads: Connection[Thread] | None = resolved(
        "Threads, pinned ones first, then by their latest activity.",
        _threads,
        steps=steps.discussion.threads,
        source="discussion/threads",
    )
