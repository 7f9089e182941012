"""Who answers `viewer`: the person behind the credentials, from answers under way where they tell."""

import asyncio
from typing import Any

from graphql import GraphQLObjectType

import resolvers.course
from loaders.batch import Loaded
from loaders.course import COURSE_METADATA
from loaders.endpoint import Call, Endpoint, Missing
from loaders.payload import Payload
from loaders.viewer import ME
from loaders.wave import under_way
from resolvers.context import Info, Outcomes
from resolvers.node import global_id
from resolvers.plan import Endpoints
from resolvers.planned import plan_for, row_of
from resolvers.reading import reading
from resolvers.row import Pending, Row

_ID = global_id("Viewer", "me")


def viewer(root: None, info: Info) -> Pending:
    """The viewer. What a course's answer tells anyway is not asked again."""
    request = info.context
    course_key, already = _course_under_way(info)
    viewer_type = info.schema.type_map["Viewer"]
    assert isinstance(viewer_type, GraphQLObjectType)
    made = plan_for(info, list(info.field_nodes), viewer_type, already=already)
    anonymous = request.credentials.anonymous
    loads: dict[Endpoint, asyncio.Future[Loaded]] = {}
    if not anonymous:
        used = {endpoint for demand in made.demands for endpoint in demand.options}
        for endpoint in made.endpoints:
            if endpoint is COURSE_METADATA:
                if endpoint in used:
                    loads[endpoint] = request.load(endpoint.call(course_key=course_key))
            elif endpoint in already:
                continue
            elif "username" in endpoint.path_parameters:
                loads[endpoint] = under_way(_with_username(info, endpoint, course_key, already))
            else:
                loads[endpoint] = request.load(endpoint.call())

    async def settled(names: frozenset[str] | None) -> Row:
        outcomes = await _gathered(info, loads)
        facts: dict[str, Any] = {"id": _ID}
        if anonymous:
            outcomes.missing.update(dict.fromkeys(_endpoints(made.unmet), Missing.ABSENT))
            facts["is_authenticated"] = False
            return Row(
                base=request.public_url, facts=facts, missing=outcomes.missing, type_name="Viewer", shape=made.shape
            )
        if outcomes.missing.get(ME) is Missing.ABSENT:
            facts["is_authenticated"] = False
        return row_of(request, made, outcomes, facts, "Viewer")

    return Pending(settled, "Viewer", request.public_url)


async def _gathered(info: Info, loads: dict[Endpoint, "asyncio.Future[Loaded]"]) -> Outcomes:
    """What came of the loads; the viewer is asked for after all where the course told nothing of them."""
    outcomes = Outcomes()
    await outcomes.gather(loads)
    if COURSE_METADATA in loads and COURSE_METADATA not in outcomes.payloads:
        await outcomes.gather({ME: info.context.load(ME.call())})
    return outcomes


async def _with_username(info: Info, endpoint: Endpoint, course_key: str | None, already: Endpoints) -> Loaded:
    """Calls an endpoint whose path names the viewer."""
    name = await _name(info, course_key, already)
    if not isinstance(name, str):
        return name
    return await info.context.load(Call(endpoint, (name,)))


async def own_name(info: Info) -> Loaded | str:
    """The viewer's username, from wherever it is known first."""
    return await _name(info, *_course_under_way(info))


async def _name(info: Info, course_key: str | None, already: Endpoints) -> Loaded | str:
    request = info.context
    if request.credentials.username_hint is None and course_key is not None and COURSE_METADATA in already:
        loaded = await request.load(COURSE_METADATA.call(course_key=course_key))
        with reading(COURSE_METADATA):
            told = loaded.value.get("username") if isinstance(loaded, Payload) else None
        return told if told is not None else await request.username()
    return await request.username()


def _course_under_way(info: Info) -> tuple[str | None, Endpoints]:
    """A course of the same operation, and the endpoints that its own plan asks; one that tells of the viewer first."""
    found: tuple[str | None, Endpoints] = (None, frozenset())
    for key, nodes in resolvers.course.root_nodes(info).items():
        endpoints = frozenset(resolvers.course.plan_of(info, nodes, 1).endpoints)
        if COURSE_METADATA in endpoints:
            return key, endpoints
        found = found if found[0] else (key, endpoints)
    return found


def _endpoints(demands: Any) -> set[Endpoint]:
    return {endpoint for demand in demands for endpoint in demand.options}
