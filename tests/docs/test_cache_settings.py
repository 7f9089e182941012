"""The settings of normalised caches that `docs/clients.md` shows, held against the schema."""

import re
from collections.abc import Iterator

from graphql import GraphQLInterfaceType, GraphQLNonNull, GraphQLObjectType, GraphQLSchema

from tests.docs.markdown import ROOT, blocks

MOVING = {"BlockReference", "LastVisited", "Offer"}
"""Parts that may be another thing the next time: the documentation says why they are not merged."""


def snippet(word: str) -> str:
    """The one block of code with this word."""
    found = [block.text for block in blocks(ROOT / "docs" / "clients.md") if block.language == "ts"]
    [text] = [text for text in found if word in text]
    return text


def object_types(schema: GraphQLSchema) -> dict[str, GraphQLObjectType]:
    """The schema's own object types."""
    return {
        name: named
        for name, named in schema.type_map.items()
        if isinstance(named, GraphQLObjectType) and not name.startswith("__")
    }


def single_objects(parent: GraphQLObjectType) -> Iterator[GraphQLObjectType]:
    """The types of the fields that are one object and no list."""
    for field in parent.fields.values():
        inner = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
        if isinstance(inner, GraphQLObjectType):
            yield inner


def parts(schema: GraphQLSchema) -> set[str]:
    """Types without an `id` that a query or an object with an `id` has one of."""
    found: set[str] = set()
    assert schema.query_type
    waiting = [schema.query_type]
    waiting += [one for name, one in object_types(schema).items() if "id" in one.fields]
    while waiting:
        for one in single_objects(waiting.pop()):
            if "id" not in one.fields and one.name not in found:
                found.add(one.name)
                waiting.append(one)
    return found


def test_possible_types_are_all_of_them(schema: GraphQLSchema) -> None:
    shown = {
        name: re.findall(r"'(\w+)'", members)
        for name, members in re.findall(r"(\w+): \[([^\]]*)\]", snippet("possibleTypes"))
    }
    interfaces = [one for one in schema.type_map.values() if isinstance(one, GraphQLInterfaceType)]
    assert shown == {one.name: sorted(member.name for member in schema.get_possible_types(one)) for one in interfaces}


def test_parts_are_merged(schema: GraphQLSchema) -> None:
    listed = re.findall(r"'(\w+)'", snippet("const parts").partition("const parts")[2].partition("];")[0])
    assert listed == sorted(parts(schema) - MOVING)
    assert parts(schema) >= MOVING
