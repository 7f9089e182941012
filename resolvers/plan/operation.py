"""The plan of a whole operation: the endpoints that it calls, their waves, their fields and their cost.

A plan depends on the document, on the variables that change its shape, and on the types of credentials. It contains no
learner data.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Endpoints
from resolvers.plan.parts import Part
from resolvers.plan.step import Cost, Step, cost_of, depth

_SEVERAL = 2


@dataclass(eq=False, slots=True)
class ObjectPlan:
    """The chosen endpoints for one object of the response, at a dotted response path."""

    path: str
    type_name: str
    plan: Plan

    @property
    def endpoints(self) -> list[str]:
        """The chosen endpoints that a selected field is read from."""
        return [endpoint.name for endpoint in self.plan.endpoints if self.plan.feeds(endpoint)]


@dataclass(eq=False, slots=True)
class OperationPlan:
    """The steps of an operation, and the objects that they describe.

    Every selected leaf is read from one step, is `known` without a call, or is `unavailable`, because no endpoint open
    to this caller has it. The objects were planned with `shared` endpoints: see `resolvers/plan/choice.py`.
    """

    steps: list[Step] = field(default_factory=list)
    objects: list[ObjectPlan] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    unavailable: list[str] = field(default_factory=list)
    shared: Endpoints = frozenset()
    _cost: Cost | None = None

    @property
    def planned(self) -> list[Step]:
        """The steps that are always made, regardless of the answers."""
        return [step for step in self.steps if not step.conditional]

    @property
    def cost(self) -> Cost:
        """The cost of the planned steps. Computed once, as a complete plan does not change."""
        if self._cost is None:
            self._cost = cost_of(self.planned)
        return self._cost

    def shareable(self) -> list[Endpoints]:
        """Returns sets of batch endpoints that several objects could be read from."""
        if len(self.objects) < _SEVERAL:
            return []
        found = Counter(one for made in self.objects for one in made.plan.candidates if one.batch is not None)
        batches = [one for one, count in found.items() if count >= _SEVERAL]
        return [frozenset({one}) for one in batches] + ([frozenset(batches)] if len(batches) > 1 else [])

    @property
    def waves(self) -> int:
        """The number of steps in the longest chain of planned steps that wait for each other."""
        return depth(self.planned, {})

    def step_of(self, endpoint: Endpoint, target: str, variables: Mapping[str, Any]) -> Step | None:
        """Returns the step that a call belongs to. Prefers planned steps, then those that request the same fields."""
        found = [step for step in self.steps if step.makes(endpoint, target, variables)]
        return min(found, key=lambda step: (step.conditional, not step.asks_in(target)), default=None)

    def fields_of(self, step: Step) -> list[str]:
        """Returns the leaves that are read from a step and the objects whose existence it proves. For a step with
        neither, returns the leaves that it replaces and the fields of the steps that need it.
        """
        fields: dict[str, None] = {}
        seen: set[int] = set()
        stack = [step]
        while stack:
            one = stack.pop()
            if id(one) in seen:
                continue
            seen.add(id(one))
            if one.feeds or one.proves:
                fields |= {**one.feeds, **one.proves}
            else:
                fields |= one.replacement_for
                stack += reversed([*one.needed_by, *(other for other in self.steps if one in other.after)])
        return list(fields)

    def steps_of(self, part: Part) -> Iterator[Step]:
        """Returns the steps that a part waits for."""
        if len(self.parts) == 1:
            return iter(self.steps)
        leaves = set(part.leaves)
        return (step for step in self.steps if not leaves.isdisjoint(step.feeds))
