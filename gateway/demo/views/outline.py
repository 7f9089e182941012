"""course_home/outline and course_home/navigation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.cookies import csrf_cookie
from gateway.demo.http.csrf import new_token
from gateway.demo.http.errors import CrashError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.common import (
    access_expiration,
    certificate_data,
    course_goals,
    course_page,
    dates_banner,
    verified_mode,
)
from gateway.demo.views.date_blocks import date_blocks
from gateway.demo.views.outline_blocks import BlockTree
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.grades import course_grade


def outline(call: Call) -> Answer:
    viewer = course_page(call)
    course, world = viewer.course, viewer.world
    enrollment = world.enrollment(viewer.user, course, active=False)
    if is_course_staff(viewer.original, course):
        # The team's page renders a form, and with it the CSRF cookie.
        call.set_cookies.append(csrf_cookie(new_token()))
    blocks = {"blocks": BlockTree(viewer, links=True, units=False).blocks} if viewer.sees_blocks else None
    return Answer(
        {
            "dates_banner_info": dates_banner(viewer),
            "verified_mode": verified_mode(viewer),
            "access_expiration": access_expiration(viewer),
            "cert_data": certificate_data(viewer),
            "course_blocks": blocks,
            "course_goals": course_goals(viewer),
            "course_tools": _tools(viewer),
            "dates_widget": {
                "course_date_blocks": _upcoming(viewer, world.now),
                "dates_tab_link": world.site.learning(course.key, "dates"),
                "user_timezone": viewer.time_zone,
            },
            "enroll_alert": {"can_enroll": _can_enroll(viewer), "extra_text": None},
            "enrollment_mode": enrollment.mode if enrollment else None,
            "enable_proctored_exams": False,
            "handouts_html": course.settings.get("handouts") if viewer.sees_blocks else None,
            "has_ended": course.has_ended(world.now),
            "offer": None,
            "resume_course": _resume(viewer),
            "welcome_message_html": _welcome(viewer),
            "user_has_passing_grade": course_grade(course, viewer.learner).passed,
        }
    )


def navigation(call: Call) -> Answer:
    """The sidebar tree. Visitors of a private course get an empty object, of a public one a crash."""
    viewer = course_page(call)
    if viewer.user is None and viewer.course.public:
        raise CrashError
    if viewer.enrollment is None and not viewer.is_staff:
        return Answer({})
    return Answer({"blocks": BlockTree(viewer, links=False, units=True).blocks})


def _upcoming(viewer: Viewer, now: datetime) -> list[dict[str, Any]]:
    """Future dates with at most one assignment; access to assignments is not worked out here."""
    rows: list[dict[str, Any]] = []
    for moment, block in date_blocks(viewer):
        assignment = block["date_type"] == "assignment-due-date"
        if moment < now or (assignment and any(row["date_type"] == block["date_type"] for row in rows)):
            continue
        rows.append(block | {"learner_has_access": True})
    return rows


def _tools(viewer: Viewer) -> list[dict[str, Any]]:
    base = f"{viewer.world.site.base_url}/courses/{viewer.course.key}"
    if viewer.user is None or not (viewer.enrollment or viewer.is_staff):
        return []
    tools = [{"analytics_id": "edx.bookmarks", "title": "Bookmarks", "url": f"{base}/bookmarks/"}]
    if viewer.enrollment is not None:
        if viewer.course.relative_dates:
            title = "Subscribe to calendar updates"
            tools.append({"analytics_id": "edx.calendar-sync", "title": title, "url": f"{base}/calendar_sync"})
        if viewer.course.settings.get("welcome"):
            tools.append({"analytics_id": "edx.updates", "title": "Updates", "url": f"{base}/course/updates"})
    return tools


def _can_enroll(viewer: Viewer) -> bool:
    course, now = viewer.course, viewer.world.now
    if course.settings.get("invitation_only"):
        return False
    opens, closes = course.enrollment_start, course.enrollment_end
    return (opens is None or now >= opens) and (closes is None or now <= closes)


def _resume(viewer: Viewer) -> dict[str, Any]:
    """The block to resume: the last completed one, or the first of the course if it was never visited."""
    if viewer.user is None or not (viewer.enrollment or viewer.is_staff):
        return {"has_visited_course": False, "url": None}
    last = viewer.learner.last
    target = last or next(iter(viewer.course.root.leaves), None)
    url = viewer.world.site.jump_to(viewer.course.key, target.usage) if target else None
    return {"has_visited_course": last is not None, "url": url}


def _welcome(viewer: Viewer) -> str | None:
    if viewer.learner.dismissed_welcome or not (viewer.enrollment or viewer.is_staff):
        return None
    text: str | None = viewer.course.settings.get("welcome")
    return text


ROUTES = (
    Route(
        "course_home.outline",
        ("/api/course_home/outline/{course}", "/api/course_home/v1/outline/{course}"),
        {"GET": outline},
        Slash.EITHER,
        Schemes.JBS,
        expose_date=True,
    ),
    Route(
        "course_home.navigation",
        ("/api/course_home/navigation/{course}", "/api/course_home/v1/navigation/{course}"),
        {"GET": navigation},
        Slash.EITHER,
        Schemes.JBS,
    ),
)
