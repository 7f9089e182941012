"""Periodic work of telemetry, outside of requests."""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress

_log = logging.getLogger("gateway.telemetry")


async def repeat(work: Callable[[], None], seconds: float) -> None:
    """Runs `work` at intervals until cancelled."""
    while True:
        attempt(work)
        await asyncio.sleep(seconds)


def attempt(work: Callable[[], None]) -> None:
    """Runs `work`, and logs its errors, so that no request fails because of it."""
    try:
        work()
    except Exception as error:  # noqa: BLE001  # a full disk, a folder that was removed
        _log.warning("telemetry: %s: %s", type(error).__name__, error)


async def within(work: Callable[[], object], seconds: float) -> bool:
    """Runs `work` in a daemon thread for at most `seconds`. True if it has ended."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def run() -> None:
        try:
            work()
        finally:
            with suppress(RuntimeError):  # nobody waits for it now
                loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=run, name="telemetry-end", daemon=True).start()
    with suppress(TimeoutError):
        await asyncio.wait_for(ended.wait(), seconds)
    return ended.is_set()
