"""The calls of the catalogues, of credit providers, and of the LMS's clock."""

from loaders.endpoints.catalog import CATALOG_COURSES, CATALOG_SEARCH, COURSE_RUNS
from loaders.endpoints.credit import CREDIT_PROVIDERS
from loaders.endpoints.csrf_token import CSRF_TOKEN
from loaders.endpoints.roles import ROLES
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found
from resolvers.step import Argument
from resolvers.steps.pages import first_of, numbered


def catalog(ask: Ask) -> Found:
    """`Query.catalog`."""
    filters = {
        "search_term": ask.argument("search"),
        "org": ask.argument("org"),
        "mobile": Argument("{mobile}") if ask.is_given("mobile") else None,
        "active_only": "true" if ask.value("activeOnly") else None,
    }
    return numbered(ask, CATALOG_SEARCH, filters, told_by=CATALOG_COURSES)


def catalog_runs(ask: Ask) -> Found:
    """`Query.catalogRuns`: asked for global staff only."""
    roles = ask.step(ROLES)
    runs = ask.step(COURSE_RUNS, after=(roles,))
    roles.helps.append(runs)
    return Found({COURSE_RUNS: runs}, rows=first_of(ask))


def credit_providers(ask: Ask) -> Found:
    """`Query.creditProviders`."""
    if ask.value("ids") == []:
        return NOTHING
    ids, _ = ask.each("ids")
    named = None if ids is None else Argument(ids.text)
    return Found({CREDIT_PROVIDERS: ask.step(CREDIT_PROVIDERS, {"provider_ids": named})})


def credit_provider_of(ask: Ask, key: Argument) -> Found:
    """The provider with this key."""
    return Found({CREDIT_PROVIDERS: ask.step(CREDIT_PROVIDERS, {"provider_ids": key})})


def server_time(ask: Ask) -> Found:
    """`Query.serverTime`: the `Date` of any answer; one call of its own where nothing else is asked."""
    return Found({CSRF_TOKEN: ask.step(CSRF_TOKEN, perhaps=True)})
