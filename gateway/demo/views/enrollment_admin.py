"""The staff's list of enrolments over all learners."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import FieldsError, PermissionDeniedError
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import Enrollment

_MAX_VALUES = 100


def enrollments(call: Call) -> Answer:
    """Newest first, inactive rows too; filters by course, username and e-mail, at most 100 values each."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    key = call.arg("course_id")
    if key and not is_course_key(key):
        raise FieldsError(course_id=f"'{key}' is not a valid course id.")
    keys = ([key] if key else []) + _values(call, "course_ids")
    names, emails = _values(call, "username"), _values(call, "email")
    rows = [
        row
        for row in call.world.enrollments.values()
        if (not keys or any(wanted in row.course.key for wanted in keys))
        and (not names or row.user.username in names)
        and (not emails or row.user.email in emails)
    ]
    # Which row of one moment stands first depends on the index the LMS's database picks.
    filtered = bool(keys or names or emails)
    rows.sort(key=lambda row: (row.created, 0 if filtered else row.id), reverse=True)
    return Answer(cursor_page(call, rows, _row, size=100, maximum=100))


def _values(call: Call, name: str) -> list[str]:
    values = call.args(name)
    if len(values) > _MAX_VALUES:
        raise FieldsError(**{name: f"Too many values in {name} (at most {_MAX_VALUES})."})
    return values


def _row(row: Enrollment) -> dict[str, Any]:
    return {
        "created": iso(row.created),
        "mode": row.mode,
        "is_active": row.is_active,
        "user": row.user.username,
        "course_id": row.course.key,
    }


ROUTES = (
    Route(
        "enrollment.enrollments",
        ("/api/enrollment/v1/enrollments",),
        {"GET": enrollments},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
        throttle="enrollment",
    ),
)
