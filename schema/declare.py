"""Declaration of fields: a description and sources instead of resolver code."""

import inspect
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import strawberry
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_object_type,
)
from strawberry.types.field import StrawberryField

from loaders.calls.wave import start_task
from resolvers.declare.ask import STEPS, LookUp
from resolvers.declare.source import (
    DECLARATION,
    PARTS,
    RELATION,
    RESOLVER,
    Declaration,
    Identity,
    Part,
    Parts,
    Source,
)
from resolvers.fetch.fetch import further as asked_further
from resolvers.fetch.fetch import resolver_of
from resolvers.output.read import read_id, read_leaf, read_list, read_object, was_asked
from resolvers.output.row import Row
from resolvers.relation import course_relation, related

_SOURCES = "sources"
_KEY = "key"
_IDENTITY = "identity"
_FURTHER = "further"
_STANDING = "standing"
_LOOK_UP = "look_up"
_ID = "Global, opaque identifier, unique across all types."
Resolver = Callable[..., Any]
Arguments = Callable[..., None]
"""A function whose parameters are the arguments of a field. It is never called."""


def field(
    description: str,
    *sources: Source,
    look_up: LookUp | None = None,
    arguments: Arguments | None = None,
    computed: Resolver | None = None,
    steps: LookUp | None = None,
    further: LookUp | None = None,
    standing: bool = False,
    deprecated: str | None = None,
) -> Any:
    """A field read from its sources, most trusted first. A `standing` object exists even if no source describes it.

    If a `look_up` is given too, the sources serve the field without arguments and the look-up serves it with arguments.
    The same applies to `computed`, a function of the object and the arguments; `steps` plans the answers it reads.
    `further` fetches the object from another source if none of these was read. `deprecated` is the deprecation reason.
    """
    metadata = {
        _SOURCES: sources,
        RESOLVER: computed,
        _LOOK_UP: look_up,
        _FURTHER: further,
        STEPS: look_up or further or steps,
        _STANDING: standing,
    }
    described = _described(description, _places(sources))
    signature = _signature(arguments, look_up) if look_up else _arguments(computed) if computed else None
    if signature is None:
        return strawberry.field(description=described, metadata=metadata, deprecation_reason=deprecated)
    return strawberry.field(resolver=signature, description=described, metadata=metadata, deprecation_reason=deprecated)


def identified(*parts: Part | Source) -> Any:
    """The field `id`, made of the type's name and these parts: values of the object and facts of its ancestors.

    Together they must distinguish the object from all others of its type, including those of other courses and people.
    The viewer's own objects need no username: clients clear their cache when another person signs in.
    """
    made = tuple(part if isinstance(part, Part) else Part((part,)) for part in parts)
    return strawberry.field(description=_ID, metadata={_IDENTITY: made})


def relation(description: str, *sources: Source, key: tuple[Source, ...]) -> Any:
    """A field that resolves to a course.

    `sources` are the places of the course's data in the row's own answer, `key` those of its key. Other selected fields
    of the course are fetched by that key, for all rows of a list together.
    """
    metadata = {_SOURCES: sources, _KEY: Declaration(key), STEPS: related}
    return strawberry.field(description=_described(description, _places((*key, *sources))), metadata=metadata)


def found(description: str, look_up: LookUp, *, arguments: Arguments | None = None, source: str | None = None) -> Any:
    """A field resolved by a look-up of `resolvers/`. `source` names the endpoints."""
    described = _described(description, [source] if source else [])
    metadata = {_LOOK_UP: look_up, STEPS: look_up}
    return strawberry.field(resolver=_signature(arguments, look_up), description=described, metadata=metadata)


def resolved(description: str, resolver: Resolver, *, steps: LookUp, source: str | None = None) -> Any:
    """A field resolved by a function of the object, the request and the arguments. `steps` plans its calls."""
    described = _described(description, [source] if source else [])
    return strawberry.field(
        resolver=_arguments(resolver), description=described, metadata={RESOLVER: resolver, STEPS: steps}
    )


def _arguments(resolver: Resolver) -> Resolver:
    """The signature that Strawberry reads: the resolver's GraphQL arguments, without the object and the request."""
    signature = inspect.signature(resolver)
    return _with(list(signature.parameters.values())[2:], resolver.__name__, resolver.__module__)


def _signature(arguments: Arguments | None, look_up: LookUp) -> Resolver:
    """The same for a look-up, whose arguments are declared separately."""
    parameters = [] if arguments is None else list(inspect.signature(arguments).parameters.values())
    module = (arguments or look_up).__module__
    return _with(parameters, getattr(look_up, "__name__", "found"), module)


def _with(parameters: list[inspect.Parameter], name: str, module: str) -> Resolver:
    """A function with these parameters. Strawberry only reads the signature: `bind` puts the resolver itself on the
    field, so that no wrapper runs between the executor and the call."""

    def arguments(**values: Any) -> Any:
        raise AssertionError("the field was not bound to its resolver")

    arguments.__name__ = name
    arguments.__module__ = module
    arguments.__annotations__ = {p.name: p.annotation for p in parameters}
    arguments.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return arguments


def _places(sources: Iterable[Source]) -> list[str]:
    """The places in the LMS's answers. Values made or known by the gateway have none."""
    places = [source.describe() for source in sources if not source.made and source.kind.fact is None]
    return list(filter(None, places))


def _described(description: str, sources: list[str]) -> str:
    if not sources:
        return description
    return f"{description}\n\nSource: " + "; or ".join(f"`{source}`" for source in dict.fromkeys(sources)) + "."


def bind(schema: strawberry.Schema) -> None:
    """Gives each declared field its resolver. Called once, when the schema is built."""
    for graphql_type in schema._schema.type_map.values():
        if isinstance(graphql_type, GraphQLInterfaceType):
            graphql_type.resolve_type = _type_name
        if not isinstance(graphql_type, GraphQLObjectType):
            continue
        if graphql_type.interfaces:
            graphql_type.is_type_of = _is_type_of(graphql_type.name)
        definitions = {
            name: definition
            for name, graphql_field in graphql_type.fields.items()
            if isinstance(definition := graphql_field.extensions.get("strawberry-definition"), StrawberryField)
        }
        parts: tuple[Part, ...] = definitions["id"].metadata.get(_IDENTITY, ()) if "id" in definitions else ()
        named_parts = {part.name: part for part in parts if part.name is not None and part.sources}
        graphql_type.extensions[PARTS] = named_parts
        for name, definition in definitions.items():
            _bind_field(graphql_type, graphql_type.fields[name], definition, named_parts)


def _bind_field(
    graphql_type: GraphQLObjectType, graphql_field: GraphQLField, definition: StrawberryField, named_parts: Parts
) -> None:
    sources = definition.metadata.get(_SOURCES)
    key = definition.metadata.get(_KEY)
    resolver = definition.metadata.get(RESOLVER)
    graphql_field.extensions[STEPS] = definition.metadata.get(STEPS)
    parts: tuple[Part, ...] | None = definition.metadata.get(_IDENTITY)
    reader: Resolver | None = None
    if parts is not None:
        sources = tuple(source for part in parts for source in part.sources)
        identity = Identity(graphql_type.name, parts)
        graphql_field.extensions[DECLARATION] = declaration = Declaration(sources, identity=identity)
        reader = _reader(graphql_field, declaration)
    elif key is not None:
        graphql_field.extensions[RELATION] = key
        graphql_field.extensions[DECLARATION] = declaration = Declaration(sources or ())
        reader = course_relation(declaration, key)
    elif sources:
        named = get_named_type(graphql_field.type)
        is_list = is_list_type(get_nullable_type(graphql_field.type))
        further: LookUp | None = definition.metadata.get(_FURTHER)
        standing: bool = definition.metadata.get(_STANDING, False)
        declaration = Declaration(
            sources, is_url=named.name == "URL", is_list=is_list, further=further, standing=standing
        )
        graphql_field.extensions[DECLARATION] = declaration
        reader = _reader(graphql_field, declaration)
    look_up: LookUp | None = definition.metadata.get(_LOOK_UP)
    if look_up is not None:
        resolver = resolver_of(look_up, graphql_field)
        graphql_field.extensions[RESOLVER] = resolver
        graphql_field.resolve = resolver if reader is None else _or_reader(resolver, reader)
    elif resolver is not None:
        names = {
            name: argument.python_name for name, argument in zip(graphql_field.args, definition.arguments, strict=True)
        }
        graphql_field.extensions[RESOLVER] = resolver
        graphql_field.resolve = _resolve_with(resolver, names, reader)
    elif reader is not None:
        graphql_field.resolve = reader
    if named_parts and graphql_field.resolve is not None:
        graphql_field.resolve = _with_parts(graphql_field.resolve, named_parts)


def _with_parts(resolve: Resolver, parts: Parts) -> Resolver:
    """The same resolver for rows of a type that passes parts of its id to its children."""

    def resolve_with_parts(row: Row, info: Any, **arguments: Any) -> Any:
        row.parts = parts
        return resolve(row, info, **arguments)

    return resolve_with_parts


def _reader(graphql_field: GraphQLField, declaration: Declaration) -> Resolver:
    nullable = get_nullable_type(graphql_field.type)
    named = get_named_type(graphql_field.type)
    read: Callable[[Declaration, Row], Any]
    if declaration.identity is not None:
        read = read_id
    elif is_leaf_type(named):
        read = read_leaf
    elif is_list_type(nullable):
        read = read_list
    else:
        assert is_object_type(named), f"{named} cannot be read from a source"
        read = read_object

    def resolve(row: Row, info: Any) -> Any:
        return read(declaration, row)

    look_up = declaration.further
    if look_up is None:
        return resolve

    def resolve_further(row: Row, info: Any) -> Any:
        if was_asked(declaration, row):
            return read(declaration, row)
        return start_task(asked_further(look_up, row, info, graphql_field, partial(read, declaration)))

    return resolve_further


def _or_reader(resolver: Resolver, reader: Resolver) -> Resolver:
    """Reads the field if no argument is given, and looks it up otherwise."""

    def resolve(root: Any, info: Any, **arguments: Any) -> Any:
        if all(value is None for value in arguments.values()):
            return reader(root, info)
        return resolver(root, info, **arguments)

    return resolve


def _resolve_with(resolver: Resolver, names: dict[str, str], reader: Resolver | None) -> Resolver:
    def resolve(root: Any, info: Any, **arguments: Any) -> Any:
        if reader is not None and all(value is None for value in arguments.values()):
            return reader(root, info)
        return resolver(root, info, **{names[name]: value for name, value in arguments.items()})

    return resolve


def _type_name(value: Any, info: Any, abstract_type: Any) -> str:
    type_name: str = value.type_name
    return type_name


def _is_type_of(name: str) -> Callable[[Any, Any], bool]:
    def is_type_of(value: Any, info: Any) -> bool:
        # A row inside an answer has no type name of its own: the field's type is its type.
        return getattr(value, "type_name", name) in {name, None}

    return is_type_of
