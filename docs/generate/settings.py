"""The tables of settings in the documentation, written from the descriptions in the code."""

from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from gateway.settings.limits import Bounds
from gateway.settings.protocol import ProtocolOptions
from gateway.settings.settings import Settings
from gateway.settings.telemetry import TelemetryOptions
from gateway.settings.upstream import UpstreamOptions

ROOT = Path(__file__).parents[2]

GROUPS: dict[str, type] = {
    "protocol": ProtocolOptions,
    "upstream": UpstreamOptions,
    "bounds": Bounds,
    "telemetry": TelemetryOptions,
}
"""The class that declares each group of settings. The group `basics` has those of the class `Settings` itself."""

PAGES = {
    ROOT / "README.md": ("basics",),
    ROOT / "docs" / "settings.md": ("basics", *GROUPS),
}
"""The groups that each page shows."""

_SIZES = {1024**2: "MiB", 1024: "KiB"}


def table(group: str) -> str:
    """The Markdown table of one group."""
    rows = ["| variable | default | meaning |", "| --- | --- | --- |"]
    rows += [
        f"| `GATEWAY_{name.upper()}` | {_default(name, field)} | {field.description} |"
        for name, field in _fields(group)
    ]
    return "\n".join(rows)


def _fields(group: str) -> list[tuple[str, FieldInfo]]:
    fields: dict[str, FieldInfo] = Settings.model_fields
    named = {name: list(cls.model_fields) for name, cls in GROUPS.items()}  # type: ignore[attr-defined]
    if group in named:
        return [(name, fields[name]) for name in named[group]]
    grouped = {name for names in named.values() for name in names}
    return [(name, field) for name, field in fields.items() if name not in grouped]


def _default(name: str, field: FieldInfo) -> str:
    value: Any = field.default
    if value is PydanticUndefined:
        return "required"
    if value is None:
        return "by mode" if bool in _alternatives(field.annotation) and name != "tracing" else "unset"
    if isinstance(value, bool):
        return "`on`" if value else "`off`"
    if isinstance(value, tuple):
        return "none" if not value else f"`{','.join(value)}`"
    if isinstance(value, int) and "bytes" in name:
        size, unit = next(((value // size, unit) for size, unit in _SIZES.items() if value % size == 0), (value, "B"))
        return f"`{value}` ({size} {unit})"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is UnionType or get_args(annotation) else (annotation,)


def filled(text: str, groups: tuple[str, ...]) -> str:
    """A page's text with its tables of settings up to date."""
    for group in groups:
        begin, end = f"<!-- settings: {group} -->", "<!-- end -->"
        before, found, after = text.partition(begin)
        if not found:
            raise ValueError(f"the page has no place for the settings of {group!r}")
        text = f"{before}{begin}\n{table(group)}\n{end}{after.partition(end)[2]}"
    return text
