"""Objects of the answer before they are projected: a pending one, whose calls are under way, and a settled one."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from loaders.payload import Payload
from resolvers.graph import children_of
from resolvers.reading import unreadable
from resolvers.source import Declaration, Kind, Path, Source
from resolvers.values import absolute, absolute_all

Facts = Mapping[str, Any]
_NO_FACTS: Facts = {}


class View(NamedTuple):
    """Where one answer tells of an object: its value there, and the answer's top for joins."""

    value: Any
    root: Any


class Row:
    """One object of the answer, as told by one or more endpoints.

    A row at the top of a subtree holds `payloads`; a row inside holds `views` of decoded values. `missing` and
    `failed` say which endpoints have nothing to tell, and why. `asked` limits what a projecting endpoint told.
    `told` is what another object's answer says of this one. `shape` is the same for rows that were asked alike, and
    None for a row that stands alone.
    """

    __slots__ = (
        "_views",
        "asked",
        "base",
        "facts",
        "failed",
        "missing",
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
        facts: Facts = _NO_FACTS,
        asked: Mapping[Endpoint, frozenset[str]] | None = None,
        reported: set[Endpoint] | None = None,
        type_name: str | None = None,
        told: "Row | None" = None,
        shape: Any = None,
    ) -> None:
        self.base = base
        self.told = told
        self.shape = shape
        self.payloads: Mapping[Endpoint, Payload] = payloads or {}
        self._views = views
        self.missing: Mapping[Endpoint, Missing] = missing or {}
        self.failed: dict[Endpoint, Failure] = failed if failed is not None else {}
        self.facts = facts
        self.asked: Mapping[Endpoint, frozenset[str]] = asked or {}
        self.reported: set[Endpoint] = reported if reported is not None else set()
        self.type_name = type_name

    @property
    def views(self) -> dict[Endpoint, View]:
        """The decoded values, decoding the payloads when this is first asked for."""
        if self._views is None:
            views = dict(self.told.views) if self.told is not None else {}
            for endpoint, payload in self.payloads.items():
                try:
                    views[endpoint] = View(payload.value, payload.answer.tree)
                except (ValueError, LookupError, TypeError):
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
            facts=self.facts,
            reported=self.reported,
        )

    def usable(self, source: Source) -> bool:
        """True when the source's endpoint was asked for this very field."""
        endpoint = source.endpoint
        if endpoint is None:
            return True
        asked = self.asked.get(endpoint)
        return asked is None or source.field in asked

    def report(self, sources: tuple[Source, ...]) -> None:
        """Raises for a failed endpoint among these sources, once per failure; silent when none failed."""
        for source in sources:
            endpoint = source.endpoint
            failure = self.failed.get(endpoint) if endpoint is not None else None
            if failure is not None and endpoint is not None:
                if endpoint in self.reported:
                    return
                self.reported.add(endpoint)
                raise failure.error()


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
        facts: Facts = _NO_FACTS,
    ) -> None:
        self.settle = settle
        self.type_name = type_name
        self._base = base
        self._facts = facts

    def early(self) -> Row:
        """The object as far as it is known before any answer."""
        return Row(base=self._base, facts=self._facts, type_name=self.type_name)


def walk(value: Any, path: Path) -> Any:
    """The value at a path; None where a key is absent or its parent is null. `a[].b` is the list of all `b`s."""
    for place, step in enumerate(path):
        if value is None:
            return None
        if type(value) is not dict:
            raise TypeError(f"an object was expected above {step!r}")
        if step.endswith("[]"):
            below = (walk(item, path[place + 1 :]) for item in value.get(step[:-2]) or ())
            deeper = any(rest.endswith("[]") for rest in path[place + 1 :])
            return [leaf for found in below for leaf in found or ()] if deeper else list(below)
        value = value.get(step)
    return value


def read_leaf(declaration: Declaration, row: Row) -> Any:
    """The value of a leaf field (or of a list of leaves). Raises the failure that keeps it from being given."""
    for source in declaration.sources:
        if source.kind is Kind.KNOWN:
            if source.path[0] in row.facts:
                return row.facts[source.path[0]]
            continue
        view = _view(source, row)
        if view is None:
            continue
        value = _value(source, view)
        if declaration.is_url:
            return absolute_all(value, row.base) if declaration.is_list else absolute(value, row.base)
        return value
    row.report(declaration.sources)
    return None


def read_object(declaration: Declaration, row: Row) -> Row | None:
    """The row of an object field, seen by every endpoint that tells of it; None when it does not exist."""
    views: dict[Endpoint, View] = {}
    decided = False
    for source in declaration.sources:
        for endpoint, view in _views(source, row):
            if not source.join and not decided:
                if source.gate is not None and not walk(view.value, source.gate):
                    return None
                if _value(source, view) is None:
                    return None
                decided = True
            value = _value(source, view)
            if value is not None:
                views.setdefault(endpoint, View(value, view.root))
    if not decided:
        row.report(declaration.sources)
        return None
    return row.child(views)


def read_list(declaration: Declaration, row: Row) -> list[Row] | None:
    """The rows of a list of objects: one source brings them, the others join by key."""
    joins = [source for source in declaration.sources if source.join and _view(source, row) is not None]
    for source in declaration.sources:
        if source.join:
            continue
        for endpoint, view in _views(source, row):
            values = _list(source, view)
            if values is None:
                return None
            others = [source for source in joins if source.endpoint is not endpoint]
            if not others:
                return [row.child({endpoint: View(value, view.root)}) for value in values]
            return [_joined(row, endpoint, View(value, view.root), others) for value in values]
    row.report(declaration.sources)
    return None


def _joined(row: Row, endpoint: Endpoint, spine: View, joins: list[Source]) -> Row:
    views = {endpoint: spine}
    for source in joins:
        view = _view(source, row)
        if source.kind is Kind.CARRIED and view is not None and source.endpoint is not None:
            views[source.endpoint] = view
        elif view is not None and source.endpoint is not None:
            key = walk(spine.value, ("id",))
            if not isinstance(key, str):
                raise TypeError("a key was expected")
            entry = walk(view.root, (*source.path, key))
            if entry is not None:
                views[source.endpoint] = View(entry, view.root)
    return row.child(views)


def _views(source: Source, row: Row) -> list[tuple[Endpoint, View]]:
    if source.endpoint is None:
        return list(row.views.items())[:1]
    view = _view(source, row)
    return [] if view is None else [(source.endpoint, view)]


def _view(source: Source, row: Row) -> View | None:
    if source.endpoint is None:
        return next(iter(row.views.values()), None)
    return row.views.get(source.endpoint) if row.usable(source) else None


def _value(source: Source, view: View) -> Any:
    try:
        if source.kind is Kind.ROOT_BLOCK:
            blocks = walk(view.root, source.paths[0])
            root = next((block for block in blocks.values() if block["type"] == "course"), None) if blocks else None
            return walk(root, source.paths[1])
        if len(source.paths) > 1:
            assert source.via is not None
            return source.via(*(walk(view.value, path) for path in source.paths))
        value = walk(view.value, source.path)
        return value if source.via is None or (value is None and not source.nulls) else source.via(value)
    except (LookupError, AttributeError, ValueError) as surprise:
        raise TypeError("a value of another shape was expected") from surprise


def _list(source: Source, view: View) -> list[Any] | None:
    if source.kind is Kind.CHILD_BLOCKS:
        try:
            blocks = walk(view.root, source.path)
            if blocks is None:
                return None
            found = (blocks.get(key) for key in children_of(view.value))
            return [block for block in found if block is not None and block["type"] in source.types]
        except (LookupError, AttributeError) as surprise:
            raise TypeError("blocks were expected") from surprise
    value = _value(source, view)
    if value is None:
        return None
    if source.kind is Kind.ENTRIES:
        if not isinstance(value, dict):
            raise TypeError("an object was expected")
        return [{"key": key, "value": entry} for key, entry in value.items()]
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return value
