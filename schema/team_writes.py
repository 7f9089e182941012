"""Mutations of teams, with their inputs and payloads."""

from typing import Any

import strawberry

import resolvers.team_writes as writes
from loaders.endpoints.team_writes import CHANGE_TEAM, CREATE_TEAM, DELETE_TEAM, JOIN_TEAM, LEAVE_TEAM
from resolvers.declare.source import known
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import field, found
from schema.scalars import CourseKey
from schema.team import Team
from schema.write import CoursePayload, ViewerPayload, WritePayload, mutation


@strawberry.input(description="Input of the mutation `createTeam`.")
class CreateTeamInput:
    course: CourseKey = strawberry.field(description="Key of the course run.")
    team_set: strawberry.ID = strawberry.field(description="`id` or `key` of the team-set.")
    name: str = strawberry.field(description="Name, 255 characters at most.")
    description: str = strawberry.field(description="Description, 300 characters at most.")
    country: str | None = strawberry.field(description="Country, ISO 3166-1 alpha-2.", default=None)
    language: str | None = strawberry.field(description="Language, as a code.", default=None)


@strawberry.input(description="Input of the mutation `updateTeam`. Null keeps the current value.")
class UpdateTeamInput:
    team: strawberry.ID = strawberry.field(description="`id` or `key` of the team.")
    name: str | None = strawberry.field(description="Name, 255 characters at most.", default=None)
    description: str | None = strawberry.field(description="Description, 300 characters at most.", default=None)
    country: str | None = strawberry.field(
        description="Country, ISO 3166-1 alpha-2; an empty text deletes it.", default=None
    )
    language: str | None = strawberry.field(description="Language, as a code; an empty text deletes it.", default=None)


@strawberry.input(description="Input of the mutation `deleteTeam`.")
class DeleteTeamInput:
    team: strawberry.ID = strawberry.field(description="`id` or `key` of the team.")


@strawberry.input(description="Input of the mutation `joinTeam`.")
class JoinTeamInput:
    team: strawberry.ID = strawberry.field(description="`id` or `key` of the team.")
    username: str | None = strawberry.field(
        description="The learner who joins, for the course team and moderators. If null, the viewer.", default=None
    )


@strawberry.input(description="Input of the mutation `leaveTeam`.")
class LeaveTeamInput:
    team: strawberry.ID = strawberry.field(description="`id` or `key` of the team.")
    username: str | None = strawberry.field(
        description="The learner who leaves, for the course team and moderators. If null, the viewer.", default=None
    )


@strawberry.type(description="Payload of the mutation `createTeam`.")
class CreateTeamPayload(CoursePayload):
    team: Team | None = found("The team; null if the mutation was refused.", writes.written_team, source="team/team")


@strawberry.type(description="Payload of the mutation `updateTeam`.")
class UpdateTeamPayload(WritePayload):
    team: Team | None = found(
        "The team after the write; null if it was refused.", writes.written_team, source="team/team"
    )


@strawberry.type(description="Payload of the mutation `deleteTeam`.")
class DeleteTeamPayload(WritePayload):
    deleted_team_id: strawberry.ID | None = field(
        "`id` of the deleted team; null if the mutation was refused.", known("deleted_id")
    )


@strawberry.type(description="Payload of the mutation `joinTeam`.")
class JoinTeamPayload(ViewerPayload):
    team: Team | None = found(
        "The team after the write; null if it was refused.", writes.written_team, source="team/team"
    )


@strawberry.type(description="Payload of the mutation `leaveTeam`.")
class LeaveTeamPayload(ViewerPayload):
    team: Team | None = found(
        "The team after the write; null if it was refused.", writes.written_team, source="team/team"
    )


def _texts(given: Any) -> dict[str, str]:
    names = ("name", "description", "country", "language")
    return {name: getattr(given, name) for name in names if getattr(given, name) is not None}


async def _create(info: Info, given: CreateTeamInput) -> Row:
    return await writes.create_team(info, given.course, given.team_set, _texts(given))


async def _update(info: Info, given: UpdateTeamInput) -> Row:
    return await writes.update_team(info, given.team, _texts(given))


async def _delete(info: Info, given: DeleteTeamInput) -> Row:
    return await writes.delete_team(info, given.team)


async def _join(info: Info, given: JoinTeamInput) -> Row:
    return await writes.join_team(info, given.team, given.username)


async def _leave(info: Info, given: LeaveTeamInput) -> Row:
    return await writes.leave_team(info, given.team, given.username)


@strawberry.type(description="Mutations of teams.")
class TeamMutations:
    create_team: CreateTeamPayload | None = mutation(
        "Creates a team, which the viewer joins unless they belong to the course team. Requires a session or a bearer "
        "token.",
        CreateTeamInput,
        _create,
        CREATE_TEAM,
    )
    update_team: UpdateTeamPayload | None = mutation(
        "Changes a team, for the course team and moderators. Requires a session or a bearer token.",
        UpdateTeamInput,
        _update,
        CHANGE_TEAM,
    )
    delete_team: DeleteTeamPayload | None = mutation(
        "Deletes a team, for the course team and moderators. Requires a session or a bearer token.",
        DeleteTeamInput,
        _delete,
        DELETE_TEAM,
    )
    join_team: JoinTeamPayload | None = mutation(
        "Joins a team. A learner can be in only one team of a team-set. Requires a session or a bearer token.",
        JoinTeamInput,
        _join,
        JOIN_TEAM,
    )
    leave_team: LeaveTeamPayload | None = mutation(
        "Leaves a team. Requires a session or a bearer token.", LeaveTeamInput, _leave, LEAVE_TEAM
    )
