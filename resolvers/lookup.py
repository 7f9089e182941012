"""Who answers `node` and `nodes`: ids back to objects."""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry
from graphql import GraphQLObjectType

import resolvers.course
import resolvers.discussion
import resolvers.programs
import resolvers.team
import resolvers.thread
import resolvers.viewer
from loaders.calls.wave import under_way
from loaders.keys import is_course_key, is_uuid, uuid_or_same
from resolvers.context import Info
from resolvers.credit import credit_provider
from resolvers.enrollment import enrollment
from resolvers.errors import bad_input
from resolvers.finding import find, parts_by_name
from resolvers.node import Named, is_id, parse_global_id
from resolvers.page import LONGEST_TEXT
from resolvers.places import PLACES
from resolvers.team import is_team_id
from resolvers.thread import is_content_id

_Id = Annotated[strawberry.ID, strawberry.argument(description="An `id` that this endpoint gave.")]
_Ids = Annotated[list[strawberry.ID], strawberry.argument(description="`id`s that this endpoint gave, 100 at most.")]


def node(root: None, info: Info, id: _Id) -> Any:  # noqa: A002  # the argument's name in GraphQL
    """The object with this id."""
    return nodes(root, info, [id])[0]


def nodes(root: None, info: Info, ids: _Ids) -> list[Any]:
    """The objects with these ids, in order."""
    return [_find(info, text) for text in ids]


def _find(info: Info, text: str) -> Any:
    named = parse_global_id(text)
    if named is None or not is_id(named):
        return bad_input("Not an id of this endpoint.")
    if named.type_name in _FINDERS:
        check, find_one = _FINDERS[named.type_name]
        if len(named.parts) == 1 and check(named.parts[0]):
            return find_one(info, named.parts[0])
    elif named.type_name in PLACES:
        parts = parts_by_name(info, named.type_name, named.parts)
        if parts is not None:
            return under_way(find(info, named.type_name, text, parts))
    elif _has_ids(info, named):
        return bad_input(f"An object of the type {named.type_name} is not found by its id: ask for what it lies in.")
    return bad_input("Not an id of this endpoint.")


def _has_ids(info: Info, named: Named) -> bool:
    found = info.schema.type_map.get(named.type_name)
    return isinstance(found, GraphQLObjectType) and "id" in found.fields


def _is_provider(key: str) -> bool:
    return 0 < len(key) <= LONGEST_TEXT and "," not in key


def _is_uuid(key: str) -> bool:
    return is_uuid(uuid_or_same(key))


def _program(info: Info, key: str) -> Any:
    return resolvers.programs.program(info, uuid_or_same(key))


def _viewer(info: Info, _: str) -> Any:
    return resolvers.viewer.viewer(None, info)


Finder = tuple[Callable[[str], bool], Callable[[Info, str], Any]]
"""What the LMS calls objects of a type, and how one is found by that."""

_FINDERS: dict[str, Finder] = {
    "Comment": (is_content_id, resolvers.thread.comment),
    "Course": (is_course_key, resolvers.course.course),
    "CreditProvider": (_is_provider, credit_provider),
    "Discussion": (is_course_key, resolvers.discussion.discussion_of),
    "Enrollment": (is_course_key, enrollment),
    "Program": (_is_uuid, _program),
    "Team": (is_team_id, resolvers.team.team),
    "Thread": (is_content_id, resolvers.thread.thread),
    "Viewer": (lambda key: key == "me", _viewer),
}
FOUND = frozenset({*_FINDERS, *PLACES})
"""The types that `node` finds."""
