"""Notifications of the viewer, and their settings."""

import json
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.notification import NOTIFICATION_COUNT, NOTIFICATIONS
from resolvers import notification
from resolvers.declare.source import around, at, entries, entry_name, entry_value, here, made, named
from schema.declare import field, found, identified, relation
from schema.relay import After, Connection, First, Node
from schema.scalars import HTML, URL, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course


@strawberry.enum(description="The part of the LMS that a notification is from.")
class NotificationApp(Enum):
    DISCUSSION = strawberry.enum_value("discussion", description="Discussions.")
    UPDATES = strawberry.enum_value("updates", description="Updates of courses.")
    GRADING = strawberry.enum_value("grading", description="Grades.")


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


@strawberry.type(description="A value that a notification is about.")
class NotificationContext:
    id: strawberry.ID = identified(around("notification"), entry_name())
    key: str = field("The LMS's name of the value, such as `post_title` or `replier_name`.", entry_name())
    value: str | None = field("The value as text; JSON if it is not a text.", entry_value(via=_text))


@strawberry.type(description="A notification.")
class Notification:
    id: strawberry.ID = identified(named("notification", here("id")))
    lms_id: int = field("The LMS's number of the notification.", here("id"))
    app: str = field("Known values: `discussion`, `updates`, `grading`.", here("app_name"))
    type: str = field(
        "Known values: `new_comment_on_response`, `new_comment`, `new_response`, `new_discussion_post`, "
        "`new_question_post`, `response_on_followed_post`, `comment_on_followed_post`, `content_reported`, "
        "`response_endorsed_on_thread`, `response_endorsed`, `course_updates`, `ora_staff_notifications`, "
        "`ora_grade_assigned`, `new_instructor_all_learners_post`.",
        here("notification_type"),
    )
    content_html: HTML = field("The text, in the viewer's language.", here("content"))
    content_url: URL | None = field("URL of the page that the notification is about.", here("content_url"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course that the notification is about; null if there is none.", key=(at(NOTIFICATIONS, "course_id"),)
    )
    context: list[NotificationContext] | None = field(
        "The values that the text contains.", entries(None, "content_context")
    )
    created: DateTime = field("When the notification was created.", here("created"))
    last_read: DateTime | None = field("When the viewer read it; null before.", here("last_read"))
    last_seen: DateTime | None = field("When the viewer saw it in the list; null before.", here("last_seen"))


@strawberry.type(description="Number of unseen notifications of an app.")
class NotificationAppCount(Node):
    id: strawberry.ID = identified(entry_name())
    app: str = field("Known values: those of `Notification.app`.", entry_name())
    count: int = field("Number of unseen notifications.", entry_value())


def _list(
    app: Annotated[NotificationApp | None, strawberry.argument(description="Only this app. If null, all.")] = None,
    first: First = 10,
    after: After = None,
) -> None: ...


@strawberry.type(description="The viewer's notifications.")
class Notifications(Node):
    id: strawberry.ID = identified()
    is_enabled: bool | None = field(
        "Whether notifications are shown at all.", at(NOTIFICATION_COUNT, "show_notifications_tray")
    )
    unseen_count: int | None = field("Number of unseen notifications.", at(NOTIFICATION_COUNT, "count"))
    counts: list[NotificationAppCount] | None = field(
        "Numbers of unseen notifications, by app.", entries(NOTIFICATION_COUNT, "count_by_app_name")
    )
    expiry_days: int | None = field(
        "Days after which a notification is deleted.", at(NOTIFICATION_COUNT, "notification_expiry_days")
    )
    list: Connection[Notification] | None = found(
        "Notifications of the last 60 days, newest first.",
        notification.listed,
        arguments=_list,
        source="notifications/list",
    )


@strawberry.type(description="The viewer's notification settings for one type.")
class NotificationTypeSettings:
    id: strawberry.ID = identified(made("app"), made("type"))
    type: str = field(
        "Known values: those of `Notification.type`, and `grouped_notification` for all types in "
        "`NotificationAppSettings.groupedTypes`. Releases before Verawood call the latter `core`.",
        made("type"),
    )
    is_grouped: bool = field("Whether these settings apply to the grouped types.", made("is_grouped"))
    web: bool | None = field("Whether the viewer is notified on the web.", made("web"))
    push: bool | None = field("Whether the viewer is notified in the mobile apps.", made("push"))
    email: bool | None = field("Whether the viewer is notified by e-mail.", made("email"))
    email_cadence: str | None = field(
        "How often e-mails are sent. Known values: `Immediately`, `Daily`, `Weekly`, `Never`.", made("email_cadence")
    )
    info: str | None = field("Explanation, in the viewer's language.", made("info"))
    locked_channels: list[str] = field("Channels that the viewer cannot change.", made("locked"))


@strawberry.type(description="The viewer's notification settings for one app.")
class NotificationAppSettings:
    id: strawberry.ID = identified(made("app"))
    app: str = field("Known values: those of `Notification.app`.", made("app"))
    is_enabled: bool | None = field("Whether notifications of the app are enabled.", made("enabled"))
    grouped_types: list[str] = field("Types that share one setting.", made("grouped"))
    types: list[NotificationTypeSettings] = field("Settings by type.", made("types"))


@strawberry.type(
    description="The viewer's notification settings. They have the same form for all three generations of the "
    "LMS's API."
)
class NotificationSettings(Node):
    id: strawberry.ID = identified()
    is_shown: bool | None = field("Whether to show the settings; null in older releases.", made("is_shown"))
    is_email_shown: bool | None = field(
        "Whether to show the settings of e-mails; null in older releases.", made("is_email_shown")
    )
    apps: list[NotificationAppSettings] = field("Settings by app.", made("apps"))


@strawberry.type(description="Notifications of the viewer.")
class NotificationFields:
    notifications: Notifications | None = found(
        "The viewer's notifications.",
        notification.notifications,
        source="notifications/count",
    )
    notification_settings: NotificationSettings | None = found(
        "The viewer's notification settings; null if the LMS has none.",
        notification.settings,
        source="notifications/v3/configurations, or notifications/v2/configurations, or notifications/configurations",
    )
