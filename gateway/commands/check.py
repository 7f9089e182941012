"""`gateway check`: are the settings sound, does the LMS answer, which versions are these."""

import asyncio
import sys
from importlib.metadata import version

from gateway.settings import load_settings
from loaders.client import Upstream

_PACKAGES = (
    "lectern-gateway",
    "strawberry-graphql",
    "graphql-core",
    "starlette",
    "uvicorn",
    "httpx",
    "msgspec",
)


def run_check() -> int:
    """Prints what it finds; 0 when the gateway could serve, 1 when the LMS does not answer."""
    settings = load_settings()
    print("settings   ok")
    print(f"mode       {settings.mode.value}")
    print(f"python     {sys.version.split()[0]}")
    for package in _PACKAGES:
        print(f"{package:<19}{version(package)}")
    reachable = asyncio.run(_reachable(settings.lms_url))
    print(f"lms        {settings.lms_url} {'answers' if reachable else 'does not answer'}")
    return 0 if reachable else 1


async def _reachable(url: str) -> bool:
    upstream = Upstream(url)
    try:
        return await upstream.reachable()
    finally:
        await upstream.aclose()
