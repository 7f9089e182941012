"""Data of the account page other than the account: registration form, linked accounts, identity, pictures."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso

_COUNTRIES = {
    "BR": "Brazil",
    "CA": "Canada",
    "CO": "Colombia",
    "DE": "Germany",
    "ES": "Spain",
    "IN": "India",
    "JP": "Japan",
    "KE": "Kenya",
    "MX": "Mexico",
    "US": "United States of America",
}
_PROVIDERS = {"oa2-bookshelf": "Bookshelf", "saml-campus": "Campus"}
_MAX_PICTURE = 1024 * 1024
_MIN_PICTURE = 100
_PICTURES = (b"\xff\xd8", b"\x89PNG", b"GIF8", b"BM")


def registration_form(call: Call) -> Answer:
    """The form with all its fields; the front ends read the options of `country` only."""
    options = [{"value": "", "name": "--", "default": True}]
    options += [{"value": code, "name": name} for code, name in _COUNTRIES.items()]
    fields = [_field("email", "email"), _field("name", "text"), _field("username", "text")]
    fields.append(_field("country", "select") | {"options": options})
    return Answer({"method": "post", "submit_url": "/api/user/v1/account/registration/", "fields": fields})


def _field(name: str, kind: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": name.title(),
        "type": kind,
        "defaultValue": "",
        "placeholder": "",
        "instructions": "",
        "required": True,
        "restrictions": {},
        "errorMessages": {},
        "supplementalLink": "",
        "supplementalText": "",
        "loginIssueSupportLink": "",
    }


def linked_accounts(call: Call) -> Answer:
    """Each provider, and whether the caller's account is linked with it. The addresses are relative."""
    linked = call.world.personal.linked.get(call.me.username, set())
    return Answer(
        [
            {
                "id": provider,
                "name": name,
                "connected": provider in linked,
                "accepts_logins": True,
                "connect_url": f"/auth/login/{provider}/?auth_entry=account_settings&next=%2Faccount%2Fsettings",
                "disconnect_url": f"/auth/disconnect/{provider}/?",
            }
            for provider, name in _PROVIDERS.items()
        ]
    )


def verification(call: Call) -> Answer:
    """Whether the caller may verify their identity. It is a page: visitors are redirected to the sign-in form."""
    if call.user is None:
        return Answer("", 302, {"Location": f"/login?next={call.path}"}, "text/html; charset=utf-8")
    held = call.user.verification
    status = call.user.verification_status(call.world.now)
    return Answer(
        {
            "status": status,
            "expires": iso(held.expires) if held is not None else None,
            "can_verify": status not in {"approved", "pending"},
        }
    )


def upload_picture(call: Call) -> Answer:
    """The bytes of a picture, or a form with the part `file`: 204 without a body."""
    refused = _foreign(call)
    if refused is not None:
        return refused
    content = call.body
    if call.headers.get("content-type", "").startswith("multipart/form-data"):
        content = content.partition(b"\r\n\r\n")[2]
    if not _MIN_PICTURE <= len(content) <= _MAX_PICTURE or not content.startswith(_PICTURES):
        text = "The file must be an image of 100 bytes to 1 MB."
        return Answer({"developer_message": text, "user_message": text}, 400)
    pictures = call.world.personal.pictures
    pictures[call.me.username] = pictures.get(call.me.username, 0) + 1
    return Answer(status=204)


def remove_picture(call: Call) -> Answer:
    """Restores the default picture, even if there is no other."""
    refused = _foreign(call)
    if refused is None:
        call.world.personal.pictures.pop(call.me.username, None)
    return refused or Answer(status=204)


def _foreign(call: Call) -> Answer | None:
    """An empty refusal for other accounts than the caller's own, also for staff."""
    return None if call.params["username"] == call.me.username else Answer(status=403)


ROUTES = (
    Route(
        "user.registration",
        ("/api/user/v1/account/registration", "/user_api/v1/account/registration"),
        {"GET": registration_form},
        Slash.MUST,
        Schemes.NONE,
    ),
    Route(
        "third_party_auth.user_status",
        ("/api/third_party_auth/v0/providers/user_status",),
        {"GET": linked_accounts},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
    ),
    Route("verify_student.status", ("/verify_student/status",), {"GET": verification}, Slash.MUST, Schemes.JS),
    Route(
        "user.image",
        ("/api/user/v1/accounts/{username}/image",),
        {"POST": upload_picture, "DELETE": remove_picture},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        parses=("multipart/form-data", "image/png", "image/jpeg", "image/gif", "image/bmp"),
    ),
)
