"""Notifications of people, and their settings."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from gateway.demo.world.people import User

APPS = ("discussion", "updates", "grading")
CADENCES = ("Immediately", "Daily", "Weekly", "Never")
CHANNELS = ("web", "push", "email")
_TYPES: dict[str, tuple[str, ...]] = {
    "discussion": ("new_discussion_post", "new_question_post", "content_reported"),
    "updates": ("course_updates",),
    "grading": ("ora_grade_assigned",),
}
_GROUPED = ("new_response", "new_comment", "new_comment_on_response", "response_endorsed")
GROUP = "grouped_notification"
"""The row that stands for all types of an app which have none of their own; releases before Verawood call it `core`."""


@dataclass(slots=True)
class Notification:
    """One notification of the web channel."""

    id: int
    user: User
    app: str
    type: str
    course: str | None
    content: str
    context: dict[str, Any]
    created: datetime
    seen: datetime | None = None
    read: datetime | None = None


def _defaults() -> dict[str, dict[str, dict[str, Any]]]:
    def row(info: str) -> dict[str, Any]:
        return {"web": True, "push": False, "email": False, "email_cadence": "Daily", "info": info}

    return {
        app: {
            **({GROUP: row("Notifications for responses and comments on your posts")} if app == "discussion" else {}),
            **{name: row("") for name in _TYPES[app]},
        }
        for app in APPS
    }


@dataclass(slots=True)
class Notifications:
    """All notifications, newest first, and everybody's settings: app to type to channels."""

    all: list[Notification] = field(default_factory=list)
    chosen: dict[str, dict[str, dict[str, dict[str, Any]]]] = field(default_factory=dict)

    def of(self, user: User) -> list[Notification]:
        return [one for one in self.all if one.user is user]

    def settings(self, user: User) -> dict[str, dict[str, dict[str, Any]]]:
        """The user's settings; made with the defaults when they are first asked for."""
        return self.chosen.setdefault(user.username, deepcopy(_defaults()))

    def tree(self, user: User, group: str) -> dict[str, Any]:
        """The settings as the LMS sends them; `group` is what the release calls the row of the grouped types."""
        return {
            app: {
                "enabled": True,
                "core_notification_types": list(_GROUPED) if app == "discussion" else [],
                "notification_types": {group if name == GROUP else name: dict(row) for name, row in rows.items()},
                "non_editable": {name: ["push"] for name in ("new_discussion_post",) if name in rows},
            }
            for app, rows in self.settings(user).items()
        }


def load_notifications(raws: list[dict[str, Any]], users: Mapping[str, User], now: datetime) -> Notifications:
    """Build from `data/notifications.json`."""
    rows = [
        Notification(
            id=raw["id"],
            user=users[raw["user"]],
            app=raw["app"],
            type=raw["type"],
            course=raw["course"],
            content=raw["content"],
            context=raw["context"],
            created=now - timedelta(hours=raw["hours"]),
        )
        for raw in raws
    ]
    return Notifications(sorted(rows, key=lambda row: row.created, reverse=True))
