"""Learners in a course's discussions, with the threads that they posted in."""

from enum import Enum
from typing import Annotated

import strawberry

from loaders.endpoints.discussion import ACTIVITY_STATS
from loaders.endpoints.people import ACCOUNTS
from resolvers.declare.source import around, at, known, named
from resolvers.discussion_learner import account
from resolvers.discussion_learner import threads as learner_threads
from schema.declare import field, found, identified
from schema.relay import After, First, Node
from schema.scalars import URL
from schema.thread import ThreadConnection, ThreadOrder, ThreadStatus, ThreadType


@strawberry.enum(description="Order of the learners in a course's discussions.")
class DiscussionLearnerOrder(Enum):
    ACTIVITY = strawberry.enum_value("activity", description="Learners with the most posts first.")
    FLAGGED = strawberry.enum_value(
        "flagged", description="Learners with the most reported posts first. Requires the right to moderate."
    )
    RECENCY = strawberry.enum_value("recency", description="Learners with the latest posts first.")


OrderBy = Annotated[ThreadOrder, strawberry.argument(description="Order of the threads.")]
Status = Annotated[ThreadStatus | None, strawberry.argument(description="Only threads with this status.")]
Type = Annotated[ThreadType | None, strawberry.argument(description="Only threads of this type.")]


def _threads(
    order_by: OrderBy = ThreadOrder.LAST_ACTIVITY,
    status: Status = None,
    type: Type = None,  # noqa: A002  # the argument's name in GraphQL
    first: First = 20,
    after: After = None,
) -> None: ...


@strawberry.type(description="A learner in a course's discussions.")
class DiscussionLearner(Node):
    id: strawberry.ID = identified(around("key"), named("learner", at(ACTIVITY_STATS, "username")))
    username: str = field("Username.", known("learner"), at(ACTIVITY_STATS, "username"))
    image_url: URL | None = field(
        "URL of the learner's picture, 120 pixels square. One call for all learners of a page.",
        at(ACCOUNTS, "profile_image.image_url_large"),
        further=account,
    )
    threads: int | None = field("Number of threads; null if the learner has no posts.", at(ACTIVITY_STATS, "threads"))
    responses: int | None = field("Number of responses.", at(ACTIVITY_STATS, "responses"))
    replies: int | None = field("Number of replies.", at(ACTIVITY_STATS, "replies"))
    active_flags: int | None = field(
        "Number of reported posts; null for people who may not moderate.", at(ACTIVITY_STATS, "active_flags")
    )
    inactive_flags: int | None = field(
        "Number of posts whose reports were dismissed; null for people who may not moderate.",
        at(ACTIVITY_STATS, "inactive_flags"),
    )
    posts: ThreadConnection | None = found(
        "Threads that the learner posted in. Not available to a bearer token or a session of an unconfirmed account.",
        learner_threads,
        arguments=_threads,
        source="discussion/learner",
    )
