"""The calls of notifications."""

from loaders.endpoints.notification import (
    NOTIFICATION_COUNT,
    NOTIFICATION_SETTINGS_1,
    NOTIFICATION_SETTINGS_2,
    NOTIFICATION_SETTINGS_3,
    NOTIFICATIONS,
)
from loaders.endpoints.notification_writes import CHANGE_SETTINGS_1, CHANGE_SETTINGS_2, CHANGE_SETTINGS_3
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found
from resolvers.steps.pages import numbered


def notifications(ask: Ask) -> Found:
    """`Viewer.notifications`."""
    if ask.credentials.anonymous:
        return NOTHING
    return Found({NOTIFICATION_COUNT: ask.step(NOTIFICATION_COUNT)})


def listed(ask: Ask) -> Found:
    """`Notifications.list`."""
    return numbered(ask, NOTIFICATIONS, {"app_name": ask.argument("app")})


def settings(ask: Ask) -> Found:
    """`Viewer.notificationSettings`: older generations where the LMS lacks the newer ones."""
    if ask.credentials.anonymous:
        return NOTHING
    newest = ask.step(NOTIFICATION_SETTINGS_3)
    second = ask.step(NOTIFICATION_SETTINGS_2, after=(newest,), perhaps=True)
    oldest = ask.step(NOTIFICATION_SETTINGS_1, after=(second,), perhaps=True)
    oldest.spare.setdefault(ask.path)
    return Found(
        {NOTIFICATION_SETTINGS_3: newest},
        instead={NOTIFICATION_SETTINGS_2: second, NOTIFICATION_SETTINGS_1: oldest},
    )


def changing(ask: Ask) -> Found:
    """`Mutation.setNotificationPreference`: twice where a cadence is given too."""
    newest = ask.step(CHANGE_SETTINGS_3, pages=2)
    second = ask.step(CHANGE_SETTINGS_2, pages=2, after=(newest,), perhaps=True)
    oldest = ask.step(CHANGE_SETTINGS_1, pages=2, after=(second,), perhaps=True)
    return Found({CHANGE_SETTINGS_3: newest}, after=(newest, second, oldest))
