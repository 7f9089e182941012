"""Time in the demo world: every date is an offset from the moment the world was built."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_OFFSET = re.compile(r"(?P<days>[+-]\d+)d(?: (?P<hour>\d\d):(?P<minute>\d\d))?\Z")
_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(slots=True)
class Clock:
    """The world's time: `start` at the beginning, then running with the real clock."""

    start: datetime
    _started: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=time.monotonic() - self._started)

    def at(self, offset: str | None) -> datetime | None:
        """`"-58d 00:00"` is a day and a clock time (UTC); `"-40d"` keeps the start's own clock time."""
        if offset is None:
            return None
        match = _OFFSET.match(offset)
        if match is None:
            raise ValueError(f"not a day offset: {offset!r}")
        moment = self.start.replace(microsecond=0) + timedelta(days=int(match["days"]))
        if match["hour"] is not None:
            moment = moment.replace(hour=int(match["hour"]), minute=int(match["minute"]), second=0)
        return moment


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 as Django REST framework writes it: `Z`, microseconds only when there are any."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def short_date(moment: datetime) -> str:
    """`Sept. 24, 2026`: Django's default date format."""
    return f"{_MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def spoken_date(moment: datetime) -> str:
    """`February 11, 2027`."""
    return f"{moment:%B %d, %Y}"


def abbreviated_date(moment: datetime) -> str:
    """`Nov 09, 2026`."""
    return f"{moment:%b %d, %Y}"
