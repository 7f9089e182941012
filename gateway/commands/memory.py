"""How memory is set for a server: what lives as long as the process is not looked at again, what is free goes back."""

import ctypes
import gc

_YOUNG = 20_000
_MIDDLE = 20
_OLD = 20

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Parameters of glibc's `mallopt`."""
_LARGE = 256 * 1024
_SPARE = 512 * 1024


def settle_memory() -> None:
    """Sets everything that start made aside, collects less often, and gives large pieces back at once.

    A page's answer is thousands of objects without cycles: reference counting frees them, and the collector only looks
    for what others leave behind. glibc's allocator learns from each large answer to keep more: one of many megabytes,
    and the worker stays that large. With fixed thresholds it does not.
    """
    _keep_little()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def _keep_little() -> None:
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another libc, which has its own ways
        return
    mallopt(_MMAP_THRESHOLD, _LARGE)
    mallopt(_TRIM_THRESHOLD, _SPARE)
