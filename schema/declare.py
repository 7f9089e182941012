"""How a field is declared: a description, its sources, and nothing to program."""

import inspect
from collections.abc import Awaitable, Callable, Iterable
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

from loaders.calls.wave import under_way
from resolvers.ask import STEPS, Steps
from resolvers.read import is_told, read_id, read_leaf, read_list, read_object
from resolvers.relation import course_relation
from resolvers.row import Row
from resolvers.source import (
    DECLARATION,
    PARTS,
    RELATION,
    RESOLVER,
    Declaration,
    Identity,
    Kind,
    Part,
    Parts,
    Source,
)
from resolvers.steps.course import related

_SOURCES = "sources"
_KEY = "key"
_IDENTITY = "identity"
_FURTHER = "further"
_STANDING = "standing"
_ID = "Global, opaque identifier, unique over all types."
Resolver = Callable[..., Any]
Further = Callable[[Row, Any, Declaration], Awaitable[Row | None]]
"""Gives the object as one of a declaration's sources tells of it; None where that has nothing to tell."""


def field(
    description: str,
    *sources: Source,
    resolver: Resolver | None = None,
    further: Further | None = None,
    steps: Steps | None = None,
    standing: bool = False,
    deprecated: str | None = None,
) -> Any:
    """A field that is read from its sources, most trusted first. A `standing` object is there where none tells of it.

    With a `resolver` too, the sources serve the field without arguments and the resolver the field with them. `further`
    asks one of the sources apart where the object was read from none of them. `steps` plans the calls of either.
    `deprecated` says what to read instead.
    """
    assert steps is not None or (resolver is None and further is None), "the calls of a resolver are planned"
    described = _described(description, _told(sources))
    metadata = {_SOURCES: sources, RESOLVER: resolver, _FURTHER: further, STEPS: steps, _STANDING: standing}
    if resolver is None:
        return strawberry.field(description=described, metadata=metadata, deprecation_reason=deprecated)
    arguments = _arguments(resolver)
    return strawberry.field(resolver=arguments, description=described, metadata=metadata, deprecation_reason=deprecated)


def identified(*parts: Part | Source) -> Any:
    """The field `id`, made of the type's name and these parts: its own values, and what is known around the object.

    Together they must tell an object from all others of its type, those of other courses and other people included.
    A viewer's own things need no name in them: a client forgets all when somebody else signs in.
    """
    made = tuple(part if isinstance(part, Part) else Part((part,)) for part in parts)
    return strawberry.field(description=_ID, metadata={_IDENTITY: made})


def relation(description: str, *sources: Source, key: tuple[Source, ...]) -> Any:
    """A field that leads to a course.

    `sources` say where the row's own answer describes the course, `key` where it names it: whatever else is
    selected of the course is asked by that key, for all rows of a list together.
    """
    metadata = {_SOURCES: sources, _KEY: Declaration(key), STEPS: related}
    return strawberry.field(description=_described(description, _told((*key, *sources))), metadata=metadata)


def resolved(description: str, resolver: Resolver, *, steps: Steps, source: str | None = None) -> Any:
    """A field that a function of `resolvers/` answers. `steps` plans its calls, `source` names the endpoints."""
    described = _described(description, [source] if source else [])
    return strawberry.field(
        resolver=_arguments(resolver), description=described, metadata={RESOLVER: resolver, STEPS: steps}
    )


def _arguments(resolver: Resolver) -> Resolver:
    """What Strawberry sees of a resolver: its GraphQL arguments, without `root` and `info`.

    Strawberry only reads the signature; `bind` puts the resolver itself on the field, so a resolver gets
    graphql-core's own `info` and no wrapper runs between the executor and the load.
    """

    def arguments(**values: Any) -> Any:
        raise AssertionError("the field was not bound to its resolver")

    signature = inspect.signature(resolver)
    parameters = list(signature.parameters.values())[2:]
    arguments.__name__ = resolver.__name__
    arguments.__module__ = resolver.__module__
    arguments.__annotations__ = {p.name: p.annotation for p in parameters}
    arguments.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=parameters, return_annotation=inspect.Signature.empty
    )
    return arguments


def _told(sources: Iterable[Source]) -> list[str]:
    """The places in the LMS's answers; what is made or known here has none."""
    places = [source.describe() for source in sources if not source.made and source.kind is not Kind.KNOWN]
    return list(filter(None, places))


def _described(description: str, sources: list[str]) -> str:
    if not sources:
        return description
    return f"{description}\n\nSource: " + "; or ".join(f"`{source}`" for source in dict.fromkeys(sources)) + "."


def bind(schema: strawberry.Schema) -> None:
    """Gives each declared field its reader. Called once, when the schema is built."""
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
        told = {part.name: part for part in parts if part.name is not None and part.sources}
        graphql_type.extensions[PARTS] = told
        for name, definition in definitions.items():
            _bind_field(graphql_type, graphql_type.fields[name], definition, told)


def _bind_field(
    graphql_type: GraphQLObjectType, graphql_field: GraphQLField, definition: StrawberryField, told: Parts
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
        further: Further | None = definition.metadata.get(_FURTHER)
        standing: bool = definition.metadata.get(_STANDING, False)
        declaration = Declaration(
            sources, is_url=named.name == "URL", is_list=is_list, further=further, standing=standing
        )
        graphql_field.extensions[DECLARATION] = declaration
        reader = _reader(graphql_field, declaration)
    if resolver is not None:
        names = {
            name: argument.python_name for name, argument in zip(graphql_field.args, definition.arguments, strict=True)
        }
        graphql_field.extensions[RESOLVER] = resolver
        graphql_field.resolve = _resolve_with(resolver, names, reader)
    elif reader is not None:
        graphql_field.resolve = reader
    if told and graphql_field.resolve is not None:
        graphql_field.resolve = _telling(graphql_field.resolve, told)


def _telling(resolve: Resolver, told: Parts) -> Resolver:
    """The same for rows of a type that tells those below it how it is named."""

    def resolve_telling(row: Row, info: Any, **arguments: Any) -> Any:
        row.parts = told
        return resolve(row, info, **arguments)

    return resolve_telling


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

    return resolve if declaration.further is None else _asking_further(declaration, read)


def _asking_further(declaration: Declaration, read: Callable[[Declaration, Row], Any]) -> Resolver:
    """The reader of a field that is asked for apart where the answers under the row do not tell it."""

    async def ask(row: Row, info: Any) -> Any:
        assert declaration.further is not None
        more: Row | None = await declaration.further(row, info, declaration)
        return None if more is None else read(declaration, more)

    def resolve(row: Row, info: Any) -> Any:
        return read(declaration, row) if is_told(declaration, row) else under_way(ask(row, info))

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
        # A row inside an answer has no name of its own: the field's type says what it is.
        return getattr(value, "type_name", name) in {name, None}

    return is_type_of
