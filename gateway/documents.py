"""Prepared documents: parsed, validated and planned once, found again by the query's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)
from graphql.validation import NoSchemaIntrospectionCustomRule, specified_rules

from loaders.errors import Code


@dataclass(slots=True)
class Document:
    """One query text, ready to execute, or the errors it was refused with.

    `flags` are the variables that `@skip` and `@include` read, `arguments` those that fields take. `plans` is filled
    as the document is executed and holds nothing of any learner.
    """

    ast: DocumentNode | None
    errors: list[GraphQLError] = field(default_factory=list)
    flags: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    plans: dict[Any, Any] = field(default_factory=dict)

    def choices(self, variables: Mapping[str, Any] | None) -> tuple[Any, ...]:
        """What in the variables changes a plan: the flags, and which arguments are given at all."""
        given = variables or {}
        return (
            *(given.get(name) for name in self.flags),
            *(given.get(name) is not None for name in self.arguments),
        )

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation with this name, or the only one; None when there is no such one."""
        if self.ast is None:
            return None
        operations = [d for d in self.ast.definitions if isinstance(d, OperationDefinitionNode)]
        if name is None:
            return operations[0] if len(operations) == 1 else None
        return next((o for o in operations if o.name is not None and o.name.value == name), None)


class Documents:
    """The document cache of a worker."""

    def __init__(
        self, schema: GraphQLSchema, *, size: int = 1000, max_tokens: int = 4000, introspection: bool = True
    ) -> None:
        self._schema = schema
        self._max_tokens = max_tokens
        self._rules = list(specified_rules)
        if not introspection:
            self._rules.append(NoSchemaIntrospectionCustomRule)
        self._cache: LRUCache[str, Document] = LRUCache(size)

    def prepare(self, query: str) -> Document:
        """The document for this text, from the cache when it was seen before."""
        document = self._cache.get(query)
        if document is None:
            document = self._cache[query] = self._prepare(query)
        return document

    def _prepare(self, query: str) -> Document:
        try:
            ast = parse(query, max_tokens=self._max_tokens)
        except GraphQLSyntaxError as error:
            code = Code.QUERY_TOO_COMPLEX if "token" in error.message else Code.GRAPHQL_PARSE_FAILED
            return Document(None, [_coded(error, code)])
        except RecursionError:
            return Document(None, [_coded(GraphQLError("The query is nested too deeply."), Code.QUERY_TOO_COMPLEX)])
        errors = validate(self._schema, ast, self._rules, max_errors=20)
        if errors:
            return Document(None, [_coded(error, Code.GRAPHQL_VALIDATION_FAILED) for error in errors])
        finder = _Flags()
        visit(ast, finder)
        return Document(ast, flags=tuple(sorted(finder.names)), arguments=tuple(sorted(finder.arguments)))


def _coded(error: GraphQLError, code: Code) -> GraphQLError:
    original = error.original_error
    told = error.extensions or getattr(original, "extensions", None) or {}
    error.extensions = {"code": code.value, **told}
    return error


class _Flags(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.arguments: set[str] = set()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self.arguments.update(a.value.name.value for a in node.arguments or () if isinstance(a.value, VariableNode))

    def enter_directive(self, node: Any, *_: Any) -> None:
        if node.name.value in {"skip", "include"}:
            for argument in node.arguments or ():
                if isinstance(argument.value, VariableNode):
                    self.names.add(argument.value.name.value)
