"""The demands of a selection: for each selected field, the endpoints that can provide it."""

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
from resolvers.declare.source import DECLARATION, Declaration, Source
from resolvers.plan.selection import Fragments, Variables, collect, has_arguments

Endpoints = frozenset[Endpoint]


@dataclass(frozen=True, slots=True)
class Demand:
    """One selected field, and the endpoints that can provide it.

    `options` maps endpoints to the top-level field to request. `reasons` are the options worth calling for this field.
    The others are only read if they are called for another reason. `weak` endpoints may lack the value although it
    exists. A `proof` demand only requires proof that the object exists, so a refusal also meets it. `sources` are the
    sources by endpoint, if several endpoints have the value.
    """

    path: str
    options: Mapping[Endpoint, str]
    reasons: Endpoints
    weak: Endpoints = frozenset()
    proof: bool = False
    sources: Mapping[Endpoint, Source] = field(default_factory=dict)

    def decides(self, endpoint: Endpoint) -> bool:
        """True if a missing value at this endpoint means that there is no value."""
        return (self.proof or endpoint in self.reasons) and endpoint not in self.weak

    def within(self, options: Iterable[Endpoint]) -> "Demand":
        """Returns the same demand, restricted to these options."""
        kept = {endpoint: self.options[endpoint] for endpoint in options}
        if len(kept) == len(self.options):
            return self
        return replace(self, options=kept, reasons=self.reasons & kept.keys())


def demands_of(
    schema: GraphQLSchema,
    object_type: GraphQLObjectType,
    nodes: Sequence[FieldNode],
    fragments: Fragments,
    variables: Variables,
) -> list[Demand]:
    """Returns the demands of all fields selected below these nodes that are declared with sources."""
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
    """`parents` are the endpoints that may provide the object. `worth` are those of them that justify a call."""
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
        if source.kind.fact is not None:
            continue
        if source.endpoint is None:
            options.update(parents or {})
        elif parents is None or source.endpoint in parents:
            options.setdefault(source.endpoint, source.field if parents is None else parents[source.endpoint])
    return options


def _worth(sources: Iterable[Source], options: Mapping[Endpoint, str], worth: Endpoints) -> Endpoints:
    """Returns the endpoints that a field justifies calling. A field's own source justifies a call of its endpoint, even
    if the object itself does not.
    """
    found: set[Endpoint] = set()
    for source in sources:
        if source.when_loaded or source.kind.fact is not None:
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
        if source.kind.fact is not None:
            continue
        endpoints = options if source.endpoint is None else (source.endpoint,)
        for endpoint in endpoints:
            if endpoint in options:
                offered[endpoint] = options[endpoint]
                if source.weak:
                    weak.add(endpoint)
    return Demand(path, offered, reasons & offered.keys(), frozenset(weak)) if offered else None
