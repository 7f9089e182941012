"""The course catalogue: list, detail and ids."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import FieldsError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.common import course_media, escaped_name
from gateway.demo.world.clock import iso, short_date
from gateway.demo.world.course import Course
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User
from gateway.demo.world.world import World


def catalog_course(world: World, course: Course) -> dict[str, Any]:
    """One course as the catalogue shows it; angle brackets of the name are escaped."""
    site, settings = world.site, course.settings
    return {
        "blocks_url": f"{site.base_url}/api/courses/v2/blocks/?course_id={quote(course.key, safe='')}",
        "effort": settings.get("effort"),
        "end": iso(course.end),
        "enrollment_start": iso(course.enrollment_start),
        "enrollment_end": iso(course.enrollment_end),
        "id": course.key,
        "media": course_media(site, course, banner=True),
        "name": escaped_name(course),
        "number": course.number,
        "org": course.org,
        "short_description": settings.get("short_description"),
        "start": iso(course.start),
        "start_display": short_date(course.start) if course.start else None,
        "start_type": "timestamp" if course.start else "empty",
        "pacing": "self" if course.self_paced else "instructor",
        "mobile_available": bool(settings.get("mobile_available", True)),
        "hidden": bool(settings.get("hidden", False)),
        "invitation_only": bool(settings.get("invitation_only", False)),
        "course_id": course.key,
    }


def effective_user(call: Call) -> User | None:
    """The user `username` names: absent or empty is the anonymous view, another name needs staff."""
    username = call.arg("username") or ""
    if not username:
        return None
    if call.user is None or (call.user.username != username and not call.user.is_staff):
        raise PermissionDeniedError
    user = call.world.users.get(username)
    if user is None:
        raise NotFoundError("User matching query does not exist.")
    return user


def course_list(call: Call) -> Answer:
    keys = call.args("course_keys")
    for key in keys:
        if not is_course_key(key):
            raise FieldsError(course_keys=f"'{key}' is not a valid course key.")
    effective_user(call)
    courses = list(call.world.courses.values())
    if keys:
        courses = [course for course in courses if course.key in keys]
    if org := call.arg("org"):
        courses = [course for course in courses if course.org.lower() == org.lower()]
    if (call.arg("active_only") or "").lower() in ("true", "1"):
        courses = [course for course in courses if not course.has_ended(call.world.now)]
    if (call.arg("mobile") or "").lower() in ("true", "1"):
        courses = [course for course in courses if course.settings.get("mobile_available", True)]
    if term := (call.arg("search_term") or "").lower():
        courses = [course for course in courses if term in f"{course.name} {course.key}".lower()]
    rows, page = page_of(call, courses)
    return Answer(page.namespaced([catalog_course(call.world, course) for course in rows]))


def course_detail(call: Call) -> Answer:
    key = call.params["course"]
    if not is_course_key(key):
        raise FieldsError(course_key=f"'{key}' is not a valid course key.")
    user = effective_user(call)
    course = call.world.course(key)
    if course is None:
        raise NotFoundError("Course not found.")
    body = catalog_course(call.world, course) | {"overview": course.settings.get("overview")}
    if user is not None:
        body["is_enrolled"] = call.world.enrollment(user, course) is not None
    return Answer(body)


ROUTES = (
    Route(
        "courses.list",
        ("/api/courses/v1/courses",),
        {"GET": course_list},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        throttle="courses",
    ),
    Route(
        "courses.detail",
        ("/api/courses/v1/courses/{course}",),
        {"GET": course_detail},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
    ),
)
