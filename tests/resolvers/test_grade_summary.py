"""The grades by assignment type where the LMS sends none: dropped, missing and hidden scores."""

from typing import Any

import pytest

from resolvers.grade_summary import assignment_summaries, final_grade


def policy(kind: str, weight: float, total: float, droppable: int = 0) -> dict[str, Any]:
    return {"type": kind, "short_label": kind[:2], "weight": weight, "num_total": total, "num_droppable": droppable}


def sections(*scores: tuple[str | None, float, float, bool]) -> list[dict[str, Any]]:
    """A section of subsections: assignment type, earned and possible points, and whether the grade is shown."""
    rows = [
        {
            "assignment_type": kind,
            "num_points_earned": earned,
            "num_points_possible": possible,
            "show_grades": is_shown,
            "has_graded_assignment": possible > 0,
        }
        for kind, earned, possible, is_shown in scores
    ]
    return [{"subsections": rows}]


@pytest.mark.parametrize(
    ("scores", "total", "droppable", "average", "hidden"),
    [
        ([(1, 2, True), (2, 2, True)], 2, 0, 0.75, "none"),
        ([(1, 2, True)], 2, 0, 0.25, "none"),
        ([(1, 2, True)], 2, 1, 0.5, "none"),
        ([(1, 2, True), (2, 2, True), (2, 2, True)], 2, 0, 0.8333, "none"),
        ([(1, 2, True), (2, 2, True), (0, 2, True)], 2, 1, 0.75, "none"),
        ([(1, 2, True), (2, 2, False)], 2, 0, 0.25, "some"),
        ([(1, 2, False), (2, 2, True)], 2, 1, 1.0, "none"),
        ([(1, 2, False), (2, 2, False)], 3, 0, 0.0, "all"),
        ([(1, 1, True)], 1, 1, 0.0, "none"),
        ([(1, 1, True)], 1, 5, 0.0, "none"),
        # Half away from zero: the nearest even digit would be 0.0312.
        ([(1, 32, True)], 1, 0, 0.0313, "none"),
        # The first of equals is dropped, so the hidden one stays.
        ([(1, 2, True), (1, 2, False)], 2, 1, 0.0, "all"),
    ],
)
def test_one_type(
    scores: list[tuple[float, float, bool]], total: float, droppable: int, average: float, hidden: str
) -> None:
    graded, policies = sections(*(("Lab", *score) for score in scores)), [policy("Lab", 0.5, total, droppable)]
    (row,) = assignment_summaries(None, graded, policies)
    assert (row["average_grade"], row["has_hidden_contribution"]) == (average, hidden)
    assert row["weighted_grade"] == average / 2
    assert final_grade(None, graded, policies) == pytest.approx(average / 2, abs=0.0001)


def test_types_are_sorted_by_weight_and_an_unknown_one_has_none() -> None:
    graded = sections(("Exam", 1, 2, True), (None, 1, 1, True), ("Gone", 1, 1, True), ("Lab", 1, 1, True))
    policies = [policy("Exam", 0.7, 1), policy("Lab", 0.3, 1), policy("Empty", 0.5, 4)]
    rows = assignment_summaries(None, graded, policies)
    assert [(row["type"], row["weight"], row["average_grade"]) for row in rows] == [
        ("Gone", 0, 1.0),
        ("Lab", 0.3, 1.0),
        ("Exam", 0.7, 0.5),
    ]
    assert final_grade(None, graded, policies) == 0.65


def test_final_grade_is_rounded_once() -> None:
    graded = sections(("A", 1, 3, True), ("B", 1, 3, True))
    assert final_grade(None, graded, [policy("A", 0.5, 1), policy("B", 0.5, 1)]) == 0.3333


def test_values_of_the_lms_are_kept() -> None:
    assert assignment_summaries([{"type": "Lab"}], [], []) == [{"type": "Lab"}]
    assert final_grade(1, [], []) == 1.0
