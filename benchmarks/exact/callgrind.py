"""Runs a server under callgrind, and reads its counts: user instructions by library and by C function."""

import asyncio
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.servers import Peer, Server, start_peer

START_SECONDS = 300.0
"""A server starts about ten times more slowly under valgrind, on a machine that may be busy."""

_FIXED = {"PYTHONHASHSEED": "0"}
"""Equal hashes in every run, so that sets and dicts are walked alike."""

_PATIENT = {
    "GATEWAY_DEADLINE": "600",
    "GATEWAY_CONNECT_TIMEOUT": "60",
    "GATEWAY_KEEP_ALIVE": "600",
    "UVICORN_TIMEOUT_KEEP_ALIVE": "600",
}
"""Everything takes about fifty times longer while it is counted."""

_COST = re.compile(r"[+\-*\d]\S* (\d+)$")


class CallgrindError(RuntimeError):
    """valgrind is missing, or does not work here."""


@dataclass(frozen=True)
class Count:
    """What one window counted: instructions in all, by library and by C function, without what these call."""

    total: int
    libraries: Counter[str]
    functions: Counter[str]

    def __sub__(self, other: "Count") -> "Count":
        libraries, functions = Counter(self.libraries), Counter(self.functions)
        libraries.subtract(other.libraries)
        functions.subtract(other.functions)
        return Count(self.total - other.total, libraries, functions)

    def divided(self, number: int) -> "Count":
        """The share of each of `number` requests."""

        def of_each(counts: Counter[str]) -> Counter[str]:
            return Counter({name: count // number for name, count in counts.items()})

        return Count(self.total // number, of_each(self.libraries), of_each(self.functions))


def missing() -> str | None:
    """What has to be installed, in one sentence; None when all is there."""
    absent = [name for name in ("valgrind", "vgdb") if shutil.which(name) is None]
    return f"the exact mode needs {' and '.join(absent)}: apt-get install valgrind" if absent else None


class Counted:
    """A server that runs under callgrind. Counting is off until it is switched on."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self._folder = folder

    @classmethod
    async def start(cls, peer: Peer, port: int, upstream: str, folder: Path) -> "Counted":
        """Starts one of the servers under test. Raises RuntimeError when it, or valgrind, does not start."""
        absent = missing()
        if absent is not None:
            raise CallgrindError(absent)
        place = folder / peer.name
        place.mkdir()
        valgrind = (
            "valgrind", "--tool=callgrind", "--instr-atstart=no", "--compress-strings=no", "--compress-pos=no",
            f"--callgrind-out-file={place / 'out'}",
        )  # fmt: skip
        server = await start_peer(
            peer, port, upstream, None, prefix=valgrind, more={**_FIXED, **_PATIENT}, seconds=START_SECONDS
        )
        return cls(server, place)

    async def begin(self) -> None:
        """Switches counting on. The first request after it costs more time, but no more instructions."""
        await self._order("instrumentation", "on")

    async def zero(self) -> None:
        """Begins a window."""
        await self._order("zero")

    async def count(self) -> Count:
        """Ends the window. Returns what it counted."""
        before = set(self._folder.iterdir())
        await self._order("dump")
        written = set(self._folder.iterdir()) - before
        if len(written) != 1:
            raise CallgrindError(f"callgrind wrote {len(written)} files instead of one")
        path = written.pop()
        count = parse(path.read_text(errors="replace").splitlines())
        path.unlink()
        return count

    async def end(self) -> None:
        """Switches counting off: requests are some ten times faster."""
        await self._order("instrumentation", "off")

    async def stop(self) -> None:
        """Ends the server."""
        await self.server.stop()

    async def _order(self, *words: str) -> None:
        process = await asyncio.create_subprocess_exec(
            "vgdb", f"--pid={self.server.pid}", *words,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        if process.returncode:
            raise CallgrindError(f"vgdb {' '.join(words)}: {said.decode(errors='replace').strip()}")


def parse(lines: Iterable[str]) -> Count:
    """A count out of callgrind's file. What a call costs stands again at the function called, and is left out here."""
    total = 0
    libraries: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    library = function = ""
    of_a_call = False
    for line in lines:
        if line.startswith("ob="):
            library = line[3:].rpartition("/")[2]
        elif line.startswith("fn="):
            function = line[3:].partition("'")[0]  # "'2" is the same function, called by itself
        elif line.startswith("calls="):
            of_a_call = True
        elif line.startswith("totals:"):
            total = int(line.split()[1])
        elif found := _COST.match(line):
            if not of_a_call:
                libraries[library] += int(found[1])
                functions[function] += int(found[1])
            of_a_call = False
    return Count(total, libraries, functions)
