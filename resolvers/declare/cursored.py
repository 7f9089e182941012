"""Connections over lists that the LMS pages by cursor (`cursor`, `page_size`), where a page links only to the next.

The LMS has a cursor for the start of each page. The cursor of an edge in the middle of a page combines that cursor with
the number of rows to skip. The page after it is requested with that many additional rows, so one call is enough from
any position.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from loaders.endpoint import Endpoint, Missing
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import is_number
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Facts, Found, Given
from resolvers.declare.page import MAX_PAGE, cursor, first_of, page_of, read_cursor
from resolvers.output.row import Row
from resolvers.plan.step import Argument

_KIND = "page"
_MAX_SKIP = 1000
_LONGEST = 500
"""Maximum characters of an LMS cursor, which encodes one position in one order."""


def read_after(after: str | None) -> tuple[str | None, int]:
    """The LMS's cursor of a page, and the number of its rows to skip. Raises for an invalid cursor."""
    if after is None:
        return None, 0
    skipped, colon, theirs = read_cursor(_KIND, after).partition(":")
    if len(theirs) > _LONGEST or not colon or not is_number(skipped, 4) or int(skipped) > _MAX_SKIP:
        raise bad_input("`after` is not a cursor of this list.")
    return theirs or None, int(skipped)


def cursored(
    ask: Ask,
    endpoint: Endpoint,
    arguments: Given,
    *,
    facts: Facts | None = None,
    most: int | None = None,
    counts: Mapping[str, str] | None = None,
    total: str | None = None,
    absent_is_empty: bool = False,
) -> Found:
    """A page of a connection, of at most `most` rows.

    `counts` maps further fields of the page to their keys in the answer. `total` is the key of the total count, if the
    LMS sends one. `absent_is_empty`: a missing answer means an empty list.
    """
    first = first_of(ask, most or MAX_PAGE)
    if ask.is_plan and ask.is_given("after"):
        start, skip = None, 0
        given: Given = {"cursor": Argument("{cursor}"), "page_size": Argument("{size}")}
    else:
        start, skip = read_after(None if ask.is_plan else ask.value("after"))
        given = {"cursor": start, "page_size": str(min(first + skip, most or first + skip))}
    step = ask.step(endpoint, {**given, **arguments})

    def read(answers: Answers) -> Row | None:
        page = answers.value(endpoint)
        if page is None:
            empty = absent_is_empty and answers.outcomes.missing.get(endpoint) is Missing.ABSENT
            return answers.page(endpoint, page_of([], offset=0, has_next=False, total=None)) if empty else None
        rows, following = page["results"][skip : skip + first], next_cursor(page.get("next"))
        connection = page_of(
            rows,
            offset=skip if start is None else skip + 1,
            has_next=following is not None,
            total=page.get(total) if total else None,
            cursors=_marks(rows, start, skip, following),
        )
        connection.update({name: page.get(key) for name, key in (counts or {}).items()})
        return answers.page(endpoint, connection, page)

    return Found({endpoint: step}, rows=first, facts=facts or {}, read=read)


def next_cursor(url: Any) -> str | None:
    """The LMS's cursor in the URL of the next page; None if there is no next page."""
    if not url:
        return None
    found = parse_qs(urlsplit(url).query).get("cursor")
    return found[0] if found else None


def _marks(rows: Sequence[Any], start: str | None, skip: int, following: str | None) -> list[str]:
    """A cursor for each row, marking the position after it."""
    marks = [cursor(_KIND, f"{skip + place + 1}:{start or ''}") for place in range(len(rows))]
    if marks and following is not None:
        marks[-1] = cursor(_KIND, f"0:{following}")
    return marks
