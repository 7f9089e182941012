"""learner_home/init: every course of a learner as one card each; and the e-mail choice of such a card."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import CrashError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.enterprise import dashboard
from gateway.demo.views.pages import login_page_guard
from gateway.demo.world.access import expiration_of, is_course_staff, unmet_prerequisites
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.entitlements import Entitlement
from gateway.demo.world.grades import course_grade
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import Enrollment, User
from gateway.demo.world.world import World

_UTM = "utm_medium=social&utm_campaign=social-sharing-db&utm_source="
_FORM = "application/x-www-form-urlencoded"
_SUGGESTED = 3


def init(call: Call) -> Answer:
    """All cards of the caller, or (global staff) of the user named by `user`: enrolments newest first, then
    entitlements without a run."""
    world, user = call.world, _effective_user(call)
    entitlements = [row for row in world.entitlements if row.user is user]
    fulfilled = {enrollment.id: row for row in entitlements if (enrollment := world.fulfilment(row)) is not None}
    rows = [row for row in reversed(world.enrollments_of(user)) if row.is_active]
    cards = [_card(world, row, fulfilled.get(row.id)) for row in rows]
    open_ones = [row for row in entitlements if world.fulfilment(row) is None]
    return Answer(
        {
            "emailConfirmation": _confirmation(user),
            "enterpriseDashboard": dashboard(user),
            "platformSettings": {
                "supportEmail": "feedback@example.com",
                "billingEmail": "billing@example.com",
                "courseSearchUrl": "/courses",
            },
            "courses": cards + [_unfulfilled_card(world, row) for row in open_ones],
            "socialShareSettings": {
                name: {"isEnabled": False, "socialBrand": None, "utmParams": f"{_UTM}{name}"}
                for name in ("facebook", "twitter")
            },
            "suggestedCourses": _suggestions(world, user),
        }
    )


def _suggestions(world: World, user: User) -> list[dict[str, Any]]:
    """Recommendations: courses that the learner is not enrolled in."""
    if not world.features.on("suggested_courses"):
        return []
    known = {row.course.key for row in world.enrollments_of(user)}
    others = [
        course
        for course in world.courses.values()
        if course.key not in known and not course.settings.get("hidden", False)
    ]
    return [
        {
            "bannerImgSrc": _course(world, course, share=False)["bannerImgSrc"],
            "logoImgSrc": None,
            "courseName": course.name,
            "courseUrl": f"{world.site.base_url}/courses/{course.key}/about",
        }
        for course in others[:_SUGGESTED]
    ]


def _confirmation(user: User) -> dict[str, Any]:
    needed = not user.is_active
    return {"isNeeded": needed, "sendEmailUrl": "/api/send_account_activation_email" if needed else ""}


def _effective_user(call: Call) -> User:
    name = call.arg("user")
    if not name:
        return call.me
    if not call.me.is_staff:
        raise PermissionDeniedError
    user = next((user for user in call.world.users.values() if name in (user.username, user.email)), None)
    if user is None:
        raise NotFoundError
    return user


def _card(world: World, row: Enrollment, entitlement: Entitlement | None) -> dict[str, Any]:
    course, user = row.course, row.user
    return {
        "course": _course(world, course, share=True),
        "courseProvider": {"name": course.org},
        "courseRun": _course_run(world, row),
        "enrollment": _enrollment(world, row),
        "certificate": _certificate(world, row),
        "entitlement": _entitlement(world, entitlement) if entitlement else {},
        "gradeData": {"isPassing": course_grade(course, world.learner(user, course)).passed},
        "programs": _programs(world, course),
        "credit": _credit(world, row),
    }


def _course(world: World, course: Course, *, share: bool) -> dict[str, Any]:
    return {
        "bannerImgSrc": world.site.asset(course.key, course.settings.get("image", "images_course_image.jpg")),
        "courseName": course.name,
        "courseNumber": course.number,
        "socialShareUrl": f"{world.site.base_url}/courses/{course.key}/about" if share else None,
    }


def _course_run(world: World, row: Enrollment) -> dict[str, Any]:
    course, now, last = row.course, world.now, world.learner(row.user, row.course).last
    return {
        "isStarted": course.has_started(now),
        "isArchived": course.has_ended(now),
        "courseId": course.key,
        "minPassingGrade": f"{min(course.cutoffs.values()):.2f}",
        "startDate": iso(course.start),
        "advertisedStart": None,
        "endDate": iso(course.end),
        "homeUrl": world.site.learning(course.key, "home"),
        "marketingUrl": None,
        "progressUrl": world.site.learning(course.key, "progress"),
        "unenrollUrl": f"/course_run/{course.key}/refund_status",
        # Only an e-commerce service has a page to upgrade at.
        "upgradeUrl": None,
        "resumeUrl": f"/courses/{course.key}/jump_to/{last.usage}" if last else None,
    }


def _enrollment(world: World, row: Enrollment) -> dict[str, Any]:
    course, user, now = row.course, row.user, world.now
    expires = expiration_of(row)
    return {
        "accessExpirationDate": iso(expires),
        "isAudit": row.mode == "audit",
        "hasStarted": world.learner(user, course).last is not None,
        "coursewareAccess": {
            "hasUnmetPrerequisites": bool(unmet_prerequisites(world, course, user)),
            "isTooEarly": not course.has_started(now),
            "isStaff": is_course_staff(user, course),
        },
        "isVerified": row.mode == "verified",
        "canUpgrade": False,
        "isAuditAccessExpired": expires is not None and now > expires,
        "isEmailEnabled": bool(course.settings.get("bulk_email", False)),
        "hasOptedOutOfEmail": (user.username, course.key) in world.email_opt_outs,
        "lastEnrolled": iso(row.created),
        "isEnrolled": row.is_active,
        "mode": row.mode,
    }


def _certificate(world: World, row: Enrollment) -> dict[str, Any]:
    """`availableDate` is the day certificates come out: the course's own, else its end while that is to come."""
    course, certificate = row.course, world.learner(row.user, row.course).certificate
    available = world.clock.at(course.settings.get("certificate_available"))
    if available is None and not course.has_ended(world.now):
        available = course.end
    ready = certificate is not None and certificate.status == "downloadable"
    return {
        "availableDate": iso(available),
        "isRestricted": False,
        "isEarned": certificate is not None,
        "isDownloadable": ready,
        "certPreviewUrl": certificate.url if certificate is not None and ready else None,
    }


def _entitlement(world: World, row: Entitlement) -> dict[str, Any]:
    return {
        "availableSessions": [
            {"startDate": iso(course.start), "endDate": iso(course.end), "courseId": course.key}
            for course in row.sessions
            if course.enrollment_end is None or world.now <= course.enrollment_end
        ],
        "uuid": row.uuid,
        "isRefundable": row.refundable,
        "isFulfilled": world.fulfilment(row) is not None,
        "changeDeadline": row.change_deadline.date().isoformat(),
        "isExpired": world.now > row.expires,
        "expirationDate": row.expires.date().isoformat(),
    }


def _unfulfilled_card(world: World, row: Entitlement) -> dict[str, Any]:
    course = row.sessions[0]
    return {
        "entitlement": _entitlement(world, row),
        "course": _course(world, course, share=False),
        "courseProvider": {"name": course.org},
        "programs": _programs(world, course),
        "courseRun": None,
        "gradeData": None,
        "certificate": None,
        "enrollment": {
            "accessExpirationDate": None,
            "isAudit": False,
            "hasStarted": False,
            "coursewareAccess": {"hasUnmetPrerequisites": False, "isTooEarly": False, "isStaff": False},
            "isVerified": False,
            "canUpgrade": False,
            "isAuditAccessExpired": False,
            "isEmailEnabled": False,
            "hasOptedOutOfEmail": False,
            "lastEnrolled": None,
            "isEnrolled": False,
            "mode": None,
        },
        "credit": {},
    }


def _programs(world: World, course: Course) -> dict[str, Any]:
    media = "https://media.demo.example"
    return {
        "relatedPrograms": [
            {
                "bannerImgSrc": f"{media}/programs/{program.slug}-small.jpg",
                "logoImgSrc": f"{media}/orgs/{program.organization.lower()}.png",
                "numberOfCourses": len(program.courses),
                "programType": program.type,
                "programUrl": f"{world.site.base_url}/dashboard/programs/{program.uuid}/",
                "provider": program.organization,
                "title": program.title,
            }
            for program in world.programs.by_uuid.values()
            if course in program.courses
        ]
    }


def _credit(world: World, row: Enrollment) -> dict[str, Any]:
    """Of eligible learners only. The provider is known once credit was bought or asked for."""
    course, username = row.course, row.user.username
    offer = world.institution.credit_courses.get(course.key)
    if offer is None or not offer.enabled or username not in offer.eligible:
        return {}
    requests = world.institution.credit_requests
    asked = next((name for name in offer.providers if (username, course.key, name) in requests), None)
    purchased = row.mode == "credit"
    provider_id = asked or (offer.providers[0] if purchased and offer.providers else None)
    provider = world.institution.credit_providers.get(provider_id or "", {})
    return {
        "providerStatusUrl": provider.get("status_url"),
        "providerName": provider.get("display_name"),
        "providerId": provider_id,
        "error": False,
        "purchased": purchased,
        "requestStatus": requests.get((username, course.key, asked)) if asked else None,
    }


def change_email_settings(call: Call) -> Answer:
    """A form: `receive_emails` present is yes, absent or empty is no. Any course key is taken, enrolled or not."""
    refused = login_page_guard(call)
    if refused is not None:
        return refused
    is_form = call.headers.get("content-type", "").startswith((_FORM, "multipart/form-data"))
    form = fields(call) if is_form else {}
    key = str(form.get("course_id", ""))
    if not is_course_key(key):
        raise CrashError
    if form.get("receive_emails"):
        call.world.email_opt_outs.discard((call.me.username, key))
    else:
        call.world.email_opt_outs.add((call.me.username, key))
    return Answer({"success": True})


ROUTES = (
    Route("learner_home.init", ("/api/learner_home/init",), {"GET": init}, Slash.EITHER, Schemes.JBS, login=True),
    Route(
        "change_email_settings",
        ("/api/change_email_settings",),
        {"POST": change_email_settings},
        Slash.NEVER,
        Schemes.SESSION,
        page=True,
    ),
)
