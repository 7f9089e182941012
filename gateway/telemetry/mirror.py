"""Shares a worker's metrics with other workers, through files."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

if sys.platform != "win32":  # on Windows, a dead worker stays in the sums of gauges
    import fcntl

_MOST = frozenset({"lectern_breaker_open", "lectern_endpoint_absent"})
"""Gauges whose maximum over all workers is reported; for others it is the sum."""


class Mirror:
    """Copies a collector's values to shared files in a folder, and reads those of all workers.

    Counters of workers that have ended stay in the sums; their gauges do not. A worker holds a lock on a file as long
    as it lives, because process ids are reused.
    """

    def __init__(self, source: Collector, folder: Path) -> None:
        self._source = source
        self._folder = folder
        self._counters: dict[str, Counter] = {}
        self._gauges: dict[str, Gauge] = {}
        self._reported: dict[tuple[str, tuple[str, ...]], float] = {}
        self._all = CollectorRegistry()
        MultiProcessCollector(self._all, str(folder))  # type: ignore[no-untyped-call]
        self._life = _lock(folder)

    def write(self) -> None:
        """Writes this worker's values for the others."""
        seen = set()
        for family in self._source.collect():
            for sample in family.samples:
                key = (family.name, tuple(sample.labels.values()))
                seen.add(key)
                before = self._reported.get(key)
                if before == sample.value:
                    continue
                self._reported[key] = sample.value
                names = list(sample.labels)
                if family.type == "counter":
                    self._counter(family.name, family.documentation, names, key[1], sample.value - (before or 0))
                else:
                    self._gauge(family.name, family.documentation, names, key[1], sample.value)
        for name, labels in self._reported.keys() - seen:
            if name in self._gauges:
                del self._reported[name, labels]
                self._gauges[name].labels(*labels).set(0)

    def read(self) -> CollectorRegistry:
        """The values of all workers, including those that have ended."""
        self.write()
        for path in self._folder.glob("*.alive"):
            with suppress(FileNotFoundError):  # another worker was faster
                if path != self._life and not _locked(path):
                    mark_process_dead(path.stem, str(self._folder))  # type: ignore[no-untyped-call]
                    path.unlink()
        return self._all

    def _counter(self, name: str, text: str, names: list[str], labels: tuple[str, ...], more: float) -> None:
        metric = self._counters.get(name)
        if metric is None:
            metric = self._counters[name] = Counter(name, text, names, registry=None)
        (metric.labels(*labels) if labels else metric).inc(more)

    def _gauge(self, name: str, text: str, names: list[str], labels: tuple[str, ...], value: float) -> None:
        metric = self._gauges.get(name)
        if metric is None:
            mode: Literal["livemax", "livesum"] = "livemax" if name in _MOST else "livesum"
            metric = self._gauges[name] = Gauge(name, text, names, registry=None, multiprocess_mode=mode)
        (metric.labels(*labels) if labels else metric).set(value)


def _lock(folder: Path) -> Path:
    """A file that this process keeps locked until it ends."""
    path = folder / f"{os.getpid()}.alive"
    made = path.with_suffix(".new")
    descriptor = os.open(made, os.O_CREAT | os.O_RDWR, 0o600)  # never closed: closing it would unlock it
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    made.rename(path)  # so that no other worker sees it unlocked
    return path


def _locked(path: Path) -> bool:
    if sys.platform == "win32":
        return True
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
