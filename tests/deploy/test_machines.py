"""Two machines with two workers each, a real Redis, a real proxy: one is killed, Redis goes, both are rolled over."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.deploy.machines import Crowd, Seen, free_everywhere, machines
from tests.deploy.programs import program, running
from tests.deploy.proxies import nginx
from tests.support.lms import DemoLms

if sys.platform != "linux":
    pytest.skip("uses the addresses of the loopback network", allow_module_level=True)

FIRST, SECOND = "127.0.0.2", "127.0.0.3"
SECONDS = 1.0
WORKERS, DOCUMENTS = 4, 2
MOST_UNKNOWN = 2 * WORKERS * DOCUMENTS
"""A worker that does not get a document from Redis in time says so and is sent it, on a busy machine twice."""


class Redis:
    """A Redis that can be taken away and brought back, empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = free_everywhere("127.0.0.1")

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @contextmanager
    def there(self) -> Iterator["subprocess.Popen[bytes]"]:
        """Redis, while the block lasts."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        with running([program("redis-server"), *options], self.port, self._folder) as process:
            yield process


def report(name: str, seen: Seen) -> None:
    counts = ", ".join(f"{count} {kind}s" for kind, count in sorted(seen.answers.items()))
    print(f"{name}: {counts}; {len(seen.lost)} lost, {seen.unknown} unknown documents, slowest {seen.slowest:.2f} s")


def sound(name: str, seen: Seen) -> None:
    """Nothing was lost, mixed up or forgotten."""
    report(name, seen)
    assert seen.lost == []
    assert seen.wrong == []
    assert seen.unknown <= MOST_UNKNOWN
    assert seen.suffices


def test_nothing_is_lost_mixed_up_or_forgotten(lms: DemoLms, tmp_path: Path) -> None:
    redis = Redis(tmp_path)
    port = free_everywhere(FIRST, SECOND)
    settings = {
        "GATEWAY_LMS_BASE_URL": lms.url,
        "GATEWAY_REDIS_URL": redis.url,
        "GATEWAY_TRUSTED_PROXIES": "127.0.0.1",
    }
    (tmp_path / "proxy").mkdir()
    with (
        redis.there() as store,
        machines(tmp_path, port, FIRST, SECOND, **settings) as (one, other),
        nginx(tmp_path / "proxy", [one.url, other.url], lms.url) as url,
        Crowd(url) as crowd,
    ):
        sound("both serve", crowd.phase(2 * SECONDS))

        one.kill()
        killed = crowd.phase(SECONDS)
        report("one is killed", killed)
        # A write that was under way there is lost, since nobody may repeat it. Reads go to the other one.
        assert [text for text in killed.lost if not text.startswith("write")] == []
        assert len(killed.lost) <= 4
        assert killed.wrong == []
        one.start()
        sound("it is back", crowd.phase(SECONDS))

        store.kill()
        store.wait()
        sound("Redis is away", crowd.phase(SECONDS))
        with redis.there():
            sound("Redis is back", crowd.phase(SECONDS))

            for machine in (one, other):
                assert machine.stop() == 0
                machine.start(GATEWAY_DEADLINE="9")
            sound("rolled over", crowd.phase(SECONDS))
    for machine in (one, other):
        assert "Traceback" not in machine.log()
