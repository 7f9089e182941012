"""Run the stand-in LMS under uvicorn."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette

from gateway.demo.app import create_app

DEFAULT_PORT = 18000


def run(
    host: str,
    port: int,
    *,
    blocks: int = 0,
    enrollments: int = 0,
    latency: dict[str, int],
    throttle: bool = False,
) -> None:
    """Serve until interrupted. `latency` is milliseconds by endpoint name; `throttle` switches the limits on."""
    uvicorn.run(
        server_app(host, port, blocks, enrollments, latency, throttle),
        host=host,
        port=port,
        log_level="critical",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
    )


def server_app(
    host: str, port: int, blocks: int, enrollments: int, latency: dict[str, int], throttle: bool
) -> Starlette:
    """The application for an address: absolute urls in answers name it (a wildcard host becomes `localhost`)."""
    name = "localhost" if host in ("0.0.0.0", "::", "127.0.0.1") else host  # noqa: S104
    return create_app(
        blocks=blocks,
        enrollments=enrollments,
        base_url=f"http://{name}:{port}",
        latency=latency,
        throttle=throttle,
    )


def parse_latency(specs: list[str]) -> dict[str, int]:
    """`["outline=300ms", "dates=1s"]` as milliseconds by endpoint name. Raises ValueError for anything else."""
    latency: dict[str, int] = {}
    for spec in specs:
        name, _, amount = spec.partition("=")
        unit = 1000 if amount.endswith("s") and not amount.endswith("ms") else 1
        number = amount.removesuffix("ms").removesuffix("s")
        if not name or not number.isdecimal():
            raise ValueError(f"expected NAME=MILLISECONDSms, got {spec!r}")
        latency[name] = int(number) * unit
    return latency
