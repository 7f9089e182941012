"""Mutations of the viewer's account and names."""

from collections.abc import Collection, Mapping
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.account_writes import (
    CHANGE_ACCOUNT,
    CHANGE_NAME,
    CHOOSE_NAME,
    REMOVE_IMAGE,
    SEND_ACTIVATION,
    SUBMIT_NAME,
)
from loaders.endpoints.viewer_writes import CHANGE_PREFERENCES
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.profile import own_profile
from resolvers.two_writes import second_write
from resolvers.write import (
    MERGE_PATCH,
    Refusal,
    Written,
    after_write,
    payload,
    refused,
    username_for,
    write,
)

MOST_ROWS = 50
"""Maximum number of languages, links, extended profile fields or visibilities in one `updateAccount`."""
_MOST_CHARACTERS = 3000
_LONGEST_NAME = 255
_VISIBILITY = "visibility."
_FIELDS = {
    "name": "name",
    "bio": "bio",
    "country": "country",
    "state": "state",
    "level_of_education": "levelOfEducation",
    "gender": "gender",
    "year_of_birth": "yearOfBirth",
    "language_proficiencies": "languages",
    "social_links": "socialLinks",
    "extended_profile": "extendedProfile",
    "email": "email",
    "secondary_email": "secondaryEmail",
    "account_privacy": "accountPrivacy",
}
"""The input's field names, by the LMS's names of account fields."""


async def update_account(info: Info, changes: Mapping[str, Any], visibility: Mapping[str, str] | None) -> Row:
    """Changes the account, then its visibility. These are two writes; the second may fail after the first was
    stored.
    """
    written = _invalid(changes, visibility)
    if written is not None:
        return payload(info, CHANGE_ACCOUNT, written)
    username = (await username_for(info.context, CHANGE_ACCOUNT)).text
    facts = {"username": username}
    if changes:
        call = CHANGE_ACCOUNT.call(username=username)
        written = await write(info.context, call, changes, content_type=MERGE_PATCH, fields=_FIELDS)
        if visibility is None or not written.done:
            return payload(info, CHANGE_ACCOUNT, written, facts)
    text = "The account was changed, but not its visibility."
    shown = await second_write(
        written, _write_visibility(info, username, visibility or {}, changes), text, "visibility"
    )
    return payload(info, CHANGE_PREFERENCES, shown, facts)


def _invalid(changes: Mapping[str, Any], visibility: Mapping[str, str] | None) -> Written | None:
    """The refusal of an empty input or of one beyond the limits; None for a valid input."""
    if not changes and not visibility:
        return refused(Refusal.INVALID, "Specify at least one change.")
    for name, value in changes.items():
        if isinstance(value, str) and len(value) > _MOST_CHARACTERS:
            return refused(Refusal.INVALID, f"A value can have at most {_MOST_CHARACTERS} characters.", _FIELDS[name])
        if isinstance(value, list) and (len(value) > MOST_ROWS or _is_long(value)):
            return refused(Refusal.TOO_MANY, f"A list can have at most {MOST_ROWS} rows of short texts.", _FIELDS[name])
    if visibility is not None and (len(visibility) > MOST_ROWS or _is_long([visibility])):
        return refused(Refusal.TOO_MANY, f"A list can have at most {MOST_ROWS} rows of short texts.", "visibility")
    return None


def _is_long(rows: Collection[Mapping[str, Any]]) -> bool:
    texts = (text for row in rows for pair in row.items() for text in pair if isinstance(text, str))
    return any(len(text) > _MOST_CHARACTERS for text in texts)


async def _write_visibility(
    info: Info, username: str, visibility: Mapping[str, str], changes: Mapping[str, Any]
) -> Written:
    """Stores the visibility of fields.

    The LMS applies it only to accounts with custom privacy, so that is stored too unless the input sets the privacy.
    """
    body = {f"{_VISIBILITY}{name}": audience for name, audience in visibility.items()}
    if "account_privacy" not in changes:
        body["account_privacy"] = "custom"
    fields = {**dict.fromkeys(body, "visibility"), "account_privacy": "accountPrivacy"}
    call = CHANGE_PREFERENCES.call(username=username)
    return await write(info.context, call, body, content_type=MERGE_PATCH, fields=fields)


async def remove_profile_image(info: Info) -> Row:
    """Removes the viewer's profile image."""
    username = await username_for(info.context, REMOVE_IMAGE)
    written = await write(info.context, REMOVE_IMAGE.call(username=username.text), b"")
    return payload(info, REMOVE_IMAGE, written, {"username": username.text})


written_profile = after_write(own_profile)


def plan_update(ask: Ask) -> Found:
    """The writes of `updateAccount`: the account, then its visibility.

    In the plan, all reads follow the first write; the second is conditional.
    """
    name: Any = ask.username()
    after = () if name.step is None else (name.step,)
    first = ask.step(CHANGE_ACCOUNT, {"username": name}, after=after)
    second = ask.step(CHANGE_PREFERENCES, {"username": name}, after=(first,), conditional=True)
    return Found({CHANGE_ACCOUNT: first, CHANGE_PREFERENCES: second}, after=(first,))


async def request_name_change(info: Info, name: str) -> Row:
    """Requests a name change, which is pending until it is verified."""
    return await _named(info, CHANGE_NAME, {"name": name}, {"name": "name", "new_name": "name"})


async def submit_verified_name(info: Info, verified_name: str, profile_name: str) -> Row:
    """Submits a name for verification. Each submission creates a new record."""
    body = {"verified_name": verified_name, "profile_name": profile_name}
    return await _named(info, SUBMIT_NAME, body, {"verified_name": "verifiedName", "profile_name": "profileName"})


async def _named(info: Info, endpoint: Endpoint, body: dict[str, Any], fields: Mapping[str, str]) -> Row:
    for name, text in body.items():
        if not 0 < len(text) <= _LONGEST_NAME:
            reason = f"A name must have 1 to {_LONGEST_NAME} characters."
            return payload(info, endpoint, refused(Refusal.INVALID, reason, fields[name]))
    if endpoint is SUBMIT_NAME:
        body["username"] = (await username_for(info.context, endpoint)).text
    return payload(info, endpoint, await write(info.context, endpoint.call(), body, fields=fields))


async def set_name_on_certificates(info: Info, use_verified_name: bool) -> Row:
    """Chooses the name shown on certificates."""
    username = await username_for(info.context, CHOOSE_NAME)
    body = {"username": username.text, "use_verified_name_for_certs": use_verified_name}
    written = await write(info.context, CHOOSE_NAME.call(), body)
    return payload(info, CHOOSE_NAME, written)


async def send_activation_email(info: Info) -> Row:
    """Sends the account activation e-mail again."""
    return payload(info, SEND_ACTIVATION, await write(info.context, SEND_ACTIVATION.call(), b""))
