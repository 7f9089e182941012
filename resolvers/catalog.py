"""Look-ups of `Query.catalog` and `Query.catalogRuns`."""

from typing import Any

from loaders.endpoints.catalog import CATALOG_COURSES, CATALOG_SEARCH, COURSE_RUNS
from loaders.endpoints.roles import ROLES
from loaders.errors import Code, Failure
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.declare.numbered import NAMESPACED, numbered
from resolvers.declare.page import first_of, read_offset, slice_page
from resolvers.output.row import Row

LONGEST_WORDS = 200
"""Maximum characters of a search text or an organisation."""


def catalog(ask: Ask) -> Found:
    """Courses that match all filters. The rows have the same fields as in the other answers of the catalogue."""

    def words(name: str) -> Any:
        def check(text: str) -> str | None:
            if len(text) > LONGEST_WORDS:
                raise bad_input(f"`{name}` can have at most {LONGEST_WORDS} characters.")
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
    """The whole catalogue of course runs, for global staff. The call is made only for them."""
    first, after = first_of(ask), ask.value("after")
    ask.check(lambda: read_offset(after))
    roles = ask.step(ROLES)
    runs = ask.step(COURSE_RUNS, after=(roles,), later=True)
    roles.needed_by.append(runs)

    def guard(answers: Answers) -> None:
        answer = answers.value(ROLES)
        if answer is None or answer.get("is_staff") is not True:
            raise Failure(Code.FORBIDDEN, "The course catalogue is for global staff only.").error()

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
