"""Who answers `Query.countries` and `Query.timeZones`: lists that are the same for everybody."""

import re
from typing import Any

from loaders.endpoints.account import REGISTRATION_FORM, TIME_ZONES
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.reading import payload_of, reading
from resolvers.row import Row, View

_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)


async def countries(root: None, info: Info) -> list[Row] | None:
    """The options of the field `country` in the form of registration."""
    loaded = payload_of(await info.context.load(REGISTRATION_FORM.call()))
    if loaded is None:
        return None
    with reading(REGISTRATION_FORM):
        form = next(one for one in loaded.value["fields"] if one["name"] == "country")
        rows: list[Any] = [option for option in form["options"] if option["value"]]
    base = info.context.public_url
    return [Row(base=base, views={REGISTRATION_FORM: View(row, None)}, shape=REGISTRATION_FORM) for row in rows]


async def time_zones(info: Info, country: str | None) -> list[Row] | None:
    """The time zones of a country, or all."""
    if country is not None and _CODE.fullmatch(country) is None:
        raise bad_input("`country` is a code of two letters.")
    loaded = payload_of(await info.context.load(TIME_ZONES.call(country_code=country or "")))
    if loaded is None:
        return None
    with reading(TIME_ZONES):
        rows = list(loaded.value)
    return [Row(base=info.context.public_url, views={TIME_ZONES: View(row, None)}, shape=TIME_ZONES) for row in rows]
