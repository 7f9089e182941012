"""Memory settings of a server process."""

import ctypes
import gc

_YOUNG = 20_000
_MIDDLE = 20
_OLD = 20

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Parameters of glibc's `mallopt`."""
_LARGE = 4 * 1024 * 1024
"""Blocks from this size on have a mapping of their own. The system clears each page of a new mapping."""
_SPARE = 4 * 1024 * 1024
"""Free memory that stays in the process, so that the next large page does not have to map it again."""


def settle_memory() -> None:
    """Freezes the objects of startup, collects garbage less often, and returns large blocks to the system at once.

    A decoded answer has thousands of objects without cycles, which reference counting frees. glibc's allocator raises
    its thresholds with each large block, so one large answer would keep the worker large. Fixed thresholds prevent
    that.
    """
    _keep_little()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def _keep_little() -> None:
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # not glibc
        return
    mallopt(_MMAP_THRESHOLD, _LARGE)
    mallopt(_TRIM_THRESHOLD, _SPARE)
