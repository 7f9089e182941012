"""An object whose endpoints are chosen by what is selected of it, as a request asks for it."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from loaders.answer import Loaded
from loaders.calls.judge import closed
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.context import Outcomes, Request
from resolvers.demands import Endpoints
from resolvers.plan import Plan, plan
from resolvers.planned import row_of, settle, start
from resolvers.row import Facts, Row

_VISITOR = Credentials()

Judge = Callable[[Outcomes, Plan], Facts | None]
Needs = Callable[[Plan, frozenset[str]], Endpoints]
"""The endpoints that fields with these response names wait for."""


class Entity:
    """One object. Its calls start when it is made.

    `told` are steps whose answers tell of it anyway, `row` is what another object's answer says of it, or how that
    failed. `judge` decides whether it is there. `is_visited`: after these outcomes, the LMS may have taken the caller
    for a visitor, for whom other endpoints are asked. `sort` takes out of the outcomes what is about another person.
    """

    def __init__(
        self,
        request: Request,
        type_name: str,
        made: Plan,
        step_of: Callable[[Endpoint, frozenset[str]], Any],
        told: Mapping[Endpoint, Any],
        row: Row | None,
        judge: Judge | None,
        *,
        needs: Needs | None = None,
        is_visited: Callable[[Outcomes], bool] | None = None,
        sort: Any = None,
    ) -> None:
        self._request = request
        self._type_name = type_name
        self._made = made
        self._step_of = step_of
        self._told = told
        self._row = row
        self._judge = judge
        self._needs = needs
        self._is_visited = is_visited
        self._sort = sort
        self._already: Endpoints = frozenset() if row is None else frozenset(row.views or row.failed)
        used = {endpoint for demand in made.demands for endpoint in demand.options} if told else None
        self._loads = start(made, self._load, self._already, used)
        if row is not None and not row.views:
            self._loads |= {endpoint: _done(failure) for endpoint, failure in row.failed.items()}

    def _load(self, endpoint: Endpoint, fields: frozenset[str]) -> "asyncio.Future[Loaded]":
        step = self._told.get(endpoint) or self._step_of(endpoint, fields)
        if step is None:
            return _done(closed(endpoint, self._request.credentials))
        loaded: asyncio.Future[Loaded] = step.load()
        return loaded

    async def settle(self, names: frozenset[str] | None, facts: Facts) -> Row | None:
        """The row, as far as the fields with these names need it; None where there is no such object."""
        request, made = self._request, self._made
        needed = None if names is None or self._needs is None else self._needs(made, names)
        used, outcomes = await settle(request, made, self._loads, self._load, needed)
        if self._is_visited is not None and self._is_visited(outcomes) and await request.is_refused():
            used, outcomes = await self._as_visitor()
        if self._sort is not None:
            await self._sort(request, outcomes)
        if self._judge is not None:
            judged = self._judge(outcomes, used)
            if judged is None:
                return None
            facts = {**facts, **judged} if judged else facts
        return row_of(request, used, outcomes, facts, self._type_name, self._row)

    async def _as_visitor(self) -> tuple[Plan, Outcomes]:
        """What the LMS tells a visitor, where it does not take the caller's sign-in."""
        made, already = self._made, self._already
        used = replace(plan((*made.demands, *made.unmet), _VISITOR, already=already), shape=None)
        used, outcomes = await settle(self._request, used, start(used, self._load, already), self._load)
        closed_ones = {endpoint for demand in used.unmet for endpoint in demand.options}
        outcomes.failed |= {endpoint: closed(endpoint, _VISITOR) for endpoint in closed_ones}
        return used, outcomes


def _done(outcome: Missing | Failure) -> "asyncio.Future[Loaded]":
    """The outcome of a call that has been made already."""
    future: asyncio.Future[Loaded] = asyncio.get_running_loop().create_future()
    future.set_result(outcome)
    return future
