"""Who answers `Viewer.notifications` and `Viewer.notificationSettings`."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLObjectType

from loaders.answer import Payload
from loaders.endpoint import Call, Endpoint
from loaders.endpoints.notification import (
    NOTIFICATION_COUNT,
    NOTIFICATION_SETTINGS_1,
    NOTIFICATION_SETTINGS_2,
    NOTIFICATION_SETTINGS_3,
    NOTIFICATIONS,
)
from loaders.errors import Code, Failure
from resolvers.context import Info
from resolvers.numbered import numbered_connection
from resolvers.page import connection_row, page_facts
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row
from resolvers.selected import names_at

SETTINGS = (NOTIFICATION_SETTINGS_3, NOTIFICATION_SETTINGS_2, NOTIFICATION_SETTINGS_1)
"""The generations, newest first. An LMS has one of them; which ones it lacks is remembered."""
GROUPED = "grouped_notification"
"""The row of the types that an app groups."""
OLD_GROUPED = "core"
"""The name of this row before the third generation."""
_TYPE = "Notifications"


def notifications(root: Row, info: Info) -> Pending | None:
    """The viewer's notifications; what has not been seen is one cheap call."""
    if info.context.credentials.anonymous:
        return None
    request = info.context
    load = request.load(NOTIFICATION_COUNT.call())
    listed_too = "list" in names_at(info, _type(info), list(info.field_nodes))

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = await load
        if isinstance(loaded, Failure) and listed_too:  # the list has a call of its own
            return Row(base=request.public_url, failed={NOTIFICATION_COUNT: loaded}, type_name=_TYPE)
        payload = payload_of(loaded)
        if payload is None:
            return None
        payloads = {NOTIFICATION_COUNT: payload}
        return Row(base=request.public_url, payloads=payloads, type_name=_TYPE, shape=NOTIFICATION_COUNT)

    return Pending(settled, _TYPE, request.public_url)


def _type(info: Info) -> GraphQLObjectType:
    object_type = info.schema.type_map[_TYPE]
    assert isinstance(object_type, GraphQLObjectType)
    return object_type


def listed(root: Row, info: Info, app: str | None, first: int, after: str | None) -> Pending:
    """The notifications of an app, or of all, newest first."""

    def call(page: str, size: str) -> Call:
        return NOTIFICATIONS.call(app_name=app, page=page, page_size=size)

    facts = page_facts("notifications", app, first, after)
    return numbered_connection(info.context, call, "NotificationConnection", first=first, after=after, facts=facts)


async def settings(root: Row, info: Info) -> Row | None:
    """What the viewer is notified of, from the generation that the LMS has."""
    if info.context.credentials.anonymous:
        return None
    for endpoint in SETTINGS:
        loaded = await info.context.load(endpoint.call())
        if isinstance(loaded, Failure) and loaded.code is Code.UPSTREAM_NOT_SUPPORTED and endpoint is not SETTINGS[-1]:
            continue
        payload = payload_of(loaded)
        return None if payload is None else _row(info, endpoint, payload)
    return None


def _row(info: Info, endpoint: Endpoint, payload: Payload) -> Row:
    with reading(endpoint):
        answer = payload.value
        apps = [_app(name, app) for name, app in answer["data"].items()]
        value = {
            "is_shown": answer.get("show_preferences"),
            "is_email_shown": answer.get("show_email_preferences"),
            "apps": apps,
        }
    return connection_row(info.context, endpoint, value, None)


def _app(name: str, app: Mapping[str, Any]) -> dict[str, Any]:
    locked = app.get("non_editable") or {}
    types = [
        {
            "app": name,
            "type": GROUPED if key == OLD_GROUPED else key,
            "is_grouped": key in {GROUPED, OLD_GROUPED},
            "locked": locked.get(key) or [],
            **{part: row.get(part) for part in ("web", "push", "email", "email_cadence", "info")},
        }
        for key, row in app["notification_types"].items()
    ]
    return {
        "app": name,
        "enabled": app.get("enabled"),
        "grouped": app.get("core_notification_types") or [],
        "types": types,
    }
