"""Who answers `Course.bookmarks`."""

from loaders.endpoint import Call
from loaders.endpoints.bookmark import BOOKMARKS
from resolvers.context import Info
from resolvers.numbered import numbered_connection
from resolvers.page import page_facts
from resolvers.row import Pending, Row
from resolvers.selected import selected

_COSTLY = {"displayName": "display_name", "path": "path"}


def course_bookmarks(root: Row, info: Info, first: int, after: str | None) -> Pending:
    """The viewer's bookmarks in one course; names and paths are only asked for when they are selected."""
    course_key = root.facts["key"]
    fields = [name for field, name in _COSTLY.items() if field in selected(info, "edges", "node")]

    def call(page: str, size: str) -> Call:
        return BOOKMARKS.call(course_id=course_key, fields=",".join(fields) or None, page=page, page_size=size)

    facts = page_facts("bookmarks", course_key, first, after, key=course_key)
    return numbered_connection(info.context, call, "BookmarkConnection", first=first, after=after, facts=facts)
