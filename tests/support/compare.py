"""Compares nested values so that a failure lists the differences."""

from typing import Any


def differences(got: Any, expected: Any, path: str = "") -> list[str]:
    """Every place where two JSON values differ, with both values."""
    if isinstance(got, dict) and isinstance(expected, dict):
        names = dict.fromkeys((*expected, *got))
        absent = "(absent)"
        return [
            line
            for name in names
            for line in differences(got.get(name, absent), expected.get(name, absent), f"{path}.{name}")
        ]
    if isinstance(got, list) and isinstance(expected, list) and len(got) == len(expected):
        pairs = enumerate(zip(got, expected, strict=True))
        return [line for place, pair in pairs for line in differences(*pair, f"{path}[{place}]")]
    return [] if got == expected else [f"{path}: got {got!r}, expected {expected!r}"]
