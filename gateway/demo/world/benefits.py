"""What a learner holds beside enrolments: programs the courses belong to, entitlements, and bought credit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.course import Course
from gateway.demo.world.people import User


@dataclass(frozen=True, slots=True)
class Program:
    """A program and its courses."""

    uuid: str
    title: str
    type: str
    provider: str
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The right to one run of a course. It is fulfilled while its owner is enrolled in one of `sessions`."""

    uuid: str
    user: User
    sessions: tuple[Course, ...]
    expires: datetime
    change_deadline: datetime


@dataclass(frozen=True, slots=True)
class Credit:
    """Academic credit for a finished course; `status` is that of the request to the provider, None before one."""

    user: User
    course: Course
    provider_id: str
    provider_name: str
    provider_url: str
    purchased: bool
    status: str | None


@dataclass(frozen=True, slots=True)
class Benefits:
    """All of it, from `data/benefits.json`. What needs a course that is not there is left out."""

    programs: tuple[Program, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    credit: tuple[Credit, ...] = ()

    def programs_of(self, course: Course) -> list[Program]:
        return [program for program in self.programs if course in program.courses]

    def entitlements_of(self, user: User) -> list[Entitlement]:
        return [entitlement for entitlement in self.entitlements if entitlement.user is user]

    def credit_of(self, user: User, course: Course) -> Credit | None:
        return next((row for row in self.credit if row.user is user and row.course is course), None)


def load_benefits(raw: dict[str, Any], courses: dict[str, Course], users: dict[str, User], clock: Clock) -> Benefits:
    def found(keys: list[str]) -> tuple[Course, ...]:
        return tuple(courses[key] for key in keys if key in courses)

    def moment(offset: str) -> datetime:
        at = clock.at(offset)
        assert at is not None
        return at

    return Benefits(
        programs=tuple(
            Program(row["uuid"], row["title"], row["type"], row["provider"], found(row["courses"]))
            for row in raw["programs"]
        ),
        entitlements=tuple(
            Entitlement(
                row["uuid"], users[row["user"]], found(row["sessions"]), moment(row["expires"]),
                moment(row["change_deadline"]),
            )
            for row in raw["entitlements"]
            if found(row["sessions"])
        ),
        credit=tuple(
            Credit(**{**row, "user": users[row["user"]], "course": courses[row["course"]]})
            for row in raw["credit"]
            if row["course"] in courses
        ),
    )  # fmt: skip
