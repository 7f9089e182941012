"""The chosen plan of every contract operation is the least work among all admissible plans."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, parse

from gateway.commands.explain import SIGN_INS, planned
from resolvers.fetch import replace
from resolvers.plan.choice import Plan, plan, price
from resolvers.plan.operation import OperationPlan
from schema.schema import build_schema
from tests.operations.catalogue import operations, text_of
from tests.operations.front_ends import CARDS
from tests.support.gateway import Gateway
from tests.support.people import BOTANY, KEY, generated

MOST = 300
"""Plans of one operation that are tried."""


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema()._schema


class Choices:
    """Takes the place of the planner's choice: it follows a script of alternatives, one for each object in turn."""

    def __init__(self, script: tuple[int, ...]) -> None:
        self._script = script
        self.counts: list[int] = []

    def plan(self, *arguments: Any, already: Any = frozenset(), **others: Any) -> Plan:
        made = plan(*arguments, already=already, **others)
        turn = len(self.counts)
        self.counts.append(1 + len(made.alternatives))
        number = self._script[turn] if turn < len(self._script) else 0
        if number == 0:
            return made
        _, endpoints = made.alternatives[number - 1]
        return plan(*arguments, already=frozenset(already).union(endpoints), **others)


def plans(schema: GraphQLSchema, name: str, sign_in: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[OperationPlan]:
    """The chosen plan of an operation first, then those with other alternatives of its objects."""
    text = text_of(name)
    document = parse(text)
    (operation,) = (one for one in document.definitions if isinstance(one, OperationDefinitionNode))
    variables = {"keys": generated(CARDS)} if "$keys:" in text else {}
    waiting: list[tuple[int, ...]] = [()]
    for _ in range(MOST):
        if not waiting:
            return
        script = waiting.pop(0)
        choices = Choices(script)
        monkeypatch.setattr(replace, "plan", choices.plan)
        yield planned(schema, document, operation, variables, SIGN_INS[sign_in])
        for turn, count in enumerate(choices.counts[len(script) :], len(script)):
            same = (*script, *[0] * (turn - len(script)))
            waiting += [(*same, number) for number in range(1, count)]


@pytest.mark.parametrize("sign_in", ["jwt", "session", "anonymous"])
@pytest.mark.parametrize("name", operations())
def test_no_alternative_is_less_work(
    schema: GraphQLSchema, monkeypatch: pytest.MonkeyPatch, name: str, sign_in: str
) -> None:
    chosen, *others = plans(schema, name, sign_in, monkeypatch)
    for other in others:
        assert price(chosen.cost) <= price(other.cost), [step.describe() for step in other.planned]


TWO = "query($a: CourseKey!, $b: CourseKey!) { a: course(key: $a) { %s } b: course(key: $b) { %s } }"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("title", "title", ["courses/courses"]),
        ("title tabs { id }", "title", ["course_home/course_metadata", "courses/course"]),
        ("title", "title tabs { id }", ["course_home/course_metadata", "courses/course"]),
        ("overviewHtml", "title", ["courses/course", "courses/course"]),
    ],
)
def test_courses_share_a_call_if_that_is_less_work(
    schema: GraphQLSchema, first: str, second: str, expected: list[str]
) -> None:
    document = parse(TWO % (first, second))
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    plan = planned(schema, document, operation, {}, SIGN_INS["jwt"])
    assert sorted(step.endpoint.name for step in plan.planned) == expected


def test_a_request_makes_the_shared_call(gateway: Gateway) -> None:
    answer = gateway.ask(TWO % ("title", "org"), {"a": KEY, "b": BOTANY})
    data = answer.sound()
    assert (data["a"]["title"], data["b"]["org"]) == ("Urban Beekeeping", "OpenedX")
    assert answer.paths == ["/api/courses/v1/courses/"]
