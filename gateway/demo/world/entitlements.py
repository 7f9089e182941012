"""Entitlements: the right to one run of a course, bought before a run is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gateway.demo.world.course import Course
from gateway.demo.world.people import Enrollment, User

if TYPE_CHECKING:
    from gateway.demo.world.world import World


@dataclass(frozen=True, slots=True)
class Entitlement:
    """It is fulfilled while its owner is enrolled in one of `sessions` (course runs)."""

    uuid: str
    user: User
    sessions: tuple[Course, ...]
    expires: datetime
    change_deadline: datetime
    refundable: bool

    def fulfilled_by(self, world: World) -> Enrollment | None:
        rows = (world.enrollment(self.user, session) for session in self.sessions)
        return next((row for row in rows if row is not None), None)


def load_entitlements(raws: list[dict[str, Any]], world: World) -> list[Entitlement]:
    """Build from `data/entitlements.json`; an entitlement without any known run is left out."""
    found = []
    for raw in raws:
        sessions = tuple(world.courses[key] for key in raw["sessions"] if key in world.courses)
        expires, deadline = world.clock.at(raw["expires"]), world.clock.at(raw["change_deadline"])
        if sessions and expires is not None and deadline is not None:
            user = world.users[raw["user"]]
            found.append(Entitlement(raw["uuid"], user, sessions, expires, deadline, raw["refundable"]))
    return found
