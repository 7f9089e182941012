"""Incremental delivery: the first part, then deferred fragments and the rest of streamed lists as they are ready."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLError, InlineFragmentNode, SelectionSetNode

from loaders.calls.wave import start_task
from resolvers.output.builder import Builder
from resolvers.output.lookups import LookUps
from resolvers.plan.parts import Part

Place = tuple[str | int, ...]


@dataclass(slots=True)
class Entry:
    """Data for one place of the response: fields of an object, or further `items` of a list."""

    id: str
    sub_path: Place = ()
    data: dict[str, Any] | None = None
    items: list[Any] | None = None
    errors: list[GraphQLError] = field(default_factory=list)

    @property
    def formatted(self) -> dict[str, Any]:
        """The entry as sent to the client, without its errors."""
        body: dict[str, Any] = {"id": self.id}
        if self.sub_path:
            body["subPath"] = list(self.sub_path)
        return {**body, "data": self.data} if self.items is None else {**body, "items": self.items}


@dataclass(slots=True)
class Completed:
    """The end of an announced part. `errors` are set if it could not be delivered."""

    id: str
    errors: list[GraphQLError] = field(default_factory=list)


@dataclass(slots=True)
class Delivered:
    """One payload of a response. `data` and `errors` are set in the first payload only."""

    has_next: bool
    data: dict[str, Any] | None = None
    errors: list[GraphQLError] = field(default_factory=list)
    pending: list[dict[str, Any]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    completed: list[Completed] = field(default_factory=list)


@dataclass(slots=True)
class _Announced:
    id: str
    path: Place


class Delivery:
    """Delivers an operation's parts. They are built concurrently and sent in the order they are ready."""

    def __init__(self, lookups: LookUps, parts: Sequence[Part]) -> None:
        self._lookups = lookups
        self._parts = parts
        self._builders = {part: Builder(lookups, part) for part in parts}
        self._tasks: dict[Part, asyncio.Task[dict[str, Any] | None]] = {}
        self._announced: dict[Part, list[_Announced]] = {}
        self._sent: set[Part] = set()
        self._count = 0

    async def first(self) -> Delivered:
        """Returns the first part and starts the others."""
        for part, builder in self._builders.items():
            self._tasks[part] = start_task(builder.build())
        first = self._parts[0]
        try:
            data = await self._tasks[first]
        except BaseException:
            await self.aclose()
            raise
        errors = self._builders[first].errors.errors
        if data is None:
            await self.aclose()
            return Delivered(has_next=False, errors=errors)
        self._sent.add(first)
        pending = self._announce(first)
        if not pending:
            await self.aclose()
        return Delivered(bool(pending), data, errors, pending)

    async def others(self) -> AsyncGenerator[Delivered]:
        """Yields the other parts as they are ready."""
        try:
            while waiting := [part for part in self._announced if part not in self._sent]:
                ready = [part for part in waiting if self._is_ready(part)]
                if not ready:
                    tasks = {self._tasks[one] for part in waiting for one in (part, *part.after)}
                    await asyncio.wait([task for task in tasks if not task.done()], return_when=asyncio.FIRST_COMPLETED)
                    await asyncio.sleep(0)  # parts of the same call become ready too, and go in query order
                    continue
                yield self._deliver(ready)
        finally:
            await self.aclose()

    def _is_ready(self, part: Part) -> bool:
        """True if a part is built and the parts that deliver its shared fields are sent."""
        shared = all(one in self._sent or one not in self._announced for one in part.after)
        return shared and self._tasks[part].done()

    def _deliver(self, ready: Sequence[Part]) -> Delivered:
        entries: list[Entry] = []
        completed: list[Completed] = []
        pending: list[dict[str, Any]] = []
        for part in ready:
            data = self._tasks[part].result()
            errors = [error for error in self._builders[part].errors.errors if self._is_own(part, error)]
            self._sent.add(part)
            for announced in self._announced[part]:
                found = list(_entries(part, announced, data))
                _share(found, announced, errors)
                entries += found
                lost = [] if found or not errors else [e for e in errors if _lies_at(e, announced.path)]
                completed.append(Completed(announced.id, lost))
            if data is not None:
                pending += self._announce(part)
        has_next = any(part not in self._sent for part in self._announced)
        return Delivered(has_next, pending=pending, entries=entries, completed=completed)

    def _is_own(self, part: Part, error: GraphQLError) -> bool:
        return error.path is None or part.has(error.path)

    def _announce(self, parent: Part) -> list[dict[str, Any]]:
        """Announces the parts after this one, once for each place of their object or list."""
        pending = []
        for part in self._parts:
            if part.parent is not parent:
                continue
            for path in self._places_of(part):
                announced = _Announced(str(self._count), path)
                self._count += 1
                self._announced.setdefault(part, []).append(announced)
                label = {} if part.label is None else {"label": part.label}
                pending.append({"id": announced.id, "path": list(path), **label})
        return pending

    def _places_of(self, part: Part) -> list[Place]:
        """Returns the response paths of a part's object or list in the data delivered before."""
        found = (list(_places(self._tasks[one].result(), part.path)) for one in part.around())
        return next(filter(None, found), [])

    async def aclose(self) -> None:
        """Cancels the parts that are still being built."""
        tasks = [task for task in self._tasks.values() if not task.done()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._lookups.forget()


def _places(data: Any, names: Sequence[str], before: Place = ()) -> Iterator[Place]:
    """Yields the response paths that match this path of response names."""
    if isinstance(data, list) and names:
        for place, item in enumerate(data):
            yield from _places(item, names, (*before, place))
    elif not names:
        if isinstance(data, list) and data and isinstance(data[0], list):
            return
        if data is not None:
            yield before
    elif isinstance(data, dict) and names[0] in data:
        yield from _places(data[names[0]], names[1:], (*before, names[0]))


def _entries(part: Part, announced: _Announced, data: Any) -> Iterator[Entry]:
    """Yields a part's data for one announced place."""
    nodes: list[SelectionSetNode] = [part.selection]
    for step in announced.path:
        if data is None:
            return
        data = data[step] if isinstance(step, int) else data.get(step)
        if isinstance(step, str):
            nodes = [node.selection_set for node in _fields(nodes, step) if node.selection_set is not None]
    if data is None:
        return
    if part.streamed:
        if data:
            yield Entry(announced.id, items=data)
        return
    yield from _cut(part, announced.id, nodes, data, ())


def _cut(part: Part, name: str, nodes: Sequence[SelectionSetNode], data: Any, at: Place) -> Iterator[Entry]:
    """Yields the fields that a part delivers at any depth below an object that an earlier part has delivered."""
    if isinstance(data, list):
        for place, item in enumerate(data):
            yield from _cut(part, name, nodes, item, (*at, place))
    elif isinstance(data, dict):
        own = {}
        below: list[tuple[str, list[SelectionSetNode]]] = []
        for response_name, value in data.items():
            selected = _fields(nodes, response_name)
            if any(part.delivers(node) for node in selected):
                own[response_name] = value
            else:
                below.append((response_name, [one.selection_set for one in selected if one.selection_set is not None]))
        if own:
            yield Entry(name, at, own)
        for response_name, inner in below:
            yield from _cut(part, name, inner, data[response_name], (*at, response_name))


def _fields(nodes: Sequence[SelectionSetNode], name: str) -> list[FieldNode]:
    """Returns the field nodes with this response name, including those in fragments."""
    found = []
    waiting = list(nodes)
    while waiting:
        for selection in waiting.pop().selections:
            if isinstance(selection, InlineFragmentNode):
                waiting.append(selection.selection_set)
            elif isinstance(selection, FieldNode) and name == (
                selection.alias.value if selection.alias else selection.name.value
            ):
                found.append(selection)
    return found


def _share(entries: Sequence[Entry], announced: _Announced, errors: list[GraphQLError]) -> None:
    """Adds each error to the innermost entry that contains its path."""
    for error in errors:
        path = tuple(error.path or ())
        fitting = [one for one in entries if path[: len(announced.path) + len(one.sub_path)] == _at(announced, one)]
        if fitting:
            max(fitting, key=lambda one: len(one.sub_path)).errors.append(error)


def _at(announced: _Announced, entry: Entry) -> Place:
    return (*announced.path, *entry.sub_path)


def _lies_at(error: GraphQLError, path: Place) -> bool:
    """True if an error is at a place, inside it, or above it."""
    own = tuple(error.path or ())
    length = min(len(own), len(path))
    return own[:length] == path[:length]
