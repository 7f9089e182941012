"""The examples of the GraphiQL page, run as a newcomer runs them."""

import pytest

from gateway.graphiql.examples import load_examples
from gateway.graphiql.page import Example
from tests.support.gateway import Gateway

EXAMPLES = load_examples()
SIGN_IN_NEEDED = {"CoursewarePage"}
"""Examples with a field that takes no JWT: it is null, with an error that names the sign-in."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.operation_name)
@pytest.mark.parametrize("user", ["alex", "taylor"])
def test_an_example_runs(gateway: Gateway, example: Example, user: str) -> None:
    """Every example gives data, and no error but the one that is to be expected."""
    answer = gateway.ask(example.document, example.variables, user=user, operation=example.operation_name)
    assert answer.data is not None
    assert set(answer.codes) <= ({"UNAUTHENTICATED"} if example.operation_name in SIGN_IN_NEEDED else set())
