"""`gateway explain` shows the calls that a healthy LMS gets, as far as they depend on no answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, parse

from gateway.commands.explain import run_explain
from tests.docs.markdown import ROOT
from tests.support.gateway import Gateway
from tests.support.people import KEY

Shown = Callable[[Path, str, dict[str, object]], list[str]]
EXAMPLES = ROOT / "gateway/graphiql/examples"
DOCUMENTS = [path for path in sorted(EXAMPLES.glob("*/*.graphql")) if "10-writes" not in path.parts]
COURSE_HOME = ROOT / "tests/operations/pages/course_home.graphql"


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    """The targets of the calls that `gateway explain` prints."""

    def targets(path: Path, sign_in: str, variables: dict[str, object]) -> list[str]:
        capsys.readouterr()
        assert run_explain(str(path), sign_in, json.dumps(variables)) == 0
        lines = (line.strip() for line in capsys.readouterr().out.splitlines())
        return sorted(line.removeprefix("GET ") for line in lines if line.startswith("GET "))

    return targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_calls_that_wait_for_nothing_are_those_that_are_made(gateway: Gateway, shown: Shown, path: Path) -> None:
    text = path.read_text()
    operations = [one for one in parse(text).definitions if isinstance(one, OperationDefinitionNode)]
    example = path.with_suffix(".json")
    variables = json.loads(example.read_text()) if example.is_file() else {}
    made: list[str] = []
    for operation in operations:
        name = operation.name.value if operation.name else None
        answer = gateway.ask(text, variables, scheme="session", operation=name, headers={"x-lectern-explain": "1"})
        made += [call["target"] for call in answer.body["extensions"]["explain"]["calls"] if call["wave"] == 1]
    assert shown(path, "session", variables) == sorted(made)


def test_course_home_is_two_calls(shown: Shown) -> None:
    for sign_in in ("jwt", "bearer", "session", "anonymous"):
        found = shown(COURSE_HOME, sign_in, {"key": KEY})
        assert found == [f"/api/course_home/{name}/{KEY}" for name in ("course_metadata", "outline")]
