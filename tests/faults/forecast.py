"""Predicts, from the plan of the operation, the leaves that are null after a set of failed calls."""

from dataclasses import dataclass, field
from typing import Any

from graphql import get_named_type, is_non_null_type

from loaders.endpoint import Effect, Endpoint
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand
from resolvers.plan.step import Step
from tests.faults.law import ANEW, CLOCK, SIGN_INS, Calls, Case, Leaves, by_pattern


@dataclass
class Prediction:
    """The selected leaves, as dotted paths without places in lists: what must be as it was, and what must be null.

    `either` are those of courses that the rows of another list name: what is known of each of them may differ.
    `unasked` are those that an endpoint could have given which was not asked.
    """

    kept: set[str] = field(default_factory=set)
    either: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    unasked: dict[str, list[str]] = field(default_factory=dict)


class Forecast:
    """Predicts from a plan which leaves a set of failed endpoints costs."""

    def __init__(self, case: Case, calls: Calls) -> None:
        self._case = case
        self._calls = calls
        self._demands: dict[str, tuple[Demand, Plan]] = {}
        for one in case.plan.objects:
            for demand in (*one.plan.demands, *one.plan.unmet):
                if not demand.proof:
                    self._demands.setdefault(f"{one.path}.{demand.path}", (demand, one.plan))
        self._feeding = {leaf: step for step in case.plan.steps for leaf in step.feeds if leaf != CLOCK}

    def predict(self) -> Prediction:
        """The leaves that are kept after the failure, and those that are lost."""
        found = Prediction()
        for leaf in self._feeding:
            gone = self._gone(leaf)
            if gone is None and self._is_of_another_list(leaf):
                found.either.add(leaf)
            elif gone is None:
                found.kept.add(leaf)
            elif gone:
                found.unasked[leaf] = gone
            else:
                found.lost.add(leaf)
        for leaf in tuple(found.lost):
            top = self._nullable(leaf)
            if top != leaf:
                below = {one for one in found.kept if one.startswith(f"{top}.")}
                found.kept -= below
                found.lost |= below
        return found

    def _is_of_another_list(self, leaf: str) -> bool:
        """True for a leaf whose list is read from another answer than the one that feeds it."""
        feeding = self._feeding[leaf]
        replaced = feeding.endpoint.name not in self._calls.answered
        return replaced and leaf in self._demands and any(step.replacement_for for step in self._case.plan.steps)

    def _nullable(self, path: str) -> str:
        """The path at which a null at this one may stand: it takes along what may not be null."""
        parts = path.split(".")
        types: list[Any] = [self._case.root]
        for name in parts:
            types.append(get_named_type(types[-1]).fields[name].type)
        while len(parts) > 1:
            if not is_non_null_type(types.pop()):
                break
            parts.pop()
        return ".".join(parts)

    def _gone(self, leaf: str) -> list[str] | None:
        """None if an asked endpoint has the leaf; otherwise the endpoints that have it and were not asked."""
        if not self._is_written(self._feeding[leaf]):
            return []
        parts = leaf.split(".")
        wanted = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
        if all(self._is_met(path) for path in wanted if path in self._demands):
            return None if leaf in self._demands or self._is_given(leaf) else []
        demand, _ = self._demands.get(leaf, (None, None))
        return [] if demand is None else [one.name for one in demand.reasons if self._askable(one)]

    def _is_written(self, step: Step) -> bool:
        """True unless the step follows a write that failed: nothing is read after that."""
        done = step.endpoint.reads or step.endpoint.name in self._calls.answered
        return done and all(map(self._is_written, step.after))

    def _is_given(self, leaf: str) -> bool:
        """True when the step that feeds a leaf answered, or one that does so in its place."""
        steps = (self._feeding[leaf], *(step for step in self._case.plan.steps if leaf in step.replacement_for))
        return any(name_of(step.endpoint) in self._calls.answered for step in steps)

    def _is_met(self, path: str) -> bool:
        demand, made = self._demands[path]
        return any(
            name_of(endpoint) in self._calls.answered and self._is_asked(made, demand, endpoint)
            for endpoint in demand.options
        )

    @staticmethod
    def _is_asked(made: Plan, demand: Demand, endpoint: Endpoint) -> bool:
        """True unless an answer leaves out what it was not asked for; what is asked on the way is asked for all."""
        return endpoint not in made.fields or demand.options[endpoint] in made.fields[endpoint]

    def _askable(self, endpoint: Endpoint) -> bool:
        """True for what may be asked in the place of another, and has all that it is asked with."""
        opened = SIGN_INS[self._case.scheme].opens(endpoint)
        named = "username" not in endpoint.path_parameters or "user/me" not in self._calls.failed
        return opened and named and endpoint.effects is Effect.NONE and name_of(endpoint) not in self._calls.asked


def name_of(endpoint: Endpoint) -> str:
    """The name under which calls of an endpoint are recorded: one of many rows is read from the call for all."""
    return MOBILE_ENROLLMENTS.name if endpoint is MOBILE_ENROLLMENT else endpoint.name


def broken(sound: Any, data: Any, prediction: Prediction) -> list[str]:
    """Every leaf that is not as predicted."""
    before, after = by_pattern(sound), by_pattern(data)
    found = []
    for leaf in sorted(prediction.kept):
        found += _differing(leaf, before, after)[:1]
    for leaf in sorted(prediction.either):
        values = {path: value for path, value in after.get(leaf, {}).items() if value is not None}
        found += _differing(leaf, {leaf: {path: before[leaf].get(path) for path in values}}, {leaf: values})[:1]
    for leaf in sorted(prediction.lost):
        shown = {path: value for path, value in after.get(leaf, {}).items() if value not in (None, [])}
        if shown:
            found.append(f"shown {leaf}: {shown}")
    for leaf, others in sorted(prediction.unasked.items()):
        if any(value not in (None, []) for value in before.get(leaf, {}).values()):
            found.append(f"unasked {leaf}: {others}")
    return found


def _differing(leaf: str, before: Leaves, after: Leaves) -> list[str]:
    """Where a leaf is not as it was; what is new in each answer only has to be there."""
    found = []
    for path, value in before.get(leaf, {}).items():
        got = after.get(leaf, {}).get(path)
        anew = leaf.rpartition(".")[2] in ANEW and got is not None
        if got != value and not anew:
            found.append(f"kept {path}: {got!r} instead of {value!r}")
    return found
