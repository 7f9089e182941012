"""Every object has an `id`, so that no cache needs configuration."""

import re

from graphql import GraphQLObjectType, GraphQLSchema, get_named_type

from tests.docs.markdown import ROOT, blocks

WITHOUT = {"Query", "Mutation", "UserError", "ProgramWriteResult", "CreditRequestParameter"}
"""The roots, and what only payloads have: it is shown once and kept by nobody."""


def test_every_object_has_an_id(schema: GraphQLSchema) -> None:
    without = {
        name
        for name, one in schema.type_map.items()
        if isinstance(one, GraphQLObjectType) and not name.startswith("__") and "id" not in one.fields
    }
    assert {name for name in without if not name.endswith("Payload")} == WITHOUT


def test_only_parts_of_payloads_have_no_id(schema: GraphQLSchema) -> None:
    for name in WITHOUT - {"Query", "Mutation"}:
        holders = {
            one.name
            for one in schema.type_map.values()
            if isinstance(one, GraphQLObjectType)
            and any(get_named_type(field.type).name == name for field in one.fields.values())
        }
        assert [holder for holder in holders if not holder.endswith("Payload")] == [], name


def test_no_cache_is_configured_in_the_documentation() -> None:
    words = re.compile(r"typePolicies|possibleTypes|keyFields|dataIdFromObject|keys:")
    shown = [block.text for block in blocks(ROOT / "docs" / "clients.md") if block.language in {"ts", "js"}]
    assert any("new InMemoryCache()" in text for text in shown)
    assert [text for text in shown if words.search(text)] == []
