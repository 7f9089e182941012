"""Programs: rosters by student key, enrolments of a program's course runs, and pathways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gateway.demo.world.course import Course
from gateway.demo.world.people import User

ENROLLMENT_STATUSES = frozenset({"enrolled", "pending", "canceled", "suspended", "ended"})
COURSE_STATUSES = frozenset({"active", "inactive"})
_ACTIVE = frozenset({"enrolled", "pending"})


@dataclass(slots=True)
class ProgramEnrollment:
    """One learner of a program, named by the partner's `student_key`; `user` is None without an account.

    `courses` holds the status (`active` or `inactive`) of each course run taken through the program.
    """

    student_key: str
    status: str
    curriculum_uuid: str
    user: User | None = None
    courses: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Program:
    """A program. `courses` is what the catalogue lists, `curriculum` the runs that count as part of it."""

    uuid: str
    slug: str
    title: str
    type: str
    organization: str
    curriculum_uuid: str
    courses: list[Course]
    curriculum: list[Course]
    settings: dict[str, Any]
    roster: dict[str, ProgramEnrollment] = field(default_factory=dict)

    def enrollment_of(self, user: User, *, active: bool = False) -> ProgramEnrollment | None:
        """The user's row with status `enrolled` (with `active`, `pending` too)."""
        statuses = _ACTIVE if active else {"enrolled"}
        return next((row for row in self.roster.values() if row.user is user and row.status in statuses), None)


@dataclass(slots=True)
class Pathway:
    """A learner pathway: steps of courses and programs, of which `min_requirement` must be complete."""

    id: int
    uuid: str
    title: str
    overview: str
    learners: frozenset[str]
    steps: list[dict[str, Any]]


@dataclass(slots=True)
class Programs:
    """All programs of the installation. `accounts` links student keys to users, `refused` and `grade_errors` hold the
    failures that only a partner's system could cause."""

    by_uuid: dict[str, Program] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    grade_errors: dict[str, str] = field(default_factory=dict)
    bulk_email: frozenset[str] = frozenset()
    pathways: list[Pathway] = field(default_factory=list)
    # Course staff to be, by course: student keys without an account yet.
    pending_staff: dict[str, set[str]] = field(default_factory=dict)

    def student_key(self, user: User, course: Course) -> str | None:
        """The partner's key of a user who takes the course through a program."""
        rows = (row for program in self.by_uuid.values() for row in program.roster.values())
        return next((row.student_key for row in rows if row.user is user and course.key in row.courses), None)


def load_programs(raw: dict[str, Any], courses: Mapping[str, Course], users: Mapping[str, User]) -> Programs:
    """Build from `data/programs.json`; whatever names a course that is not known is left out."""
    programs = Programs(
        accounts=dict(raw["accounts"]),
        refused=dict(raw["refused"]),
        grade_errors=dict(raw["grade_errors"]),
        bulk_email=frozenset(raw["bulk_email"]),
    )
    for one in raw["programs"]:
        if all(key in courses for key in one["courses"]):
            programs.by_uuid[one["uuid"]] = _program(one, programs.accounts, courses, users)
    for one in raw["pathways"]:
        used = [key for step in one["steps"] for key in step.get("courses", ())]
        if all(key in courses for key in used):
            learners = frozenset(one["learners"])
            pathway = Pathway(one["id"], one["uuid"], one["title"], one["overview"], learners, one["steps"])
            programs.pathways.append(pathway)
    return programs


def _program(
    raw: dict[str, Any], accounts: Mapping[str, str], courses: Mapping[str, Course], users: Mapping[str, User]
) -> Program:
    program = Program(
        uuid=raw["uuid"],
        slug=raw["slug"],
        title=raw["title"],
        type=raw["type"],
        organization=raw["organization"],
        curriculum_uuid=raw["curriculum_uuid"],
        courses=[courses[key] for key in raw["courses"]],
        curriculum=[courses[key] for key in raw["curriculum"]],
        settings=raw,
    )
    for row in raw["enrollments"]:
        user = users.get(accounts.get(row["student_key"], ""))
        enrollment = ProgramEnrollment(
            row["student_key"], row["status"], program.curriculum_uuid, user, dict(row.get("courses", {}))
        )
        program.roster[enrollment.student_key] = enrollment
    return program
