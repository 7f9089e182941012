"""Lists for the account page that are the same for everybody."""

from typing import Annotated

import strawberry

from loaders.endpoints.account import REGISTRATION_FORM, TIME_ZONES
from resolvers.declare.source import at
from schema.declare import field, identified


@strawberry.type(description="A country.")
class Country:
    id: strawberry.ID = identified(at(REGISTRATION_FORM, "value"))
    code: str = field("ISO 3166-1 alpha-2 code.", at(REGISTRATION_FORM, "value"))
    name: str | None = field("Name, in the visitor's language.", at(REGISTRATION_FORM, "name"))


@strawberry.type(description="A time zone.")
class TimeZone:
    id: strawberry.ID = identified(at(TIME_ZONES, "time_zone"))
    name: str = field("Name in the IANA database, such as `America/Bogota`.", at(TIME_ZONES, "time_zone"))
    description: str | None = field(
        "Name with the current offset, such as `America/Bogota (-05, UTC-0500)`.", at(TIME_ZONES, "description")
    )


def zone_arguments(
    country: Annotated[
        str | None, strawberry.argument(description="Code of a country, two letters. If null, all time zones.")
    ] = None,
) -> None:
    """The arguments of `Query.timeZones`."""
