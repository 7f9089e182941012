"""Look-ups of `Viewer.creditEligibility` and `Query.creditProviders`."""

from collections.abc import Sequence

from loaders.endpoints.credit import CREDIT_ELIGIBILITY, CREDIT_PROVIDERS
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import lms_ids
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found
from resolvers.declare.page import LONGEST_TEXT, MAX_PAGE
from resolvers.output.row import Row
from resolvers.plan.step import Value
from resolvers.values.path import View
from resolvers.viewer import viewer_username


def credit_eligibility(ask: Ask) -> Found:
    """The viewer's eligibility for credit in one course; null for an anonymous caller or without eligibility."""
    if ask.credentials.anonymous:
        return NOTHING
    step = ask.step(CREDIT_ELIGIBILITY, {"username": viewer_username(ask), "course_key": ask.named("course")})
    return Found({CREDIT_ELIGIBILITY: step}, read=_eligibility)


def _eligibility(answers: Answers) -> Row | None:
    return answers.at(CREDIT_ELIGIBILITY, 0) if answers.value(CREDIT_ELIGIBILITY) else None


def credit_providers(ask: Ask) -> Found:
    """All credit providers, or the ones with these ids."""
    if ask.value("ids") == []:
        return Found(read=lambda answers: [])
    return Found({CREDIT_PROVIDERS: ask.step(CREDIT_PROVIDERS, {"provider_ids": ask.joined("ids", _ids)})}, read=_all)


def credit_provider_of(ask: Ask, key: Value) -> Found:
    """The provider with this key; null when there is none."""
    return Found({CREDIT_PROVIDERS: ask.step(CREDIT_PROVIDERS, {"provider_ids": key})}, read=_one)


def _ids(texts: Sequence[str]) -> Sequence[str]:
    ids = lms_ids(texts, "CreditProvider")
    if len(ids) > MAX_PAGE or any("," in text or len(text) > LONGEST_TEXT for text in ids):
        raise bad_input(f"`ids` takes up to {MAX_PAGE} ids, none with a comma in it.")
    return ids


def _all(answers: Answers) -> list[Row] | None:
    values = answers.value(CREDIT_PROVIDERS)
    if values is None:
        return None
    if not isinstance(values, list):
        raise TypeError("a list was expected")
    shape = ("CreditProvider", CREDIT_PROVIDERS)
    return [
        answers.seen({CREDIT_PROVIDERS: View(value, values)}, type_name="CreditProvider", shape=shape)
        for value in values
    ]


def _one(answers: Answers) -> Row | None:
    return next(iter(_all(answers) or ()), None)
