"""Grades v1 for global staff: grades by section over many learners, and what learners handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import BadRequestError, PermissionDeniedError
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.grade_common import PAGE_SIZE, enrolled_user, existing_course, roster, signed_in
from gateway.demo.world.course import AssignmentPolicy, Block, Course
from gateway.demo.world.grades import course_grade, subsection_grade
from gateway.demo.world.people import Enrollment, Learner

_MAX_NAMES = 100


@signed_in
def section_grades_breakdown(call: Call) -> Answer:
    """P3 over the enrolments that match `course_id` and `username` (comma separated, at most 100)."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    names = call.args("username")
    if len(names) > _MAX_NAMES:
        raise BadRequestError(f"Too many usernames in a single request - {len(names)}. Maximum is {_MAX_NAMES}.")
    key = call.arg("course_id")
    if key:
        existing_course(call, key)
    rows = [
        row
        for row in sorted(call.world.enrollments.values(), key=lambda row: row.id)
        if row.is_active and (not key or row.course.key == key) and (not names or row.user.username in names)
    ]
    return Answer(cursor_page(call, rows, lambda row: _breakdown(call, row), size=PAGE_SIZE))


def _breakdown(call: Call, row: Enrollment) -> dict[str, Any]:
    learner = call.world.learner(row.user, row.course)
    grade = course_grade(row.course, learner)
    return {
        "course_id": row.course.key,
        "username": row.user.username,
        "passed": grade.passed,
        "current_grade": round(grade.percent * 100),
        "section_breakdown": [
            section for policy in row.course.policies for section in _sections(policy, row.course, learner)
        ],
    }


def _sections(policy: AssignmentPolicy, course: Course, learner: Learner) -> Iterator[dict[str, Any]]:
    """A row a subsection and one for the average; a type with a single assignment has one row in all."""
    blocks = [block for block in course.sequentials() if block.graded and block.format == policy.type]
    count = max(policy.min_count, len(blocks))
    percents = [round(subsection_grade(block, learner).percent, 4) for block in blocks]
    percents += [0.0] * (count - len(blocks))
    kept = sorted(range(count), key=lambda place: -percents[place])[: max(1, count - policy.drop_count)]
    average = sum(percents[place] for place in kept) / len(kept)
    category = {"category": policy.type}
    if count == 1:
        detail = f"{policy.type} = {average:.2%}"
        yield {"percent": average, "label": policy.short_label, "detail": detail, **category, "prominent": True}
        return
    for place, percent in enumerate(percents):
        block = blocks[place] if place < len(blocks) else None
        row = {
            "percent": percent,
            "label": f"{policy.short_label} {place + 1:02d}",
            "detail": _detail(policy, place + 1, block, learner, percent),
            **category,
        }
        if place not in kept:
            row["mark"] = {"detail": f"The lowest {policy.drop_count} {policy.type} scores are dropped."}
        yield row
    detail = f"{policy.type} Average = {average:.2%}"
    yield {"percent": average, "label": f"{policy.short_label} Avg", "detail": detail, **category, "prominent": True}


def _detail(policy: AssignmentPolicy, number: int, block: Block | None, learner: Learner, percent: float) -> str:
    if block is None:
        return f"{policy.type} {number} Unreleased - 0% (?/?)"
    grade = subsection_grade(block, learner)
    points = f"({grade.earned:.3g}/{grade.possible:.3g})"
    return f"{policy.type} {number} - {block.name} - {percent:.2%} {points}"


@signed_in
def submission_history(call: Call) -> Answer:
    """P3 over the learners of a course (or the one of `?username=`): every problem they answered."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    course = existing_course(call, call.params["course"])
    rows = roster(call, course)
    if call.arg("username"):
        user = enrolled_user(call, course)
        rows = [row for row in rows if row.user is user]
    return Answer(cursor_page(call, rows, lambda row: _history(call, row), size=PAGE_SIZE))


def _history(call: Call, row: Enrollment) -> dict[str, Any]:
    learner = call.world.learner(row.user, row.course)
    problems = [block for block in row.course.root.leaves if block.usage in learner.attempted]
    return {
        "course_id": row.course.key,
        "course_name": row.course.name,
        "user": row.user.username,
        "problems": [_problem(block, learner) for block in problems],
    }


def _problem(block: Block, learner: Learner) -> dict[str, Any]:
    earned = learner.scores.get(block.usage, 0.0)
    state = {
        "attempts": 1,
        "done": True,
        "seed": 1,
        "score": {"raw_earned": _whole(earned), "raw_possible": _whole(block.points)},
    }
    return {
        "location": block.usage,
        "name": block.name,
        "submission_history": [{"state": state, "grade": earned, "max_grade": block.points}],
        "data": _source(block),
    }


def _whole(points: float) -> float:
    return int(points) if points == int(points) else points


def _source(block: Block) -> str:
    """A problem's own source: one multiple choice question named after its unit."""
    unit = block.ancestor("vertical")
    question = f"Which answer is right for {unit.name if unit else block.name}?"
    choices = '\n<choice correct="true">Right</choice><choice correct="false">Wrong</choice>'
    group = f'<p>{question}</p><choicegroup type="MultipleChoice">{choices}</choicegroup>'
    return f"<problem><multiplechoiceresponse>{group}</multiplechoiceresponse></problem>"


_V1 = "/api/grades/v1"
ROUTES = (
    Route(
        "grades.section_grades_breakdown",
        (f"{_V1}/section_grades_breakdown",),
        {"GET": section_grades_breakdown},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "grades.submission_history",
        (f"{_V1}/submission_history/{{course}}",),
        {"GET": submission_history},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        throttle="enrollment",
    ),
)
