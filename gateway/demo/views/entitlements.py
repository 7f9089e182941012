"""Entitlements: choosing, changing and leaving the course run."""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.entitlements import Entitlement


def _own(call: Call) -> Entitlement | None:
    rows = call.world.entitlements
    return next((row for row in rows if row.uuid == call.params["uuid"] and row.user is call.me), None)


def choose(call: Call) -> Answer:
    """`{course_run_id}`: the first choice or another one. Refusals are a plain text, or a message."""
    key, row, world = fields(call).get("course_run_id"), _own(call), call.world
    if not key:
        return Answer("The Course Run ID was not provided.", 400)
    if row is None or world.now > row.expires:
        return Answer("The Entitlement for this UUID does not exist or is Expired.", 400)
    course = next((one for one in row.sessions if one.key == key), None)
    if course is None:
        return Answer({"message": "The Course Run ID is not a match for this Course Entitlement."}, 400)
    held = world.fulfilment(row)
    if held is not None and held.course is not course:
        held.is_active = False
    world.enroll(call.me, course, "verified" if course.verified_mode else course.modes[0].slug)
    return Answer({"course_run_id": course.key}, 201)


def leave(call: Call) -> Answer:
    """Leaves the run; with `is_refund`, refunds the entitlement."""
    row, world = _own(call), call.world
    if row is None:
        return Answer("The Entitlement for this UUID does not exist.", 400)
    refund = call.arg("is_refund") == "true"
    if refund and not row.refundable:
        return Answer({"message": "Entitlement refund failed because it is not refundable."}, 400)
    held = world.fulfilment(row)
    if held is not None:
        held.is_active = False
    if refund:
        world.entitlements.remove(row)
    return Answer(status=204)


ROUTES = (
    Route(
        "entitlements.enrollments",
        ("/api/entitlements/v1/entitlements/{uuid:word}/enrollments",),
        {"POST": choose, "DELETE": leave},
        Slash.NEVER,
        Schemes.JS,
        login=True,
    ),
)
