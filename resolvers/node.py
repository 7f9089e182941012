"""`Query.node` and `Query.nodes`: objects by global id."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import strawberry
from graphql import GraphQLObjectType

from loaders.calls.wave import start_task
from loaders.keys import is_course_key, is_uuid, uuid_or_same
from resolvers.course import course_of
from resolvers.credit import credit_provider_of
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found
from resolvers.declare.page import LONGEST_TEXT
from resolvers.discussion import discussion_of
from resolvers.enrollment import enrollment_of
from resolvers.fetch.ask import LiveAsk
from resolvers.fetch.context import Info
from resolvers.fetch.fetch import objects_of
from resolvers.gradebook import entry_of
from resolvers.node_search import find, parts_by_name
from resolvers.plan.places import COURSE, DISCUSSION, ENTRY, PLACES, PROFILE, PROGRAM, VIEWER, Place
from resolvers.plan.step import Argument, Value
from resolvers.plan.way import Parts, way_to
from resolvers.profile import profile_of
from resolvers.programs import program_of
from resolvers.team import is_team_id, team_of
from resolvers.thread import comment_of, is_content_id, thread_of
from resolvers.values.node import Named, is_id, parse_global_id
from resolvers.viewer import viewer

_Id = Annotated[strawberry.ID, strawberry.argument(description="An `id` that this API has returned.")]
_Ids = Annotated[list[strawberry.ID], strawberry.argument(description="`id`s that this API has returned, 100 at most.")]


def node(root: None, info: Info, id: _Id) -> Any:  # noqa: A002  # the argument's name in GraphQL
    """The object with this id."""
    return nodes(root, info, [id])[0]


def nodes(root: None, info: Info, ids: _Ids) -> list[Any]:
    """The objects with these ids, in the same order."""
    return [_find(info, text) for text in ids]


def _find(info: Info, text: str) -> Any:
    named = parse_global_id(text)
    if named is None or not is_id(named):
        return bad_input("This is not an id of this API.")
    if named.type_name in _FINDERS:
        check, find_one = _FINDERS[named.type_name]
        if len(named.parts) == 1 and check(named.parts[0]):
            ask = LiveAsk.of(info, None, {})
            return objects_of(ask, find_one(ask, named.parts[0]), named.type_name)
    elif named.type_name in PLACES:
        parts = parts_by_name(info, named.type_name, named.parts)
        if parts is not None:
            return start_task(find(info, named.type_name, text, parts))
    elif _has_ids(info, named):
        return bad_input(
            f"An object of the type {named.type_name} cannot be found by its id: select the object that contains it."
        )
    return bad_input("This is not an id of this API.")


def _has_ids(info: Info, named: Named) -> bool:
    found = info.schema.type_map.get(named.type_name)
    return isinstance(found, GraphQLObjectType) and "id" in found.fields


def _is_provider(key: str) -> bool:
    return 0 < len(key) <= LONGEST_TEXT and "," not in key


def _is_uuid(key: str) -> bool:
    return is_uuid(uuid_or_same(key))


Finder = tuple[Callable[[str], bool], Callable[[Any, Value], Found]]
"""A check of the LMS's key for objects of a type, and the look-up of an object by that key."""

_FINDERS: dict[str, Finder] = {
    "Comment": (is_content_id, comment_of),
    "Course": (is_course_key, course_of),
    "CreditProvider": (_is_provider, credit_provider_of),
    "Discussion": (is_course_key, discussion_of),
    "Enrollment": (is_course_key, enrollment_of),
    "Program": (_is_uuid, lambda ask, key: program_of(ask, uuid_or_same(key) if isinstance(key, str) else key)),
    "Team": (is_team_id, team_of),
    "Thread": (is_content_id, thread_of),
    "Viewer": (lambda key: key == "me", lambda ask, key: viewer(ask)),
}


def plan_node(ask: Ask) -> Found:
    """The plan of `Query.node`."""
    return _planned(ask, [ask.value("id")], _text(ask.named("id")))


def plan_nodes(ask: Ask) -> Found:
    """The plan of `Query.nodes`, with as many objects of each type as there are ids of it."""
    return _planned(ask, sorted(set(ask.value("ids"))), _text(ask.each("ids")[0][0]))


def _text(value: Value) -> str:
    return value.text if isinstance(value, Argument) else str(value)


def _planned(ask: Any, ids: list[str], name: str) -> Found:
    """The plan for these ids, with as many objects of each type as there are ids of it."""
    named = {text: parse_global_id(text) for text in ids}
    counts = Counter(one.type_name for one in named.values() if one is not None)
    by_type: dict[str, Found] = {}
    for one in named.values():
        if one is None or one.type_name in by_type:
            continue
        times = ask.times(counts[one.type_name])
        if one.type_name in _FINDERS:
            by_type[one.type_name] = _FINDERS[one.type_name][1](times, Argument(f"{one.type_name} of {name}"))
        elif one.type_name in PLACES:
            parts = parts_by_name(ask, one.type_name, one.parts)
            if parts is not None:
                by_type[one.type_name] = _placed(times, one.type_name, parts)
    return Found(by_type=by_type) if by_type else NOTHING


def _placed(ask: Any, type_name: str, parts: Parts) -> Found:
    """An object that is searched in its places, each place only if the previous ones do not have it."""
    for number, place in enumerate(PLACES[type_name]):
        nodes, values = way_to(ask.field_nodes, place, parts)
        ask.search(place.holder, nodes, values, partial(_holder, place), conditional=number > 0)
    return Found(searched=True)


def _holder(place: Place, ask: Ask) -> Found:
    """The object that a search starts from."""
    key = Argument(f"{{{place.key or 'viewer'}}}")
    if place.holder == COURSE:
        return course_of(ask, key, known=True)
    if place.holder == DISCUSSION:
        return discussion_of(ask, key, known=True)
    if place.holder == VIEWER:
        return viewer(ask)
    if place.holder == PROFILE:
        return profile_of(ask, key)
    if place.holder == ENTRY:
        return entry_of(ask, key, Argument("{learner}"))
    return Found(facts={"uuid" if place.holder == PROGRAM else "key": key})
