"""Shared by the mobile answers: access, and the objects of a course as the apps see it."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gateway.demo.http.errors import NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Handler
from gateway.demo.views.common import course_of_path
from gateway.demo.world.access import Viewer, unmet_prerequisites
from gateway.demo.world.clock import iso, short_date
from gateway.demo.world.course import Block, Course
from gateway.demo.world.people import User
from gateway.demo.world.site import Site

_UTM = "utm_medium=social&utm_campaign=social-sharing-db&utm_source="


def own(handler: Callable[[Call, User], Answer]) -> Handler:
    """A view of the caller's own data under the name in the path; anybody else's is refused, also to staff."""

    def checked(call: Call) -> Answer:
        if call.params["username"].lower() != call.me.username.lower():
            raise PermissionDeniedError
        return handler(call, call.me)

    return checked


def in_course(handler: Callable[[Call, Viewer], Answer]) -> Handler:
    """A view of a course the caller may open in the app: enrolled (or staff), and nothing in the way."""

    def checked(call: Call) -> Answer:
        viewer = Viewer(call.world, course_of_path(call), call.user, call.user)
        access = viewer.load_access()
        if access.error_code == "audit_expired" and access.developer_message:
            # The real LMS puts the course object's own text here: nothing to show to people.
            text = f"<CourseBlock {viewer.course.key}>: {access.developer_message}"
            access = replace(access, developer_message=text)
        if not access.granted:
            return Answer(access.as_dict(), 404)
        if viewer.enrollment is None and not viewer.is_staff:
            raise NotFoundError
        return handler(call, viewer)

    return checked


def course_image(site: Site, course: Course) -> str:
    return site.asset(course.key, course.settings.get("image", "images_course_image.jpg"))


def api_url(call: Call, path: str) -> str:
    """An address of the same version of the mobile API."""
    return f"{call.world.site.base_url}/api/mobile/{call.params['version']}/{path}"


def sharing() -> dict[str, str]:
    return {name: f"{_UTM}{name}" for name in ("facebook", "twitter")}


def discussion_url(viewer: Viewer) -> str | None:
    """For people who may post: enrolled or staff, in a course with discussions."""
    if viewer.enrollment is None and not viewer.is_staff:
        return None
    if not viewer.course.settings.get("discussion", True):
        return None
    return f"{viewer.world.site.base_url}/api/discussion/v1/courses/{viewer.course.key}"


def course_dates(course: Course) -> dict[str, Any]:
    """The keys every description of a course has, name to end."""
    return {
        "name": course.name,
        "number": course.number,
        "org": course.org,
        "org_logo": "",
        "start": iso(course.start),
        "start_display": short_date(course.start) if course.start else None,
        "start_type": "timestamp" if course.start else "empty",
        "end": iso(course.end),
    }


def mobile_course(call: Call, viewer: Viewer) -> dict[str, Any]:
    """The `course` of an enrolment."""
    course, site = viewer.course, viewer.world.site
    image = course_image(site, course)
    return {
        "id": course.key,
        **course_dates(course),
        "dynamic_upgrade_deadline": upgrade_deadline(viewer),
        "subscription_id": "course_" + b32encode(course.key.encode()).decode().replace("=", "_"),
        "courseware_access": viewer.load_access().as_dict(),
        "media": {"course_image": {"uri": image, "name": "Course Image"}},
        "course_image": image,
        "course_about": f"{site.base_url}/courses/{course.key}/about",
        "course_sharing_utm_parameters": sharing(),
        "course_updates": api_url(call, f"course_info/{course.key}/updates"),
        "course_handouts": api_url(call, f"course_info/{course.key}/handouts"),
        "discussion_url": discussion_url(viewer),
        "video_outline": None,
        "is_self_paced": course.self_paced,
    }


def upgrade_deadline(viewer: Viewer) -> str | None:
    enrollment, mode = viewer.enrollment, viewer.course.verified_mode
    if enrollment is None or enrollment.mode != "audit" or mode is None:
        return None
    return iso(mode.expires)


def course_modes(viewer: Viewer) -> list[dict[str, Any]]:
    now = viewer.world.now
    return [
        {"slug": mode.slug, "sku": mode.sku, "android_sku": None, "ios_sku": None, "min_price": mode.min_price}
        for mode in viewer.course.modes
        if mode.expires is None or now < mode.expires
    ]


def certificate(viewer: Viewer) -> dict[str, str]:
    """Its absolute address; an empty object without one."""
    found = viewer.learner.certificate
    if found is None or found.status != "downloadable" or viewer.enrollment is None:
        return {}
    return {"url": f"{viewer.world.site.base_url}{found.url}"}


def assignments(viewer: Viewer) -> list[Block]:
    """Graded sequentials this person can see."""
    now = viewer.world.now
    return [block for block in viewer.course.sequentials() if block.graded and viewer.is_visible(block, now)]


def course_progress(viewer: Viewer) -> dict[str, int]:
    blocks, done = assignments(viewer), viewer.learner.done
    return {
        "total_assignments_count": len(blocks),
        "assignments_completed": sum(block.usage in done for block in blocks),
    }


def overview(call: Call, viewer: Viewer) -> dict[str, Any]:
    """The course around its blocks: `course_info/blocks` carries it flat, `enrollment_details` nested."""
    course, site = viewer.course, viewer.world.site
    image = course_image(site, course)
    return course_dates(course) | {
        "is_self_paced": course.self_paced,
        "media": {"image": {"raw": image, "small": image, "large": image}},
        "course_sharing_utm_parameters": sharing(),
        "course_about": f"{site.base_url}/courses/{course.key}/about",
        "course_modes": course_modes(viewer),
        "course_progress": course_progress(viewer),
    }


def participation(call: Call, viewer: Viewer) -> dict[str, Any]:
    """Access, certificate and enrolment of one person in the course, and where its other parts are."""
    course, enrollment, world = viewer.course, viewer.enrollment, viewer.world
    enrolled: dict[str, Any] = {"mode": "", "is_active": False}
    if enrollment is not None:
        enrolled = {
            "created": iso(enrollment.created),
            "mode": enrollment.mode,
            "is_active": enrollment.is_active,
            "upgrade_deadline": upgrade_deadline(viewer),
        }
    return {
        "id": course.key,
        "course_access_details": {
            "has_unmet_prerequisites": viewer.user is not None
            and bool(unmet_prerequisites(world, course, viewer.user)),
            "is_too_early": not course.has_started(world.now),
            "is_staff": viewer.is_staff,
            "audit_access_expires": iso(viewer.expiration()),
            "courseware_access": viewer.load_access().as_dict(),
        },
        "certificate": certificate(viewer),
        "enrollment_details": enrolled,
        "course_handouts": api_url(call, f"course_info/{course.key}/handouts"),
        "course_updates": api_url(call, f"course_info/{course.key}/updates"),
        "discussion_url": discussion_url(viewer),
    }
