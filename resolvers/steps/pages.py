"""Pages of lists: one call each, two where a page of the client's lies across two of the LMS's."""

from loaders.endpoint import Endpoint
from resolvers.ask import Ask
from resolvers.found import Facts, Found, Given
from resolvers.page import MAX_PAGE
from resolvers.step import Argument

_PAGE = Argument("{page}")
_SIZE = Argument("{size}")


def first_of(ask: Ask, most: int = MAX_PAGE) -> int:
    """How many rows the page may hold."""
    return min(max(int(ask.value("first")), 1), most)


def numbered(
    ask: Ask,
    endpoint: Endpoint,
    arguments: Given,
    *,
    told_by: Endpoint | None = None,
    facts: Facts | None = None,
) -> Found:
    """A page of a list that the LMS gives in numbered pages. `told_by` is the endpoint as which its rows are read."""
    first = first_of(ask)
    if ask.is_given("after"):
        step = ask.step(endpoint, {"page": _PAGE, "page_size": _SIZE, **arguments}, pages=2)
    else:
        step = ask.step(endpoint, {"page": "1", "page_size": str(first), **arguments})
    return Found({told_by or endpoint: step}, rows=first, facts=facts or {})


def cursored(
    ask: Ask,
    endpoint: Endpoint,
    arguments: Given,
    *,
    facts: Facts | None = None,
    most: int = MAX_PAGE,
) -> Found:
    """A page of a list that the LMS gives behind cursors."""
    first = first_of(ask, most)
    if ask.is_given("after"):
        step = ask.step(endpoint, {"cursor": Argument("{cursor}"), "page_size": _SIZE, **arguments})
    else:
        step = ask.step(endpoint, {"page_size": str(first), **arguments})
    return Found({endpoint: step}, rows=first, facts=facts or {})
