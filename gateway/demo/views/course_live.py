"""Course live: the video conference of a course, its providers, and the frame learners open."""

from __future__ import annotations

from html import escape
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.course import Course

# The conference tools the platform knows, as the LMS ships them.
_PROVIDERS: dict[str, dict[str, Any]] = {
    "zoom": {
        "name": "Zoom LTI PRO",
        "has_free_tier": False,
        "features": [],
        "pii_sharing": {"username": False, "email": False},
        "additional_parameters": ["custom_instructor_email"],
    },
    "big_blue_button": {
        "name": "Big Blue Button",
        "has_free_tier": False,
        "features": [],
        "pii_sharing": {"username": True, "email": False},
        "additional_parameters": [],
    },
}
_LTI = {"lti_1p1_client_key": "", "lti_1p1_launch_url": "", "version": "lti_1p1", "lti_config": {}}
_UNSET = {"provider_type": "", "enabled": True, "lti_configuration": _LTI, "pii_sharing_allowed": False}


def _course(call: Call) -> Course | Answer:
    course = call.world.course(call.params["course"])
    if course is None:
        return Answer({"developer_message": "The course does not exist.", "error_code": "course_does_not_exist"}, 404)
    return course


def _team_course(call: Call) -> Course | Answer:
    course = _course(call)
    if isinstance(course, Course) and not is_course_staff(call.me, course):
        raise PermissionDeniedError
    return course


def configuration(call: Call) -> Answer:
    """The configuration; an empty one without a key for a course that was not configured."""
    course = _team_course(call)
    if isinstance(course, Answer):
        return course
    row = call.world.institution.live.get(course.key)
    return Answer(
        {**_UNSET, "course_key": None, "free_tier": False} if row is None else {"course_key": course.key, **row}
    )


def configure(call: Call) -> Answer:
    """`{provider_type, enabled, lti_configuration, free_tier?}`; 400 `{field: [text]}`."""
    course = _team_course(call)
    if isinstance(course, Answer):
        return course
    body = fields(call)
    if str(body.get("provider_type")) not in _PROVIDERS:
        return Answer({"provider_type": ["The provider type is not valid."]}, 400)
    if not isinstance(body.get("enabled"), bool):
        return Answer({"enabled": ["This field is required."]}, 400)
    given = body.get("lti_configuration")
    call.world.institution.live[course.key] = {
        "provider_type": body["provider_type"],
        "enabled": body["enabled"],
        "lti_configuration": _LTI | (given if isinstance(given, dict) else {}),
        "pii_sharing_allowed": bool(body.get("pii_sharing_allowed", False)),
        "free_tier": bool(body.get("free_tier", False)),
    }
    return configuration(call)


def providers(call: Call) -> Answer:
    course = _team_course(call)
    if isinstance(course, Answer):
        return course
    active = call.world.institution.live.get(course.key, _UNSET)["provider_type"]
    return Answer({"providers": {"active": active, "available": _PROVIDERS}})


def iframe(call: Call) -> Answer:
    """The frame of the conference. A course without one answers 200 with a message that looks like an error."""
    course = _course(call)
    if isinstance(course, Answer):
        return course
    if call.world.enrollment(call.me, course) is None and not is_course_staff(call.me, course):
        raise PermissionDeniedError
    row = call.world.institution.live.get(course.key)
    if row is None or not row["enabled"]:
        return Answer({"developer_message": "Course live is not enabled for this course."})
    launch = escape(row["lti_configuration"]["lti_1p1_launch_url"], quote=True)
    form = escape(f'<form action="{launch}" method="post"></form>', quote=True)
    return Answer({"iframe": f'<iframe id="lti-tab-embed" srcdoc="{form}"></iframe>'})


def _route(name: str, path: str, **methods: Any) -> Route:
    return Route(f"course_live.{name}", (f"/api/course_live/{path}",), methods, Slash.EITHER, Schemes.JBS, login=True)


ROUTES = (
    _route("course", "course/{course}", GET=configuration, POST=configure),
    _route("providers", "providers/{course}", GET=providers),
    _route("iframe", "iframe/{course}", GET=iframe),
)
