"""The plan of an operation, and the calls of a request, each with its wave, time and fields."""

from collections.abc import Iterable
from typing import Any

from loaders.calls.observer import Record
from loaders.endpoint import Endpoint
from resolvers.fetch.context import Request
from resolvers.plan.operation import OperationPlan
from resolvers.plan.step import Step


def explain(request: Request) -> dict[str, Any]:
    """`extensions.explain`. Times are in milliseconds, `startMs` since the first call; `curl` has no credentials."""
    records = request.loaders.records
    began = min((record.started for record in records), default=0.0)
    took = max((record.finished for record in records), default=0.0) - began
    explained: dict[str, Any] = {
        "ms": round(took * 1000, 1),
        "calls": [_call(request, record, began) for record in records],
        "plan": plan_json(request.operation),
    }
    if request.loaders.unconfigured:
        explained["notConfigured"] = sorted(request.loaders.unconfigured)
    return explained


def _call(request: Request, record: Record, began: float) -> dict[str, Any]:
    plan = request.operation
    step = plan.step_of(record.endpoint, record.target, request.variables)
    base = request.loaders.clients[record.endpoint.service].upstream.base_url
    return {
        "wave": record.wave,
        "step": None if step is None else plan.steps.index(step) + 1,
        "service": record.endpoint.service,
        "method": record.method,
        "endpoint": record.endpoint.name,
        "target": record.target,
        "status": record.status,
        "failure": record.failure.value if record.failure else None,
        "startMs": round((record.started - began) * 1000, 1),
        "ms": round((record.finished - record.started) * 1000, 1),
        "bytes": record.size,
        "batch": record.keys,
        "cached": record.cached,
        "fields": _replaced(plan, record.endpoint) if step is None else plan.fields_of(step),
        "curl": f"curl -H 'Accept: application/json' '{base}{record.target}'",
    }


def _replaced(plan: OperationPlan, endpoint: Endpoint) -> list[str]:
    """The fields of a call that belongs to no step, because it replaces a call that failed or lacked these fields."""
    found = (
        f"{one.path}.{demand.path}" if demand.path else one.path
        for one in plan.objects
        for demand in one.plan.demands
        if endpoint in demand.options and endpoint not in one.plan.endpoints
    )
    return list(dict.fromkeys(found))


def plan_json(plan: OperationPlan) -> dict[str, Any]:
    """A plan as JSON. Steps are numbered from 1."""
    numbers = {id(step): number for number, step in enumerate(plan.steps, 1)}

    def numbered(steps: Iterable[Step]) -> list[int]:
        return sorted(numbers[id(step)] for step in steps)

    return {
        "cost": cost_json(plan.cost),
        "waves": plan.waves,
        "steps": [
            {
                "step": numbers[id(step)],
                "wave": step.wave,
                "after": numbered(step.after),
                "service": step.endpoint.service,
                "endpoint": step.endpoint.name,
                "call": step.describe(),
                "calls": step.calls,
                "conditional": step.conditional,
                "lmsMs": step.endpoint.weight,
                "fields": plan.fields_of(step),
            }
            for step in plan.steps
        ],
        "objects": [
            {
                "path": one.path,
                "type": one.type_name,
                "endpoints": one.endpoints,
                "cost": cost_json(one.plan.cost),
                "alternatives": [
                    {"endpoints": [endpoint.name for endpoint in chosen], "cost": cost_json(cost)}
                    for cost, chosen in one.plan.alternatives
                ],
            }
            for one in plan.objects
        ],
        "parts": [
            {"path": ".".join(part.path), "label": part.label, "steps": numbered(plan.steps_of(part))}
            for part in plan.parts
        ],
        "known": plan.known,
        "unavailable": plan.unavailable,
    }


def cost_json(cost: tuple[int, int, int, int]) -> dict[str, int]:
    """A cost by its names: GETs that write, calls, calls of throttled endpoints, milliseconds of the LMS's work."""
    return dict(zip(("writes", "calls", "throttled", "lmsMs"), cost, strict=True))
