"""Runs graphql-core's executor on the results of the look-ups, for answers with unexpected values."""

from collections.abc import Sequence
from typing import Any, Protocol

from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType
from graphql.execution.collect_fields import FieldDetails, FragmentDetails
from graphql.execution.executor import default_field_resolver, default_type_resolver
from graphql.pyutils import Path

from resolvers.output.bounded import BoundedExecutor, FieldDetailsList
from resolvers.output.fielderrors import FieldErrors
from resolvers.output.lookups import LookUps
from resolvers.output.projection import Run
from resolvers.output.response_path import Key, key_of, path_of
from resolvers.output.row import Row
from resolvers.output.selections import Selections
from resolvers.output.sites import Selected, Site, may_ask
from resolvers.output.waiting import is_awaitable
from resolvers.plan.memo import identity

_NO_HELPERS: Any = None
"""No resolver here uses graphql-core's tracking of async work."""


class Building(Protocol):
    """The builder's attributes that the executor uses."""

    lookups: LookUps
    errors: FieldErrors
    selections: Selections

    def field(self, site: Site, row: Row | None, key: Key) -> Any: ...
    def project(self, selected: Selected, row: Row) -> Run | None: ...
    async def finish(self, run: Run, key: Key) -> bool: ...
    def report(self, run: Run, key: Key) -> None: ...


class FallbackExecutor(BoundedExecutor):
    """Executes the fields of an object one by one. Objects below it use their projections again."""

    builder: Building
    _objects: dict[Key, tuple[GraphQLObjectType, Sequence[FieldNode]]]
    _sites: dict[tuple[str, str, tuple[int, ...]], Site]

    @classmethod
    def of(cls, builder: Building) -> "FallbackExecutor":
        """Returns the executor of a part of a response."""
        lookups = builder.lookups
        executor = cls(
            lookups.schema,
            dict(lookups.fragments),
            {name: FragmentDetails(definition, None) for name, definition in lookups.fragments.items()},
            None,
            lookups.request,
            lookups.operation,
            lookups.variables,
            default_field_resolver,
            default_type_resolver,
            default_field_resolver,
            is_awaitable=is_awaitable,
        )
        # Breaks a reference cycle of the executor and its helpers, which kept every response until a collection.
        executor.async_helpers = _NO_HELPERS
        executor.collected_errors = builder.errors
        executor.builder = builder
        executor._objects = {}
        executor._sites = {}
        return executor

    def end(self) -> None:
        """Drops the reference to the builder."""
        del self.builder

    def note(self, key: Key, object_type: GraphQLObjectType, whole: Sequence[FieldNode]) -> None:
        """Records an object that is executed here, with the nodes of the whole operation that select it."""
        self._objects[key] = object_type, whole

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        """Executes a field. Fields with calls of their own use their look-up."""
        nodes = [details.node for details in field_details_list]
        field = parent_type.fields.get(nodes[0].name.value)
        if type(source) is Row and field is not None and may_ask(field, nodes, self.variable_values.coerced):
            key = key_of(path)
            return self.builder.field(self._site(parent_type, nodes, key), source, key)
        return super().execute_field(parent_type, source, field_details_list, path, position_context)

    def _site(self, parent_type: GraphQLObjectType, nodes: list[FieldNode], key: Key) -> Site:
        """Returns the site of a field. All rows of a list have the same one."""
        name = str(key[-1])
        which = parent_type.name, name, identity(nodes)
        site = self._sites.get(which)
        if site is None:
            whole = self._whole(key[:-1])
            site = self._sites[which] = self.builder.selections.site(parent_type, name, nodes, whole)
        return site

    def _whole(self, key: Key) -> Sequence[FieldNode]:
        """Returns the nodes of the whole operation that select the object at this path."""
        noted = key
        while noted not in self._objects:
            assert noted, "an object that is executed here lies in one that was noted"
            noted = noted[:-1]
        steps = [step for step in key[len(noted) :] if isinstance(step, str)]
        return self.builder.selections.whole_at(*self._objects[noted], steps)

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Completes an object with its projection if it has one."""
        if type(result) is not Row or result.shape is None:
            return self._ordinary(return_type, field_details_list, info, path, result, position_context)
        nodes = [details.node for details in field_details_list]
        key = key_of(path)
        run = self.builder.project(self.builder.selections.of(return_type, nodes, self._whole(key)), result)
        if run is not None and run.go() and run.result is not None and not run.holes:
            self.builder.report(run, key)
            return run.result
        if run is None or (run.done and run.result is None):
            return self._ordinary(return_type, field_details_list, info, path, result, position_context)
        return self._later(run, return_type, field_details_list, info, path, result)

    async def _later(
        self,
        run: Run,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        row: Row,
    ) -> Any:
        if await self.builder.finish(run, key_of(path)):
            return run.result
        result = self._ordinary(return_type, field_details_list, info, path, row, None)
        return await result if is_awaitable(result) else result

    def _ordinary(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    def completed(self, site: Site, value: Any, key: Key) -> Any:
        """Returns the completed value of a leaf field. Raises or records graphql-core's error if it is invalid."""
        details = [FieldDetails(node, None) for node in site.nodes]
        parent = self.schema.type_map[site.type_name]
        path = path_of(key)
        assert isinstance(parent, GraphQLObjectType)
        assert path is not None
        info = self.build_resolve_info(site.definition, site.nodes, parent, path)
        output: GraphQLOutputType = site.definition.type
        return self.complete_value(output, details, info, path, value, None)
