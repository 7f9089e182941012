"""The expected answer of the dashboard, computed from learner home as the LMS sends it."""

from typing import Any

from tests.operations.expected import fields, instant
from tests.support.gateway import Gateway

INIT = "/api/learner_home/init"

Json = dict[str, Any]


def cards(gateway: Gateway, user: str) -> list[Json]:
    """Every card of learner home."""
    found: list[Json] = gateway.lms.rest(INIT, user).body["courses"]
    return found


def node_of(gateway: Gateway, card: Json) -> Json:
    """The edge's node that the dashboard shows for a card."""

    def url(text: str | None) -> str | None:
        return f"{gateway.lms.url}{text}" if text and text.startswith("/") else text or None

    course, run, mine = card["course"], card["courseRun"], card["enrollment"]
    certificate, entitlement, credit = card["certificate"], card["entitlement"], card["credit"]
    status = "notpassing"
    if certificate["isEarned"]:
        status = "downloadable" if certificate["isDownloadable"] else "earned_but_not_available"
    return {
        **{name: mine[name] for name in ("mode", "isVerified", "isAudit", "canUpgrade", "hasStarted")},
        "isAuditAccessExpired": mine["isAuditAccessExpired"],
        "isActive": mine["isEnrolled"],
        "created": instant(mine["lastEnrolled"]),
        "accessExpirationDate": instant(mine["accessExpirationDate"]),
        "isEmailEnabled": mine["isEmailEnabled"],
        "hasOptedOutOfEmail": mine["hasOptedOutOfEmail"],
        **mine["coursewareAccess"],
        **{name: url(run[name]) for name in ("resumeUrl", "upgradeUrl", "unenrollUrl")},
        "course": {
            "key": run["courseId"],
            "title": course["courseName"],
            "number": course["courseNumber"],
            "org": card["courseProvider"]["name"],
            "start": instant(run["startDate"]),
            "end": instant(run["endDate"]),
            "cardImageUrl": url(course["bannerImgSrc"]),
            **{name: run[name] for name in ("homeUrl", "progressUrl", "marketingUrl", "advertisedStart")},
            "socialShareUrl": course["socialShareUrl"],
            "isStarted": run["isStarted"],
            "isArchived": run["isArchived"],
            "minPassingGrade": float(run["minPassingGrade"]),
        },
        "certificate": {
            **{name: certificate[name] for name in ("isEarned", "isDownloadable", "isRestricted")},
            "status": status,
            "availableDate": instant(certificate["availableDate"]),
            "previewUrl": url(certificate["certPreviewUrl"]),
        },
        "gradeData": card["gradeData"],
        "programs": [
            {"uuid": one["programUrl"].rstrip("/").rpartition("/")[2], **program_of(gateway, one)}
            for one in card["programs"]["relatedPrograms"]
        ],
        "entitlement": entitlement_of(entitlement),
        "credit": fields(
            credit or None, "purchased requestStatus providerId providerName providerStatusUrl error", isEligible=True
        ),
    }


def program_of(gateway: Gateway, program: Json) -> Json:
    return {
        "title": program["title"],
        "url": program["programUrl"],
        "type": program["programType"],
        "provider": program["provider"],
        "courseCount": program["numberOfCourses"],
        "bannerImageUrl": program["bannerImgSrc"],
        "logoImageUrl": program["logoImgSrc"],
    }


def entitlement_of(entitlement: Json) -> Json | None:
    if not entitlement:
        return None
    sessions = [
        {"start": instant(one["startDate"]), "end": instant(one["endDate"]), "course": {"key": one["courseId"]}}
        for one in entitlement["availableSessions"]
    ]
    return {
        **{name: entitlement[name] for name in ("uuid", "isFulfilled", "isExpired", "isRefundable")},
        "changeDeadline": entitlement["changeDeadline"][:10],
        "expirationDate": entitlement["expirationDate"][:10],
        "canViewCourse": entitlement["isFulfilled"],
        "availableSessions": sessions,
    }
