"""The query root."""

from typing import Annotated

import strawberry

from resolvers.account import countries, time_zones
from resolvers.catalog import catalog, catalog_runs
from resolvers.clock import server_time
from resolvers.course import course, courses
from resolvers.credit import credit_providers
from resolvers.node import node, nodes, plan_node, plan_nodes
from resolvers.profile import profile
from resolvers.programs import program
from resolvers.team import team
from resolvers.thread import comment, thread
from resolvers.viewer import viewer
from schema.account_lists import Country, TimeZone, zone_arguments
from schema.catalog import CatalogConnection, CatalogRun, search_arguments
from schema.course.course import Course
from schema.credit import CreditProvider, provider_arguments
from schema.declare import found, resolved
from schema.profile import Profile, profile_arguments
from schema.programs import Program
from schema.relay import Connection, Node, page_of
from schema.scalars import UUID, CourseKey, DateTime
from schema.team import Team, team_arguments
from schema.thread import Comment, Thread
from schema.viewer import Viewer


def _course(
    key: Annotated[CourseKey, strawberry.argument(description="Key of the course run.")],
) -> None: ...


def _courses(
    keys: Annotated[
        list[CourseKey],
        strawberry.argument(description="Keys of course runs, 100 at most."),
    ],
) -> None: ...


def _thread(
    id: Annotated[strawberry.ID, strawberry.argument(description="The `id` of a thread.")],  # noqa: A002
) -> None: ...


def _comment(
    id: Annotated[strawberry.ID, strawberry.argument(description="The `id` of a comment.")],  # noqa: A002
) -> None: ...


def _program(
    uuid: Annotated[UUID, strawberry.argument(description="Identifier of the program.")],
) -> None: ...


@strawberry.type(description="The query root. Every field returns what the viewer may see.")
class Query:
    viewer: Viewer = found("The signed-in person, or a visitor with `isAuthenticated: false`.", viewer)
    course: Course | None = found(
        "The course with this key; null if it does not exist or is not visible to the viewer.",
        course,
        arguments=_course,
    )
    courses: list[Course | None] = found(
        "The courses with these keys, in order; null for one that does not exist or is not visible.",
        courses,
        arguments=_courses,
    )
    node: Node | None = resolved("The object with this `id`; null if it no longer exists.", node, steps=plan_node)
    nodes: list[Node | None] = resolved("The objects with these `id`s, in order.", nodes, steps=plan_nodes)
    catalog: CatalogConnection | None = found(
        "Courses of the LMS's catalogue, as a visitor sees it.",
        catalog,
        arguments=search_arguments,
        source="courses/search",
    )
    catalog_runs: Connection[CatalogRun] | None = found(
        "All course runs of the LumiNUS catalogue, for global staff; null if the catalogue is not configured.",
        catalog_runs,
        arguments=page_of(50),
        source="edx_course_runs, after enrollment/roles",
    )
    credit_providers: list[CreditProvider] | None = found(
        "Institutions that grant academic credit.",
        credit_providers,
        arguments=provider_arguments,
        source="credit/providers",
    )
    program: Program | None = found(
        "The program with this identifier; null if the viewer may not see it.", program, arguments=_program
    )
    profile: Profile | None = found(
        "The profile of this person, as the LMS shows it to the viewer; null if there is none. Requires a sign-in.",
        profile,
        arguments=profile_arguments,
        source="user/account; and certificates/certificates, user/preferences",
    )
    team: Team | None = found(
        "The team with this `id`; null if it does not exist or the viewer may not see it. Requires a session or a "
        "bearer token.",
        team,
        arguments=team_arguments,
        source="team/team",
    )
    countries: list[Country] | None = found(
        "Countries that an account can have.",
        countries,
        source="user/registration, fields[name=country].options",
    )
    time_zones: list[TimeZone] | None = found(
        "Time zones of one country, or of all countries.",
        time_zones,
        arguments=zone_arguments,
        source="user/time_zones",
    )
    server_time: DateTime | None = found(
        "Current time of the LMS, for countdowns.",
        server_time,
        source="the `Date` header of the LMS's answers",
    )
    thread: Thread | None = found(
        "The thread with this `id`; null if it does not exist or the viewer may not see it.",
        thread,
        arguments=_thread,
        source="discussion/thread",
    )
    comment: Comment | None = found(
        "The comment with this `id`; null if it does not exist or the viewer may not see it. A sign-in with "
        "cookies needs the CSRF pair of a mutation: the LMS reads a single comment by a PATCH that changes "
        "nothing.",
        comment,
        arguments=_comment,
        source="discussion/comment",
    )
