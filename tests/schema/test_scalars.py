"""Scalars: one output format, and only unambiguous input."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st

from resolvers.values.scalars import date_time
from schema.scalars import SCALARS

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS)  # noqa: DTZ001  # bounds are naive


DEFINITIONS = {definition.name: definition for definition in SCALARS.values()}


def serialize(name: str, value: Any) -> Any:
    """The serialized form of an LMS value."""
    written = DEFINITIONS[name].serialize
    assert written is not None
    return written(value)


def parse(name: str, value: Any) -> Any:
    """The parsed form of a client's value."""
    read = DEFINITIONS[name].parse_value
    assert read is not None
    return read(value)


@given(INSTANTS)
def test_date_time_is_the_same_instant_in_utc(instant: datetime) -> None:
    shown = date_time(instant.isoformat())
    assert shown.endswith("Z")
    assert datetime.fromisoformat(shown) == instant
    assert date_time(shown) == shown


@given(INSTANTS)
def test_date_time_of_the_lms_is_left_as_it_is(instant: datetime) -> None:
    text = instant.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    assert date_time(text) == text


def test_date_time_without_an_offset_is_utc() -> None:
    assert date_time("2026-09-24T10:00:00") == "2026-09-24T10:00:00Z"
    assert date_time("2026-09-24T10:00:00.250000+02:00") == "2026-09-24T08:00:00.250000Z"


@pytest.mark.parametrize("value", [None, 7, "", "soon", "2026-13-01T00:00:00+00:00", "24.09.2026", b"2026", []])
@pytest.mark.parametrize("name", ["DateTime", "Date"])
def test_no_time_at_all(name: str, value: Any) -> None:
    with pytest.raises(GraphQLError):
        serialize(name, value)
    with pytest.raises(GraphQLError) as refused:
        parse(name, value)
    assert (refused.value.extensions or {})["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_time_outside_of_the_years_of_utc(value: str) -> None:
    with pytest.raises(GraphQLError):
        serialize("DateTime", value)
    with pytest.raises(GraphQLError):
        parse("DateTime", value)


@pytest.mark.parametrize("value", ["2026-13-01T00:00:00Z", "yyyy-mm-ddThh:mm:ssZ", "2026-02-30T00:00:00Z"])
def test_texts_that_only_look_like_a_time_are_refused(value: str) -> None:
    with pytest.raises(GraphQLError):
        parse("DateTime", value)


@pytest.mark.parametrize("name", ["URL", "HTML", "CourseKey", "UsageKey", "UUID"])
@pytest.mark.parametrize("value", [None, 7, True, ["a"], {"a": 1}])
def test_values_that_are_not_texts(name: str, value: Any) -> None:
    with pytest.raises(GraphQLError):
        serialize(name, value)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("UUID", "0B0F8F4F7D1E4A0F9A5A2B4C6D8E0F12", "0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12"),
        ("UUID", "{0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12}", "0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12"),
        ("CourseKey", "course-v1:a+b+c", "course-v1:a+b+c"),
        ("UsageKey", "block-v1:a+b+c+type@d+block@e", "block-v1:a+b+c+type@d+block@e"),
        ("UsageKey", "block-v1:a+b+c+type@d+block@\u00e9%2f", "block-v1:a+b+c+type@d+block@\u00e9%2f"),
        ("UsageKey", "i4x://a/b/c/d%20e", "i4x://a/b/c/d%20e"),
        ("DateTime", "2026-09-24T10:00:00+02:00", "2026-09-24T08:00:00Z"),
        ("Date", "2026-09-24", "2026-09-24"),
    ],
)
def test_accepted_values(name: str, value: str, expected: str) -> None:
    assert parse(name, value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UUID", "nonsense"),
        ("UUID", 7),
        ("CourseKey", "course-v1:a+b"),
        ("CourseKey", 7),
        ("UsageKey", "course-v1:a+b+c"),
        ("UsageKey", "block-v1:a+b+c+type@../x+block@e"),
        ("UsageKey", "block-v1:a+b+c+type@d+block@e\r\nX: 1"),
        ("UsageKey", "block-v1:a+b+c+type@d+block@e\u202e"),
        ("UsageKey", "block-v1:a+b+c+type@d+block@" + "e" * 10_000),
    ],
)
def test_what_is_refused(name: str, value: Any) -> None:
    with pytest.raises(GraphQLError) as refused:
        parse(name, value)
    assert (refused.value.extensions or {})["code"] == "BAD_USER_INPUT"
    assert len(refused.value.message) < 200


@given(st.text())
def test_no_text_breaks_a_scalar(text: str) -> None:
    with suppress(GraphQLError):
        assert datetime.fromisoformat(parse("DateTime", text)).tzinfo is not None
