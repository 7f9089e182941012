"""The parts of the viewer's account."""

import strawberry

from resolvers.source import here
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime


@strawberry.type(description="A language that a person knows.")
class LanguageProficiency(Node):
    id: strawberry.ID = identified(here("code"))
    code: str = field("ISO 639-1 code, such as `es`.", here("code"))


@strawberry.type(description="A person's page somewhere else.")
class SocialLink(Node):
    id: strawberry.ID = identified(here("platform"), here("social_link"))
    platform: str = field("Known values: `facebook`, `linkedin`, `twitter`.", here("platform"))
    url: URL | None = field("The page.", here("social_link"))


@strawberry.type(description="A person's identity verification.")
class IdentityVerification(Node):
    id: strawberry.ID = identified()
    is_verified: bool = field("Whether the identity is verified now.", here("is_verified"))
    status: str = field("Known values: `expired`, `approved`, `pending`, `must_reverify`.", here("status"))
    expiration: DateTime | None = field(
        "Until when it holds; null when it never held.", here("expiration_datetime", via=lambda moment: moment or None)
    )


@strawberry.type(description="One setting of the viewer.")
class Preference(Node):
    id: strawberry.ID = identified(here("key"))
    key: str = field("Which. Known values: `pref-lang`, `time_zone`, `account_privacy`, `visibility.*`.", here("key"))
    value: str | None = field("Its value, as text.", here("value"))
