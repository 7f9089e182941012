"""How leaf values are decoded and finished: the same values that graphql-core's serialisation gives."""

from collections.abc import Callable
from math import isfinite
from typing import Any

from graphql import GraphQLEnumType, GraphQLLeafType, GraphQLScalarType

from gateway.engine.shape import FLOAT, INT32
from schema.scalars import date_time, uuid_text


class SurpriseError(Exception):
    """An answer is not as expected: the ordinary executor is to look at it."""


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
"""Leaf types that the decoder checks by itself. Any other leaf is taken as it is and serialised by its own type."""


TEXTS = frozenset({"String", "ID", "CourseKey", "UsageKey", "URL", "HTML"})
"""Leaf types whose values can be long texts."""

_EXACT = 2**53
"""Up to this every integer is a float of the same value."""


def decoded_type(leaf: GraphQLLeafType) -> Any:
    """The type to decode a leaf as; None when its own serialisation has to look at the value."""
    return DECODED.get(leaf.name)


def checker(leaf: GraphQLLeafType) -> Callable[[Any], Any]:
    """For values that no typed decoder has seen: checks and finishes one non-null value."""
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
    """The leaf type's own serialisation; a null from it is a surprise."""
    assert isinstance(leaf, GraphQLScalarType | GraphQLEnumType)
    coerce = leaf.coerce_output_value

    def finish(value: Any) -> Any:
        finished = coerce(value)
        if finished is None:
            raise SurpriseError
        return finished

    return finish


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise SurpriseError
    return value


def _boolean(value: Any) -> Any:
    if type(value) is not bool:
        raise SurpriseError
    return value


def _integer(value: Any) -> Any:
    if type(value) is not int or not -(2**31) <= value < 2**31:
        raise SurpriseError
    return value


def _number(value: Any) -> Any:
    if type(value) is float and isfinite(value):
        return value
    if type(value) is not int or not -_EXACT <= value <= _EXACT:
        raise SurpriseError
    return float(value)
