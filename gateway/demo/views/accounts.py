"""Accounts: the current user, profiles by privacy, and profile changes."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.names import name_error
from gateway.demo.world.clock import iso
from gateway.demo.world.people import User
from gateway.demo.world.site import Site

_PICTURES = {"full": 500, "large": 120, "medium": 50, "small": 30}
_MANAGED = frozenset({"name", "email", "country"})
"""What only the enterprise changes that manages an account."""
_EDITABLE = frozenset(
    {
        "name",
        "bio",
        "country",
        "gender",
        "goals",
        "language_proficiencies",
        "level_of_education",
        "mailing_address",
        "social_links",
        "state",
        "year_of_birth",
        "phone_number",
        "extended_profile",
        "account_privacy",
        "time_zone",
        "email",
        "secondary_email",
    }
)
_SHARED = ("bio", "country", "date_joined", "language_proficiencies", "level_of_education", "social_links")
_PLATFORMS = ("facebook", "twitter", "linkedin")
_BIO_LENGTH = 3000


def profile_image(site: Site, username: str = "", version: int = 0) -> dict[str, Any]:
    """The picture in four sizes; the default one where none was uploaded."""
    if version:
        shown = {
            f"image_url_{size}": f"{site.base_url}/media/{username}_{n}.jpg?v={version}"
            for size, n in _PICTURES.items()
        }
        return {"has_image": True, **shown}
    urls = {
        f"image_url_{size}": f"{site.base_url}/static/images/profiles/default_{pixels}.png"
        for size, pixels in _PICTURES.items()
    }
    return {"has_image": False, **urls}


def public_profile(call: Call, user: User) -> dict[str, Any]:
    return {
        "account_privacy": user.preferences.get("account_privacy", "all_users"),
        "profile_image": profile_image(
            call.world.site, user.username, call.world.personal.pictures.get(user.username, 0)
        ),
        "username": user.username,
    }


def shared_profile(call: Call, user: User) -> dict[str, Any]:
    profile = user.profile
    return public_profile(call, user) | {
        "bio": profile.get("bio"),
        "course_certificates": None,
        "country": profile.get("country"),
        "date_joined": iso(user.joined),
        "language_proficiencies": profile.get("language_proficiencies", []),
        "level_of_education": profile.get("level_of_education"),
        "social_links": profile.get("social_links", []),
        "time_zone": None,
    }


def full_profile(call: Call, user: User) -> dict[str, Any]:
    profile = user.profile
    return shared_profile(call, user) | {
        "name": profile["name"],
        "email": user.email,
        "id": user.id,
        "verified_name": None,
        "extended_profile": profile.get("extended_profile", []),
        "gender": profile.get("gender"),
        "state": profile.get("state"),
        "goals": profile.get("goals"),
        "is_active": user.is_active,
        "last_login": iso(user.last_login),
        "mailing_address": profile.get("mailing_address"),
        "requires_parental_consent": False,
        "secondary_email": profile.get("secondary_email"),
        "secondary_email_enabled": None,
        "year_of_birth": profile.get("year_of_birth"),
        "phone_number": profile.get("phone_number"),
        "activation_key": None,
        "pending_name_change": profile.get("pending_name_change"),
    }


def profile(call: Call, user: User) -> dict[str, Any]:
    """The visible fields of an account: all for the owner and staff, otherwise by the owner's privacy."""
    if call.arg("view") != "shared" and (user is call.user or call.me.is_staff):
        return full_profile(call, user)
    if user is not call.user and user.preferences.get("account_privacy") == "private":
        return public_profile(call, user)
    if user is not call.user and user.preferences.get("account_privacy") == "custom":
        return custom_profile(call, user)
    return shared_profile(call, user)


def custom_profile(call: Call, user: User) -> dict[str, Any]:
    """Only the fields that the owner shows to everybody."""
    shown = full_profile(call, user)
    seen = [name for name in ("name", *_SHARED) if user.preferences.get(f"visibility.{name}") == "all_users"]
    return public_profile(call, user) | {name: shown[name] for name in seen}


def me(call: Call) -> Answer:
    return Answer({"username": call.me.username})


def account_list(call: Call) -> Answer:
    """By `username` (comma list, unknown ones silently missing), or by one `email` or `lms_user_id` (staff)."""
    users = list(call.world.users.values())
    if names := set(call.args("username")):
        found = [user for user in users if user.username in names]
    elif (email := call.arg("email")) or call.arg("lms_user_id"):
        wanted = call.arg("lms_user_id")
        found = [user for user in users if user.email == email or str(user.id) == wanted]
        if not call.me.is_staff and found != [call.me]:
            raise PermissionDeniedError
    else:
        found = [call.me]
    return Answer([profile(call, user) for user in found]) if found else Answer(status=404)


def account(call: Call) -> Answer:
    user = call.world.users.get(call.params["username"])
    return Answer(status=404) if user is None else Answer(profile(call, user))


def change_account(call: Call) -> Answer:
    """PATCH of the own profile, as a JSON merge patch; all changes or none."""
    changes = fields(call)
    user = call.world.users.get(call.params["username"])
    if user is not call.me:
        return Answer(status=404 if user is None else 403)
    errors = {name: error for name, value in changes.items() if (error := _field_error(call, name, value))}
    if errors:
        return Answer({"field_errors": errors}, 400)
    for name, value in changes.items():
        _store(call, user, name, value)
    return Answer(full_profile(call, user))


def _store(call: Call, user: User, name: str, value: Any) -> None:
    profile = user.profile
    if name == "account_privacy":
        user.preferences[name] = value
    elif name in {"email", "secondary_email"}:  # stays as it is until the owner of the new address confirms it
        call.world.personal.mails.append((value, name))
    elif name == "social_links":
        links = {row["platform"]: row for row in profile.get(name, [])}
        links |= {row["platform"]: row for row in value}
        profile[name] = [row for row in links.values() if row["social_link"]]
    elif name == "extended_profile":
        rows = {row["field_name"]: row for row in profile.get(name, [])}
        profile[name] = list((rows | {row["field_name"]: row for row in value}).values())
    else:
        profile[name] = value
        if name == "country" and value != "US":
            profile["state"] = None


def _needs_verification(call: Call) -> bool:
    """True for a name on a certificate that was earned as a verified learner."""
    rows = call.world.enrollments_of(call.me)
    return any(row.mode == "verified" and call.world.learner(call.me, row.course).certificate for row in rows)


def _field_error(call: Call, name: str, value: Any) -> dict[str, str] | None:
    is_managed = name in _MANAGED and call.me.enterprise is not None and call.world.features.on("enterprise")
    text = None if is_managed else _value_error(call, name, value)
    if text is not None:
        return {"developer_message": text, "user_message": text}
    if is_managed or name not in _EDITABLE:
        return {
            "developer_message": "This field is not editable via this API",
            "user_message": f"The '{name}' field cannot be edited.",
        }
    if name == "bio" and isinstance(value, str) and len(value) > _BIO_LENGTH:
        reason = f"['Ensure this field has no more than {_BIO_LENGTH} characters.']"
        return {
            "developer_message": f"Value '{value}' is not valid for field 'bio': {reason}",
            "user_message": "The about me field must be at most 300 characters long.",
        }
    return None


def _value_error(call: Call, name: str, value: Any) -> str | None:
    if name == "account_privacy" and value not in ("all_users", "private", "custom"):
        return f"Value '{value}' is not valid for field 'account_privacy'"
    if name == "name":
        error = name_error(value, "Your full name is required.")
        if error is None and value != call.me.profile["name"] and _needs_verification(call):
            return "This name change requires ID verification."
        return error
    if name == "social_links":
        unknown = [row["platform"] for row in value if row["platform"] not in _PLATFORMS]
        return f"{unknown[0]} is not a supported platform" if unknown else None
    if name == "language_proficiencies" and len({row["code"] for row in value}) < len(value):
        return "The language_proficiencies field must consist of unique languages."
    return None


def verification_status(call: Call) -> Answer:
    """Whether the person's identity is verified; 404 without any verification."""
    user = _verified_person(call)
    held, status = user.verification, user.verification_status(call.world.now)
    if held is None:
        raise NotFoundError
    approved = status == "approved"
    return Answer({"is_verified": approved, "status": status, "expiration_datetime": iso(held.expires)})


def verifications(call: Call) -> Answer:
    """Every attempt to verify; 404 when there was none."""
    user = _verified_person(call)
    if user.verification is None:
        raise NotFoundError
    return Answer(
        [
            {
                "type": "manual",
                "status": user.verification_status(call.world.now),
                "expiration_datetime": iso(user.verification.expires),
                "message": "",
                "updated_at": iso(user.verification.made),
            }
        ]
    )


def _verified_person(call: Call) -> User:
    user = call.world.users.get(call.params["username"])
    if user is not call.me and not call.me.is_staff:
        raise PermissionDeniedError
    if user is None:
        raise NotFoundError
    return user


_V1 = "/api/user/v1"
ROUTES = (
    Route("user.me", (f"{_V1}/me",), {"GET": me}, Slash.NEVER, Schemes.JBS, login=True),
    Route("user.accounts", (f"{_V1}/accounts",), {"GET": account_list}, Slash.NEVER, Schemes.JBS, login=True),
    Route(
        "user.account",
        (f"{_V1}/accounts/{{username}}",),
        {"GET": account, "PATCH": change_account},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        parses=(MERGE_PATCH,),
    ),
    Route(
        "user.verification_status",
        (f"{_V1}/accounts/{{username}}/verification_status",),
        {"GET": verification_status},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "user.verifications",
        (f"{_V1}/accounts/{{username}}/verifications",),
        {"GET": verifications},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
)
