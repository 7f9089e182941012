"""Shared by several views: finding courses, and small objects that many answers contain."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.errors import CrashError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Call
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.site import Site

_MOBILE_APP = "edX/org.edx.mobile"


def course_of_path(call: Call) -> Course:
    """The course of the path. A key that matches the route but does not parse crashes the view, as in the LMS."""
    key = call.params["course"]
    if not is_course_key(key):
        raise CrashError
    course = call.world.course(key)
    if course is None:
        raise NotFoundError
    return course


def course_page(call: Call) -> Viewer:
    """The viewer of a course home page: a hidden course is not found, other refusals are a 403."""
    viewer = call.viewer(course_of_path(call))
    access = viewer.load_access()
    if access.error_code == "not_visible_to_user":
        raise NotFoundError
    if not access.granted and viewer.user is not None:
        raise PermissionDeniedError(access.user_message)
    return viewer


def escaped_name(course: Course) -> str:
    """The name as the catalogue and courseware send it: angle brackets escaped, ampersands not."""
    return course.name.replace("<", "&lt;").replace(">", "&gt;")


def course_media(site: Site, course: Course, *, banner: bool) -> dict[str, Any]:
    """The `media` object of the catalogue (`banner`) and of courseware."""
    image = site.asset(course.key, course.settings.get("image", "images_course_image.jpg"))
    absolute = f"{site.base_url}{image}"
    media: dict[str, Any] = {}
    if banner:
        uri = site.asset(course.key, "images_course_image.jpg")
        media["banner_image"] = {"uri": uri, "uri_absolute": f"{site.base_url}{uri}"}
    media["course_image"] = {"uri": image}
    media["course_video"] = {"uri": None}
    media["image"] = {"raw": absolute, "small": absolute, "large": absolute}
    return media


def verified_mode(viewer: Viewer, *, expiration_of_original: bool = False) -> dict[str, Any] | None:
    """The available upgrade; null unless an audit enrolment can still be upgraded."""
    enrollment, mode = viewer.enrollment, viewer.course.verified_mode
    if enrollment is None or enrollment.mode != "audit" or mode is None or viewer.is_staff:
        return None
    if mode.expires is not None and viewer.world.now > mode.expires:
        return None
    return {
        "access_expiration_date": None if expiration_of_original else iso(viewer.expiration()),
        "currency": "USD",
        "currency_symbol": "$",
        "price": mode.min_price,
        "sku": mode.sku,
        "upgrade_url": viewer.world.site.upgrade_url,
    }


def access_expiration(viewer: Viewer) -> dict[str, Any] | None:
    expires = viewer.expiration()
    if expires is None:
        return None
    mode = viewer.course.verified_mode
    return {
        "expiration_date": iso(expires),
        "masquerading_expired_course": viewer.masquerade is not None and viewer.world.now > expires,
        "upgrade_deadline": iso(mode.expires) if mode else None,
        "upgrade_url": viewer.world.site.upgrade_url if mode else None,
    }


def certificate_data(viewer: Viewer) -> dict[str, Any] | None:
    """Audit learners always "pass"; others have data only when there is a certificate."""
    enrollment = viewer.enrollment
    if enrollment is None:
        return None
    certificate = viewer.learner.certificate
    if enrollment.mode == "audit":
        status, url = "audit_passing", None
    elif certificate is not None:
        status, url = certificate.status, certificate.url
    else:
        return None
    return {
        "cert_status": status,
        "cert_web_view_url": url,
        "download_url": None,
        "certificate_available_date": None,
    }


def course_goals(viewer: Viewer) -> dict[str, Any]:
    goal = viewer.learner.goal
    selected = None
    if goal is not None:
        selected = {
            "days_per_week": goal.days_per_week,
            "subscribed_to_reminders": goal.subscribed_to_reminders,
        }
    return {"selected_goal": selected, "weekly_learning_goal_enabled": viewer.enrollment is not None}


def celebrations(viewer: Viewer) -> dict[str, Any]:
    """What to celebrate. Reading moves the streak: its length is non-null for the first reader of the day only."""
    enrollment = viewer.enrollment
    streak = None
    if enrollment is not None and viewer.user is not None and viewer.masquerade is None:
        streak = viewer.user.advance_streak(viewer.world.now.date())
    return {
        "first_section": bool(enrollment is not None and enrollment.celebrate_first_section),
        "streak_length_to_celebrate": streak,
        "streak_discount_enabled": False,
        "weekly_goal": bool(enrollment is not None and enrollment.celebrate_weekly_goal),
    }


def record_activity(viewer: Viewer, *, only_from_app: Call | None = None) -> None:
    """Course goals count the days on which an enrolled learner opened a page; some pages count only when the
    mobile app asks (`only_from_app` is then the call)."""
    if only_from_app is not None and _MOBILE_APP not in only_from_app.headers.get("user-agent", ""):
        return
    if viewer.user is not None and viewer.enrollment is not None and viewer.masquerade is None:
        viewer.user.record_activity(viewer.course.key, viewer.world.now.date())


def dates_banner(viewer: Viewer) -> dict[str, Any]:
    """Missed deadlines are reported to learners of self-paced courses that have not ended, who can reset dates."""
    now = viewer.world.now
    missed = gated = False
    if viewer.course.self_paced and viewer.enrollment is not None and not viewer.course.has_ended(now):
        done = viewer.learner.done
        late = [
            viewer.course.blocks[usage]
            for usage, due in viewer.dues().items()
            if due < now and usage not in done and viewer.course.blocks[usage].type == "sequential"
        ]
        missed = bool(late)
        gated = any(viewer.is_paywalled(block) for block in late)
    return {
        "missed_deadlines": missed,
        "content_type_gating_enabled": viewer.gated,
        "missed_gated_content": gated,
        "verified_upgrade_link": viewer.world.site.upgrade_url if viewer.course.verified_mode else None,
    }
