"""The settings as tables, from their own descriptions: `python -m tests.docs.settings_table` writes the pages anew."""

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
from tests.docs.markdown import ROOT

GROUPS: dict[str, type] = {
    "protocol": ProtocolOptions,
    "upstream": UpstreamOptions,
    "bounds": Bounds,
    "telemetry": TelemetryOptions,
}
"""Part of docs/settings.md to the class that declares it; what none of them declares is `basics`."""

PLACES = {
    ROOT / "README.md": ("basics",),
    ROOT / "docs" / "settings.md": ("basics", *GROUPS),
}
"""Which page shows which parts."""

_SIZES = {1024**2: "MiB", 1024: "KiB"}


def table(part: str) -> str:
    """The Markdown table of one part."""
    rows = ["| variable | default | meaning |", "| --- | --- | --- |"]
    rows += [
        f"| `GATEWAY_{name.upper()}` | {_default(name, field)} | {field.description} |" for name, field in _fields(part)
    ]
    return "\n".join(rows)


def _fields(part: str) -> list[tuple[str, FieldInfo]]:
    fields: dict[str, FieldInfo] = Settings.model_fields
    named = {group: list(cls.model_fields) for group, cls in GROUPS.items()}  # type: ignore[attr-defined]
    if part in named:
        return [(name, fields[name]) for name in named[part]]
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


def filled(text: str, parts: tuple[str, ...]) -> str:
    """The page's text with its tables as they should be."""
    for part in parts:
        begin, end = f"<!-- settings: {part} -->", "<!-- end -->"
        before, found, after = text.partition(begin)
        assert found, f"no place for {part}"
        text = f"{before}{begin}\n{table(part)}\n{end}{after.partition(end)[2]}"
    return text


def write(path: Path, parts: tuple[str, ...]) -> None:
    """Writes the tables of a page."""
    path.write_text(filled(path.read_text(encoding="utf-8"), parts), encoding="utf-8")


if __name__ == "__main__":
    for place, its_parts in PLACES.items():
        write(place, its_parts)
