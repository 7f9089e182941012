"""The enterprise that manages an account, from a plugin of the LMS."""

from __future__ import annotations

import uuid
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.people import User

_NAMES = uuid.UUID("5f1a7c52-08b3-4c7e-9e19-3c1f5d0a6b20")


def identifier(name: str) -> str:
    """The UUID of an enterprise."""
    return str(uuid.uuid5(_NAMES, name))


def dashboard(user: User) -> dict[str, Any] | None:
    """The enterprise of a learner, as the learner's dashboard shows it."""
    if user.enterprise is None:
        return None
    slug = user.enterprise.lower().replace(" ", "-")
    return {
        "label": user.enterprise,
        "url": f"https://enterprise.demo.example/{slug}",
        "uuid": identifier(user.enterprise),
        "authOrgId": None,
        "isLearnerPortalEnabled": True,
    }


def learners(call: Call) -> Answer:
    """The caller's places in enterprises, of `username` only. Nobody sees another person's."""
    user = call.me if call.arg("username") in (None, call.me.username) else None
    rows = [] if user is None or user.enterprise is None else [_learner(user, user.enterprise)]
    shown, page = page_of(call, rows)
    return Answer(page.flat(shown))


def _learner(user: User, enterprise: str) -> dict[str, Any]:
    return {
        "id": user.id,
        "user_id": user.id,
        "user": {"username": user.username, "email": user.email},
        "active": True,
        "enterprise_customer": {
            "uuid": identifier(enterprise),
            "name": enterprise,
            "active": True,
            "sync_learner_profile_data": True,
        },
    }


ROUTES = (
    Route(
        "enterprise.learners",
        ("/enterprise/api/v1/enterprise-learner",),
        {"GET": learners},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
)
