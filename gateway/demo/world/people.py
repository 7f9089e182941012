"""People: accounts, preferences, roles, and what a learner has done in one course."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from gateway.demo.world.course import Block, Course


@dataclass(frozen=True, slots=True)
class Verification:
    """A proof of identity that was accepted."""

    made: datetime
    expires: datetime

    def status(self, now: datetime) -> str:
        return "approved" if now < self.expires else "expired"


@dataclass(slots=True)
class User:
    """An account. `profile` holds the fields a PATCH may change; `is_active` says that the e-mail is confirmed.
    `enterprise` is the name of the one that manages the account."""

    id: int
    username: str
    email: str
    is_staff: bool
    joined: datetime
    last_login: datetime
    profile: dict[str, Any]
    preferences: dict[str, str]
    roles: list[tuple[str, str]]
    tours: dict[str, Any]
    is_active: bool = True
    verification: Verification | None = None
    enterprise: str | None = None
    streak_length: int = 0
    streak_day: date | None = None
    activity_days: set[date] = field(default_factory=set)
    course_activity: dict[str, set[date]] = field(default_factory=dict)

    def verification_status(self, now: datetime) -> str:
        return self.verification.status(now) if self.verification else "none"

    def record_activity(self, course_key: str, today: date) -> None:
        """The LMS stores one row a learner, course and day when certain pages are read."""
        self.activity_days.add(today)
        self.course_activity.setdefault(course_key, set()).add(today)

    def advance_streak(self, today: date, celebrated_at: int = 3) -> int | None:
        """Move the streak to `today`; the length to celebrate, non-null for the first caller of that day only."""
        if self.streak_day == today:
            return None
        follows = self.streak_day is not None and (today - self.streak_day).days == 1
        self.streak_length = self.streak_length + 1 if follows else 1
        self.streak_day = today
        return self.streak_length if self.streak_length == celebrated_at else None


@dataclass(slots=True)
class Certificate:
    """A generated certificate; `grade` is the text the LMS stored."""

    uuid: str
    grade: str
    status: str
    mode: str
    created: datetime

    @property
    def url(self) -> str:
        return f"/certificates/{self.uuid}"


@dataclass(slots=True)
class Enrollment:
    """One row of the enrolment table; it stays, inactive, after unenrolling."""

    id: int
    user: User
    course: Course
    mode: str
    created: datetime
    is_active: bool = True
    schedule_start: datetime | None = None
    celebrate_first_section: bool | None = None
    celebrate_weekly_goal: bool = False

    @property
    def schedule(self) -> datetime:
        """Where this learner's relative due dates are counted from: the later of enrolment and course start."""
        if self.schedule_start is not None:
            return self.schedule_start
        return max(self.created, self.course.start) if self.course.start else self.created


@dataclass(slots=True)
class Goal:
    """A weekly learning goal."""

    days_per_week: int
    subscribed_to_reminders: bool


@dataclass(slots=True)
class Bookmark:
    """A bookmarked block."""

    course: Course
    block: Block
    created: datetime


@dataclass(slots=True)
class Override:
    """A grade that staff gave for a whole sequential, instead of the one its problems add up to."""

    earned_all: float
    possible_all: float
    earned_graded: float
    possible_graded: float
    reason: str | None
    created: datetime
    system: str = "GRADEBOOK"


@dataclass(slots=True)
class Learner:
    """The data of one person in one course. `done` holds every complete block, leaves and containers alike."""

    course: Course
    completion: dict[str, float] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    last: Block | None = None
    scores: dict[str, float] = field(default_factory=dict)
    attempted: set[str] = field(default_factory=set)
    # By sequential, oldest first; the last one counts.
    overrides: dict[str, list[Override]] = field(default_factory=dict)
    goal: Goal | None = None
    dismissed_welcome: bool = False
    positions: dict[str, int] = field(default_factory=dict)
    # When something was last completed, and when the mobile app last stored a position.
    touched: datetime | None = None
    visited: datetime | None = None
    signed: datetime | None = None
    certificate: Certificate | None = None

    def complete(self, block: Block, value: float = 1.0) -> None:
        """Store the completion of a leaf, and with it of every container it belongs to."""
        self.completion[block.usage] = value
        self.last = block
        _mark(self.done, block.usage, value >= 1.0)
        for container in block.ancestors():
            counted = [leaf for leaf in container.leaves if leaf.completable]
            _mark(self.done, container.usage, bool(counted) and all(leaf.usage in self.done for leaf in counted))

    def complete_all(self, leaves: list[Block]) -> None:
        """Complete many leaves at once: containers are judged once, at the end."""
        for leaf in leaves:
            self.completion[leaf.usage] = 1.0
            self.done.add(leaf.usage)
            self.last = leaf
        for container in reversed(self.course.post_order):
            counted = [leaf for leaf in container.leaves if leaf.completable]
            if container.children and counted and all(leaf.usage in self.done for leaf in counted):
                self.done.add(container.usage)

    def score(self, block: Block, earned: float) -> None:
        self.scores[block.usage] = earned
        self.attempted.add(block.usage)


def _mark(done: set[str], usage: str, is_done: bool) -> None:
    if is_done:
        done.add(usage)
    else:
        done.discard(usage)
