"""The viewer and their dashboard."""

import base64
import re
from typing import Any

import strawberry

from benchmarks.naive.course import Info, lms
from benchmarks.naive.lms import absolute
from benchmarks.naive.parts import URL, CourseKey, DateTime

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


@strawberry.type
class EmailConfirmation:
    is_needed: bool
    send_email_url: URL | None


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class CardCourse:
    key: CourseKey
    title: str | None
    number: str | None
    org: str | None
    start: DateTime | None
    end: DateTime | None
    banner_image_url: URL | None
    home_url: URL | None
    social_share_url: URL | None
    is_started: bool | None
    is_archived: bool | None
    min_passing_grade: float | None


@strawberry.type
class CardCertificate:
    status: str | None
    is_earned: bool
    is_downloadable: bool
    is_restricted: bool
    available_date: DateTime | None
    preview_url: URL | None


@strawberry.type
class GradeData:
    is_passing: bool


@strawberry.type
class RelatedProgram:
    uuid: str | None
    title: str
    url: URL | None
    type: str | None


@strawberry.type
class Entitlement:
    uuid: str
    is_fulfilled: bool
    is_expired: bool
    expiration_date: DateTime | None
    can_view_course: bool | None


@strawberry.type
class Credit:
    is_eligible: bool | None
    purchased: bool | None
    request_status: str | None
    provider_name: str | None
    error: bool | None


@strawberry.type
class Enrollment:
    mode: str | None
    is_active: bool
    is_verified: bool
    is_audit: bool
    is_audit_access_expired: bool
    can_upgrade: bool
    has_started: bool
    created: DateTime | None
    access_expiration_date: DateTime | None
    is_email_enabled: bool
    resume_url: URL | None
    course: CardCourse
    certificate: CardCertificate | None
    grade_data: GradeData | None
    programs: list[RelatedProgram]
    entitlement: Entitlement | None
    credit: Credit | None

    @classmethod
    def from_json(cls, card: dict[str, Any]) -> "Enrollment":
        run, enrollment = card["courseRun"], card["enrollment"]
        return cls(
            mode=enrollment["mode"],
            is_active=enrollment["isEnrolled"],
            is_verified=enrollment["isVerified"],
            is_audit=enrollment["isAudit"],
            is_audit_access_expired=enrollment["isAuditAccessExpired"],
            can_upgrade=enrollment["canUpgrade"],
            has_started=enrollment["hasStarted"],
            created=enrollment["lastEnrolled"],
            access_expiration_date=enrollment["accessExpirationDate"],
            is_email_enabled=enrollment["isEmailEnabled"],
            resume_url=absolute(run["resumeUrl"]),  # type: ignore[arg-type]
            course=_course(card),
            certificate=_certificate(card["certificate"]),
            grade_data=card["gradeData"] and GradeData(is_passing=card["gradeData"]["isPassing"]),
            programs=[_program(program) for program in card["programs"]["relatedPrograms"]],
            entitlement=_entitlement(card["entitlement"]),
            credit=_credit(card["credit"]),
        )


def _course(card: dict[str, Any]) -> CardCourse:
    run, course = card["courseRun"], card["course"]
    return CardCourse(
        key=run["courseId"],
        title=course["courseName"],
        number=course["courseNumber"],
        org=card["courseProvider"]["name"],
        start=run["startDate"],
        end=run["endDate"],
        banner_image_url=absolute(course["bannerImgSrc"]),  # type: ignore[arg-type]
        home_url=absolute(run["homeUrl"]),  # type: ignore[arg-type]
        social_share_url=absolute(course["socialShareUrl"]),  # type: ignore[arg-type]
        is_started=run["isStarted"],
        is_archived=run["isArchived"],
        min_passing_grade=float(run["minPassingGrade"]),
    )


def _certificate(data: dict[str, Any] | None) -> CardCertificate | None:
    return data and CardCertificate(  # type: ignore[return-value]
        status=_status(data),
        is_earned=data["isEarned"],
        is_downloadable=data["isDownloadable"],
        is_restricted=data["isRestricted"],
        available_date=data["availableDate"],
        preview_url=absolute(data["certPreviewUrl"]),  # type: ignore[arg-type]
    )


def _status(data: dict[str, Any]) -> str:
    if data["isRestricted"]:
        return "restricted"
    if data["isDownloadable"]:
        return "downloadable"
    return "earned_but_not_available" if data["isEarned"] else "notpassing"


def _program(data: dict[str, Any]) -> RelatedProgram:
    url = absolute(data["programUrl"])
    return RelatedProgram(
        uuid=_UUID.findall(url)[0] if url else None,
        title=data["title"],
        url=url,  # type: ignore[arg-type]
        type=data["programType"],
    )


def _entitlement(data: dict[str, Any]) -> Entitlement | None:
    return (
        Entitlement(
            uuid=data["uuid"],
            is_fulfilled=data["isFulfilled"],
            is_expired=data["isExpired"],
            expiration_date=data["expirationDate"],
            can_view_course=data["isFulfilled"],
        )
        if data
        else None
    )


def _credit(data: dict[str, Any]) -> Credit | None:
    return (
        Credit(
            is_eligible=True,
            purchased=data["purchased"],
            request_status=data["requestStatus"],
            provider_name=data["providerName"],
            error=data["error"],
        )
        if data
        else None
    )


@strawberry.type
class EnrollmentEdge:
    cursor: str
    node: Enrollment


@strawberry.type
class EnrollmentConnection:
    page_info: PageInfo
    total_count: int | None
    edges: list[EnrollmentEdge]


def _cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"offset:{offset}".encode()).decode().rstrip("=")


@strawberry.type
class Viewer:
    @strawberry.field
    async def is_authenticated(self, info: Info) -> bool:
        return (await lms(info).me())["username"] is not None

    @strawberry.field
    async def username(self, info: Info) -> str | None:
        name: str | None = (await lms(info).me())["username"]
        return name

    @strawberry.field
    async def timezone(self, info: Info) -> str | None:
        timezone: str | None = (await lms(info).preferences()).get("time_zone")
        return timezone

    @strawberry.field
    async def email_confirmation(self, info: Info) -> EmailConfirmation:
        data = (await lms(info).home())["emailConfirmation"]
        return EmailConfirmation(is_needed=data["isNeeded"], send_email_url=absolute(data["sendEmailUrl"]))  # type: ignore[arg-type]

    @strawberry.field
    async def enrollments(self, info: Info, first: int = 25, after: str | None = None) -> EnrollmentConnection:
        cards = [card for card in (await lms(info).home())["courses"] if card["courseRun"]]
        start = int(base64.urlsafe_b64decode(after + "==").decode().removeprefix("offset:")) + 1 if after else 0
        shown = cards[start : start + first]
        edges = [
            EnrollmentEdge(
                cursor=_cursor(start + index),
                node=Enrollment.from_json(card),
            )
            for index, card in enumerate(shown)
        ]
        return EnrollmentConnection(
            page_info=PageInfo(
                has_next_page=start + first < len(cards), end_cursor=edges[-1].cursor if edges else None
            ),
            total_count=len(cards),
            edges=edges,
        )
