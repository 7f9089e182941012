"""The calls of teams."""

from loaders.endpoints.team import TEAM, TEAM_ASSIGNMENTS, TEAM_MEMBERSHIPS, TEAM_SET, TEAM_SETS, TEAMS
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found
from resolvers.step import Argument, Step, value_of
from resolvers.steps.pages import numbered
from resolvers.steps.viewer import own_name

_SETS = 5
"""How many team-sets a course has, as far as a plan can know."""


def team_sets(ask: Ask) -> Found:
    """`Course.teamSets`."""
    key = ask.fact("key")
    return Found({TEAM_SETS: ask.step(TEAM_SETS, {"course_id": key})}, rows=_SETS, facts={"key": key})


def viewer_teams(ask: Ask) -> Found:
    """`Course.viewerTeams`."""
    if not ask.credentials.opens(TEAM_MEMBERSHIPS):
        return NOTHING
    key = ask.fact("key")
    step = ask.step(TEAM_MEMBERSHIPS, {"username": own_name(ask), "course_id": key})
    return Found({TEAM_MEMBERSHIPS: step}, rows=_SETS, facts={"key": key})


def teams(ask: Ask) -> Found:
    """`TeamSet.teams`: one call for each team-set."""
    search = ask.argument("search")
    given = {
        "course_id": ask.fact("key"),
        "topic_id": value_of(_holder(ask), "results[].id"),
        "text_search": search,
        "order_by": Argument("{orderBy}") if search is None else None,
    }
    return numbered(ask, TEAMS, given, facts={"key": ask.fact("key")})


def _holder(ask: Ask) -> Step:
    return next(iter(ask.place.told.values()))


def team(ask: Ask) -> Found:
    """`Query.team`."""
    return team_of(ask, ask.named("id"))


def team_of(ask: Ask, name: Argument) -> Found:
    """The team with this id."""
    return Found({TEAM: ask.step(TEAM, {"team_id": name})}, facts={"team": name})


def written(ask: Ask) -> Found:
    """A team after a write."""
    return team_of(ask, Argument("{team}"))


def set_of(ask: Ask) -> Found:
    """`Team.teamSet`."""
    holder = _holder(ask)
    key = value_of(holder, "course_id")
    step = ask.step(TEAM_SET, {"set_id": value_of(holder, "topic_id"), "course_key": key})
    return Found({TEAM_SET: step}, facts={"key": key})


def assignments(ask: Ask) -> Found:
    """`Team.assignments`."""
    name = ask.place.facts.get("team") or value_of(_holder(ask), "id")
    step = ask.step(TEAM_ASSIGNMENTS, {"team_id": name})
    return Found({TEAM_ASSIGNMENTS: step}, rows=_SETS)
