"""Objects of the viewer's account."""

from typing import Any

import strawberry

from loaders.endpoints.account import ENTERPRISE_LEARNER, IDENTITY_CHECK, LINKED_ACCOUNTS, VERIFIED_NAME, VERIFIED_NAMES
from loaders.endpoints.viewer import ACCOUNT
from loaders.keys import canonical_uuid
from resolvers.declare.source import at, entry_name, entry_value, here, optional
from resolvers.values.normalize import identifier
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime


@strawberry.type(description="A language that a person knows.")
class LanguageProficiency(Node):
    id: strawberry.ID = identified(here("code"), optional("username"))
    code: str = field("ISO 639-1 code, such as `es`.", here("code"))


@strawberry.type(description="A link to a person's profile on a social network.")
class SocialLink(Node):
    id: strawberry.ID = identified(here("platform"), here("social_link"), optional("username"))
    platform: str = field("Known values: `facebook`, `linkedin`, `twitter`.", here("platform"))
    url: URL | None = field("URL of the profile.", here("social_link"))


@strawberry.type(description="The viewer's identity verification.")
class IdentityVerification(Node):
    id: strawberry.ID = identified()
    is_verified: bool = field("Whether the viewer's identity is currently verified.", here("is_verified"))
    status: str = field("Known values: `expired`, `approved`, `pending`, `must_reverify`.", here("status"))
    expiration: DateTime | None = field(
        "When the verification expires; null if there never was one.",
        here("expiration_datetime", via=lambda moment: moment or None),
    )


@strawberry.type(description="A preference of the viewer.")
class Preference(Node):
    id: strawberry.ID = identified(entry_name())
    key: str = field(
        "Name of the preference. Known values: `pref-lang`, `time_zone`, `account_privacy`, `visibility.*`.",
        entry_name(),
    )
    value: str | None = field("Value of the preference, as text.", entry_value())


@strawberry.type(description="A further field of the viewer's account, which the operator has added.")
class ExtendedProfileField(Node):
    id: strawberry.ID = identified(here("field_name"))
    name: str = field("The LMS's name of the field.", here("field_name"))
    value: str | None = field("Value of the field.", here("field_value"))


@strawberry.type(description="An identity provider, and whether the viewer's account is linked with it.")
class LinkedAccount(Node):
    id: strawberry.ID = identified(here("id"))
    key: str = field("The LMS's id of the provider.", here("id"))
    name: str = field("Name of the provider.", here("name"))
    is_connected: bool = field("Whether the account is linked.", here("connected"))
    accepts_sign_in: bool = field("Whether the viewer can sign in with the provider.", here("accepts_logins"))
    connect_url: URL | None = field("URL of the page that links the account.", here("connect_url"))
    disconnect_url: URL | None = field("URL for a POST request that unlinks the account.", here("disconnect_url"))


def _latest_approved(names: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The first approved name of a list that begins with the newest."""
    return next((name for name in names if name["status"] == "approved"), None)


@strawberry.type(description="A name of the viewer that is verified or waits for verification.")
class VerifiedName(Node):
    id: strawberry.ID = identified(here("id"))
    name: str = field("The name, as on an identity card.", here("verified_name"))
    profile_name: str | None = field("The name of the profile at that time.", here("profile_name"))
    status: str = field("Known values: `pending`, `submitted`, `approved`, `denied`.", here("status"))
    created: DateTime = field("When the name was submitted.", here("created"))
    is_from_proctored_exam: bool | None = field(
        "Whether a proctored exam verified it.",
        here("proctored_exam_attempt_id", via=lambda number: number is not None),
    )


@strawberry.type(description="Whether the viewer can verify their identity.")
class IdentityCheck(Node):
    id: strawberry.ID = identified()
    status: str | None = field(
        "Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`.", here("status")
    )
    expiration: DateTime | None = field("When the verification expires.", here("expires"))
    can_verify: bool | None = field("Whether the viewer can verify their identity now.", here("can_verify"))


def _first(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    return rows[0]["enterprise_customer"] if rows else None


@strawberry.type(description="The enterprise that manages the viewer's account.")
class AccountManager(Node):
    id: strawberry.ID = identified(here("uuid", via=canonical_uuid))
    name: str | None = field("Name of the enterprise.", here("name"))
    syncs_profile: bool | None = field(
        "Whether the enterprise sets the fields of the profile, so that the viewer cannot.",
        here("sync_learner_profile_data"),
    )


@strawberry.type(description="What the account page shows of the viewer's account.")
class AccountFields:
    lms_id: strawberry.ID | None = field("The LMS's number of the viewer's account.", at(ACCOUNT, "id", via=identifier))
    pending_name: str | None = field(
        "Name that waits for verification; null if there is none.", at(ACCOUNT, "pending_name_change")
    )
    is_active: bool | None = field("Whether the viewer has confirmed the e-mail address.", at(ACCOUNT, "is_active"))
    secondary_email: str | None = field("E-mail address for recovery.", at(ACCOUNT, "secondary_email"))
    secondary_email_enabled: bool | None = field(
        "Whether the LMS supports e-mail addresses for recovery; null if this is unknown.",
        at(ACCOUNT, "secondary_email_enabled"),
    )
    year_of_birth: int | None = field("Year of birth.", at(ACCOUNT, "year_of_birth"))
    gender: str | None = field("Known values: `m`, `f`, `o`.", at(ACCOUNT, "gender"))
    state: str | None = field("State, for the United States.", at(ACCOUNT, "state"))
    phone_number: str | None = field("Phone number.", at(ACCOUNT, "phone_number"))
    requires_parental_consent: bool | None = field(
        "Whether a parent has to consent to a public profile.", at(ACCOUNT, "requires_parental_consent")
    )
    has_profile_image: bool | None = field(
        "Whether the viewer has uploaded a picture.", at(ACCOUNT, "profile_image.has_image")
    )
    extended_profile: list[ExtendedProfileField] | None = field(
        "Further fields that the operator has added.", at(ACCOUNT, "extended_profile")
    )
    managed_by: AccountManager | None = field(
        "The enterprise that manages the account; null if there is none. Null with an error if the LMS does not "
        "support enterprises. Requires a JWT or a session.",
        at(ENTERPRISE_LEARNER, "results", via=_first),
    )
    linked_accounts: list[LinkedAccount] | None = field(
        "Identity providers, and which of them are linked.", at(LINKED_ACCOUNTS)
    )
    verified_name: VerifiedName | None = field(
        "The latest approved name; null if there is none. Requires a JWT or a session.",
        at(VERIFIED_NAME),
        at(VERIFIED_NAMES, "results", via=_latest_approved),
    )
    verified_names: list[VerifiedName] | None = field(
        "Verified names, and names that wait for verification, newest first. Requires a JWT or a session.",
        at(VERIFIED_NAMES, "results"),
    )
    use_verified_name_on_certificates: bool | None = field(
        "Whether certificates have the verified name.", at(VERIFIED_NAMES, "use_verified_name_for_certs")
    )
    identity_check: IdentityCheck | None = field(
        "Whether the viewer can verify their identity now. Requires a JWT or a session.", at(IDENTITY_CHECK)
    )
