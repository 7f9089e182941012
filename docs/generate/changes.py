"""The page `docs/schema-changes.md`: how the schema differs from that of the last release, breaking changes first."""

from collections.abc import Iterable
from pathlib import Path

from graphql import GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, build_schema
from graphql.utilities import find_breaking_changes, find_dangerous_changes

ROOT = Path(__file__).parents[2]
RELEASED = ROOT / "docs" / "release" / "schema.graphql"
"""The schema of the last release."""

_INTRODUCTION = """# Changes of the schema since the last release

`make generated` writes this page: it compares `schema.graphql` with `docs/release/schema.graphql`, the schema of the
last release. A release with breaking changes raises the first number of the version, or the second while the first is
0.
"""
_LABELS = {
    "breaking": "Breaking: documents that were valid may fail, or clients may meet values that they do not expect.",
    "dangerous": "Dangerous: documents stay valid, but clients may be surprised, as by a new value of an enum.",
    "safe": "Safe: additions.",
}


def changes(old: GraphQLSchema, new: GraphQLSchema) -> dict[str, list[str]]:
    """What changed, by label: `breaking`, `dangerous` and `safe`."""
    return {
        "breaking": sorted(change.description for change in find_breaking_changes(old, new)),
        "dangerous": sorted(change.description for change in find_dangerous_changes(old, new)),
        "safe": sorted(_additions(old, new)),
    }


def changes_of(sdl: str) -> dict[str, list[str]]:
    """What changed in this schema since the last release."""
    return changes(build_schema(RELEASED.read_text(encoding="utf-8")), build_schema(sdl))


def page(sdl: str) -> str:
    """The text of the page."""
    parts = [_INTRODUCTION]
    found = changes_of(sdl)
    for label, meaning in _LABELS.items():
        if found[label]:
            lines = "\n".join(f"- {text}" for text in found[label])
            parts.append(f"## {label.capitalize()}\n\n{meaning}\n\n{lines}\n")
    if not any(found.values()):
        parts.append("There are none.\n")
    return "\n".join(parts)


def _additions(old: GraphQLSchema, new: GraphQLSchema) -> Iterable[str]:
    for name, new_type in new.type_map.items():
        if name.startswith("__"):
            continue
        old_type = old.type_map.get(name)
        if old_type is None:
            yield f"{name} was added."
        elif isinstance(new_type, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType) and isinstance(
            old_type, type(new_type)
        ):
            yield from (f"{name}.{field} was added." for field in new_type.fields if field not in old_type.fields)
