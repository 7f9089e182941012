"""The query root."""

from typing import Annotated

import strawberry

import resolvers.account
import resolvers.course
import resolvers.programs
import resolvers.thread
from resolvers import steps
from resolvers.clock import server_time
from resolvers.context import Info
from resolvers.lookup import node, nodes
from resolvers.row import Pending
from resolvers.viewer import viewer
from schema.account_lists import Country, TimeZone, list_time_zones
from schema.catalog import CatalogConnection, CatalogRun, list_catalog_runs, search_catalog
from schema.course.course import Course
from schema.credit import CreditProvider, list_credit_providers
from schema.declare import resolved
from schema.profile import Profile, get_profile
from schema.programs import Program
from schema.relay import Connection, Node
from schema.scalars import UUID, CourseKey, DateTime
from schema.team import Team, get_team
from schema.thread import Comment, Thread
from schema.viewer import Viewer


def _course(
    root: None,
    info: Info,
    key: Annotated[CourseKey, strawberry.argument(description="Key of the course run.")],
) -> Pending:
    return resolvers.course.root_course(info, key)


def _courses(
    root: None,
    info: Info,
    keys: Annotated[
        list[CourseKey],
        strawberry.argument(description="Keys of course runs, 100 at most."),
    ],
) -> list[Pending]:
    return resolvers.course.courses(info, keys)


def _thread(
    root: None,
    info: Info,
    id: Annotated[strawberry.ID, strawberry.argument(description="The `id` of a thread.")],  # noqa: A002
) -> Pending:
    return resolvers.thread.thread(info, id)


def _comment(
    root: None,
    info: Info,
    id: Annotated[strawberry.ID, strawberry.argument(description="The `id` of a comment.")],  # noqa: A002
) -> Pending:
    return resolvers.thread.comment(info, id)


def _program(
    root: None,
    info: Info,
    uuid: Annotated[UUID, strawberry.argument(description="Identifier of the program.")],
) -> Pending:
    return resolvers.programs.program(info, uuid)


@strawberry.type(description="The query root. Every field returns what the viewer may see.")
class Query:
    viewer: Viewer = resolved(
        "The signed-in person, or a visitor with `isAuthenticated: false`.", viewer, steps=steps.viewer.viewer
    )
    course: Course | None = resolved(
        "The course with this key; null if it does not exist or is not visible to the viewer.",
        _course,
        steps=steps.course.course,
    )
    courses: list[Course | None] = resolved(
        "The courses with these keys, in order; null for one that does not exist or is not visible.",
        _courses,
        steps=steps.course.courses,
    )
    node: Node | None = resolved("The object with this `id`; null if it no longer exists.", node, steps=steps.node.node)
    nodes: list[Node | None] = resolved("The objects with these `id`s, in order.", nodes, steps=steps.node.nodes)
    catalog: CatalogConnection | None = resolved(
        "Courses of the LMS's catalogue, as a visitor sees it.",
        search_catalog,
        steps=steps.catalog.catalog,
        source="courses/search",
    )
    catalog_runs: Connection[CatalogRun] | None = resolved(
        "All course runs of the LumiNUS catalogue, for global staff; null if it is not connected.",
        list_catalog_runs,
        steps=steps.catalog.catalog_runs,
        source="edx_course_runs, after enrollment/roles",
    )
    credit_providers: list[CreditProvider] | None = resolved(
        "Institutions that grant academic credit.",
        list_credit_providers,
        steps=steps.catalog.credit_providers,
        source="credit/providers",
    )
    program: Program | None = resolved(
        "The program with this identifier; null if the viewer may not see it.", _program, steps=steps.program.program
    )
    profile: Profile | None = resolved(
        "The profile of this person, as the LMS shows it to the viewer; null if there is none. Requires a sign-in.",
        get_profile,
        steps=steps.profile.profile,
        source="user/account; and certificates/certificates, user/preferences",
    )
    team: Team | None = resolved(
        "The team with this `id`; null if it does not exist or the viewer may not see it. Requires a session or a "
        "bearer token.",
        get_team,
        steps=steps.team.team,
        source="team/team",
    )
    countries: list[Country] | None = resolved(
        "Countries that an account can have.",
        resolvers.account.countries,
        steps=steps.profile.countries,
        source="user/registration, fields[name=country].options",
    )
    time_zones: list[TimeZone] | None = resolved(
        "Time zones, of one country or all.",
        list_time_zones,
        steps=steps.profile.time_zones,
        source="user/time_zones",
    )
    server_time: DateTime | None = resolved(
        "Current time of the LMS, for countdowns.",
        server_time,
        steps=steps.catalog.server_time,
        source="the `Date` header of the LMS's answers",
    )
    thread: Thread | None = resolved(
        "The thread with this `id`; null if it does not exist or the viewer may not see it.",
        _thread,
        steps=steps.thread.thread,
        source="discussion/thread",
    )
    comment: Comment | None = resolved(
        "The comment with this `id`; null if it does not exist or the viewer may not see it. A sign-in by cookies "
        "needs the CSRF pair of a mutation: the LMS reads a single comment by a PATCH that changes nothing.",
        _comment,
        steps=steps.thread.comment,
        source="discussion/comment",
    )
