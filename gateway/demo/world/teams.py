"""Teams of learners, in the team-sets of a course."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from gateway.demo.world.course import Course
from gateway.demo.world.people import User


@dataclass(frozen=True, slots=True)
class TeamSet:
    """A team-set: the LMS's API calls it a topic. A learner may be in one team of each."""

    id: str
    name: str
    description: str
    type: str
    max_size: int | None

    @property
    def is_managed(self) -> bool:
        """True if the course team makes its teams."""
        return self.type in {"public_managed", "private_managed"}


@dataclass(slots=True)
class Team:
    """A team. `members` has the moment at which each joined, by username."""

    id: str
    course: Course
    set: TeamSet
    name: str
    description: str
    country: str
    language: str
    created: datetime
    members: dict[str, datetime] = field(default_factory=dict)

    @property
    def last_activity(self) -> datetime:
        return max(self.members.values(), default=self.created)

    @property
    def open_slots(self) -> int:
        return 10**6 if self.set.max_size is None else self.set.max_size - len(self.members)


@dataclass(slots=True)
class Teams:
    """Team-sets by course key, and all teams by id."""

    sets: dict[str, list[TeamSet]] = field(default_factory=dict)
    by_id: dict[str, Team] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def set_of(self, course: Course, set_id: str) -> TeamSet | None:
        return next((one for one in self.sets.get(course.key, ()) if one.id == set_id), None)

    def of_set(self, course: Course, team_set: TeamSet) -> list[Team]:
        return [team for team in self.by_id.values() if team.course is course and team.set is team_set]

    def of_member(self, username: str) -> list[Team]:
        return [team for team in self.by_id.values() if username in team.members]

    def in_set(self, username: str, course: Course, team_set: TeamSet) -> Team | None:
        return next((team for team in self.of_set(course, team_set) if username in team.members), None)

    def make(self, course: Course, team_set: TeamSet, name: str, description: str, now: datetime) -> Team:
        """A team whose id is made of its name, as the LMS makes it."""
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:20]
        team = Team(f"{slug}-{next(self._numbers):04x}", course, team_set, name, description, "", "", now)
        self.by_id[team.id] = team
        return team


def load_teams(
    raws: list[dict[str, Any]], courses: Mapping[str, Course], users: Mapping[str, User], now: datetime
) -> Teams:
    """Build from `data/teams.json`."""
    teams = Teams()
    for raw in raws:
        course = courses.get(raw["course"])
        if course is None:
            continue
        sets = [
            TeamSet(one["id"], one["name"], one["description"], one["type"], one["max_team_size"])
            for one in raw["sets"]
        ]
        teams.sets[course.key] = sets
        for one in raw["teams"]:
            team_set = next(row for row in sets if row.id == one["set"])
            members = {name: now + timedelta(days=days) for name, days in one["members"].items() if name in users}
            created = now + timedelta(days=one["created"])
            rest = (one["name"], one["description"], one["country"], one["language"], created, members)
            teams.by_id[one["id"]] = Team(one["id"], course, team_set, *rest)
    return teams
