"""Older front ends: the first queries of the pages still have the same results, with the same calls."""

from typing import Any

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, parse, validate

from schema.schema import build_schema
from tests.contract.texts import PAGES
from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import KEY

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
VARIABLES = {"key": KEY, "sequence": SEQUENCE, "first": 25}
TODAY = {
    "course_home": "pages/course_home:CourseHomePage",
    "courseware": "pages/courseware:CoursewarePage",
    "dashboard": "pages/dashboard:DashboardPage",
    "dates": "pages/dates:DatesPage",
    "progress": "pages/progress:ProgressPage",
}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema()._schema


@pytest.mark.parametrize("page", PAGES)
def test_it_is_valid(schema: GraphQLSchema, page: str) -> None:
    assert validate(schema, parse(PAGES[page])) == []


@pytest.mark.parametrize("page", TODAY)
def test_it_takes_the_calls_that_the_page_takes_today(gateway: Gateway, page: str) -> None:
    """Fields that were added to the page cost no call."""
    [operation] = [one for one in parse(PAGES[page]).definitions if isinstance(one, OperationDefinitionNode)]
    taken = {one.variable.name.value for one in operation.variable_definitions or ()}
    variables: dict[str, Any] = {name: value for name, value in VARIABLES.items() if name in taken}
    first = gateway.ask(PAGES[page], variables, scheme="session")
    today = gateway.ask(text_of(TODAY[page]), variables, scheme="session")
    first.sound()
    assert sorted(first.paths) == sorted(today.paths)
