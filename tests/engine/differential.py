"""The same query on the same bytes, with the compiled projection and without: nothing may differ."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, parse, validate

from gateway.documents import Document
from gateway.engine.executor import GatewayExecutor, is_awaitable
from loaders.batch import Loaders
from loaders.client import Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth
from loaders.errors import UpstreamError
from resolvers.context import Request
from tests.engine.memory import MemoryClient, SpoiltAnswers, recorded_answers
from tests.engine.queries import QueryMaker

SIGNED_IN = Credentials(schemes=Auth.JBS, username_hint="alex")
FORESEEN = (UpstreamError, GraphQLError, TypeError, type(None))
"""What becomes an error of the LMS's, whatever it answered; anything else would be the gateway's own fault."""
_BASE = "http://lms.example"


@dataclass(frozen=True, slots=True)
class Case:
    """One query on one set of answers."""

    seed: int
    query: str
    variables: dict[str, Any]
    bodies: Mapping[str, bytes]


class Differential:
    """Makes cases and runs them both ways. `compared` counts the cases whose query was valid."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._sound = recorded_answers("alex")
        self._upstream = Upstream(_BASE)
        self.compared = 0

    def case(self, seed: int) -> Case:
        """The case of this seed: two of three have spoilt answers."""
        chance = random.Random(seed)
        query, variables = QueryMaker(self._schema, chance).query()
        return Case(seed, query, variables, SpoiltAnswers(self._sound, seed) if seed % 3 else self._sound)

    async def difference(self, case: Case) -> str | None:
        """What differs between the two ways, or None. Queries that do not validate count as nothing."""
        document = self.document(case)
        if document is None:
            return None
        self.compared += 1
        first = await self._run(document, case, compiled=True)
        unforeseen = [one for one in first.errors or () if not isinstance(one.original_error, FORESEEN)]
        if unforeseen:
            return f"seed {case.seed}: {case.query}\n unforeseen {unforeseen!r}"
        compiled = _shown(first)
        ordinary = _shown(await self._run(document, case, compiled=False))
        if compiled == ordinary:
            return None
        return f"seed {case.seed}: {case.query}\n compiled {compiled[:2000]!r}\n ordinary {ordinary[:2000]!r}"

    def document(self, case: Case) -> Document | None:
        """The prepared query of a case; None when it does not validate."""
        ast = parse(case.query)
        return None if validate(self._schema, ast) else Document(ast, flags=tuple(sorted(case.variables)))

    async def _run(self, document: Document, case: Case, *, compiled: bool) -> ExecutionResult:
        assert document.ast is not None
        client = MemoryClient(self._upstream, SIGNED_IN, deadline=time.monotonic() + 60)
        client.bodies = case.bodies
        request = Request(
            loaders=Loaders(client),
            public_url=_BASE,
            flags=tuple(case.variables.get(name) for name in document.flags),
            plans=document.plans,
            compile=compiled,
        )
        executor = GatewayExecutor.build(
            self._schema,
            document.ast,
            context_value=request,
            raw_variable_values=case.variables,
            is_awaitable=is_awaitable,
        )
        assert not isinstance(executor, list), executor
        result = executor.execute_operation()
        if is_awaitable(result):
            result = await result
        assert isinstance(result, ExecutionResult)
        return result

    async def aclose(self) -> None:
        """Closes what was opened."""
        await self._upstream.aclose()


def _shown(result: ExecutionResult) -> bytes:
    """Data with its key order, and message, path and locations of every error."""
    errors = [
        (error.message, error.path, [tuple(location) for location in error.locations or ()])
        for error in result.errors or ()
    ]
    return orjson.dumps([result.data, sorted(errors, key=repr)], default=str)
