"""What staff keep about the installation: organisations, credit, live sessions, embargoes, invitations, cohorts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_address, ip_network
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
class Invitation:
    """Somebody may enrol (`auto_enroll`: is enrolled) as soon as the e-mail address has an account."""

    email: str
    course_key: str
    auto_enroll: bool
    created: datetime


@dataclass(slots=True)
class Institution:
    """Staff state. Cohorts are user names by course and cohort id; `credit_requests` by (user, course, provider)."""

    organizations: dict[str, dict[str, Any]] = field(default_factory=dict)
    credit_courses: dict[str, CreditCourse] = field(default_factory=dict)
    credit_providers: dict[str, dict[str, Any]] = field(default_factory=dict)
    credit_requests: dict[tuple[str, str, str], str] = field(default_factory=dict)
    live: dict[str, dict[str, Any]] = field(default_factory=dict)
    embargoes: list[tuple[str, str]] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    cohorts: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def is_embargoed(self, course_key: str, address: str) -> bool:
        """Whether the course is closed to that address; no address is never embargoed.

        Raises ValueError for a text that is no IP address.
        """
        if not address:
            return False
        caller = ip_address(address)
        return any(key == course_key and caller in ip_network(network) for key, network in self.embargoes)


def load_institution(raw: dict[str, Any], known: Mapping[str, Course], clock: Clock) -> Institution:
    """Build from `data/institution.json`; whatever names a course that is not known is left out."""
    now = clock.now()
    orgs = {course.org for course in known.values()}
    institution = Institution(
        credit_providers={provider["id"]: provider for provider in raw["credit_providers"]},
        live={key: dict(row) for key, row in raw["live"].items() if key in known},
        embargoes=[(row["course"], row["network"]) for row in raw["embargoes"] if row["course"] in known],
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
    for row in raw["enrollments_allowed"]:
        created = clock.at(row["created"])
        if row["course"] in known and created is not None:
            institution.invitations.append(Invitation(row["email"], row["course"], row["auto_enroll"], created))
    return institution
