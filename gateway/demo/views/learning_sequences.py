"""learning_sequences course outline: structure without completion, the cheapest read."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block, Course
from gateway.demo.world.keys import split_course_key


def course_outline(call: Call) -> Answer:
    """Visitors and people without enrolment get an empty outline of a private course, not an error."""
    key = call.params["any"]
    try:
        split_course_key(key)
    except ValueError:
        return Answer([f"{key} is not a valid CourseKey"], 400)
    course = call.world.course(key)
    if course is None:
        raise NotFoundError
    viewer = _viewer(call, course)
    sees = viewer.sees_blocks and viewer.load_access().error_code != "not_visible_to_user"
    return Answer(
        {
            "course_key": course.key,
            "course_start": iso(course.start),
            "course_end": iso(course.end),
            "title": course.name,
            "published_at": iso(course.published_at),
            "published_version": course.settings.get("published_version", _version(course)),
            "entrance_exam_id": None,
            "days_early_for_beta": None,
            "self_paced": course.self_paced,
            "username": viewer.user.username if viewer.user else "",
            "user_id": viewer.user.id if viewer.user else None,
            "at_time": iso(call.world.now),
            "outline": _outline(viewer) if sees else {"sections": [], "sequences": {}},
        }
    )


def _viewer(call: Call, course: Course) -> Viewer:
    name = call.arg("user")
    viewer = call.viewer(course)
    if name is None or (viewer.user is not None and viewer.user.username == name):
        return viewer
    if not is_course_staff(call.user, course):
        who = call.user.username if call.user else ""
        raise PermissionDeniedError(
            f"User {who} does not have permission to view course outline for {course.key} as {name}."
        )
    if name == "":
        return Viewer(call.world, course, None, call.user)
    if name not in call.world.users:
        raise NotFoundError
    return Viewer(call.world, course, call.world.users[name], call.user)


def _outline(viewer: Viewer) -> dict[str, Any]:
    course = viewer.course
    dues = viewer.dues()
    sections, sequences = [], {}
    for chapter in course.chapters:
        if chapter.staff_only and not viewer.is_staff:
            continue
        shown = [block for block in chapter.children if viewer.is_staff or not block.staff_only]
        sections.append(
            {
                "id": chapter.usage,
                "title": chapter.name,
                "sequence_ids": [block.usage for block in shown],
                "start": iso(chapter.start),
                "effective_start": iso(chapter.effective_start),
            }
        )
        for block in shown:
            due = dues.get(block.usage)
            hidden = bool(block.attributes.get("hide_after_due")) and due is not None and due < viewer.world.now
            sequences[block.usage] = {
                "id": block.usage,
                "title": block.name,
                "accessible": _accessible(viewer, block, hidden),
                "inaccessible_after_due": bool(block.attributes.get("hide_after_due", False)),
                "start": iso(block.start),
                "effective_start": iso(block.effective_start),
                "due": iso(due),
            } | _exam(block)
    return {"sections": sections, "sequences": sequences}


def _accessible(viewer: Viewer, block: Block, hidden: bool) -> bool:
    if viewer.is_staff:
        return True
    released = viewer.is_visible(block, viewer.world.now)
    return released and not hidden and viewer.prerequisite_unmet(block) is None


def _exam(block: Block) -> dict[str, Any]:
    if "exam" not in block.attributes:
        return {}
    return {"exam": {"is_practice_exam": False, "is_proctored_enabled": False, "is_time_limited": True}}


def _version(course: Course) -> str:
    """A stable text in the shape of a structure version."""
    return course.key.encode().hex()[-24:]


ROUTES = (
    Route(
        "learning_sequences.course_outline",
        ("/api/learning_sequences/v1/course_outline/{any}",),
        {"GET": course_outline},
        Slash.NEVER,
        Schemes.JS,
    ),
)
