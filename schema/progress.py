"""A learner's progress in a course: completion, grades and grading policy."""

from enum import Enum
from typing import Any

import strawberry

from loaders.endpoints.progress import STUDENT_PROGRESS
from resolvers.declare.source import around, at, here, named, optional
from resolvers.grade_summary import assignment_summaries, final_grade
from resolvers.values.node import one_part
from resolvers.values.normalize import grades_locked, grades_partly_locked, number
from schema.course.parts import GRADE_RANGE, AccessExpiration, CourseCertificate, GradeCutoff, VerifiedMode
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime, UsageKey

_SUBSECTIONS = "section_scores[].subsections[]"
_SCORES = ("section_scores", "grading_policy.assignment_policies")
_LOCKS = (
    "completion_summary.locked_count",
    f"{_SUBSECTIONS}.has_graded_assignment",
    f"{_SUBSECTIONS}.learner_has_access",
    f"{_SUBSECTIONS}.show_grades",
)


def _first(title: Any, keys: list[Any]) -> str:
    """Identifies a section by its name and its first sequence, because the LMS does not send the section's key."""
    return one_part(title, *keys[:1])


@strawberry.type(description="Numbers of units by completion.")
class CompletionSummary(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    complete_count: int = field("Completed units.", here("complete_count"))
    incomplete_count: int = field("Incomplete units.", here("incomplete_count"))
    locked_count: int = field("Units that the learner may not open.", here("locked_count"))


@strawberry.type(description="The learner's grade in the course, computed from visible grades.")
class CourseGrade(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    letter_grade: str | None = field("The letter grade; null if it is not a passing grade.", here("letter_grade"))
    percent: float = field("The grade, 0 to 1.", here("percent"))
    is_passing: bool = field("Whether the grade is a passing grade.", here("is_passing"))


@strawberry.type(description="A requirement for academic credit.")
class CreditRequirement(Node):
    id: strawberry.ID = identified(around("key"), here("namespace"), here("name"), optional("learner"))
    namespace: str = field("Kind of requirement: `grade`, `proctored_exam`, …", here("namespace"))
    name: str = field("Identifier within its namespace.", here("name"))
    display_name: str = field("Name, in the viewer's language.", here("display_name"))
    status: str | None = field("Known values: `satisfied`, `failed`, `declined`, `submitted`.", here("status"))
    status_date: DateTime | None = field("When the status last changed.", here("status_date"))
    order: int | None = field("Position among the requirements.", here("order"))
    min_grade: float | None = field(
        "The lowest course grade that satisfies it, 0 to 1; null if it is not about the grade.",
        here("criteria.min_grade"),
    )
    final_grade: float | None = field(
        "The course grade that decided the status, 0 to 1; null if there is none.", here("reason.final_grade")
    )
    missed_deadline: DateTime | None = field(
        "The end of the course, if the learner failed because it had passed; null otherwise.", here("reason.deadline")
    )


@strawberry.type(description="The learner's progress towards academic credit.")
class CreditRequirements(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    eligibility_status: str = field(
        "Known values: `eligible`, `not_eligible`, `partial_eligible`.", here("eligibility_status")
    )
    requirements: list[CreditRequirement] = field("The requirements.", here("requirements"))


@strawberry.type(description="Grading policy for one assignment type.")
class AssignmentPolicy(Node):
    id: strawberry.ID = identified(around("key"), here("type"), optional("learner"))
    type: str = field("Assignment type, as the course team named it.", here("type"))
    short_label: str | None = field("Abbreviation of the type.", here("short_label"))
    weight: float = field("Share of the grade, 0 to 1.", here("weight"))
    num_droppable: int = field("Number of lowest scores that are dropped.", here("num_droppable"))
    num_total: float | None = field("Number of assignments.", here("num_total"))


@strawberry.type(description="How the course grade is computed.")
class GradingPolicy(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    assignment_policies: list[AssignmentPolicy] = field("The assignment types.", here("assignment_policies"))
    grade_range: list[GradeCutoff] = field("Letter grades and their cutoffs.", GRADE_RANGE)
    assignment_colors: list[str] | None = field(
        "CSS colours for the assignment types; null if the LMS sends none.", here("assignment_colors")
    )


@strawberry.enum(description="How many of the scores that count are hidden from the learner.")
class HiddenContribution(Enum):
    NONE = strawberry.enum_value("none", description="None is hidden.")
    SOME = strawberry.enum_value("some", description="Some are hidden.")
    ALL = strawberry.enum_value("all", description="All are hidden.")


@strawberry.type(
    description="The learner's grade in the assignments of one type. If the LMS does not send it, it is computed from "
    "the scores and the grading policy as newer releases do."
)
class AssignmentTypeSummary(Node):
    id: strawberry.ID = identified(around("key"), here("type"), optional("learner"))
    type: str = field("Assignment type, as the course team named it.", here("type"))
    short_label: str | None = field("Abbreviation of the type.", here("short_label"))
    weight: float = field("Share of the grade, 0 to 1.", here("weight"))
    dropped_count: int = field("Number of lowest scores that are dropped.", here("num_droppable"))
    average_grade: float = field("Average of the visible scores, 0 to 1.", here("average_grade"))
    weighted_grade: float = field("The average times the weight.", here("weighted_grade"))
    last_grade_publish_date: DateTime | None = field(
        "When the last hidden score becomes visible; null if there is no date or the LMS sends none.",
        here("last_grade_publish_date"),
    )
    hidden_contribution: HiddenContribution = field(
        "How many of the scores that count are hidden from the learner.", here("has_hidden_contribution")
    )


@strawberry.type(description="A grade set by staff that overrides the earned one.")
class GradeOverride(Node):
    id: strawberry.ID = identified(around("key"), around("block"), optional("learner"))
    system: str | None = field("System that set the override.", here("system"))
    reason: str | None = field("Reason of the override.", here("reason"))


def _points(value: Any) -> str:
    """A number of points as a part of an id: the same text whether the LMS writes 1 or 1.0."""
    return repr(number(value))


@strawberry.type(description="The score of one problem.")
class ProblemScore(Node):
    id: strawberry.ID = identified(
        around("key"),
        around("block"),
        here("earned", via=_points),
        here("possible", via=_points),
        optional("learner"),
    )
    earned: float = field("Earned points.", here("earned"))
    possible: float = field("Possible points.", here("possible"))


@strawberry.type(description="The learner's score in one subsection (a sequence).")
class SubsectionScore(Node):
    id: strawberry.ID = identified(around("key"), named("block", here("block_key")), optional("learner"))
    key: UsageKey = field("Key of the sequence.", here("block_key"))
    title: str = field("Name of the sequence.", here("display_name"))
    assignment_type: str | None = field("Assignment type; null if it is not graded.", here("assignment_type"))
    has_graded_assignment: bool = field("Whether it contains a graded assignment.", here("has_graded_assignment"))
    learner_has_access: bool = field("Whether the learner has access to it.", here("learner_has_access"))
    points_earned: float = field("Earned points.", here("num_points_earned"))
    points_possible: float = field("Possible points.", here("num_points_possible"))
    percent_graded: float = field("Share of graded points earned, 0 to 1.", here("percent_graded"))
    show_grades: bool = field("Whether the learner may see the score now.", here("show_grades"))
    show_correctness: str = field(
        "When correctness is shown. Known values: `always`, `never`, `past_due`, `never_but_include_grade`.",
        here("show_correctness"),
    )
    url: URL | None = field("URL of the sequence; null if the learner has no access.", here("url"))
    due: DateTime | None = field("When it is due; null if it is not, or if the LMS sends no date.", here("due"))
    override: GradeOverride | None = field("A grade set by staff; null if there is none.", here("override"))
    problem_scores: list[ProblemScore] = field("Scores of the problems.", here("problem_scores"))


@strawberry.type(description="The scores of one section (a chapter).")
class SectionScore(Node):
    id: strawberry.ID = identified(
        around("key"), here("display_name", "subsections[].block_key", via=_first), optional("learner")
    )
    title: str = field("Name of the section.", here("display_name"))
    subsections: list[SubsectionScore] = field("The subsections, in order.", here("subsections"))


@strawberry.type(description="The learner's identity verification.")
class VerificationData(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    status: str = field("Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`.", here("status"))
    link: URL | None = field("URL for the verification.", here("link"))
    status_date: DateTime | None = field("When the status changed last; null for `none`.", here("status_date"))


@strawberry.type(description="One learner's progress in one course.")
class Progress(Node):
    id: strawberry.ID = identified(around("key"), named("learner", at(STUDENT_PROGRESS, "username"), optional=True))
    username: str | None = field("Username of the learner.", here("username"))
    end: DateTime | None = field("When the course ends.", here("end"))
    enrollment_mode: str | None = field(
        "Enrolment mode, even if the enrolment is no longer active.", here("enrollment_mode")
    )
    has_scheduled_content: bool | None = field(
        "Whether some content is not released yet.", here("has_scheduled_content")
    )
    user_has_passing_grade: bool = field(
        "Whether the learner's grade is a passing grade.", here("user_has_passing_grade")
    )
    studio_url: URL | None = field("URL of the grading settings in Studio, for staff.", here("studio_url"))
    disable_progress_graph: bool = field(
        "Whether the course team hides the completion graph.", here("disable_progress_graph")
    )
    access_expiration: AccessExpiration | None = field(
        "When the viewer's own audit access expires; null if it does not.", here("access_expiration")
    )
    certificate: CourseCertificate | None = field("The certificate; null if there is none.", here("certificate_data"))
    completion: CompletionSummary = field("Numbers of units by completion.", here("completion_summary"))
    course_grade: CourseGrade = field("The course grade.", here("course_grade"))
    credit_requirements: CreditRequirements | None = field(
        "Requirements for academic credit; null if the course grants none.",
        here("credit_course_requirements"),
    )
    grading_policy: GradingPolicy = field("How the course grade is computed.", here("grading_policy"))
    final_grade: float = field(
        "The sum of the weighted grades of all assignment types, 0 to 1, including hidden scores that count. "
        "`courseGrade.percent` is the grade that the LMS has stored.",
        here("final_grades", *_SCORES, via=final_grade),
    )
    assignment_type_summaries: list[AssignmentTypeSummary] = field(
        "The grades by assignment type, lowest weight first.",
        here("assignment_type_grade_summary", *_SCORES, via=assignment_summaries),
    )
    sections: list[SectionScore] = field("Scores by section, in order.", here("section_scores"))
    verification: VerificationData = field("Identity verification.", here("verification_data"))
    verified_mode: VerifiedMode | None = field(
        "The mode that the learner can upgrade to; null if there is none.", here("verified_mode")
    )
    grades_feature_is_fully_locked: bool | None = field(
        "Whether content is locked and no graded subsection with visible grades is open to the learner.",
        here(*_LOCKS, via=grades_locked),
    )
    grades_feature_is_partially_locked: bool | None = field(
        "Whether content is locked but some graded subsection with visible grades is open to the learner.",
        here(*_LOCKS, via=grades_partly_locked),
    )
