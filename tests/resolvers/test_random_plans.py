"""Plans of random queries: they cover all selected fields, no step is useless, and no call is missing."""

import random
from collections import Counter
from typing import Any

import pytest
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, parse, validate
from graphql.execution.values import get_variable_values

from gateway.commands.explain import SIGN_INS
from resolvers.plan.cache import plan_operation
from resolvers.plan.operation import OperationPlan
from tests.engine.queries import QueryMaker
from tests.resolvers.selected_leaves import selected_leaves
from tests.support.gateway import Gateway

QUERIES = 400
CALLED = 60


def planned(schema: GraphQLSchema, text: str, variables: dict[str, Any], sign_in: str) -> OperationPlan | None:
    """The plan of a query; None when the query is not valid."""
    document = parse(text)
    if validate(schema, document):
        return None
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    values = get_variable_values(schema, operation.variable_definitions or (), variables)
    assert not isinstance(values, list)
    return plan_operation(schema, fragments, operation, values.coerced, SIGN_INS[sign_in])


@pytest.mark.parametrize("sign_in", SIGN_INS)
def test_random_queries_are_planned_whole(schema: GraphQLSchema, sign_in: str) -> None:
    valid = 0
    for seed in range(QUERIES):
        text, variables = QueryMaker(schema, random.Random(seed), deferring=0.3).query()
        plan = planned(schema, text, variables, sign_in)
        if plan is None:
            continue
        valid += 1
        leaves = [*plan.known, *plan.unavailable, *(leaf for step in plan.steps for leaf in step.feeds)]
        assert len(leaves) == len(set(leaves)), (seed, sorted(leaf for leaf in set(leaves) if leaves.count(leaf) > 1))
        assert set(leaves) == selected_leaves(schema, parse(text), variables), (seed, text)
        needed = {id(one) for step in plan.steps for one in step.after}
        idle = [
            s.describe()
            for s in plan.steps
            if not (s.feeds or s.proves or s.needed_by or s.replacement_for or id(s) in needed)
        ]
        assert idle == [], (seed, text)
        brought = {leaf for part in plan.parts for leaf in part.leaves}
        assert brought == set(leaves), (seed, text)
    assert valid > QUERIES / 2


@pytest.mark.parametrize("sign_in", ["JWT", "session", "Bearer"])
def test_every_call_of_a_random_query_is_a_step_of_its_plan(
    gateway: Gateway, schema: GraphQLSchema, sign_in: str
) -> None:
    """Steps that replace a missing answer are marked; planned steps are called at most as often as planned."""
    for seed in range(CALLED):
        text, variables = QueryMaker(schema, random.Random(seed)).query()
        answer = gateway.ask(text, variables, scheme=sign_in, headers={"x-lectern-explain": "1"})
        if "extensions" not in answer.body:
            continue
        explained = answer.body["extensions"]["explain"]
        steps = {step["step"]: step for step in explained["plan"]["steps"]}
        counted = Counter(call["step"] for call in explained["calls"])
        for call in explained["calls"]:
            assert call["fields"], (seed, call["target"])
            step = steps.get(call["step"])
            if step is None:
                assert call["wave"] > 1, (seed, "it can only stand in for a call that came before", call["target"])
            elif not step["conditional"]:
                # Not before: a call that two courses share may come later where they are one.
                assert call["wave"] >= step["wave"], (seed, call["target"], step)
        for number, step in steps.items():
            assert counted[number] <= step["calls"], (seed, step)
