"""The world: every course, person and enrolment, and the sessions through which people look at it."""

from __future__ import annotations

import itertools
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.course import Block, Course, load_course
from gateway.demo.world.entitlements import Entitlement, load_entitlements
from gateway.demo.world.exams import Exams, load_exams
from gateway.demo.world.features import RELEASES, Features
from gateway.demo.world.forum import Forum, load_forum
from gateway.demo.world.generate import generated_course, large_course
from gateway.demo.world.institution import Institution, load_institution
from gateway.demo.world.keys import course_of
from gateway.demo.world.names import Personal
from gateway.demo.world.notifications import Notifications, load_notifications
from gateway.demo.world.people import Bookmark, Certificate, Enrollment, Goal, Learner, User, Verification
from gateway.demo.world.programs import Programs, load_programs
from gateway.demo.world.site import Site
from gateway.demo.world.teams import Teams, load_teams

PASSWORD = "demo"  # noqa: S105 - everybody's, by design


@dataclass(frozen=True, slots=True)
class Masquerade:
    """The target of a masquerade in one course: a person, or an anonymous member of a partition group."""

    role: str = "staff"
    user_name: str | None = None
    user_partition_id: int | None = None
    group_id: int | None = None


@dataclass(slots=True)
class World:
    """All state of the stand-in LMS. Build it with `World.build`."""

    clock: Clock
    site: Site
    courses: dict[str, Course] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    enrollments: dict[tuple[str, str], Enrollment] = field(default_factory=dict)
    learners: dict[tuple[str, str], Learner] = field(default_factory=dict)
    bookmarks: dict[str, dict[str, Bookmark]] = field(default_factory=dict)
    stray_goals: dict[tuple[str, str], Goal] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    masquerades: dict[tuple[str, str], Masquerade] = field(default_factory=dict)
    goal_tokens: dict[str, tuple[str, str]] = field(default_factory=dict)
    programs: Programs = field(default_factory=Programs)
    institution: Institution = field(default_factory=Institution)
    features: Features = field(default_factory=Features)
    email_opt_outs: set[tuple[str, str]] = field(default_factory=set)
    forum: Forum = field(default_factory=Forum)
    entitlements: list[Entitlement] = field(default_factory=list)
    exams: Exams = field(default_factory=Exams)
    teams: Teams = field(default_factory=Teams)
    finished_tours: set[int] = field(default_factory=set)
    personal: Personal = field(default_factory=Personal)
    notifications: Notifications = field(default_factory=Notifications)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @classmethod
    def build(
        cls,
        now: datetime | None = None,
        *,
        blocks: int = 0,
        enrollments: int = 0,
        site: Site | None = None,
        only: Iterable[str] | None = None,
        release: str | None = None,
    ) -> World:
        """A fresh world whose dates are counted from `now` (default: the present).

        `blocks` adds `course-v1:Demo+Large+{blocks}`; `enrollments` adds that many generated courses; alex is
        enrolled in all of them. `only` keeps the named data files of `data/courses/`, and the forum's posts if
        "discussions" is among them (all by default).
        """
        world = cls(Clock(now or datetime.now(UTC)), site or Site())
        world.features.chosen |= RELEASES[release] if release else {}
        wanted = None if only is None else frozenset(only)
        for name, raw in _course_files():
            if wanted is None or name in wanted:
                world._add_course(raw)
        for raw in _data("users.json"):
            world._add_user(raw)
        for raw in _data("enrollments.json"):
            if raw["course"] in world.courses:
                world._add_enrollment(raw)
        if wanted is None or "discussions" in wanted:
            world.forum = load_forum(_data("discussions.json"), world.courses, world.users, world.clock)
        world.entitlements = load_entitlements(_data("entitlements.json"), world.courses, world.users, world.clock)
        world.notifications = load_notifications(_data("notifications.json"), world.users, world.clock.start)
        world.teams = load_teams(_data("teams.json"), world.courses, world.users, world.clock.start)
        world.exams = load_exams(_data("exams.json"), world.courses, world.users, world.clock.start)
        world._add_generated(blocks, enrollments)
        world.courses = dict(sorted(world.courses.items()))
        world.programs = load_programs(_data("programs.json"), world.courses, world.users)
        world._enroll_by_programs()
        world.institution = load_institution(_data("institution.json"), world.courses, world.clock)
        return world

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def course(self, key: str) -> Course | None:
        return self.courses.get(key)

    def course_of(self, usage: str) -> Course | None:
        """The course of a usage key. The run that an old key lacks is the one that has such a block."""
        key = course_of(usage)
        if not key.endswith("/"):
            return self.courses.get(key)
        runs = [course for course in self.courses.values() if course.key.startswith(key)]
        return next((course for course in runs if usage in course.blocks), runs[0] if runs else None)

    def user_by_id(self, user_id: int) -> User | None:
        return next((user for user in self.users.values() if user.id == user_id), None)

    def block(self, usage: str) -> tuple[Course, Block] | None:
        """The block of a usage key and its course, None when either is unknown."""
        course = self.course_of(usage)
        block = course.blocks.get(usage) if course is not None else None
        return (course, block) if course is not None and block is not None else None

    def enrollment(self, user: User | None, course: Course, *, active: bool = True) -> Enrollment | None:
        """The user's enrolment; with `active=False` also one that was given up."""
        row = self.enrollments.get((user.username, course.key)) if user else None
        return row if row is not None and (row.is_active or not active) else None

    def enrollments_of(self, user: User) -> list[Enrollment]:
        """Every row of one user, oldest first (of one moment: the last row first, as the LMS's database has it)."""
        rows = [row for row in self.enrollments.values() if row.user is user]
        return sorted(rows, key=lambda row: (row.created, -row.id))

    def fulfilment(self, entitlement: Entitlement) -> Enrollment | None:
        """The enrolment that fulfils an entitlement."""
        rows = (self.enrollment(entitlement.user, session) for session in entitlement.sessions)
        return next((row for row in rows if row is not None), None)

    def learner(self, user: User | None, course: Course) -> Learner:
        """The learner's data in a course; an empty record for visitors, which is never stored."""
        if user is None:
            return Learner(course)
        key = (user.username, course.key)
        return self.learners.setdefault(key, Learner(course))

    def enroll(self, user: User, course: Course, mode: str, *, created: datetime | None = None) -> Enrollment:
        """Enrols, or reactivates an inactive enrolment, which keeps its creation date."""
        row = self.enrollments.get((user.username, course.key))
        if row is None:
            row = Enrollment(next(self._ids), user, course, mode, created or self.now)
            self.enrollments[user.username, course.key] = row
        row.mode, row.is_active = mode, True
        return row

    def log_in(self, user: User) -> str:
        """A new session id for a user."""
        session_id = secrets.token_urlsafe(24)
        self.sessions[session_id] = user.username
        user.last_login = self.now
        return session_id

    def bookmarks_of(self, user: User) -> dict[str, Bookmark]:
        return self.bookmarks.setdefault(user.username, {})

    def goal_token(self, user: User, course: Course) -> str:
        """The unsubscribe token of a goal reminder e-mail (stable for one user and course)."""
        token = f"goal-{user.username}-{course.key.removeprefix('course-v1:')}"
        self.goal_tokens[token] = (user.username, course.key)
        return token

    def _add_course(self, raw: dict[str, Any]) -> Course:
        course = load_course(raw, self.clock)
        self.courses[course.key] = course
        return course

    def _add_user(self, raw: dict[str, Any]) -> None:
        streak = raw.get("streak", {})
        day = streak.get("last_day")
        username = raw["username"]
        self.users[username] = User(
            id=raw["id"],
            username=username,
            email=f"{username}@demo.example",
            is_staff=raw.get("is_staff", False),
            is_active=raw.get("is_active", True),
            joined=self.clock.start.replace(microsecond=0),
            last_login=self.clock.start,
            profile={
                "name": raw["name"],
                "country": raw.get("country"),
                "year_of_birth": raw["year_of_birth"],
            },
            preferences=dict(raw["preferences"]),
            roles=[(course, role) for course, role in raw.get("roles", [])],
            tours={"course_home_tour_status": "show-new-user-tour", "show_courseware_tour": True},
            verification=self._verification(raw.get("verification")),
            enterprise=raw.get("enterprise"),
            streak_length=streak.get("length", 0),
            streak_day=(self.clock.start + timedelta(days=day)).date() if day is not None else None,
        )

        if name := raw.get("verified_name"):
            self.personal.submit(username, name, raw["name"], self.clock.start).status = "approved"

    def _verification(self, raw: dict[str, str] | None) -> Verification | None:
        made, expires = (self.clock.at(raw["made"]), self.clock.at(raw["expires"])) if raw else (None, None)
        return Verification(made, expires) if made and expires else None

    def _add_enrollment(self, raw: dict[str, Any]) -> None:
        user, course = self.users[raw["user"]], self.courses[raw["course"]]
        created = self.clock.at(raw["created"]) if raw["created"] != "-0d" else self.now
        row = self.enroll(user, course, raw["mode"], created=created)
        row.celebrate_first_section = raw.get("celebrate_first_section")
        learner = self.learner(user, course)
        if goal := raw.get("goal"):
            learner.goal = Goal(**goal)
            self.goal_token(user, course)
        for block_id in raw.get("completed", ()):
            learner.complete_all([leaf for leaf in course.by_id[block_id].leaves if leaf.completable])
        if "completed" in raw:
            learner.touched = self.clock.at(raw.get("touched")) or self.now
        for block_id, earned in raw.get("scores", {}).items():
            learner.score(course.by_id[block_id], earned)
        for block_id in raw.get("bookmarks", ()):
            block = course.by_id[block_id]
            self.bookmarks_of(user)[block.usage] = Bookmark(course, block, self.now)
        if certificate := raw.get("certificate"):
            learner.certificate = Certificate(**certificate, created=self.now)

    def _enroll_by_programs(self) -> None:
        """Enrols people in the courses that they take through a program."""
        for program in self.programs.by_uuid.values():
            for row in program.roster.values():
                for course in (self.courses[key] for key, status in row.courses.items() if status == "active"):
                    if row.user is not None and self.enrollment(row.user, course) is None:
                        self.enroll(row.user, course, "masters")

    def _add_generated(self, blocks: int, enrollments: int) -> None:
        raws = [large_course(blocks)] if blocks else []
        raws += [generated_course(index) for index in range(1, enrollments + 1)]
        alex = self.users["alex"]
        for raw in raws:
            course = self._add_course(raw)
            created = self.clock.start.replace(microsecond=0) - timedelta(days=20)
            self.enroll(alex, course, "verified", created=created).celebrate_first_section = True
            done = course.chapters[: max(1, len(course.chapters) // 3)]
            leaves = [leaf for chapter in done for leaf in chapter.leaves if leaf.completable]
            learner = self.learner(alex, course)
            learner.complete_all(leaves)
            learner.touched = created


@cache
def _data(name: str) -> Any:
    return json.loads(resources.files("gateway.demo").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def _course_files() -> list[tuple[str, dict[str, Any]]]:
    folder = resources.files("gateway.demo").joinpath("data", "courses")
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".json")), key=lambda e: e.name)
    return [(entry.name.removesuffix(".json"), json.loads(entry.read_text(encoding="utf-8"))) for entry in files]
