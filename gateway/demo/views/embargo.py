"""Embargo v1: may somebody at an address open all of these courses?"""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash


def course_access(call: Call) -> Answer:
    """One boolean over all `course_ids` (repeated, not comma separated)."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    keys = call.query.get("course_ids", [])
    if not keys or "user" not in call.query or "ip_address" not in call.query:
        return Answer(["Missing parameters"], 400)
    address = call.arg("ip_address") or ""
    try:
        access = not any(call.world.institution.is_embargoed(key, address) for key in keys)
    except ValueError:
        return Answer(["Invalid ip_address"], 400)
    return Answer({"access": access})


ROUTES = (
    Route(
        "embargo.course_access",
        ("/api/embargo/v1/course_access",),
        {"GET": course_access},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
)
