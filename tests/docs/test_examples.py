"""Every GraphQL document in the documentation is valid, and every runnable example has the documented response."""

import json
import shlex
from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLSchema, ObjectTypeDefinitionNode, parse, print_ast, validate

from tests.docs.examples import Example, commands, documents_in_code, examples, shown
from tests.docs.markdown import blocks, pages
from tests.support.compare import differences
from tests.support.gateway import Gateway

GATEWAY = "http://localhost:8000"
LMS = "http://localhost:18000"

QUERIES = [example for example in examples("graphql") if not {"sdl", "skip"} & set(example.block.words)]
RUNNABLE = [example for example in QUERIES if example.block.value("as")]
CURLS = [
    example
    for example in examples("sh")
    if any(command[0] == "curl" and any(GATEWAY in word for word in command) for command in commands(example.block))
]


def _name(example: Example) -> str:
    return example.block.name


def test_there_are_examples() -> None:
    assert RUNNABLE
    assert CURLS


@pytest.mark.parametrize("example", QUERIES, ids=_name)
def test_document_is_valid(schema: GraphQLSchema, example: Example) -> None:
    assert validate(schema, parse(example.block.text)) == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_document_in_code_is_valid(schema: GraphQLSchema, page: Any) -> None:
    for block in blocks(page):
        if block.language in {"ts", "tsx", "js"}:
            for document in documents_in_code(block):
                assert validate(schema, parse(document)) == [], block.name


@pytest.mark.parametrize("example", examples("graphql"), ids=_name)
def test_schema_snippet_is_true(schema: GraphQLSchema, example: Example) -> None:
    """Snippets of the schema (`graphql sdl`) agree with the schema."""
    if "sdl" not in example.block.words:
        return
    for definition in parse(example.block.text).definitions:
        assert isinstance(definition, ObjectTypeDefinitionNode)
        actual = schema.type_map[definition.name.value]
        assert isinstance(actual, GraphQLObjectType)
        for field in definition.fields or ():
            assert str(actual.fields[field.name.value].type) == print_ast(field.type), field.name.value


@pytest.mark.parametrize("example", RUNNABLE, ids=_name)
def test_query_answers_as_shown(gateway: Gateway, example: Example) -> None:
    block = example.block
    broken = block.value("broken")
    if broken:
        gateway.lms.faults({broken: {"status": 500}})
    answer = gateway.ask(
        block.text, example.variables, user=block.value("as") or "", scheme=block.value("scheme") or "JWT"
    )
    if example.answer is None:
        answer.sound()
        return
    assert differences(shown(_local(answer.body, gateway), example.answer), example.answer) == []


@pytest.mark.parametrize("example", CURLS, ids=_name)
def test_curl_answers_as_shown(gateway: Gateway, example: Example) -> None:
    body: Any = None
    for command in commands(example.block):
        if command[0] == "curl":
            body = _curl(gateway, command)
    if example.answer is not None:
        got = _local(json.loads(body), gateway)
        assert differences(shown(got, example.answer), example.answer) == []


def _local(body: Any, gateway: Gateway) -> Any:
    """An answer with the addresses that a reader of the documentation has."""
    text = json.dumps(body).replace(gateway.url, GATEWAY).replace(gateway.lms.url, LMS)
    return json.loads(text)


def _curl(gateway: Gateway, command: list[str]) -> str:
    """The request that curl would send, for the options that the documentation uses."""
    options = iter(command[1:])
    method, url, data, headers, query = None, "", None, {}, {}
    for option in options:
        if option in {"-s", "-i", "-sS", "-N"}:
            continue
        if option in {"-H", "-X", "-d", "--data-urlencode"}:
            value = next(options)
            if option == "-H":
                name, _, text = value.partition(":")
                headers[name] = text.strip()
            elif option == "-X":
                method = value
            elif option == "-d":
                data = value
            else:
                name, _, text = value.partition("=")
                query[name] = text
        elif option in {"-G", "--get"}:
            method = "GET"
        else:
            assert option.startswith("http"), f"unknown option in {shlex.join(command)}"
            url = option.replace(GATEWAY, gateway.url).replace(LMS, gateway.lms.url)
    method = method or ("GET" if data is None else "POST")
    reply = gateway.http.request(method, url, content=data, headers=headers, params=query or None)
    assert reply.status_code < 300 or "-i" in command, reply.text
    return reply.text
