"""Reads a field from a row. The value comes from the first source that an answer of the row contains."""

from collections.abc import Callable
from functools import partial
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.declare.source import Declaration, Part, Source
from resolvers.fetch.reading import unreadable
from resolvers.output.row import Row
from resolvers.values.path import View, is_hollow, walk
from resolvers.values.text import absolute, absolute_all


def read_leaf(declaration: Declaration, row: Row) -> Any:
    """Returns the value of a leaf field or a list of leaves. Raises the failure that made it unavailable."""
    for source in declaration.sources:
        if source.kind.fact is not None:
            value = given(source.kind.fact, row)
            if value is not None:
                return value
            continue
        view = _view(source, row)
        if view is None:
            continue
        value = source.kind.value(view)
        if declaration.is_url:
            return absolute_all(value, row.base) if declaration.is_list else absolute(value, row.base)
        return value
    row.report(declaration.sources)
    return None


def was_asked(declaration: Declaration, row: Row) -> bool:
    """True if the endpoint of one of the field's sources was called for the row, even if the call failed."""
    endpoints = [source.endpoint for source in declaration.sources]
    return any(endpoint in known for endpoint in endpoints for known in (row.views, row.failed, row.missing))


def given(name: str, row: Row) -> Any:
    """Returns a fact of the object, or of the nearest object around it that has this fact. None if it is unknown."""
    if name in row.facts:
        return row.facts[name]
    outer = row.outer
    while outer is not None:
        if name in outer.parts and (value := read_part(outer.parts[name], outer)) is not None:
            return value
        if name in outer.facts:
            return outer.facts[name]
        outer = outer.outer
    return None


def read_part(part: Part, row: Row) -> Any:
    """Returns the object's own value for a part of its id, or None."""
    for source in part.sources:
        view = _view(source, row)
        if view is not None and (value := source.kind.value(view)) is not None:
            return value
    return None


def read_id(declaration: Declaration, row: Row) -> str | None:
    """Returns the object's id. Raises the failure that made a part of it unavailable."""
    assert declaration.identity is not None
    values = []
    for part in declaration.identity.parts:
        value = read_part(part, row)
        if value is None and part.name is not None:
            value = given(part.name, row)
        if value is None and not part.optional:
            row.report(declaration.sources)
            return None
        values.append(value)
    return declaration.identity.of(*values)


def read_object(declaration: Declaration, row: Row) -> Row | None:
    """Returns the row of an object field, with a view for every endpoint that describes it. None if it does not exist.

    A standing object exists even if no answer describes it, unless one of its calls failed.
    """
    views: dict[Endpoint, View] = {}
    decided = False
    for source in declaration.sources:
        for endpoint, view in _views(source, row):
            if not source.join and not decided:
                if source.gate is not None and not walk(view.value, source.gate):
                    return None
                value = _object_at(source, view)
                if value is None and declaration.standing:
                    continue
                if value is None:
                    return None
                decided = True
            else:
                value = _added(row, endpoint, partial(source.kind.value, view))
            if value is not None:
                views.setdefault(endpoint, View(value, view.root))
    if not decided:
        row.report(declaration.sources)
        if not declaration.standing or any(source.endpoint in row.failed for source in declaration.sources):
            return None
    return row.child(views)


def _object_at(source: Source, view: View) -> Any:
    value = source.kind.value(view)
    if type(value) is dict:
        return value
    if is_hollow(value):
        return None
    raise TypeError("an object was expected")


def read_list(declaration: Declaration, row: Row) -> list[Row] | None:
    """Returns the rows of a list of objects. One source provides the rows, and the others are joined by key."""
    joins = [source for source in declaration.sources if source.join and _view(source, row) is not None]
    for source in declaration.sources:
        if source.join:
            continue
        for endpoint, view in _views(source, row):
            values = source.kind.rows(view)
            if values is None:
                return None
            if any(type(value) is not dict for value in values):
                raise TypeError("a list of objects was expected")
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
        if view is None or source.endpoint is None:
            continue
        if source.kind.is_carried:
            views[source.endpoint] = view
        else:
            entry = _added(row, source.endpoint, source.kind.joined(spine, view))
            if entry is not None:
                views[source.endpoint] = View(entry, view.root)
    return row.child(views)


def _added(row: Row, endpoint: Endpoint, read: Callable[[], Any]) -> Any:
    """Returns what an answer adds to an object that another answer describes.

    An unexpected shape is recorded as a failure of that endpoint. The object keeps its other views.
    """
    try:
        found = read()
    except TypeError:
        found = False
    if type(found) is dict:
        return found
    if is_hollow(found):
        return None
    row.failed.setdefault(endpoint, unreadable(endpoint))
    return None


def _views(source: Source, row: Row) -> list[tuple[Endpoint, View]]:
    if source.endpoint is None:
        return list(row.views.items())[:1]
    view = _view(source, row)
    return [] if view is None else [(source.endpoint, view)]


def _view(source: Source, row: Row) -> View | None:
    if source.endpoint is None:
        return next(iter(row.views.values()), None)
    return row.views.get(source.endpoint) if row.usable(source) else None
