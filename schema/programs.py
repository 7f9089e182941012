"""Programs: the learner's course runs and progress, and the rosters of program staff."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

import resolvers.programs
from loaders.endpoints.programs import PROGRAM_COURSES, PROGRAM_OVERVIEW, PROGRAM_PROGRESS, PROGRAMS
from loaders.keys import canonical_uuid
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Pending, Row
from resolvers.source import around, at, here, known, named
from schema.course.courseware_parts import ProgramCourseCounts
from schema.declare import field, identified, relation, resolved
from schema.relay import After, Connection, First, Node
from schema.scalars import URL, UUID, CourseKey, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course

CourseArgument = Annotated[CourseKey, strawberry.argument(description="Key of a course run of the program.")]


@strawberry.enum(description="How a learner is enrolled in a program.")
class ProgramEnrollmentStatus(Enum):
    ENROLLED = strawberry.enum_value("enrolled", description="Takes part.")
    PENDING = strawberry.enum_value("pending", description="Will take part.")
    SUSPENDED = strawberry.enum_value("suspended", description="Is out for a while.")
    CANCELED = strawberry.enum_value("canceled", description="Never took part after all.")
    ENDED = strawberry.enum_value("ended", description="Took part.")


@strawberry.enum(description="How a learner is enrolled in a course run through a program.")
class ProgramCourseEnrollmentStatus(Enum):
    ACTIVE = strawberry.enum_value("active", description="Takes the run.")
    INACTIVE = strawberry.enum_value("inactive", description="Does not take it.")


@strawberry.enum(description="How far a course run is for the viewer.")
class ProgramCourseRunStatus(Enum):
    IN_PROGRESS = strawberry.enum_value("in_progress", description="It has begun and is not over.")
    UPCOMING = strawberry.enum_value("upcoming", description="It has not begun.")
    COMPLETED = strawberry.enum_value(
        "completed", description="It is over; one without fixed dates, a month after the certificate."
    )


@strawberry.type(description="Something that is due in a course run.")
class ProgramDueDate(Node):
    id: strawberry.ID = identified(around("uuid"), around("program_run"), here("url"), here("name"), here("date"))
    name: str = field("What is due.", here("name"))
    url: URL | None = field("Where it is.", here("url"))
    date: DateTime = field("When it is due.", here("date"))


def _run(path: str) -> Any:
    return (at(PROGRAM_COURSES, path), at(PROGRAM_OVERVIEW, path))


@strawberry.type(description="A course run of a program that the viewer takes.")
class ProgramCourseRun(Node):
    id: strawberry.ID = identified(around("uuid"), named("program_run", *_run("course_run_id")))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course.", at(PROGRAM_COURSES), at(PROGRAM_OVERVIEW), key=_run("course_run_id")
    )
    display_name: str = field("Name of the course.", *_run("display_name"))
    url: URL | None = field("The course's home page.", *_run("course_run_url"))
    status: ProgramCourseRunStatus = field("How far it is.", *_run("course_run_status"))
    start_date: DateTime | None = field("When it begins.", *_run("start_date"))
    end_date: DateTime | None = field("When it ends; null when it does not.", *_run("end_date"))
    emails_enabled: bool | None = field(
        "Whether the viewer gets the course team's e-mails; null where the team sends none.", *_run("emails_enabled")
    )
    due_dates: list[ProgramDueDate] = field("What is due; empty unless it is in progress.", *_run("due_dates"))
    micromasters_title: str | None = field(
        "Name of the MicroMasters program; null in other programs.", *_run("micromasters_title")
    )
    certificate_download_url: URL | None = field(
        "The viewer's certificate; null without one.", *_run("certificate_download_url")
    )
    resume_url: URL | None = field(
        "Where the viewer left off; null before the first visit.", *_run("resume_course_run_url")
    )


@strawberry.type(description="How far the viewer is in a program.")
class ProgramProgress(Node):
    id: strawberry.ID = identified(around("uuid"))
    courses: ProgramCourseCounts = field("The courses, counted.", at(PROGRAM_PROGRESS, "course_data"))


def _or_none(text: str) -> str | None:
    return text or None


@strawberry.type(description="A learner on the roster of a program.")
class ProgramEnrollment:
    id: strawberry.ID = identified(around("uuid"), here("student_key"), here("curriculum_uuid", via=canonical_uuid))
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    status: ProgramEnrollmentStatus = field("How the learner is enrolled.", here("status"))
    account_exists: bool = field("Whether the learner has an account of the LMS.", here("account_exists"))
    curriculum_uuid: UUID = field("Identifier of the curriculum.", here("curriculum_uuid"))
    username: str | None = field("Username; null without an account.", here("username", via=_or_none))
    email: str | None = field("E-mail address; null without an account.", here("email", via=_or_none))


@strawberry.type(description="A learner who takes a course run through a program.")
class ProgramCourseEnrollment:
    id: strawberry.ID = identified(
        around("uuid"), around("course"), here("student_key"), here("curriculum_uuid", via=canonical_uuid)
    )
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    status: ProgramCourseEnrollmentStatus = field("How the learner is enrolled.", here("status"))
    account_exists: bool = field("Whether the learner has an account of the LMS.", here("account_exists"))
    curriculum_uuid: UUID = field("Identifier of the curriculum.", here("curriculum_uuid"))
    course_staff: bool = field("Whether the learner is, or will be, staff of the course.", here("course_staff"))


@strawberry.type(description="The grade of a learner who takes a course run through a program.")
class ProgramCourseGrade:
    id: strawberry.ID = identified(around("uuid"), around("course"), here("student_key"))
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    letter_grade: str | None = field("The letter; null when none is reached or on an error.", here("letter_grade"))
    percent: float | None = field("The grade, 0 to 1; null on an error.", here("percent"))
    passed: bool | None = field("Whether it is enough to pass; null on an error.", here("passed"))
    error: str | None = field("Why the grade could not be worked out; null when it was.", here("error"))


def _course_runs(root: Row, info: Info, first: First = 10, after: After = None) -> Pending:
    return resolvers.programs.course_runs(root, info, first, after)


def _enrollments(root: Row, info: Info, first: First = 100, after: After = None) -> Pending:
    return resolvers.programs.enrollments(root, info, first, after)


def _course_enrollments(
    root: Row, info: Info, course: CourseArgument, first: First = 100, after: After = None
) -> Pending:
    return resolvers.programs.course_enrollments(root, info, course, first, after)


def _course_grades(root: Row, info: Info, course: CourseArgument, first: First = 100, after: After = None) -> Pending:
    return resolvers.programs.course_grades(root, info, course, first, after)


@strawberry.type(description="A program: several courses that lead to one credential.")
class Program(Node):
    id: strawberry.ID = identified(named("uuid", at(PROGRAMS, "uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the program.", known("uuid"), at(PROGRAMS, "uuid"))
    slug: str | None = field(
        "Name of the program in addresses; null when it is not among the viewer's.", at(PROGRAMS, "slug")
    )
    course_runs: Connection[ProgramCourseRun] | None = resolved(
        "The program's course runs that the viewer takes, 25 a page at most; null for who is not in the program.",
        _course_runs,
        steps=steps.program.course_runs,
        source="program_enrollments/user_courses, or program_enrollments/overview where the LMS lacks it",
    )
    progress: ProgramProgress | None = resolved(
        "How far the viewer is; null when the LMS's course catalogue does not know the program. Takes a JWT or a "
        "session.",
        resolvers.programs.progress,
        steps=steps.program.progress,
        source="programs/progress_details",
    )
    enrollments: Connection[ProgramEnrollment] | None = resolved(
        "The roster; null for who is not the program's staff.",
        _enrollments,
        steps=steps.program.enrollments,
        source="program_enrollments/enrollments",
    )
    course_enrollments: Connection[ProgramCourseEnrollment] | None = resolved(
        "Who takes a course run through the program; null for who is not its staff, and for a run of no course of it.",
        _course_enrollments,
        steps=steps.program.course_enrollments,
        source="program_enrollments/course_enrollments",
    )
    course_grades: Connection[ProgramCourseGrade] | None = resolved(
        "Grades of those with an account who take a course run through the program; null for who is not its staff, "
        "and for a run of no course of it.",
        _course_grades,
        steps=steps.program.course_grades,
        source="program_enrollments/course_grades",
    )


@strawberry.type(description="The programs of a viewer.")
class ProgramFields:
    programs: list[Program] | None = field(
        "Programs the viewer is enrolled in or teaches; all master's programs for global staff.", at(PROGRAMS)
    )
