"""Mutations of the viewer's account and names, with their inputs and payloads."""

from enum import Enum
from typing import Any

import strawberry

import resolvers.account_writes as writes
from loaders.endpoints.account_writes import (
    CHANGE_ACCOUNT,
    CHANGE_NAME,
    CHOOSE_NAME,
    REMOVE_IMAGE,
    SEND_ACTIVATION,
    SUBMIT_NAME,
)
from loaders.endpoints.viewer_writes import CHANGE_PREFERENCES
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import found
from schema.profile import Profile
from schema.write import ViewerPayload, mutation, plain_mutation


@strawberry.enum(description="The audience of a profile.")
class AccountPrivacy(Enum):
    PRIVATE = strawberry.enum_value("private", description="Others see the username and the picture.")
    ALL_USERS = strawberry.enum_value("all_users", description="Everybody who is signed in.")
    CUSTOM = strawberry.enum_value("custom", description="Each field has its own visibility.")


@strawberry.input(description="A link to a social network.")
class SocialLinkInput:
    platform: str = strawberry.field(description="The LMS's name of the network, such as `linkedin`.")
    url: str | None = strawberry.field(description="URL of the profile there; null removes the link.", default=None)


@strawberry.input(description="A further field of the account.")
class ExtendedProfileInput:
    name: str = strawberry.field(description="The LMS's name of the field.")
    value: str = strawberry.field(description="Its value.")


@strawberry.enum(description="The audience of a field of a profile.")
class Audience(Enum):
    ALL_USERS = strawberry.enum_value("all_users", description="Everybody who is signed in.")
    PRIVATE = strawberry.enum_value("private", description="Only the person.")


@strawberry.input(description="The audience of a field of the profile.")
class FieldVisibilityInput:
    field_name: str = strawberry.field(description="The LMS's name of the field, such as `bio`.")
    audience: Audience = strawberry.field(description="The audience of the field.")


def _change(description: str) -> Any:
    return strawberry.field(description=description, default=strawberry.UNSET)


@strawberry.input(
    description="Input of the mutation `updateAccount`. Omitted fields keep their values; null deletes a value, unless "
    "the field says that it keeps it."
)
class UpdateAccountInput:
    name: str | None = _change("Full name. A person with a verified certificate uses `requestNameChange` instead.")
    bio: str | None = _change("Biography, 300 characters at most.")
    country: str | None = _change("Country, ISO 3166-1 alpha-2. Leaving the United States deletes the state.")
    state: str | None = _change("State, for the United States.")
    level_of_education: str | None = _change("One of the values of `Viewer.levelOfEducation`.")
    gender: str | None = _change("One of the values of `Viewer.gender`.")
    year_of_birth: int | None = _change("Year of birth.")
    languages: list[str] | None = _change("ISO 639-1 codes of languages; they replace all others.")
    social_links: list[SocialLinkInput] | None = _change("Links to set or to remove; others stay, and null keeps all.")
    extended_profile: list[ExtendedProfileInput] | None = _change(
        "Further fields to set; others stay, and null keeps all."
    )
    email: str | None = _change("A new address. It takes effect when the e-mail that is sent to it is confirmed.")
    secondary_email: str | None = _change("A new address for recovery; it takes effect when it is confirmed.")
    account_privacy: AccountPrivacy | None = _change("The audience of the profile; null keeps it.")
    visibility: list[FieldVisibilityInput] | None = _change(
        "Visibility of fields; others stay, and null keeps all. It is stored after all other changes, and sets "
        "`accountPrivacy` to `CUSTOM` unless another one is given."
    )


@strawberry.input(description="Input of the mutation `requestNameChange`.")
class RequestNameChangeInput:
    name: str = strawberry.field(description="The new name, 255 characters at most.")


@strawberry.input(description="Input of the mutation `submitVerifiedName`.")
class SubmitVerifiedNameInput:
    verified_name: str = strawberry.field(description="Name as on an identity card, 255 characters at most.")
    profile_name: str = strawberry.field(description="Name on the profile, 255 characters at most.")


@strawberry.input(description="Input of the mutation `setNameOnCertificates`.")
class SetNameOnCertificatesInput:
    use_verified_name: bool = strawberry.field(description="Whether certificates have the verified name.")


@strawberry.type(description="The payload of a mutation of the viewer's profile.")
class ProfilePayload(ViewerPayload):
    profile: Profile | None = found(
        "The viewer's profile after the write; null if nothing was stored.",
        writes.written_profile,
        source="user/account",
    )


@strawberry.type(
    description="Payload of the mutation `updateAccount`. If only the first write was stored, `userErrors` has "
    "the reason, and `viewer` and `profile` have the stored state."
)
class UpdateAccountPayload(ProfilePayload):
    pass


@strawberry.type(description="Payload of the mutation `removeProfileImage`.")
class RemoveProfileImagePayload(ProfilePayload):
    pass


@strawberry.type(description="Payload of the mutation `requestNameChange`.")
class RequestNameChangePayload(ViewerPayload):
    pass


@strawberry.type(description="Payload of the mutation `submitVerifiedName`.")
class SubmitVerifiedNamePayload(ViewerPayload):
    pass


@strawberry.type(description="Payload of the mutation `setNameOnCertificates`.")
class SetNameOnCertificatesPayload(ViewerPayload):
    pass


@strawberry.type(description="Payload of the mutation `sendActivationEmail`.")
class SendActivationEmailPayload(ViewerPayload):
    pass


_PLAIN = (
    "name",
    "bio",
    "country",
    "state",
    "level_of_education",
    "gender",
    "year_of_birth",
    "email",
    "secondary_email",
)


async def _update(info: Info, given: UpdateAccountInput) -> Row:
    values = {name: value for name, value in vars(given).items() if value is not strawberry.UNSET}
    changes: dict[str, Any] = {name: values[name] for name in _PLAIN if name in values}
    if "languages" in values:
        changes["language_proficiencies"] = [{"code": code} for code in given.languages or ()]
    if links := values.get("social_links"):
        changes["social_links"] = [{"platform": link.platform, "social_link": link.url or ""} for link in links]
    if rows := values.get("extended_profile"):
        changes["extended_profile"] = [{"field_name": row.name, "field_value": row.value} for row in rows]
    if values.get("account_privacy") is not None:
        changes["account_privacy"] = str(values["account_privacy"].value)
    visibility = {row.field_name: str(row.audience.value) for row in values.get("visibility") or ()}
    return await writes.update_account(info, changes, visibility or None)


async def _remove_image(info: Info) -> Row:
    return await writes.remove_profile_image(info)


async def _request_name(info: Info, given: RequestNameChangeInput) -> Row:
    return await writes.request_name_change(info, given.name)


async def _submit_name(info: Info, given: SubmitVerifiedNameInput) -> Row:
    return await writes.submit_verified_name(info, given.verified_name, given.profile_name)


async def _choose_name(info: Info, given: SetNameOnCertificatesInput) -> Row:
    return await writes.set_name_on_certificates(info, given.use_verified_name)


async def _send_activation(info: Info) -> Row:
    return await writes.send_activation_email(info)


@strawberry.type(description="Mutations of the viewer's account and names.")
class AccountMutations:
    update_account: UpdateAccountPayload | None = mutation(
        "Changes the viewer's account and the visibility of its fields. These are two writes; the second may fail "
        "after the first was stored.",
        UpdateAccountInput,
        _update,
        CHANGE_ACCOUNT,
        CHANGE_PREFERENCES,
        planned=writes.plan_update,
    )
    remove_profile_image: RemoveProfileImagePayload | None = plain_mutation(
        "Removes the viewer's picture. A picture is uploaded to the LMS itself.", _remove_image, REMOVE_IMAGE
    )
    request_name_change: RequestNameChangePayload | None = mutation(
        "Requests a change of the name on the account, which is pending until the identity is verified. Requires a "
        "JWT or a session.",
        RequestNameChangeInput,
        _request_name,
        CHANGE_NAME,
    )
    submit_verified_name: SubmitVerifiedNamePayload | None = mutation(
        "Submits a name for verification; each submission creates a new record. Requires a JWT or a session.",
        SubmitVerifiedNameInput,
        _submit_name,
        SUBMIT_NAME,
    )
    set_name_on_certificates: SetNameOnCertificatesPayload | None = mutation(
        "Chooses the name on the viewer's certificates. Requires a JWT or a session.",
        SetNameOnCertificatesInput,
        _choose_name,
        CHOOSE_NAME,
    )
    send_activation_email: SendActivationEmailPayload | None = plain_mutation(
        "Sends the account activation e-mail again. Requires a session.",
        _send_activation,
        SEND_ACTIVATION,
    )
