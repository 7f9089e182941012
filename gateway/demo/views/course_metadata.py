"""course_home/course_metadata: the viewer's relation to a course. Answers 200 even if access is denied."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.common import celebrations, course_of_path, record_activity, verified_mode
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.clock import iso


def course_metadata(call: Call) -> Answer:
    viewer = call.viewer(course_of_path(call))
    course = viewer.course
    record_activity(viewer)
    original_is_staff = is_course_staff(viewer.original, course)
    return Answer(
        {
            "verified_mode": verified_mode(viewer),
            "celebrations": celebrations(viewer),
            "course_access": viewer.page_access().as_dict(),
            "studio_access": viewer.is_staff,
            "course_id": course.key,
            "is_enrolled": viewer.enrollment is not None,
            "is_self_paced": course.self_paced,
            "is_staff": viewer.is_staff,
            "number": course.number,
            "org": course.org,
            "original_user_is_staff": original_is_staff,
            "start": iso(course.start),
            "tabs": tabs(viewer),
            "title": course.name,
            "username": viewer.user.username if viewer.user else None,
            "user_timezone": viewer.time_zone,
            "can_view_certificate": bool(course.settings.get("certificates", False)),
            "course_modes": [{"slug": mode.slug, "name": mode.name} for mode in course.modes],
            "is_new_discussion_sidebar_view_enabled": False,
            "has_course_author_access": viewer.is_staff,
            **({"course_theme_variant": "light"} if viewer.world.features.on("theme_variant") else {}),
        }
    )


def tabs(viewer: Viewer) -> list[dict[str, Any]]:
    """The course's tabs: visitors see the first only, the team one more."""
    site, key = viewer.world.site, viewer.course.key
    found = [("courseware", "Course", site.learning(key, "home"))]
    if viewer.enrollment is not None or viewer.is_staff:
        found += [
            ("progress", "Progress", site.learning(key, "progress")),
            ("dates", "Dates", site.learning(key, "dates")),
        ]
        if viewer.course.settings.get("discussion", True):
            found.append(("discussion", "Discussion", f"{site.discussions_mfe}/{key}/"))
    if viewer.is_staff:
        found.append(("instructor", "Instructor", f"{site.base_url}/courses/{key}/instructor"))
    return [{"tab_id": tab_id, "title": title, "url": url} for tab_id, title, url in found]


ROUTES = (
    Route(
        "course_home.course_metadata",
        ("/api/course_home/course_metadata/{course}", "/api/course_home/v1/course_metadata/{course}"),
        {"GET": course_metadata},
        Slash.EITHER,
        Schemes.JBS,
    ),
)
