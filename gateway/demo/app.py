"""The whole server of the stand-in LMS: its API and the controls for tests."""

from __future__ import annotations

from datetime import datetime

from starlette.applications import Starlette
from starlette.routing import Mount

from gateway.demo.controls import Controls
from gateway.demo.lms import DemoLMS
from gateway.demo.world import World


def create_app(
    *,
    now: datetime | None = None,
    blocks: int = 0,
    enrollments: int = 0,
    base_url: str = "http://localhost:18000",
    latency: dict[str, int] | None = None,
    throttle: bool = False,
    only: frozenset[str] | None = None,
) -> Starlette:
    """The whole server. `app.state.lms` is the `DemoLMS`; the parameters are those of `World.build`, plus
    `latency` (milliseconds by endpoint name) and `throttle` (the LMS's request limits, off by default)."""

    def build() -> World:
        return World.build(now, blocks=blocks, enrollments=enrollments, base_url=base_url, only=only)

    lms = DemoLMS(build, latency=latency, throttle=throttle)

    app = Starlette(routes=[*Controls(lms).routes, Mount("", app=lms)])
    app.state.lms = lms
    return app
