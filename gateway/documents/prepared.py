"""The document cache: documents are parsed, checked and validated once, and found by their tokens."""

import gc
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    SourceLocation,
    parse,
    validate,
)
from graphql.validation.validate import ValidationAbortedError

from gateway.documents.directives import uses_of, without_incremental
from gateway.documents.layout import Layout, content_of, digest_of
from gateway.documents.weight import lighten, text_bytes, unlink
from gateway.errors import Locate, shortened
from gateway.limits.document import check_document
from gateway.limits.rules import rules
from gateway.settings.limits import Bounds
from gateway.settings.settings import Settings
from loaders.credentials import Credentials
from loaders.errors import Code
from loaders.segmented_cache import SegmentedCache
from resolvers.plan.memo import Memo
from resolvers.plan.selection import Fragments

_PLANS = 4
"""Estimated weight of a memo, in units of its document."""

_BOUNDS = Bounds()

_MAX_ERRORS = 20
_MAX_LOCATIONS = 20
_ERROR_BYTES = 1000
"""Size of an error without its message and locations."""
_LOCATION_BYTES = 100
_SUGGESTION = " Did you mean"

_AHEAD = 0.75
"""Share of the cache for documents that are prepared before a client sends them."""

_SMALL = 32
"""One share in this many is for refused documents, one for digests of texts, and one for layouts."""

_TEXT_BYTES = 250
"""Size of an entry with the digests of a text and its tokens."""


@dataclass(slots=True, eq=False)
class Document:
    """A prepared document, or the errors with which it was refused.

    `flags`, `counts` and `arguments` are its variables by their use (see `gateway.documents.directives`).
    `incremental` says whether anything is deferred or streamed, `weight` is its size in bytes.
    """

    ast: DocumentNode | None
    errors: list[GraphQLError] = field(default_factory=list)
    flags: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    weight: int = 0
    incremental: bool = False
    _operations: dict[str | None, OperationDefinitionNode] = field(default_factory=dict)
    _whole: DocumentNode | None = None
    _fragments: Fragments | None = None

    @property
    def fragments(self) -> Fragments:
        """The document's fragments by name."""
        if self._fragments is None:
            self._fragments = _fragments_of(self.ast)
        return self._fragments

    def whole(self, name: str | None) -> tuple[OperationDefinitionNode | None, Fragments]:
        """An operation and its fragments without `@defer` and `@stream`: the whole selection, regardless of its
        delivery.
        """
        if not self.incremental or self.ast is None:
            return self.operation(name), self.fragments
        if self._whole is None:
            self._whole = without_incremental(self.ast)
        return _operation(self._whole, name), _fragments_of(self._whole)

    def choices(self, variables: Mapping[str, Any]) -> tuple[bool | None, ...]:
        """The properties of coerced variables that change a plan: flags, and which arguments are given."""
        return (
            *[variables.get(name) for name in self.flags],
            *[variables.get(name) is not None for name in self.arguments],
        )

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation with this name, or the only one; None when there is no such one."""
        known = self._operations.get(name)
        if known is None and self.ast is not None:
            known = _operation(self.ast, name)
            if known is not None:
                self._operations[name] = known
        return known


def _operation(ast: DocumentNode, name: str | None) -> OperationDefinitionNode | None:
    operations = [d for d in ast.definitions if isinstance(d, OperationDefinitionNode)]
    if name is None:
        return operations[0] if len(operations) == 1 else None
    return next((o for o in operations if o.name is not None and o.name.value == name), None)


def _fragments_of(ast: DocumentNode | None) -> Fragments:
    definitions = () if ast is None else ast.definitions
    return {d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)}


class _Plans(SegmentedCache[Hashable, Memo]):
    """Memos with a limited total weight.

    Projections contain classes, which only the garbage collector frees. A server runs it rarely, so it is run here
    whenever a quarter of the total weight has been evicted.
    """

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity, lambda memo: memo.weight, self._forget)
        self._given_up = 0

    def _forget(self, memo: Memo) -> None:
        self._given_up += memo.weight
        if self._given_up > self.capacity / 4:
            self._given_up = 0
            gc.collect()


class Documents:
    """The document cache of a worker. Documents, plans and projections take about `capacity` bytes.

    Texts with the same tokens share a document.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        bounds: Bounds = _BOUNDS,
        *,
        capacity: int = 16 * 1024 * 1024,
        introspection: bool = True,
        suggestions: bool = True,
    ) -> None:
        self._schema = schema
        self._bounds = bounds
        self._suggestions = suggestions
        self._rules = rules(bounds.max_merges, introspection=introspection)
        small = capacity // _SMALL
        share = (capacity - 3 * small) // (1 + _PLANS)
        self._texts: SegmentedCache[bytes, bytes] = SegmentedCache(small, lambda _: _TEXT_BYTES)
        self._layouts: SegmentedCache[bytes, Layout] = SegmentedCache(small, lambda layout: layout.weight)
        self._sound: SegmentedCache[bytes, Document] = SegmentedCache(share, lambda document: document.weight)
        self._plans = _Plans(capacity - 3 * small - share)
        self._refused: LRUCache[bytes, Document] = LRUCache(small, getsizeof=lambda document: document.weight)

    @classmethod
    def of(cls, schema: GraphQLSchema, settings: Settings) -> "Documents":
        """The document cache that these settings ask for."""
        return cls(
            schema,
            settings,
            capacity=settings.document_cache_bytes,
            introspection=settings.allows(settings.introspection),
            suggestions=settings.allows(settings.suggestions),
        )

    def prepare(self, query: str) -> Document:
        """The document for this text, from the cache if a text with the same tokens was prepared before."""
        name = digest_of(query)
        content = self._texts.get(name)
        known = self._refused.get(name) if content is None else self._sound.get(content)
        if known is not None:
            return known
        document = self._parse(query)
        if isinstance(document, DocumentNode):
            document = self._prepare_content(name, content_of(document, query), document)
        if document.ast is None and document.weight <= self._refused.maxsize:
            self._refused[name] = document
        return document

    def prepare_ahead(self, query: str) -> Document | None:
        """Prepares a document before a client sends it. None if the cache has no space for documents of this kind."""
        if self._sound.weight >= self._sound.capacity * _AHEAD:
            return None
        return self.prepare(query)

    def _prepare_content(self, name: bytes, content: bytes, ast: DocumentNode) -> Document:
        document = self._sound.get(content)
        if document is None:
            document = self._prepare(ast)
            if document.ast is not None:
                self._sound.put(content, document)
        if document.ast is not None:
            self._texts.put(name, content)
        if document.ast is not ast:
            unlink(ast)
        return document

    def locator(self, query: str) -> Locate:
        """Returns a function that converts locations of the document to those in this text, on demand."""

        def locate(locations: list[SourceLocation]) -> list[SourceLocation]:
            name = digest_of(query)
            layout = self._layouts.get(name)
            if layout is None:
                layout = Layout(query)
                self._layouts.put(name, layout)
            return layout.locate(locations)

        return locate

    def plans(
        self, document: Document, variables: Mapping[str, Any], credentials: Credentials, *, parts: bool = False
    ) -> Memo:
        """The memo (plans and projections) for a document, its variables' choices and a kind of sign-in.

        Incremental responses (`parts`) and single responses have separate memos. Memos that are used once do not evict
        those in use, because a document with many `@skip`s has many sets of choices.
        """
        key = document, document.choices(variables), credentials.kind, parts
        memo = self._plans.get(key)
        if memo is None:
            memo = Memo(_PLANS * document.weight)
            self._plans.put(key, memo)
        return memo

    def _parse(self, query: str) -> DocumentNode | Document:
        try:
            return parse(query, max_tokens=self._bounds.max_tokens)
        except GraphQLSyntaxError as error:
            aborted = error.message.endswith("Parsing aborted.")
            return _refused([error], Code.QUERY_TOO_COMPLEX if aborted else Code.GRAPHQL_PARSE_FAILED)

    def _prepare(self, ast: DocumentNode) -> Document:
        try:
            excess = check_document(ast, self._bounds)
        except RecursionError:
            excess = GraphQLError("The query is nested too deeply.")
        if excess is not None:
            return _refused([excess], Code.QUERY_TOO_COMPLEX)
        errors = validate(
            self._schema, ast, self._rules, max_errors=_MAX_ERRORS, hide_suggestions=not self._suggestions
        )
        if errors and isinstance(errors[-1], ValidationAbortedError) and len(errors) <= _MAX_ERRORS:
            # Validation was aborted because merging fields exceeded its limit, not because of too many errors.
            return _refused([GraphQLError("The query repeats too many fields.")], Code.QUERY_TOO_COMPLEX)
        if errors:
            return _refused(errors, Code.GRAPHQL_VALIDATION_FAILED, suggestions=self._suggestions)
        uses = uses_of(ast)
        if uses.refused is not None:
            return _refused([uses.refused], Code.GRAPHQL_VALIDATION_FAILED)
        return Document(
            ast,
            flags=tuple(sorted(uses.flags)),
            counts=tuple(sorted(uses.counts)),
            arguments=tuple(sorted(uses.arguments)),
            incremental=uses.incremental,
            weight=lighten(ast),
        )


def _refused(errors: list[GraphQLError], code: Code, *, suggestions: bool = True) -> Document:
    """A refused document: the messages and locations of its errors, without the syntax tree."""
    kept = []
    weight = 0
    for error in errors:
        known = error.extensions or getattr(error.original_error, "extensions", None) or {}
        message = error.message if suggestions else error.message.partition(_SUGGESTION)[0]
        plain = GraphQLError(shortened(message), extensions={"code": code.value, **known})
        plain.locations = error.locations and error.locations[:_MAX_LOCATIONS]
        kept.append(plain)
        weight += _ERROR_BYTES + text_bytes(plain.message) + _LOCATION_BYTES * len(plain.locations or ())
    return Document(None, kept, weight=weight)
