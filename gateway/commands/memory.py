"""How the garbage collector is set for a server: what lives as long as the process is not looked at again."""

import gc

_YOUNG = 20_000
_MIDDLE = 20
_OLD = 20


def settle_memory() -> None:
    """Sets everything that start made aside, and collects less often: a page's answer is thousands of objects.

    Answers hold no cycles, so reference counting frees them; the collector only looks for what others leave behind.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
