"""The LMS's pagination styles (the names P1 and P2 are this project's)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from gateway.demo.http.errors import NotFoundError

if TYPE_CHECKING:
    from gateway.demo.http.route import Call

T = TypeVar("T")


def page_of(call: Call, rows: Sequence[T], *, size: int = 10, maximum: int = 100) -> tuple[list[T], Page]:
    """The rows of the page asked for. `page_size` above `maximum` is clamped, nonsense falls back to `size`.

    Raises NotFoundError ("Invalid page.") beyond the end.
    """
    asked = call.arg("page_size", "") or ""
    limit = min(int(asked), maximum) if asked.isdecimal() and int(asked) > 0 else size
    pages = max(1, ceil(len(rows) / limit))
    number_text = call.arg("page", "1") or "1"
    number = pages if number_text == "last" else int(number_text) if number_text.isdecimal() else 0
    if not 1 <= number <= pages:
        raise NotFoundError("Invalid page.")
    first = (number - 1) * limit
    return list(rows[first : first + limit]), Page(call, number, pages, len(rows), first)


class Page:
    """A page with its number and count, and the two envelopes of pages."""

    def __init__(self, call: Call, number: int, pages: int, count: int, start: int) -> None:
        self.number, self.pages, self.count, self.start = number, pages, count, start
        self.next = _link(call, number + 1) if number < pages else None
        self.previous = _link(call, number - 1) if number > 1 else None

    def namespaced(self, results: list[Any]) -> dict[str, Any]:
        """P1: `{results, pagination: {next, previous, count, num_pages}}`."""
        pagination = {
            "next": self.next,
            "previous": self.previous,
            "count": self.count,
            "num_pages": self.pages,
        }
        return {"results": results, "pagination": pagination}

    def flat(self, results: list[Any]) -> dict[str, Any]:
        """P2: `{next, previous, count, num_pages, current_page, start, results}`."""
        return {
            "next": self.next,
            "previous": self.previous,
            "count": self.count,
            "num_pages": self.pages,
            "current_page": self.number,
            "start": self.start,
            "results": results,
        }


def cursor_page(
    call: Call, rows: Sequence[T], show: Callable[[T], Any], *, size: int, maximum: int | None = None
) -> dict[str, Any]:
    """P3: `{next, previous, results}` with an opaque `cursor`, and no count. `maximum` None does not clamp.

    Raises NotFoundError ("Invalid cursor") for an invalid cursor.
    """
    asked = call.arg("page_size", "") or ""
    limit = int(asked) if asked.isdecimal() and int(asked) > 0 else size
    limit = min(limit, maximum) if maximum is not None else limit
    first = _position(call.arg("cursor"))
    previous = max(0, first - limit)
    return {
        "next": _cursor_link(call, first + limit) if first + limit < len(rows) else None,
        "previous": _cursor_link(call, previous) if first > 0 else None,
        "results": [show(row) for row in rows[first : first + limit]],
    }


def _position(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        return int(b64decode(cursor, validate=True).decode().removeprefix("o="))
    except ValueError as error:
        raise NotFoundError("Invalid cursor") from error


def _cursor_link(call: Call, position: int) -> str:
    pairs = dict(parse_qsl(call.query_string, keep_blank_values=True))
    pairs["cursor"] = b64encode(f"o={position}".encode()).decode()
    return f"{call.world.site.base_url}{call.path}?{urlencode(sorted(pairs.items()))}"


def _link(call: Call, page: int) -> str:
    pairs = dict(parse_qsl(call.query_string, keep_blank_values=True))
    if page == 1:
        pairs.pop("page", None)
    else:
        pairs["page"] = str(page)
    query = urlencode(sorted(pairs.items()))
    return f"{call.world.site.base_url}{call.path}" + (f"?{query}" if query else "")
