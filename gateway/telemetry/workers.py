"""Metrics of several workers: each writes into a folder that they share, and whichever is scraped tells of all."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryDirectory

from gateway.settings.settings import Settings

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which prometheus-client's multiprocess mode is switched on, before it is first imported."""

_log = logging.getLogger("gateway.telemetry")


@contextmanager
def shared_metrics(settings: Settings) -> Iterator[None]:
    """While it lasts, workers that are started share their metrics. Does nothing for a single one."""
    if settings.workers == 1 or not settings.metrics or find_spec("prometheus_client") is None:
        os.environ.pop(FOLDER, None)
        yield
        return
    try:
        folder = TemporaryDirectory(prefix="lectern-metrics-", ignore_cleanup_errors=True)
    except OSError as error:
        _log.warning("no folder for the workers' metrics, each tells of itself only: %s", error)
        os.environ.pop(FOLDER, None)
        yield
        return
    with folder as path:
        os.environ[FOLDER] = path
        try:
            yield
        finally:
            os.environ.pop(FOLDER, None)
