"""Date-times of the LMS: in UTC with or without an offset, in fields and in computed values."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.values.text import instant
from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY

QUERY = "query($key: CourseKey!) { course(key: $key) { start end isStarted isArchived } }"
PAST, FUTURE = "2020-01-01", "2999-01-01"
FORMS = {
    "{}T10:00:00": "{}T10:00:00Z",
    "{}T10:00:00Z": "{}T10:00:00Z",
    "{}t10:00:00z": "{}T10:00:00Z",
    "{} 10:00:00": "{}T10:00:00Z",
    "{}T12:00:00+02:00": "{}T10:00:00Z",
    "{}T12:00:00+0200": "{}T10:00:00Z",
    "{}T10:00:00.250": "{}T10:00:00.250000Z",
    "{}T10:00:00.123456789": "{}T10:00:00.123456Z",
    "{}": "{}T00:00:00Z",
}


@pytest.mark.parametrize("compile_", [True, False])
def test_values_derived_from_an_instant_agree_with_its_field(lms: DemoLms, compile_: bool) -> None:
    sent: dict[str, Any] = {}

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, **sent} if "/courses/v1/courses/" in path else body

    with changed(lms, change, compile=compile_, shared_cache_bytes=0) as client:
        for form, shown in FORMS.items():
            for start, end in ((PAST, FUTURE), (PAST, PAST), (FUTURE, FUTURE)):
                sent.update(start=form.format(start), end=form.format(end))
                answer = ask(client, QUERY, {"key": KEY})
                assert answer == {
                    "data": {
                        "course": {
                            "start": shown.format(start),
                            "end": shown.format(end),
                            "isStarted": start == PAST,
                            "isArchived": end == PAST,
                        }
                    }
                }, form


@pytest.mark.parametrize("odd", ["soon", "", "2026-13-01", "2026-02-30T00:00:00Z", 1767225600])
def test_an_invalid_instant_is_an_error_at_each_field(lms: DemoLms, odd: Any) -> None:
    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "start": odd} if "/courses/v1/courses/" in path else body

    answers = []
    for compile_ in (True, False):
        with changed(lms, change, compile=compile_) as client:
            answers.append(ask(client, "{ course(key: $k) { end start isStarted } }".replace("$k", f'"{KEY}"')))
    for answer in answers:
        paths = sorted(error["path"] for error in answer["errors"])
        assert paths == [["course", "isStarted"], ["course", "start"]]
        assert {error["extensions"]["code"] for error in answer["errors"]} == {"UPSTREAM_INVALID"}
    assert answers[0]["data"] == answers[1]["data"]


@given(st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001  # bounds are naive
def test_an_offset_counts_and_none_is_utc(moment: datetime, minutes: int) -> None:
    assert instant(moment.isoformat()) == moment.replace(tzinfo=UTC)
    sign, hours, rest = ("-" if minutes < 0 else "+"), abs(minutes) // 60, abs(minutes) % 60
    assert instant(f"{moment.isoformat()}{sign}{hours:02}{rest:02}") == moment.replace(tzinfo=UTC) - timedelta(
        minutes=minutes
    )
