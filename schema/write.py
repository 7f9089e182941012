"""Declaration of mutations, and the errors for users."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.types import get_object_definition
from strawberry.types.base import StrawberryContainer
from strawberry.utils.str_converters import to_camel_case

from loaders.endpoint import Endpoint
from resolvers.declare.ask import LookUp
from resolvers.declare.source import known
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.write import (
    Refusal,
    fresh_query,
    plan_payload,
    plan_query,
    plan_write,
    user_errors,
    written_course,
    written_viewer,
)
from schema.course.course import Course
from schema.declare import field, found, resolved
from schema.query import Query
from schema.viewer import Viewer

T = TypeVar("T")


@strawberry.enum(description="Why a mutation was refused.")
class UserErrorCode(Enum):
    INVALID = strawberry.enum_value(
        Refusal.INVALID.value, description="A value, or a combination of values, is invalid."
    )
    FORBIDDEN = strawberry.enum_value(Refusal.FORBIDDEN.value, description="The viewer does not have permission.")
    NOT_FOUND = strawberry.enum_value(
        Refusal.NOT_FOUND.value, description="The object does not exist or is not visible to the viewer."
    )
    CONFLICT = strawberry.enum_value(Refusal.CONFLICT.value, description="The change conflicts with the current state.")
    TOO_MANY = strawberry.enum_value(
        Refusal.TOO_MANY.value,
        description="The input has too many items, or none; or the viewer has written too often.",
    )
    MASQUERADING = strawberry.enum_value(
        Refusal.MASQUERADING.value,
        description="Nothing is stored during a masquerade.",
    )
    INCOMPLETE = strawberry.enum_value(Refusal.INCOMPLETE.value, description="Only a part of the change was stored.")


@strawberry.type(description="A reason, for the user, why a mutation was refused.")
class UserError:
    code: UserErrorCode = field("Code of the error.", known("code"))
    message: str = field(
        "Message for the user; the LMS's own, in the viewer's language, if it has one.", known("message")
    )
    field: list[str] | None = field(
        'Path of the invalid argument, such as `["input", "course"]`; null if the error is about the whole input.',
        known("field"),
    )


@strawberry.type(description="The payload of a mutation.")
class WritePayload:
    user_errors: list[UserError] = resolved(
        "Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in "
        "`errors`.",
        user_errors,
        steps=plan_payload,
    )
    query: Query = resolved(
        "The query root, to read other data after the write in the same request.",
        fresh_query,
        steps=plan_query,
    )


@strawberry.type(description="The payload of a mutation that changes the viewer's data.")
class ViewerPayload(WritePayload):
    viewer: Viewer | None = found("The viewer after the write; null if the mutation was refused.", written_viewer)


@strawberry.type(description="The payload of a mutation of a course.")
class CoursePayload(ViewerPayload):
    course: Course | None = found(
        "The course after the write; null if the mutation was refused or the LMS does not know the course.",
        written_course,
    )


def mutation(
    description: str,
    given: type[T],
    write: Callable[[Info, T], Awaitable[Row]],
    *endpoints: Endpoint,
    planned: LookUp | None = None,
) -> Any:
    """Declares a mutation with one `input`. `endpoints` are the possible writes; one of them is made, once. `planned`
    plans the writes if there are several.
    """

    async def run(root: None, info: Info, **arguments: Any) -> Row:
        return await write(info, _given(given, arguments["input"]))

    argument = Annotated[given, strawberry.argument(description="Input of the mutation.")]  # type: ignore[valid-type]
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
        steps=planned or plan_write(*endpoints),
        source=" or ".join(endpoint.name for endpoint in endpoints),
    )


def plain_mutation(description: str, write: Callable[[Info], Awaitable[Row]], endpoint: Endpoint) -> Any:
    """Declares a mutation of the viewer without input."""

    async def run(root: None, info: Info) -> Row:
        return await write(info)

    run.__name__ = write.__name__
    return resolved(description, run, steps=plan_write(endpoint), source=endpoint.name)


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
