"""Objects in the fields for the unit page."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from loaders.endpoints.programs import PROGRAM_PROGRESS
from loaders.keys import canonical_uuid
from resolvers.declare.source import Source, around, at, here, named
from resolvers.programs import named_program
from resolvers.values.normalize import length
from schema.declare import field, found, identified
from schema.relay import Node
from schema.scalars import URL, UUID, DateTime, UsageKey

if TYPE_CHECKING:
    from schema.programs import Program


@strawberry.type(description="The entrance exam of a course.")
class EntranceExam(Node):
    id: strawberry.ID = identified(around("key"))
    enabled: bool = field("Whether the course has an entrance exam.", here("entrance_exam_enabled"))
    passed: bool = field("Whether the viewer has passed it; true if there is no exam.", here("entrance_exam_passed"))
    key: UsageKey | None = field(
        "Key of the exam; null if there is none.", here("entrance_exam_id", via=lambda key: key or None)
    )
    current_score: float = field("The viewer's score, 0 to 1.", here("entrance_exam_current_score"))
    minimum_score_percent: float = field(
        "The lowest score that passes, 0 to 1.", here("entrance_exam_minimum_score_pct")
    )


@strawberry.type(description="The viewer's notes in the course.")
class CourseNotes(Node):
    id: strawberry.ID = identified(around("key"))
    enabled: bool = field("Whether notes are enabled in the course.", here("enabled"))
    visible: bool = field("Whether the viewer displays their notes.", here("visible"))


def _counted(path: str) -> tuple[Source, Source]:
    """The number of courses, whether the LMS sends a number or the courses."""
    return at(PROGRAM_PROGRESS, path, via=length), here(path)


@strawberry.type(description="Numbers of courses of a program by progress.")
class ProgramCourseCounts(Node):
    id: strawberry.ID = identified(around("uuid"))
    completed: int = field("Courses completed.", *_counted("completed"))
    in_progress: int = field("Courses in progress.", *_counted("in_progress"))
    not_started: int = field("Courses not started.", *_counted("not_started"))


@strawberry.type(description="A program that the course belongs to.")
class RelatedProgram:
    id: strawberry.ID = identified(named("uuid", here("uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the program.", here("uuid"))
    title: str = field("Name of the program.", here("title"))
    slug: str | None = field("Slug of the program's type, such as `micromasters`.", here("slug"))
    url: URL | None = field("URL of the program.", here("url"))
    progress: ProgramCourseCounts | None = field("The viewer's progress.", here("progress"))
    program: Annotated["Program", strawberry.lazy("schema.programs")] | None = found(
        "The program itself; null if the viewer may not see it.",
        named_program,
        source="program_enrollments/programs, and what its fields say",
    )


@strawberry.type(description="The integrity agreement that the viewer signed.")
class IntegritySignature(Node):
    id: strawberry.ID = identified(around("key"))
    username: str = field("Username of the viewer who signed.", here("username"))
    created_at: DateTime = field("When the agreement was signed.", here("created_at"))
