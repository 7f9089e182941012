"""Objects of the answer before they are projected: a pending one, whose calls are under way, and a settled one."""

from collections.abc import Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, NamedTuple

from loaders.answer import Payload
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.reading import unreadable
from resolvers.source import Parts, Path, Source

Facts = Mapping[str, Any]
NO_FACTS: Facts = {}
_NO_PARTS: Parts = {}
_NONE: frozenset[Source] = frozenset()


INSIDE = "inside"
"""The shape of rows inside others: those that the same endpoints tell of are alike."""


class View(NamedTuple):
    """Where one answer tells of an object: its value there, and the answer's top for joins."""

    value: Any
    root: Any


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A page of a connection that is read from an answer: `make` gives it from the rows at `rows` and from `values`.

    Rows that have nothing at the key `present` are left out; the others are handed on as they are. `values` are read by
    these types where the answer is decoded by type.
    """

    rows: Path
    make: Callable[..., Mapping[str, Any]]
    values: tuple[tuple[Path, Any], ...] = ()
    present: str | None = None

    def of(self, answer: Any) -> Mapping[str, Any]:
        """The page, from a decoded answer. Raises TypeError or AttributeError for one of another shape."""
        rows = walk(answer, self.rows)
        if type(rows) is not list:
            raise TypeError("a list was expected")
        if self.present is not None:
            rows = [row for row in rows if row.get(self.present) is not None]
        return self.make(rows, *(walk(answer, path) for path, _ in self.values))


class Row:
    """One object of the answer, as told by one or more endpoints.

    A row at the top of a subtree holds `payloads`; a row inside holds `views` of decoded values. `missing` and
    `failed` say which endpoints have nothing to tell, and why. `asked` limits what a projecting endpoint told,
    `lacking` are sources of which an answer tells nothing, `lacking_below` those of which it tells nothing in the rows
    inside this one.
    `told` is what another object's answer says of this one. `shape` is the same for rows that were asked alike, and
    None for a row that stands alone, whose fields are read one by one. `outer` is the object that this one lies in,
    `parts` what it tells those below. A page of a connection has a `listing`, which says how it lies in its answer.
    """

    __slots__ = (
        "_views",
        "asked",
        "base",
        "facts",
        "failed",
        "lacking",
        "lacking_below",
        "listing",
        "missing",
        "outer",
        "parts",
        "payloads",
        "reported",
        "shape",
        "told",
        "type_name",
    )

    def __init__(
        self,
        *,
        base: str,
        payloads: Mapping[Endpoint, Payload] | None = None,
        views: dict[Endpoint, View] | None = None,
        missing: Mapping[Endpoint, Missing] | None = None,
        failed: dict[Endpoint, Failure] | None = None,
        facts: Facts = NO_FACTS,
        asked: Mapping[Endpoint, frozenset[str]] | None = None,
        lacking: frozenset[Source] = _NONE,
        lacking_below: frozenset[Source] = _NONE,
        reported: set[Failure] | None = None,
        type_name: str | None = None,
        told: "Row | None" = None,
        shape: Any = None,
        outer: "Row | None" = None,
        listing: Listing | None = None,
    ) -> None:
        self.base = base
        self.listing = listing
        self.told = told
        self.shape = shape
        self.payloads: Mapping[Endpoint, Payload] = payloads or {}
        self._views = views
        self.missing: Mapping[Endpoint, Missing] = missing or {}
        self.failed: dict[Endpoint, Failure] = failed if failed is not None else {}
        self.facts = facts
        self.asked: Mapping[Endpoint, frozenset[str]] = asked or {}
        self.lacking = lacking
        self.lacking_below = lacking_below
        self.reported: set[Failure] = reported if reported is not None else set()
        self.type_name = type_name
        self.outer = outer
        self.parts: Parts = _NO_PARTS

    @property
    def views(self) -> dict[Endpoint, View]:
        """The decoded values, decoding the payloads when this is first asked for."""
        if self._views is None:
            views = dict(self.told.views) if self.told is not None else {}
            for endpoint, payload in self.payloads.items():
                try:
                    value = payload.value
                    if self.listing is not None:
                        value = self.listing.of(value)
                    views[endpoint] = View(value, payload.answer.tree)
                except (ValueError, LookupError, TypeError, AttributeError):
                    self.failed[endpoint] = unreadable(endpoint)
            self._views = views
        return self._views

    def child(self, views: dict[Endpoint, View]) -> "Row":
        """An object inside this one. Failures are shared, so that each is reported once."""
        return Row(
            base=self.base,
            views=views,
            missing=self.missing,
            failed=self.failed,
            reported=self.reported,
            lacking=self.lacking_below,
            lacking_below=self.lacking_below,
            shape=None if self.shape is None else INSIDE,
            outer=self,
        )

    def usable(self, source: Source) -> bool:
        """True when the source's endpoint was asked for this very field, and says something of it."""
        endpoint = source.endpoint
        if endpoint is None:
            return True
        if source in self.lacking:
            return False
        asked = self.asked.get(endpoint)
        return asked is None or source.field in asked

    def report(self, sources: tuple[Source, ...]) -> None:
        """Raises for a failed endpoint among these sources, once per failure; silent when none failed, or when another
        of them knows that there is no value."""
        failure = self.unreported(sources, self.reported)
        if failure is not None:
            self.reported.add(failure)
            raise failure.error()

    def unreported(self, sources: tuple[Source, ...], reported: AbstractSet[Failure]) -> Failure | None:
        """The failure that keeps these sources from giving a value; None when it is among those reported already."""
        if any(self._denies(source) for source in sources):
            return None
        for source in sources:
            failure = self.failed.get(source.endpoint) if source.endpoint is not None else None
            if failure is not None:
                return None if failure in reported else failure
        return None

    def _denies(self, source: Source) -> bool:
        told = self.missing.get(source.endpoint) if source.endpoint is not None else None
        return told is Missing.ABSENT and not (source.beside or source.weak or source.join)


class Pending:
    """An object whose calls are on their way.

    `settle` waits for the answers that the fields with these response names need (None: all of them) and gives the
    row, or None when the object turns out not to exist. `facts` are known before any answer:
    with them the fields below that have calls of their own start at once.
    """

    __slots__ = ("_base", "_facts", "settle", "type_name")

    def __init__(
        self,
        settle: Callable[[frozenset[str] | None], Awaitable[Row | None]],
        type_name: str,
        base: str,
        facts: Facts = NO_FACTS,
    ) -> None:
        self.settle = settle
        self.type_name = type_name
        self._base = base
        self._facts = facts

    def early(self) -> Row:
        """The object as far as it is known before any answer."""
        return Row(base=self._base, facts=self._facts, type_name=self.type_name)


def is_hollow(value: Any) -> bool:
    """True for what says that there is nothing where an object or a list may be: null, or one that is empty."""
    return value is None or value in ({}, [], "")


def walk(value: Any, path: Path) -> Any:
    """The value at a path; None where a key is absent or there is nothing above it. `a[].b` is the list of all `b`s."""
    for place, step in enumerate(path):
        if type(value) is not dict:
            if is_hollow(value):
                return None
            raise TypeError(f"an object was expected above {step!r}")
        if step.endswith("[]"):
            below = (walk(item, path[place + 1 :]) for item in value.get(step[:-2]) or ())
            deeper = any(rest.endswith("[]") for rest in path[place + 1 :])
            return [leaf for found in below for leaf in found or ()] if deeper else list(below)
        value = value.get(step)
    return value
