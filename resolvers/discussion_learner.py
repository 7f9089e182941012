"""Who answers `Discussion.learners`, `learner`, and the threads of a learner."""

from collections.abc import Mapping

from graphql import GraphQLObjectType

from loaders.answer import Payload
from loaders.endpoint import Call, Endpoint
from loaders.endpoints.discussion import ACTIVITY_STATS, LEARNER_THREADS
from loaders.endpoints.people import ACCOUNTS
from loaders.errors import Code, Failure
from loaders.keys import is_username
from resolvers.context import Field, Info
from resolvers.errors import bad_input
from resolvers.numbered import NAMESPACED, Envelope, numbered_connection
from resolvers.page import MAX_PAGE, check_text, page_facts
from resolvers.read import given, read_part
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row, View
from resolvers.selected import names_at, selected
from resolvers.source import Declaration
from resolvers.thread import FLAG_COUNT

_TYPE = "DiscussionLearner"
_FLAGGED = "flagged"
_UNCOUNTED = Envelope(count=("total",), next=NAMESPACED.next)
"""The envelope of a list whose count is that of the page."""
STATS = frozenset({"threads", "responses", "replies", "activeFlags", "inactiveFlags"})
"""What the LMS counts of a learner."""


def learners(root: Row, info: Info, order_by: str, search: str | None, first: int, after: str | None) -> Pending:
    """Learners who wrote something, in this order."""
    request, course_key = info.context, str(root.facts["key"])
    text = check_text("search", search)
    made: list[Call] = []
    pictured = "imageUrl" in selected(info, "edges", "node")

    def call(page: str, size: str) -> Call:
        one = ACTIVITY_STATS.call(course_key=course_key, order_by=order_by, username=text, page=page, page_size=size)
        made.append(one)
        return one

    facts = page_facts("learners", course_key, order_by, text, first, after, key=course_key)
    listed = numbered_connection(
        request, call, "DiscussionLearnerConnection", first=first, after=after, envelope=NAMESPACED, facts=facts
    )

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = await request.load(made[0])
        if order_by == _FLAGGED and isinstance(loaded, Failure) and loaded.status == 400:
            what = "The LMS's discussion/activity_stats shows reports to moderators only."
            raise Failure(Code.FORBIDDEN, what, ACTIVITY_STATS.name, ACTIVITY_STATS.service, status=400).error()
        if pictured and isinstance(loaded, Payload):
            with reading(ACTIVITY_STATS):
                named = [str(one["username"]) for one in loaded.value["results"]]
            for name in named:  # together, in however many parts the list is delivered
                request.load(ACCOUNTS.call(key=name))
        return await listed.settle(names)

    return Pending(settled, listed.type_name, request.public_url, facts)


def learner(root: Row, info: Info, username: str) -> Pending:
    """One learner by username; the numbers are asked for where they are selected."""
    if not is_username(username):
        raise bad_input("`username` is not a username.")
    request, course_key = info.context, str(root.facts["key"])
    facts = {"key": course_key, "learner": username}
    load = None
    if counts(info):
        size = str(MAX_PAGE)
        load = request.load(ACTIVITY_STATS.call(course_key=course_key, username=username, page="1", page_size=size))

    async def settled(names: frozenset[str] | None) -> Row:
        views = {LEARNER_THREADS: View({"username": username}, None)}
        failed: dict[Endpoint, Failure] = {}
        loaded = None if load is None else await load
        if isinstance(loaded, Failure):
            failed[ACTIVITY_STATS] = loaded
        elif isinstance(loaded, Payload):
            with reading(ACTIVITY_STATS):
                row = next((one for one in loaded.value["results"] if one["username"] == username), None)
            views[ACTIVITY_STATS] = View(row or {}, None)
        return Row(base=request.public_url, views=views, failed=failed, facts=facts, type_name=_TYPE)

    return Pending(settled, _TYPE, request.public_url, facts)


def counts(info: Field) -> bool:
    """True when numbers of a learner are selected."""
    learner_type = info.schema.type_map[_TYPE]
    assert isinstance(learner_type, GraphQLObjectType)
    return not STATS.isdisjoint(names_at(info, learner_type, list(info.field_nodes)))


async def account_of(row: Row, info: Info, declaration: Declaration) -> Row | None:
    """The account of a learner."""
    loaded = payload_of(await info.context.load(ACCOUNTS.call(key=_name(row))))
    return None if loaded is None else row.child({ACCOUNTS: View(loaded.value, loaded.answer.tree)})


def threads(root: Row, info: Info, filters: Mapping[str, str | None], first: int, after: str | None) -> Pending:
    """Threads that a learner wrote in. `filters` are in the LMS's own words."""
    course_key, name = str(given("key", root)), _name(root)
    count = "true" if FLAG_COUNT in selected(info, "edges") else None

    def call(page: str, size: str) -> Call:
        return LEARNER_THREADS.call(
            course_key=course_key, username=name, count_flagged=count, page=page, page_size=size, **filters
        )

    asked = (filters[name] for name in sorted(filters))
    facts = page_facts("learner", course_key, name, count, *asked, first, after, key=course_key)
    return numbered_connection(
        info.context, call, "ThreadConnection", first=first, after=after, envelope=_UNCOUNTED, facts=facts
    )


def _name(row: Row) -> str:
    """The learner's username."""
    name = row.facts.get("learner")
    if name is None:
        name = read_part(row.parts["learner"], row)
    if not is_username(str(name)):
        raise bad_input("Not a username.")
    return str(name)
