"""Look-ups of `Viewer.notifications` and `Viewer.notificationSettings`."""

from collections.abc import Mapping
from typing import Any

from loaders.endpoints.notification import (
    NOTIFICATION_COUNT,
    NOTIFICATION_SETTINGS_1,
    NOTIFICATION_SETTINGS_2,
    NOTIFICATION_SETTINGS_3,
    NOTIFICATIONS,
)
from loaders.errors import Code
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.found import NOTHING, Found, Steps
from resolvers.declare.numbered import numbered
from resolvers.output.row import Row
from resolvers.plan.selected import names_at

SETTINGS = (NOTIFICATION_SETTINGS_3, NOTIFICATION_SETTINGS_2, NOTIFICATION_SETTINGS_1)
"""The generations of the endpoint, newest first. An LMS has one of them. The absence of the others is cached."""
GROUPED = "grouped_notification"
"""The key of the settings row for the grouped types of an app."""
OLD_GROUPED = "core"
"""The key of that row before the third generation."""


def notifications(ask: Ask) -> Found:
    """The viewer's notifications. The number of unseen ones is one cheap call."""
    if ask.credentials.anonymous:
        return NOTHING
    listed_too = "list" in names_at(ask, ask.type_of("Notifications"), list(ask.field_nodes))

    def read(answers: Answers) -> Row | None:
        for failure in answers.outcomes.failed.values():
            if not listed_too:  # the list has a call of its own
                raise failure.error()
            return answers.standing()
        return answers.described()

    return Found({NOTIFICATION_COUNT: ask.step(NOTIFICATION_COUNT)}, read=read, handles_failure=True)


def listed(ask: Ask) -> Found:
    """The notifications of one app, or of all apps, newest first."""
    app = ask.argument("app", lambda app: str(app.value))
    facts = ask.page_facts("notifications", app, ask.value("first"), ask.value("after"))
    return numbered(ask, NOTIFICATIONS, {"app_name": app}, facts=facts)


def settings(ask: Ask) -> Found:
    """The viewer's notification settings, from the generation of the endpoint that the LMS has."""
    if ask.credentials.anonymous:
        return NOTHING
    newest = ask.step(NOTIFICATION_SETTINGS_3)
    second = ask.step(NOTIFICATION_SETTINGS_2, after=(newest,), conditional=True)
    oldest = ask.step(NOTIFICATION_SETTINGS_1, after=(second,), conditional=True)
    if ask.is_plan:
        oldest.replacement_for.setdefault(ask.path)
    older = {NOTIFICATION_SETTINGS_2: second, NOTIFICATION_SETTINGS_1: oldest}

    def then(answers: Answers) -> Steps:
        failures = answers.outcomes.failed.values()
        if any(failure.code is not Code.UPSTREAM_NOT_SUPPORTED for failure in failures):
            return {}
        if any(answers.knows(one) and one not in answers.outcomes.failed for one in SETTINGS):
            return {}
        return next(({one: step} for one, step in older.items() if not answers.knows(one)), {})

    def read(answers: Answers) -> Row | None:
        for endpoint in SETTINGS:
            if answers.has(endpoint):
                return answers.page(endpoint, _settings(answers.value(endpoint)))
        if answers.outcomes.missing:
            return None
        raise list(answers.outcomes.failed.values())[-1].error()

    return Found({NOTIFICATION_SETTINGS_3: newest}, replacements=older, then=then, read=read, handles_failure=True)


def _settings(answer: Any) -> dict[str, Any]:
    return {
        "is_shown": answer.get("show_preferences"),
        "is_email_shown": answer.get("show_email_preferences"),
        "apps": [_app(name, app) for name, app in answer["data"].items()],
    }


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
