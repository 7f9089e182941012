"""Builds the objects of a response, each with its compiled projection or field by field."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

from graphql import GraphQLError

from resolvers.declare.errors import drop_frames
from resolvers.output.bounded import details_of
from resolvers.output.budget import AnswerTooLargeError
from resolvers.output.compiling import compile_projection
from resolvers.output.fallback import FallbackExecutor
from resolvers.output.fielderrors import FieldErrors
from resolvers.output.holes import Hole
from resolvers.output.lookups import LookUps
from resolvers.output.projection import Run
from resolvers.output.response_path import Key, path_of
from resolvers.output.row import Row
from resolvers.output.selections import Selections
from resolvers.output.sites import Selected, Site
from resolvers.output.target import Target
from resolvers.output.waiting import is_awaitable
from resolvers.plan.parts import Part


class ObjectBuilder(ABC):
    """Builds the objects of one part of a response. `errors` collects the errors of its fields."""

    def __init__(self, lookups: LookUps, part: Part) -> None:
        self.lookups = lookups
        self.part = part
        self.budget = lookups.request.budget
        self.variables = lookups.variables.coerced
        self.errors = FieldErrors(self.budget, writes=lookups.writes)
        self.selections = Selections(lookups, part)
        self._executor: FallbackExecutor | None = None

    @abstractmethod
    async def fill(self, holes: Iterable[Hole], key: Key) -> None:
        """Fills the holes of a compiled object."""

    @abstractmethod
    def field(self, site: Site, row: Row | None, key: Key) -> Any:
        """Returns the value of a field with calls of its own, or an awaitable of it."""

    @property
    def executor(self) -> FallbackExecutor:
        """The graphql-core executor, created on first use."""
        if self._executor is None:
            self._executor = FallbackExecutor.of(self)
        return self._executor

    async def build_object(self, selected: Selected, row: Row, key: Key) -> dict[str, Any]:
        """Builds an object. Raises an error that nulls the whole object."""
        if self.part.parent is not None:
            await self.lookups.after(self.part.parent)
        run = self.project(selected, row)
        if run is not None and await self.finish(run, key):
            assert run.result is not None
            return run.result
        if row.listing is not None and not row.views:
            raise next(iter(row.failed.values())).error()
        object_type = selected.object_type
        self.executor.note(key, object_type, selected.whole)
        result: Any = self.executor.execute_fields(object_type, row, path_of(key), details_of(selected.selection), None)
        done: dict[str, Any] = await result if is_awaitable(result) else result
        return done

    def project(self, selected: Selected, row: Row) -> Run | None:
        """Returns a run of this row's compiled projection. None if the fallback executor has to build the object."""
        lookups = self.lookups
        row.parts = selected.parts
        if not lookups.request.compile or row.shape is None:
            return None
        plans, key = lookups.request.plans, (selected, row.form)
        projection = plans.get(key, self)
        if projection is self:
            target = Target(
                lookups.schema,
                lookups.fragments,
                self.variables,
                selected.object_type,
                selected.selection,
                self.part,
                selected.whole,
            )
            projection = plans[key] = compile_projection(target, row)
            if projection is not None:
                usual = not (row.failed or row.missing or row.lacking)
                for endpoint, reader in projection.readers.items():
                    plans.expected.add(endpoint, reader, usual=usual)
        return None if projection is None else Run(projection, row, self.variables, self.budget)

    async def finish(self, run: Run, key: Key) -> bool:
        """Finishes a run, with its holes and errors. False if the fallback executor has to build the object."""
        self.budget.begin()
        if not run.go():
            await run.finish()
        if run.result is None:
            return False
        if run.holes:
            try:
                await self.fill(run.holes, key)
            except GraphQLError as error:
                if isinstance(error, AnswerTooLargeError):
                    raise
                self.errors.forget(key)
                drop_frames(error)
                return False
        self.report(run, key)
        return True

    def report(self, run: Run, key: Key) -> None:
        """Reports the failures of a run, each at the first field that it left null."""
        for failed in run.field_failures:
            place = (*key, *failed.path)
            self.errors.report(failed.failure.error(), failed.field.output_type, failed.field.nodes, place)
        if run.field_failures:
            run.row.reported.update([failed.failure for failed in run.field_failures])
