"""Teams of learners in a course."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from loaders.endpoints.team import TEAM, TEAM_MEMBERSHIPS, TEAMS
from resolvers import team
from resolvers.declare.source import around, at, here, named
from schema.account import LanguageProficiency
from schema.declare import field, found, identified, relation
from schema.relay import After, Connection, First, Node
from schema.scalars import URL, DateTime
from schema.thread import ThreadConnection

if TYPE_CHECKING:
    from schema.course.course import Course


@strawberry.enum(description="Order of teams.")
class TeamOrder(Enum):
    NAME = strawberry.enum_value("name", description="By name.")
    OPEN_SLOTS = strawberry.enum_value("open_slots", description="Teams with the most free places first.")
    LAST_ACTIVITY = strawberry.enum_value("last_activity_at", description="Teams with the latest activity first.")


@strawberry.type(description="A member of a team.")
class TeamMember:
    id: strawberry.ID = identified(around("team"), named("username", here("user.username")))
    username: str | None = field("Username.", here("user.username"))
    image_url: URL | None = field(
        "URL of the member's picture, 500 pixels square.", here("user.profile_image.image_url_full")
    )
    country: str | None = field("Country; null if the member does not share it.", here("user.country"))
    language_proficiencies: list[LanguageProficiency] | None = field(
        "Languages; null if the member does not share them.", here("user.language_proficiencies")
    )
    joined: DateTime | None = field("When the member joined.", here("date_joined"))
    last_activity: DateTime | None = field("The member's latest activity in the team.", here("last_activity_at"))


@strawberry.type(description="An assignment that a team answers together.")
class TeamAssignment:
    id: strawberry.ID = identified(around("team"), here("location"))
    display_name: str | None = field("Name of the assignment.", here("display_name"))
    url: URL | None = field("URL of the assignment.", here("location"))


def _threads(first: First = 20, after: After = None) -> None: ...


@strawberry.type(description="A team of learners.")
class Team(Node):
    id: strawberry.ID = identified(named("team", here("id")))
    key: str = field("The LMS's id of the team.", here("id"))
    name: str = field("Name of the team.", here("name"))
    description: str | None = field("Description of the team.", here("description"))
    country: str | None = field("Country, ISO 3166-1 alpha-2; empty if none was given.", here("country"))
    language: str | None = field("Language, as a code; empty if none was given.", here("language"))
    created: DateTime | None = field("When the team was created.", here("date_created"))
    last_activity: DateTime | None = field("The latest activity.", here("last_activity_at"))
    is_organization_protected: bool | None = field(
        "Whether only learners of an institution can join the team.", here("organization_protected")
    )
    discussion_topic_id: str | None = field(
        "The LMS's id of the team's topic in the course's discussions, for `Discussion.threads`.",
        here("discussion_topic_id"),
    )
    team_set_key: str | None = field("The LMS's id of the team-set.", here("topic_id"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course.",
        key=(at(TEAM, "course_id"), at(TEAMS, "course_id"), at(TEAM_MEMBERSHIPS, "course_id")),
    )
    team_set: Annotated["TeamSet", strawberry.lazy("schema.team")] | None = found(
        "The team-set; null if the viewer may not see it.",
        team.set_of,
        source="team/topic",
    )
    members: list[TeamMember] | None = field(
        "Members of the team.", at(TEAM, "membership"), at(TEAMS, "membership"), further=team.whole_team
    )
    assignments: list[TeamAssignment] | None = found(
        "Assignments that the team answers together. Null with an error if the LMS has disabled them.",
        team.assignments,
        source="team/assignments",
    )
    threads: ThreadConnection | None = found(
        "Threads of the team's topic in the course's discussions; null if the viewer may not see them.",
        team.threads,
        arguments=_threads,
        source="discussion/threads",
    )


def _teams(
    order_by: Annotated[
        TeamOrder, strawberry.argument(description="Order of the teams. Results of a search have the LMS's own order.")
    ] = TeamOrder.LAST_ACTIVITY,
    search: Annotated[
        str | None, strawberry.argument(description="Text in the name or the description. If null, all teams.")
    ] = None,
    first: First = 12,
    after: After = None,
) -> None: ...


@strawberry.type(description="A set of teams. A learner may be in one team of each set.")
class TeamSet(Node):
    id: strawberry.ID = identified(around("key"), named("set", here("id")))
    key: str = field("The LMS's id of the team-set.", here("id"))
    name: str = field("Name of the team-set.", here("name"))
    description: str | None = field("Description of the team-set.", here("description"))
    type: str | None = field(
        "Whether learners or the course team create the teams. Known values: `open`, `open_managed`, "
        "`public_managed`, `private_managed`; in the managed ones the course team creates them.",
        here("type"),
    )
    max_team_size: int | None = field(
        "Maximum number of members of a team; null if there is none.", here("max_team_size")
    )
    team_count: int | None = field("Number of teams.", here("team_count"))
    teams: Connection[Team] | None = found("Teams of the set.", team.teams, arguments=_teams, source="team/teams")


@strawberry.type(description="The viewer's membership in a team.")
class TeamMembership:
    id: strawberry.ID = identified(around("key"), here("team.id"))
    team: Team = field("The team.", at(TEAM_MEMBERSHIPS, "team"))
    joined: DateTime | None = field("When the viewer joined.", here("date_joined"))
    last_activity: DateTime | None = field("The viewer's latest activity in the team.", here("last_activity_at"))


@strawberry.type(description="Fields of a course for its teams.")
class CourseTeamFields:
    team_sets: list[TeamSet] | None = found(
        "Team-sets that the viewer may see, 100 at most; null if the course has no teams. Requires a session "
        "or a bearer token; the LMS does not accept a JWT here.",
        team.team_sets,
        source="team/topics",
    )
    viewer_teams: list[TeamMembership] | None = found(
        "The viewer's teams in the course. Requires a session or a bearer token.",
        team.viewer_teams,
        source="team/memberships",
    )


def team_arguments(
    id: Annotated[strawberry.ID, strawberry.argument(description="`id` or `key` of the team.")],  # noqa: A002
) -> None:
    """The arguments of `Query.team`."""
