"""Objects of the viewer's account."""

import strawberry

from resolvers.source import entry_name, entry_value, here
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime


@strawberry.type(description="A language that a person knows.")
class LanguageProficiency(Node):
    id: strawberry.ID = identified(here("code"))
    code: str = field("ISO 639-1 code, such as `es`.", here("code"))


@strawberry.type(description="A link to a profile of the viewer on a social network.")
class SocialLink(Node):
    id: strawberry.ID = identified(here("platform"), here("social_link"))
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
