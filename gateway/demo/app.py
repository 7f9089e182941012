"""The whole server of the stand-in LMS: its API and the controls for tests."""

from __future__ import annotations

from datetime import datetime

from starlette.applications import Starlette
from starlette.routing import Mount

from gateway.demo.controls import Controls
from gateway.demo.lms import DemoLMS
from gateway.demo.world import World
from gateway.demo.world.site import TRUSTED_ORIGINS, Site


def create_app(
    *,
    now: datetime | None = None,
    blocks: int = 0,
    enrollments: int = 0,
    base_url: str = "http://localhost:18000",
    latency: dict[str, int] | None = None,
    throttle: bool = False,
    only: frozenset[str] | None = None,
    cookie_domain: str = "",
    release: str | None = None,
    trusted_origins: tuple[str, ...] = TRUSTED_ORIGINS,
) -> Starlette:
    """The whole server. `app.state.lms` is the `DemoLMS`; the parameters are those of `Site` and `World.build`, plus
    `latency` (milliseconds by endpoint name) and `throttle` (the LMS's request limits, off by default)."""
    site = Site(base_url=base_url, cookie_domain=cookie_domain, trusted_origins=trusted_origins)

    def build() -> World:
        return World.build(now, blocks=blocks, enrollments=enrollments, site=site, only=only, release=release)

    lms = DemoLMS(build, latency=latency, throttle=throttle)

    app = Starlette(routes=[*Controls(lms).routes, Mount("", app=lms)])
    app.state.lms = lms
    return app
