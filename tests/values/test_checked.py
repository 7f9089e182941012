"""Texts that passed a check are remembered: few of them, short ones, and no other."""

import pytest

from resolvers.values import checked
from resolvers.values.checked import Check
from resolvers.values.scalars import is_normal_time, is_normal_uuid
from resolvers.values.text import is_web_url

VALID = {
    is_web_url: "https://lms.example/courses/x",
    is_normal_time: "2026-11-21T10:00:00Z",
    is_normal_uuid: "0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12",
}
INVALID = {
    is_web_url: ("javascript:alert(1)", "https://", "/x", "https://lms.example/\n"),
    is_normal_time: ("2026-11-21T10:00:00.000001Z", "2026-11-21T10:00:00+00:00", "2026-11-21 10:00:00Z", ""),
    is_normal_uuid: ("0B0F8F4F-7D1E-4A0F-9A5A-2B4C6D8E0F12", "0b0f8f4f7d1e4a0f9a5a2b4c6d8e0f12", ""),
}


@pytest.mark.parametrize("check", VALID)
def test_valid_texts_are_remembered(check: Check) -> None:
    assert check(VALID[check])
    assert VALID[check] in check.passed
    for text in INVALID[check]:
        assert not check(text)
        assert text not in check.passed


def test_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="month must be"):
        is_normal_time("2026-13-21T10:00:00Z")
    assert "2026-13-21T10:00:00Z" not in is_normal_time.passed


def test_few_and_short_texts_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_MOST", 5)
    check = Check(str.isascii)
    for number in range(12):
        assert check(f"text {number}")
        assert len(check.passed) <= 5
    assert check.passed == {"text 10", "text 11"}
    assert check("x" * 5000)
    assert check.passed == {"text 10", "text 11"}, "long ones are checked each time"
