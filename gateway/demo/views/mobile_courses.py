"""Mobile: handouts, updates, enrolment details and blocks of one course."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import CrashError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.block_completion import add_up
from gateway.demo.views.blocks import by_course
from gateway.demo.views.common import record_activity
from gateway.demo.views.mobile_common import in_course, overview, participation
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block
from gateway.demo.world.grades import subsection_grade
from gateway.demo.world.keys import is_course_key

_OFFLINE = frozenset({"html", "problem"})


def handouts(call: Call, viewer: Viewer) -> Answer:
    return Answer({"handouts_html": viewer.course.settings.get("handouts")})


def updates(call: Call, viewer: Viewer) -> Answer:
    """All updates, newest first; the date is text, as the author's page shows it."""
    clock = viewer.world.clock
    rows = []
    for update in viewer.course.settings.get("updates", ()):
        day = clock.at(update["date"])
        assert day is not None
        text = f"{day:%B} {day.day}, {day.year}"
        rows.append({"id": update["id"], "date": text, "content": update["content"], "status": "visible"})
    return Answer(rows)


def enrollment_details(call: Call) -> Answer:
    """For everybody signed in, enrolled or not; an unknown course is a crash."""
    key = call.params["course"]
    if not is_course_key(key):
        return Answer({"error": f"'{key}' is not a valid course key."}, 400)
    course = call.world.course(key)
    if course is None:
        raise CrashError
    viewer = Viewer(call.world, course, call.user, call.user)
    record_activity(viewer, only_from_app=call)
    return Answer(participation(call, viewer) | {"course_info_overview": overview(call, viewer)})


def blocks(call: Call) -> Answer:
    """The course blocks API and the course around them; `nav_depth` adds `descendants`. A visitor crashes it."""
    answer = by_course(call)
    if call.user is None:
        raise CrashError
    course = call.world.courses[call.arg("course_id") or ""]
    user = call.world.users.get(call.arg("username") or "")
    viewer = Viewer(call.world, course, user, call.user)
    if not isinstance(answer.body, dict) or "blocks" not in answer.body:
        return answer
    if user is call.user:
        record_activity(viewer, only_from_app=call)
    found: dict[str, dict[str, Any]] = answer.body["blocks"]
    if (text := call.arg("nav_depth") or "").isdecimal():
        _add_descendants(course.root, found, int(text))
        if "completion" in call.args("requested_fields"):
            add_up(course.root.usage, found)
    for usage, fields in found.items():
        if fields["type"] == "sequential":
            fields["assignment_progress"] = _assignment_progress(viewer, course.blocks[usage])
        if fields["type"] in _OFFLINE and viewer.world.features.on("offline"):
            fields["offline_download"] = _offline_download(viewer, usage)
    answer.body |= participation(call, viewer) | {"deprecate_youtube": False} | overview(call, viewer)
    return answer


def _offline_download(viewer: Viewer, usage: str) -> dict[str, Any]:
    """Of builds of the LMS that make files for reading without a network."""
    return {
        "file_url": viewer.world.site.asset(viewer.course.key, f"{usage.rpartition('@')[2]}.zip"),
        "last_modified": iso(viewer.world.now),
        "file_size": 2048,
    }


def _assignment_progress(viewer: Viewer, block: Block) -> dict[str, Any]:
    if not block.graded:
        return {"assignment_type": None, "num_points_earned": 0, "num_points_possible": 0}
    grade = subsection_grade(block, viewer.learner)
    return {
        "assignment_type": block.format,
        "num_points_earned": grade.earned,
        "num_points_possible": grade.possible,
    }


def _add_descendants(root: Block, found: dict[str, dict[str, Any]], nav_depth: int) -> None:
    """A block down to `nav_depth` lists its children; what lies deeper is listed by the lowest of those too."""

    def visit(block: Block, depth: int, holder: list[str] | None) -> None:
        if block.usage not in found:
            return
        if holder is not None:
            holder.append(block.usage)
        own: list[str] | None = [] if depth <= nav_depth else holder
        for child in block.children:
            visit(child, depth + 1, own)
        if depth <= nav_depth and own:
            found[block.usage]["descendants"] = own

    visit(root, 0, None)


_INFO = "/api/mobile/{version}/course_info"
ROUTES = (
    Route(
        "mobile.handouts",
        (f"{_INFO}/{{course}}/handouts",),
        {"GET": in_course(handouts)},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "mobile.updates",
        (f"{_INFO}/{{course}}/updates",),
        {"GET": in_course(updates)},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "mobile.enrollment_details",
        (f"{_INFO}/{{course}}/enrollment_details",),
        {"GET": enrollment_details},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "mobile.blocks",
        (f"{_INFO}/blocks",),
        {"GET": blocks},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
)
