"""`gateway check`: are the settings sound, does the LMS answer, which versions are these."""

import asyncio
import sys
from importlib.metadata import version

from gateway.commands.requirements import check_requirements
from gateway.settings import Settings, load_settings
from gateway.upstreams import open_upstreams
from loaders.catalog import endpoints, lacks, probe_target

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
    check_requirements(settings)
    print("settings   ok")
    print(f"mode       {settings.mode.value}")
    print(f"python     {sys.version.split()[0]}")
    for package in _PACKAGES:
        print(f"{package:<19}{version(package)}")
    reachable, absent = asyncio.run(_examine(settings))
    print(f"lms        {settings.lms_url} {'answers' if reachable else 'does not answer'}")
    if reachable:
        print(f"optional   {'all of the endpoints are there' if not absent else 'missing on this LMS:'}")
        for name in absent:
            print(f"           {name}")
    return 0 if reachable else 1


async def _examine(settings: Settings) -> tuple[bool, list[str]]:
    """Whether the LMS answers, and which of the optional endpoints it does not have."""
    async with open_upstreams(settings) as upstreams:
        lms = upstreams.lms
        if not await lms.reachable():
            return False, []
        absent = []
        for endpoint in endpoints():
            target = probe_target(endpoint)
            if endpoint.optional and endpoint.service == "lms" and target is not None:
                reply = await lms.probe(target, timeout=5)
                if reply is not None and lacks(reply):
                    absent.append(endpoint.name)
        return True, absent
