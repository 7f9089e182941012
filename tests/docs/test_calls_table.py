"""The README's table of calls, compared with the calls that the demo LMS counts."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT
from tests.support.gateway import Gateway, ask_in_waves
from tests.support.lms import waves
from tests.support.people import KEY

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
_ROW = re.compile(
    r"^\| \[[^\]]+\]\((?P<path>[^)#]+\.graphql)#?(?P<operation>\w*)\)[^|]*\|"
    r".*\| (?P<calls>\d+) calls?, (?P<waves>\d+) waves? \|"
)
ROWS = [match for line in (ROOT / "README.md").read_text().splitlines() if (match := _ROW.match(line))]


def test_there_are_rows() -> None:
    assert len(ROWS) >= 4


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["operation"] or Path(row["path"]).stem)
def test_page_takes_these_calls(gateway: Gateway, row: "re.Match[str]") -> None:
    document = (ROOT / row["path"]).read_text(encoding="utf-8")
    given = {"key": KEY, "sequence": SEQUENCE, "first": 25, "uuid": PROGRAM, "id": "2", "username": "alex"}
    variables = {name: value for name, value in given.items() if f"${name}" in document}
    answer = ask_in_waves(gateway, document, variables, scheme="session", operation=row["operation"] or None)
    answer.sound()
    assert (len(answer.calls), len(waves(answer.calls))) == (int(row["calls"]), int(row["waves"]))
