"""Look-ups of `Course.bookmarks`."""

from loaders.endpoints.bookmark import BOOKMARKS
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found
from resolvers.declare.numbered import numbered
from resolvers.plan.selected import selected

_COSTLY = {"displayName": "display_name", "path": "path"}


def bookmarks(ask: Ask) -> Found:
    """The viewer's bookmarks in one course. Names and paths are requested only if they are selected."""
    key = ask.fact("key")
    fields = [name for field, name in _COSTLY.items() if field in selected(ask, "edges", "node")]
    facts = ask.page_facts("bookmarks", key, ask.value("first"), ask.value("after"), key=key)
    return numbered(ask, BOOKMARKS, {"course_id": key, "fields": ",".join(fields) or None}, facts=facts)
