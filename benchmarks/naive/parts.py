"""Small GraphQL types, filled from the LMS's JSON by name."""

from collections.abc import Mapping
from typing import Any, NewType, TypeVar

import strawberry
from strawberry.types.scalar import ScalarDefinition

from benchmarks.naive.lms import absolute

CourseKey = NewType("CourseKey", str)
UsageKey = NewType("UsageKey", str)
DateTime = NewType("DateTime", str)
URL = NewType("URL", str)
HTML = NewType("HTML", str)
SCALARS: dict[object, ScalarDefinition] = {
    scalar: strawberry.scalar(name=scalar.__name__, serialize=str, parse_value=str)
    for scalar in (CourseKey, UsageKey, DateTime, URL, HTML)
}

T = TypeVar("T")


def pick(cls: type[T], data: Mapping[str, Any] | None) -> T | None:
    """An instance of a type whose fields are named as in the JSON; URLs are joined."""
    if data is None:
        return None
    return cls(
        **{name: absolute(data.get(name)) if name.endswith("url") else data.get(name) for name in cls.__annotations__}
    )


def pick_all(cls: type[T], rows: list[dict[str, Any]] | None) -> list[T]:
    """A list of instances."""
    return [item for row in rows or () if (item := pick(cls, row)) is not None]


@strawberry.type
class CourseAccess:
    has_access: bool
    error_code: str | None
    developer_message: str | None
    user_message: str | None
    additional_context_user_message: str | None
    user_fragment: HTML | None


@strawberry.type
class CourseTab:
    key: str
    title: str
    url: URL

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "CourseTab":
        return cls(key=data["tab_id"], title=data["title"], url=URL(absolute(data["url"]) or ""))


@strawberry.type
class Celebrations:
    first_section: bool
    streak_length_to_celebrate: int | None
    streak_discount_enabled: bool
    weekly_goal: bool


@strawberry.type
class CourseEnrollment:
    is_active: bool
    mode: str | None


@strawberry.type
class EnrollAlert:
    can_enroll: bool
    extra_text: str | None


@strawberry.type
class AccessExpiration:
    expiration_date: DateTime
    masquerading_expired_course: bool
    upgrade_deadline: DateTime | None
    upgrade_url: URL | None


@strawberry.type
class Offer:
    code: str
    expiration_date: DateTime
    original_price: str
    discounted_price: str
    percentage: int
    upgrade_url: URL


@strawberry.type
class VerifiedMode:
    price: int
    currency: str | None
    currency_symbol: str
    sku: str | None
    upgrade_url: URL | None
    access_expiration_date: DateTime | None


@strawberry.type
class SelectedGoal:
    days_per_week: int
    subscribed_to_reminders: bool


@strawberry.type
class CourseGoals:
    weekly_learning_goal_enabled: bool
    selected_goal: SelectedGoal | None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "CourseGoals":
        return cls(
            weekly_learning_goal_enabled=data["weekly_learning_goal_enabled"],
            selected_goal=pick(SelectedGoal, data["selected_goal"]),
        )


@strawberry.type
class CourseCertificate:
    status: str
    web_view_url: URL | None
    download_url: URL | None
    available_date: DateTime | None

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> "CourseCertificate | None":
        if data is None:
            return None
        return cls(
            status=data["cert_status"],
            web_view_url=absolute(data.get("cert_web_view_url")),  # type: ignore[arg-type]
            download_url=absolute(data.get("download_url")),  # type: ignore[arg-type]
            available_date=data.get("certificate_available_date"),
        )


@strawberry.type
class CourseTool:
    analytics_id: str
    title: str
    url: URL


@strawberry.type
class Resume:
    has_visited_course: bool | None
    url: URL | None


@strawberry.type
class DatesBanner:
    missed_deadlines: bool
    missed_gated_content: bool | None
    content_type_gating_enabled: bool
    verified_upgrade_link: URL | None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "DatesBanner":
        return cls(**data | {"verified_upgrade_link": absolute(data["verified_upgrade_link"])})


@strawberry.type
class CourseDate:
    date: DateTime
    date_type: str
    title: str
    link: URL | None
    link_text: str | None
    complete: bool | None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "CourseDate":
        return cls(
            date=data["date"],
            date_type=data["date_type"],
            title=data["title"],
            link=absolute(data["link"]),  # type: ignore[arg-type]
            link_text=data.get("link_text"),
            complete=data.get("complete"),
        )


@strawberry.type
class UpcomingDates:
    blocks: list[CourseDate]
    tab_link: URL
