"""First purchase discount of a course, for the caller or (staff) somebody else."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import CrashError
from gateway.demo.http.jwt import SIGNATURE
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User

_PERCENT = 15


def own_discount(call: Call) -> Answer:
    return _discount(call, call.me)


def _discount(call: Call, user: User) -> Answer:
    """`{discount_applicable, jwt}`; the percentage is in the token's claims only."""
    key = call.params["course"]
    if not is_course_key(key):
        raise CrashError
    course, world = call.world.course(key), call.world
    mode = course.verified_mode if course else None
    buyable = mode is not None and (mode.expires is None or world.now < mode.expires)
    first = all(row.mode in ("audit", "honor") for row in world.enrollments_of(user))
    applicable = world.features.on("first_purchase_discount") and buyable and first
    claims = {"discount_applicable": applicable, "discount_percent": _PERCENT if applicable else 0}
    parts = [json.dumps(part).encode() for part in ({"alg": "HS256"}, claims)]
    token = ".".join(urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
    return Answer({"discount_applicable": applicable, "jwt": f"{token}.{SIGNATURE}"})


ROUTES = (
    Route(
        "discounts.course",
        ("/api/discounts/course/{course}",),
        {"GET": own_discount},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
        sets_csrf=True,
    ),
)
