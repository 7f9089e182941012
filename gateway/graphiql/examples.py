"""The examples menu of the GraphiQL page, read from the ``examples/`` folder.

There is a folder per page of the Open edX front ends, numbered in menu order (``1-course-home``). It has a
``*.graphql`` document per operation, and a ``.json`` file of the same name with its variables. Tests and benchmarks use
the same files. A ``.today.json`` file has the REST calls that the page makes without the gateway.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from graphql import GraphQLSyntaxError, OperationDefinitionNode, parse

from gateway.graphiql.page import Example, RestCall, RestPage
from loaders.registry import endpoints

LEAST_MS = 15
"""Milliseconds that any call takes with a signed-in user, for the calls that were not measured."""

EXAMPLES_DIRECTORY = Path(__file__).parent / "examples"


def load_examples(directory: Path = EXAMPLES_DIRECTORY) -> tuple[Example, ...]:
    """All examples, ordered by folder and file name.

    Raises ValueError, naming the file, when a document does not hold exactly one named operation or its
    variables are not a JSON object.
    """
    return tuple(_load(path) for path in sorted(directory.glob("*/*.graphql"), key=_place))


def _place(path: Path) -> tuple[int, str]:
    number = path.parent.name.partition("-")[0]
    return (int(number) if number.isdecimal() else 0, path.name)


def _load(path: Path) -> Example:
    document = path.read_text(encoding="utf-8")
    operation_name = _operation_name(document, path)
    return Example(
        title=_words(operation_name),
        group=_words(path.parent.name.partition("-")[2]),
        document=document,
        operation_name=operation_name,
        variables=_variables(path.with_suffix(".json")),
        today=_today(path.with_suffix(".today.json")),
    )


def _operation_name(document: str, path: Path) -> str:
    try:
        definitions = parse(document).definitions
    except GraphQLSyntaxError as error:
        raise ValueError(f"{path}: {error.message}") from error
    names = [node.name.value for node in definitions if isinstance(node, OperationDefinitionNode) and node.name]
    if len(names) != 1:
        raise ValueError(f"{path}: expected one named operation, found {len(names)}")
    return names[0]


def _variables(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    variables = json.loads(path.read_bytes())
    if not isinstance(variables, dict):
        raise ValueError(f"{path}: variables must be a JSON object")
    return variables


def _today(path: Path) -> RestPage | None:
    if not path.exists():
        return None
    page = json.loads(path.read_bytes())
    weights = {endpoint.name: endpoint.weight for endpoint in endpoints()}
    calls = []
    for place, call in enumerate(page["calls"], 1):
        name = call.get("endpoint", call.get("call"))
        ms = weights.get(name, call.get("ms"))
        after = tuple(call.get("after", ()))
        if not name or ("endpoint" in call and name not in weights) or not all(0 < one < place for one in after):
            raise ValueError(f"{path}: call {place} names no endpoint, or waits for a call that is not before it")
        calls.append(RestCall(name, ms or LEAST_MS, after, call.get("times", 1), measured=ms is not None))
    return RestPage(page["client"], tuple(calls))


def _words(name: str) -> str:
    """``CourseHomePage`` and ``course-home`` as a title: ``Course home page``, ``Course home``."""
    return " ".join(re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)).capitalize()
