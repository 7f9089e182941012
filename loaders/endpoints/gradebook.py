"""Grades of a course, for its staff."""

from loaders.endpoint import Endpoint, Missing

_GRADEBOOK = "grades/gradebook"

GRADEBOOK = Endpoint(
    name="grades/gradebook",
    view=_GRADEBOOK,
    path="/api/grades/v1/gradebook/{course_key}/",
    weight=80,
    anonymous=False,
    parameters=(
        "cursor",
        "page_size",
        "user_contains",
        "cohort_id",
        "enrollment_mode",
        "assignment",
        "assignment_grade_min",
        "assignment_grade_max",
        "course_grade_min",
        "course_grade_max",
    ),
)
"""`GET /api/grades/v1/gradebook/{course}/`: learners in cursor pages of any size; course staff only."""

GRADEBOOK_ENTRY = Endpoint(
    name="grades/gradebook-entry",
    view=_GRADEBOOK,
    path="/api/grades/v1/gradebook/{course_key}/",
    weight=50,
    anonymous=False,
    parameters=("username",),
    missing={404: Missing.ABSENT},
)
"""`GET /api/grades/v1/gradebook/{course}/?username=`: one learner; 404 if they are not enrolled; course staff only."""

GRADING_INFO = Endpoint(
    name="grades/grading-info",
    path="/api/grades/v1/gradebook/{course_key}/grading-info",
    weight=50,
    anonymous=False,
    query={"graded_only": "true"},
)
"""`GET /api/grades/v1/gradebook/{course}/grading-info`: cutoffs, assignment types, graded subsections; course staff."""

GRADING_POLICY = Endpoint(
    name="grades/policy",
    path="/api/grades/v1/policy/courses/{course_key}/",
    weight=48,
    anonymous=False,
    array=True,
)
"""`GET /api/grades/v1/policy/courses/{course}/`: grading policies of the assignment types; course staff only."""
