"""`Query.countries` and `Query.timeZones`: lists that are the same for every caller."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.account import REGISTRATION_FORM, TIME_ZONES
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.output.row import Row
from resolvers.values.path import View

_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)


def countries(ask: Ask) -> Found:
    """The options of the field `country` in the registration form."""

    def options(form: Any) -> Iterable[Any]:
        field = next(one for one in form["fields"] if one["name"] == "country")
        return (option for option in field["options"] if option["value"])

    return _listed(ask.step(REGISTRATION_FORM), REGISTRATION_FORM, options)


def time_zones(ask: Ask) -> Found:
    """The time zones of a country, or all time zones."""
    step = ask.step(TIME_ZONES, {"country_code": ask.argument("country", _code) or ""})
    return _listed(step, TIME_ZONES, list)


def _code(text: str) -> str:
    if _CODE.fullmatch(text) is None:
        raise bad_input("`country` must be a code of two letters.")
    return text


def _listed(step: Any, endpoint: Endpoint, rows_of: Callable[[Any], Iterable[Any]]) -> Found:
    def read(answers: Answers) -> list[Row] | None:
        answer = answers.value(endpoint)
        if answer is None:
            return None
        return [answers.seen({endpoint: View(row, None)}, type_name=None, shape=endpoint) for row in rows_of(answer)]

    return Found({endpoint: step}, read=read)
