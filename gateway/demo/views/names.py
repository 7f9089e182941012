"""Verified names (`edx_name_affirmation`), the change of a name that has to be verified, and the confirmation mail."""

from __future__ import annotations

import re
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.names import VerifiedName

_UNFIT = re.compile(r"[<>]|https?://", re.IGNORECASE)
_V1 = "/api/edx_name_affirmation/v1"


def _shown(name: VerifiedName) -> dict[str, Any]:
    return {
        "id": name.id,
        "created": iso(name.created),
        "username": name.username,
        "verified_name": name.verified_name,
        "profile_name": name.profile_name,
        "verification_attempt_id": None,
        "verification_attempt_status": None,
        "proctored_exam_attempt_id": None,
        "platform_verification_attempt_id": None,
        "platform_verification_attempt_status": None,
        "status": name.status,
    }


def _own(call: Call) -> str:
    """The caller's name; `username` in the query, even the caller's own, is for staff."""
    if call.arg("username") is not None and not call.me.is_staff:
        raise PermissionDeniedError
    return call.arg("username") or call.me.username


def verified_name(call: Call) -> Answer:
    """The latest approved name; 404 without one."""
    username, personal = _own(call), call.world.personal
    name = next((one for one in personal.names_of(username) if one.status == "approved"), None)
    if name is None:
        raise NotFoundError
    return Answer(_shown(name) | {"use_verified_name_for_certs": username in personal.on_certificates})


def history(call: Call) -> Answer:
    """All names, newest first."""
    username, personal = _own(call), call.world.personal
    return Answer(
        {
            "use_verified_name_for_certs": username in personal.on_certificates,
            "results": [_shown(name) for name in personal.names_of(username)],
        }
    )


def submit(call: Call) -> Answer:
    """`{username, verified_name, profile_name}`: a new record each time; the answer is an empty object."""
    body = _of_the_caller(call)
    errors = {
        name: [error]
        for name in ("verified_name", "profile_name")
        if (error := name_error(body.get(name), "This field is required."))
    }
    if errors:
        return Answer(errors, 400)
    call.world.personal.submit(call.me.username, body["verified_name"], body["profile_name"], call.world.now)
    return Answer({})


def configure(call: Call) -> Answer:
    """`{username, use_verified_name_for_certs}`: 201 with an empty object."""
    body = _of_the_caller(call)
    chosen = body.get("use_verified_name_for_certs")
    if not isinstance(chosen, bool):
        raise BadRequestError({"use_verified_name_for_certs": ["Must be a valid boolean."]})
    if chosen:
        call.world.personal.on_certificates.add(call.me.username)
    else:
        call.world.personal.on_certificates.discard(call.me.username)
    return Answer({}, 201)


def _of_the_caller(call: Call) -> dict[str, Any]:
    body = fields(call)
    if body.get("username") != call.me.username:
        raise PermissionDeniedError
    return body


def name_error(name: Any, absent: str) -> str | None:
    """Why the LMS does not take a name; None if it does."""
    if not isinstance(name, str) or not name.strip():
        return absent
    if _UNFIT.search(name):
        return "Name cannot contain the following characters: < >" if "<" in name or ">" in name else "Enter a name."
    return "Ensure this field has no more than 255 characters." if len(name) > 255 else None


def change_name(call: Call) -> Answer:
    """`{name}` waits for a verification: 201 without a body."""
    name = fields(call).get("name")
    error = name_error(name, "This field may not be blank.")
    if error is not None:
        return Answer({"new_name": [error]}, 400)
    call.me.profile["pending_name_change"] = name
    return Answer(status=201)


def send_activation_email(call: Call) -> Answer:
    """200 without a body, also for an address that is confirmed already."""
    if not call.me.is_active:
        call.world.personal.mails.append((call.me.email, "activation"))
    return Answer(status=200)


def _route(name: str, path: str, **methods: Any) -> Route:
    return Route(
        f"name_affirmation.{name}",
        (f"{_V1}/{path}",),
        methods,
        Slash.NEVER,
        Schemes.JS,
        login=True,
        session_first=True,
    )


ROUTES = (
    _route("verified_name", "verified_name", GET=verified_name, POST=submit),
    _route("history", "verified_name/history", GET=history),
    _route("config", "verified_name/config", POST=configure),
    Route(
        "user.name_change",
        ("/api/user/v1/accounts/name_change",),
        {"POST": change_name},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
    Route(
        "user.send_activation_email",
        ("/api/send_account_activation_email",),
        {"POST": send_activation_email},
        Slash.NEVER,
        Schemes.SESSION,
        login=True,
    ),
)
