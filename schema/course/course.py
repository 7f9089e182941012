"""The type `Course`, and its fields that describe a course as such."""

from enum import Enum
from typing import Any

import strawberry

from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES, COURSE_RUNS
from loaders.endpoints.certificate import CERTIFICATES
from loaders.endpoints.course import COURSE_METADATA, COURSE_MODES, COURSEWARE_COURSE, LEARNING_SEQUENCES
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from resolvers.declare.source import Source, around, at, known, root_block, weak, when_loaded
from resolvers.values.normalize import is_self_paced, pacing_of, unescape
from schema.catalog import CatalogRun
from schema.course.courseware import CoursewareFields
from schema.course.home import CourseHomeFields
from schema.course.learner import CourseLearnerFields
from schema.course.parts import CourseMedia, CourseMode
from schema.declare import field, identified
from schema.exam import CourseExamFields
from schema.gradebook import StaffFields
from schema.outline import NAVIGATION_BLOCKS, OUTLINE_BLOCKS
from schema.relay import Node
from schema.scalars import HTML, CourseKey, DateTime
from schema.team import CourseTeamFields


@strawberry.enum(description="Who sets the pace of a course.")
class Pacing(Enum):
    INSTRUCTOR = strawberry.enum_value(
        "instructor", description="Content and deadlines follow the course team's dates."
    )
    SELF = strawberry.enum_value("self", description="Each learner sets the pace.")


@strawberry.enum(description="Form of `startDisplay`.")
class StartType(Enum):
    TIMESTAMP = strawberry.enum_value("timestamp", description="The start date, formatted.")
    STRING = strawberry.enum_value("string", description="A text by the course team.")
    EMPTY = strawberry.enum_value("empty", description="Empty: the start is not announced.")


def _listed(home: str, mobile: str) -> tuple[Source, Source]:
    """Sources in lists of the viewer's enrolments. They are read if the list is fetched anyway."""
    return when_loaded(at(LEARNER_HOME, home)), when_loaded(at(MOBILE_ENROLLMENTS, mobile))


def _catalog(*paths: str, via: Any = None) -> tuple[Source, Source]:
    """Sources in the course catalogue, for one course or many. The list lacks unlisted courses."""
    return weak(at(CATALOG_COURSE, *paths, via=via)), weak(at(CATALOG_COURSES, *paths, via=via))


@strawberry.type(description="A course run, as the viewer sees it.")
class Course(
    CourseHomeFields, CoursewareFields, CourseLearnerFields, CourseExamFields, CourseTeamFields, StaffFields, Node
):
    id: strawberry.ID = identified(around("key"))
    key: CourseKey = field("Key of the course run.", known("key"))
    title: str | None = field(
        "Name of the course.",
        at(COURSE_METADATA, "title"),
        *_catalog("name", via=unescape),
        at(COURSEWARE_COURSE, "name", via=unescape),
        at(LEARNING_SEQUENCES, "title"),
        weak(root_block(OUTLINE, OUTLINE_BLOCKS, "display_name")),
        weak(root_block(NAVIGATION, NAVIGATION_BLOCKS, "display_name")),
        *_listed("course.courseName", "name"),
        when_loaded(at(CERTIFICATES, "course_display_name")),
    )
    number: str | None = field(
        "Number of the course, in the form that the course team displays.",
        at(COURSE_METADATA, "number"),
        *_catalog("number"),
        *_listed("course.courseNumber", "number"),
    )
    org: str | None = field(
        "Organisation, in the form that the course team displays.",
        at(COURSE_METADATA, "org"),
        *_catalog("org"),
        *_listed("courseProvider.name", "org"),
        when_loaded(at(CERTIFICATES, "course_organization")),
    )
    start: DateTime | None = field(
        "When the course begins.",
        at(COURSE_METADATA, "start"),
        *_catalog("start"),
        at(COURSEWARE_COURSE, "start"),
        at(LEARNING_SEQUENCES, "course_start"),
        at(COURSE_MODES, "course_start"),
        *_listed("courseRun.startDate", "start"),
    )
    end: DateTime | None = field(
        "When the course ends; null if it has no end.",
        *_catalog("end"),
        at(COURSEWARE_COURSE, "end"),
        at(LEARNING_SEQUENCES, "course_end"),
        at(COURSE_MODES, "course_end"),
        when_loaded(at(PROGRESS, "end")),
        *_listed("courseRun.endDate", "end"),
    )
    enrollment_start: DateTime | None = field(
        "When enrolment opens.",
        *_catalog("enrollment_start"),
        at(COURSEWARE_COURSE, "enrollment_start"),
        at(COURSE_MODES, "enrollment_start"),
    )
    enrollment_end: DateTime | None = field(
        "When enrolment closes.",
        *_catalog("enrollment_end"),
        at(COURSEWARE_COURSE, "enrollment_end"),
        at(COURSE_MODES, "enrollment_end"),
    )
    start_display: str | None = field(
        "The start, in the form that the course team displays.",
        *_catalog("start_display"),
        at(COURSEWARE_COURSE, "start_display"),
        when_loaded(at(MOBILE_ENROLLMENTS, "start_display")),
    )
    start_type: StartType | None = field(
        "Form of `startDisplay`.",
        *_catalog("start_type"),
        at(COURSEWARE_COURSE, "start_type"),
        when_loaded(at(MOBILE_ENROLLMENTS, "start_type")),
    )
    pacing: Pacing | None = field(
        "Who sets the pace.",
        *_catalog("pacing"),
        at(COURSEWARE_COURSE, "pacing"),
        at(COURSE_METADATA, "is_self_paced", via=pacing_of),
        at(LEARNING_SEQUENCES, "self_paced", via=pacing_of),
        when_loaded(at(MOBILE_ENROLLMENTS, "is_self_paced", via=pacing_of)),
    )
    is_self_paced: bool | None = field(
        "Whether learners set the pace.",
        at(COURSE_METADATA, "is_self_paced"),
        *_catalog("pacing", via=is_self_paced),
        at(COURSEWARE_COURSE, "pacing", via=is_self_paced),
        at(LEARNING_SEQUENCES, "self_paced"),
        when_loaded(at(MOBILE_ENROLLMENTS, "is_self_paced")),
    )
    short_description: str | None = field(
        "One or two sentences about the course.",
        *_catalog("short_description"),
        at(COURSEWARE_COURSE, "short_description"),
    )
    overview_html: HTML | None = field(
        "The about page, as the course team wrote it.", weak(at(CATALOG_COURSE, "overview"))
    )
    effort: str | None = field(
        "Estimated effort, as the course team wrote it.", *_catalog("effort"), at(COURSEWARE_COURSE, "effort")
    )
    invitation_only: bool | None = field(
        "Whether only invited learners can enrol.",
        *_catalog("invitation_only"),
        at(COURSE_MODES, "invite_only"),
    )
    hidden: bool | None = field("Whether the course is left out of listings.", *_catalog("hidden"))
    mobile_available: bool | None = field(
        "Whether the course can be taken in the mobile apps.", *_catalog("mobile_available")
    )
    media: CourseMedia | None = field("Images and video.", *_catalog("media"), when_loaded(at(MOBILE_ENROLLMENTS)))
    certificate_available_date: DateTime | None = field(
        "When certificates become available; null if it is not announced.",
        weak(at(CATALOG_COURSE, "certificate_available_date")),
    )
    catalog_run: CatalogRun | None = field(
        "The course run in the LumiNUS catalogue; null if the catalogue does not have it or is not configured.",
        at(COURSE_RUNS),
    )
    modes: list[CourseMode] | None = field(
        "Enrolment modes that can be chosen now, with prices.", at(COURSE_MODES, "course_modes")
    )
