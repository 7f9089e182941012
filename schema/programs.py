"""Programs: the learner's course runs and progress, and the rosters of program staff."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.programs import PROGRAM_COURSES, PROGRAM_OVERVIEW, PROGRAM_PROGRESS, PROGRAMS
from loaders.keys import canonical_uuid
from resolvers import programs
from resolvers.declare.source import around, at, here, known, named
from schema.course.courseware_parts import ProgramCourseCounts
from schema.declare import field, found, identified, relation
from schema.relay import After, Connection, First, Node, page_of
from schema.scalars import URL, UUID, CourseKey, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course

CourseArgument = Annotated[CourseKey, strawberry.argument(description="Key of a course run of the program.")]


@strawberry.enum(description="Status of an enrolment in a program.")
class ProgramEnrollmentStatus(Enum):
    ENROLLED = strawberry.enum_value("enrolled", description="The learner is enrolled.")
    PENDING = strawberry.enum_value("pending", description="The enrolment is pending.")
    SUSPENDED = strawberry.enum_value("suspended", description="The enrolment is suspended.")
    CANCELED = strawberry.enum_value("canceled", description="The enrolment was cancelled.")
    ENDED = strawberry.enum_value("ended", description="The learner has left the program.")


@strawberry.enum(description="Status of an enrolment in a course run of a program.")
class ProgramCourseEnrollmentStatus(Enum):
    ACTIVE = strawberry.enum_value("active", description="The learner is enrolled.")
    INACTIVE = strawberry.enum_value("inactive", description="The learner is not enrolled.")


@strawberry.enum(description="Progress of a course run.")
class ProgramCourseRunStatus(Enum):
    IN_PROGRESS = strawberry.enum_value("in_progress", description="The run has started and not ended.")
    UPCOMING = strawberry.enum_value("upcoming", description="The run has not started.")
    COMPLETED = strawberry.enum_value(
        "completed", description="The run has ended; a self-paced run, a month after the certificate."
    )


@strawberry.type(description="A due date in a course run.")
class ProgramDueDate(Node):
    id: strawberry.ID = identified(around("uuid"), around("program_run"), here("url"), here("name"), here("date"))
    name: str = field("Name of the assignment.", here("name"))
    url: URL | None = field("URL of the assignment.", here("url"))
    date: DateTime = field("The due date.", here("date"))


def _run(path: str) -> Any:
    return (at(PROGRAM_COURSES, path), at(PROGRAM_OVERVIEW, path))


@strawberry.type(description="A course run of a program that the viewer takes.")
class ProgramCourseRun(Node):
    id: strawberry.ID = identified(around("uuid"), named("program_run", *_run("course_run_id")))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course.", at(PROGRAM_COURSES), at(PROGRAM_OVERVIEW), key=_run("course_run_id")
    )
    display_name: str = field("Name of the course.", *_run("display_name"))
    url: URL | None = field("URL of the course's home page.", *_run("course_run_url"))
    status: ProgramCourseRunStatus = field("Progress of the run.", *_run("course_run_status"))
    start_date: DateTime | None = field("When the run starts.", *_run("start_date"))
    end_date: DateTime | None = field("When the run ends; null if it has no end.", *_run("end_date"))
    emails_enabled: bool | None = field(
        "Whether the viewer receives the course team's e-mails; null if the team cannot send any.",
        *_run("emails_enabled"),
    )
    due_dates: list[ProgramDueDate] = field("Due dates; empty unless the run is in progress.", *_run("due_dates"))
    micromasters_title: str | None = field(
        "Name of the MicroMasters program; null in other programs.", *_run("micromasters_title")
    )
    certificate_download_url: URL | None = field(
        "URL of the viewer's certificate; null without one.", *_run("certificate_download_url")
    )
    resume_url: URL | None = field(
        "URL where the viewer resumes; null before the first visit.", *_run("resume_course_run_url")
    )


@strawberry.type(description="The viewer's progress in a program.")
class ProgramProgress(Node):
    id: strawberry.ID = identified(around("uuid"))
    courses: ProgramCourseCounts = field("Numbers of courses by progress.", at(PROGRAM_PROGRESS, "course_data"))


def _or_none(text: str) -> str | None:
    return text or None


@strawberry.type(description="A learner on the roster of a program.")
class ProgramEnrollment:
    id: strawberry.ID = identified(around("uuid"), here("student_key"), here("curriculum_uuid", via=canonical_uuid))
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    status: ProgramEnrollmentStatus = field("Status of the enrolment.", here("status"))
    account_exists: bool = field("Whether the learner has an account on the LMS.", here("account_exists"))
    curriculum_uuid: UUID = field("Identifier of the curriculum.", here("curriculum_uuid"))
    username: str | None = field("Username; null without an account.", here("username", via=_or_none))
    email: str | None = field("E-mail address; null without an account.", here("email", via=_or_none))


@strawberry.type(description="A learner's enrolment in a course run of a program.")
class ProgramCourseEnrollment:
    id: strawberry.ID = identified(
        around("uuid"), around("course"), here("student_key"), here("curriculum_uuid", via=canonical_uuid)
    )
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    status: ProgramCourseEnrollmentStatus = field("Status of the enrolment.", here("status"))
    account_exists: bool = field("Whether the learner has an account on the LMS.", here("account_exists"))
    curriculum_uuid: UUID = field("Identifier of the curriculum.", here("curriculum_uuid"))
    course_staff: bool = field("Whether the learner is, or will be, course staff.", here("course_staff"))


@strawberry.type(description="The grade of a learner in a course run of a program.")
class ProgramCourseGrade:
    id: strawberry.ID = identified(around("uuid"), around("course"), here("student_key"))
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    letter_grade: str | None = field("The letter grade; null if none is reached, or on an error.", here("letter_grade"))
    percent: float | None = field("The grade, 0 to 1; null on an error.", here("percent"))
    passed: bool | None = field("Whether the grade is a passing grade; null on an error.", here("passed"))
    error: str | None = field("The reason why the grade could not be computed; null if it was computed.", here("error"))


def _of_a_run(course: CourseArgument, first: First = 100, after: After = None) -> None: ...


@strawberry.type(description="A program: courses that lead to one credential.")
class Program(Node):
    id: strawberry.ID = identified(named("uuid", at(PROGRAMS, "uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the program.", known("uuid"), at(PROGRAMS, "uuid"))
    slug: str | None = field(
        "Slug of the program; null if it is not one of the viewer's programs.", at(PROGRAMS, "slug")
    )
    course_runs: Connection[ProgramCourseRun] | None = found(
        "The viewer's course runs of the program, 25 a page at most; null if the viewer is not in the program.",
        programs.course_runs,
        arguments=page_of(10),
        source="program_enrollments/user_courses, or program_enrollments/overview where the LMS lacks it",
    )
    progress: ProgramProgress | None = found(
        "The viewer's progress; null if the LMS's course catalogue does not know the program. Requires a JWT or a "
        "session.",
        programs.progress,
        source="programs/progress_details",
    )
    enrollments: Connection[ProgramEnrollment] | None = found(
        "The roster; null if the viewer is not staff of the program.",
        programs.enrollments,
        arguments=page_of(100),
        source="program_enrollments/enrollments",
    )
    course_enrollments: Connection[ProgramCourseEnrollment] | None = found(
        "The roster of a course run; null if the viewer is not staff of the program or the run is not part of it.",
        programs.course_enrollments,
        arguments=_of_a_run,
        source="program_enrollments/course_enrollments",
    )
    course_grades: Connection[ProgramCourseGrade] | None = found(
        "Grades of the learners with an account in a course run; null if the viewer is not staff of the program or "
        "the run is not part of it.",
        programs.course_grades,
        arguments=_of_a_run,
        source="program_enrollments/course_grades",
    )


@strawberry.type(description="The programs of a viewer.")
class ProgramFields:
    programs: list[Program] | None = field(
        "Programs the viewer is enrolled in or teaches; all master's programs for global staff.", at(PROGRAMS)
    )
