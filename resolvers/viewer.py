"""Who answers `viewer`: the person behind the credentials, from answers under way where they tell."""

import asyncio
from typing import Any

from graphql import GraphQLObjectType

import resolvers.course
from loaders.answer import Loaded, Payload
from loaders.calls.username import refused_sign_in
from loaders.calls.wave import under_way
from loaders.credentials import Username
from loaders.endpoint import Call, Endpoint, Missing
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.viewer import ME
from loaders.errors import Failure
from resolvers.context import Info, Request
from resolvers.demands import Endpoints
from resolvers.masquerade import is_masquerade, onlooker_of
from resolvers.node import global_id
from resolvers.planned import Load, plan_for, row_of, settle
from resolvers.row import Pending, Row

_ID = global_id("Viewer", "me")


def viewer(root: None, info: Info) -> Pending:
    """The viewer. What a course's answer tells anyway is not asked again."""
    request = info.context
    course_key, already = _course_under_way(info)
    viewer_type = info.schema.type_map["Viewer"]
    assert isinstance(viewer_type, GraphQLObjectType)
    made = plan_for(info, list(info.field_nodes), viewer_type, already=already)
    load = _load_of(info, course_key, already)
    anonymous = request.credentials.anonymous
    used = {endpoint for demand in made.demands for endpoint in demand.options}
    asked = () if anonymous else [endpoint for endpoint in made.endpoints if endpoint in used]
    loads = {endpoint: load(endpoint, None) for endpoint in asked}

    async def settled(names: frozenset[str] | None) -> Row:
        facts: dict[str, Any] = {"id": _ID}
        if anonymous:
            missing = dict.fromkeys(_endpoints(made.unmet), Missing.ABSENT)
            facts["is_authenticated"] = False
            return Row(base=request.public_url, facts=facts, missing=missing, type_name="Viewer", shape=made.shape)
        needed = None if names is None else made.endpoints_for(names)
        planned, outcomes = await settle(request, made, loads, load, needed)
        if outcomes.missing.pop(ME, None) is Missing.ABSENT:
            facts["is_authenticated"] = False
            outcomes.failed[ME] = refused_sign_in()
        return row_of(request, planned, outcomes, facts, "Viewer")

    return Pending(settled, "Viewer", request.public_url)


def _load_of(info: Info, course_key: str | None, already: Endpoints) -> Load:
    request = info.context

    def load(endpoint: Endpoint, fields: str | None) -> "asyncio.Future[Loaded]":
        if endpoint is COURSE_METADATA:
            return under_way(_of_the_viewer(request, endpoint.call(course_key=course_key)))
        if "username" in endpoint.path_parameters:
            return under_way(_with_username(info, endpoint, course_key, already))
        return request.load(endpoint.call())

    return load


async def _with_username(info: Info, endpoint: Endpoint, course_key: str | None, already: Endpoints) -> Loaded:
    """Calls an endpoint whose path names the viewer."""
    name = await _name(info, course_key, already)
    if isinstance(name, Failure):
        return name
    return await info.context.load(Call(endpoint, (name.text,)))


async def own_name(info: Info) -> Username | Failure:
    """The viewer's username, from wherever it is known first."""
    return await _name(info, *_course_under_way(info))


async def _name(info: Info, course_key: str | None, already: Endpoints) -> Username | Failure:
    request = info.context
    if request.credentials.username_hint is None and course_key is not None and COURSE_METADATA in already:
        loaded = await _of_the_viewer(request, COURSE_METADATA.call(course_key=course_key))
        onlooker = onlooker_of(loaded)
        if onlooker is not None and onlooker.username is not None:
            try:
                return Username(onlooker.username)
            except ValueError:
                pass
    return await request.username()


async def _of_the_viewer(request: Request, call: Call) -> Loaded:
    """What a course's answer tells of the viewer; unseen where it is about nobody, or about somebody else."""
    loaded = await request.load(call)
    if not isinstance(loaded, Payload):
        return loaded
    onlooker = onlooker_of(loaded)
    if onlooker is None or onlooker.username is None or is_masquerade(request, onlooker):
        return Missing.UNSEEN
    hint = request.credentials.username_hint
    if hint is not None and hint != onlooker.username:
        return Missing.UNSEEN
    return loaded


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
