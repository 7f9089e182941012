"""Look-ups of `Course.teamSets`, `Course.viewerTeams`, `Query.team` and the lists below them."""

import re
from functools import partial
from typing import Any

from msgspec import structs

from loaders.calls.judge import closed
from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import THREADS
from loaders.endpoints.team import TEAM, TEAM_ASSIGNMENTS, TEAM_MEMBERSHIPS, TEAM_SET, TEAM_SETS, TEAMS
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import parts_of
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found, Steps
from resolvers.declare.numbered import NAMESPACED, numbered
from resolvers.declare.page import check_text
from resolvers.fetch.reading import named, reading
from resolvers.output.row import Row
from resolvers.plan.selected import selected
from resolvers.plan.step import Argument, Value, value_of
from resolvers.thread import REWRITE, requested
from resolvers.values.path import View
from resolvers.viewer import viewer_username

_ID = re.compile(r"[\w.~-]{1,255}")
_SETS = 5
"""The number of team-sets per course that a plan assumes."""


def team_sets(ask: Ask) -> Found:
    """The team-sets of a course that the viewer may see. Their teams are requested concurrently."""
    key = ask.fact("key")

    def read(answers: Answers) -> list[Row] | None:
        rows = _rows(answers, TEAM_SETS)
        for row in rows or ():
            row.type_name = "TeamSet"
            row.facts = {"key": key, "set": str(row.views[TEAM_SETS].value["id"])}
        return rows

    step = ask.step(TEAM_SETS, {"course_id": key})
    return Found({TEAM_SETS: step}, rows=_SETS, facts={"key": key}, read=read, concurrent=True)


def viewer_teams(ask: Ask) -> Found:
    """The viewer's teams in a course."""
    if not ask.credentials.opens(TEAM_MEMBERSHIPS):
        ask.check(lambda: _closed(ask))
        return NOTHING
    key = ask.fact("key")
    step = ask.step(TEAM_MEMBERSHIPS, {"username": viewer_username(ask), "course_id": key})
    read = partial(_rows, endpoint=TEAM_MEMBERSHIPS)
    return Found({TEAM_MEMBERSHIPS: step}, rows=_SETS, facts={"key": key}, read=read)


def _closed(ask: Ask) -> None:
    raise closed(TEAM_MEMBERSHIPS, ask.credentials).error()


def _rows(answers: Answers, endpoint: Endpoint) -> list[Row] | None:
    """The rows of a page that contains the whole list."""
    page = answers.value(endpoint)
    if page is None:
        return None
    return [answers.seen({endpoint: View(row, None)}, type_name=None, shape=endpoint) for row in page["results"]]


def teams(ask: Ask) -> Found:
    """The teams of a team-set. `orderBy` does not apply to a search, because the LMS has its own order for results."""
    key = ask.fact("key")
    search = ask.argument("search", partial(check_text, "search"))
    if ask.row is None:
        holder = next(iter(ask.place.steps.values()))
        name: Value = value_of(holder, "results[].id")
        order: Value | None = Argument("{orderBy}")
    else:
        name = named(ask.row.views, TEAM_SETS, str(ask.own("set", "id")), is_team_id)
        order = str(ask.value("orderBy").value)
    if search is not None:
        order = None
    given = {"course_id": key, "topic_id": name, "text_search": search, "order_by": order}
    facts = ask.page_facts("teams", key, name, search or order, ask.value("first"), ask.value("after"), key=key)
    return numbered(ask, TEAMS, given, facts=facts)


def team(ask: Ask) -> Found:
    """The team with this id; null if it does not exist or the viewer may not see it."""
    return team_of(ask, ask.named("id", team_id))


def team_of(ask: Ask, key: Value) -> Found:
    """The same, by the LMS's id."""
    return Found({TEAM: ask.step(TEAM, {"team_id": key})}, facts={"team": key})


def whole_team(ask: Ask) -> Found:
    """A team from its own endpoint, because the list of the viewer's teams lacks their members."""
    step = ask.step(TEAM, {"team_id": ask.row_value("id", sent_id)})

    def read(answers: Answers) -> Row | None:
        found = answers.value(TEAM)
        return None if found is None else answers.below(TEAM, found, answers.tree(TEAM))

    return Found({TEAM: step}, facts={"team": step.value("id")} if ask.is_plan else {}, read=read)


def is_team_id(text: str) -> bool:
    """True for a valid LMS id of a team or team-set."""
    return _ID.fullmatch(text) is not None


def team_id(name: str) -> str:
    """The LMS's id of a team, given that or its global id."""
    parts = parts_of(name, "Team")
    return _checked(name if parts is None else parts[0])


def set_id(name: str, key: str) -> str:
    """The LMS's id of a team-set of this course, given that or its global id."""
    parts = parts_of(name, "TeamSet")
    if parts is not None and (len(parts) != 2 or parts[0] != key):
        raise bad_input("The team-set is not in this course.")
    return _checked(name if parts is None else parts[1])


def _checked(text: str) -> str:
    if not is_team_id(text):
        raise bad_input("Not the id of a team or of a team-set.")
    return text


def sent_id(text: str) -> str:
    """An id that the LMS has sent. Raises ValueError for an invalid one."""
    if not is_team_id(text):
        raise ValueError(text)
    return text


def set_of(ask: Ask) -> Found:
    """The team-set of a team."""
    if ask.row is None:
        holder = next(iter(ask.place.steps.values()))
        given = {"set_id": value_of(holder, "topic_id"), "course_key": value_of(holder, "course_id")}
        return Found({TEAM_SET: ask.step(TEAM_SET, given)}, facts={"key": value_of(holder, "course_id")})
    if ask.row.views:
        endpoint, view = next(iter(ask.row.views.items()))
        with reading(endpoint):
            key, name = str(view.value["course_id"]), sent_id(view.value["topic_id"])
        return Found({TEAM_SET: ask.step(TEAM_SET, {"set_id": name, "course_key": key})}, facts={"key": key})
    own = ask.step(TEAM, {"team_id": ask.fact("team")})  # the team's own call, already in progress
    step = ask.step(TEAM_SET, {"set_id": own.value("topic_id", sent_id), "course_key": own.value("course_id")})

    def read(answers: Answers) -> Row | None:
        answer = answers.value(TEAM)
        return None if answer is None else answers.described(key=answer["course_id"])

    return Found({TEAM_SET: step}, also={TEAM: own}, read=read)


def threads(ask: Ask) -> Found:
    """The threads of a team's topic. Its course and topic are read from the team, in whichever answer it is."""
    names = ("course_id", "discussion_topic_id")
    also: Steps = {}
    key: Value
    topic: Value
    if ask.row is None:
        holder = next(iter(ask.place.steps.values()))
        key, topic = (value_of(holder, name) for name in names)
    elif ask.row.views:
        endpoint, view = next(iter(ask.row.views.items()))
        with reading(endpoint):
            key, topic = (str(view.value[name]) for name in names)
    else:
        own = ask.step(TEAM, {"team_id": ask.fact("team")})  # the team's own call, already in progress
        also = {TEAM: own}
        key, topic = (own.value(name) for name in names)
    given = {"course_id": key, "topic_id": topic, "requested_fields": requested(selected(ask, "edges", "node"))}
    facts = ask.page_facts("team threads", ask.own("team", "id"), ask.value("first"), ask.value("after"))
    found = numbered(ask, THREADS, given, envelope=NAMESPACED, facts=facts, further=REWRITE)

    def read(answers: Answers) -> Any:
        team = answers.value(TEAM)
        with reading(TEAM):
            answers.facts = {**answers.facts, "key": key if team is None else team["course_id"]}
        return None if found.read is None else found.read(answers)

    return structs.replace(found, facts={**facts, "key": key} if ask.is_plan else facts, also=also, read=read)


def assignments(ask: Ask) -> Found:
    """The assignments that a team submits together. The call needs only the team's id."""
    name = ask.own("team", "id")
    if ask.row is not None:
        named(ask.row.views, TEAM, str(name), is_team_id)

    def read(answers: Answers) -> Any:
        listed = answers.value(TEAM_ASSIGNMENTS)
        if listed is None:
            return None
        return [
            answers.seen({TEAM_ASSIGNMENTS: View(row, None)}, type_name=None, shape=TEAM_ASSIGNMENTS) for row in listed
        ]

    step = ask.step(TEAM_ASSIGNMENTS, {"team_id": name})
    return Found({TEAM_ASSIGNMENTS: step}, rows=_SETS, facts={"team": name}, read=read)
