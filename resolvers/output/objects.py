"""Builds the objects of a response, each with its compiled projection or field by field."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from graphql import GraphQLError, GraphQLObjectType
from graphql.pyutils import Path

from resolvers.declare.errors import drop_frames
from resolvers.declare.source import PARTS
from resolvers.output.bounded import details_of
from resolvers.output.budget import AnswerTooLargeError
from resolvers.output.compiling import compile_projection
from resolvers.output.fielderrors import FieldErrors
from resolvers.output.holes import Hole
from resolvers.output.lookups import LookUps
from resolvers.output.projection import Run
from resolvers.output.row import Row
from resolvers.output.selections import Nodes, Selections
from resolvers.output.target import Target
from resolvers.output.waiting import is_awaitable
from resolvers.plan.memo import identity
from resolvers.plan.parts import Part


class Objects:
    """Builds the objects of one part of a response.

    `fill` fills the holes of a compiled object. `executor` returns the fallback executor, for objects that no
    projection can build.
    """

    def __init__(
        self,
        lookups: LookUps,
        part: Part,
        selections: Selections,
        errors: FieldErrors,
        fill: Callable[[Iterable[Hole], Path | None], Awaitable[None]],
        executor: Callable[[], Any],
    ) -> None:
        self._lookups = lookups
        self._part = part
        self._selections = selections
        self._errors = errors
        self._fill = fill
        self._executor = executor
        self._request = lookups.request
        self._budget = lookups.request.budget
        self._variables = lookups.variables.coerced

    async def build(
        self, object_type: GraphQLObjectType, nodes: Nodes, whole: Nodes, row: Row, path: Path
    ) -> dict[str, Any]:
        """Builds an object. Raises an error that nulls the whole object."""
        await self._lookups.after(self._part.parent)
        run = self.project(object_type, nodes, whole, row)
        if run is not None and await self.finish(run, path):
            assert run.result is not None
            return run.result
        if row.listing is not None and not row.views:
            raise next(iter(row.failed.values())).error()
        grouped = details_of(self._selections.select(object_type, nodes))
        self._executor().note(path, object_type, whole)
        result: Any = self._executor().execute_fields(object_type, row, path, grouped, None)
        done: dict[str, Any] = await result if is_awaitable(result) else result
        return done

    def project(self, object_type: GraphQLObjectType, nodes: Nodes, whole: Nodes, row: Row) -> Run | None:
        """Returns a run of this row's compiled projection. None if the fallback executor has to build the object."""
        request = self._request
        row.parts = object_type.extensions[PARTS]
        if not request.compile or row.shape is None:
            return None
        key = ("projection", id(self._part), object_type.name, identity(nodes), row.form)
        projection = request.plans.get(key, self)
        if projection is self:
            lookups, selection = self._lookups, self._selections.select(object_type, nodes)
            target = Target(
                lookups.schema, lookups.fragments, self._variables, object_type, selection, self._part, whole
            )
            projection = request.plans[key] = compile_projection(target, row)
            if projection is not None:
                usual = not (row.failed or row.missing or row.lacking)
                for endpoint, reader in projection.readers.items():
                    request.plans.expected.add(endpoint, reader, usual=usual)
        return None if projection is None else Run(projection, row, self._variables, self._budget)

    async def finish(self, run: Run, path: Path) -> bool:
        """Finishes a run, with its holes and errors. False if the fallback executor has to build the object."""
        self._budget.begin()
        if await run.finish() is None:
            return False
        if run.holes:
            try:
                await self._fill(run.holes, path)
            except GraphQLError as error:
                if isinstance(error, AnswerTooLargeError):
                    raise
                self._errors.forget(path)
                drop_frames(error)
                return False
        self.report(run, path)
        return True

    def report(self, run: Run, path: Path) -> None:
        """Reports the failures of a run, each at the first field that it left null."""
        for failed in run.field_failures:
            place = path
            for step in failed.path:
                place = Path(place, step, None)
            self._errors.report(failed.failure.error(), failed.field.output_type, failed.field.nodes, place)
        run.row.reported.update(failed.failure for failed in run.field_failures)
