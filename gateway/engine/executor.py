"""graphql-core's executor, taught about objects whose calls are under way."""

import asyncio
from collections.abc import Awaitable, Hashable
from functools import partial
from typing import Any

from graphql import GraphQLObjectType, GraphQLResolveInfo
from graphql.pyutils import Path, Undefined

from gateway.engine.bounded import FieldDetailsList, GroupedFieldSet
from gateway.engine.projecting import ProjectingExecutor, identity_of
from gateway.engine.waiting import is_awaitable
from gateway.errors import forget_below
from resolvers.row import Pending, Row
from resolvers.selection import has_arguments
from resolvers.source import DECLARATION, RESOLVER

Started = dict[str, "asyncio.Future[Any]"]


class GatewayExecutor(ProjectingExecutor):
    """Completes a `Pending` object in one wave.

    All calls of the object and of the fields below it that have calls of their own are started before the first
    of them is awaited, whatever the shape of the query. A deferred fragment waits for its own answers only.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        # They refer to the executor, and it to the request: a circle that kept every answer until a collection.
        self.async_helpers = _NO_HELPERS

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Completes an object; a pending one when its calls have answered."""
        if type(result) is Pending:
            return self._complete_pending(return_type, field_details_list, path, result, position_context)
        ordinary = partial(
            super().complete_object_value, return_type, field_details_list, info, path, result, position_context
        )
        return self.complete_row(return_type, field_details_list, path, result, ordinary)

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> Any:
        """Executes fields; those of a pending object when the answers that these very fields need are there."""
        if type(source_value) is Pending and path is not None:
            return self._execute_part(parent_type, source_value, path, grouped_field_set, position_context)
        return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)

    async def _complete_pending(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        path: Path,
        pending: Pending,
        position_context: Any,
    ) -> Any:
        grouped, defers, _ = self.collect_subfields(return_type, field_details_list)
        if defers or position_context is not None:
            now = self.build_sub_execution_plan(grouped).grouped_field_set
            if await pending.settle(frozenset(now)) is None:
                return None
            fields = self.execute_collected_subfields(return_type, pending, path, grouped, defers, position_context)
            return await fields if is_awaitable(fields) else fields
        started = self._start(return_type, grouped, path, pending, position_context)
        try:
            if started:
                await asyncio.sleep(0)  # lets each begin: what is dropped unbegun is never awaited
            row = await pending.settle(None)
        except BaseException:
            self._abandon(started, path)
            raise
        if row is None:
            self._abandon(started, path)
            return None
        key = identity_of(field_details_list)
        return await self._complete_settled(return_type, grouped, key, path, row, position_context, started)

    async def _execute_part(
        self,
        parent_type: GraphQLObjectType,
        pending: Pending,
        path: Path,
        grouped: GroupedFieldSet,
        position_context: Any,
    ) -> dict[str, Any]:
        """A part of a pending object: what is delivered at first, or one deferred fragment."""
        started = self._start(parent_type, grouped, path, pending, position_context)
        row = await pending.settle(frozenset(grouped))
        assert row is not None, "the object was there when its first part was"
        key = tuple((name, *identity_of(details)) for name, details in grouped.items())
        return await self._complete_settled(parent_type, grouped, key, path, row, position_context, started)

    def _start(
        self,
        return_type: GraphQLObjectType,
        grouped: GroupedFieldSet,
        path: Path,
        pending: Pending,
        position_context: Any,
    ) -> Started:
        """Starts the fields that have calls of their own; they need only what the object was named with."""
        started: Started = {}
        early: Row | None = None
        for name, details in grouped.items():
            field = return_type.fields.get(details[0].node.name.value)
            if field is None or RESOLVER not in field.extensions:
                continue
            if DECLARATION in field.extensions and not has_arguments(details[0].node, self.variable_values.coerced):
                continue
            early = early or pending.early()
            value = self.execute_field(
                return_type, early, details, Path(path, name, return_type.name), position_context
            )
            started[name] = asyncio.ensure_future(value) if is_awaitable(value) else _done(value)
        return started

    async def _complete_settled(
        self,
        return_type: GraphQLObjectType,
        grouped: GroupedFieldSet,
        key: Hashable,
        path: Path,
        row: Row,
        position_context: Any,
        started: Started,
    ) -> dict[str, Any]:
        waiting: dict[str, Awaitable[Any]] = dict(started)
        self.budget.begin()
        try:
            run = self.project(return_type, grouped, key, row, frozenset(started))
            results = None if run is None else await self.complete_run(run, path, row.base)
            if results is None:
                results = {}
                self.spend_fields(grouped)
                for name, details in grouped.items():
                    if self.budget.due:
                        await self.budget.turn()
                    if name in started:
                        results[name] = None  # keeps the response's order
                        continue
                    value = self.execute_field(
                        return_type, row, details, Path(path, name, return_type.name), position_context
                    )
                    if is_awaitable(value):
                        waiting[name] = value
                    if value is not Undefined:
                        results[name] = value
            if waiting:
                waiting.update((name, asyncio.ensure_future(value)) for name, value in list(waiting.items()))
                results.update(zip(waiting, await asyncio.gather(*waiting.values()), strict=True))
        except BaseException:
            if others := [value for name, value in waiting.items() if name not in started]:
                self.settle_in_background(others)
            self._abandon(started, None)
            raise
        return results

    def _abandon(self, started: Started, path: Path | None) -> None:
        """Drops the started fields of an object that is not there, and what they may have reported."""
        for task in started.values():
            task.cancel()
        if path is not None and started:
            forget_below(self.collected_errors.errors, path.as_list())


_NO_HELPERS: Any = None
"""No resolver here asks graphql-core to track its work."""


def _done(value: Any) -> "asyncio.Future[Any]":
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    future.set_result(value)
    return future
