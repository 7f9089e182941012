"""The whole schema: committed as it is, with a description everywhere, and following the design rules."""

import re
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_introspection_type,
    is_list_type,
    is_specified_scalar_type,
    validate_schema,
)

from gateway.schema_text import sdl
from resolvers.declare.source import DECLARATION, RESOLVER
from schema.schema import build_schema

ROOT = Path(__file__).parents[2]
SCHEMA = build_schema()._schema
OWN_TYPES = {
    name: graphql_type
    for name, graphql_type in SCHEMA.type_map.items()
    if not is_introspection_type(graphql_type) and not is_specified_scalar_type(graphql_type)
}


def fields() -> Iterator[tuple[str, GraphQLField]]:
    for name, graphql_type in OWN_TYPES.items():
        if isinstance(graphql_type, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in graphql_type.fields.items():
                yield f"{name}.{field_name}", field


def test_committed_schema_is_the_codes() -> None:
    committed = (ROOT / "schema.graphql").read_text(encoding="utf-8")
    assert committed == sdl(), "run: make generated"


def test_schema_is_valid() -> None:
    assert validate_schema(SCHEMA) == []


def described() -> Iterator[tuple[str, str | None]]:
    for name, graphql_type in OWN_TYPES.items():
        yield name, graphql_type.description
        if isinstance(graphql_type, GraphQLEnumType):
            yield from ((f"{name}.{value}", element.description) for value, element in graphql_type.values.items())
        if isinstance(graphql_type, GraphQLInputObjectType):
            yield from ((f"{name}.{entry}", element.description) for entry, element in graphql_type.fields.items())
    for name, field in fields():
        yield name, field.description
        yield from ((f"{name}({argument}:)", element.description) for argument, element in field.args.items())


def test_everything_is_described() -> None:
    """In sentences, with a full stop."""
    found = list(described())
    assert len(found) > 2000
    assert [name for name, text in found if not text] == []
    texts = {name: text for name, text in found if text}
    assert [name for name, text in texts.items() if text[0].isalpha() and not text[0].isupper()] == []
    assert [name for name, text in texts.items() if not text.rstrip().endswith((".", "`", ":"))] == []


def test_a_field_that_is_read_from_an_answer_names_where() -> None:
    silent = [
        name
        for name, field in fields()
        if (declaration := field.extensions.get(DECLARATION)) is not None
        and declaration.identity is None
        and any(source.describe() for source in declaration.sources if source.endpoint is not None)
        and "Source:" not in (field.description or "")
    ]
    assert silent == []


def test_sources_are_the_lms_own() -> None:
    """Objects that the gateway makes, such as connections, have internal names, which mean nothing to a reader."""
    made = re.compile(r"Source: .*`(edges|node|cursor|page_info|total_count|has_next_page|end_cursor)[`.]")
    assert [name for name, field in fields() if made.search(field.description or "")] == []


def test_every_field_has_a_source_or_a_resolver() -> None:
    """A field without reader or resolver would be answered by attribute look-up on a row: always wrong."""
    unbound = [
        name
        for name, field in fields()
        if not isinstance(SCHEMA.type_map[name.partition(".")[0]], GraphQLInterfaceType)
        and DECLARATION not in field.extensions
        and RESOLVER not in field.extensions
        and field.resolve is None
    ]
    assert unbound == []


def test_names_are_the_learners_not_the_transports() -> None:
    for name in OWN_TYPES:
        assert re.fullmatch(r"[A-Z][A-Za-z]*", name), name
        assert not re.search(r"Api|Rest|Http|Endpoint|Response|Dto|View(?!er)|V\d", name), name
    for name, field in fields():
        own = name.partition(".")[2]
        assert re.fullmatch(r"[a-z][A-Za-z0-9]*", own), name
        named = get_named_type(field.type).name
        assert own != "courseId", f"{name}: a relation is an object"
        if own == "key":
            assert named in {"CourseKey", "UsageKey", "String"}, name
        if own == "id":
            assert str(field.type) == "ID!", name


def test_a_field_that_costs_a_call_of_its_own_is_nullable() -> None:
    """So that a failure stays where it happened."""
    query = SCHEMA.query_type
    assert query is not None
    strict = [name for name, field in query.fields.items() if isinstance(field.type, GraphQLNonNull)]
    assert set(strict) <= {"viewer", "courses", "nodes"}, "lists of nullable items, and the viewer who is never null"
    course = SCHEMA.type_map["Course"]
    assert isinstance(course, GraphQLObjectType)
    assert [name for name, field in course.fields.items() if isinstance(field.type, GraphQLNonNull)] == ["id", "key"]


def test_lists_hold_no_nulls_but_where_one_can_be_missing() -> None:
    loose = [
        name
        for name, field in fields()
        for inner in [field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type]
        if is_list_type(inner) and not isinstance(inner.of_type, GraphQLNonNull)
    ]
    assert set(loose) <= {"Query.courses", "Query.nodes"}


def test_building_twice_gives_two_equal_schemas(schema: GraphQLSchema) -> None:
    assert build_schema().as_str() == build_schema().as_str()
    assert schema.type_map.keys() == SCHEMA.type_map.keys()
