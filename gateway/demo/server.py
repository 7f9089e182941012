"""Runs the stand-in LMS and the LumiNUS API under uvicorn."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from gateway.demo.app import create_app
from gateway.demo.luminus import create_luminus_app
from gateway.demo.world.features import NEWEST


def run(
    host: str,
    port: int,
    *,
    blocks: int = 0,
    enrollments: int = 0,
    latency: dict[str, int],
    throttle: bool = False,
    release: str = NEWEST,
) -> None:
    """Serves until interrupted. `latency` is milliseconds by endpoint name; `throttle` switches the limits on;
    `release` is the release of the LMS to be."""
    app = server_app(host, port, blocks, enrollments, latency, throttle, release)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(_config(app, host, port)).run()


def serve_all(
    host: str,
    lms_port: int,
    luminus_port: int,
    *,
    blocks: int = 0,
    enrollments: int = 0,
    latency: dict[str, int],
    throttle: bool = False,
    release: str = NEWEST,
) -> None:
    """As `run`, with the LumiNUS API on a port of its own, over the same courses. One signal stops both."""
    lms = server_app(host, lms_port, blocks, enrollments, latency, throttle, release)
    luminus = create_luminus_app(lambda: lms.state.lms.world)
    servers = [uvicorn.Server(_config(lms, host, lms_port)), uvicorn.Server(_config(luminus, host, luminus_port))]

    async def serve() -> None:
        await asyncio.gather(*(server.serve() for server in servers))

    with suppress(KeyboardInterrupt):
        asyncio.run(serve())


def _config(app: Starlette, host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="critical",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
    )


def server_app(
    host: str,
    port: int,
    blocks: int,
    enrollments: int,
    latency: dict[str, int],
    throttle: bool,
    release: str = NEWEST,
) -> Starlette:
    """The application for an address: absolute urls in answers name it."""
    return create_app(
        blocks=blocks,
        enrollments=enrollments,
        base_url=public_url(host, port),
        latency=latency,
        throttle=throttle,
        release=release,
    )


def public_url(host: str, port: int) -> str:
    """The address in the LMS's answers, without a slash at the end (a wildcard or loopback host is `localhost`)."""
    name = "localhost" if host in ("0.0.0.0", "::", "127.0.0.1") else host  # noqa: S104
    return f"http://{name}:{port}"


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
