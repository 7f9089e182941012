"""course_home/progress, of oneself or (course staff) of another student."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import NotFoundError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.block_fields import has_scheduled_content
from gateway.demo.views.common import access_expiration, certificate_data, course_page, verified_mode
from gateway.demo.views.grade_summary import COLORS, grade_summary
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.grades import CourseGrade, SubsectionGrade, course_grade, subsection_grade


def progress(call: Call) -> Answer:
    viewer = course_page(call)
    student_id = call.params.get("id")
    if student_id is not None:
        viewer = _of_student(viewer, int(student_id))
    if viewer.enrollment is None and not viewer.is_staff:
        return Answer("User not enrolled.", 401)
    return Answer(_progress(viewer, call))


def _of_student(viewer: Viewer, student_id: int) -> Viewer:
    if viewer.user is not None and viewer.user.id == student_id:
        return viewer
    student = viewer.world.user_by_id(student_id)
    if not viewer.is_staff or student is None:
        raise NotFoundError
    return Viewer(viewer.world, viewer.course, student, viewer.original)


def _progress(viewer: Viewer, call: Call) -> dict[str, Any]:
    course, world, learner = viewer.course, viewer.world, viewer.learner
    enrollment = world.enrollment(viewer.user, course, active=False)
    grade = course_grade(course, learner)
    caller = Viewer(world, course, call.user, call.user)
    somebody_else = viewer.user is not call.user
    is_new = world.features.on("grade_summary")
    newer = grade_summary(viewer, lambda grade: _shows_grades(viewer, grade)) if is_new else {}
    return {
        "verified_mode": verified_mode(viewer, expiration_of_original=somebody_else),
        # The LMS asks for the caller's own expiry here, even when it shows somebody else's progress.
        "access_expiration": access_expiration(caller),
        "certificate_data": certificate_data(viewer),
        "completion_summary": _completion_summary(viewer),
        "course_grade": {"letter_grade": grade.letter, "percent": grade.percent, "is_passing": grade.passed},
        "credit_course_requirements": _credit_requirements(viewer, grade),
        "end": iso(course.end),
        "enrollment_mode": enrollment.mode if enrollment else None,
        "grading_policy": _grading_policy(course) | ({"assignment_colors": COLORS} if is_new else {}),
        "has_scheduled_content": None if viewer.enrollment is None else has_scheduled_content(viewer),
        "section_scores": _section_scores(viewer),
        "studio_url": f"{world.site.studio_host}/settings/grading/{course.key}",
        "username": viewer.user.username if viewer.user else "",
        "user_has_passing_grade": grade.passed,
        "verification_data": _verification_data(viewer),
        "disable_progress_graph": False,
        **newer,
    }


def _credit_requirements(viewer: Viewer, grade: CourseGrade) -> dict[str, Any] | None:
    """Of a course that gives credit, for who is enrolled in it: the lowest passing grade."""
    course, credit = viewer.course, viewer.world.institution.credit_courses.get(viewer.course.key)
    if credit is None or viewer.user is None or viewer.enrollment is None:
        return None
    requirement = {
        "namespace": "grade",
        "name": "grade",
        "display_name": "Minimum Passing Grade",
        "criteria": {"min_grade": min(course.cutoffs.values())},
        "reason": {"final_grade": grade.percent} if grade.passed else None,
        "status": "satisfied" if grade.passed else None,
        "status_date": iso(viewer.world.now) if grade.passed else None,
        "order": 0,
    }
    eligible = viewer.user.username in credit.eligible
    return {"eligibility_status": "eligible" if eligible else "not_eligible", "requirements": [requirement]}


def _verification_data(viewer: Viewer) -> dict[str, Any]:
    """Of any enrolment mode."""
    held = viewer.user.verification if viewer.user else None
    status = viewer.user.verification_status(viewer.world.now) if viewer.user else "none"
    return {"link": None, "status": status, "status_date": iso(held.made) if held else None}


def _completion_summary(viewer: Viewer) -> dict[str, int]:
    """Units by state; units behind the paywall, the calendar or a prerequisite are locked."""
    now, done = viewer.world.now, viewer.learner.done
    complete = incomplete = locked = 0
    for sequential in viewer.course.sequentials():
        if sequential.staff_only and not viewer.is_staff:
            continue
        hidden = (
            viewer.is_paywalled(sequential)
            or not viewer.is_visible(sequential, now)
            or viewer.prerequisite_unmet(sequential) is not None
        )
        for unit in sequential.children:
            if hidden:
                locked += 1
            elif unit.usage in done:
                complete += 1
            else:
                incomplete += 1
    return {"complete_count": complete, "incomplete_count": incomplete, "locked_count": locked}


def _grading_policy(course: Course) -> dict[str, Any]:
    policies = [
        {
            "num_droppable": policy.drop_count,
            "num_total": float(policy.min_count),
            "short_label": policy.short_label,
            "type": policy.type,
            "weight": policy.weight,
        }
        for policy in course.policies
    ]
    return {"assignment_policies": policies, "grade_range": course.cutoffs}


def _section_scores(viewer: Viewer) -> list[dict[str, Any]]:
    learner, now = viewer.learner, viewer.world.now
    sections = []
    for chapter in viewer.course.chapters:
        visible = [block for block in chapter.children if viewer.is_staff or not block.staff_only]
        rows = [_subsection(viewer, subsection_grade(block, learner)) for block in visible]
        if viewer.is_visible(chapter, now) or rows:
            sections.append({"display_name": chapter.name, "subsections": rows})
    return sections


def _subsection(viewer: Viewer, grade: SubsectionGrade) -> dict[str, Any]:
    block = grade.block
    released = viewer.is_visible(block, viewer.world.now)
    due = viewer.dues().get(block.usage)
    return {
        **({"due": iso(due)} if viewer.world.features.on("grade_summary") else {}),
        "assignment_type": block.format,
        "block_key": block.usage,
        "display_name": block.name,
        "has_graded_assignment": block.graded and grade.possible > 0,
        "override": grade.override and {"system": grade.override.system, "reason": grade.override.reason},
        "learner_has_access": released and not viewer.is_paywalled(block),
        "num_points_earned": grade.earned,
        "num_points_possible": grade.possible,
        "percent_graded": round(grade.percent, 4),
        "problem_scores": [{"earned": earned, "possible": possible} for earned, possible in grade.problems],
        "show_correctness": block.attributes.get("show_correctness", "always"),
        "show_grades": _shows_grades(viewer, grade),
        "url": viewer.world.site.jump_to(viewer.course.key, block.usage) if released else None,
    }


def _shows_grades(viewer: Viewer, grade: SubsectionGrade) -> bool:
    correctness = grade.block.attributes.get("show_correctness", "always")
    if viewer.is_staff or correctness == "always":
        return True
    due = viewer.dues().get(grade.block.usage)
    return correctness == "past_due" and (due is None or due < viewer.world.now)


_PATHS = ("/api/course_home/progress/{course}", "/api/course_home/v1/progress/{course}")
ROUTES = (
    Route(
        "course_home.progress",
        (*_PATHS, *(f"{path}/{{id}}" for path in _PATHS)),
        {"GET": progress},
        Slash.EITHER,
        Schemes.JBS,
        login=True,
    ),
)
