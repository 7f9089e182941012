"""Certificates of one person: all, and of one course."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import CrashError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.people import Certificate, User


def _owner(call: Call) -> User:
    """Oneself, or (staff, or a public record) somebody else; asking for nobody crashes the permission check."""
    user = call.world.users.get(call.params["username"])
    if user is None:
        raise CrashError
    shared = user.preferences.get("visibility.course_certificates") == "all_users"
    if user is not call.me and not call.me.is_staff and not shared:
        raise PermissionDeniedError
    return user


def certificate_list(call: Call) -> Answer:
    user = _owner(call)
    rows = call.world.enrollments_of(user)
    found = [(row.course, call.world.learner(user, row.course).certificate) for row in rows]
    return Answer([_row(user, course, certificate) for course, certificate in found if certificate])


def certificate_detail(call: Call) -> Answer:
    """One certificate in short form; a text instead of it if there is none."""
    user, course = _owner(call), call.world.course(call.params["course"])
    certificate = call.world.learner(user, course).certificate if course else None
    if course is None or certificate is None:
        return Answer({"error_code": "no_certificate_for_user"}, 404)
    shown = _row(user, course, certificate)
    return Answer({name: shown[name] for name in _DETAIL})


def _row(user: User, course: Course, certificate: Certificate) -> dict[str, Any]:
    return {
        "username": user.username,
        "course_id": course.key,
        "course_display_name": course.name,
        "course_organization": course.org,
        "certificate_type": certificate.mode,
        "created_date": iso(certificate.created),
        "modified_date": iso(certificate.created),
        "status": certificate.status,
        "is_passing": True,
        "download_url": certificate.url,
        "grade": certificate.grade,
        "uuid": certificate.uuid,
    }


_DETAIL = (
    "username",
    "course_id",
    "certificate_type",
    "created_date",
    "status",
    "is_passing",
    "download_url",
    "grade",
)
_CERTIFICATES = "/api/certificates/v0/certificates/{username}"
ROUTES = (
    Route("certificates.list", (_CERTIFICATES,), {"GET": certificate_list}, Slash.MUST, Schemes.JBS, login=True),
    Route(
        "certificates.detail",
        (f"{_CERTIFICATES}/courses/{{course}}",),
        {"GET": certificate_detail},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
)
