"""Special exams: timed and proctored ones, and learners' attempts at them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from gateway.demo.world.course import Block, Course
from gateway.demo.world.people import User

RUNNING = frozenset({"started", "ready_to_submit"})
ENDED = frozenset({"submitted", "declined", "timed_out", "error", "expired", "verified", "rejected"})


@dataclass(frozen=True, slots=True)
class Exam:
    """The exam that a sequential is."""

    id: int
    course: Course
    block: Block
    minutes: int
    proctored: bool = False
    practice: bool = False
    backend: str | None = None
    review_policy: str | None = None

    @property
    def type(self) -> str:
        if self.practice:
            return "onboarding" if self.proctored else "practice"
        return "proctored" if self.proctored else "timed"

    def is_past_due(self, now: datetime) -> bool:
        return self.block.due is not None and now > self.block.due


@dataclass(slots=True)
class Attempt:
    """One learner's attempt at an exam. It has a clock from its start on."""

    id: int
    exam: Exam
    user: User
    status: str = "created"
    started: datetime | None = None

    def seconds_left(self, now: datetime) -> float:
        allowed = timedelta(minutes=self.exam.minutes)
        if self.started is None:
            return allowed.total_seconds()
        return max(0.0, (self.started + allowed - now).total_seconds())

    def close_if_over(self, now: datetime) -> None:
        """What every read of an attempt does: one whose time is over is submitted."""
        if self.status in RUNNING and self.seconds_left(now) == 0:
            self.status = "submitted"


@dataclass(slots=True)
class Exams:
    """All exams and attempts."""

    by_id: dict[int, Exam] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(70))

    def of_block(self, usage: str) -> Exam | None:
        return next((exam for exam in self.by_id.values() if exam.block.usage == usage), None)

    def begin(self, exam: Exam, user: User) -> Attempt:
        attempt = Attempt(next(self._ids), exam, user)
        self.attempts.append(attempt)
        return attempt

    def attempt(self, attempt_id: int) -> Attempt | None:
        return next((one for one in self.attempts if one.id == attempt_id), None)

    def latest(self, exam: Exam, user: User) -> Attempt | None:
        found = [one for one in self.attempts if one.exam is exam and one.user is user]
        return found[-1] if found else None

    def running(self, user: User) -> Attempt | None:
        return next((one for one in self.attempts if one.user is user and one.status in RUNNING), None)


def load_exams(
    raws: list[dict[str, Any]], courses: Mapping[str, Course], users: Mapping[str, User], now: datetime
) -> Exams:
    """Build from `data/exams.json`; casey has been at the first exam for ten minutes."""
    exams = Exams()
    for raw in raws:
        course = courses.get(raw["course"])
        if course is not None:
            rest = {name: raw[name] for name in ("proctored", "practice", "backend", "review_policy") if name in raw}
            exam = Exam(raw["id"], course, course.by_id[raw["block"]], raw["minutes"], **rest)
            exams.by_id[exam.id] = exam
    if 1 in exams.by_id:
        attempt = exams.begin(exams.by_id[1], users["casey"])
        attempt.status, attempt.started = "started", now - timedelta(minutes=10)
    return exams
