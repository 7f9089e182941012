"""What telemetry does beside the requests: at intervals, and once more at the end."""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress

_log = logging.getLogger("gateway.telemetry")


async def repeat(work: Callable[[], None], seconds: float) -> None:
    """Does `work` at intervals until it is cancelled."""
    while True:
        attempt(work)
        await asyncio.sleep(seconds)


def attempt(work: Callable[[], None]) -> None:
    """Does `work`, for which no request shall suffer: what goes wrong is a line in the log."""
    try:
        work()
    except Exception as error:  # noqa: BLE001  # a full disk, a folder that was removed
        _log.warning("telemetry: %s: %s", type(error).__name__, error)


async def within(work: Callable[[], object], seconds: float) -> bool:
    """Does `work` in a thread that is left alone after `seconds`; it does not keep the process. True when it ended."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def run() -> None:
        try:
            work()
        finally:
            with suppress(RuntimeError):  # nobody waits any more
                loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=run, name="telemetry-end", daemon=True).start()
    with suppress(TimeoutError):
        await asyncio.wait_for(ended.wait(), seconds)
    return ended.is_set()
