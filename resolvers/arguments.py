"""What arguments name: in the LMS's own words, or by the global id of the object."""

from collections.abc import Collection

from graphql import GraphQLError

from resolvers.node import Named, is_id, parse_global_id
from resolvers.page import bad_input


class GlobalKey(str):
    """The LMS's word for an object that was named by its global id.

    A scalar does not know which types its argument takes: whoever reads the argument checks it with `expect`.
    """

    __slots__ = ("type_name",)
    type_name: str


def parts_of(text: str, *types: str) -> tuple[str, ...] | None:
    """The parts of a global id of one of these types; None for what is no global id. Raises for another type's."""
    named = _named(text)
    if named is None:
        return None
    if named.type_name not in types:
        raise _mistaken(named.type_name, types)
    return named.parts


def lms_id(text: str, *types: str) -> str:
    """What the LMS calls an object of one of these types, from that or from its global id."""
    parts = parts_of(text, *types)
    return text if parts is None else parts[0]


def lms_ids(texts: Collection[str], *types: str) -> list[str]:
    """The same for several objects."""
    return [lms_id(text, *types) for text in texts]


def global_key(text: str, *types: str) -> str:
    """The same where not every argument takes all of these types: `expect` is to follow."""
    named = _named(text)
    if named is None:
        return text
    key = GlobalKey(lms_id(text, *types))
    key.type_name = named.type_name
    return key


def expect(text: str, *types: str) -> str:
    """What the LMS calls an object of one of these types. Raises where another type's global id was given."""
    if isinstance(text, GlobalKey) and text.type_name not in types:
        raise _mistaken(text.type_name, types)
    return str(text)


def _named(text: str) -> Named | None:
    named = parse_global_id(text)
    return named if named is not None and is_id(named) else None


def _mistaken(given: str, types: Collection[str]) -> GraphQLError:
    wanted = f"that of a {' or '.join(types)}" if types else "what is wanted here"
    return bad_input(f"The id of a {given} is not {wanted}.")
