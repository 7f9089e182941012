"""Random sequences of requests with one document: no request may be affected by the previous ones."""

import random
from typing import Any

from graphql import ExecutionResult, GraphQLSchema

from gateway.documents.prepared import Document, Documents
from gateway.protocol.incremental import Formatter
from loaders.calls.client import Upstream
from resolvers.plan.memo import Memo
from tests.engine.differential import BASE, SIGNED_IN, execute, execute_parts
from tests.engine.memory import recorded_answers
from tests.engine.queries import QueryMaker
from tests.support.parts import Assembly

ASKED = 6
"""Requests of one document."""


class Sequences:
    """Makes documents and asks each several times. `in_parts` counts the answers that came in more than one part."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._bodies = recorded_answers("alex")
        self._upstream = Upstream(BASE)
        self.asked = 0
        self.in_parts = 0

    async def difference(self, seed: int) -> str | None:
        """The difference to the first answer to the same document, or None."""
        chance = random.Random(seed)
        query, given = QueryMaker(self._schema, chance, deferring=0.6).query()
        documents = Documents(self._schema)
        document = documents.prepare(query)
        if document.ast is None:
            return None
        for turn in range(ASKED):
            variables = {**given, "yes": chance.random() < 0.5, "no": chance.random() < 0.5}
            compiled, parts = chance.random() < 0.8, chance.random() < 0.6
            plans = documents.plans(document, variables, SIGNED_IN, parts=parts)
            first = await self._whole(document, variables, Memo(), compiled=False)
            if parts:
                answer = await self._parts(document, variables, plans, compiled=compiled)
            else:
                answer = await self._whole(document, variables, plans, compiled=compiled)
            self.asked += 1
            if answer != first:
                return f"seed {seed}, turn {turn}, {variables}, {compiled=}, {parts=}\n{query}\n{answer}\nnot\n{first}"
        return None

    async def _whole(self, document: Document, variables: dict[str, Any], plans: Memo, *, compiled: bool) -> Any:
        assert document.ast is not None
        result = await execute(
            self._schema, document.ast, self._upstream, self._bodies, variables, plans, compiled=compiled
        )
        return result.data, _told(result.formatted.get("errors", ()))

    async def _parts(self, document: Document, variables: dict[str, Any], plans: Memo, *, compiled: bool) -> Any:
        assert document.ast is not None
        result = await execute_parts(
            self._schema, document.ast, self._upstream, self._bodies, variables, plans, compiled=compiled
        )
        if isinstance(result, ExecutionResult):
            return result.data, _told(result.formatted.get("errors", ()))
        delivery, first = result
        written = Formatter("", None)
        assembly = Assembly(written.first(first))
        async for part in delivery.others():
            assembly.add(written.later(part))
            self.in_parts += 1
        assert assembly.ended
        return assembly.data, _told(assembly.errors)

    async def aclose(self) -> None:
        """Closes what was opened."""
        await self._upstream.aclose()


def _told(errors: Any) -> list[str]:
    return sorted(error["message"] for error in errors)
