"""graphql-core's executor, taught about objects whose calls are under way."""

import asyncio
from collections.abc import Awaitable
from types import CoroutineType
from typing import Any, TypeGuard

from graphql import GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.collect_fields import FieldDetails
from graphql.pyutils import Path, Undefined
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.engine.projection import compile_projection
from resolvers.context import Request
from resolvers.row import Pending, Row
from resolvers.selection import has_arguments
from resolvers.source import DECLARATION, RESOLVER

FieldDetailsList = list[FieldDetails]


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for what resolvers and the executor return to be awaited; much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})


class GatewayExecutor(StrawberryGraphQLCoreExecutionContext):
    """Completes a `Pending` object in one wave.

    All calls of the object and of the fields below it that have calls of their own are started before the first
    of them is awaited, whatever the shape of the query.
    """

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
        if type(result) is Row and result.shape is not None:
            projected = self._project(return_type, field_details_list, result, frozenset())
            if projected is not None:
                return projected
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    async def _complete_pending(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        path: Path,
        pending: Pending,
        position_context: Any,
    ) -> dict[str, Any] | None:
        started = self._start(return_type, field_details_list, path, pending, position_context)
        try:
            row = await pending.settle()
        except BaseException:
            self._abandon(started, path)
            raise
        if row is None:
            self._abandon(started, path)
            return None
        return await self._complete_row(return_type, field_details_list, path, row, position_context, started)

    def _start(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        path: Path,
        pending: Pending,
        position_context: Any,
    ) -> dict[str, "asyncio.Future[Any]"]:
        """Starts the fields that have calls of their own; they need only what the object was named with."""
        started: dict[str, asyncio.Future[Any]] = {}
        early: Row | None = None
        for name, details in self.collect_subfields(return_type, field_details_list).grouped_field_set.items():
            field = return_type.fields.get(details[0].node.name.value)
            if field is None or RESOLVER not in field.extensions:
                continue
            if DECLARATION in field.extensions and not has_arguments(details[0].node, self.variable_values.coerced):
                continue
            early = early or pending.early()
            value = self.execute_field(
                return_type, early, details, Path(path, name, return_type.name), position_context
            )
            started[name] = asyncio.ensure_future(value) if self.is_awaitable(value) else _done(value)
        return started

    async def _complete_row(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        path: Path,
        row: Row,
        position_context: Any,
        started: dict[str, "asyncio.Future[Any]"],
    ) -> dict[str, Any]:
        projected = self._project(return_type, field_details_list, row, frozenset(started))
        if projected is not None:
            if started:
                try:
                    projected.update(zip(started, await asyncio.gather(*started.values()), strict=True))
                except BaseException:
                    self._abandon(started, None)
                    raise
            return projected
        results: dict[str, Any] = {}
        waiting: dict[str, Awaitable[Any]] = dict(started)
        try:
            for name, details in self.collect_subfields(return_type, field_details_list).grouped_field_set.items():
                if name in started:
                    results[name] = None
                    continue
                value = self.execute_field(
                    return_type, row, details, Path(path, name, return_type.name), position_context
                )
                if self.is_awaitable(value):
                    waiting[name] = value
                    results[name] = None
                elif value is not Undefined:
                    results[name] = value
            if waiting:
                results.update(zip(waiting, await asyncio.gather(*waiting.values()), strict=True))
        except BaseException:
            self._abandon(started, None)
            raise
        return results

    def _project(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        row: Row,
        started: frozenset[str],
    ) -> dict[str, Any] | None:
        """The result by the compiled projection; None where the ordinary way has to be gone."""
        request: Request = self.context_value
        if not request.compile or row.failed or row.shape is None:
            return None
        nodes = [details.node for details in field_details_list]
        key = (
            "projection",
            return_type.name,
            id(nodes[0]),
            len(nodes),
            row.shape,
            tuple(row.told.views) if row.told is not None else None,
            tuple((endpoint, len(payload.path)) for endpoint, payload in row.payloads.items()),
            request.flags,
            started,
        )
        projection = request.plans.get(key, self)
        if projection is self:
            projection = request.plans[key] = compile_projection(
                self.schema,
                self.fragment_definitions,
                self.variable_values.coerced,
                return_type,
                nodes,
                row,
                started,
            )
        return None if projection is None else projection.run(row)

    def _abandon(self, started: dict[str, "asyncio.Future[Any]"], path: Path | None) -> None:
        """Drops the started fields of an object that is not there, and what they may have reported."""
        for task in started.values():
            task.cancel()
        if path is not None and started:
            gone = path.as_list()
            errors = self.collected_errors.errors
            errors[:] = [error for error in errors if (error.path or [])[: len(gone)] != gone]


def _done(value: Any) -> "asyncio.Future[Any]":
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    future.set_result(value)
    return future
