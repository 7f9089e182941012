"""Every `id` in a response finds its object again."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
    get_named_type,
    is_non_null_type,
    print_ast,
)

from tests.docs.markdown import ROOT
from tests.operations.test_ids import COURSES, PROGRAM, QUERIES, variables_of
from tests.support.cache import with_ids
from tests.support.gateway import Gateway
from tests.support.ids import parts_of
from tests.support.people import KEY
from tests.writes.people import credentials

NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
BATCH = 20
MANY_TYPES = 50
Json = dict[str, Any]


def not_found() -> set[str]:
    """The types that the documentation says are not found by their ids."""
    text = (ROOT / "docs" / "schema.md").read_text()
    listed = text.partition("<!-- not found by id -->")[2].partition("<!-- end -->")[0]
    return {line.split("`")[1] for line in listed.splitlines() if line.startswith("| `")}


def is_found(type_name: str) -> bool:
    pages = ("Connection", "Edge", "PageInfo")
    return type_name not in not_found() and not type_name.endswith(pages)


def test_types_that_implement_node_are_found(schema: GraphQLSchema) -> None:
    objects = [one for one in schema.type_map.values() if isinstance(one, GraphQLObjectType) and "id" in one.fields]
    nodes = {one.name for one in objects if [i.name for i in one.interfaces] == ["Node"]}
    assert nodes == {one.name for one in objects if is_found(one.name)}


def ids_in(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        if "id" in data:
            yield data["__typename"], data["id"]
        for value in data.values():
            yield from ids_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from ids_in(value)


def needs_argument(field: GraphQLField) -> bool:
    return any(is_non_null_type(one.type) and one.default_value is Undefined for one in field.args.values())


def broad(selected: GraphQLObjectType, above: tuple[str, ...] = ()) -> str:
    """Every object below one of this type, but for what needs an argument or leads back."""
    parts = ["__typename", "id"]
    for name, field in selected.fields.items():
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLObjectType) and inner.name not in {"Course", *above} and not needs_argument(field):
            parts.append(f"{name} {broad(inner, (*above, selected.name))}")
    return "{ " + " ".join(parts) + " }"


def broad_queries(schema: GraphQLSchema) -> Iterator[str]:
    """One query for each field that leads to objects, from a course, a program and the viewer."""
    holders = {"Course": "course(key: $key)", "Program": f'program(uuid: "{PROGRAM}")', "Viewer": "viewer"}
    for type_name, holder in holders.items():
        selected = schema.type_map[type_name]
        assert isinstance(selected, GraphQLObjectType)
        for name, field in selected.fields.items():
            inner = get_named_type(field.type)
            if isinstance(inner, GraphQLObjectType) and not needs_argument(field):
                below = f"{{ __typename id {name} {broad(inner, (type_name,))} }}"
                yield f"query($key: CourseKey!) {{ {holder} {below} used: course(key: $key) {{ __typename id }} }}"


def given_out(gateway: Gateway, schema: GraphQLSchema, user: str) -> set[tuple[str, str]]:
    """The types and ids in the answers to all operations of the consumers, and to broad queries."""
    asked = [(with_ids(schema, one.text), one.text) for one in QUERIES.values()]
    texts = [(print_ast(document), text) for document, text in asked]
    texts += [(text, text) for text in broad_queries(schema)]
    found: set[tuple[str, str]] = set()
    for text, original in texts:
        for key in COURSES if "$key:" in original else (KEY,):
            found |= set(ids_in(gateway.ask(text, variables_of(original, key), user=user, scheme="session").data))
    return found


@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_every_returned_id_finds_its_object_again(gateway: Gateway, schema: GraphQLSchema, user: str) -> None:
    given = sorted(given_out(gateway, schema, user))
    wanted = [one for one in given if is_found(one[0])]
    assert len({type_name for type_name, _ in wanted}) > MANY_TYPES
    lost = []
    signed_in = credentials(user, "session")
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        answer = gateway.ask(NODES, {"ids": [one[1] for one in batch]}, user="anonymous", headers=signed_in)
        for (type_name, text), found in zip(batch, answer.data["nodes"], strict=True):
            if found != {"__typename": type_name, "id": text}:
                lost.append((type_name, parts_of(text), found, answer.errors[:1]))
    assert lost == [], "\n".join(map(str, lost))
    for type_name, text in given:
        if not is_found(type_name):
            answer = gateway.ask(NODES, {"ids": [text]}, user=user, scheme="session")
            assert (answer.data["nodes"], answer.codes, answer.calls) == ([None], ["BAD_USER_INPUT"], []), type_name
