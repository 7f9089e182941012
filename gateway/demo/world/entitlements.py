"""Entitlements: the right to one run of a course, bought before a run is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.course import Course
from gateway.demo.world.people import User


@dataclass(frozen=True, slots=True)
class Entitlement:
    """It is fulfilled while its owner is enrolled in one of `sessions` (course runs)."""

    uuid: str
    user: User
    sessions: tuple[Course, ...]
    expires: datetime
    change_deadline: datetime
    refundable: bool


def load_entitlements(
    raws: list[dict[str, Any]], courses: Mapping[str, Course], users: Mapping[str, User], clock: Clock
) -> list[Entitlement]:
    """Build from `data/entitlements.json`; an entitlement without any known run is left out."""
    found = []
    for raw in raws:
        sessions = tuple(courses[key] for key in raw["sessions"] if key in courses)
        expires, deadline = clock.at(raw["expires"]), clock.at(raw["change_deadline"])
        if sessions and expires is not None and deadline is not None:
            user = users[raw["user"]]
            found.append(Entitlement(raw["uuid"], user, sessions, expires, deadline, raw["refundable"]))
    return found
