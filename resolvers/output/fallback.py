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
from resolvers.output.objects import Objects
from resolvers.output.row import Row
from resolvers.output.selections import Selections
from resolvers.output.sites import Site, may_ask
from resolvers.output.waiting import is_awaitable
from resolvers.plan.memo import identity

_NO_HELPERS: Any = None
"""No resolver here uses graphql-core's tracking of async work."""


class Building(Protocol):
    """The builder's attributes that the executor uses."""

    lookups: LookUps
    errors: FieldErrors
    selections: Selections
    objects: Objects

    def field(self, site: Site, row: Row | None, path: Path) -> Any: ...


class FallbackExecutor(BoundedExecutor):
    """Executes the fields of an object one by one. Objects below it use their projections again."""

    builder: Building
    _objects: dict[tuple[str | int, ...], tuple[GraphQLObjectType, Sequence[FieldNode]]]
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

    def note(self, path: Path, object_type: GraphQLObjectType, whole: Sequence[FieldNode]) -> None:
        """Records an object that is executed here, with the nodes of the whole operation that select it."""
        self._objects[tuple(path.as_list())] = object_type, whole

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
            assert path.prev is not None
            site = self._site(parent_type, nodes, path)
            return self.builder.field(site, source, path)
        return super().execute_field(parent_type, source, field_details_list, path, position_context)

    def _site(self, parent_type: GraphQLObjectType, nodes: list[FieldNode], path: Path) -> Site:
        """Returns the site of a field. All rows of a list have the same one."""
        assert path.prev is not None
        name = str(path.key)
        key = parent_type.name, name, identity(nodes)
        site = self._sites.get(key)
        if site is None:
            whole = self._whole(path.prev)
            site = self._sites[key] = self.builder.selections.site(parent_type, name, nodes, whole)
        return site

    def _whole(self, path: Path) -> Sequence[FieldNode]:
        """Returns the nodes of the whole operation that select the object at this path."""
        steps: list[str] = []
        place: Path | None = path
        while place is not None and tuple(place.as_list()) not in self._objects:
            if isinstance(place.key, str):
                steps.append(place.key)
            place = place.prev
        assert place is not None, "an object that is executed here lies in one that was noted"
        return self.builder.selections.whole_at(*self._objects[tuple(place.as_list())], steps[::-1])

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
        run = self.builder.objects.project(return_type, nodes, self._whole(path), result)
        if run is not None and run.go() and run.result is not None and not run.holes:
            self.builder.objects.report(run, path)
            return run.result
        if run is None or (run.done and run.result is None):
            return self._ordinary(return_type, field_details_list, info, path, result, position_context)
        return self._later(run, return_type, field_details_list, info, path, result)

    async def _later(
        self,
        run: Any,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        row: Row,
    ) -> Any:
        if await self.builder.objects.finish(run, path):
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

    def completed(self, site: Site, value: Any, path: Path) -> Any:
        """Returns the completed value of a leaf field. Raises or records graphql-core's error if it is invalid."""
        details = [FieldDetails(node, None) for node in site.nodes]
        parent = self.schema.type_map[site.type_name]
        assert isinstance(parent, GraphQLObjectType)
        info = self.build_resolve_info(site.definition, site.nodes, parent, path)
        output: GraphQLOutputType = site.definition.type
        return self.complete_value(output, details, info, path, value, None)
