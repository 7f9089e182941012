"""Learner pathways: steps of courses and programs."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from loaders.keys import canonical_uuid
from resolvers.declare.source import here, named
from resolvers.pathways import pathways
from resolvers.programs import named_program
from schema.declare import field, found, identified
from schema.relay import Node
from schema.scalars import HTML, URL, UUID

if TYPE_CHECKING:
    from schema.programs import Program


@strawberry.enum(description="The viewer's progress in a part of a pathway.")
class PathwayItemStatus(Enum):
    NOT_STARTED = strawberry.enum_value("NOT_STARTED", description="Not started.")
    IN_PROGRESS = strawberry.enum_value("IN_PROGRESS", description="In progress.")
    COMPLETE = strawberry.enum_value("COMPLETE", description="Complete.")


@strawberry.type(description="Key of a course (not of a course run) in a pathway.")
class PathwayCourseKey(Node):
    id: strawberry.ID = identified(here("key"))
    key: str = field("Key of the course: organisation and number, such as `edX+DemoX`.", here("key"))


@strawberry.type(description="A course (not a course run) of a pathway.")
class PathwayCourse(Node):
    id: strawberry.ID = identified(here("key"))
    key: str = field("Key of the course: organisation and number, such as `edX+DemoX`.", here("key"))
    title: str = field("Name of the course.", here("title"))
    short_description: str | None = field("One or two sentences of description.", here("short_description"))
    card_image_url: URL | None = field("URL of the image.", here("card_image_url"))
    status: PathwayItemStatus = field("The viewer's progress.", here("status"))


@strawberry.type(description="A program of a pathway.")
class PathwayProgram(Node):
    id: strawberry.ID = identified(named("uuid", here("uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the program.", here("uuid"))
    title: str = field("Name of the program.", here("title"))
    short_description: str | None = field("One or two sentences of description.", here("short_description"))
    card_image_url: URL | None = field("URL of the image.", here("card_image_url"))
    status: PathwayItemStatus = field("The viewer's progress.", here("status"))
    courses: list[PathwayCourseKey] = field("The courses.", here("courses"))
    program: Annotated["Program", strawberry.lazy("schema.programs")] | None = found(
        "The program itself; null if the viewer may not see it.",
        named_program,
        source="program_enrollments/programs, and what its fields say",
    )


@strawberry.type(description="A step of a pathway.")
class PathwayStep(Node):
    id: strawberry.ID = identified(here("uuid", via=canonical_uuid))
    uuid: UUID = field("Identifier of the step.", here("uuid"))
    min_requirement: int = field("Number of courses and programs that have to be completed.", here("min_requirement"))
    status: float = field("Completion in percent, 0 to 100.", here("status"))
    courses: list[PathwayCourse] = field("The courses.", here("courses"))
    programs: list[PathwayProgram] = field("The programs.", here("programs"))


@strawberry.type(description="A learner pathway: a sequence of steps with courses and programs.")
class LearningPathway(Node):
    id: strawberry.ID = identified(named("pathway", here("uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the pathway.", here("uuid"))
    title: str = field("Name of the pathway.", here("title"))
    status: str | None = field("Known values: `active`, `inactive`.", here("status"))
    overview: HTML | None = field("Description of the pathway.", here("overview"))
    banner_image_url: URL | None = field("URL of the banner.", here("banner_image"))
    card_image_url: URL | None = field("URL of the image.", here("card_image"))
    steps: list[PathwayStep] = field("The steps, in order.", here("steps"))


def _pathways(
    uuids: Annotated[
        list[UUID] | None,
        strawberry.argument(description="Only pathways with these identifiers, 100 at most; null means all."),
    ] = None,
) -> None: ...


@strawberry.type(description="The learner pathways of a viewer.")
class PathwayFields:
    learning_pathways: list[LearningPathway] | None = found(
        "The viewer's pathways; null if the LMS does not have the plugin. Requires a JWT or a session.",
        pathways,
        arguments=_pathways,
        source="learner_pathway_progress/progress",
    )
