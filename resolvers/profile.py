"""Who answers `Query.profile`: a person as the LMS shows them to the viewer."""

import asyncio

from graphql import GraphQLObjectType

from loaders.answer import Loaded
from loaders.calls.judge import closed
from loaders.calls.wave import under_way
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.viewer import ACCOUNT, PREFERENCES
from loaders.errors import Failure
from loaders.keys import is_username
from resolvers.arguments import lms_id
from resolvers.context import Info
from resolvers.demands import Demand
from resolvers.errors import bad_input
from resolvers.planned import plan_for, row_of, settle, start
from resolvers.row import Pending, Row
from resolvers.selected import names_at
from resolvers.viewer import own_name

_TYPE = "Profile"
PRESENT = Demand(path="", options={ACCOUNT: ""}, reasons=frozenset({ACCOUNT}))


def profile(info: Info, username: str) -> Pending:
    """The profile of a person; null where the LMS knows nobody of this name."""
    name = lms_id(username, _TYPE)
    if not is_username(name):
        raise bad_input("`username` is not a username.")
    return profile_of(info, name)


def profile_of(info: Info, name: str) -> Pending:
    """The same by a valid username. Who may see what is the owner's own is asked of nobody else."""
    request = info.context
    object_type = info.schema.type_map[_TYPE]
    assert isinstance(object_type, GraphQLObjectType)
    made = plan_for(info, list(info.field_nodes), object_type, extra=(PRESENT,))

    def load(endpoint: Endpoint, fields: str | None) -> "asyncio.Future[Loaded]":
        call = endpoint.call(username=name)
        return under_way(_own(info, name, endpoint)) if endpoint is PREFERENCES else request.load(call)

    loads = start(made, load)
    # Whether it is the viewer's own is known without the account.
    told = "isViewer" in names_at(info, object_type, list(info.field_nodes))
    facts = {"username": name}

    async def settled(names: frozenset[str] | None) -> Row | None:
        used, outcomes = await settle(request, made, loads, load)
        if not request.credentials.opens(ACCOUNT):
            raise closed(ACCOUNT, request.credentials).error()
        if ACCOUNT in outcomes.missing:
            return None
        if ACCOUNT in outcomes.failed and not (outcomes.payloads or told):
            raise outcomes.failed[ACCOUNT].error()
        return row_of(request, used, outcomes, facts, _TYPE)

    return Pending(settled, _TYPE, request.public_url, facts)


async def _own(info: Info, name: str, endpoint: Endpoint) -> Loaded:
    """The answer if the viewer is this person; unseen otherwise."""
    viewer = await own_name(info)
    if isinstance(viewer, Failure):
        return viewer
    return await info.context.load(endpoint.call(username=name)) if viewer.text == name else Missing.REFUSED


async def is_viewer(root: Row, info: Info) -> bool | None:
    """Whether a profile is the viewer's own."""
    if info.context.credentials.anonymous:
        return False
    viewer = await own_name(info)
    if isinstance(viewer, Failure):
        raise viewer.error()
    return bool(viewer.text == root.facts["username"])
