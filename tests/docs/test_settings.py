"""The tables of settings are those of the code."""

from pathlib import Path

import pytest

from tests.docs.markdown import ROOT
from tests.docs.settings_table import PLACES, filled


@pytest.mark.parametrize("path", PLACES, ids=lambda path: str(path.relative_to(ROOT)))
def test_table_is_up_to_date(path: Path) -> None:
    """`python -m tests.docs.settings_table` writes it anew."""
    text = path.read_text(encoding="utf-8")
    assert filled(text, PLACES[path]) == text
