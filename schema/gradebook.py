"""The gradebook and the grading policy of a course, for its staff."""

from typing import Annotated

import strawberry

from loaders.endpoints.gradebook import GRADING_INFO, GRADING_POLICY
from resolvers.declare.source import around, at, entries, entry_name, entry_value, here, named
from resolvers.gradebook import gradebook
from resolvers.values.normalize import identifier
from schema.course.parts import GradeCutoff
from schema.declare import field, found, identified
from schema.relay import After, Connection, First, Node
from schema.scalars import UsageKey


@strawberry.type(description="A learner's score in one graded subsection (a sequence).")
class GradebookSection(Node):
    id: strawberry.ID = identified(around("key"), around("learner"), here("module_id"))
    key: UsageKey = field("Key of the subsection.", here("module_id"))
    subsection_title: str | None = field("Name of the subsection.", here("subsection_name"))
    label: str | None = field("Short name of the subsection in the gradebook, such as `HW 01`.", here("label"))
    category: str | None = field("Assignment type, as the course team named it.", here("category"))
    percent: float = field("Share of the points earned, 0 to 1.", here("percent"))
    points_earned: float = field("Earned points.", here("score_earned"))
    points_possible: float = field("Possible points; 0 before the first attempt.", here("score_possible"))
    attempted: bool = field("Whether the learner has attempted the subsection.", here("attempted"))


@strawberry.type(description="One learner's row of the gradebook.")
class GradebookEntry(Node):
    id: strawberry.ID = identified(around("key"), named("learner", here("username")))
    user_id: strawberry.ID = field("Numeric id of the learner.", here("user_id", via=identifier))
    username: str = field("Username of the learner.", here("username"))
    full_name: str | None = field("Full name, if the LMS shows it.", here("full_name"))
    email: str | None = field(
        "E-mail address, if the LMS shows it.", here("email", via=lambda address: address or None)
    )
    external_user_key: str | None = field(
        "The learner's key in a program; null if the learner is in none.", here("external_user_key")
    )
    percent: float = field("Course grade, 0 to 1.", here("percent"))
    sections: list[GradebookSection] = field("Scores by graded subsection.", here("section_breakdown"))


@strawberry.type(description="A page of the gradebook.")
class GradebookConnection(Connection[GradebookEntry]):
    total_users: int | None = field("Number of learners in the course.", here("total_users"))
    filtered_users: int | None = field("Number of learners that match the filters.", here("filtered_users"))


@strawberry.type(description="An assignment type of the gradebook.")
class GradebookAssignmentType(Node):
    id: strawberry.ID = identified(around("key"), entry_name())
    type: str = field("Assignment type, as the course team named it.", entry_value("type"))
    short_label: str | None = field("Abbreviation of the type.", entry_value("short_label"))
    min_count: int | None = field("Number of assignments that count.", entry_value("min_count"))
    drop_count: int | None = field("Number of lowest scores that are dropped.", entry_value("drop_count"))
    weight: float | None = field("Share of the grade, 0 to 1.", entry_value("weight"))


@strawberry.type(description="A graded subsection of the course.")
class GradedSubsection(Node):
    id: strawberry.ID = identified(around("key"), here("module_id"))
    key: UsageKey = field("Key of the subsection.", here("module_id"))
    title: str | None = field("Name of the subsection.", here("display_name"))
    assignment_type: str | None = field("Assignment type.", here("assignment_type"))
    short_label: str | None = field("Short name of the subsection in the gradebook.", here("short_label"))


@strawberry.type(description="The structure of the gradebook.")
class GradingInfo(Node):
    id: strawberry.ID = identified(around("key"))
    cutoffs: list[GradeCutoff] = field("Letter grades and their cutoffs.", entries(None, "grade_cutoffs"))
    assignment_types: list[GradebookAssignmentType] = field("The assignment types.", entries(None, "assignment_types"))
    subsections: list[GradedSubsection] = field("The graded subsections, in order.", here("subsections"))
    is_frozen: bool = field("Whether grades are frozen.", here("grades_frozen"))
    can_see_bulk_management: bool | None = field(
        "Whether the viewer may use bulk grade management.", here("can_see_bulk_management")
    )


@strawberry.type(description="Grading policy for one assignment type, as set by the course team.")
class AssignmentTypePolicy(Node):
    id: strawberry.ID = identified(around("key"), here("assignment_type"))
    assignment_type: str = field("Assignment type, as the course team named it.", here("assignment_type"))
    count: int = field("Number of assignments that count.", here("count"))
    dropped: int = field("Number of lowest scores that are dropped.", here("dropped"))
    weight: float = field("Share of the grade, 0 to 1.", here("weight"))


Share = Annotated[float | None, strawberry.argument(description="Share of the points, 0 to 1.")]


def _gradebook(
    first: First = 50,
    after: After = None,
    user_contains: Annotated[
        str | None, strawberry.argument(description="Part of a username, an e-mail address or a program's learner key.")
    ] = None,
    cohort: Annotated[strawberry.ID | None, strawberry.argument(description="Id of a cohort.")] = None,
    enrollment_mode: Annotated[str | None, strawberry.argument(description="A mode, such as `verified`.")] = None,
    assignment: Annotated[
        UsageKey | None,
        strawberry.argument(
            description="Key of the subsection that `assignmentGradeMin` and `assignmentGradeMax` refer to."
        ),
    ] = None,
    assignment_grade_min: Share = None,
    assignment_grade_max: Share = None,
    course_grade_min: Share = None,
    course_grade_max: Share = None,
) -> None: ...


@strawberry.type(description="Fields of a course for its staff.")
class StaffFields:
    grading_info: GradingInfo | None = field("The structure of the gradebook, for course staff.", at(GRADING_INFO))
    assignment_type_policies: list[AssignmentTypePolicy] | None = field(
        "Grading policies of the assignment types, for course staff. Learners read `progress.gradingPolicy`.",
        at(GRADING_POLICY),
    )
    grading_policy: list[AssignmentTypePolicy] | None = field(
        "Grading policies of the assignment types, for course staff.",
        at(GRADING_POLICY),
        deprecated="2026-11-30: read `assignmentTypePolicies`. `progress.gradingPolicy` has another type.",
    )
    gradebook: GradebookConnection | None = found(
        "Learners with their grades, for course staff.",
        gradebook,
        arguments=_gradebook,
        source="grades/gradebook",
    )
