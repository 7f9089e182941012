"""The same query on the same bytes, with the compiled projection and without: nothing may differ."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    parse,
    validate,
)

from gateway.documents.directives import without_incremental
from gateway.reports import Reports
from loaders.calls.batch import Loaders
from loaders.calls.client import Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth
from loaders.errors import UpstreamError
from resolvers.fetch.context import Request
from resolvers.output.budget import Budget
from resolvers.output.delivery import Delivered, Delivery
from resolvers.output.execution import divided, variables_of
from resolvers.output.execution import execute as run
from resolvers.output.lookups import LookUps
from resolvers.plan.memo import Memo
from tests.engine.memory import FailingAnswers, MemoryClient, SpoiltAnswers, recorded_answers
from tests.engine.queries import QueryMaker

SIGNED_IN = Credentials(schemes=Auth.JBS, username_hint="alex")
FORESEEN = (UpstreamError, GraphQLError, TypeError, type(None))
"""Exceptions that stand for an unexpected answer of the LMS; any other one would be a fault of the gateway."""
BASE = "http://lms.example"


@dataclass(frozen=True, slots=True)
class Case:
    """One query on one set of answers."""

    seed: int
    query: str
    variables: dict[str, Any]
    bodies: Mapping[str, bytes]


async def execute(
    schema: GraphQLSchema,
    document: DocumentNode,
    upstream: Upstream,
    bodies: Mapping[str, bytes],
    variables: dict[str, Any],
    plans: Memo,
    *,
    compiled: bool = True,
    budget: Budget | None = None,
) -> ExecutionResult:
    """Executes a valid document as alex, on these answers."""
    result = await execute_parts(
        schema, document, upstream, bodies, variables, plans, compiled=compiled, parts=False, budget=budget
    )
    assert isinstance(result, ExecutionResult)
    return result


class _Patient(Budget):
    """A budget that gives others no turns: in which order errors come must not depend on how busy a machine is."""

    due = False


async def execute_parts(
    schema: GraphQLSchema,
    document: DocumentNode,
    upstream: Upstream,
    bodies: Mapping[str, bytes],
    variables: dict[str, Any],
    plans: Memo,
    *,
    compiled: bool = True,
    parts: bool = True,
    budget: Budget | None = None,
) -> ExecutionResult | tuple[Delivery, Delivered]:
    """The same, in parts where something is deferred."""
    client = MemoryClient(upstream, SIGNED_IN, deadline=time.monotonic() + 60)
    client.bodies = bodies
    budget = budget or _Patient()
    request = Request(loaders=Loaders(client), public_url=BASE, plans=plans, compile=compiled, budget=budget)
    [asked] = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    ast = plans.made.setdefault(("whole", id(document)), without_incremental(document))
    [whole] = [one for one in ast.definitions if isinstance(one, OperationDefinitionNode)]
    if not parts:
        asked = whole
    values = variables_of(schema, asked, variables)
    assert not isinstance(values, list), values
    request.variables = values.coerced
    fragments = {one.name.value: one for one in ast.definitions if isinstance(one, FragmentDefinitionNode)}
    selected = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    divisions = divided(request, schema, asked, selected if parts else fragments, parts=parts)
    return await run(LookUps(schema, whole, fragments, values, request, len(divisions)), divisions)


class Differential:
    """Makes cases and runs them both ways. `compared` counts the cases whose query was valid."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._sound = recorded_answers("alex")
        self._upstream = Upstream(BASE)
        self.compared = 0

    def case(self, seed: int) -> Case:
        """The case of this seed: one of four has sound answers, in others they are spoilt, do not come, or both."""
        chance = random.Random(seed)
        query, variables = QueryMaker(self._schema, chance).query()
        bodies: tuple[Mapping[str, bytes], ...] = (
            self._sound,
            SpoiltAnswers(self._sound, seed),
            FailingAnswers(self._sound, seed, spoils=False),
            FailingAnswers(self._sound, seed, spoils=True),
        )
        return Case(seed, query, variables, bodies[seed % len(bodies)])

    async def difference(self, case: Case) -> str | None:
        """The difference between the two ways, or None. Invalid queries have none."""
        document = self.document(case)
        if document is None:
            return None
        self.compared += 1
        plans = Memo()
        # What is remembered of a sound day serves on a bad one, and on the day after.
        sound = _shown(await self._run(document, replace(case, bodies=self._sound), plans, compiled=True))
        first = await self._run(document, case, plans, compiled=True)
        if sound != _shown(await self._run(document, replace(case, bodies=self._sound), plans, compiled=True)):
            return f"seed {case.seed}: {case.query}\n is answered otherwise after a bad day"
        unforeseen = [one for one in first.errors or () if not isinstance(one.original_error, FORESEEN)]
        if unforeseen:
            return f"seed {case.seed}: {case.query}\n unforeseen {unforeseen!r}"
        compiled = _shown(first)
        ordinary = _shown(await self._run(document, case, plans, compiled=False))
        if compiled == ordinary:
            return None
        return f"seed {case.seed}: {case.query}\n compiled {compiled[:2000]!r}\n ordinary {ordinary[:2000]!r}"

    async def answer(self, document: DocumentNode, case: Case) -> ExecutionResult:
        """The answer to a case, with its projections compiled anew."""
        return await self._run(document, case, Memo(), compiled=True)

    def document(self, case: Case) -> DocumentNode | None:
        """The parsed query of a case; None when it does not validate."""
        ast = parse(case.query)
        return None if validate(self._schema, ast) else ast

    async def _run(self, document: DocumentNode, case: Case, plans: Memo, *, compiled: bool) -> ExecutionResult:
        return await execute(
            self._schema, document, self._upstream, case.bodies, case.variables, plans, compiled=compiled
        )

    async def aclose(self) -> None:
        """Closes what was opened."""
        await self._upstream.aclose()


def _shown(result: ExecutionResult) -> bytes:
    """Data with its key order, and message, path and locations of every error that a client is sent."""
    chosen = Reports().choose(result.errors or (), result.data)
    errors = [(one.message, one.path, [tuple(location) for location in one.locations or ()]) for one in chosen]
    return orjson.dumps([result.data, sorted(errors, key=repr)], default=str)
