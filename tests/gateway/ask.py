"""Helpers that send requests to a gateway, for the tests of its protocol."""

from typing import Any

import httpx

GRAPHQL_JSON = "application/graphql-response+json"
JSON = "application/json"
TYPENAME = "{ __typename }"


def post(client: httpx.Client, query: str, variables: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
    """Posts a query; header names are written with underscores."""
    body: dict[str, Any] = {"query": query}
    if variables is not None:
        body["variables"] = variables
    return client.post("/graphql", json=body, headers=_names(headers))


def get(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    """Sends a query with GET."""
    return client.get("/graphql", params={"query": query}, headers=_names(headers))


def error_of(response: httpx.Response) -> dict[str, Any]:
    """The only error of a response without data."""
    body = response.json()
    assert "data" not in body
    (error,) = body["errors"]
    found: dict[str, Any] = error
    return found


def code_of(response: httpx.Response) -> str:
    """The code of the only error of a response without data."""
    code: str = error_of(response)["extensions"]["code"]
    return code


def _names(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
