"""Prepared documents: parsed, bounded, validated and planned once, found again by the query's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import (
    REMOVE,
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
from graphql.validation.validate import ValidationAbortedError

from gateway.limits.bounds import Bounds
from gateway.limits.document import check_document
from loaders.errors import Code
from resolvers.memo import Memo

_SMALLEST = 1000
"""What a document counts at least, in characters: its plans and projections weigh too."""

_BOUNDS = Bounds()

_MAX_ERRORS = 20
_REFUSED = 100
"""How many refused texts are remembered; they never push sound ones out."""


@dataclass(slots=True)
class Document:
    """One query text, ready to execute, or the errors it was refused with.

    `flags` are the variables that `@skip` and `@include` read, `arguments` those that fields take,
    `incremental` whether anything is deferred or streamed. `plans` and `costs`
    are filled as the document is executed and hold nothing of any learner.
    """

    ast: DocumentNode | None
    errors: list[GraphQLError] = field(default_factory=list)
    flags: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    plans: Memo = field(default_factory=Memo)
    costs: dict[Any, int] = field(default_factory=dict)
    weight: int = _SMALLEST
    incremental: bool = False
    _whole: DocumentNode | None = None

    def whole(self) -> DocumentNode | None:
        """The document without `@defer` and `@stream`, for clients that read one piece only."""
        if not self.incremental or self.ast is None:
            return self.ast
        if self._whole is None:
            self._whole = visit(self.ast, _WithoutIncremental())
        return self._whole

    def choices(self, variables: Mapping[str, Any] | None) -> tuple[Any, ...]:
        """What in the variables changes a plan: the flags, and which arguments are given at all."""
        given = variables or {}
        return (
            # Anything but a boolean is refused when the variables are coerced: here it only must be hashable.
            *(value if isinstance(value := given.get(name), bool) else None for name in self.flags),
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
    """The document cache of a worker. Holds texts of `capacity` characters in all."""

    def __init__(
        self,
        schema: GraphQLSchema,
        bounds: Bounds = _BOUNDS,
        *,
        capacity: int = 2_000_000,
        introspection: bool = True,
        suggestions: bool = True,
    ) -> None:
        self._schema = schema
        self._bounds = bounds
        self._suggestions = suggestions
        self._rules = list(specified_rules)
        if not introspection:
            self._rules.append(NoSchemaIntrospectionCustomRule)
        self._sound: LRUCache[str, Document] = LRUCache(capacity, getsizeof=lambda document: document.weight)
        self._refused: LRUCache[str, Document] = LRUCache(_REFUSED)

    def prepare(self, query: str) -> Document:
        """The document for this text, from the cache when it was seen before."""
        document = self._sound.get(query) or self._refused.get(query)
        if document is None:
            document = self._prepare(query)
            cache = self._refused if document.ast is None else self._sound
            if document.weight <= cache.maxsize or cache is self._refused:
                cache[query] = document
        return document

    def _prepare(self, query: str) -> Document:
        try:
            ast = parse(query, max_tokens=self._bounds.max_tokens)
        except GraphQLSyntaxError as error:
            aborted = error.message.endswith("Parsing aborted.")
            return _refused([error], Code.QUERY_TOO_COMPLEX if aborted else Code.GRAPHQL_PARSE_FAILED)
        try:
            excess = check_document(ast, self._bounds)
        except RecursionError:
            excess = GraphQLError("The query is nested too deeply.")
        if excess is not None:
            return _refused([excess], Code.QUERY_TOO_COMPLEX)
        errors = validate(
            self._schema, ast, self._rules, max_errors=_MAX_ERRORS, hide_suggestions=not self._suggestions
        )
        if len(errors) == 1 and isinstance(errors[0], ValidationAbortedError):
            # Comparing its fields and fragments with each other went beyond graphql-core's budget.
            return _refused([GraphQLError("The query repeats too many fields.")], Code.QUERY_TOO_COMPLEX)
        if errors:
            return _refused(errors, Code.GRAPHQL_VALIDATION_FAILED)
        finder = _Variables()
        visit(ast, finder)
        return Document(
            ast,
            flags=tuple(sorted(finder.flags)),
            arguments=tuple(sorted(finder.arguments)),
            incremental=finder.incremental,
            weight=max(len(query), _SMALLEST),
        )


def _refused(errors: list[GraphQLError], code: Code) -> Document:
    for error in errors:
        told = error.extensions or getattr(error.original_error, "extensions", None) or {}
        error.extensions = {"code": code.value, **told}
    return Document(None, errors)


class _Variables(Visitor):
    """Finds the variables that plans depend on."""

    def __init__(self) -> None:
        super().__init__()
        self.flags: set[str] = set()
        self.arguments: set[str] = set()
        self.incremental = False

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self.arguments.update(a.value.name.value for a in node.arguments or () if isinstance(a.value, VariableNode))

    def enter_directive(self, node: Any, *_: Any) -> None:
        if node.name.value in {"defer", "stream"}:
            self.incremental = True
        elif node.name.value in {"skip", "include"}:
            for argument in node.arguments or ():
                if isinstance(argument.value, VariableNode):
                    self.flags.add(argument.value.name.value)


class _WithoutIncremental(Visitor):
    """Takes the directives of incremental delivery out of a document."""

    def enter_directive(self, node: Any, *_: Any) -> Any:
        return REMOVE if node.name.value in {"defer", "stream"} else None
