"""Who answers `node` and `nodes`: ids back to objects."""

from typing import Annotated, Any

import strawberry

import resolvers.course
import resolvers.programs
import resolvers.viewer
from loaders.keys import is_course_key, is_uuid, uuid_or_same
from resolvers.context import Info
from resolvers.enrollment import enrollment
from resolvers.node import parse_global_id
from resolvers.page import bad_input

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
    if named is not None:
        type_name, key = named
        if type_name == "Course" and is_course_key(key):
            return resolvers.course.course(info, key)
        if type_name == "Enrollment" and is_course_key(key):
            return enrollment(info, key)
        if type_name == "Program" and is_uuid(uuid_or_same(key)):
            return resolvers.programs.program(info, uuid_or_same(key))
        if type_name == "Viewer":
            return resolvers.viewer.viewer(None, info)
    return bad_input("Not an id of this endpoint.")
