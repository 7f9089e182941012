"""Who answers `Course.teamSets`, `Course.viewerTeams`, `Query.team` and the lists below them."""

import re
from typing import Any

from loaders.calls.judge import closed
from loaders.endpoint import Call
from loaders.endpoints.team import TEAM, TEAM_ASSIGNMENTS, TEAM_MEMBERSHIPS, TEAM_SET, TEAM_SETS, TEAMS
from loaders.errors import Failure
from resolvers.arguments import parts_of
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.numbered import numbered_connection
from resolvers.page import check_text, page_facts
from resolvers.reading import payload_of, reading
from resolvers.row import Facts, Pending, Row, View
from resolvers.single import pending_row
from resolvers.viewer import own_name

_ID = re.compile(r"[\w.~-]{1,255}")


async def team_sets(root: Row, info: Info) -> list[Pending] | None:
    """The team-sets of a course that the viewer may see. The teams of all of them are asked at the same time."""
    rows = await _rows(info, TEAM_SETS.call(course_id=root.facts["key"]), root.facts["key"])
    if rows is None:
        return None
    with reading(TEAM_SETS):
        names = [_checked(row.views[TEAM_SETS].value["id"]) for row in rows]
    return [_pending(info, row, {**row.facts, "set": name}) for row, name in zip(rows, names, strict=True)]


def _pending(info: Info, row: Row, facts: Facts) -> Pending:
    """A row that is there already, in a list whose rows have calls of their own."""

    async def settled(names: frozenset[str] | None) -> Row:
        return row

    row.facts = facts
    return Pending(settled, "TeamSet", info.context.public_url, facts)


async def viewer_teams(root: Row, info: Info) -> list[Row] | None:
    """The viewer's teams in a course."""
    key: str = root.facts["key"]
    if not info.context.credentials.opens(TEAM_MEMBERSHIPS):
        raise closed(TEAM_MEMBERSHIPS, info.context.credentials).error()
    name = await own_name(info)
    if isinstance(name, Failure):
        raise name.error()
    return await _rows(info, TEAM_MEMBERSHIPS.call(username=name.text, course_id=key), key)


async def _rows(info: Info, call: Call, key: str) -> list[Row] | None:
    """The rows of a page that has them all."""
    loaded = payload_of(await info.context.load(call))
    if loaded is None:
        return None
    endpoint = call.endpoint
    with reading(endpoint):
        rows = list(loaded.value["results"])
    base = info.context.public_url
    return [Row(base=base, views={endpoint: View(row, None)}, facts={"key": key}, shape=endpoint) for row in rows]


def teams(root: Row, info: Info, order: str, search: str | None, first: int, after: str | None) -> Pending:
    """The teams of a team-set. The LMS orders what it finds by a text itself."""
    key: str = root.facts["key"]
    search = check_text("search", search)
    set_id = root.facts.get("set")
    if set_id is None:
        endpoint, view = next(iter(root.views.items()))
        with reading(endpoint):
            set_id = _checked(view.value["id"])

    def call(page: str, size: str) -> Call:
        return TEAMS.call(
            course_id=key,
            topic_id=set_id,
            text_search=search,
            order_by=None if search else order,
            page=page,
            page_size=size,
        )

    facts = page_facts("teams", key, set_id, search or order, first, after, key=key)
    return numbered_connection(info.context, call, "TeamConnection", first=first, after=after, facts=facts)


def team(info: Info, name: str) -> Pending:
    """The team with this id; null where there is none or the viewer may not see it."""
    return team_of(info, team_id(name))


def team_of(info: Info, key: str) -> Pending:
    """The same by what the LMS calls it."""
    return pending_row(info.context, TEAM.call(team_id=key), "Team", {"team": key})


def is_team_id(text: str) -> bool:
    """True for what the LMS calls a team."""
    return _ID.fullmatch(text) is not None


def team_id(name: str) -> str:
    """What the LMS calls a team, from that or from its global id."""
    parts = parts_of(name, "Team")
    return _checked(name if parts is None else parts[0])


def set_id(name: str, key: str) -> str:
    """What the LMS calls a team-set of this course, from that or from its global id."""
    parts = parts_of(name, "TeamSet")
    if parts is not None and (len(parts) != 2 or parts[0] != key):
        raise bad_input("The team-set is not in this course.")
    return _checked(name if parts is None else parts[1])


def _checked(text: str) -> str:
    if not is_team_id(text):
        raise bad_input("Not the id of a team or of a team-set.")
    return text


async def set_of(root: Row, info: Info) -> Row | None:
    """The team-set of a team."""
    value = await _value_of(root, info)
    if value is None:
        return None
    with reading(TEAM):
        key, name = value["course_id"], _checked(value["topic_id"])
    found = pending_row(info.context, TEAM_SET.call(set_id=name, course_key=key), "TeamSet", {"key": key})
    return await found.settle(None)


async def _value_of(root: Row, info: Info) -> Any:
    """What the LMS tells of a team; where its own call is under way, the answer to that."""
    if root.views:
        return next(iter(root.views.values())).value
    loaded = payload_of(await info.context.load(TEAM.call(team_id=root.facts["team"])))
    with reading(TEAM):
        return None if loaded is None else loaded.value


async def assignments(root: Row, info: Info) -> list[Row] | None:
    """What a team answers together. Its id is enough to ask."""
    name = root.facts.get("team")
    if name is None:
        with reading(TEAM):
            name = _checked(next(iter(root.views.values())).value["id"])
    loaded = payload_of(await info.context.load(TEAM_ASSIGNMENTS.call(team_id=name)))
    if loaded is None:
        return None
    with reading(TEAM_ASSIGNMENTS):
        rows = list(loaded.value)
    base, facts = info.context.public_url, {"team": name}
    return [
        Row(base=base, views={TEAM_ASSIGNMENTS: View(row, None)}, facts=facts, shape=TEAM_ASSIGNMENTS) for row in rows
    ]
