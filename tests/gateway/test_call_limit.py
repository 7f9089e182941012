"""The cost of operations, and the limit on it. The plan's cost is compared with the calls that are made."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, parse, validate

from gateway.commands.explain import planned
from gateway.settings.limits import Bounds
from loaders.credentials import NO_SCHEMES, Credentials
from loaders.endpoint import Auth
from resolvers.values.node import global_id
from tests.operations.catalogue import files
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms

from .ask import GRAPHQL_JSON, code_of, error_of, post
from .conftest import StartGateway

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
KEYS = [f"course-v1:Demo+Gen{index}+2026" for index in range(1, 101)]

UUIDS = [f"00000000-0000-4000-8000-{number:012}" for number in range(100)]
IDS = [global_id("Course", key) for key in KEYS]

Price = Callable[..., int]


@pytest.fixture(scope="session")
def price(schema: GraphQLSchema) -> Price:
    """The planned calls of a query's only operation."""

    def calls(query: str, variables: dict[str, Any] | None = None, schemes: Auth = Auth.JWT) -> int:
        document = parse(query)
        assert validate(schema, document) == []
        (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        return planned(schema, document, operation, variables or {}, Credentials(schemes=schemes)).cost.calls

    return calls


COURSES = "query($keys: [CourseKey!]!) { courses(keys: $keys) { %s } }"


@pytest.mark.parametrize(
    ("query", "variables", "expected"),
    [
        ("{ __typename }", {}, 0),
        (f'{{ course(key: "{KEY}") {{ key }} }}', {}, 1),
        (f'{{ course(key: "{KEY}") {{ tabs {{ id }} }} }}', {}, 1),
        (f'{{ course(key: "{KEY}") {{ tabs {{ id }} progress {{ username }} }} }}', {}, 2),
        (f'{{ a: course(key: "{KEY}") {{ tabs {{ id }} }} b: course(key: "{KEY}") {{ tabs {{ id }} }} }}', {}, 1),
        (f'{{ a: course(key: "{KEY}") {{ tabs {{ id }} }} b: course(key: "{KEYS[0]}") {{ tabs {{ id }} }} }}', {}, 2),
        (COURSES % "tabs { id }", {"keys": KEYS}, 100),
        (COURSES % "tabs { id }", {"keys": KEYS[:7]}, 7),
        (COURSES % "tabs { id }", {"keys": KEYS[:1] * 7}, 1),
        (COURSES % "title", {"keys": KEYS}, 2),
        (COURSES % "title", {"keys": KEYS[:60]}, 1),
        (COURSES % "tabs { id } progress { username }", {"keys": KEYS}, 200),
        (COURSES % 'tabs { id } progress(studentId: "7") { username }', {"keys": KEYS}, 200),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Course { tabs { id } } } }", {"ids": IDS}, 100),
    ],
)
def test_price(price: Price, query: str, variables: dict[str, Any], expected: int) -> None:
    assert price(query, variables) == expected


def test_a_field_that_is_skipped_costs_nothing(price: Price) -> None:
    query = "query($keys: [CourseKey!]!, $with: Boolean!) { courses(keys: $keys) { key ...T @include(if: $with) } }"
    query += " fragment T on Course { tabs { id } }"
    assert price(query, {"keys": KEYS, "with": False}) == 2
    assert price(query, {"keys": KEYS, "with": True}) == 100


def test_calls_that_are_not_made_for_visitors_do_not_count(price: Price) -> None:
    query = COURSES % "title tabs { id } progress { username }"
    assert price(query, {"keys": KEYS}, NO_SCHEMES) < price(query, {"keys": KEYS})


def test_the_calls_are_those_of_the_plan(gateway: Gateway, price: Price) -> None:
    for selection in ("title", "tabs { id }", "title outline { sections { title } } progress { username }"):
        query, variables = COURSES % selection, {"keys": KEYS[:9]}
        assert len(gateway.ask(query, variables).calls) == price(query, variables)


def test_too_dear(client: httpx.Client, lms: DemoLms) -> None:
    query = COURSES % "tabs { id } progress { username }"
    response = post(client, query, {"keys": KEYS}, accept=GRAPHQL_JSON, authorization="JWT demo-alex")
    assert (response.status_code, code_of(response)) == (400, "QUERY_TOO_COMPLEX")
    error = error_of(response)
    assert "200 calls" in error["message"]
    assert (error["extensions"]["cost"], error["extensions"]["limit"]) == (200, 150)
    assert lms.calls() == []
    fewer = post(client, query, {"keys": KEYS[:3]}, authorization="JWT demo-alex")
    assert len(fewer.json()["data"]["courses"]) == 3


def test_aliases_do_not_hide_calls(client: httpx.Client, lms: DemoLms) -> None:
    parts = (f'a{n}: course(key: "{KEYS[n]}") {{ tabs {{ id }} progress {{ username }} }}' for n in range(20))
    many = "{" + " ".join(parts) + "}"
    assert post(client, many, authorization="JWT demo-alex").json()["data"]
    lists = [", ".join(f'"{key}"' for key in KEYS[n : n + 30]) for n in range(6)]
    parts = (f"a{n}: courses(keys: [{keys}]) {{ tabs {{ id }} }}" for n, keys in enumerate(lists))
    lms.forget()
    response = post(client, "{" + " ".join(parts) + "}", authorization="JWT demo-alex")
    assert code_of(response) == "QUERY_TOO_COMPLEX"
    assert lms.calls() == []


def test_the_default_of_a_variable_counts(client: httpx.Client) -> None:
    keys = ", ".join(f'"{key}"' for key in KEYS)
    query = (
        f"query($keys: [CourseKey!]! = [{keys}]) {{ courses(keys: $keys) {{ tabs {{ id }} progress {{ username }} }} }}"
    )
    assert code_of(post(client, query, authorization="JWT demo-alex")) == "QUERY_TOO_COMPLEX"


def test_the_limit_is_a_setting(start_gateway: StartGateway) -> None:
    client = start_gateway(max_calls=1)
    assert post(client, f'{{ course(key: "{KEY}") {{ title }} }}').json()["data"]["course"]
    query = f'{{ course(key: "{KEY}") {{ tabs {{ id }} progress {{ username }} }} }}'
    assert code_of(post(client, query, authorization="JWT demo-alex")) == "QUERY_TOO_COMPLEX"


def test_the_consumers_operations_cost_little(schema: GraphQLSchema) -> None:
    """Those that the schema knows already; full pages of 100, and lists of 100 where a page asks for many courses."""
    priced = 0
    for path in files():
        document = parse(path.read_text())
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        for operation in document.definitions:
            if not isinstance(operation, OperationDefinitionNode):
                continue
            alone = type(document)(definitions=(operation, *fragments.values()))
            if validate(schema, alone):
                continue
            variables = {"key": KEY, "keys": KEYS, "first": 100, "uuids": UUIDS}
            cost = planned(schema, document, operation, variables, Credentials(schemes=Auth.JWT)).cost.calls
            assert cost <= Bounds().max_calls, (path.name, operation.name, cost)
            priced += 1
    assert priced >= 3
