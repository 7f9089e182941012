"""courseware/course (with its field projection), resume and celebration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import data
from gateway.demo.http.errors import CrashError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.common import (
    access_expiration,
    celebrations,
    certificate_data,
    course_goals,
    course_media,
    course_of_path,
    escaped_name,
    record_activity,
)
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso, short_date
from gateway.demo.world.grades import course_grade
from gateway.demo.world.keys import is_course_key

_ENTRANCE_EXAM = {
    "entrance_exam_current_score": 0.0,
    "entrance_exam_enabled": False,
    "entrance_exam_id": "",
    "entrance_exam_minimum_score_pct": 0.65,
    "entrance_exam_passed": True,
}


def _enrollment(viewer: Viewer) -> dict[str, Any]:
    row = viewer.world.enrollment(viewer.user, viewer.course, active=False)
    return {"mode": row.mode if row else None, "is_active": bool(row and row.is_active)}


def _verified(viewer: Viewer) -> bool:
    return viewer.enrollment is not None and viewer.enrollment.mode == "verified"


def _needs_signature(viewer: Viewer) -> bool:
    return _verified(viewer) and viewer.learner.signed is None


def _verify_url(viewer: Viewer) -> str | None:
    needed = _verified(viewer) and _verification_status(viewer) != "approved"
    return viewer.world.site.verify_identity(viewer.course.key) if needed else None


def _verification_status(viewer: Viewer) -> str:
    """Only a verified enrolment requires identity verification."""
    return viewer.user.verification_status(viewer.world.now) if viewer.user and _verified(viewer) else "none"


# One function a field, in the order the LMS sends them: only what is asked for is computed.
_FIELDS: dict[str, Callable[[Viewer], Any]] = {
    "access_expiration": access_expiration,
    "content_type_gating_enabled": lambda viewer: viewer.gated,
    "course_goals": course_goals,
    "effort": lambda viewer: viewer.course.settings.get("effort"),
    "end": lambda viewer: iso(viewer.course.end),
    "enrollment": _enrollment,
    "enrollment_start": lambda viewer: iso(viewer.course.enrollment_start),
    "enrollment_end": lambda viewer: iso(viewer.course.enrollment_end),
    "entrance_exam_data": lambda viewer: _ENTRANCE_EXAM,
    "id": lambda viewer: viewer.course.key,
    "license": lambda viewer: viewer.course.settings.get("license"),
    "language": lambda viewer: viewer.course.settings.get("language"),
    "media": lambda viewer: course_media(viewer.world.site, viewer.course, banner=False),
    "name": lambda viewer: escaped_name(viewer.course),
    "offer": lambda viewer: None,
    "related_programs": lambda viewer: None,
    "short_description": lambda viewer: viewer.course.settings.get("short_description"),
    "start": lambda viewer: iso(viewer.course.start),
    "start_display": lambda viewer: short_date(viewer.course.start) if viewer.course.start else None,
    "start_type": lambda viewer: "timestamp" if viewer.course.start else "empty",
    "pacing": lambda viewer: "self" if viewer.course.self_paced else "instructor",
    "user_timezone": lambda viewer: viewer.time_zone,
    "show_calculator": lambda viewer: False,
    "can_access_proctored_exams": _verified,
    "notes": lambda viewer: {"enabled": False, "visible": True},
    "marketing_url": lambda viewer: None,
    "celebrations": celebrations,
    "user_has_passing_grade": lambda viewer: course_grade(viewer.course, viewer.learner).passed,
    "course_exit_page_is_active": lambda viewer: True,
    "certificate_data": certificate_data,
    "verify_identity_url": _verify_url,
    "verification_status": _verification_status,
    "linkedin_add_to_profile_url": lambda viewer: None,
    "is_integrity_signature_enabled": lambda viewer: True,
    "user_needs_integrity_signature": _needs_signature,
    "learning_assistant_enabled": lambda viewer: False,
}


def course(call: Call) -> Answer:
    viewer = call.viewer(course_of_path(call))
    # `username` is read by the LMS too, but the answer stays the caller's own.
    record_activity(viewer)
    names = _FIELDS.keys()
    if "requested_fields" in call.query:
        asked = set(call.args("requested_fields"))
        names = [name for name in _FIELDS if name in asked]  # type: ignore[assignment]
    return Answer({name: _FIELDS[name](viewer) for name in names})


def resume(call: Call) -> Answer:
    """The caller's last position; all keys are null without progress, and for unknown courses."""
    key = call.params["course"]
    if not is_course_key(key):
        raise CrashError
    found = call.world.course(key)
    last = call.world.learner(call.user, found).last if found is not None else None
    if last is None:
        return Answer({"block_id": None, "section_id": None, "unit_id": None})
    section, unit = last.ancestor("sequential"), last.ancestor("vertical")
    return Answer(
        {
            "block_id": last.usage,
            "section_id": section.usage if section else None,
            "unit_id": unit.usage if unit else None,
        }
    )


def celebration(call: Call) -> Answer:
    """Store which celebrations were shown: 201 for the first record, 200 later, 202 without effect in masquerade."""
    viewer = call.viewer(course_of_path(call))
    if viewer.masquerade is not None and viewer.masquerade.role == "student":
        return Answer(status=202)
    body = data(call)
    if not isinstance(body, dict) or not body.keys() <= {"first_section", "weekly_goal"}:
        return Answer(status=400)
    enrollment = viewer.enrollment
    if enrollment is None:
        return Answer(status=404)
    created = enrollment.celebrate_first_section is None
    if created:
        enrollment.celebrate_first_section = False
    if "first_section" in body:
        enrollment.celebrate_first_section = bool(body["first_section"])
    if "weekly_goal" in body:
        enrollment.celebrate_weekly_goal = bool(body["weekly_goal"])
    return Answer(status=201 if created else 200)


ROUTES = (
    Route(
        "courseware.course",
        ("/api/courseware/course/{course}",),
        {"GET": course},
        Slash.EITHER,
        Schemes.JBS,
        expose_date=True,
    ),
    Route(
        "courseware.resume",
        ("/api/courseware/resume/{course}",),
        {"GET": resume},
        Slash.EITHER,
        Schemes.JS,
        Family.B,
        login=True,
    ),
    Route(
        "courseware.celebration",
        ("/api/courseware/celebration/{course}",),
        {"POST": celebration},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
        only_methods=True,
    ),
)
