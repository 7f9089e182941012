"""The executor's fast way: rows are completed by compiled projections, their courses asked for together."""

from collections.abc import Callable, Hashable
from typing import Any

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import CollectedFields
from graphql.pyutils import Path

from gateway.engine.bounded import BoundedExecutor, FieldDetailsList, GroupedFieldSet
from gateway.engine.projection import Run, compile_projection
from gateway.engine.relations import info_of
from gateway.engine.waiting import is_awaitable
from loaders.errors import UpstreamError
from resolvers.context import Request
from resolvers.memo import identity
from resolvers.row import Row

NOTHING_STARTED: frozenset[str] = frozenset()


class ProjectingExecutor(BoundedExecutor):
    """Completes a row by the compiled projection of its selection; the ordinary way where that gives up.

    Below an object that was completed the ordinary way, each object is tried again: what one field does to its object
    is not done to the others.
    """

    def complete_row(
        self,
        return_type: GraphQLObjectType,
        details: FieldDetailsList,
        path: Path,
        row: Any,
        ordinary: Callable[[], Any],
    ) -> Any:
        """The result of an object inside an answer; `ordinary` gives it the ordinary way, as it does what is no row."""
        if type(row) is not Row or row.shape is None:
            return ordinary()
        grouped, defers, _ = self.collect_subfields(return_type, details)
        if defers:
            return ordinary()
        run = self.project(return_type, grouped, identity_of(details), row, NOTHING_STARTED)
        if run is None:
            return ordinary()
        if not run.go() or (run.result is not None and run.holes):
            return self._later(run, path, row.base, ordinary)
        if run.result is None:
            return ordinary()
        self.tell(run, path)
        return run.result

    async def _later(self, run: Run, path: Path, base: str, ordinary: Callable[[], Any]) -> Any:
        if await self.complete_run(run, path, base) is not None:
            return run.result
        result = ordinary()
        return await result if is_awaitable(result) else result

    async def complete_run(self, run: Run, path: Path, base: str) -> dict[str, Any] | None:
        """The result of a run, its courses and its errors included; None where the ordinary way has to be gone."""
        if await run.finish() is None or (run.holes and not await self._fill(run, base)):
            return None
        self.tell(run, path)
        return run.result

    def project(
        self,
        return_type: GraphQLObjectType,
        grouped: GroupedFieldSet,
        selection: Hashable,
        row: Row,
        started: frozenset[str],
    ) -> Run | None:
        """The compiled projection of this row, to be run; None where the ordinary way has to be gone."""
        request: Request = self.context_value
        if not request.compile or row.shape is None:
            return None
        key = (
            "projection",
            return_type.name,
            selection,
            row.shape,
            tuple(row.views) if row.told is not None or not row.payloads else None,
            tuple([(endpoint, len(payload.path)) for endpoint, payload in row.payloads.items()]),
            started,
            row.lacking,
            frozenset({*row.failed, *row.missing}),
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
                started,
            )
        return None if projection is None else Run(projection, row, request.budget)

    def tell(self, run: Run, path: Path) -> None:
        """Reports the failures that a run met, each at the first field that it left null."""
        for trouble in run.troubles:
            place = path
            for step in trouble.path:
                place = place.add_key(step, None)
            self.handle_field_error(trouble.failure.error(), trouble.field.output_type, trouble.field.details, place)
        run.row.reported.update(trouble.failure for trouble in run.troubles)

    async def _fill(self, run: Run, base: str) -> bool:
        """Asks for all courses that rows lead to, together; False where the ordinary way has to find out why not."""
        infos = {hole.site: info_of(self, hole.site) for hole in run.holes}
        courses = [hole.pending(infos[hole.site], base) for hole in run.holes]
        try:
            for hole, pending in zip(run.holes, courses, strict=True):
                row = await pending.settle(None)
                site = hole.site
                if row is None and not site.required:
                    continue
                grouped, *_ = self.collect_subfields(site.course_type, site.details)
                below = None if row is None else self.project(site.course_type, grouped, site, row, NOTHING_STARTED)
                filled = None if below is None else await below.finish()
                if below is None or filled is None or below.holes:
                    return False
                hole.result[hole.name] = filled
                run.take_over(below, filled)
        except UpstreamError:
            return False
        return True

    def collect_subfields(
        self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList
    ) -> CollectedFields:
        """Collects subfields once per document where nothing is deferred, not once per request."""
        if any(detail.defer_usage is not None for detail in field_details_list):  # it belongs to this request
            return super().collect_subfields(return_type, field_details_list)
        request: Request = self.context_value
        key = ("fields", return_type.name, identity_of(field_details_list))
        known: CollectedFields | None = request.plans.get(key)
        if known is None:
            known = super().collect_subfields(return_type, field_details_list)
            if not known.new_defer_usages:
                request.plans[key] = known
        return known


def identity_of(details: FieldDetailsList) -> tuple[int, ...]:
    """What tells a field's merged selection apart."""
    return identity([detail.node for detail in details])
