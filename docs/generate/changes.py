"""The page `docs/schema-changes.md`: how the schema differs from that of the last release, breaking changes first."""

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_required_argument,
    is_required_input_field,
)
from graphql.utilities import BreakingChange, DangerousChange, find_breaking_changes, find_dangerous_changes

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
    "safe": "Safe: additions, deprecations, and types that promise more or ask for less.",
}

_Input = GraphQLArgument | GraphQLInputField
_Member = GraphQLField | GraphQLEnumValue | _Input
_Change = BreakingChange | DangerousChange
_Found = dict[str, _Member]
"""Fields, arguments and values of enums by their coordinates, such as `Query.course(key:)`."""


def changes(old: GraphQLSchema, new: GraphQLSchema) -> dict[str, list[str]]:
    """What changed, by label: `breaking`, `dangerous` and `safe`. Nothing has two labels."""
    before, after = _members(old), _members(new)
    broken: list[_Change] = [*find_breaking_changes(old, new)]
    surprising: list[_Change] = [*find_dangerous_changes(old, new)]
    stricter = dict(_stricter(old, new, before, after))
    surprising = [change for change in surprising if _place(change) not in stricter]
    named = {_place(change) for change in (*broken, *surprising)} | stricter.keys()
    safe = [*_additions(old, new), *_relaxations(before, after)]
    return {
        "breaking": sorted([*(change.description for change in broken), *stricter.values()]),
        "dangerous": sorted(change.description for change in surprising),
        "safe": sorted(f"{place} {text}." for place, text in safe if place not in named),
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


def _place(change: _Change) -> str:
    """The coordinate that a change is about, from its description."""
    return next((word for word in change.description.split() if "." in word.rstrip(".") or "@" in word), "").rstrip(".")


def _members(schema: GraphQLSchema) -> _Found:
    found: _Found = {}
    for name, kind in _types(schema).items():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for of, field in kind.fields.items():
                found[f"{name}.{of}"] = field
                found.update({f"{name}.{of}({arg}:)": argument for arg, argument in field.args.items()})
        elif isinstance(kind, GraphQLInputObjectType):
            found.update({f"{name}.{of}": input_field for of, input_field in kind.fields.items()})
        elif isinstance(kind, GraphQLEnumType):
            found.update({f"{name}.{of}": value for of, value in kind.values.items()})
    for directive in schema.directives:
        found.update({f"@{directive.name}({arg}:)": argument for arg, argument in directive.args.items()})
    return found


def _types(schema: GraphQLSchema) -> dict[str, GraphQLNamedType]:
    return {name: kind for name, kind in schema.type_map.items() if not name.startswith("__")}


def _is_required(member: _Member) -> bool:
    if isinstance(member, GraphQLArgument):
        return is_required_argument(member)
    return isinstance(member, GraphQLInputField) and is_required_input_field(member)


def _stricter(old: GraphQLSchema, new: GraphQLSchema, before: _Found, after: _Found) -> Iterator[tuple[str, str]]:
    """Breaking changes that graphql-core takes for dangerous, or does not find."""
    for place, member in after.items():
        was = before.get(place)
        if was is None or not _is_required(member) or _is_required(was):
            continue
        if str(getattr(was, "type", "")) == str(getattr(member, "type", "")):
            yield place, f"{place} has no default value any more, and is required."
    one_of = {name for name, kind in _types(new).items() if getattr(kind, "is_one_of", False)}
    for name, kind in _types(old).items():
        if name in one_of and getattr(kind, "is_one_of", None) is False:
            yield name, f"{name} takes exactly one of its fields (@oneOf)."


def _additions(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """New types, fields and directives; a new type stands for all its fields."""
    before = _types(old)
    for name, kind in _types(new).items():
        was = before.get(name)
        if was is None:
            yield name, "was added"
        elif type(was) is type(kind):
            fields, known = getattr(kind, "fields", {}), getattr(was, "fields", {})
            yield from ((f"{name}.{field}", "was added") for field in fields if field not in known)
    yield from ((f"@{name}", "was added") for name in _directives(new) - _directives(old))


def _directives(schema: GraphQLSchema) -> set[str]:
    return {directive.name for directive in schema.directives}


def _relaxations(before: _Found, after: _Found) -> Iterator[tuple[str, str]]:
    """Types that promise more or ask for less, and deprecations."""
    for place, member in after.items():
        was = before.get(place)
        if was is None:
            continue
        types = [str(getattr(each, "type", "")) for each in (was, member)]
        if types[0] != types[1]:
            yield place, f"changed type from {types[0]} to {types[1]}"
        if member.deprecation_reason is not None and was.deprecation_reason is None:
            yield place, f"was deprecated: {member.deprecation_reason}"
