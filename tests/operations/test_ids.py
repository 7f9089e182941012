"""All pages together in a normalised cache: no record is mixed or lost."""

import random
from typing import Any

import pytest
from graphql import DocumentNode, GraphQLSchema, print_ast

from tests.engine.queries import QueryMaker
from tests.operations.catalogue import operations
from tests.support.cache import Cache, MissingError, with_ids
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.people import BOTANY, CODE, GATED, KEY

PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
COURSES = (KEY, BOTANY, CODE, GATED)
RANDOM = 60
Json = dict[str, Any]
VARIABLES: Json = {
    "first": 20,
    "uuid": PROGRAM,
    "sequence": SEQUENCE,
    "id": "1",
    "course": KEY,
    "username": "alex",
    "text": "hive",
    "country": "CO",
    "team": "green-roofs-1a2b",
}
QUERIES = {name: one for name, one in operations().items() if one.keyword == "query"}


def variables_of(text: str, key: str) -> Json:
    given = {**VARIABLES, "key": key, "keys": [*COURSES], "topics": None}
    return {name: value for name, value in given.items() if f"${name}:" in text}


@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_all_pages_fit_into_one_cache(gateway: Gateway, schema: GraphQLSchema, user: str) -> None:
    cache = Cache()
    asked = []
    for key in COURSES:  # a streak is celebrated once: no page differs from the next by it
        gateway.lms.rest(f"/api/course_home/course_metadata/{key}", user)
    for name, one in QUERIES.items():
        document = with_ids(schema, one.text)
        for key in COURSES if "$key:" in one.text else (KEY,):
            variables = variables_of(one.text, key)
            data = gateway.ask(print_ast(document), variables, user=user, scheme="session").data
            cache.write(document, variables, data)
            asked.append((name, document, variables, data))
    assert len(cache.records) > 100
    assert [line for one in asked for line in lost(cache, *one)] == []


@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_any_queries_fit_into_one_cache(gateway: Gateway, schema: GraphQLSchema, user: str) -> None:
    cache = Cache()
    asked = []
    for seed in range(RANDOM):
        text, variables = QueryMaker(schema, random.Random(f"{user}{seed}")).query()
        document = with_ids(schema, text)
        answer = gateway.ask(print_ast(document), variables, user=user, scheme="session")
        if not answer.errors:  # with one, a null may stand for anything
            cache.write(document, variables, answer.data)
            asked.append((str(seed), document, variables, answer.data))
    assert len(asked) > RANDOM / 2
    assert [line for one in asked for line in lost(cache, *one)] == []


def lost(cache: Cache, name: str, document: DocumentNode, variables: Json, data: Json) -> list[str]:
    """The values of an answer that the cache has lost."""
    try:
        places = differences(cache.read(document, variables), data)
    except MissingError as missing:
        return [f"{name} {variables.get('key')}: {missing} is missing"]
    return [f"{name} {variables.get('key')}{place}" for place in places if not place.startswith(".serverTime")]
