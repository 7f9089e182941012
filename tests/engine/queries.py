"""Random valid queries over the schema's declared fields: aliases, fragments, directives and variables included."""

import random
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_interface_type,
    is_leaf_type,
    is_non_null_type,
    is_object_type,
)

from resolvers.declare.source import DECLARATION, RESOLVER

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"
_ROOTS = (
    f'course(key: "{COURSE}")',
    "course(key: $key)",
    f'courses(keys: ["{COURSE}", $key])',
    "viewer",
)
_FLAGS = ("$yes", "$no", "true", "false")


class QueryMaker:
    """Makes query texts from a source of randomness."""

    def __init__(self, schema: GraphQLSchema, chance: random.Random, *, deferring: float = 0.0) -> None:
        """`deferring` is how likely a fragment is deferred."""
        self._schema = schema
        self._chance = chance
        self._deferring = deferring
        self._fragments: list[str] = []
        self._of_type: dict[str, list[str]] = {}

    def query(self) -> tuple[str, dict[str, Any]]:
        """A query and its variables."""
        self._fragments = []
        self._of_type = {}
        roots = self._chance.sample(_ROOTS, self._chance.randint(1, 2))
        body = " ".join(f"r{place}: {root} {self._root(root)}" for place, root in enumerate(roots))
        text = f"query Q($key: CourseKey!, $yes: Boolean!, $no: Boolean!) {{ {body} used: __typename @skip(if: $no)"
        text += (
            f" unused: __typename @include(if: $yes) other: course(key: $key) {{ key }} }} {' '.join(self._fragments)}"
        )
        return text, {"key": COURSE, "yes": True, "no": False}

    def _root(self, root: str) -> str:
        name = root.partition("(")[0]
        field = self._schema.query_type.fields[name] if self._schema.query_type else None
        assert field is not None
        return self._selection(get_named_type(field.type), 0)

    def _selection(self, selected: Any, depth: int) -> str:
        assert isinstance(selected, GraphQLObjectType)
        fields = [(name, field) for name, field in selected.fields.items() if _is_plain(field)]
        leaves = [pair for pair in fields if is_leaf_type(get_named_type(pair[1].type))]
        parts: list[str] = []
        for _ in range(self._chance.randint(1, 7 if depth == 0 else 5)):
            name, field = self._chance.choice(fields if depth < 4 or not leaves else leaves)
            parts.append(self._field(name, field, depth))
        if self._chance.random() < 0.2:
            parts.append("__typename")
        known = self._of_type.get(selected.name)
        if known and self._chance.random() < 0.4:  # selections that share nodes
            parts.insert(0, f"...{self._chance.choice(known)}{self._defer()}")
        if self._chance.random() < max(0.25, self._deferring):
            cut = self._chance.randint(0, len(parts) - 1)
            parts[cut:] = [self._fragment(selected, " ".join(parts[cut:]))]
        return "{ " + " ".join(parts) + " }"

    def _field(self, name: str, field: GraphQLField, depth: int) -> str:
        inner = get_named_type(field.type)
        # An alias contains the field and the shape, so that two choices never conflict.
        alias = f"{name}{self._chance.randint(0, 1)}: " if self._chance.random() < 0.3 else ""
        arguments = ""
        if "first" in field.args:
            first = self._chance.choice((1, 3, 100))
            alias, arguments = f"{name}_{first}: ", f"(first: {first})"
        text = f"{alias}{name}{arguments}{self._directive()}"
        if is_object_type(inner):
            text += " " + self._selection(inner, depth + 1)
        return text

    def _directive(self) -> str:
        if self._chance.random() > 0.1:
            return ""
        return f" @{self._chance.choice(('skip', 'include'))}(if: {self._chance.choice(_FLAGS)})"

    def _fragment(self, selected: GraphQLObjectType, body: str) -> str:
        conditions = [selected.name, *(interface.name for interface in selected.interfaces)]
        if self._chance.random() < 0.5:
            condition = self._chance.choice(("", f"on {selected.name}"))
            return f"... {condition}{self._defer()}{self._directive()} {{ {body} }}"
        name = f"F{len(self._fragments)}"
        self._fragments.append(f"fragment {name} on {conditions[0]} {{ {body} }}")
        self._of_type.setdefault(selected.name, []).append(name)
        return f"...{name}{self._defer()}{self._directive()}"

    def _defer(self) -> str:
        if self._chance.random() >= self._deferring:
            return ""
        return f" @defer{self._chance.choice(('', '', '(if: $yes)', '(if: $no)'))}"


def _is_plain(field: GraphQLField) -> bool:
    """A field that is read from its sources or has calls of its own, with no argument to give but `first`."""
    if is_interface_type(get_named_type(field.type)):
        return False
    if any(is_non_null_type(argument.type) and name != "first" for name, argument in field.args.items()):
        return False
    return DECLARATION in field.extensions or RESOLVER in field.extensions
