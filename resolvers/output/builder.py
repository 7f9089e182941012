"""Builds one part of a response: objects with their compiled projections, holes with the results of their look-ups."""

import asyncio
from collections.abc import Iterable, Sequence
from types import CoroutineType
from typing import Any

from graphql import GraphQLError, GraphQLObjectType, is_non_null_type

from resolvers.output.bounded import details_of
from resolvers.output.budget import AnswerTooLargeError
from resolvers.output.holes import Hole
from resolvers.output.leaves import checker
from resolvers.output.lookups import LookUps
from resolvers.output.objects import ObjectBuilder
from resolvers.output.projection import FALLBACK_ON
from resolvers.output.response_path import Key
from resolvers.output.row import Pending, Row
from resolvers.output.sites import Selected, Site
from resolvers.output.waiting import all_of, given, is_awaitable, task_of
from resolvers.plan.parts import Part, taken

_MANY_LEAVES = 2000

_TOGETHER = 500
"""Number of look-ups to start before yielding to other requests. Yielding closes the loaders' current batches."""


class Builder(ObjectBuilder):
    """Builds one part of a response."""

    def __init__(self, lookups: LookUps, part: Part) -> None:
        super().__init__(lookups, part)
        self._writes = lookups.writes
        self._early: dict[Key, asyncio.Task[Any]] = {}

    async def build(self) -> dict[str, Any] | None:
        """Builds the part's data, including the fields that lead to it. None if an error propagated to the root."""
        data: dict[str, Any] | None = None
        try:
            data = await self._root()
        except AnswerTooLargeError as excess:
            self.errors.errors[:] = [excess]
        except GraphQLError as error:
            self.errors.record(error, ())
        finally:
            self.lookups.end(self.part, data)
            for task in self._early.values():
                task.cancel()
            if self._executor is not None:
                self._executor.end()
                self._executor = None
        return data

    async def _root(self) -> dict[str, Any]:
        root_type = self.lookups.schema.get_root_type(self.lookups.operation.operation)
        assert root_type is not None
        root = self.selections.root(root_type)
        self.budget.spend(len(root.selection), sum(map(len, root.selection)))
        result: dict[str, Any] = dict.fromkeys(root.selection)
        if len(root.sites) < len(result):
            await self._introspect(root, result)
        holes = [Hole(site, result, None, ()) for site in root.sites]
        if self._writes:
            for hole in holes:
                await self.fill([hole], ())
        else:
            await self.fill(holes, ())
        return result

    async def _introspect(self, root: Selected, result: dict[str, Any]) -> None:
        """Fills in `__typename` and the fields of introspection."""
        for name, nodes in root.selection.items():
            field_name = nodes[0].name.value
            if field_name == "__typename":
                result[name] = root.object_type.name
            elif field_name not in root.object_type.fields:
                grouped = details_of({name: nodes})
                executed: Any = self.executor.execute_fields(root.object_type, None, None, grouped, None)
                result.update(await executed if is_awaitable(executed) else executed)

    async def fill(self, holes: Iterable[Hole], key: Key) -> None:
        """Fills holes with the results of their look-ups, which run concurrently."""
        waiting: list[Hole] = []
        leaves: list[Hole] = []
        works: list[Any] = []
        calls: list[Any] = []
        for number, hole in enumerate(holes, 1):
            if number % _TOGETHER == 0 and self.budget.due:
                await self.budget.turn()
            name = hole.site.name
            value = self.field(hole.site, hole.row, (*key, *hole.path, name))
            if not is_awaitable(value):
                hole.result[name] = value
            elif hole.site.leaf and type(value) is CoroutineType:
                leaves.append(hole)
                calls.append(value)
            else:
                waiting.append(hole)
                works.append(value)
        if works or calls:
            for hole, value in zip([*waiting, *leaves], await all_of(works, calls), strict=True):
                hole.result[hole.site.name] = value

    def field(self, site: Site, row: Row | None, key: Key) -> Any:
        """Returns the value of a field with calls of its own, or an awaitable of it."""
        if key in self._early:
            return self._early.pop(key)
        if self._writes and site.part is not self.part:
            return self._written(site, row, key)
        try:
            found = self.lookups.find(site, row, key)
            if found is None or (site.leaf and not is_awaitable(found)):
                self.lookups.show(site, self.part, key, shown=found is not None)
                return self._nothing(site) if found is None else self._leaf(site, found, key)
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, key)
        return self._arrived(site, found, key)

    async def _written(self, site: Site, row: Row | None, key: Key) -> Any:
        """Builds a mutation field that another part delivers. That part performs the write."""
        if not await self.lookups.is_shown(site, key):
            return None
        try:
            found = self.lookups.find(site, row, key)
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, key)
        return await self._arrived(site, found, key)

    async def _arrived(self, site: Site, found: Any, key: Key) -> Any:
        """Builds the value of a field when its look-up has answered."""
        try:
            if is_awaitable(found):
                found = await found
            if type(found) is Pending:
                value = await self._settled(site, found, key)
            else:
                self.lookups.show(site, self.part, key, shown=found is not None)
                if found is None:
                    value = None
                elif site.leaf:
                    value = self._leaf(site, found, key)
                else:
                    value = await (self._list if site.is_list else self._item)(site, found, key)
            return self._nothing(site) if value is None else value
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this field
            return self._failed(error, site, key)

    def _failed(self, error: Exception, site: Site, key: Key) -> None:
        """Records the error of a field. Raises it if the field is non-null."""
        self.errors.report(error, site.definition.type, site.nodes, key)

    async def _settled(self, site: Site, pending: Pending, key: Key) -> Any:
        """Builds the object of a field. Fields below it that need no answer from it start first."""
        object_type = self.lookups.schema.type_map[pending.type_name]
        assert isinstance(object_type, GraphQLObjectType)
        selected = self.selections.at(site, object_type)
        early = self._start(selected, pending, key) if selected.sites else ()
        try:
            if self.lookups.parts == 1:
                row = await pending.settle(None)
            else:
                row = await self.lookups.settle(site, self.part, pending, selected.names, key)
            if row is None:
                self._drop_early(early, key)
                return None
            return await self.build_object(selected, row, key)
        except BaseException:
            self._drop_early(early, key)
            raise

    def _start(self, selected: Selected, pending: Pending, key: Key) -> Sequence[Key]:
        row = pending.early()
        row.parts = selected.parts
        started: list[Key] = []
        for below in selected.sites:
            place = (*key, below.name)
            value = self.field(below, row, place)
            started.append(place)
            self._early[place] = task_of(value if is_awaitable(value) else given(value))
        return started

    def _drop_early(self, started: Iterable[Key], key: Key) -> None:
        """Cancels the fields started for an object that does not exist, and removes their errors."""
        dropped = False
        for place in started:
            dropped = True
            task = self._early.pop(place, None)
            if task is not None:
                task.cancel()
        if dropped:
            self.errors.forget(key)

    def _nothing(self, site: Site) -> None:
        if site.required and site.part is self.part:
            raise _null(site)

    async def _item(self, site: Site, value: Any, key: Key) -> Any:
        if type(value) is Pending:
            return await self._settled(site, value, key)
        if isinstance(value, Exception):
            raise value
        if type(value) is not Row:
            raise TypeError(f"an object was expected, not {type(value).__name__}")
        object_type = site.named
        if value.type_name is not None and not isinstance(object_type, GraphQLObjectType):
            object_type = self.lookups.schema.type_map[value.type_name]
        assert isinstance(object_type, GraphQLObjectType)
        return await self.build_object(self.selections.at(site, object_type), value, key)

    async def _list(self, site: Site, values: Sequence[Any], key: Key) -> list[Any]:
        """Builds the objects of a list: in order, or concurrently if some are still to be awaited."""
        offset, values = taken(site.nodes, values, self.variables)
        items = [(value, (*key, offset + place)) for place, value in enumerate(values)]
        if any(type(value) is not Row for value in values):
            return await all_of([self._item_of(site, *item) for item in items])
        built: list[Any] = []
        for item in items:
            if self.budget.due:
                await self.budget.turn()
            built.append(await self._item_of(site, *item))
        return built

    async def _item_of(self, site: Site, value: Any, key: Key) -> Any:
        try:
            if is_awaitable(value):
                value = await value
            item = None if value is None else await self._item(site, value, key)
            if item is None and is_non_null_type(site.item_type):
                raise _null(site)
            return item
        except Exception as error:  # noqa: BLE001  # any exception becomes an error of this item
            self.errors.report(error, site.item_type, site.nodes, key)
            return None

    def _leaf(self, site: Site, value: Any, key: Key) -> Any:
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
        return self.executor.completed(site, value, key)


def _null(site: Site) -> TypeError:
    name = site.nodes[0].name.value
    return TypeError(f"Cannot return null for non-nullable field {site.type_name}.{name}.")
