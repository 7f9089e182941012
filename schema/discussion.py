"""Discussions of a course: settings, topics, and lists of threads."""

from typing import Annotated

import strawberry

from loaders.endpoints.discussion import DISCUSSION, DISCUSSION_SETTINGS, TOPIC_CATEGORIES, TOPIC_TREE, TOPICS
from resolvers.declare.source import around, at, here
from resolvers.discussion_learner import learner, learners
from resolvers.thread import threads
from schema.declare import field, found, identified
from schema.discussion_learner import DiscussionLearner, DiscussionLearnerOrder
from schema.discussion_topic import (
    DiscussionCategory,
    DiscussionCategoryTopic,
    DiscussionTopic,
    DiscussionTopicSection,
    archived_topics,
    course_wide_topics,
    topic_sections,
)
from schema.relay import After, Connection, First, Node
from schema.scalars import DateTime
from schema.thread import ThreadConnection, ThreadOrder, ThreadStatus, ThreadType

TopicIds = Annotated[
    list[strawberry.ID] | None,
    strawberry.argument(
        description="Only threads of these topics, 100 at most, by `id` or `lmsId`; null or an empty list means all "
        "topics."
    ),
]
Following = Annotated[
    bool,
    strawberry.argument(
        description="Only threads that the viewer follows; cannot be combined with topics or a search."
    ),
]
OrderBy = Annotated[ThreadOrder, strawberry.argument(description="Order of the threads.")]
Status = Annotated[ThreadStatus | None, strawberry.argument(description="Only threads with this status.")]
Type = Annotated[ThreadType | None, strawberry.argument(description="Only threads of this type.")]
Search = Annotated[
    str | None,
    strawberry.argument(
        description="Words to look for, 255 characters at most; cannot be combined with topics or `following`."
    ),
]
Group = Annotated[
    strawberry.ID | None,
    strawberry.argument(description="Only threads of this group, by the `id` or `lmsId` of a group or cohort."),
]


def _threads(
    topic_ids: TopicIds = None,
    following: Following = False,
    order_by: OrderBy = ThreadOrder.LAST_ACTIVITY,
    status: Status = None,
    type: Type = None,  # noqa: A002  # the argument's name in GraphQL
    search: Search = None,
    group: Group = None,
    first: First = 20,
    after: After = None,
) -> None: ...


def _learners(
    order_by: Annotated[
        DiscussionLearnerOrder, strawberry.argument(description="Order of the learners.")
    ] = DiscussionLearnerOrder.ACTIVITY,
    search: Annotated[
        str | None, strawberry.argument(description="A part of the username, 255 characters at most.")
    ] = None,
    first: First = 20,
    after: After = None,
) -> None: ...


def _learner(username: Annotated[str, strawberry.argument(description="Username of the learner.")]) -> None: ...


@strawberry.type(description="The captcha that posting requires.")
class DiscussionCaptcha(Node):
    id: strawberry.ID = identified(around("key"))
    is_enabled: bool | None = field("Whether a new post needs the token of a solved captcha.", here("enabled"))
    site_key: str | None = field("Site key of the captcha.", here("site_key"))


@strawberry.type(description="A reason for editing a post or closing a thread.")
class DiscussionReason(Node):
    id: strawberry.ID = identified(around("key"), here("code"), here("label"))
    code: str = field("Code of the reason.", here("code"))
    label: str = field("Text of the reason, in the viewer's language.", here("label"))


@strawberry.type(description="Settings for the division of a course's discussions into groups.")
class DiscussionSettings(Node):
    id: strawberry.ID = identified(around("key"))
    division_scheme: str | None = field("Known values: `none`, `cohort`, `enrollment_track`.", here("division_scheme"))
    always_divide_inline_discussions: bool | None = field(
        "Whether the topics of all units are divided.", here("always_divide_inline_discussions")
    )
    divided_inline_topics: list[strawberry.ID] | None = field(
        "The LMS's ids of the divided topics of units.", here("divided_inline_discussions")
    )
    divided_course_wide_topics: list[strawberry.ID] | None = field(
        "The LMS's ids of the divided topics of the whole course.", here("divided_course_wide_discussions")
    )


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
    is_group_ta: bool | None = field(
        "Whether the viewer may moderate the posts of their own group.", at(DISCUSSION, "is_group_ta")
    )
    is_user_admin: bool | None = field("Whether the viewer is global staff.", at(DISCUSSION, "is_user_admin"))
    is_course_staff: bool | None = field(
        "Whether the viewer is on the course's staff.", at(DISCUSSION, "is_course_staff")
    )
    is_course_admin: bool | None = field(
        "Whether the viewer is an administrator of the course.", at(DISCUSSION, "is_course_admin")
    )
    group_at_subsection: bool | None = field(
        "Whether to show topics by subsection instead of by unit.", at(DISCUSSION, "group_at_subsection")
    )
    can_notify_all_learners: bool | None = field(
        "Whether a new thread can notify all learners.", at(DISCUSSION, "is_notify_all_learners_enabled")
    )
    is_email_verified: bool | None = field(
        "Whether the viewer's e-mail address is confirmed; null on older releases.",
        at(DISCUSSION, "is_email_verified"),
    )
    only_verified_users_can_post: bool | None = field(
        "Whether posting requires a confirmed e-mail address; null on older releases.",
        at(DISCUSSION, "only_verified_users_can_post"),
    )
    is_rate_limited: bool | None = field(
        "Whether the number of new posts is limited; null on older releases.",
        at(DISCUSSION, "content_creation_rate_limited"),
    )
    captcha: DiscussionCaptcha | None = field(
        "The captcha of new posts; null on older releases.", at(DISCUSSION, "captcha_settings")
    )
    edit_reasons: list[DiscussionReason] | None = field(
        "Reasons that a moderator can give for an edit.", at(DISCUSSION, "edit_reasons")
    )
    close_reasons: list[DiscussionReason] | None = field(
        "Reasons that a moderator can give for closing a thread.", at(DISCUSSION, "post_close_reasons")
    )
    settings: DiscussionSettings | None = field(
        "Settings for the division of the discussions into groups; null for people without a role in them. Select "
        "them for moderators only, because the call returns nothing for others.",
        at(DISCUSSION_SETTINGS),
    )
    blackouts: list[DiscussionBlackout] | None = field(
        "Periods in which posting is closed.", at(DISCUSSION, "blackouts")
    )
    topics: list[DiscussionTopic] | None = field(
        "All topics, in course order; null if the viewer may not see them.", at(TOPICS)
    )
    course_wide_topics: list[DiscussionTopic] | None = field(
        "Topics of the whole course; null if the viewer may not see them.", at(TOPIC_TREE, via=course_wide_topics)
    )
    topic_sections: list[DiscussionTopicSection] | None = field(
        "Sections of the course with the topics of their units; null if the viewer may not see them.",
        at(TOPIC_TREE, via=topic_sections),
    )
    archived_topics: list[DiscussionTopic] | None = field(
        "Topics of units that are no longer in the course; null if the viewer may not see them.",
        at(TOPIC_TREE, via=archived_topics),
    )
    categories: list[DiscussionCategory] | None = field(
        "Topics of units by category, for providers other than `openedx`, which leave the other lists of topics empty; "
        "null if the viewer may not see them.",
        at(TOPIC_CATEGORIES, "courseware_topics"),
    )
    general_topics: list[DiscussionCategoryTopic] | None = field(
        "Topics of the whole course, for providers other than `openedx`; null if the viewer may not see them.",
        at(TOPIC_CATEGORIES, "non_courseware_topics"),
    )
    learners: Connection[DiscussionLearner] | None = found(
        "Learners with posts in the discussions.",
        learners,
        arguments=_learners,
        source="discussion/activity_stats",
    )
    learner: DiscussionLearner | None = found(
        "The learner with this username, with or without posts.",
        learner,
        arguments=_learner,
        source="discussion/activity_stats",
    )
    threads: ThreadConnection | None = found(
        "The threads, pinned ones first.",
        threads,
        arguments=_threads,
        source="discussion/threads, or discussion/threads/reported for moderators",
    )
