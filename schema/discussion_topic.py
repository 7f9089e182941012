"""Topics of a course's discussions, as a list and as a tree."""

from typing import Any

import strawberry

from resolvers.declare.source import Part, around, here, named
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, UsageKey

_ARCHIVED = "archived"


def _first_id(topics: list[dict[str, Any]]) -> str | None:
    """Distinguishes categories of the same name."""
    return topics[0]["id"] if topics else None


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


@strawberry.type(description="A topic of an older provider of discussions, which does not name the topic's unit.")
class DiscussionCategoryTopic(Node):
    id: strawberry.ID = identified(around("key"), named("topic", here("id")))
    lms_id: strawberry.ID = field("The LMS's id of the topic, unique within its course.", here("id"))
    name: str = field("Name of the topic.", here("name"))
    thread_counts: ThreadCounts | None = field("Numbers of threads, by type.", here("thread_counts"))


@strawberry.type(description="A category of topics, as the course team named it.")
class DiscussionCategory(Node):
    id: strawberry.ID = identified(around("key"), here("name"), Part((here("children", via=_first_id),), optional=True))
    name: str = field("Name of the category.", here("name"))
    topics: list[DiscussionCategoryTopic] = field("Topics of the category.", here("children"))


@strawberry.type(description="A sequence of a course with the topics of its units.")
class DiscussionTopicSequence(Node):
    id: strawberry.ID = identified(around("key"), named("topic", here("id")))
    key: UsageKey = field("Key of the sequence.", here("id"))
    title: str | None = field("Name of the sequence.", here("display_name"))
    web_url: URL | None = field("URL of the sequence in the LMS.", here("lms_web_url"))
    thread_counts: ThreadCounts | None = field(
        "Numbers of threads in all of its topics, by type.", here("thread_counts")
    )
    topics: list[DiscussionTopic] = field("Topics of its units.", here("children"))


@strawberry.type(description="A section of a course with the topics of its units.")
class DiscussionTopicSection(Node):
    id: strawberry.ID = identified(around("key"), here("id"))
    key: UsageKey = field("Key of the section.", here("id"))
    title: str | None = field("Name of the section.", here("display_name"))
    web_url: URL | None = field("URL of the section in the LMS.", here("lms_web_url"))
    sequences: list[DiscussionTopicSequence] = field("Its sequences that have topics.", here("children"))


def course_wide_topics(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the tree that are topics of the whole course."""
    return [row for row in rows if not _holds_others(row)]


def topic_sections(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the tree that are sections."""
    return [row for row in rows if _holds_others(row) and row["id"] != _ARCHIVED]


def archived_topics(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The topics below the last row of the tree, if it has any."""
    return [topic for row in rows if row["id"] == _ARCHIVED for topic in row.get("children") or ()]


def _holds_others(row: dict[str, Any]) -> bool:
    return row.get("courseware") is True or row["id"] == _ARCHIVED
