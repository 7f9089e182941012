"""Preferences (all of a user, and one by key), and user tours."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, data, fields
from gateway.demo.http.errors import BadRequestError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.people import User

_TOUR_STATUSES = ("show-new-user-tour", "show-existing-user-tour", "no-tour")


def _target(call: Call) -> User | Answer:
    """The user of the path: unknown is an empty 404, somebody else an empty 403 (staff may read)."""
    user = call.world.users.get(call.params["username"])
    if user is not call.me and not (call.me.is_staff and call.method in ("GET", "HEAD")):
        return Answer(status=404 if user is None and call.me.is_staff else 403)
    return Answer(status=404) if user is None else user


def preferences(call: Call) -> Answer:
    user = _target(call)
    return user if isinstance(user, Answer) else Answer(user.preferences)


def change_preferences(call: Call) -> Answer:
    """PATCH as a JSON merge patch: null deletes. Nothing changes when one value is refused."""
    changes = fields(call)
    user = _target(call)
    if isinstance(user, Answer):
        return user
    if not changes:
        return Answer(
            {
                "developer_message": "No data provided for user preference update",
                "user_message": "No data provided for user preference update",
            },
            400,
        )
    errors = {name: error for name, value in changes.items() if (error := _error(name, value))}
    if errors:
        return Answer({"field_errors": errors}, 400)
    for name, value in changes.items():
        if value is None:
            user.preferences.pop(name, None)
        else:
            user.preferences[name] = str(value)
    return Answer(status=204)


def preference(call: Call) -> Answer:
    user = _target(call)
    if isinstance(user, Answer):
        return user
    value = user.preferences.get(call.params["key"])
    return Answer(status=404) if value is None else Answer(value)


def put_preference(call: Call) -> Answer:
    """The body is the bare value."""
    value = data(call)
    user = _target(call)
    if isinstance(user, Answer):
        return user
    if not isinstance(value, str):
        raise BadRequestError("Preference value must be a string.")
    if error := _error(call.params["key"], value):
        return Answer(error, 400)
    user.preferences[call.params["key"]] = value
    return Answer(status=204)


def delete_preference(call: Call) -> Answer:
    user = _target(call)
    if isinstance(user, Answer):
        return user
    return Answer(status=204 if user.preferences.pop(call.params["key"], None) is not None else 404)


def _error(name: str, value: Any) -> dict[str, str] | None:
    if name.startswith("visibility.") and value not in (None, "all_users", "private"):
        text = f"Value '{value}' is not valid for preference '{name}'."
        return {"developer_message": text, "user_message": text}
    if name != "time_zone" or value is None or value in available_timezones():
        return None
    return {
        "developer_message": f"Value '{value}' not valid for preference 'time_zone': Not in timezone set.",
        "user_message": f"Value '{value}' is not a valid time zone selection.",
    }


def tours(call: Call) -> Answer:
    user = call.world.users.get(call.params["username"])
    return Answer(status=400) if user is not call.me else Answer(user.tours)


def change_tours(call: Call) -> Answer:
    body = fields(call)
    user = call.world.users.get(call.params["username"])
    if user is not call.me:
        return Answer(status=400)
    status = body.get("course_home_tour_status")
    if status is not None and status not in _TOUR_STATUSES:
        raise BadRequestError({"course_home_tour_status": [f'"{status}" is not a valid choice.']})
    user.tours |= {name: body[name] for name in user.tours if name in body}
    return Answer(status=200)


def put_tours(call: Call) -> Answer:
    """Listed in the Allow header, refused all the same."""
    return Answer(status=405)


_PREFERENCES = "/api/user/v1/preferences/{username}"
ROUTES = (
    Route(
        "user.preferences",
        (_PREFERENCES,),
        {"GET": preferences, "PATCH": change_preferences},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        parses=(MERGE_PATCH,),
    ),
    Route(
        "user.preference",
        (f"{_PREFERENCES}/{{key:word}}",),
        {"GET": preference, "PUT": put_preference, "DELETE": delete_preference},
        Slash.NEVER,
        Schemes.BS,
        login=True,
    ),
    Route(
        "user_tours",
        ("/api/user_tours/v1/{username}",),
        {"GET": tours, "PATCH": change_tours, "PUT": put_tours},
        Slash.NEVER,
        Schemes.JS,
        login=True,
    ),
)
