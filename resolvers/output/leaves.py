"""Decoding and serialization of leaf values. The results equal those of graphql-core."""

from collections.abc import Callable
from math import isfinite
from typing import Any

from graphql import GraphQLEnumType, GraphQLLeafType, GraphQLScalarType

from resolvers.output.shape import FLOAT, INT32
from resolvers.values.scalars import date_time, uuid_text


class UnexpectedValueError(Exception):
    """An answer has an unexpected value, which the fallback executor has to handle."""


DECODED: dict[str, Any] = {
    "String": str,
    "ID": str,
    "Boolean": bool,
    "Int": INT32,
    "Float": FLOAT,
    "CourseKey": str,
    "UsageKey": str,
    "DateTime": str,
    "URL": str,
    "HTML": str,
    "UUID": str,
}
"""Leaf types that the decoder checks. Other leaves are decoded as plain JSON and serialized by their own type."""


TEXTS = frozenset({"String", "ID", "CourseKey", "UsageKey", "URL", "HTML"})
"""Leaf types whose values can be long texts."""

_EXACT = 2**53
"""The largest magnitude up to which every integer converts to a float exactly."""


def decoded_type(leaf: GraphQLLeafType) -> Any:
    """Returns the type to decode a leaf as. None if the leaf's own serialization has to check the value."""
    return DECODED.get(leaf.name)


def checker(leaf: GraphQLLeafType) -> Callable[[Any], Any]:
    """Returns a function that checks and serializes one non-null value that was not decoded by type."""
    name = leaf.name
    if name in {"String", "ID", "CourseKey", "UsageKey", "URL", "HTML"}:
        return _text
    if name == "Boolean":
        return _boolean
    if name == "Int":
        return _integer
    if name == "Float":
        return _number
    if name == "DateTime":
        return date_time
    if name == "UUID":
        return uuid_text
    return serializer(leaf)


def serializer(leaf: GraphQLLeafType) -> Callable[[Any], Any]:
    """Returns the leaf type's own serialization. A null result raises UnexpectedValueError."""
    assert isinstance(leaf, GraphQLScalarType | GraphQLEnumType)
    coerce = leaf.coerce_output_value

    def finish(value: Any) -> Any:
        finished = coerce(value)
        if finished is None:
            raise UnexpectedValueError
        return finished

    return finish


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise UnexpectedValueError
    return value


def _boolean(value: Any) -> Any:
    if type(value) is not bool:
        raise UnexpectedValueError
    return value


def _integer(value: Any) -> Any:
    if type(value) is not int or not -(2**31) <= value < 2**31:
        raise UnexpectedValueError
    return value


def _number(value: Any) -> Any:
    if type(value) is float and isfinite(value):
        return value
    if type(value) is not int or not -_EXACT <= value <= _EXACT:
        raise UnexpectedValueError
    return float(value)
