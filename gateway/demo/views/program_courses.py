"""Program enrolments v1 for learners: their course runs of one program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.program_common import V1, existing_program, forbidden_page
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block
from gateway.demo.world.people import Enrollment
from gateway.demo.world.programs import Program

_PAGE_SIZE, _MAX_PAGE_SIZE = 10, 25
_COMPLETED_AFTER = timedelta(days=30)


def overview(call: Call) -> Answer:
    """`{course_runs}`, all at once; a page of HTML refuses whoever is not enrolled in the program."""
    program = existing_program(call)
    if program.enrollment_of(call.me) is None:
        return forbidden_page()
    return Answer({"course_runs": [_run(call, program, row) for row in _runs(call, program)]})


def user_courses(call: Call) -> Answer:
    """The same as P3, for one's own name only."""
    if call.params["username"] != call.me.username:
        return forbidden_page()
    program = existing_program(call)
    if program.enrollment_of(call.me) is None:
        return forbidden_page()
    rows = _runs(call, program)
    page = cursor_page(call, rows, lambda row: _run(call, program, row), size=_PAGE_SIZE, maximum=_MAX_PAGE_SIZE)
    return Answer(page)


def _runs(call: Call, program: Program) -> list[Enrollment]:
    """Active enrolments in runs of the curriculum, whether or not they were made through the program."""
    rows = [row for row in call.world.enrollments_of(call.me) if row.is_active and row.course in program.curriculum]
    return sorted(rows, key=lambda row: row.id)


def _run(call: Call, program: Program, row: Enrollment) -> dict[str, Any]:
    """`RunOverview`: what does not apply is left out, not null."""
    world, course = call.world, row.course
    viewer = Viewer(world, course, call.me, call.me)
    status = run_status(viewer)
    run: dict[str, Any] = {
        "course_run_id": course.key,
        "display_name": course.name,
        "course_run_url": world.site.learning(course.key, "home"),
        "start_date": iso(course.start),
        "end_date": iso(course.end),
        "course_run_status": status,
        "due_dates": _due_dates(viewer) if status == "in_progress" else [],
    }
    last, certificate = viewer.learner.last, viewer.learner.certificate
    if last is not None:
        run["resume_course_run_url"] = world.site.jump_to(course.key, last.usage)
    if course.key in world.programs.bulk_email:
        run["emails_enabled"] = True
    if program.type == "MicroMasters":
        run["micromasters_title"] = program.title
    if certificate is not None and certificate.status == "downloadable":
        run["certificate_download_url"] = f"{world.site.base_url}{certificate.url}"
    return run


def run_status(viewer: Viewer) -> str:
    """`completed` after the end (self-paced: also 30 days after a certificate), `in_progress` after the start."""
    course, now, certificate = viewer.course, viewer.world.now, viewer.learner.certificate
    earned = certificate is not None and certificate.created <= now - _COMPLETED_AFTER
    if course.has_ended(now) or (course.self_paced and earned):
        return "completed"
    return "in_progress" if course.has_started(now) else "upcoming"


def _due_dates(viewer: Viewer) -> list[dict[str, Any]]:
    """By block type, then in course order; within a sequential the last unit comes first."""
    dues, site, course = viewer.dues(), viewer.world.site, viewer.course
    blocks = [block for sequential in course.sequentials() for block in _backwards(sequential) if block.usage in dues]
    return [
        {"name": block.name, "url": site.jump_to(course.key, block.usage), "date": iso(dues[block.usage])}
        for block in sorted(blocks, key=lambda block: block.type)
    ]


def _backwards(block: Block) -> Iterator[Block]:
    yield block
    for child in reversed(block.children):
        yield from _backwards(child)


ROUTES = (
    Route(
        "program_enrollments.overview",
        (f"{V1}/programs/{{program:word}}/overview",),
        {"GET": overview},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "program_enrollments.user_program_courses",
        (f"{V1}/users/{{username}}/programs/{{program:word}}/courses",),
        {"GET": user_courses},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
)
