"""The hand-written dashboard: one call."""

import base64
import re
from typing import Any

import msgspec

from benchmarks.floor.lms import Lms
from benchmarks.floor.shapes import absolute


class Confirmation(msgspec.Struct, gc=False, rename="camel"):
    is_needed: bool
    send_email_url: str | None


class CardCourse(msgspec.Struct, gc=False, rename="camel"):
    course_name: str
    course_number: str
    banner_img_src: str | None
    social_share_url: str | None


class Provider(msgspec.Struct, gc=False):
    name: str


class Run(msgspec.Struct, gc=False, rename="camel"):
    course_id: str
    is_started: bool
    is_archived: bool
    min_passing_grade: str
    start_date: str | None
    end_date: str | None
    home_url: str | None
    resume_url: str | None


class CardEnrollment(msgspec.Struct, gc=False, rename="camel"):
    mode: str | None
    is_enrolled: bool
    is_verified: bool
    is_audit: bool
    is_audit_access_expired: bool
    can_upgrade: bool
    has_started: bool
    access_expiration_date: str | None
    is_email_enabled: bool
    last_enrolled: str | None


class Certificate(msgspec.Struct, gc=False, rename="camel"):
    is_earned: bool
    is_downloadable: bool
    is_restricted: bool
    available_date: str | None
    cert_preview_url: str | None


class Grade(msgspec.Struct, gc=False, rename="camel"):
    is_passing: bool


class Program(msgspec.Struct, gc=False, rename="camel"):
    title: str
    program_url: str | None
    program_type: str | None


class Programs(msgspec.Struct, gc=False, rename="camel"):
    related_programs: list[Program]


class Card(msgspec.Struct, gc=False, rename="camel"):
    course: CardCourse
    course_provider: Provider | None
    course_run: Run | None
    enrollment: CardEnrollment
    certificate: Certificate | None
    grade_data: Grade | None
    programs: Programs
    entitlement: dict[str, Any]
    credit: dict[str, Any]


class Init(msgspec.Struct, gc=False, rename="camel"):
    email_confirmation: Confirmation
    courses: list[Card]


decode_init = msgspec.json.Decoder(Init).decode
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


async def page(lms: Lms, variables: dict[str, Any]) -> dict[str, Any]:
    """The data of `MeasuredDashboardPage`: its first page."""
    init = decode_init(await lms.get("/api/learner_home/init"))
    cards = [card for card in init.courses if card.course_run is not None]
    shown = cards[: variables["first"]]
    edges = [
        {"cursor": _cursor(number), "node": _node(card, card.course_run, lms.base)}
        for number, card in enumerate(shown)
        if card.course_run is not None
    ]
    return {
        "viewer": {
            "emailConfirmation": {
                "isNeeded": init.email_confirmation.is_needed,
                "sendEmailUrl": absolute(init.email_confirmation.send_email_url, lms.base),
            },
            "enrollments": {
                "pageInfo": {
                    "hasNextPage": len(cards) > len(shown),
                    "endCursor": edges[-1]["cursor"] if edges else None,
                },
                "totalCount": len(cards),
                "edges": edges,
            },
        }
    }


def _cursor(number: int) -> str:
    return base64.urlsafe_b64encode(f"offset:{number}".encode()).decode().rstrip("=")


def _node(card: Card, run: Run, base: str) -> dict[str, Any]:
    enrollment, certificate = card.enrollment, card.certificate
    return {
        "mode": enrollment.mode,
        "isActive": enrollment.is_enrolled,
        "isVerified": enrollment.is_verified,
        "isAudit": enrollment.is_audit,
        "isAuditAccessExpired": enrollment.is_audit_access_expired,
        "canUpgrade": enrollment.can_upgrade,
        "hasStarted": enrollment.has_started,
        "created": enrollment.last_enrolled,
        "accessExpirationDate": enrollment.access_expiration_date,
        "isEmailEnabled": enrollment.is_email_enabled,
        "resumeUrl": absolute(run.resume_url, base),
        "course": {
            "key": run.course_id,
            "title": card.course.course_name,
            "number": card.course.course_number,
            "org": card.course_provider.name if card.course_provider else None,
            "start": run.start_date,
            "end": run.end_date,
            "bannerImageUrl": absolute(card.course.banner_img_src, base),
            "homeUrl": absolute(run.home_url, base),
            "socialShareUrl": absolute(card.course.social_share_url, base),
            "isStarted": run.is_started,
            "isArchived": run.is_archived,
            "minPassingGrade": float(run.min_passing_grade),
        },
        "certificate": certificate
        and {
            "status": _status(certificate),
            "isEarned": certificate.is_earned,
            "isDownloadable": certificate.is_downloadable,
            "isRestricted": certificate.is_restricted,
            "availableDate": certificate.available_date,
            "previewUrl": absolute(certificate.cert_preview_url, base),
        },
        "gradeData": card.grade_data and {"isPassing": card.grade_data.is_passing},
        "programs": [_program(program, base) for program in card.programs.related_programs],
        "entitlement": _entitlement(card.entitlement),
        "credit": _credit(card.credit),
    }


def _status(certificate: Certificate) -> str:
    if certificate.is_restricted:
        return "restricted"
    if certificate.is_downloadable:
        return "downloadable"
    return "earned_but_not_available" if certificate.is_earned else "notpassing"


def _program(program: Program, base: str) -> dict[str, Any]:
    url = absolute(program.program_url, base)
    uuid = _UUID.search(url) if url else None
    return {"uuid": uuid and uuid.group(), "title": program.title, "url": url, "type": program.program_type}


def _entitlement(data: dict[str, Any]) -> dict[str, Any] | None:
    if not data:
        return None
    names = ("uuid", "isFulfilled", "isExpired", "expirationDate")
    return {**{name: data[name] for name in names}, "canViewCourse": data["isFulfilled"]}


def _credit(data: dict[str, Any]) -> dict[str, Any] | None:
    if not data:
        return None
    names = ("purchased", "requestStatus", "providerName", "error")
    return {"isEligible": True, **{name: data[name] for name in names}}
