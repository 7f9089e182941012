"""Profiles of people, as the viewer may see them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.certificate import CERTIFICATES
from loaders.endpoints.viewer import ACCOUNT, PREFERENCES
from resolvers.declare.source import around, at, here
from resolvers.profile import is_viewer
from schema.account import LanguageProficiency, SocialLink
from schema.declare import field, found, identified, relation
from schema.relay import Node
from schema.scalars import URL, UUID, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course

_VISIBILITY = "visibility."


def _visibility(preferences: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The audience of each field, from the preferences."""
    chosen = {name: value for name, value in preferences.items() if name.startswith(_VISIBILITY)}
    return [{"field": name.removeprefix(_VISIBILITY), "audience": value} for name, value in chosen.items()]


@strawberry.type(description="The audience of a field of a profile.")
class FieldVisibility(Node):
    id: strawberry.ID = identified(around("username"), here("field"))
    field_name: str = field(
        "The LMS's name of the field. Known values: `bio`, `country`, `course_certificates`, `date_joined`, "
        "`language_proficiencies`, `level_of_education`, `name`, `social_links`, `time_zone`.",
        here("field"),
    )
    audience: str = field("Known values: `all_users`, `private`.", here("audience"))


@strawberry.type(description="A certificate on a profile.")
class ProfileCertificate(Node):
    id: strawberry.ID = identified(around("username"), here("course_id"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course.", at(CERTIFICATES), key=(at(CERTIFICATES, "course_id"),)
    )
    type: str | None = field(
        "Enrolment mode of the certificate. Known values: those of `Certificate.type`.", here("certificate_type")
    )
    modified: DateTime | None = field("When the certificate was last modified.", here("modified_date"))
    download_url: URL | None = field("URL of the certificate.", here("download_url"))
    uuid: UUID | None = field("Identifier for public verification.", here("uuid", via=lambda text: text or None))


@strawberry.type(
    description="The profile of a person, as the viewer may see it. Fields that the person does not share are "
    "null. Reading a profile changes nothing."
)
class Profile(Node):
    id: strawberry.ID = identified(around("username"))
    username: str | None = field("Username.", at(ACCOUNT, "username"))
    is_viewer: bool | None = found("Whether it is the viewer's own profile.", is_viewer)
    name: str | None = field("Full name.", at(ACCOUNT, "name"))
    bio: str | None = field("Biography.", at(ACCOUNT, "bio"))
    country: str | None = field("Country, ISO 3166-1 alpha-2.", at(ACCOUNT, "country"))
    level_of_education: str | None = field(
        "Known values: those of `Viewer.levelOfEducation`.", at(ACCOUNT, "level_of_education")
    )
    language_proficiencies: list[LanguageProficiency] | None = field(
        "Languages that the person knows.", at(ACCOUNT, "language_proficiencies")
    )
    social_links: list[SocialLink] | None = field("Links to social networks.", at(ACCOUNT, "social_links"))
    has_image: bool | None = field("Whether the person has uploaded a picture.", at(ACCOUNT, "profile_image.has_image"))
    image_url: URL | None = field(
        "URL of the picture, 500 pixels square; a placeholder if none was uploaded.",
        at(ACCOUNT, "profile_image.image_url_full"),
    )
    date_joined: DateTime | None = field("When the account was created.", at(ACCOUNT, "date_joined"))
    year_of_birth: int | None = field("Year of birth.", at(ACCOUNT, "year_of_birth"))
    requires_parental_consent: bool | None = field(
        "Whether a parent has to consent, because the person is too young or has not entered a year of birth. "
        "Only a part of their profile is shown.",
        at(ACCOUNT, "requires_parental_consent"),
    )
    account_privacy: str | None = field(
        "The audience of the profile. Known values: `all_users`, `private`, `custom`.", at(ACCOUNT, "account_privacy")
    )
    visibility: list[FieldVisibility] | None = field(
        "The audience of each field, for a profile with the privacy `custom`; null in other people's profiles.",
        at(PREFERENCES, via=_visibility),
    )
    certificates: list[ProfileCertificate] | None = field(
        "Certificates; null if the person does not share them.", at(CERTIFICATES)
    )


def profile_arguments(
    username: Annotated[str, strawberry.argument(description="Username, or the `id` of a profile.")],
) -> None:
    """The arguments of `Query.profile`."""
