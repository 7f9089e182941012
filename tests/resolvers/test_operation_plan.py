"""The plan of an operation: it covers all selected fields, no step is useless, and no call is missing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    DocumentNode,
    GraphQLSchema,
    OperationDefinitionNode,
    parse,
    print_ast,
)

from gateway.commands.explain import SIGN_INS, planned
from resolvers.plan.operation import OperationPlan
from tests.docs.markdown import ROOT
from tests.operations.catalogue import files
from tests.resolvers.selected_leaves import selected_leaves
from tests.support.gateway import Gateway

EXAMPLES = ROOT / "gateway/graphiql/examples"
FILES = files()


def operations() -> Iterator[Any]:
    """Every operation of the contract and of the examples, with each way to sign in."""
    for path in FILES:
        document = parse(path.read_text())
        for operation in document.definitions:
            if isinstance(operation, OperationDefinitionNode):
                assert operation.name is not None
                for sign_in in SIGN_INS:
                    name = f"{path.stem}-{operation.name.value}-{sign_in}"
                    yield pytest.param(document, operation, sign_in, id=name)


OPERATIONS = list(operations())


def plan_of(schema: GraphQLSchema, document: DocumentNode, operation: Any, sign_in: str) -> OperationPlan:
    """The plan with every flag set."""
    definitions = operation.variable_definitions or ()
    flags = {one.variable.name.value: True for one in definitions if print_ast(one.type).strip("!") == "Boolean"}
    return planned(schema, document, operation, flags, SIGN_INS[sign_in])


@pytest.mark.parametrize(("document", "operation", "sign_in"), OPERATIONS)
def test_every_selected_leaf_is_in_the_plan_once(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, sign_in: str
) -> None:
    plan = plan_of(schema, document, operation, sign_in)
    leaves = [*plan.known, *plan.unavailable, *(leaf for step in plan.steps for leaf in step.feeds)]
    assert len(leaves) == len(set(leaves)), sorted(leaf for leaf in set(leaves) if leaves.count(leaf) > 1)
    assert set(leaves) == selected_leaves(schema, document, operation=operation)


@pytest.mark.parametrize(("document", "operation", "sign_in"), OPERATIONS)
def test_no_step_is_for_nothing(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, sign_in: str
) -> None:
    plan = plan_of(schema, document, operation, sign_in)
    waited_for = {id(one) for step in plan.steps for one in step.after}
    idle = [
        step.describe()
        for step in plan.steps
        if not (
            step.feeds
            or step.proves
            or step.needed_by
            or step.replacement_for
            or id(step) in waited_for
            or step.endpoint.method != "GET"
        )
    ]
    assert idle == []


@pytest.mark.parametrize(("document", "operation", "sign_in"), OPERATIONS)
def test_the_parts_bring_every_leaf(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, sign_in: str
) -> None:
    plan = plan_of(schema, document, operation, sign_in)
    brought = {leaf for part in plan.parts for leaf in part.leaves}
    assert brought >= {leaf for step in plan.steps for leaf in step.feeds}


QUERIES = [
    (path, json.loads(path.with_suffix(".json").read_text()) if path.with_suffix(".json").is_file() else {})
    for path in sorted(EXAMPLES.glob("*/*.graphql"))
]


@pytest.mark.parametrize("sign_in", ["JWT", "session"])
@pytest.mark.parametrize(("path", "variables"), QUERIES, ids=lambda value: getattr(value, "stem", None))
def test_every_call_is_a_step_of_the_plan(
    gateway: Gateway, path: Path, variables: dict[str, Any], sign_in: str
) -> None:
    text = path.read_text()
    for operation in parse(text).definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        assert operation.name is not None
        answer = gateway.ask(
            text,
            variables,
            user="taylor" if "taylor" in text else "alex",
            scheme=sign_in,
            operation=operation.name.value,
            headers={"x-lectern-explain": "1"},
        )
        explained = answer.body["extensions"]["explain"]
        plan = explained["plan"]
        outside = [call["target"] for call in explained["calls"] if call["step"] is None]
        assert outside == []
        counted: dict[int, int] = {}
        for call in explained["calls"]:
            counted[call["step"]] = counted.get(call["step"], 0) + 1
            step = plan["steps"][call["step"] - 1]
            assert step["conditional"] or call["wave"] == step["wave"], call
        for number, calls in counted.items():
            assert calls <= plan["steps"][number - 1]["calls"], plan["steps"][number - 1]
        for step in plan["steps"]:
            configured = step["service"] not in explained.get("notConfigured", [])
            if configured and not step["conditional"] and not answer.errors:
                assert step["step"] in counted, step
