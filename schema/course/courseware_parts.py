"""The small objects that a unit page's fields return."""

from typing import TYPE_CHECKING, Annotated

import strawberry

import resolvers.programs
from loaders.endpoints.programs import PROGRAM_PROGRESS
from loaders.keys import canonical_uuid
from resolvers.normalize import length
from resolvers.source import Source, around, at, here, named
from resolvers.steps.program import named_program
from schema.declare import field, identified, resolved
from schema.relay import Node
from schema.scalars import URL, UUID, DateTime, UsageKey

if TYPE_CHECKING:
    from schema.programs import Program


@strawberry.type(description="The exam that opens the course.")
class EntranceExam(Node):
    id: strawberry.ID = identified(around("key"))
    enabled: bool = field("Whether the course has one.", here("entrance_exam_enabled"))
    passed: bool = field("Whether the viewer has passed it; true when there is none.", here("entrance_exam_passed"))
    key: UsageKey | None = field(
        "Key of the exam; null when there is none.", here("entrance_exam_id", via=lambda key: key or None)
    )
    current_score: float = field("The viewer's score, 0 to 1.", here("entrance_exam_current_score"))
    minimum_score_percent: float = field(
        "The lowest score that passes, 0 to 1.", here("entrance_exam_minimum_score_pct")
    )


@strawberry.type(description="The viewer's notes in the course.")
class CourseNotes(Node):
    id: strawberry.ID = identified(around("key"))
    enabled: bool = field("Whether notes can be taken in this course.", here("enabled"))
    visible: bool = field("Whether the viewer has them shown.", here("visible"))


def _counted(path: str) -> tuple[Source, Source]:
    """A number where the LMS sends one, and where it sends the courses themselves."""
    return at(PROGRAM_PROGRESS, path, via=length), here(path)


@strawberry.type(description="How many courses of a program are done, begun and open.")
class ProgramCourseCounts(Node):
    id: strawberry.ID = identified(around("uuid"))
    completed: int = field("Courses done.", *_counted("completed"))
    in_progress: int = field("Courses begun.", *_counted("in_progress"))
    not_started: int = field("Courses not begun.", *_counted("not_started"))


@strawberry.type(description="A program that the course belongs to.")
class RelatedProgram:
    id: strawberry.ID = identified(named("uuid", here("uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the program.", here("uuid"))
    title: str = field("Name of the program.", here("title"))
    slug: str | None = field("Name of its type in addresses, such as `micromasters`.", here("slug"))
    url: URL | None = field("Where the program is.", here("url"))
    progress: ProgramCourseCounts | None = field("The viewer's progress.", here("progress"))
    program: Annotated["Program", strawberry.lazy("schema.programs")] | None = resolved(
        "The program itself; null when the viewer may not see it.",
        resolvers.programs.program_of,
        steps=named_program,
        source="program_enrollments/programs, and what its fields say",
    )


@strawberry.type(description="The viewer's promise to work honestly in a course.")
class IntegritySignature(Node):
    id: strawberry.ID = identified(around("key"))
    username: str = field("Who signed.", here("username"))
    created_at: DateTime = field("When it was signed.", here("created_at"))
