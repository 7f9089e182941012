"""Objects of the response before projection. They are pending while their calls are in progress, then settled."""

from collections.abc import Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from loaders.answer import Payload
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.declare.source import Parts, Source
from resolvers.fetch.reading import unreadable
from resolvers.values.path import Path, View, walk

Facts = Mapping[str, Any]
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


INSIDE = "inside"
"""The shape of rows inside other rows. Rows described by the same endpoints are alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A page of a connection in an answer. `make` builds it from `values` and the rows at the path `rows`.

    Rows without a value at the key `present` are left out. `values` are pairs of a path and the type to decode the
    value as.
    """

    rows: Path
    make: Callable[..., Mapping[str, Any]]
    values: tuple[tuple[Path, Any], ...] = ()
    present: str | None = None

    def of(self, answer: Any) -> Mapping[str, Any]:
        """Builds the page from a decoded answer. Raises TypeError or AttributeError for an unexpected shape."""
        rows = walk(answer, self.rows)
        if type(rows) is not list:
            raise TypeError("a list was expected")
        if self.present is not None:
            rows = [row for row in rows if row.get(self.present) is not None]
        return self.make(rows, *(walk(answer, path) for path, _ in self.values))


class Row(Struct, kw_only=True, eq=False):
    """One object of the response, as described by one or more endpoints.

    A row at the top of a subtree holds `payloads`. A row inside another row holds `decoded` values. `missing` and
    `failed` map endpoints without data to the reason. `asked` maps a projecting endpoint to the requested fields.
    `lacking` are the sources without a value in the answers, and `lacking_below` the same for the rows inside this one.
    `parent_row` is the description of this object in another object's answer. `shape` is shared by rows of the same
    plan. It is None for a single row, whose fields are read one by one. `outer` is the object around this one, and
    `parts` are the id parts that this one provides to the objects below. `listing` reads a page of a connection.
    """

    base: str
    payloads: Mapping[Endpoint, Payload] = _NOTHING
    decoded: dict[Endpoint, View] | None = None
    missing: Mapping[Endpoint, Missing] = _NOTHING
    failed: dict[Endpoint, Failure] = field(default_factory=dict)
    facts: Facts = _NOTHING
    asked: Mapping[Endpoint, frozenset[str]] = _NOTHING
    lacking: frozenset[Source] = frozenset()
    lacking_below: frozenset[Source] = frozenset()
    reported: set[Failure] = field(default_factory=set)
    type_name: str | None = None
    parent_row: "Row | None" = None
    shape: Any = None
    outer: "Row | None" = None
    listing: Listing | None = None
    parts: Parts = _NOTHING

    @property
    def views(self) -> dict[Endpoint, View]:
        """The decoded values. The payloads are decoded on first access."""
        if self.decoded is None:
            views = dict(self.parent_row.views) if self.parent_row is not None else {}
            for endpoint, payload in self.payloads.items():
                try:
                    value = payload.value
                    if self.listing is not None:
                        value = self.listing.of(value)
                    views[endpoint] = View(value, payload.answer.tree)
                except (ValueError, LookupError, TypeError, AttributeError):
                    self.failed[endpoint] = unreadable(endpoint)
            self.decoded = views
        return self.decoded

    @property
    def form(self) -> tuple[Any, ...]:
        """The properties of the row that its projection depends on."""
        if self.parent_row is not None or not self.payloads:
            views: tuple[Endpoint, ...] | None = tuple(self.views)
        else:
            views = None
        if self.failed or self.missing or self.lacking:
            lost: tuple[Any, ...] | None = (self.lacking, frozenset({*self.failed, *self.missing}))
        else:
            lost = None
        return self.shape, views, tuple([(one, len(payload.path)) for one, payload in self.payloads.items()]), lost

    def child(self, views: dict[Endpoint, View]) -> "Row":
        """Returns the row of an object inside this one. Both share their failures, so that each is reported once."""
        return Row(
            base=self.base,
            decoded=views,
            missing=self.missing,
            failed=self.failed,
            reported=self.reported,
            lacking=self.lacking_below,
            lacking_below=self.lacking_below,
            shape=None if self.shape is None else INSIDE,
            outer=self,
        )

    def usable(self, source: Source) -> bool:
        """True if this field was requested from the source's endpoint and its answer has a value for it."""
        endpoint = source.endpoint
        if endpoint is None:
            return True
        if source in self.lacking:
            return False
        asked = self.asked.get(endpoint)
        return asked is None or source.field in asked

    def report(self, sources: tuple[Source, ...]) -> None:
        """Raises the failure of these sources, once per failure. Does nothing if none failed, or if another source has
        shown that there is no value.
        """
        failure = self.unreported(sources, self.reported)
        if failure is not None:
            self.reported.add(failure)
            raise failure.error()

    def unreported(self, sources: tuple[Source, ...], reported: AbstractSet[Failure]) -> Failure | None:
        """Returns the failure that left these sources without a value. None if it is in `reported`."""
        if any(self._denies(source) for source in sources):
            return None
        for source in sources:
            failure = self.failed.get(source.endpoint) if source.endpoint is not None else None
            if failure is not None:
                return None if failure in reported else failure
        return None

    def _denies(self, source: Source) -> bool:
        missing = self.missing.get(source.endpoint) if source.endpoint is not None else None
        return missing is Missing.ABSENT and not (source.when_loaded or source.weak or source.join)


class Pending:
    """An object whose calls are in progress.

    `settle` waits for the answers that the fields with these response names need, or for all answers if given None. It
    returns the row, or None if the object does not exist. `facts` are known before any answer. With them, fields below
    that have calls of their own start immediately.
    """

    __slots__ = ("_base", "_facts", "settle", "type_name")

    def __init__(
        self,
        settle: Callable[[frozenset[str] | None], Awaitable[Row | None]],
        type_name: str,
        base: str,
        facts: Facts = _NOTHING,
    ) -> None:
        self.settle = settle
        self.type_name = type_name
        self._base = base
        self._facts = facts

    def early(self) -> Row:
        """Returns a row with the facts that are known before any answer."""
        return Row(base=self._base, facts=self._facts, type_name=self.type_name)
