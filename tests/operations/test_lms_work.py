"""No query makes the LMS work more than the front end's own calls for the same page, by milliseconds of a live LMS."""

from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, parse

from gateway.commands.explain import planned
from loaders.credentials import Credentials
from resolvers.plan.step import Cost
from schema.schema import build_schema
from tests.operations.catalogue import operations, text_of
from tests.operations.front_ends import CARDS, FRONT_ENDS
from tests.support.people import generated

ABOVE = {
    "mobile/app:MobileCourse": "access, certificate and lastVisited are not the same in the app's lighter endpoints",
}
"""The queries that still do, and why."""

_PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def cost_of(name: str) -> Cost:
    """The cost of an operation's plan, for credentials that contain the username."""
    document = parse(text_of(name))
    schema = build_schema()._schema
    (operation,) = (one for one in document.definitions if isinstance(one, OperationDefinitionNode))
    credentials = Credentials(schemes=FRONT_ENDS[name][0], username_hint="learner")
    variables = {"keys": generated(CARDS)} if "$keys:" in text_of(name) else {}
    return planned(schema, document, operation, variables, credentials).cost


def row(name: str) -> str:
    """The query's row of the documentation's table."""
    calls = FRONT_ENDS[name][1]
    cost = cost_of(name)
    own, ours = sum(call.weight for call in calls), cost.lms_ms
    return f"| {name.partition(':')[2]} | {len(calls)} | {own} | {cost.calls} | {ours} | {ours / own:.2f} |"


def test_every_query_has_the_calls_of_a_front_end() -> None:
    assert set(FRONT_ENDS) == {name for name, one in operations().items() if one.keyword == "query"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=ABOVE[name], strict=True) if name in ABOVE else ())
        for name in FRONT_ENDS
    ],
)
def test_query_makes_the_lms_work_no_more_than_the_front_end(name: str) -> None:
    own = sum(call.weight for call in FRONT_ENDS[name][1])

    assert cost_of(name).lms_ms <= own


@pytest.mark.parametrize("name", FRONT_ENDS)
def test_the_documentation_has_this_row(name: str) -> None:
    assert row(name) in _PAGE.read_text(encoding="utf-8").splitlines()
