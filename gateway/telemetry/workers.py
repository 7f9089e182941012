"""Metrics of several workers: each one writes to a shared folder, and any of them reports all."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryDirectory

from gateway.settings.settings import Settings

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that enables prometheus-client's multiprocess mode, if set before its first import."""

_log = logging.getLogger("gateway.telemetry")


@contextmanager
def shared_metrics(settings: Settings) -> Iterator[None]:
    """Workers that are started in this context share their metrics. Does nothing for a single worker."""
    if settings.workers == 1 or not settings.metrics or find_spec("prometheus_client") is None:
        os.environ.pop(FOLDER, None)
        yield
        return
    try:
        folder = TemporaryDirectory(prefix="lectern-metrics-", ignore_cleanup_errors=True)
    except OSError as error:
        _log.warning("no folder for the workers' metrics; each worker reports its own only: %s", error)
        os.environ.pop(FOLDER, None)
        yield
        return
    with folder as path:
        os.environ[FOLDER] = path
        try:
            yield
        finally:
            os.environ.pop(FOLDER, None)
