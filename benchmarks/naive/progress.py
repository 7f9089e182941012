"""A learner's progress in one course."""

from typing import Any

import strawberry

from benchmarks.naive.lms import absolute
from benchmarks.naive.parts import (
    URL,
    AccessExpiration,
    CourseCertificate,
    DateTime,
    UsageKey,
    VerifiedMode,
    pick,
    pick_all,
)


@strawberry.type
class CompletionSummary:
    complete_count: int
    incomplete_count: int
    locked_count: int


@strawberry.type
class CourseGrade:
    letter_grade: str | None
    percent: float
    is_passing: bool


@strawberry.type
class CreditRequirement:
    namespace: str
    name: str
    display_name: str
    status: str | None
    status_date: DateTime | None
    order: int | None


@strawberry.type
class CreditRequirements:
    eligibility_status: str
    requirements: list[CreditRequirement]


@strawberry.type
class AssignmentPolicy:
    type: str
    short_label: str | None
    weight: float
    num_droppable: int


@strawberry.type
class GradeCutoff:
    letter: str
    cutoff: float


@strawberry.type
class GradingPolicy:
    assignment_policies: list[AssignmentPolicy]
    grade_range: list[GradeCutoff]


@strawberry.type
class GradeOverride:
    system: str | None
    reason: str | None


@strawberry.type
class ProblemScore:
    earned: float
    possible: float


@strawberry.type
class SubsectionScore:
    key: UsageKey
    title: str
    assignment_type: str | None
    has_graded_assignment: bool
    learner_has_access: bool
    points_earned: float
    points_possible: float
    percent_graded: float
    show_grades: bool
    show_correctness: str
    url: URL | None
    override: GradeOverride | None
    problem_scores: list[ProblemScore]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "SubsectionScore":
        return cls(
            key=data["block_key"],
            title=data["display_name"],
            assignment_type=data["assignment_type"],
            has_graded_assignment=data["has_graded_assignment"],
            learner_has_access=data["learner_has_access"],
            points_earned=data["num_points_earned"],
            points_possible=data["num_points_possible"],
            percent_graded=data["percent_graded"],
            show_grades=data["show_grades"],
            show_correctness=data["show_correctness"],
            url=absolute(data["url"]),  # type: ignore[arg-type]
            override=pick(GradeOverride, data["override"]),
            problem_scores=pick_all(ProblemScore, data["problem_scores"]),
        )


@strawberry.type
class SectionScore:
    title: str
    subsections: list[SubsectionScore]


@strawberry.type
class Verification:
    status: str
    link: URL | None
    status_date: DateTime | None


@strawberry.type
class Progress:
    username: str | None
    end: DateTime | None
    enrollment_mode: str | None
    has_scheduled_content: bool | None
    user_has_passing_grade: bool
    studio_url: URL | None
    access_expiration: AccessExpiration | None
    certificate: CourseCertificate | None
    completion: CompletionSummary | None
    course_grade: CourseGrade | None
    credit_requirements: CreditRequirements | None
    grading_policy: GradingPolicy
    sections: list[SectionScore]
    verification: Verification
    verified_mode: VerifiedMode | None
    grades_feature_is_fully_locked: bool
    grades_feature_is_partially_locked: bool

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Progress":
        policy = data["grading_policy"]
        credit = data["credit_course_requirements"]
        verification = data["verification_data"]
        locked = bool(data["completion_summary"]["locked_count"])
        open_grades = any(
            row["has_graded_assignment"] and row["learner_has_access"] and row["show_grades"]
            for section in data["section_scores"]
            for row in section["subsections"]
        )
        studio = data["studio_url"]
        return cls(
            username=data["username"],
            end=data["end"],
            enrollment_mode=data["enrollment_mode"],
            has_scheduled_content=data["has_scheduled_content"],
            user_has_passing_grade=data["user_has_passing_grade"],
            studio_url=URL("http:" + studio) if studio and studio.startswith("//") else studio,
            access_expiration=pick(AccessExpiration, data["access_expiration"]),
            certificate=CourseCertificate.from_json(data["certificate_data"]),
            completion=pick(CompletionSummary, data["completion_summary"]),
            course_grade=pick(CourseGrade, data["course_grade"]),
            credit_requirements=credit
            and CreditRequirements(
                eligibility_status=credit["eligibility_status"],
                requirements=pick_all(CreditRequirement, credit["requirements"]),
            ),
            grading_policy=GradingPolicy(
                assignment_policies=pick_all(AssignmentPolicy, policy["assignment_policies"]),
                grade_range=[GradeCutoff(letter=k, cutoff=v) for k, v in policy["grade_range"].items()],
            ),
            sections=[
                SectionScore(
                    title=section["display_name"],
                    subsections=[SubsectionScore.from_json(row) for row in section["subsections"]],
                )
                for section in data["section_scores"]
            ],
            verification=Verification(
                status=verification["status"],
                link=absolute(verification["link"]),  # type: ignore[arg-type]
                status_date=verification["status_date"],
            ),
            verified_mode=pick(VerifiedMode, data["verified_mode"]),
            grades_feature_is_fully_locked=locked and not open_grades,
            grades_feature_is_partially_locked=locked and open_grades,
        )
