"""`Query.catalog` and `Query.catalogRuns`."""

from typing import Any

from loaders.endpoints.catalog import CATALOG_COURSES, CATALOG_SEARCH, COURSE_RUNS
from loaders.endpoints.roles import ROLES
from loaders.errors import Code, Failure
from resolvers.answers import Answers
from resolvers.ask import Ask
from resolvers.errors import bad_input
from resolvers.found import Found
from resolvers.numbered import NAMESPACED, numbered
from resolvers.page import first_of, read_offset, slice_page
from resolvers.row import Row

LONGEST_WORDS = 200
"""Characters of a text that the catalogue is searched for."""


def catalog(ask: Ask) -> Found:
    """Courses that match all filters. The rows tell what the catalogue's other answers tell."""

    def words(name: str) -> Any:
        def check(text: str) -> str | None:
            if len(text) > LONGEST_WORDS:
                raise bad_input(f"`{name}` may have {LONGEST_WORDS} characters.")
            return text or None

        return ask.argument(name, check)

    filters = {
        "search_term": words("search"),
        "org": words("org"),
        "mobile": ask.argument("mobile", lambda flag: str(flag).lower()),
        "active_only": "true" if ask.value("activeOnly") else None,
    }
    facts = ask.page_facts("catalog", *filters.values(), ask.value("first"), ask.value("after"))
    return numbered(ask, CATALOG_SEARCH, filters, envelope=NAMESPACED, read_as=CATALOG_COURSES, facts=facts)


def catalog_runs(ask: Ask) -> Found:
    """The whole catalogue of course runs, for global staff; nobody else causes its call."""
    first, after = first_of(ask), ask.value("after")
    ask.check(lambda: read_offset(after))
    roles = ask.step(ROLES)
    runs = ask.step(COURSE_RUNS, after=(roles,), later=True)
    roles.helps.append(runs)

    def guard(answers: Answers) -> None:
        told = answers.value(ROLES)
        if told is None or told.get("is_staff") is not True:
            raise Failure(Code.FORBIDDEN, "The course catalogue is for administrators.").error()

    def read(answers: Answers) -> Row | None:
        listed = answers.value(COURSE_RUNS)
        if listed is None:
            return None
        if isinstance(listed, dict):
            listed = [listed]
        if not isinstance(listed, list):
            raise TypeError("a list was expected")
        return answers.page(COURSE_RUNS, slice_page(listed, first, after))

    facts = ask.page_facts("catalogRuns", first, after)
    return Found({COURSE_RUNS: runs}, rows=first, facts=facts, before={ROLES: roles}, guard=guard, read=read)
