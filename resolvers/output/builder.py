"""Builds one part of a response: objects with their compiled projections, holes with the results of their look-ups."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLObjectType,
    is_non_null_type,
)
from graphql.pyutils import Path

from resolvers.declare.source import PARTS
from resolvers.output.bounded import details_of
from resolvers.output.budget import AnswerTooLargeError
from resolvers.output.fallback import FallbackExecutor
from resolvers.output.fielderrors import FieldErrors
from resolvers.output.holes import Hole
from resolvers.output.leaves import checker
from resolvers.output.lookups import Key, LookUps
from resolvers.output.objects import Objects
from resolvers.output.projection import FALLBACK_ON
from resolvers.output.row import Pending, Row
from resolvers.output.selections import Selections
from resolvers.output.sites import Site
from resolvers.output.waiting import all_of, given, is_awaitable, task_of
from resolvers.plan.parts import Part, taken
from resolvers.plan.selection import Selection

_MANY_LEAVES = 2000

_TOGETHER = 500
"""Number of look-ups to start before yielding to other requests. Yielding closes the loaders' current batches."""

Work = Callable[..., Coroutine[Any, Any, Any]]


class Builder:
    """Builds one part of a response. `errors` collects the errors of its fields."""

    def __init__(self, lookups: LookUps, part: Part) -> None:
        self.lookups = lookups
        self.part = part
        self.request = lookups.request
        self.budget = lookups.request.budget
        self.variables = lookups.variables.coerced
        self.errors = FieldErrors(self.budget, writes=lookups.writes)
        self.selections = Selections(
            lookups.schema, lookups.fragments, self.variables, self.request.plans, part, alone=lookups.parts == 1
        )
        self.objects = Objects(lookups, part, self.selections, self.errors, self._fill, lambda: self.executor)
        self._early: dict[Key, asyncio.Task[Any]] = {}
        self._executor: FallbackExecutor | None = None

    async def build(self) -> dict[str, Any] | None:
        """Builds the part's data, including the fields that lead to it. None if an error propagated to the root."""
        operation = self.lookups.operation
        root_type = self.lookups.schema.get_root_type(operation.operation)
        assert root_type is not None
        root, whole = (self.selections.node(one) for one in (self.part.selection, operation.selection_set))
        data: dict[str, Any] | None = None
        try:
            data = await self._root(root_type, root, whole)
        except AnswerTooLargeError as excess:
            self.errors.errors[:] = [excess]
        except GraphQLError as error:
            self.errors.add(error, None)
        finally:
            self.lookups.end(self.part, data)
            for task in self._early.values():
                task.cancel()
            if self._executor is not None:
                self._executor.end()
                self._executor = None
            del self.objects  # breaks a reference cycle, which would keep the response until a collection
        return data

    async def _root(self, root_type: GraphQLObjectType, node: FieldNode, whole: FieldNode) -> dict[str, Any]:
        selection = self.selections.select(root_type, [node])
        self.budget.spend(len(selection), sum(map(len, selection)))
        result: dict[str, Any] = dict.fromkeys(selection)
        holes: list[Hole] = []
        for name, nodes in selection.items():
            field_name = nodes[0].name.value
            if field_name == "__typename":
                result[name] = root_type.name
            elif field_name in root_type.fields:
                site = self.selections.site(root_type, name, nodes, [whole])
                holes.append(Hole(site, result, None, ()))
            else:  # introspection
                executed: Any = self.executor.execute_fields(root_type, None, None, details_of({name: nodes}), None)
                result.update(await executed if is_awaitable(executed) else executed)
        if not self.lookups.writes:
            await self._fill(holes, None)
        else:
            for hole in holes:
                await self._fill([hole], None)
        return result

    async def _fill(self, holes: Iterable[Hole], path: Path | None) -> None:
        """Fills holes with the results of their look-ups, which run concurrently."""
        waiting: list[tuple[Hole, Any]] = []
        for number, hole in enumerate(holes, 1):
            if number % _TOGETHER == 0 and self.budget.due:
                await self.budget.turn()
            place = path
            for step in hole.path:
                place = Path(place, step, None)
            value = self.field(hole.site, hole.row, Path(place, hole.site.name, hole.site.type_name))
            if is_awaitable(value):
                waiting.append((hole, value))
            else:
                hole.result[hole.site.name] = value
        if not waiting:
            return
        for (hole, _), value in zip(waiting, await all_of([work for _, work in waiting]), strict=True):
            hole.result[hole.site.name] = value

    def field(self, site: Site, row: Row | None, path: Path) -> Any:
        """Returns the value of a field with calls of its own, or an awaitable of it."""
        key = tuple(path.as_list())
        early = self._early.pop(key, None)
        if early is not None:
            return early
        if self.lookups.writes and site.part is not self.part:
            return self._written(site, row, path, key)
        try:
            found = self.lookups.find(site, row, key)
            if type(found) is Pending:
                return self._guarded(site, path, self._settled, site, found, path, key)
            if is_awaitable(found) or (found is not None and not site.leaf):
                return self._guarded(site, path, self._arrived, site, found, path)
            self.lookups.show(site, self.part, key, shown=found is not None)
            return self._nothing(site) if found is None else self._leaf(site, found, path)
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, path)

    async def _written(self, site: Site, row: Row | None, path: Path, key: Key) -> Any:
        """Builds a mutation field that another part delivers. That part performs the write."""
        if not await self.lookups.is_shown(site, key):
            return None
        try:
            found = self.lookups.find(site, row, key)
            if type(found) is Pending:
                return await self._settled(site, found, path, key)
            return await self._arrived(site, found, path)
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, path)

    async def _guarded(self, site: Site, path: Path, work: Work, *arguments: Any) -> Any:
        try:
            value = await work(*arguments)
            return self._nothing(site) if value is None else value
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, path)

    def _failed(self, error: Exception, site: Site, path: Path) -> None:
        """Records the error of a field. Raises it if the field is non-null."""
        self.errors.report(error, site.definition.type, site.nodes, path)

    async def _arrived(self, site: Site, found: Any, path: Path) -> Any:
        if is_awaitable(found):
            found = await found
        if type(found) is Pending:
            return await self._settled(site, found, path, tuple(path.as_list()))
        self.lookups.show(site, self.part, tuple(path.as_list()), shown=found is not None)
        if found is None or site.leaf:
            return None if found is None else self._leaf(site, found, path)
        return await (self._list if site.is_list else self._item)(site, found, path)

    async def _settled(self, site: Site, pending: Pending, path: Path, key: Key) -> Any:
        """Builds the object of a field. Fields below it that need no answer from it start first."""
        object_type = self.lookups.schema.type_map[pending.type_name]
        assert isinstance(object_type, GraphQLObjectType)
        selection = self.selections.select(object_type, site.nodes)
        early = self._start(object_type, selection, site, pending, path)
        try:
            row = await self.lookups.settle(site, self.part, pending, frozenset(selection), key)
            if row is None:
                self._drop_early(early, path)
                return None
            return await self.objects.build(object_type, site.nodes, site.whole, row, path)
        except BaseException:
            self._drop_early(early, path)
            raise

    def _start(
        self, object_type: GraphQLObjectType, selection: Selection, site: Site, pending: Pending, path: Path
    ) -> Sequence[Key]:
        sites = self.selections.sites(object_type, selection, site.nodes, site.whole)
        if not sites:
            return ()
        row = pending.early()
        row.parts = object_type.extensions[PARTS]
        started: list[Key] = []
        for below in sites:
            place = Path(path, below.name, object_type.name)
            value = self.field(below, row, place)
            key = tuple(place.as_list())
            started.append(key)
            self._early[key] = task_of(value if is_awaitable(value) else given(value))
        return started

    def _drop_early(self, started: Iterable[Key], path: Path) -> None:
        """Cancels the fields started for an object that does not exist, and removes their errors."""
        dropped = False
        for key in started:
            dropped = True
            task = self._early.pop(key, None)
            if task is not None:
                task.cancel()
        if dropped:
            self.errors.forget(path)

    def _nothing(self, site: Site) -> None:
        if site.required and site.part is self.part:
            raise _null(site)

    async def _item(self, site: Site, value: Any, path: Path) -> Any:
        if type(value) is Pending:
            return await self._settled(site, value, path, tuple(path.as_list()))
        if isinstance(value, Exception):
            raise value
        if type(value) is not Row:
            raise TypeError(f"an object was expected, not {type(value).__name__}")
        object_type = site.named
        if value.type_name is not None and not isinstance(object_type, GraphQLObjectType):
            object_type = self.lookups.schema.type_map[value.type_name]
        assert isinstance(object_type, GraphQLObjectType)
        return await self.objects.build(object_type, site.nodes, site.whole, value, path)

    async def _list(self, site: Site, values: Sequence[Any], path: Path) -> list[Any]:
        """Builds the objects of a list: in order, or concurrently if some are still to be awaited."""
        offset, values = taken(site.nodes, values, self.variables)
        items = [(value, Path(path, offset + place, None)) for place, value in enumerate(values)]
        if any(type(value) is not Row for value in values):
            return await all_of([self._item_of(site, *item) for item in items])
        built: list[Any] = []
        for item in items:
            if self.budget.due:
                await self.budget.turn()
            built.append(await self._item_of(site, *item))
        return built

    async def _item_of(self, site: Site, value: Any, path: Path) -> Any:
        try:
            if is_awaitable(value):
                value = await value
            item = None if value is None else await self._item(site, value, path)
            if item is None and is_non_null_type(site.item_type):
                raise _null(site)
            return item
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this item
            self.errors.report(error, site.item_type, site.nodes, path)
            return None

    def _leaf(self, site: Site, value: Any, path: Path) -> Any:
        """Checks a leaf or a list of leaves and serializes it."""
        try:
            check = checker(site.named)
            if not site.is_list:
                finished = check(value)
                if type(finished) is str:
                    self.budget.spend(0, len(finished))
                return finished
            if type(value) is list and len(value) < _MANY_LEAVES:
                items = [check(item) for item in value]
                self.budget.spend(len(items), sum(len(item) for item in items if type(item) is str))
                return items
        except FALLBACK_ON:  # graphql-core produces the error message
            pass
        return self.executor.completed(site, value, path)

    @property
    def executor(self) -> FallbackExecutor:
        """The graphql-core executor, created on first use."""
        if self._executor is None:
            self._executor = FallbackExecutor.of(self)
        return self._executor


def _null(site: Site) -> TypeError:
    name = site.nodes[0].name.value
    return TypeError(f"Cannot return null for non-nullable field {site.type_name}.{name}.")
