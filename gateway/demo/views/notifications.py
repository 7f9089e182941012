"""Notifications: the tray, and the settings in the forms of three generations of the LMS."""

from __future__ import annotations

from collections import Counter
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Handler, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.notifications import APPS, CADENCES, CHANNELS, GROUP, Notification

_EXPIRY_DAYS = 60


def _shown(call: Call, one: Notification) -> dict[str, Any]:
    return {
        "id": one.id,
        "app_name": one.app,
        "notification_type": one.type,
        "content_context": one.context,
        "content": one.content,
        "content_url": f"{call.world.site.discussions_mfe}/{one.course}/" if one.course else call.world.site.base_url,
        "course_id": one.course,
        "last_read": iso(one.read),
        "last_seen": iso(one.seen),
        "created": iso(one.created),
    }


def notification_list(call: Call) -> Answer:
    """Pages of ten of the caller's, newest first; `app_name` filters."""
    app = call.arg("app_name")
    rows = [one for one in call.world.notifications.of(call.me) if app is None or one.app == app]
    shown, page = page_of(call, rows)
    return Answer(page.flat([_shown(call, one) for one in shown]))


def counts(call: Call) -> Answer:
    """Numbers of unseen notifications by app, for all apps."""
    unseen = [one for one in call.world.notifications.of(call.me) if one.seen is None]
    by_app = Counter(one.app for one in unseen)
    return Answer(
        {
            "show_notifications_tray": True,
            "count": len(unseen),
            "count_by_app_name": {app: by_app.get(app, 0) for app in APPS},
            "notification_expiry_days": _EXPIRY_DAYS,
        }
    )


def mark_seen(call: Call) -> Answer:
    app = call.params["app"]
    if app not in APPS:
        return Answer({"error": "Invalid app_name."}, 400)
    for one in call.world.notifications.of(call.me):
        if one.app == app:
            one.seen = one.seen or call.world.now
    return Answer({"message": "Notifications marked as seen."})


def mark_read(call: Call) -> Answer:
    """`{notification_id}` or `{app_name}`."""
    body, own = fields(call), call.world.notifications.of(call.me)
    if "notification_id" in body:
        rows = [one for one in own if one.id == body["notification_id"]]
        if not rows:
            return Answer({"error": "Notification not found."}, 404)
    elif body.get("app_name") in APPS:
        rows = [one for one in own if one.app == body["app_name"]]
    else:
        return Answer({"error": "Invalid app_name or notification_id."}, 400)
    for one in rows:
        one.read = one.read or call.world.now
    return Answer({"message": "Notifications marked read."})


def _configurations(generation: int) -> Handler:
    """The whole tree. The third generation has another name for the grouped row, and says what to show."""

    def handler(call: Call) -> Answer:
        tree = call.world.notifications.tree(call.me, GROUP if generation == 3 else "core")
        shown = {"show_preferences": True, "show_email_preferences": True} if generation == 3 else {}
        return Answer(
            {"status": "success", "message": "Notification preferences retrieved successfully.", "data": tree} | shown
        )

    return handler


def _change(generation: int) -> Handler:
    """One channel, or the cadence, of one type. The answer repeats the change; it does not have the tree."""

    def handler(call: Call) -> Answer:
        body = fields(call)
        app, name, channel = (body.get(f"notification_{part}") for part in ("app", "type", "channel"))
        rows = call.world.notifications.settings(call.me)
        group = GROUP if generation == 3 else "core"
        row = rows.get(str(app), {}).get(GROUP if name == group else str(name))
        cadence = body.get("email_cadence")
        known = channel in CHANNELS and isinstance(body.get("value"), bool)
        if row is None or not (cadence in CADENCES if cadence is not None else known):
            return Answer({"status": "error", "message": "Invalid notification preference."}, 400)
        if cadence is not None:
            row["email_cadence"] = cadence
        else:
            row[str(channel)] = body["value"]
        updated = cadence if cadence is not None else body["value"]
        echo = {"updated_value": updated, "notification_type": name, "channel": channel, "app": app}
        return Answer({"status": "success", "message": "Notification preferences update completed", "data": echo})

    return handler


def _route(name: str, path: str, **methods: Any) -> Route:
    return Route(f"notifications.{name}", (f"/api/notifications{path}",), methods, Slash.MUST, Schemes.JBS, login=True)


ROUTES = (
    _route("list", "", GET=notification_list),
    _route("count", "/count", GET=counts),
    _route("mark_seen", "/mark-seen/{app:word}", PUT=mark_seen),
    _route("read", "/read", PATCH=mark_read),
    _route("configurations", "/configurations", GET=_configurations(1)),
    _route("update_all", "/preferences/update-all", POST=_change(1)),
    _route("v2", "/v2/configurations", GET=_configurations(2), PUT=_change(2)),
    _route("v3", "/v3/configurations", GET=_configurations(3), PUT=_change(3)),
)
