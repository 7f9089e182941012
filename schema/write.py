"""What all mutations share: how one is declared, and the errors that a user can do something about."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.types import get_object_definition
from strawberry.types.base import StrawberryContainer
from strawberry.utils.str_converters import to_camel_case

from loaders.endpoint import Endpoint
from resolvers import steps
from resolvers.context import Info
from resolvers.course_writes import written_course
from resolvers.row import Row
from resolvers.source import made
from resolvers.write import Refusal, fresh_query, fresh_viewer, user_errors
from schema.course.course import Course
from schema.declare import field, resolved
from schema.query import Query
from schema.viewer import Viewer

T = TypeVar("T")


@strawberry.enum(description="Why a mutation did not do what was asked.")
class UserErrorCode(Enum):
    INVALID = strawberry.enum_value(
        Refusal.INVALID.value, description="A value, or several together, cannot be accepted."
    )
    FORBIDDEN = strawberry.enum_value(Refusal.FORBIDDEN.value, description="The viewer may not do this.")
    NOT_FOUND = strawberry.enum_value(
        Refusal.NOT_FOUND.value, description="What it is about does not exist, or not for the viewer."
    )
    CONFLICT = strawberry.enum_value(Refusal.CONFLICT.value, description="It is in conflict with what is there.")
    TOO_MANY = strawberry.enum_value(
        Refusal.TOO_MANY.value, description="More things at once than can be taken, or none at all."
    )
    MASQUERADING = strawberry.enum_value(
        Refusal.MASQUERADING.value,
        description="Nothing is stored while the viewer looks at the course as somebody else.",
    )


@strawberry.type(description="Why a mutation did not do what was asked, for the user who asked.")
class UserError:
    code: UserErrorCode = field("The kind of refusal.", made("code"))
    message: str = field("The LMS's own words where it has some to show, in the viewer's language.", made("message"))
    field: list[str] | None = field(
        'Path of the argument it is about, such as `["input", "course"]`; null when it is about all of them.',
        made("field"),
    )


@strawberry.type(description="What came of a mutation.")
class WritePayload:
    user_errors: list[UserError] = resolved(
        "Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead.",
        user_errors,
        steps=steps.write.told,
    )
    query: Query = resolved(
        "The doors into the graph again, to read whatever else the write changed, in the same request and afresh.",
        fresh_query,
        steps=steps.write.query,
    )


@strawberry.type(description="What came of a mutation that changes what the viewer sees of themselves.")
class ViewerPayload(WritePayload):
    viewer: Viewer | None = resolved(
        "The viewer as they are now; null when nothing was done.", fresh_viewer, steps=steps.viewer.viewer
    )


@strawberry.type(description="What came of a mutation of a course.")
class CoursePayload(ViewerPayload):
    course: Course | None = resolved(
        "The course as it is now; null when nothing was done, and when the LMS does not know the course.",
        written_course,
        steps=steps.write.course,
    )


def mutation(description: str, given: type[T], write: Callable[[Info, T], Awaitable[Row]], *endpoints: Endpoint) -> Any:
    """A mutation with one `input`. `endpoints` are the calls that may write; one of them does, once."""

    async def run(root: None, info: Info, **arguments: Any) -> Row:
        return await write(info, _given(given, arguments["input"]))

    argument = Annotated[given, strawberry.argument(description="What to write.")]  # type: ignore[valid-type]
    run.__name__ = getattr(write, "__name__", "run")
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("root", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            inspect.Parameter("info", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            inspect.Parameter("input", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=argument),
        ]
    )
    return resolved(
        description,
        run,
        steps=steps.write.writing(*endpoints),
        source=" or ".join(endpoint.name for endpoint in endpoints),
    )


def _given(input_type: type[T], values: Mapping[str, Any]) -> T:
    """The input object of coerced values, which graphql-core gives as a dict."""
    definition = get_object_definition(input_type, strict=True)
    arguments = {}
    for one in definition.fields:
        name = to_camel_case(one.python_name)
        if name in values:
            arguments[one.python_name] = _value(one.type, values[name])
    return input_type(**arguments)


def _value(kind: Any, value: Any) -> Any:
    while isinstance(kind, StrawberryContainer):
        kind = kind.of_type
    if get_object_definition(kind) is None or value is None:
        return value
    return [_given(kind, item) for item in value] if isinstance(value, list) else _given(kind, value)
