"""Look-ups of `Viewer.learningPathways`."""

from collections.abc import Iterable, Sequence

from loaders.answer import Payload
from loaders.endpoints.pathways import PATHWAYS
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import expect
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found, Given
from resolvers.declare.page import MAX_PAGE
from resolvers.output.row import Row
from resolvers.values.path import View

_MAX_PAGES = 10


def pathways(ask: Ask) -> Found:
    """The viewer's learning pathways, all or the ones with these identifiers; null for an anonymous caller."""
    uuids = ask.joined("uuids", _uuids)
    if ask.credentials.anonymous:
        return NOTHING
    if ask.value("uuids") == []:
        return NOTHING if ask.is_plan else Found(read=lambda answers: [])
    step = ask.step(PATHWAYS, {"uuid": uuids, "page": "1", "page_size": str(MAX_PAGE)}, further=_following)
    return Found({PATHWAYS: step}, read=_read)


def _uuids(uuids: Sequence[str]) -> list[str]:
    if len(uuids) > MAX_PAGE:
        raise bad_input(f"`uuids` takes {MAX_PAGE} at most.")
    return [expect(uuid, "LearningPathway") for uuid in uuids]


def _following(first: Payload) -> Iterable[Given]:
    """The pages after the first."""
    page = first.value
    last = 1 if page.get("next") is None else min(int(page["num_pages"]), _MAX_PAGES)
    return [{"page": str(number)} for number in range(2, last + 1)]


def _read(answers: Answers) -> list[Row] | None:
    pages = answers.values(PATHWAYS)
    if not pages:
        return None
    found = [item["learner_pathway_progress"] for page in pages for item in page["results"]]
    return [answers.seen({PATHWAYS: View(one, None)}, type_name=None) for one in found]
