"""A normalised cache as clients have it: one record for each id, what has no id is a part of the object around it.

It keeps what Apollo Client keeps by default: an object without an id replaces the one that was there before.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    Undefined,
    Visitor,
    get_named_type,
    is_abstract_type,
    parse,
    value_from_ast_untyped,
    visit,
)

Json = dict[str, Any]


@dataclass(frozen=True)
class Reference:
    """A link to the record with this id."""

    id: str


class MissingError(LookupError):
    """The cache cannot answer: a field of a record was never written, or was written over."""


class MixedError(AssertionError):
    """Two things share a record."""


@dataclass
class _Written:
    """The records of one answer: values by id and field, which must agree, and the parts without an id."""

    values: dict[tuple[str, str], Any]
    parts: list[Any]


class Cache:
    """Records by id, and the root of the graph."""

    def __init__(self) -> None:
        self.records: dict[str, Json] = {}
        self.root: Json = {}

    def write(self, document: DocumentNode, variables: Mapping[str, Any], data: Json) -> None:
        """Keeps an answer. Raises MixedError when it holds one id of two things, or one field with two values."""
        self._merge(self.root, _Walk(document, variables), _operation(document).selection_set, data, _Written({}, []))

    def read(self, document: DocumentNode, variables: Mapping[str, Any]) -> Json:
        """The operation's answer from what is kept."""
        return self._read(self.root, _Walk(document, variables), _operation(document).selection_set)

    def _merge(
        self, record: Json, walk: "_Walk", selections: SelectionSetNode, data: Json, written: "_Written"
    ) -> None:
        for field, name in walk.fields(selections, data.get("__typename")):
            key = walk.key(field)
            value = self._kept(walk, field, data[name], written)
            if "id" in data and field.selection_set is None:
                known = written.values.setdefault((data["id"], key), value)
                if known != value:
                    raise MixedError(f"{data['__typename']} {data['id']} {key}: {known!r} and {value!r}")
            before = record.get(key)
            if isinstance(value, dict):
                if before is not None and any(before is part for part in written.parts):
                    value = {**before, **value}
                written.parts.append(value)
            record[key] = value

    def _kept(self, walk: "_Walk", field: FieldNode, value: Any, written: "_Written") -> Any:
        if isinstance(value, list):
            return [self._kept(walk, field, item, written) for item in value]
        if value is None or field.selection_set is None:
            return value
        if "id" not in value:
            part: Json = {"__typename": value["__typename"]}
            self._merge(part, walk, field.selection_set, value, written)
            return part
        record = self.records.setdefault(value["id"], {"__typename": value["__typename"]})
        if record["__typename"] != value["__typename"]:
            raise MixedError(f"{value['id']} is a {record['__typename']} and a {value['__typename']}")
        self._merge(record, walk, field.selection_set, value, written)
        return Reference(value["id"])

    def _read(self, record: Json, walk: "_Walk", selections: SelectionSetNode) -> Json:
        found: Json = {}
        for field, name in walk.fields(selections, record.get("__typename")):
            key = walk.key(field)
            if key not in record:
                raise MissingError(f"{record.get('__typename')}.{key}")
            shown = self._shown(walk, field, record[key])
            found[name] = _merged(found[name], shown) if name in found else shown
        return found

    def _shown(self, walk: "_Walk", field: FieldNode, value: Any) -> Any:
        if isinstance(value, list):
            return [self._shown(walk, field, item) for item in value]
        if isinstance(value, Reference):
            value = self.records[value.id]
        if field.selection_set is None or value is None:
            return value
        return self._read(value, walk, field.selection_set)


def _merged(one: Any, other: Any) -> Any:
    """Two selections of one field together."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one | {name: _merged(one[name], value) if name in one else value for name, value in other.items()}
    if isinstance(one, list) and isinstance(other, list):
        return [_merged(*pair) for pair in zip(one, other, strict=True)]
    return one


class _Walk:
    """The fields that a document selects of objects of a type."""

    def __init__(self, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self._fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        defaults = {
            one.variable.name.value: value_from_ast_untyped(one.default_value)
            for one in _operation(document).variable_definitions or ()
            if one.default_value is not None
        }
        self._variables = {**defaults, **variables}

    def fields(self, selections: SelectionSetNode, type_name: str | None) -> Iterator[tuple[FieldNode, str]]:
        """The fields with their response names. Type conditions are taken to name object types."""
        for one in selections.selections:
            if not self._included(one):
                continue
            if isinstance(one, FieldNode):
                yield one, one.alias.value if one.alias else one.name.value
                continue
            assert isinstance(one, InlineFragmentNode | FragmentSpreadNode)
            inner = one if isinstance(one, InlineFragmentNode) else self._fragments[one.name.value]
            condition = inner.type_condition
            if condition is None or condition.name.value == type_name:
                yield from self.fields(inner.selection_set, type_name)

    def _included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            flags = [value_from_ast_untyped(a.value, self._variables) for a in directive.arguments or ()]
            if directive.name.value in {"skip", "include"} and flags == [directive.name.value == "skip"]:
                return False
        return True

    def key(self, field: FieldNode) -> str:
        """The field's name with its arguments."""
        values = {a.name.value: value_from_ast_untyped(a.value, self._variables) for a in field.arguments or ()}
        given = {name: value for name, value in values.items() if value is not Undefined}
        return f"{field.name.value}({json.dumps(given, sort_keys=True)})" if given else field.name.value


def _operation(document: DocumentNode) -> OperationDefinitionNode:
    return next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))


class _WithIds(Visitor):
    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self._info = info

    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode | None:
        named = get_named_type(self._info.get_parent_type())
        if not isinstance(named, GraphQLObjectType) and not is_abstract_type(named):
            return None
        if named is None or named.name in {"Query", "Mutation"}:
            return None
        names = ["__typename", *(["id"] if "id" in getattr(named, "fields", ()) else [])]
        added = parse("{ " + " ".join(names) + " }").definitions[0]
        assert isinstance(added, OperationDefinitionNode)
        kept = [one for one in node.selections if not (isinstance(one, FieldNode) and one.name.value in names)]
        return SelectionSetNode(selections=(*added.selection_set.selections, *kept))


def with_ids(schema: GraphQLSchema, text: str) -> DocumentNode:
    """The document with `__typename`, and `id` where there is one, in every selection of an object."""
    info = TypeInfo(schema)
    found: DocumentNode = visit(parse(text), TypeInfoVisitor(info, _WithIds(info)))
    return found
