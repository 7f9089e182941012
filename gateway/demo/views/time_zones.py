"""Time zones of a country, or of all countries the stand-in knows."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from gateway.demo.http.auth import Schemes
from gateway.demo.http.route import Answer, Call, Route, Slash


def time_zones(call: Call) -> Answer:
    """`[{time_zone, description}]`, sorted by name; `?country_code=` filters, an unknown code gives them all."""
    countries = _countries()
    code = (call.arg("country_code") or "").upper()
    names = countries.get(code) or [name for zones in countries.values() for name in zones]
    return Answer([{"time_zone": name, "description": _description(call, name)} for name in sorted(names)])


def _description(call: Call, name: str) -> str:
    moment = call.world.now.astimezone(ZoneInfo(name))
    return f"{name} ({moment:%Z}, UTC{moment:%z})"


@cache
def _countries() -> dict[str, list[str]]:
    text = resources.files("gateway.demo").joinpath("data", "time_zones.json").read_text(encoding="utf-8")
    zones: dict[str, list[str]] = json.loads(text)
    return zones


ROUTES = (
    Route(
        "user.time_zones",
        ("/api/user/v1/preferences/time_zones",),
        {"GET": time_zones},
        Slash.MUST,
        Schemes.JS,
    ),
)
