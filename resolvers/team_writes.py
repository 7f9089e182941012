"""Mutations of teams."""

from collections.abc import Mapping
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.team_writes import CHANGE_TEAM, CREATE_TEAM, DELETE_TEAM, JOIN_TEAM, LEAVE_TEAM
from loaders.keys import is_username
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.fetch.context import Info
from resolvers.fetch.reading import reading
from resolvers.output.row import Row
from resolvers.team import sent_id, set_id, team_id, team_of
from resolvers.values.node import global_id
from resolvers.write import MERGE_PATCH, Refusal, Written, after_write, payload, refused, username_for, write

_LIMITS = {"name": 255, "description": 300, "country": 2, "language": 16}
_FIELDS = {name: name for name in _LIMITS}


async def create_team(info: Info, key: str, team_set: str, given: Mapping[str, str]) -> Row:
    """Creates a team. A learner who creates a team joins it."""
    name = set_id(team_set, key)
    written = _invalid(given)
    if written is not None:
        return payload(info, CREATE_TEAM, written, {"key": key})
    body = {"course_id": key, "topic_id": name, **given}
    fields = {**_FIELDS, "course_id": "course", "topic_id": "teamSet"}
    written = await write(info.context, CREATE_TEAM.call(), body, fields=fields)
    facts: dict[str, Any] = {"key": key}
    if written.done:
        with reading(CREATE_TEAM):
            facts["team"] = sent_id(written.body["id"])
    return payload(info, CREATE_TEAM, written, facts)


async def update_team(info: Info, team: str, given: Mapping[str, str]) -> Row:
    """Updates a team. For course staff and discussion moderators."""
    name = team_id(team)
    written = _invalid(given) if given else refused(Refusal.INVALID, "Specify at least one change.")
    if written is None:
        call = CHANGE_TEAM.call(team_id=name)
        written = await write(info.context, call, dict(given), content_type=MERGE_PATCH, fields=_FIELDS)
    return payload(info, CHANGE_TEAM, written, {"team": name})


def _invalid(given: Mapping[str, str]) -> Written | None:
    """The refusal of texts beyond the length limits; None for valid ones."""
    for name, text in given.items():
        if len(text) > _LIMITS[name]:
            return refused(Refusal.INVALID, f"The value can have at most {_LIMITS[name]} characters.", name)
    return None


async def delete_team(info: Info, team: str) -> Row:
    """Deletes a team. For course staff and discussion moderators."""
    name = team_id(team)
    written = await write(info.context, DELETE_TEAM.call(team_id=name), b"")
    facts = {"deleted_id": global_id("Team", name)} if written.done else {}
    return payload(info, DELETE_TEAM, written, facts)


async def join_team(info: Info, team: str, username: str | None) -> Row:
    """Adds the viewer or another learner to a team."""
    name, learner = team_id(team), await _learner(info, JOIN_TEAM, username)
    body = {"username": learner, "team_id": name}
    written = await write(info.context, JOIN_TEAM.call(), body, fields={"username": "username", "team_id": "team"})
    return payload(info, JOIN_TEAM, written, {"team": name})


async def leave_team(info: Info, team: str, username: str | None) -> Row:
    """Removes the viewer or another learner from a team."""
    name, learner = team_id(team), await _learner(info, LEAVE_TEAM, username)
    written = await write(info.context, LEAVE_TEAM.call(team_id=name, username=learner), b"")
    return payload(info, LEAVE_TEAM, written, {"team": name})


async def _learner(info: Info, endpoint: Endpoint, username: str | None) -> str:
    if username is None:
        return (await username_for(info.context, endpoint)).text
    if not is_username(username):
        raise bad_input("`username` is not a username.")
    return username


@after_write
def written_team(ask: Ask) -> Found:
    """The team after a successful write."""
    return team_of(ask, ask.fact("team"))
