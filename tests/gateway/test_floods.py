"""Floods of documents: they do not evict documents that others use."""

import json
import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
from graphql import GraphQLError, parse, print_ast
from hypothesis import given
from hypothesis import strategies as st

from gateway.documents.layout import Layout, without_comments
from loaders.segmented_cache import SegmentedCache
from tests.loaders.servers import redis_server

from .ask import GRAPHQL_JSON
from .conftest import StartGateway

ROOM = 120_000
"""Characters of a document of the flood."""


def ask(client: httpx.Client, **members: Any) -> httpx.Response:
    return client.post("/graphql", json=members, headers={"accept": GRAPHQL_JSON})


def named(query: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(query.encode()).hexdigest()}}


def register(client: httpx.Client, query: str) -> None:
    assert ask(client, query=query, extensions=named(query)).status_code == 200


def is_known(client: httpx.Client, query: str) -> bool:
    return ask(client, extensions=named(query)).status_code == 200


def padded(number: int, padding: str) -> str:
    return f"query Flood{number} {{ __typename }}" + (padding * ROOM)[:ROOM]


FLOODS: dict[str, Callable[[int], str]] = {
    "comments": lambda number: padded(number, f"#{number}"),
    "comments of many lines": lambda number: padded(number, f"# {'x' * 200} {number}\n"),
    "spaces": lambda number: padded(number, " "),
    "lines": lambda number: padded(number, "\n"),
    "commas": lambda number: padded(number, ", \t"),
}


@pytest.mark.parametrize("name", FLOODS)
def test_comments_and_layout_take_no_space(start_gateway: StartGateway, name: str) -> None:
    client = start_gateway(persisted_queries_characters=1_000_000)
    ours = [f"query Ours{number} {{ __typename }}" for number in range(20)]
    for query in ours:
        register(client, query)
    for number in range(18):
        register(client, FLOODS[name](number))
    assert all(is_known(client, query) for query in ours)
    assert all(is_known(client, FLOODS[name](number)) for number in range(18))


def aliases(number: int) -> str:
    """A document of ten thousand characters, all of which say something."""
    return (
        f"query Flood{number} {{ viewer {{ "
        + " ".join(f"{'a' * 190}{number}_{n}: __typename @include(if: true)" for n in range(45))
        + " } }"
    )


@pytest.mark.parametrize("uses", [0, 1])
def test_a_flood_evicts_no_value_in_use(start_gateway: StartGateway, uses: int) -> None:
    """Though it fills the memory many times over, and though its documents are asked for, too."""
    client = start_gateway(persisted_queries_characters=100_000)
    ours = [f"query Ours{number} {{ __typename }}" for number in range(20)]
    for query in ours:
        register(client, query)
        assert is_known(client, query)
    for number in range(60):
        register(client, aliases(number))
        for _ in range(uses):
            is_known(client, aliases(number))
    assert all(is_known(client, query) for query in ours)
    register(client, "query Later { __typename }")
    assert is_known(client, "query Later { __typename }")


def test_the_second_tier_takes_no_flood_of_comments(start_gateway: StartGateway, tmp_path: Path) -> None:
    """It keeps texts as they are, so it takes none that say little."""
    said = "query Said { viewer { name } }"
    commented = f"# {'x' * 1500}\n{said}"
    with redis_server(tmp_path) as (url, _), redis.Redis.from_url(url) as second:
        client = start_gateway(redis_url=url)
        for name, flood in FLOODS.items():
            for number in range(2):
                register(client, flood(number))
                assert is_known(client, flood(number)), name
        assert sum(int(second.memory_usage(key) or 0) for key in second.keys()) < 10_000  # noqa: SIM118  # no dict
        for query in (said, commented):
            register(client, query)
        other = start_gateway(redis_url=url)
        assert is_known(other, said)
        assert is_known(other, commented)


SPOKEN = '{ a: course(key: "course-v1:No+Such+Run") { progress { username } } viewer { name } }'
LAID_OUT = """# What is this?
query   (
  # nothing
) {

}
"""


def test_errors_point_into_the_text_that_was_sent(start_gateway: StartGateway) -> None:
    """Not into one that says the same and came before."""
    client = start_gateway()
    one = '{ viewer { name } course(key: "course-v1:OpenedX+DemoX+DemoCourse") { progress { username } } }'
    other = one.replace("{ viewer", "{\r\n# a comment\n\t,viewer").replace("progress", "\n\n      progress # here\n")
    for query, line, column in (
        (one, 1, one.index("progress") + 1),
        (other, 5, 7),
        (one, 1, one.index("progress") + 1),
    ):
        answers = [ask(client, query=query).json(), ask(client, query=query, extensions=named(query)).json()]
        answers.append(ask(client, extensions=named(query)).json())
        parts = client.post("/graphql", json={"query": query}, headers={"accept": "multipart/mixed"})
        assert answers[0]["errors"]
        for answer in answers:
            [location] = [error["locations"] for error in answer["errors"] if "progress" in str(error["path"])]
            assert location == [{"line": line, "column": column}]
        assert json.loads(parts.content)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_errors_of_variables_point_into_the_text_that_was_sent(start_gateway: StartGateway) -> None:
    client = start_gateway()
    one = "query ($key: CourseKey!) { course(key: $key) { title } }"
    for query, expected in (
        (one, {"line": 1, "column": 8}),
        ("#\n\n" + one.replace("$key:", "\n $key:"), {"line": 4, "column": 2}),
    ):
        [error] = ask(client, query=query, variables={"key": "x"}).json()["errors"]
        assert error["locations"] == [expected]


def test_errors_of_parts_point_into_the_text_that_was_sent(start_gateway: StartGateway) -> None:
    client = start_gateway()
    one = '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title ... @defer { progress { username } } } }'
    for query, expected in (
        (one, {"line": 1, "column": one.index("progress") + 1}),
        (one.replace("progress", "#\n progress"), {"line": 2, "column": 2}),
    ):
        content = client.post("/graphql", json={"query": query}, headers={"accept": "multipart/mixed"}).text
        assert json.dumps([expected]).replace(" ", "") in content


texts = st.lists(
    st.sampled_from(
        [
            "{",
            "}",
            " ",
            "\n",
            ",",
            "a",
            "# c '\"",
            '"# no"',
            '"\\"#"',
            '"""\n # no "\\""" \\ """',
            "\t",
            "\r\n",
            "b(c: 1)",
            '""',
        ]
    ),
    max_size=30,
).map("".join)


@given(texts)
def test_documents_without_comments_are_laid_out_the_same(middle: str) -> None:
    text = "{a(b: [" + middle.replace("{", "").replace("}", "").replace("b(c: 1)", "3") + "])}"
    try:
        parse(text)
    except GraphQLError:
        return
    bare = without_comments(text)
    assert print_ast(parse(bare)) == print_ast(parse(text))
    assert Layout(bare)._places == Layout(text)._places
    assert len(bare) <= len(text)


def test_values_that_are_used_more_replace_those_that_are_used_less() -> None:
    cache: SegmentedCache[int, int] = SegmentedCache(10, lambda weight: weight)
    for key in range(8):
        cache.put(key, 1)
        cache.get(key)
    for _ in range(20):
        for key in range(100, 104):
            cache.put(key, 1)
            cache.get(key)
    assert all(cache.get(key) for key in range(100, 104))


def test_a_large_value_is_kept_if_it_is_used() -> None:
    cache: SegmentedCache[int, int] = SegmentedCache(10, lambda weight: weight)
    for key in range(8):
        cache.put(key, 1)
        cache.get(key)
    for _ in range(20):
        cache.put(99, 5)
    assert cache.get(99) == 5
    cache.put(98, 11)
    assert cache.get(98) is None


def test_no_cache_is_fuller_than_it_may_be() -> None:
    chance = random.Random(5)
    cache: SegmentedCache[int, int] = SegmentedCache(100, lambda weight: weight)
    given_up: list[int] = []
    cache._forgotten = given_up.append
    for _ in range(20_000):
        key = min(int(chance.expovariate(0.05)), 150)
        if cache.get(key) is None:
            cache.put(key, 1 + key % 30)
        held = sum(int(entry.weight) for part in (cache._new, cache._kept) for entry in part.values())
        assert held == int(cache._new_weight + cache._kept_weight) <= 100
    assert given_up
    assert all(cache.get(key) for key in range(3))


def test_a_value_is_replaced_and_removed() -> None:
    cache: SegmentedCache[str, list[int]] = SegmentedCache(10, len)
    cache.put("a", [1])
    cache.put("a", [1, 2, 3])
    assert (cache.get("a"), cache.weight) == ([1, 2, 3], 3)
    cache.put("a", [4])
    assert (cache.get("a"), cache.weight) == ([4], 1)
    cache.pop("a")
    cache.pop("a")
    assert (cache.get("a"), cache.weight) == (None, 0)
