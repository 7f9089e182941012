"""The plan of a whole operation: which endpoints it asks, in which waves, for which of its fields, and at what price.

It is a function of the document, of what the variables choose in it, and of the way of signing in. It holds nothing of
any learner.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.parts import Part
from resolvers.plan import Plan
from resolvers.step import Cost, Step, cost_of


@dataclass(eq=False, slots=True)
class ObjectPlan:
    """One object of the answer: where it lies, and which of the endpoints that could tell of it are asked."""

    path: str
    type_name: str
    plan: Plan

    @property
    def endpoints(self) -> list[str]:
        """The chosen endpoints that a selected field is read from."""
        return [endpoint.name for endpoint in self.plan.endpoints if self.plan.feeds(endpoint)]


@dataclass(eq=False, slots=True)
class OperationPlan:
    """The steps of an operation and the objects they are for.

    Every selected leaf is fed by one step, `known` without asking, or `untold`: no endpoint that this caller may ask
    has it.
    """

    steps: list[Step] = field(default_factory=list)
    objects: list[ObjectPlan] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)

    @property
    def planned(self) -> list[Step]:
        """The steps that are made whatever the answers are."""
        return [step for step in self.steps if not step.perhaps]

    @property
    def cost(self) -> Cost:
        """What the planned steps cost."""
        return cost_of(self.planned)

    @property
    def waves(self) -> int:
        """How many calls the longest chain of planned steps has, each waiting for the one before."""
        return max((step.wave for step in self.planned), default=0)

    def step_of(self, endpoint: Endpoint, target: str, variables: Mapping[str, Any]) -> Step | None:
        """The step that a call with this target belongs to; a planned one first, and one that asks for these fields."""
        found = [step for step in self.steps if step.makes(endpoint, target, variables)]
        return min(found, key=lambda step: (step.perhaps, not step.asks_in(target)), default=None)

    def fields_of(self, step: Step) -> list[str]:
        """The selected leaves that a step gives and the objects that it shows to be there; of one that gives none,
        those that it gives where another step fails, and those of the steps that need it."""
        if step.feeds or step.proves:
            return list({**step.feeds, **step.proves})
        needing = [*step.helps, *(one for one in self.steps if step in one.after)]
        return list(dict.fromkeys([*step.spare, *(field for one in needing for field in self.fields_of(one))]))

    def steps_of(self, part: Part) -> Iterator[Step]:
        """The steps that a part waits for."""
        if len(self.parts) == 1:
            return iter(self.steps)
        leaves = set(part.leaves)
        return (step for step in self.steps if not leaves.isdisjoint(step.feeds))
