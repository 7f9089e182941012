"""The limits on documents and variables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import parse

from gateway.limits.document import check_document
from gateway.settings.limits import Bounds
from tests.operations.catalogue import files
from tests.support.lms import DemoLms

from .ask import GRAPHQL_JSON, code_of, error_of, post

KEY = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_the_consumers_documents_keep_half_of_every_bound(path: Path) -> None:
    defaults = Bounds()
    half = Bounds(**{name: value // 2 or 1 for name, value in defaults.model_dump().items() if name != "read_timeout"})
    document = parse(path.read_text(), max_tokens=half.max_tokens)
    assert check_document(document, half) is None


def nested(levels: int) -> str:
    """A valid query of this depth: fragments and types cannot go in circles, so fragments nest inline."""
    return "{" + "...{" * (levels // 2) + "__typename" + "}" * (levels // 2) + "}"


def again(name: str, below: str) -> str:
    """A field four times, each time with the same below it."""
    return f" {name} {{ {below} }}" * 4


TOO_MUCH: dict[str, tuple[Callable[[], str], str]] = {
    "tokens": (lambda: "{" + " __typename" * 2001 + "}", "tokens"),
    "depth": (lambda: "{ course(key: 1)" + "{ a" * 20 + "}" * 20 + "}", "21 levels"),
    "depth by fragments": (
        lambda: (
            "{ course { ...F0 } }"
            + "".join(f"fragment F{n} on Course {{ a {{ ...F{n + 1} }} }}" for n in range(20))
            + "fragment F20 on Course { a }"
        ),
        "22 levels",
    ),
    "braces": (lambda: "{ a" * 400 + "}" * 400, "deep"),
    "inline fragments": (lambda: nested(5000), "deep"),
    "aliases": (lambda: "{" + " ".join(f"a{n}: __typename" for n in range(51)) + "}", "51 aliases"),
    "root fields": (lambda: "{" + " __typename" * 21 + "}", "21 root fields"),
    "root fields by fragments": (
        lambda: (
            "{ ...A ...B } fragment A on Query {" + " __typename" * 11 + "} fragment B on Query {" + " a" * 10 + "}"
        ),
        "21 root fields",
    ),
    "directives": (lambda: "{ __typename" + " @skip(if: false)" * 51 + "}", "51 directives"),
    "fragments": (
        lambda: "{ __typename }" + "".join(f"fragment F{n} on Query {{ __typename }}" for n in range(101)),
        "101 fragments",
    ),
    "repeated fields": (lambda: "{ viewer {" + " username" * 990 + "} }", "repeats"),
    "equal objects": (
        lambda: "{ viewer { enrollments { edges { node {" + " course { key }" * 400 + "} } } } }",
        "repeats",
    ),
    "equal objects in equal objects": (
        lambda: "{ viewer {" + again("enrollments", again("edges", again("node", again("course", "key")))) + "} }",
        "repeats",
    ),
    "equal fields that differ": (
        lambda: "{ viewer {" + "".join(f" enrollments(first: {n}) {{ totalCount }}" for n in range(180)) + "} }",
        "repeats",
    ),
    "a name": (lambda: "query " + "N" * 201 + "{ __typename }", "201 characters"),
    "a name of a variable": (lambda: "query($" + "v" * 201 + ": Int) { __typename }", "201 characters"),
    "an enum's value": (lambda: "{ a(b: " + "E" * 201 + ") }", "201 characters"),
    "a number": (lambda: "{ viewer { enrollments(first: " + "9" * 5000 + ") { totalCount } } }", "5000 characters"),
    "a fraction": (lambda: "{ a(b: 0." + "9" * 5000 + ") }", "5002 characters"),
    "strings": (lambda: '{ a(b: "' + "x" * 5000 + '", c: """' + "x" * 5001 + '""") }', "10001 characters"),
    "fields": (
        lambda: (
            "{ a { ...F0 } }"
            + "".join(f"fragment F{n} on X {{ a {{ ...F{n + 1} }} b {{ ...F{n + 1} }} }}" for n in range(12))
            + "fragment F12 on X { a b }"
        ),
        "fields",
    ),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much(client: httpx.Client, name: str) -> None:
    make, words = TOO_MUCH[name]
    response = post(client, make(), accept=GRAPHQL_JSON)
    assert (response.status_code, code_of(response)) == (400, "QUERY_TOO_COMPLEX")
    assert words in error_of(response)["message"]
    assert post(client, make()).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "{}",
        "{ viewer {} }",
        "{ viewer { ... {} } }",
        "{ ...F } fragment F on Query {}",
        "mutation {}",
    ],
)
def test_a_selection_of_nothing_is_no_document(client: httpx.Client, query: str) -> None:
    response = post(client, query, accept=GRAPHQL_JSON)
    assert (response.status_code, code_of(response)) == (400, "GRAPHQL_PARSE_FAILED")
    assert error_of(response)["locations"]
    assert post(client, query).status_code == 200


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{" + "x" * 100_000 + '"', None),
        ("query($" + "v" * 199 + ": Int) { __typename }", {"v" * 199: "x" * 100_000}),
        ("query($k: CourseKey) { __typename }", {"k": {"x" * 100_000: 1}}),
        ("query($i: EnrollInput!) { enroll(input: $i) { userErrors { code } } }", {"i": {"x" * 100_000: 1}}),
        ("mutation { enroll(input: {" + " ".join(f"a{n}: 1" for n in range(99)) + "}) { userErrors { code } } }", None),
    ],
)
def test_no_message_quotes_more_than_a_little(client: httpx.Client, query: str, variables: Any) -> None:
    response = post(client, query, variables)
    errors = response.json().get("errors", [])
    assert all(len(error["message"]) <= 300 for error in errors)
    assert len(response.content) < 30_000


def test_a_bound_can_be_reached() -> None:
    bounds = Bounds(max_depth=3, max_aliases=1, max_root_fields=2, max_directives=1, max_fields=4, max_fragments=1)
    text = "{ a { b { x: c @skip(if: true) } } ...F } fragment F on Query { d }"
    assert check_document(parse(text), bounds) is None
    for name in ("max_depth", "max_root_fields", "max_fields"):
        tighter = bounds.model_copy(update={name: getattr(bounds, name) - 1})
        assert check_document(parse(text), tighter) is not None


@pytest.mark.parametrize(
    "query",
    [
        "{ ...A } fragment A on Query { ...A }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { course { ...A } }",
        "{ ...Missing }",
    ],
)
def test_circles_are_found_by_validation(client: httpx.Client, query: str) -> None:
    response = post(client, query)
    assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"GRAPHQL_VALIDATION_FAILED"}


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"k": ["x"] * 101}, "101 items"),
        ({"k": {"a": {"b": ["x"] * 101}}}, "101 items"),
        ({"k": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {}}}}}}}}}}}, "10 levels"),
        ({f"v{number}": number for number in range(2001)}, "2000 values"),
        ({"k": [["x"] * 90] * 90}, "2000 values"),
    ],
)
def test_variables(client: httpx.Client, lms: DemoLms, variables: dict[str, Any], words: str) -> None:
    response = post(client, "query($k: CourseKey) { __typename }", variables, accept=GRAPHQL_JSON)
    assert (response.status_code, code_of(response)) == (400, "BAD_USER_INPUT")
    assert words in error_of(response)["message"]
    assert lms.calls() == []


def test_literal_lists(client: httpx.Client) -> None:
    keys = ", ".join(f'"course-v1:A+B+{number}"' for number in range(101))
    response = post(client, f"{{ courses(keys: [{keys}]) {{ key }} }}", accept=GRAPHQL_JSON)
    assert (response.status_code, code_of(response)) == (400, "BAD_USER_INPUT")
    assert "101 items" in error_of(response)["message"]


def test_bodies(client: httpx.Client) -> None:
    large = b'{"query":"' + b" " * (256 * 1024) + b'{ __typename }"}'
    headers = {"content-type": "application/json"}
    response = client.post("/graphql", content=large, headers=headers)
    assert (response.status_code, code_of(response)) == (413, "BAD_USER_INPUT")
    chunked = client.post("/graphql", content=iter([large[:200_000], large[200_000:]]), headers=headers)
    assert (chunked.status_code, code_of(chunked)) == (413, "BAD_USER_INPUT")
    padded = b'{"query":"' + b" " * 200_000 + b'{ __typename }"}'
    assert client.post("/graphql", content=padded, headers=headers).status_code == 200
    assert client.post("/graphql", content=iter([padded[:9], padded[9:]]), headers=headers).status_code == 200
