"""What a selection demands: for each selected field the endpoints that can give it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_object_type,
)

from loaders.endpoint import Endpoint
from resolvers.selection import Fragments, Variables, collect, has_arguments
from resolvers.source import DECLARATION, Declaration, Kind, Source

Endpoints = frozenset[Endpoint]


@dataclass(frozen=True, slots=True)
class Demand:
    """One selected field: which endpoints can give it, and which of their top-level fields that takes.

    `reasons` are the endpoints worth calling for it; `options` may also hold some that are only read when they
    are called for another reason; `weak` ones may turn out to lack the value. A `proof` only wants to know that the
    object exists, which a refusal tells too. `sources` say where each endpoint tells a value that others tell too.
    """

    path: str
    options: Mapping[Endpoint, str]
    reasons: Endpoints
    weak: Endpoints = frozenset()
    proof: bool = False
    sources: Mapping[Endpoint, Source] = field(default_factory=dict)

    def decides(self, endpoint: Endpoint) -> bool:
        """True when there is no value where this endpoint has none."""
        return (self.proof or endpoint in self.reasons) and endpoint not in self.weak

    def within(self, options: Iterable[Endpoint]) -> "Demand":
        """The same demand, to be met by these of its options only."""
        kept = {endpoint: self.options[endpoint] for endpoint in options}
        return replace(self, options=kept, reasons=self.reasons & kept.keys())


def demands_of(
    schema: GraphQLSchema,
    object_type: GraphQLObjectType,
    nodes: Sequence[FieldNode],
    fragments: Fragments,
    variables: Variables,
) -> list[Demand]:
    """The demands of everything selected below these nodes, as far as it is declared with sources."""
    found: list[Demand] = []
    _demands(schema, object_type, nodes, fragments, variables, "", None, frozenset(), found)
    return found


def _demands(
    schema: GraphQLSchema,
    object_type: GraphQLObjectType,
    nodes: Sequence[FieldNode],
    fragments: Fragments,
    variables: Variables,
    prefix: str,
    parents: Mapping[Endpoint, str] | None,
    worth: Endpoints,
    found: list[Demand],
) -> None:
    """`parents` are the endpoints that the object may be read from, `worth` those of them that are worth asking."""
    for name, field_nodes in collect(schema, object_type, nodes, fragments, variables).items():
        definition = object_type.fields.get(field_nodes[0].name.value)
        declaration: Declaration | None = definition.extensions.get(DECLARATION) if definition else None
        if definition is None or declaration is None or has_arguments(field_nodes[0], variables):
            continue
        options = _options(declaration.sources, parents)
        path = f"{prefix}{name}"
        presence = [source for source in declaration.sources if not source.join]
        demand = _demand(path, presence, options, _worth(presence, options, worth))
        inner = get_named_type(definition.type)
        if demand is not None and parents is None and len(demand.options) > 1 and is_leaf_type(inner):
            demand = replace(demand, sources={source.endpoint: source for source in presence if source.endpoint})
        if demand is not None:
            found.append(demand)
        if is_object_type(inner) and options:
            below = _worth(declaration.sources, options, worth)
            _demands(schema, inner, field_nodes, fragments, variables, f"{path}.", options, below, found)


def _options(sources: Iterable[Source], parents: Mapping[Endpoint, str] | None) -> dict[Endpoint, str]:
    options: dict[Endpoint, str] = {}
    for source in sources:
        if source.kind is Kind.KNOWN:
            continue
        if source.endpoint is None:
            options.update(parents or {})
        elif parents is None or source.endpoint in parents:
            options.setdefault(source.endpoint, source.field if parents is None else parents[source.endpoint])
    return options


def _worth(sources: Iterable[Source], options: Mapping[Endpoint, str], worth: Endpoints) -> Endpoints:
    """The endpoints worth asking for a field. One that its object is only read beside is so if the field names it."""
    found: set[Endpoint] = set()
    for source in sources:
        if source.beside or source.kind is Kind.KNOWN:
            continue
        if source.endpoint is None:
            found |= worth
        elif source.endpoint in options:
            found.add(source.endpoint)
    return frozenset(found)


def _demand(path: str, sources: Iterable[Source], options: Mapping[Endpoint, str], reasons: Endpoints) -> Demand | None:
    offered: dict[Endpoint, str] = {}
    weak: set[Endpoint] = set()
    for source in sources:
        if source.kind is Kind.KNOWN:
            continue
        endpoints = options if source.endpoint is None else (source.endpoint,)
        for endpoint in endpoints:
            if endpoint in options:
                offered[endpoint] = options[endpoint]
                if source.weak:
                    weak.add(endpoint)
    return Demand(path, offered, reasons & offered.keys(), frozenset(weak)) if offered else None
