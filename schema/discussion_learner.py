"""Learners in a course's discussions, with the threads that they wrote in."""

from enum import Enum
from typing import Annotated

import strawberry

import resolvers.discussion_learner
from loaders.endpoints.discussion import ACTIVITY_STATS
from loaders.endpoints.people import ACCOUNTS
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Pending, Row
from resolvers.source import around, at, known, named
from schema.declare import field, identified, resolved
from schema.relay import After, First, Node
from schema.scalars import URL
from schema.thread import ThreadConnection, ThreadOrder, ThreadStatus, ThreadType


@strawberry.enum(description="Order of the learners in a course's discussions.")
class DiscussionLearnerOrder(Enum):
    ACTIVITY = strawberry.enum_value("activity", description="Those who wrote most first.")
    FLAGGED = strawberry.enum_value(
        "flagged", description="Those whose posts were reported most first. Requires the right to moderate."
    )
    RECENCY = strawberry.enum_value("recency", description="Those who wrote last first.")


OrderBy = Annotated[ThreadOrder, strawberry.argument(description="Order of the threads.")]
Status = Annotated[ThreadStatus | None, strawberry.argument(description="Only threads with this status.")]
Type = Annotated[ThreadType | None, strawberry.argument(description="Only threads of this type.")]


def _threads(
    root: Row,
    info: Info,
    order_by: OrderBy = ThreadOrder.LAST_ACTIVITY,
    status: Status = None,
    type: Type = None,  # noqa: A002  # the argument's name in GraphQL
    first: First = 20,
    after: After = None,
) -> Pending:
    filters = {
        "order_by": None if order_by is ThreadOrder.LAST_ACTIVITY else str(order_by.value),
        "status": None if status is None else str(status.value),
        "thread_type": None if type is None else str(type.value),
    }
    return resolvers.discussion_learner.threads(root, info, filters, first, after)


@strawberry.type(description="A learner in a course's discussions.")
class DiscussionLearner(Node):
    id: strawberry.ID = identified(around("key"), named("learner", at(ACTIVITY_STATS, "username")))
    username: str = field("Username.", known("learner"), at(ACTIVITY_STATS, "username"))
    image_url: URL | None = field(
        "URL of the learner's picture, 120 pixels square. One call for all learners of a page.",
        at(ACCOUNTS, "profile_image.image_url_large"),
        further=resolvers.discussion_learner.account_of,
        steps=steps.discussion_learner.account,
    )
    threads: int | None = field("Number of threads; null if the learner wrote nothing.", at(ACTIVITY_STATS, "threads"))
    responses: int | None = field("Number of responses.", at(ACTIVITY_STATS, "responses"))
    replies: int | None = field("Number of replies.", at(ACTIVITY_STATS, "replies"))
    active_flags: int | None = field(
        "Number of reported posts; null for people who may not moderate.", at(ACTIVITY_STATS, "active_flags")
    )
    inactive_flags: int | None = field(
        "Number of posts whose reports were dismissed; null for people who may not moderate.",
        at(ACTIVITY_STATS, "inactive_flags"),
    )
    posts: ThreadConnection | None = resolved(
        "Threads that the learner wrote in. Not for a bearer token or a session of an unconfirmed account.",
        _threads,
        steps=steps.discussion_learner.threads,
        source="discussion/learner",
    )
