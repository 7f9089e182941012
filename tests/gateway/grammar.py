"""Random operations from the schema: most are valid with plausible arguments, the others have one mistake."""

import random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from resolvers.values.node import global_id

COURSES = (
    "course-v1:OpenedX+DemoX+DemoCourse",
    "course-v1:OpenedX+BotanyX+2026",
    "course-v1:No+Such+Run",
    "course-v1:x",
    "",
)
SOUND_SHARE = 0.7
"""So many operations are written without a flaw."""

_KEYS = {
    "CourseKey": (COURSES[0], COURSES[0], COURSES[1], COURSES[2]),
    "UsageKey": tuple(
        f"block-v1:OpenedX+DemoX+DemoCourse+type@{kind}+block@{'0' * 32}" for kind in ("html", "problem")
    ),
    "UUID": ("0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12",),
    "DateTime": ("2026-09-24T10:00:00Z",),
    "Date": ("2026-09-24",),
    "ID": tuple(global_id("Course", key) for key in COURSES[:3]),
    "String": ("alex", "demo", "1"),
    "Int": (1, 2, 10),
    "Float": (0.5, 1.0),
}
"""Values that can be meant, known to the demo LMS or not."""

_IDS = {
    "thread": ("2", "3"),
    "comment": ("2", "3"),
    "team": ("herbalists-3c4d", "green-roofs-1a2b"),
    "tour": ("110",),
}
"""The same for ids, by the field or argument that takes them."""

_STRINGS = ("", "x", "\u0000", "🏃", "a" * 300, "../../etc/passwd", "' OR 1=1 --", "%2e%2e/", "\r\nx: y", *COURSES)
_NUMBERS = (0, 1, -1, 100, 101, 2**31 - 1, 2**31, 10**30)
_FLAWS = (
    "nonsense",
    "__proto__",
    "{",
    "}",
    "@skip",
    "@skip(if: 1)",
    "...Missing",
    "$x",
    '"',
    '"""',
    "\\u{110000}",
    "\ufeff",
)


class QueryWriter:
    """Writes queries of this schema, the same ones for the same random source."""

    def __init__(self, schema: GraphQLSchema, source: random.Random) -> None:
        self._schema = schema
        self._random = source
        self._variables: list[str] = []
        self._sound = False
        self._about = ""
        self.incremental = False
        self.values: dict[str, Any] = {}

    def operation(self) -> str:
        """An operation; the values of its variables are in `values`."""
        self._variables, self.values = [], {}
        self._sound, self.incremental = self._random.random() < SOUND_SHARE, False
        kinds = [("query", self._schema.query_type)] * 3 + [("mutation", self._schema.mutation_type)]
        kind, root = self._random.choice([(kind, root) for kind, root in kinds if root is not None])
        body = self._selection(root, self._random.randint(1, 4 if self._sound else 6))
        head = f"({', '.join(self._variables)})" if self._variables else ""
        text = f"{kind} Q{head} {body}"
        if not self._sound and self._random.random() < 0.4:
            place = self._random.randrange(len(text))
            text = text[:place] + self._random.choice(_FLAWS) + text[place:]
        return text

    def _selection(self, parent: Any, depth: int) -> str:
        if is_abstract_type(parent):
            types = self._schema.get_possible_types(parent)
            if self._sound:  # equal names of several types might not agree
                types = [self._random.choice(list(types))]
            parts = [f"... on {one.name} {self._selection(one, depth)}" for one in types if self._random.random() < 0.7]
            return "{ __typename " + " ".join(parts) + " }"
        assert isinstance(parent, GraphQLObjectType)
        parts = ["__typename"] if self._random.random() < 0.3 else []
        most = 3 if self._sound else 5
        names = self._random.sample(sorted(parent.fields), min(len(parent.fields), self._random.randint(1, most)))
        parts += filter(None, (self._field(name, parent.fields[name], depth) for name in names))
        return "{ " + " ".join(parts or ["__typename"]) + " }"

    def _field(self, name: str, field: GraphQLField, depth: int) -> str:
        named = get_named_type(field.type)
        if not is_leaf_type(named) and depth <= 0:
            return ""
        alias = f"a{self._random.randrange(10**6)}: " if self._random.random() < 0.1 else ""
        below = "" if is_leaf_type(named) else " " + self._selection(named, depth - 1)
        directive = ""
        if self._random.random() < 0.1:
            directive = f" @{self._random.choice(['skip', 'include'])}(if: {self._random.choice(['true', 'false'])})"
        elif is_list_type(get_nullable_type(field.type)) and self._random.random() < 0.1:
            self.incremental = True
            directive = f" @stream(initialCount: {self._random.randrange(3)})"
        elif below and self._random.random() < 0.1:
            self.incremental = True
            below = f" {{ __typename ... @defer {below} }}"
        return f"{alias}{name}{self._arguments(field.args, name)}{directive}{below}"

    def _arguments(self, arguments: dict[str, GraphQLArgument], field_name: str) -> str:
        given = []
        for name, argument in arguments.items():
            self._about = field_name if name == "id" else name
            if is_non_null_type(argument.type) or self._random.random() < (0.25 if self._sound else 0.5):
                value = self._value(argument.type, 3)
                if self._random.random() < 0.4:
                    variable = f"v{len(self._variables)}"
                    self._variables.append(f"${variable}: {argument.type}")
                    self.values[variable] = value
                    given.append(f"{name}: ${variable}")
                else:
                    given.append(f"{name}: {_literal(value)}")
        return f"({', '.join(given)})" if given else ""

    def _value(self, given: Any, depth: int) -> Any:
        if not self._sound and self._random.random() < 0.03:
            return self._random.choice([None, [], {}, True, 1.5, "x"])
        if not self._sound and not is_non_null_type(given) and self._random.random() < 0.1:
            return None
        nullable = get_nullable_type(given)
        if is_list_type(nullable):
            length = self._random.choice([1, 2, 3] if self._sound else [0, 1, 2, 3, 30, 120])
            return [self._value(nullable.of_type, depth - 1) for _ in range(length)]
        if isinstance(nullable, GraphQLEnumType):
            return _Name(self._random.choice(list(nullable.values)))
        if isinstance(nullable, GraphQLInputObjectType):
            value = {}
            for name, field in nullable.fields.items():
                self._about = name
                if depth > 0 and (is_non_null_type(field.type) or self._random.random() < 0.6):
                    value[name] = self._value(field.type, depth - 1)
            return value
        return self._scalar(nullable.name)

    def _scalar(self, name: str) -> Any:
        if self._sound and name == "ID" and self._about in _IDS:
            return self._random.choice(_IDS[self._about])
        if self._sound and name in _KEYS:
            return self._random.choice(_KEYS[name])
        if name == "CourseKey" and self._random.random() < 0.8:
            return self._random.choice(COURSES)
        if name == "Int":
            return self._random.choice(_NUMBERS)
        if name == "Float":
            return self._random.choice([0.0, -1.5, 1e308, *_NUMBERS])
        if name == "Boolean":
            return self._random.random() < 0.5
        return self._random.choice(_STRINGS)


class _Name(str):
    """An enum value: bare in a literal, a string in variables."""

    __slots__ = ()


def _literal(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (_Name, int, float)):
        return str(value)
    if isinstance(value, str):
        escaped = "".join(c if c.isprintable() and c not in '"\\' else "".join(f"\\u{ord(c):04x}") for c in value)
        return f'"{escaped}"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return "{" + ", ".join(f"{name}: {_literal(entry)}" for name, entry in value.items()) + "}"
