"""Personal data other than the profile: pictures, verified names, linked accounts, sent mails."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class VerifiedName:
    """A name that is verified or waits for verification."""

    id: int
    username: str
    created: datetime
    verified_name: str
    profile_name: str
    status: str = "pending"


@dataclass(slots=True)
class Personal:
    """By username: pictures (a version each), whose verified name certificates have, and linked providers. `mails` are
    the confirmations that were sent: to whom, and what for."""

    pictures: dict[str, int] = field(default_factory=dict)
    names: list[VerifiedName] = field(default_factory=list)
    on_certificates: set[str] = field(default_factory=set)
    linked: dict[str, set[str]] = field(default_factory=lambda: {"alex": {"oa2-bookshelf"}})
    mails: list[tuple[str, str]] = field(default_factory=list)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def names_of(self, username: str) -> list[VerifiedName]:
        """Newest first."""
        return [one for one in reversed(self.names) if one.username == username]

    def submit(self, username: str, verified_name: str, profile_name: str, now: datetime) -> VerifiedName:
        """A new record each time."""
        name = VerifiedName(next(self._ids), username, now, verified_name, profile_name)
        self.names.append(name)
        return name
