"""The results of fields with calls of their own, shared by all parts of a response."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues
from msgspec import Struct, field

from loaders.calls.wave import start_task
from resolvers.fetch.ask import LiveAsk
from resolvers.fetch.context import Request
from resolvers.output.response_path import Key
from resolvers.output.row import Pending, Row
from resolvers.output.sites import Site
from resolvers.plan.parts import Part


@dataclass(slots=True)
class _Raised:
    error: Exception


class LookUps(Struct, eq=False):
    """The look-ups of one operation. `operation` and `fragments` are those of the whole operation, undivided."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues
    request: Request
    parts: int = 1
    _found: dict[Key, Any] = field(default_factory=dict)
    _shown: dict[Key, tuple[Part, "asyncio.Future[bool]"]] = field(default_factory=dict)
    _built: dict[Part, Any] = field(default_factory=dict)
    _ends: dict[Part, "asyncio.Future[None]"] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        """True for a mutation, whose root fields are executed one after another."""
        return self.operation.operation is OperationType.MUTATION

    def find(self, site: Site, row: Row | None, key: Key) -> Any:
        """Returns the result of the field at this path, resolved once. Raises the error of its resolver."""
        found = self._found.get(key, self)
        if found is self:
            found = self._found[key] = self._resolved(site, row)
        if type(found) is _Raised:
            raise found.error
        return found

    def _resolved(self, site: Site, row: Row | None) -> Any:
        definition, variables = site.definition, self.variables
        assert definition.resolve is not None
        try:
            arguments = site.arguments(variables)
            ask = LiveAsk(
                site.whole,
                definition.type,
                self.schema,
                self.fragments,
                self.operation,
                variables.coerced,
                self.request,
                row,
                arguments,
                definition,
            )
            found = definition.resolve(row, ask, **arguments)
        except Exception as error:  # noqa: BLE001  # raised again for each caller
            return _Raised(error)
        return start_task(found) if asyncio.iscoroutine(found) else found

    async def settle(self, site: Site, part: Part, pending: Pending, names: frozenset[str], key: Key) -> Row | None:
        """Returns the row of a field, with the answers needed for the fields with these response `names`.

        The part that delivers the field decides whether the row exists. If it does not exist there, it does not
        exist in later parts.
        """
        if site.part is not part and not await self.is_shown(site, key):
            return None
        try:
            row = await pending.settle(names)
        except BaseException:
            self.show(site, part, key, shown=False)
            raise
        self.show(site, part, key, shown=row is not None)
        return row

    async def is_shown(self, site: Site, key: Key) -> bool:
        """True if the field is not null in the part that delivers it. Waits until that is known."""
        if key not in self._shown and site.part in self._built:
            return _is_there(self._built[site.part], key)
        return await asyncio.shield(self._gate(site, key))

    def show(self, site: Site, part: Part, key: Key, *, shown: bool) -> None:
        """Records whether a field is non-null, for the parts after the one that delivers it."""
        if self.parts == 1 or site.part is not part:
            return
        gate = self._gate(site, key)
        if not gate.done():
            gate.set_result(shown)

    def _gate(self, site: Site, key: Key) -> "asyncio.Future[bool]":
        if key not in self._shown:
            self._shown[key] = site.part, asyncio.get_running_loop().create_future()
        return self._shown[key][1]

    async def after(self, part: Part | None) -> None:
        """Waits until a part is built, so that later parts do not delay it."""
        if part is None or part in self._built:
            return
        end = self._ends.get(part)
        if end is None:
            end = self._ends[part] = asyncio.get_running_loop().create_future()
        await asyncio.shield(end)

    def forget(self) -> None:
        """Breaks the reference cycles of a finished operation, which would keep its answers until a collection."""
        self.request.gathering.clear()

    def end(self, part: Part, data: Any) -> None:
        """Records the data of a finished part and resolves the pending checks for its fields from that data."""
        if self.parts == 1:
            return
        self._built[part] = data
        end = self._ends.get(part)
        if end is not None and not end.done():
            end.set_result(None)
        for key, (owner, gate) in self._shown.items():
            if owner is part and not gate.done():
                gate.set_result(_is_there(data, key))


def _is_there(data: Any, key: Key) -> bool:
    for step in key:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data is not None
