"""Custom scalars. Values from the LMS are validated and normalised before they are returned."""

from datetime import date
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from loaders.keys import is_course_key, is_usage_key, is_uuid
from resolvers.declare.arguments import PROGRAM_TYPES, GlobalKey, block_key, global_key, lms_id
from resolvers.declare.errors import bad_input
from resolvers.values.scalars import date_time, text_of, uuid_text
from resolvers.values.text import instant

CourseKey = NewType("CourseKey", str)
UsageKey = NewType("UsageKey", str)
DateTime = NewType("DateTime", str)
Date = NewType("Date", str)
URL = NewType("URL", str)
HTML = NewType("HTML", str)
UUID = NewType("UUID", str)

_DAY = len("2026-09-24")


def _date(value: Any) -> str:
    text = text_of(value)
    try:
        day = date.fromisoformat(text) if len(text) == _DAY else instant(text).date()
    except ValueError:
        raise GraphQLError("Expected a date from the LMS.") from None
    return day.isoformat()


def _course_key(value: Any) -> str:
    key = lms_id(value, "Course") if isinstance(value, str) else ""
    if not is_course_key(key):
        raise bad_input("Not a course key: expected one such as course-v1:{org}+{number}+{run}.")
    return key


def _usage_key(value: Any) -> str:
    key = block_key(value) if isinstance(value, str) else ""
    if not is_usage_key(key):
        raise bad_input("Not a usage key: expected one such as block-v1:{org}+{number}+{run}+type@{type}+block@{id}.")
    return key


def _uuid(value: Any) -> str:
    key = global_key(value, *PROGRAM_TYPES, "LearningPathway") if isinstance(value, str) else value
    try:
        return key if isinstance(key, GlobalKey) and is_uuid(key) else uuid_text(key)
    except GraphQLError:
        raise bad_input("Not a UUID.") from None


def _instant(value: Any) -> str:
    try:
        return date_time(value)
    except GraphQLError:
        raise bad_input("Not a date and time: expected ISO 8601 with an offset.") from None


def _day(value: Any) -> str:
    try:
        return _date(value)
    except GraphQLError:
        raise bad_input("Not a date: expected YYYY-MM-DD.") from None


SCALARS: dict[object, ScalarDefinition] = {
    CourseKey: strawberry.scalar(
        name="CourseKey",
        description=(
            "Key of a course run, at most 255 characters: `course-v1:{org}+{number}+{run}`, "
            "`ccx-v1:{org}+{number}+{run}+ccx@{id}`, or `{org}/{number}/{run}` of an old course. Letters of any "
            "script are allowed. If the LMS names a library in place of a course, it is the key of the library "
            "(`library-v1:{org}+{library}`, `lib:{org}:{slug}`)."
        ),
        serialize=text_of,
        parse_value=_course_key,
    ),
    UsageKey: strawberry.scalar(
        name="UsageKey",
        description=(
            "Key of a block, at most 255 characters: `block-v1:{org}+{number}+{run}+type@{type}+block@{id}` in a "
            "course, `ccx-block-v1:…` in a custom course, `i4x://{org}/{number}/{type}/{id}` in an old course, "
            "`lib-block-v1:…` and `lb:…` in a library."
        ),
        serialize=text_of,
        parse_value=_usage_key,
    ),
    DateTime: strawberry.scalar(
        name="DateTime",
        description="An instant in UTC, ISO 8601, always with the offset `Z`: `2026-09-24T00:00:00Z`.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=date_time,
        parse_value=_instant,
    ),
    Date: strawberry.scalar(
        name="Date",
        description="A calendar day, ISO 8601: `2026-09-24`.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        serialize=_date,
        parse_value=_day,
    ),
    URL: strawberry.scalar(
        name="URL",
        description="An absolute URL, `http` or `https`. Relative URLs of the LMS are resolved against its "
        "address; URLs of other schemes are not returned.",
        specified_by_url="https://url.spec.whatwg.org/",
        serialize=text_of,
        parse_value=text_of,
    ),
    HTML: strawberry.scalar(
        name="HTML",
        description="A fragment of HTML as the course team wrote it: sanitise it before showing it.",
        specified_by_url="https://html.spec.whatwg.org/",
        serialize=text_of,
        parse_value=text_of,
    ),
    UUID: strawberry.scalar(
        name="UUID",
        description="A UUID in its canonical form, lower case with hyphens.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc9562",
        serialize=uuid_text,
        parse_value=_uuid,
    ),
}
