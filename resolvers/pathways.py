"""Who answers `Viewer.learningPathways`."""

from collections.abc import Sequence

from loaders.endpoints.pathways import PATHWAYS
from resolvers.arguments import expect
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.page import MAX_PAGE
from resolvers.reading import payload_of, reading
from resolvers.row import Row, View

_MAX_PAGES = 10


async def pathways(root: Row, info: Info, uuids: Sequence[str] | None) -> list[Row] | None:
    """The viewer's pathways, all or those with these identifiers; null for a visitor."""
    named = None if uuids is None else [expect(uuid, "LearningPathway") for uuid in uuids]
    request = info.context
    if request.credentials.anonymous:
        return None
    if uuids is not None and len(uuids) > MAX_PAGE:
        raise bad_input(f"`uuids` takes {MAX_PAGE} at most.")
    if uuids is not None and not uuids:
        return []
    wanted = ",".join(dict.fromkeys(named)) if named is not None else None
    rows: list[Row] = []
    for number in range(1, _MAX_PAGES + 1):
        loaded = payload_of(await request.load(PATHWAYS.call(uuid=wanted, page=str(number), page_size=str(MAX_PAGE))))
        if loaded is None:
            return rows or None
        with reading(PATHWAYS):
            page = loaded.value
            found = [item["learner_pathway_progress"] for item in page["results"]]
        rows += [Row(base=request.public_url, views={PATHWAYS: View(one, None)}) for one in found]
        if page.get("next") is None:
            break
    return rows
