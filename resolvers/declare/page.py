"""Pages of connections: cursors, slices of a complete list, and pages of a list that the LMS pages."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, Protocol

from resolvers.declare.arguments import is_number
from resolvers.declare.errors import bad_input
from resolvers.values.node import global_id, parse_global_id

MAX_PAGE = 100

LONGEST_TEXT = 255
"""Maximum characters of a name or id in a URL: the LMS stores none that is longer."""


def check_text(name: str, text: str | None) -> str | None:
    """A text for use in a URL; None for an empty one. Raises if it is longer than any that the LMS stores."""
    if text is not None and len(text) > LONGEST_TEXT:
        raise bad_input(f"`{name}` can have at most {LONGEST_TEXT} characters.")
    return text or None


def check_first(first: int) -> int:
    """`first` if it is 1 to 100; raises otherwise."""
    if not 1 <= first <= MAX_PAGE:
        raise bad_input(f"`first` must be 1 to {MAX_PAGE}.")
    return first


class Arguments(Protocol):
    """The arguments of a field, including `first`."""

    def value(self, name: str) -> Any: ...
    def check(self, rule: Callable[[], object]) -> None: ...


def first_of(ask: Arguments, most: int = MAX_PAGE) -> int:
    """The maximum number of rows of the page. Raises for a number out of range."""
    first: int | None = ask.value("first")
    if first is None:
        return 1  # in a plan; the request refuses the null
    ask.check(partial(check_first, first))
    return min(max(first, 1), most)


def cursor(kind: str, value: str | int) -> str:
    """An opaque cursor, encoded like an id. `kind` distinguishes the cursors of different lists."""
    return global_id(kind, str(value))


@lru_cache(1000)
def _offset_cursor(offset: int) -> str:
    return cursor("offset", offset)


def read_cursor(kind: str, text: str) -> str:
    """The value of a cursor of this kind. Raises for any other text."""
    given = parse_global_id(text)
    if given is None or given.type_name != kind or len(given.parts) != 1:
        raise bad_input("`after` is not a cursor of this list.")
    return given.parts[0]


def read_offset(after: str | None) -> int:
    """The number of entries before the page that follows this cursor. Raises for an invalid cursor."""
    if after is None:
        return 0
    value = read_cursor("offset", after)
    if not is_number(value, 9):
        raise bad_input("`after` is not a cursor of this list.")
    return int(value) + 1


def page_of(
    nodes: Sequence[Any], *, offset: int, has_next: bool, total: int | None, cursors: Sequence[str] | None = None
) -> dict[str, Any]:
    """A connection in the shape that the schema reads. Cursors are offsets unless `cursors` are given."""
    marks = cursors or [_offset_cursor(offset + place) for place in range(len(nodes))]
    return {
        "edges": [{"cursor": mark, "node": node} for mark, node in zip(marks, nodes, strict=True)],
        "page_info": {
            "has_next_page": has_next,
            "has_previous_page": offset > 0,
            "start_cursor": marks[0] if marks else None,
            "end_cursor": marks[-1] if marks else None,
        },
        "total_count": total,
    }


def slice_page(values: Sequence[Any], first: int, after: str | None) -> dict[str, Any]:
    """A page of a complete list."""
    offset = read_offset(after)
    nodes = values[offset : offset + first]
    return page_of(nodes, offset=offset, has_next=offset + len(nodes) < len(values), total=len(values))


def page_facts(name: str, *arguments: object, **facts: object) -> dict[str, Any]:
    """The facts of a page. The name, owner and arguments distinguish it from every other page."""
    return {**facts, "page": "\n".join([name, *("" if one is None else str(one) for one in arguments)])}
