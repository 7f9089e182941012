"""Data of newer releases in the progress: the grades by assignment type, and their sum."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import AssignmentPolicy
from gateway.demo.world.grades import SubsectionGrade, subsection_grade

COLORS = ["#D24242", "#7B9645", "#5A5AD8", "#B0842C", "#2E90C2", "#D13F88", "#36A17D", "#AE5AD8", "#3BA03B"]
_LATER = frozenset({"past_due", "never_but_include_grade"})


def grade_summary(viewer: Viewer, is_shown: Callable[[SubsectionGrade], bool]) -> dict[str, Any]:
    """`assignment_type_grade_summary` and `final_grades`."""
    policies = {policy.type: policy for policy in viewer.course.policies}
    rows = []
    total = 0.0
    for kind, grades in _by_type(viewer).items():
        policy = policies.get(kind, AssignmentPolicy(kind, kind, 0, 0, 0.0))
        row, counted = _row(viewer, policy, grades, is_shown)
        rows.append(row)
        total += counted * policy.weight
    rows.sort(key=lambda row: row["weight"])
    return {"assignment_type_grade_summary": rows, "final_grades": _round(total)}


def _by_type(viewer: Viewer) -> dict[str, list[SubsectionGrade]]:
    found: dict[str, list[SubsectionGrade]] = {}
    for chapter in viewer.course.chapters:
        for block in chapter.children:
            grade = subsection_grade(block, viewer.learner)
            if block.format and block.graded and grade.possible > 0 and (viewer.is_staff or not block.staff_only):
                found.setdefault(block.format, []).append(grade)
    return found


def _row(
    viewer: Viewer,
    policy: AssignmentPolicy,
    grades: list[SubsectionGrade],
    is_shown: Callable[[SubsectionGrade], bool],
) -> tuple[dict[str, Any], float]:
    """The row of a type, and the share of its weight that counts for the final grade."""
    places: list[SubsectionGrade | None] = [*grades]
    places += [None] * (policy.min_count - len(places))
    shares = [grade.percent if grade else 0.0 for grade in places]
    dropped = sorted(range(len(shares)), key=lambda place: (shares[place], place))[: policy.drop_count]
    left = [grade for place, grade in enumerate(places) if place not in dropped]
    real = [grade for grade in left if grade is not None]
    shown = [grade for grade in real if is_shown(grade)]
    counted = [grade for grade in real if grade in shown or _counts(viewer, grade)]
    divisor = len(left) or 1
    average = _round(sum(grade.percent for grade in shown) / divisor)
    row = {
        "type": policy.type,
        "weight": policy.weight,
        "average_grade": average,
        "weighted_grade": average * policy.weight,
        "last_grade_publish_date": iso(_published(viewer, grades)),
        "has_hidden_contribution": "none" if len(shown) == len(real) else "some" if shown else "all",
        "short_label": policy.short_label,
        "num_droppable": policy.drop_count,
    }
    return row, sum(grade.percent for grade in counted) / divisor


def _counts(viewer: Viewer, grade: SubsectionGrade) -> bool:
    """Scores that are never shown may count all the same, once they are due."""
    due = viewer.dues().get(grade.block.usage)
    is_hidden = grade.block.attributes.get("show_correctness") == "never_but_include_grade"
    return is_hidden and (due is None or due < viewer.world.now)


def _published(viewer: Viewer, grades: list[SubsectionGrade]) -> datetime | None:
    dues = viewer.dues()
    later = [grade.block.usage for grade in grades if grade.block.attributes.get("show_correctness") in _LATER]
    return max((dues[usage] for usage in later if usage in dues), default=None)


def _round(value: float) -> float:
    return float(Decimal(str(value)).quantize(Decimal("0.0001"), ROUND_HALF_UP))
