"""course_home/dates, and the course_experience endpoints about deadlines."""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.common import course_of_path, course_page, dates_banner, record_activity
from gateway.demo.views.date_blocks import date_blocks
from gateway.demo.world.access import Viewer
from gateway.demo.world.keys import is_course_key


def dates(call: Call) -> Answer:
    course = course_of_path(call)
    viewer = call.viewer(course)
    refused = viewer.load_access()
    if not (refused.error_code == "course_not_started" and call.arg("allow_not_started_courses")):
        viewer = course_page(call)
    if viewer.enrollment is None and not viewer.is_staff:
        return Answer("User not enrolled.", 401)
    record_activity(viewer, only_from_app=call)
    return Answer(
        {
            "dates_banner_info": dates_banner(viewer),
            "course_date_blocks": [block for _, block in date_blocks(viewer)],
            "has_ended": course.has_ended(viewer.world.now),
            "learner_is_full_access": not viewer.gated,
            "user_timezone": viewer.time_zone,
        }
    )


def deadlines_info(call: Call) -> Answer:
    """An expired audit learner is redirected, unlike in other pages of course_home."""
    course = course_of_path(call)
    viewer = call.viewer(course)
    access = viewer.load_access()
    if access.error_code == "not_visible_to_user":
        raise NotFoundError
    if not access.granted:
        reason = (access.additional_context_user_message or access.user_message or "").replace(" ", "+")
        location = f"/dashboard?access_response_error={reason}"
        return Answer("", 302, {"Location": location}, content_type="text/html; charset=utf-8")
    record_activity(viewer, only_from_app=call)
    return Answer({"dates_banner_info": dates_banner(viewer), "has_ended": course.has_ended(viewer.world.now)})


def reset_deadlines(call: Call) -> Answer:
    """Count the learner's due dates from now. Always 200: for people without enrolment or with missed gated
    content nothing changes."""
    key = fields(call).get("course_key")
    if not key:
        raise BadRequestError("'course_key' is required.")
    course = call.world.course(key) if isinstance(key, str) and is_course_key(key) else None
    if course is None:
        raise BadRequestError("Unable to reset deadlines.")
    viewer = call.viewer(course)
    _reset(viewer)
    link = viewer.world.site.learning(course.key, "dates")
    return Answer(
        {
            "body": f'<a href="{link}">View all dates</a>',
            "header": "Your due dates have been successfully shifted to help you stay on track.",
            "link": link,
            "link_text": "View all dates",
            "message": "Deadlines successfully reset.",
        }
    )


def _reset(viewer: Viewer) -> None:
    banner = dates_banner(viewer)
    enrollment = viewer.enrollment
    if enrollment is not None and banner["missed_deadlines"] and not banner["missed_gated_content"]:
        enrollment.schedule_start = viewer.world.now


ROUTES = (
    Route(
        "course_home.dates",
        ("/api/course_home/dates/{course}", "/api/course_home/v1/dates/{course}"),
        {"GET": dates},
        Slash.EITHER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "course_experience.course_deadlines_info",
        ("/api/course_experience/v1/course_deadlines_info/{course}",),
        {"GET": deadlines_info},
        Slash.EITHER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "course_experience.reset_course_deadlines",
        ("/api/course_experience/v1/reset_course_deadlines",),
        {"POST": reset_deadlines},
        Slash.EITHER,
        Schemes.JBS,
        login=True,
        function_view=True,
    ),
)
