"""Mutations of notifications, with their inputs and payloads."""

from enum import Enum

import strawberry

import resolvers.notification_writes as writes
from loaders.endpoints.notification_writes import (
    CHANGE_SETTINGS_1,
    CHANGE_SETTINGS_2,
    CHANGE_SETTINGS_3,
    MARK_READ,
    MARK_SEEN,
)
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import found
from schema.notification import NotificationApp, Notifications, NotificationSettings
from schema.write import ViewerPayload, mutation


@strawberry.enum(description="A way to be notified.")
class NotificationChannel(Enum):
    WEB = strawberry.enum_value("web", description="On the web.")
    PUSH = strawberry.enum_value("push", description="In the mobile apps.")
    EMAIL = strawberry.enum_value("email", description="By e-mail.")


@strawberry.enum(description="How often e-mails about notifications are sent.")
class EmailCadence(Enum):
    IMMEDIATELY = strawberry.enum_value("Immediately", description="One e-mail for each notification.")
    DAILY = strawberry.enum_value("Daily", description="Once a day.")
    WEEKLY = strawberry.enum_value("Weekly", description="Once a week.")
    NEVER = strawberry.enum_value("Never", description="Never.")


@strawberry.input(description="Input of the mutation `markNotificationsSeen`.")
class MarkNotificationsSeenInput:
    app: NotificationApp = strawberry.field(description="The app whose notifications were seen.")


@strawberry.input(description="Input of the mutation `markNotificationsRead`: a notification or an app.")
class MarkNotificationsReadInput:
    notification: strawberry.ID | None = strawberry.field(
        description="`id` or `lmsId` of the notification.", default=None
    )
    app: NotificationApp | None = strawberry.field(description="The app, for all of its notifications.", default=None)


@strawberry.input(description="Input of the mutation `setNotificationPreference`.")
class SetNotificationPreferenceInput:
    app: NotificationApp = strawberry.field(description="The app.")
    type: str = strawberry.field(description="The type, as `NotificationTypeSettings.type` has it.")
    channel: NotificationChannel = strawberry.field(description="The way to be notified.")
    is_enabled: bool | None = strawberry.field(
        description="Whether to be notified by this channel; null keeps the current value.", default=None
    )
    email_cadence: EmailCadence | None = strawberry.field(
        description="How often e-mails are sent, for the channel `EMAIL`; null keeps the current value.", default=None
    )


@strawberry.type(description="The payload of a mutation of notifications.")
class NotificationsPayload(ViewerPayload):
    notifications: Notifications | None = found(
        "The notifications after the write; null if it was refused.",
        writes.written_notifications,
        source="notifications/count",
    )


@strawberry.type(description="Payload of the mutation `markNotificationsSeen`.")
class MarkNotificationsSeenPayload(NotificationsPayload):
    pass


@strawberry.type(description="Payload of the mutation `markNotificationsRead`.")
class MarkNotificationsReadPayload(NotificationsPayload):
    pass


@strawberry.type(
    description="Payload of the mutation `setNotificationPreference`. If only the first write was stored, `userErrors` "
    "has the reason, and `viewer` and `notificationSettings` have the stored state."
)
class SetNotificationPreferencePayload(ViewerPayload):
    notification_settings: NotificationSettings | None = found(
        "All settings after the write; null if nothing was stored.",
        writes.written_settings,
        source="notifications/v3/configurations, or notifications/v2/configurations, or notifications/configurations",
    )


async def _seen(info: Info, given: MarkNotificationsSeenInput) -> Row:
    return await writes.mark_seen(info, str(given.app.value))


async def _read(info: Info, given: MarkNotificationsReadInput) -> Row:
    return await writes.mark_read(info, given.notification, None if given.app is None else str(given.app.value))


async def _set(info: Info, given: SetNotificationPreferenceInput) -> Row:
    cadence = None if given.email_cadence is None else str(given.email_cadence.value)
    app, channel = str(given.app.value), str(given.channel.value)
    return await writes.set_preference(info, app, given.type, channel, given.is_enabled, cadence)


@strawberry.type(description="Mutations of notifications.")
class NotificationMutations:
    mark_notifications_seen: MarkNotificationsSeenPayload | None = mutation(
        "Marks all notifications of an app as seen.", MarkNotificationsSeenInput, _seen, MARK_SEEN
    )
    mark_notifications_read: MarkNotificationsReadPayload | None = mutation(
        "Marks a notification as read, or all notifications of an app.", MarkNotificationsReadInput, _read, MARK_READ
    )
    set_notification_preference: SetNotificationPreferencePayload | None = mutation(
        "Changes the viewer's notification settings for a type. `isEnabled` and `emailCadence` together take two "
        "writes, of which the second may fail alone.",
        SetNotificationPreferenceInput,
        _set,
        CHANGE_SETTINGS_3,
        CHANGE_SETTINGS_2,
        CHANGE_SETTINGS_1,
        planned=writes.plan_preference,
    )
