"""The examples of the GraphiQL page, run like a newcomer would run them."""

import pytest

from gateway.commands.demo import DEMO_USERS
from gateway.graphiql.examples import load_examples
from gateway.graphiql.page import Example
from tests.support.gateway import Gateway

EXAMPLES = load_examples()
USERS = {user.name: user for user in DEMO_USERS}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.operation_name)
@pytest.mark.parametrize("user", ["alex", "taylor"])
def test_an_example_runs(gateway: Gateway, example: Example, user: str) -> None:
    """Every example gives data and no error, signed in as the page's user switch does it."""
    chosen = USERS[user]
    cookies = "; ".join(f"{name}={value}" for name, value in chosen.cookies.items())
    answer = gateway.ask(
        example.document,
        example.variables,
        user="anonymous",
        operation=example.operation_name,
        headers={**chosen.headers, "Cookie": cookies},
    )
    assert answer.sound()
