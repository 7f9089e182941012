"""Discussions of a course: how they are set up, and their topics."""

from typing import Annotated

import strawberry

import resolvers.discussion
from loaders.discussion import DISCUSSION, TOPICS
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Pending, Row
from resolvers.source import around, at, here, named
from schema.declare import field, identified, resolved
from schema.forum import Thread
from schema.relay import After, Connection, First, Node
from schema.scalars import DateTime, UsageKey

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
