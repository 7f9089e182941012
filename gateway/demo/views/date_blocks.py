"""The date blocks of a course, shared by the dates tab and the outline's widget."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block

_ENDS_CERTIFICATE = (
    "After this date, the course will be archived, which means you can review the course content but can no longer"
    " participate in graded assignments or work towards earning a certificate."
)
_ENDS = "After the course ends, the course content will be archived and no longer active."
_ENDED = "This course is archived, which means you can review course content but it is no longer active."
_UPGRADE = (
    "You are still eligible to upgrade to a Verified Certificate! Pursue it to highlight the knowledge and skills you"
    " gain in this course."
)


def date_blocks(viewer: Viewer) -> list[tuple[datetime, dict[str, Any]]]:
    """Every date of the course for this viewer with its block, in order of time; nothing for visitors."""
    if viewer.enrollment is None and not viewer.is_staff:
        return []
    found = [*_start(viewer), *_assignments(viewer), *_course_dates(viewer)]
    return sorted(found, key=lambda item: item[0])


def _start(viewer: Viewer) -> list[tuple[datetime, dict[str, Any]]]:
    course, enrollment = viewer.course, viewer.enrollment
    if course.self_paced and enrollment is not None and (course.start is None or enrollment.created > course.start):
        return [_block(enrollment.created, "course-start-date", "Enrollment Date")]
    return [_block(course.start, "course-start-date", "Course starts")] if course.start else []


def _assignments(viewer: Viewer) -> list[tuple[datetime, dict[str, Any]]]:
    dues, done, now = viewer.dues(), viewer.learner.done, viewer.world.now
    found = []
    for block in viewer.course.sequentials():
        due = dues.get(block.usage)
        if due is None or not block.graded or (block.staff_only and not viewer.is_staff):
            continue
        released = viewer.is_visible(block, now)
        moment, row = _block(due, "assignment-due-date", block.name)
        row |= {
            "assignment_type": block.format,
            "complete": block.usage in done,
            "learner_has_access": released and not viewer.is_paywalled(block),
            "link": viewer.world.site.jump_to(viewer.course.key, block.usage) if released else "",
            "first_component_block_id": _first_component(block) if released else "",
        }
        found.append((moment, row))
    return found


def _first_component(block: Block) -> str:
    return block.leaves[0].usage if block.leaves else ""


def _course_dates(viewer: Viewer) -> list[tuple[datetime, dict[str, Any]]]:
    course, now, enrollment = viewer.course, viewer.world.now, viewer.enrollment
    found = []
    expires, mode = viewer.expiration(), course.verified_mode
    if expires is not None:
        text = "You lose all access to this course, including your progress."
        found.append(_block(expires, "course-expired-date", "Audit Access Expires", text))
    if enrollment is not None and enrollment.mode == "audit" and mode and mode.expires and not viewer.is_staff:
        upgrade = _block(mode.expires, "verified-upgrade-deadline", "Verification Upgrade Deadline", _UPGRADE)
        upgrade[1].update(link=viewer.world.site.upgrade_url, link_text="Upgrade to Verified Certificate")
        found.append(upgrade)
    if course.end is not None and not (course.self_paced and course.end - now > timedelta(days=365)):
        paid = enrollment is not None and enrollment.mode != "audit"
        text = _ENDED if course.has_ended(now) else _ENDS_CERTIFICATE if paid else _ENDS
        found.append(_block(course.end, "course-end-date", "Course ends", text))
    available = viewer.world.clock.at(course.settings.get("certificate_available"))
    if available is not None:
        text = "Day certificates will become available for passing verified learners."
        found.append(_block(available, "certificate-available-date", "Certificate Available", text))
    return found


def _block(moment: datetime, date_type: str, title: str, description: str = "") -> tuple[datetime, dict[str, Any]]:
    return moment, {
        "assignment_type": None,
        "complete": None,
        "date": iso(moment),
        "date_type": date_type,
        "description": description,
        "learner_has_access": True,
        "link": "",
        "link_text": "",
        "title": title,
        "extra_info": None,
        "first_component_block_id": "",
    }
