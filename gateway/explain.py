"""The story of a request: each call with its wave, time and use, and what else the plan could have chosen."""

from typing import Any

from resolvers.context import Request


def explain(request: Request) -> dict[str, Any]:
    """`extensions.explain`. Times are in milliseconds, `startMs` since the first call; `curl` has no credentials."""
    records = request.loaders.records
    fields: dict[str, list[str]] = {}
    plans = []
    for type_name, plan in {id(plan): (name, plan) for name, plan in request.planned}.values():
        for endpoint in plan.endpoints:
            fields.setdefault(endpoint.name, []).extend(plan.feeds(endpoint))
        plans.append(
            {
                "type": type_name,
                "endpoints": [endpoint.name for endpoint in plan.endpoints if plan.feeds(endpoint)],
                "cost": _cost(plan.cost),
                "alternatives": [
                    {"endpoints": [endpoint.name for endpoint in chosen], "cost": _cost(cost)}
                    for cost, chosen in plan.alternatives
                ],
            }
        )
    bases = {service: client.upstream.base_url for service, client in request.loaders.clients.items()}
    began = min((record.started for record in records), default=0.0)
    calls = [
        {
            "wave": record.wave,
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
            "fields": list(dict.fromkeys(filter(None, fields.get(record.endpoint.name, [])))),
            "curl": f"curl -H 'Accept: application/json' '{bases[record.endpoint.service]}{record.target}'",
        }
        for record in records
    ]
    took = max((record.finished for record in records), default=0.0) - began
    told: dict[str, Any] = {"ms": round(took * 1000, 1), "calls": calls, "plans": plans}
    if request.loaders.unconfigured:
        told["notConfigured"] = sorted(request.loaders.unconfigured)
    return told


def _cost(cost: tuple[int, int, int, int]) -> dict[str, int]:
    return dict(zip(("writes", "calls", "throttled", "lmsMs"), cost, strict=True))
