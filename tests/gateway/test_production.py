"""Information that a production gateway does not reveal."""

import httpx
import pytest

from gateway.settings.settings import Mode
from tests.support.lms import DemoLms

from .ask import TYPENAME, post
from .conftest import StartGateway

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
MISTAKES = (
    "{ vewer { username } }",
    "{ viewer { usrname } }",
    f'{{ course(kee: "{KEY}") {{ title }} }}',
    f'{{ course(key: "{KEY}") {{ ... on Curse {{ title }} }} }}',
    "query($k: CorseKey!) { course(key: $k) { title } }",
    "{ viewer }",
)


@pytest.mark.parametrize("query", MISTAKES)
def test_suggestions(client: httpx.Client, production: httpx.Client, query: str) -> None:
    assert any("Did you mean" in error["message"] for error in post(client, query).json()["errors"])
    assert "Did you mean" not in post(production, query).text


@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { queryType { name } } }",
        '{ __type(name: "Course") { name } }',
        "{ ...F } fragment F on Query { __schema { description } }",
    ],
)
def test_introspection(client: httpx.Client, production: httpx.Client, query: str) -> None:
    assert post(client, query).json()["data"]
    refused = post(production, query).json()
    assert "data" not in refused
    assert {error["extensions"]["code"] for error in refused["errors"]} == {"GRAPHQL_VALIDATION_FAILED"}
    assert post(production, TYPENAME).json() == {"data": {"__typename": "Query"}}


def test_graphiql(client: httpx.Client, production: httpx.Client) -> None:
    assert client.get("/graphiql").status_code == 200
    assert production.get("/graphiql").status_code == 404
    assert client.get("/", follow_redirects=False).headers["location"] == "/graphiql"
    assert production.get("/").status_code == 404


def test_explain(client: httpx.Client, production: httpx.Client) -> None:
    query = f'{{ course(key: "{KEY}") {{ title }} }}'
    assert post(client, query, x_lectern_explain="1").json()["extensions"]["explain"]["calls"]
    assert "extensions" not in post(production, query, x_lectern_explain="1").json()


def test_everything_can_be_switched_on(start_gateway: StartGateway) -> None:
    client = start_gateway(mode=Mode.PRODUCTION, graphiql=True, introspection=True, suggestions=True, explain=True)
    assert client.get("/graphiql").status_code == 200
    assert post(client, "{ __schema { queryType { name } } }").json()["data"]
    assert "Did you mean" in post(client, MISTAKES[0]).text
    assert post(client, f'{{ course(key: "{KEY}") {{ title }} }}', x_lectern_explain="1").json()["extensions"]


def test_everything_can_be_switched_off(start_gateway: StartGateway) -> None:
    client = start_gateway(graphiql=False, introspection=False, suggestions=False, explain=False)
    assert client.get("/graphiql").status_code == 404
    assert "data" not in post(client, "{ __schema { queryType { name } } }").json()
    assert "Did you mean" not in post(client, MISTAKES[0]).text


def test_readiness(production: httpx.Client, lms: DemoLms) -> None:
    assert production.get("/healthz").json() == {"status": "ok"}
    assert production.get("/readyz").status_code == 200
