"""Mutations of notifications."""

from collections.abc import Mapping
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.notification_writes import (
    CHANGE_SETTINGS_1,
    CHANGE_SETTINGS_2,
    CHANGE_SETTINGS_3,
    MARK_READ,
    MARK_SEEN,
)
from loaders.errors import Code, UpstreamError
from resolvers.declare.arguments import is_number, lms_id
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.declare.page import LONGEST_TEXT
from resolvers.fetch.context import Info
from resolvers.notification import GROUPED, OLD_GROUPED, notifications, settings
from resolvers.output.row import Row
from resolvers.two_writes import second_write
from resolvers.write import Refusal, Written, after_write, payload, refused, write

_GENERATIONS = (CHANGE_SETTINGS_3, CHANGE_SETTINGS_2, CHANGE_SETTINGS_1)
_FIELDS = {
    "notification_app": "app",
    "notification_type": "type",
    "notification_channel": "channel",
    "value": "isEnabled",
    "email_cadence": "emailCadence",
}


async def mark_seen(info: Info, app: str) -> Row:
    """Marks all notifications of an app as seen."""
    return payload(info, MARK_SEEN, await write(info.context, MARK_SEEN.call(app=app), b""))


async def mark_read(info: Info, notification: str | None, app: str | None) -> Row:
    """Marks one notification as read, or all notifications of an app."""
    if (notification is None) is (app is None):
        written = refused(Refusal.INVALID, "Specify a notification or an app.")
    elif notification is None:
        written = await write(info.context, MARK_READ.call(), {"app_name": app}, fields={"app_name": "app"})
    else:
        number = lms_id(notification, "Notification")
        if not is_number(number):
            raise bad_input("Not the id of a notification.")
        fields = {"notification_id": "notification"}
        written = await write(info.context, MARK_READ.call(), {"notification_id": int(number)}, fields=fields)
    return payload(info, MARK_READ, written)


async def set_preference(
    info: Info, app: str, name: str, channel: str, enabled: bool | None, cadence: str | None
) -> Row:
    """Changes a channel of a notification type, then its cadence: two writes if both are given."""
    if not 0 < len(name) <= LONGEST_TEXT:
        return _payload(info, refused(Refusal.INVALID, f"A type must have 1 to {LONGEST_TEXT} characters.", "type"))
    if enabled is None and cadence is None:
        return _payload(info, refused(Refusal.INVALID, "Specify at least one change."))
    if cadence is not None and channel != "email":
        return _payload(info, refused(Refusal.INVALID, "Only the channel `EMAIL` has a cadence.", "emailCadence"))
    named = {"notification_app": app, "notification_type": name}
    written = None
    if enabled is not None:
        written = await _write(info, {**named, "notification_channel": channel, "value": enabled})
        if cadence is None or not written.done:
            return _payload(info, written)
    body = {**named, "notification_channel": "email_cadence", "email_cadence": cadence}
    text = "The channel was changed, but not the frequency of e-mails."
    return _payload(info, await second_write(written, _write(info, body), text, "emailCadence"))


def _payload(info: Info, written: Written) -> Row:
    return payload(info, CHANGE_SETTINGS_3, written)


async def _write(info: Info, body: Mapping[str, Any]) -> Written:
    """Writes to the generation of the endpoint that the LMS has.

    Generations that it lacks store nothing, and their absence is cached.
    """
    for endpoint in _GENERATIONS[:-1]:
        try:
            return await write(info.context, endpoint.call(), _as(endpoint, body), fields=_FIELDS)
        except UpstreamError as error:
            if error.failure.code is not Code.UPSTREAM_NOT_SUPPORTED:
                raise
    oldest = _GENERATIONS[-1]
    return await write(info.context, oldest.call(), _as(oldest, body), fields=_FIELDS)


def _as(endpoint: Endpoint, body: Mapping[str, Any]) -> dict[str, Any]:
    """The body in the vocabulary of a generation."""
    grouped = endpoint is not CHANGE_SETTINGS_3 and body["notification_type"] == GROUPED
    return {**body, "notification_type": OLD_GROUPED} if grouped else dict(body)


written_notifications = after_write(notifications)
written_settings = after_write(settings)


def plan_preference(ask: Ask) -> Found:
    """The writes of `setNotificationPreference`: two if a cadence is given too."""
    newest = ask.step(CHANGE_SETTINGS_3, pages=2)
    second = ask.step(CHANGE_SETTINGS_2, pages=2, after=(newest,), conditional=True)
    oldest = ask.step(CHANGE_SETTINGS_1, pages=2, after=(second,), conditional=True)
    return Found({CHANGE_SETTINGS_3: newest}, after=(newest, second, oldest))
