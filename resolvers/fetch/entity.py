"""An object of a request whose endpoints are chosen by its selected fields."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from msgspec import Struct

from loaders.answer import Loaded, Payload
from loaders.calls.judge import closed
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.declare.found import PROOFS
from resolvers.fetch.context import Outcomes, Request
from resolvers.fetch.replace import row_of, settle, start
from resolvers.output.row import Facts, Row
from resolvers.plan.choice import Plan, plan
from resolvers.plan.demands import Endpoints

_VISITOR = Credentials()

TURNS = 8
"""Iterations of the event loop in which the calls of other fields start."""

Judge = Callable[[Outcomes, Plan], Facts | None]
Needs = Callable[[Plan, frozenset[str]], Endpoints]
"""The endpoints that fields with these response names depend on."""


class Entity(Struct, eq=False):
    """One object. Its calls start when it is created.

    `steps` describe the object already. `row` is the description of it in another object's answer, or the failure of
    that answer. `judge` decides whether the object exists. `is_visited` returns True for outcomes that suggest the LMS
    treated the caller as anonymous; other endpoints serve anonymous callers. `sort` removes the answers about another
    person from the outcomes.

    `proven`: look-ups of fields inside the object show whether it exists, and add their outcomes to `proofs`. Calls
    that would only show the same are made if none of these outcomes is an answer. `proves`: an answer of this endpoint
    shows that the parent object exists.
    """

    request: Request
    type_name: str
    made: Plan
    step_of: Callable[[Endpoint, frozenset[str]], Any]
    steps: Mapping[Endpoint, Any]
    row: Row | None
    judge: Judge | None
    facts: Facts
    needs: Needs | None = None
    is_visited: Callable[[Outcomes], bool] | None = None
    sort: Any = None
    proven: bool = False
    proves: Endpoint | None = None
    proofs: list[Awaitable[Loaded]] | None = None
    _already: Endpoints = frozenset()
    _held: Endpoints = frozenset()
    _loads: dict[Endpoint, Awaitable[Loaded]] = {}

    def __post_init__(self) -> None:
        made, row = self.made, self.row
        if row is not None:
            self._already = frozenset(row.views or row.failed)
        if self.proven and (held := made.probes):
            self._held, self.proofs = held, []
            self.facts = {**self.facts, PROOFS: self.proofs}
        used = {endpoint for demand in made.demands for endpoint in demand.options} if self.steps else None
        self._loads = start(made, self._load, self._already | self._held, used)
        if row is not None and not row.views:
            self._loads |= {endpoint: _done(failure) for endpoint, failure in row.failed.items()}

    def _load(self, endpoint: Endpoint, fields: frozenset[str]) -> Awaitable[Loaded]:
        step = self.steps.get(endpoint) or self.step_of(endpoint, fields)
        if step is None:
            return _done(closed(endpoint, self.request.credentials))
        loaded: Awaitable[Loaded] = step.load()
        return loaded

    async def settle(self, names: frozenset[str] | None) -> Row | None:
        """The row with the values that these fields need; None if there is no such object."""
        request, made, facts = self.request, self.made, self.facts
        proof = await self._proven() if self.proofs else None
        if proof is None and self._held:
            self._loads |= start(made, self._load, frozenset(made.endpoints) - self._held)
            self._held = frozenset()
        needed = None if names is None or self.needs is None else self.needs(made, names)
        used, outcomes = await settle(request, made, self._loads, self._load, needed)
        if self.is_visited is not None and self.is_visited(outcomes) and await request.is_refused():
            used, outcomes = await self._as_visitor()
        if self.sort is not None:
            await self.sort(request, outcomes)
        if self.judge is not None and proof is None:
            judged = self.judge(outcomes, used)
            if judged is None:
                return None
            facts = {**facts, **judged} if judged else facts
        return row_of(request, used, outcomes, facts, self.type_name, self.row)

    async def proof(self) -> Loaded:
        """The outcome that shows whether this object exists, and thereby its parent."""
        if self.proves in self._loads:
            return await self._loads[self.proves]
        for _ in range(TURNS):  # until the fields inside this object have started
            if self.proofs:
                break
            await asyncio.sleep(0)
        return await self._proven() or Missing.ABSENT

    async def _proven(self) -> Payload | None:
        """The first answer of a look-up inside this object that shows that it exists."""
        for proof in self.proofs or ():
            loaded = await proof
            if isinstance(loaded, Payload):
                return loaded
        return None

    async def _as_visitor(self) -> tuple[Plan, Outcomes]:
        """The anonymous plan and its outcomes, used when the LMS rejects the caller's credentials."""
        made, already = self.made, self._already
        used = replace(plan((*made.demands, *made.unmet), _VISITOR, already=already), shape=None)
        used, outcomes = await settle(self.request, used, start(used, self._load, already), self._load)
        closed_ones = {endpoint for demand in used.unmet for endpoint in demand.options}
        outcomes.failed |= {endpoint: closed(endpoint, _VISITOR) for endpoint in closed_ones}
        return used, outcomes


def _done(outcome: Missing | Failure) -> Awaitable[Loaded]:
    """A finished future with the outcome of an earlier call."""
    future: asyncio.Future[Loaded] = asyncio.get_running_loop().create_future()
    future.set_result(outcome)
    return future
