"""What telemetry does beside the requests: at intervals, and once more at the end."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress


async def repeat(work: Callable[[], None], seconds: float) -> None:
    """Does `work` at intervals until it is cancelled."""
    while True:
        work()
        await asyncio.sleep(seconds)


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
