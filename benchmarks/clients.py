"""Starts the processes of the load generator and of the upstream."""

import asyncio
import json
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pages import Page
from benchmarks.process import pin
from benchmarks.servers import ROOT, Server, start


@dataclass(frozen=True)
class Loaded:
    """What one measurement gave. Latencies in seconds, ascending."""

    seconds: float
    latencies: list[float]
    failed: int

    def quantile(self, share: float) -> float:
        """The latency that this share of the requests did not exceed, in milliseconds."""
        place = min(len(self.latencies) - 1, int(share * len(self.latencies)))
        return self.latencies[place] * 1000


class Load:
    """The load generator."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, core: int | None) -> "Load":
        """Starts the process, pinned to a core."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "benchmarks.load",
            cwd=ROOT.parent,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=2**26,
            preexec_fn=lambda: pin(core),
        )
        return cls(process)

    async def _order(self, port: int, page: Page, **order: Any) -> dict[str, Any]:
        body = json.dumps({"query": page.query, "variables": page.variables})
        line = json.dumps({"port": port, "body": body, "headers": page.headers, **order})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line.encode() + b"\n")
        answer = await self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the load generator ended")
        result: dict[str, Any] = json.loads(answer)
        return result

    async def run(
        self, port: int, page: Page, *, clients: int, seconds: float, requests: int = 8, target: str | None = None
    ) -> Loaded:
        """One measurement of a page, or of a GET of this target with the page's headers."""
        answer = await self._order(port, page, clients=clients, seconds=seconds, requests=requests, target=target)
        return Loaded(answer["seconds"], sorted(answer["latencies"]), answer["failed"])

    async def ask(self, port: int, page: Page) -> dict[str, Any]:
        """The answer of one request, decoded. An answer that is not 200 becomes `{"errors": [...]}`."""
        answer = await self._order(port, page, clients=1, seconds=0, requests=1, show=True)
        if answer["body"] is None:
            return {"errors": [{"message": "the answer was not 200"}]}
        result: dict[str, Any] = json.loads(answer["body"])
        return result

    async def stop(self) -> None:
        """Ends the process."""
        if self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()


class Upstream:
    """The upstream's process and its controls."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = f"http://127.0.0.1:{server.port}"

    @classmethod
    async def start(cls, port: int, core: int | None) -> "Upstream":
        """Starts the process, pinned to a core."""
        command = (sys.executable, "-m", "benchmarks.upstream", str(port))
        return cls(await start("upstream", command, port, core, {}, Path(ROOT.parent)))

    async def calls(self) -> dict[str, int]:
        """Calls by target since the last time this was asked."""
        return (await self._control("__stats"))["calls"]  # type: ignore[no-any-return]

    async def delay(self, *, on: bool) -> None:
        """Switches the latencies on or off."""
        await self._control("__latency/on" if on else "__latency/off")

    async def fail(self, prefix: str = "/") -> None:
        """Lets all paths with this prefix answer 500; without one, none."""
        await self._control(f"__fail{prefix}")

    async def _control(self, path: str) -> dict[str, Any]:
        def get() -> dict[str, Any]:
            with urllib.request.urlopen(f"{self.url}/{path}", timeout=10) as response:  # noqa: S310  # our own upstream
                answer: dict[str, Any] = json.load(response)
                return answer

        return await asyncio.to_thread(get)

    async def stop(self) -> None:
        """Ends the process."""
        await self.server.stop()
