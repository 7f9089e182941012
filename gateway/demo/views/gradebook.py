"""Grades v1 for course authors: the gradebook, its structure, one subsection, and bulk overrides."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import data
from gateway.demo.http.errors import ApiError, BadRequestError, NotFoundError
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.grade_common import (
    PAGE_SIZE,
    enrolled_user,
    existing_course,
    graded_subsections,
    require_author,
    roster,
    signed_in,
)
from gateway.demo.views.gradebook_filters import matches
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.grades import course_grade, subsection_grade
from gateway.demo.world.keys import course_of, is_usage_key
from gateway.demo.world.people import Learner, Override, User

_HISTORY_LIMIT = 5


def _author_course(call: Call) -> Course:
    course = existing_course(call, call.params["course"])
    require_author(call, course)
    return course


@signed_in
def gradebook(call: Call) -> Answer:
    """One `GradebookEntry` with `?username=`; otherwise P3 with the counts of all and of matching learners."""
    course = _author_course(call)
    if call.arg("username"):
        return Answer(_entry(call, enrolled_user(call, course), course))
    everybody = roster(call, course)
    rows = [row for row in everybody if matches(call, course, row)]
    page = cursor_page(call, rows, lambda row: _entry(call, row.user, course), size=PAGE_SIZE)
    return Answer(page | {"total_users_count": len(everybody), "filtered_users_count": len(rows)})


def _entry(call: Call, user: User, course: Course) -> dict[str, Any]:
    learner = call.world.learner(user, course)
    student_key = call.world.programs.student_key(user, course)
    return {
        "user_id": user.id,
        "username": user.username,
        "email": "",
        **({"external_user_key": student_key} if student_key else {}),
        "percent": course_grade(course, learner).percent,
        "section_breakdown": [
            _section(learner, block.usage, course, label) for block, label in graded_subsections(course)
        ],
    }


def _section(learner: Learner, usage: str, course: Course, label: str) -> dict[str, Any]:
    """Points stay 0 of 0 until something was attempted (or given)."""
    block = course.blocks[usage]
    grade = subsection_grade(block, learner)
    attempted = grade.override is not None or any(leaf.usage in learner.attempted for leaf in block.leaves)
    return {
        "attempted": attempted,
        "category": block.format,
        "label": label,
        "module_id": usage,
        "percent": round(grade.percent, 4),
        "score_earned": float(grade.earned) if attempted else 0.0,
        "score_possible": float(grade.possible) if attempted else 0.0,
        "subsection_name": block.name,
    }


@signed_in
def grading_info(call: Call) -> Answer:
    """Cutoffs, assignment types and subsections; `graded_only` leaves out the ungraded ones."""
    course = _author_course(call)
    labels = {block.usage: label for block, label in graded_subsections(course)}
    graded_only = (call.arg("graded_only") or "").lower() == "true"
    subsections = [
        {
            "assignment_type": block.format,
            "graded": block.graded,
            "short_label": labels.get(block.usage),
            "module_id": block.usage,
            "display_name": block.name,
        }
        for block in course.sequentials()
        if block.graded or not graded_only
    ]
    types = {
        one.type: {
            "type": one.type,
            "short_label": one.short_label,
            "min_count": one.min_count,
            "drop_count": one.drop_count,
            "weight": one.weight,
        }
        for one in course.policies
    }
    return Answer(
        {
            "grade_cutoffs": course.cutoffs,
            "assignment_types": types,
            "subsections": subsections,
            "grades_frozen": call.world.features.on("grades_frozen"),
            "can_see_bulk_management": False,
        }
    )


@signed_in
def bulk_update(call: Call) -> Answer:
    """Give grades: `[{user_id, usage_id, grade: {earned_graded_override, …}}]`; 202 when all rows are good, else 422.

    Good rows are stored also when others fail.
    """
    course = _author_course(call)
    if call.world.features.on("grades_frozen"):
        raise ApiError("Grades are frozen for this course.", status=403, code="grades_frozen")
    rows = data(call)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadRequestError("Expected a list of grades.")
    results = [_override(call, course, row) for row in rows]
    return Answer(results, 202 if all(result["success"] for result in results) else 422)


def _override(call: Call, course: Course, row: dict[str, Any]) -> dict[str, Any]:
    user_id, usage, given = row.get("user_id"), str(row.get("usage_id")), row.get("grade")
    user = call.world.user_by_id(user_id) if isinstance(user_id, int) else None
    result = {"user_id": user_id, "usage_id": usage, "success": False, "reason": None}
    block = course.blocks.get(usage)
    if user is None:
        return result | {"reason": "User matching query does not exist."}
    if block is None or block.type != "sequential":
        return result | {"reason": f"usage_key {usage} does not exist in this course."}
    if not isinstance(given, dict):
        return result | {"reason": "A grade must be supplied."}
    learner = call.world.learner(user, course)
    before = subsection_grade(block, learner)
    numbers = {
        "earned_all": given.get("earned_all_override", before.earned),
        "possible_all": given.get("possible_all_override", before.possible),
        "earned_graded": given.get("earned_graded_override", before.earned),
        "possible_graded": given.get("possible_graded_override", before.possible),
    }
    if not all(isinstance(number, int | float) for number in numbers.values()):
        return result | {"reason": "A grade is made of numbers."}
    override = Override(**numbers, reason=given.get("comment"), created=call.world.now)
    learner.overrides.setdefault(usage, []).append(override)
    return result | {"success": True}


@signed_in
def subsection(call: Call) -> Answer:
    """The grade of one learner in one sequential, with the override that counts and the history of overrides."""
    usage = call.params["usage"]
    if not is_usage_key(usage):
        raise NotFoundError("Invalid UsageKey", code="invalid_usage_key")
    known = call.world.course_of(usage)
    course = existing_course(call, known.key if known is not None else course_of(usage))
    require_author(call, course)
    user_id = call.arg("user_id") or ""
    if not user_id.isdecimal():
        raise NotFoundError("Invalid UserID", code="invalid_user_id")
    user, block = call.world.user_by_id(int(user_id)), course.blocks.get(usage)
    frame = {"subsection_id": usage, "user_id": int(user_id), "course_id": course.key}
    if user is None or block is None:
        what = "User" if user is None else "Subsection"
        return Answer({"success": False, "error_message": f"{what} does not exist.", **frame}, 404)
    learner = call.world.learner(user, course)
    problems = subsection_grade(block, learner).problems
    earned, possible = sum(p[0] for p in problems), sum(p[1] for p in problems)
    graded = (earned, possible) if block.graded else (0.0, 0.0)
    limit = call.arg("history_record_limit") or ""
    given = learner.overrides.get(usage, [])
    history = given[::-1][: int(limit) if limit.isdecimal() else _HISTORY_LIMIT]
    original = {
        "earned_all": earned,
        "possible_all": possible,
        "earned_graded": graded[0],
        "possible_graded": graded[1],
    }
    return Answer(
        {
            "success": True,
            **frame,
            "original_grade": original,
            "override": _points(given[-1]) if given else None,
            "history": [
                {
                    **_points(one),
                    "override_reason": one.reason,
                    "system": one.system,
                    "history_date": iso(one.created),
                    "history_type": "+" if one is given[0] else "~",
                    "history_user": None,
                }
                for one in history
            ],
        }
    )


def _points(override: Override) -> dict[str, float]:
    return {
        "earned_all_override": override.earned_all,
        "possible_all_override": override.possible_all,
        "earned_graded_override": override.earned_graded,
        "possible_graded_override": override.possible_graded,
    }


_V1 = "/api/grades/v1"
ROUTES = (
    Route(
        "grades.gradebook",
        (f"{_V1}/gradebook/{{course}}",),
        {"GET": gradebook},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "grades.grading_info",
        (f"{_V1}/gradebook/{{course}}/grading-info",),
        {"GET": grading_info},
        Slash.NEVER,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "grades.bulk_update",
        (f"{_V1}/gradebook/{{course}}/bulk-update",),
        {"POST": bulk_update},
        Slash.NEVER,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "grades.subsection",
        (f"{_V1}/subsection/{{usage}}",),
        {"GET": subsection},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
)
