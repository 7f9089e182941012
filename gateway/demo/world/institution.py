"""Data that staff maintain: organisations, credit, live sessions, cohorts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.course import Course


@dataclass(slots=True)
class CreditCourse:
    """A course that can be turned into credit: who is eligible, until when, at which providers."""

    enabled: bool
    deadline: datetime | None = None
    eligible: list[str] = field(default_factory=list)
    providers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Institution:
    """Staff state. Cohorts are user names by course and cohort id; `credit_requests` by (user, course, provider)."""

    organizations: dict[str, dict[str, Any]] = field(default_factory=dict)
    credit_courses: dict[str, CreditCourse] = field(default_factory=dict)
    credit_providers: dict[str, dict[str, Any]] = field(default_factory=dict)
    credit_requests: dict[tuple[str, str, str], str] = field(default_factory=dict)
    live: dict[str, dict[str, Any]] = field(default_factory=dict)
    cohorts: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def load_institution(raw: dict[str, Any], known: Mapping[str, Course], clock: Clock) -> Institution:
    """Build from `data/institution.json`; whatever names a course that is not known is left out."""
    now = clock.now()
    orgs = {course.org for course in known.values()}
    institution = Institution(
        credit_providers={provider["id"]: provider for provider in raw["credit_providers"]},
        live={key: dict(row) for key, row in raw["live"].items() if key in known},
        cohorts={key: dict(rows) for key, rows in raw["cohorts"].items() if key in known},
    )
    for row in raw["organizations"]:
        if row["short_name"] in orgs:
            stamps = {"created": now, "modified": now}
            institution.organizations[row["short_name"]] = {**row, **stamps, "description": None, "logo": None}
    for key, row in raw["credit_courses"].items():
        if key in known:
            deadline = clock.at(row["deadline"])
            course = CreditCourse(True, deadline, list(row["eligible"]), list(row["providers"]))
            institution.credit_courses[key] = course
    return institution
