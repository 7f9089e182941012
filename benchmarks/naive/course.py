"""The course: every field calls the loader of its endpoint."""

import base64
from collections.abc import Callable
from typing import Any

import strawberry

from benchmarks.naive.lms import Lms, absolute
from benchmarks.naive.outline import Outline
from benchmarks.naive.parts import (
    HTML,
    AccessExpiration,
    Celebrations,
    CourseAccess,
    CourseCertificate,
    CourseDate,
    CourseEnrollment,
    CourseGoals,
    CourseKey,
    CourseTab,
    CourseTool,
    DatesBanner,
    DateTime,
    EnrollAlert,
    Offer,
    Resume,
    UpcomingDates,
    VerifiedMode,
    pick,
    pick_all,
)
from benchmarks.naive.progress import Progress

Info = strawberry.Info[dict[str, Any], None]


def lms(info: Info) -> Lms:
    """The request's loaders."""
    loaders: Lms = info.context["lms"]
    return loaders


def from_metadata(name: str, convert: Callable[[Any], Any] = lambda value: value) -> Any:
    """A field of course_home/course_metadata."""

    async def resolve(root: strawberry.Parent[Any], info: Info) -> Any:
        return convert((await lms(info).metadata(root.key))[name])

    return strawberry.field(resolver=resolve)


def from_outline(name: str, convert: Callable[[Any], Any] = lambda value: value) -> Any:
    """A field of course_home/outline."""

    async def resolve(root: strawberry.Parent[Any], info: Info) -> Any:
        return convert((await lms(info).outline(root.key))[name])

    return strawberry.field(resolver=resolve)


def _tabs(rows: list[dict[str, Any]]) -> list[CourseTab]:
    return [CourseTab.from_json(row) for row in rows]


def _upcoming(data: dict[str, Any]) -> UpcomingDates:
    blocks = [CourseDate.from_json(row) for row in data["course_date_blocks"]]
    return UpcomingDates(blocks=blocks, tab_link=absolute(data["dates_tab_link"]))  # type: ignore[arg-type]


def to(cls: type[Any]) -> Callable[[Any], Any]:
    """A converter to a type whose fields are named as in the JSON."""
    return lambda data: pick(cls, data)


@strawberry.type
class Course:
    key: CourseKey

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(base64.urlsafe_b64encode(f"Course:{self.key}".encode()).decode().rstrip("="))

    title: str | None = from_metadata("title")
    number: str | None = from_metadata("number")
    org: str | None = from_metadata("org")
    start: DateTime | None = from_metadata("start")
    is_self_paced: bool | None = from_metadata("is_self_paced")
    is_staff: bool | None = from_metadata("is_staff")
    original_user_is_staff: bool | None = from_metadata("original_user_is_staff")
    can_view_certificate: bool | None = from_metadata("can_view_certificate")
    access: CourseAccess | None = from_metadata("course_access", to(CourseAccess))
    tabs: list[CourseTab] | None = from_metadata("tabs", _tabs)
    celebrations: Celebrations | None = from_metadata("celebrations", to(Celebrations))
    verified_mode: VerifiedMode | None = from_metadata("verified_mode", to(VerifiedMode))
    has_ended: bool | None = from_outline("has_ended")
    enroll_alert: EnrollAlert | None = from_outline("enroll_alert", to(EnrollAlert))
    access_expiration: AccessExpiration | None = from_outline("access_expiration", to(AccessExpiration))
    offer: Offer | None = from_outline("offer", to(Offer))
    goals: CourseGoals | None = from_outline("course_goals", CourseGoals.from_json)
    certificate: CourseCertificate | None = from_outline("cert_data", CourseCertificate.from_json)
    user_has_passing_grade: bool | None = from_outline("user_has_passing_grade")
    tools: list[CourseTool] | None = from_outline("course_tools", lambda rows: pick_all(CourseTool, rows))
    resume: Resume | None = from_outline("resume_course", to(Resume))
    handouts_html: HTML | None = from_outline("handouts_html")
    welcome_message_html: HTML | None = from_outline("welcome_message_html")
    dates_banner: DatesBanner | None = from_outline("dates_banner_info", DatesBanner.from_json)
    outline: Outline | None = from_outline("course_blocks", Outline.from_json)
    upcoming_dates: UpcomingDates | None = from_outline("dates_widget", _upcoming)

    @strawberry.field
    async def is_masquerading(self, info: Info) -> bool | None:
        data = await lms(info).metadata(self.key)
        return data["original_user_is_staff"] and not data["is_staff"]

    @strawberry.field
    async def enrollment(self, info: Info) -> CourseEnrollment | None:
        enrolled = (await lms(info).metadata(self.key))["is_enrolled"]
        if not enrolled:
            return None
        mode = (await lms(info).outline(self.key))["enrollment_mode"]
        return CourseEnrollment(is_active=enrolled, mode=mode)

    @strawberry.field
    async def progress(self, info: Info, student_id: strawberry.ID | None = None) -> Progress | None:
        return Progress.from_json(await lms(info).progress(self.key))
