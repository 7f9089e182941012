"""graphql-core's executor, taught about objects whose calls are under way."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from types import CoroutineType
from typing import Any, TypeGuard

from graphql import GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.collect_fields import CollectedFields
from graphql.pyutils import Path, Undefined

from gateway.engine.bounded import BoundedExecutor, FieldDetailsList, GroupedFieldSet
from gateway.engine.projection import Run, compile_projection
from gateway.engine.relations import Hole, SiteInfo
from gateway.errors import forget_below
from loaders.errors import UpstreamError
from resolvers.context import Request
from resolvers.memo import identity
from resolvers.row import Pending, Row
from resolvers.selection import has_arguments
from resolvers.source import DECLARATION, RESOLVER

Started = dict[str, "asyncio.Future[Any]"]


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for what resolvers and the executor return to be awaited; much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})


class GatewayExecutor(BoundedExecutor):
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
        if type(result) is Row and result.shape is not None:
            grouped, defers, _ = self.collect_subfields(return_type, field_details_list)
            if not defers:
                key = _identity(field_details_list)
                holes: list[Hole] = []
                run = self._project(return_type, grouped, key, result, {}, holes)
                if run is not None:
                    done = run.go()
                    if run.result is not None and not holes:
                        return run.result
                    if not done or holes:
                        fields = partial(super().execute_fields, return_type, result, path, grouped, position_context)
                        return self._filled(run, holes, result.base, fields)
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

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

    def collect_subfields(
        self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList
    ) -> CollectedFields:
        """Collects subfields once per document where nothing is deferred, not once per request."""
        if any(detail.defer_usage is not None for detail in field_details_list):  # it belongs to this request
            return super().collect_subfields(return_type, field_details_list)
        request: Request = self.context_value
        key = ("fields", return_type.name, _identity(field_details_list))
        known: CollectedFields | None = request.plans.get(key)
        if known is None:
            known = super().collect_subfields(return_type, field_details_list)
            if not known.new_defer_usages:
                request.plans[key] = known
        return known

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
        key = _identity(field_details_list)
        return await self._complete_row(return_type, grouped, key, path, row, position_context, started)

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
        key = tuple((name, *_identity(details)) for name, details in grouped.items())
        return await self._complete_row(parent_type, grouped, key, path, row, position_context, started)

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

    async def _complete_row(
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
        try:
            holes: list[Hole] = []
            run = self._project(return_type, grouped, key, row, started, holes)
            results = None if run is None else await run.finish()
            if results is not None and holes and not await self._fill(holes, row.base):
                results = None
            if results is None:
                results = {}
                self.spend_fields(grouped)
                for name, details in grouped.items():
                    if self.budget.due:
                        await self.budget.rest()
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
                results.update(zip(waiting, await asyncio.gather(*waiting.values()), strict=True))
        except BaseException:
            self._abandon(started, None)
            raise
        return results

    def _project(
        self,
        return_type: GraphQLObjectType,
        grouped: GroupedFieldSet,
        selection: Hashable,
        row: Row,
        started: Started,
        holes: list[Hole],
    ) -> Run | None:
        """The compiled projection of this row, to be run; None where the ordinary way has to be gone."""
        request: Request = self.context_value
        if not request.compile or row.failed or row.shape is None:
            return None
        key = (
            "projection",
            return_type.name,
            selection,
            row.shape,
            tuple(row.told.views) if row.told is not None else None,
            tuple([(endpoint, len(payload.path)) for endpoint, payload in row.payloads.items()]),
            tuple(started),
        )
        projection = request.plans.get(key, self)
        if projection is self:
            projection = request.plans[key] = compile_projection(
                self.schema,
                self.fragment_definitions,
                self.variable_values.coerced,
                return_type,
                {name: [detail.node for detail in details] for name, details in grouped.items()},
                row,
                frozenset(started),
            )
        return None if projection is None else Run(projection, row, holes, request.budget)

    async def _filled(self, run: Run, holes: list[Hole], base: str, ordinary: Callable[[], Any]) -> Any:
        projected = await run.finish()
        if projected is not None and await self._fill(holes, base):
            return projected
        fields = ordinary()
        return await fields if is_awaitable(fields) else fields

    async def _fill(self, holes: list[Hole], base: str) -> bool:
        """Asks for all courses that rows lead to, together; False where the ordinary way has to find out why not."""
        infos = {hole.site: SiteInfo.of(self, hole.site) for hole in holes}
        courses = [hole.pending(infos[hole.site], base) for hole in holes]
        try:
            for hole, pending in zip(holes, courses, strict=True):
                row = await pending.settle(None)
                site = hole.site
                if row is None and not site.required:
                    continue
                grouped, *_ = self.collect_subfields(site.course_type, site.details)
                below: list[Hole] = []
                run = None if row is None else self._project(site.course_type, grouped, site, row, {}, below)
                filled = None if run is None else await run.finish()
                if filled is None or below:
                    return False
                hole.result[hole.name] = filled
        except UpstreamError:
            return False
        return True

    def _abandon(self, started: Started, path: Path | None) -> None:
        """Drops the started fields of an object that is not there, and what they may have reported."""
        for task in started.values():
            task.cancel()
        if path is not None and started:
            forget_below(self.collected_errors.errors, path.as_list())


_NO_HELPERS: Any = None
"""No resolver here asks graphql-core to track its work."""


def _identity(details: FieldDetailsList) -> tuple[int, ...]:
    return identity([detail.node for detail in details])


def _done(value: Any) -> "asyncio.Future[Any]":
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    future.set_result(value)
    return future
