"""A gateway with a LumiNUS catalogue, and the controls of that catalogue."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from gateway.app import create_app
from gateway.demo.luminus import ADMIN_KEY, create_luminus_app
from gateway.demo.world import World
from gateway.settings.settings import Mode, Settings
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.servers import served


@dataclass(frozen=True, slots=True)
class Luminus:
    """The demo's LumiNUS catalogue as the tests see it."""

    http: httpx.Client

    def calls(self) -> list[dict[str, Any]]:
        """Every call since the last reset."""
        rows: list[dict[str, Any]] = self.http.get("/__calls").raise_for_status().json()
        return rows

    def faults(self, faults: dict[str, dict[str, Any]]) -> None:
        self.http.put("/__faults", json=faults).raise_for_status()

    def features(self, **features: bool) -> None:
        self.http.put("/__features", json=features).raise_for_status()

    def reset(self) -> None:
        self.http.post("/__reset").raise_for_status()
        self.http.delete("/__calls").raise_for_status()

    def rows(self) -> dict[str, dict[str, Any]]:
        """The catalogue by course key."""
        reply = self.http.get("/ExternalLinks/edXCourseruns", headers={"Ocp-Apim-Subscription-Key": ADMIN_KEY})
        return {row["courserunKey"]: row for row in reply.raise_for_status().json()}


@pytest.fixture(scope="session")
def _luminus() -> Iterator[Luminus]:
    world = World.build()
    with served(lambda url: create_luminus_app(lambda: world)) as url, httpx.Client(base_url=url, timeout=30) as http:
        yield Luminus(http)


@pytest.fixture
def luminus(_luminus: Luminus) -> Iterator[Luminus]:
    """The catalogue in its first state, its log empty."""
    _luminus.reset()
    yield _luminus
    _luminus.reset()


Connect = Callable[..., Gateway]


@pytest.fixture
def connect(lms: DemoLms, luminus: Luminus) -> Iterator[Connect]:
    """Starts a gateway with these settings in front of both services."""
    opened = []

    def start(**given: Any) -> Gateway:
        settings = Settings(
            **{
                "lms_base_url": lms.url,
                "luminus_base_url": str(luminus.http.base_url),
                "luminus_key": ADMIN_KEY,
                "mode": Mode.DEVELOPMENT,
                "shared_cache_bytes": 0,
                **given,
            }
        )
        context = served(lambda url: create_app(settings))
        gateway = Gateway(context.__enter__(), lms)
        opened.append((context, gateway))
        return gateway

    yield start
    for context, gateway in opened:
        gateway.close()
        context.__exit__(None, None, None)
