"""The servers under test: the commands that start them, and the reasons to leave one out."""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.process import pin

ROOT = Path(__file__).parent
NODE = ROOT / "peers"
START_SECONDS = 60.0


@dataclass(frozen=True)
class Peer:
    """One way to build the gateway. `command` and `environment` may name `{port}` and `{upstream}`."""

    name: str
    title: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    node: bool = False


_UVICORN = (sys.executable, "-m", "uvicorn", "--port", "{port}", "--no-access-log", "--log-level", "warning")
_GATEWAY = (sys.executable, "-m", "gateway", "serve")
_SERVE = {
    "GATEWAY_LMS_BASE_URL": "{upstream}",
    "GATEWAY_PORT": "{port}",
    "GATEWAY_MODE": "production",
    "GATEWAY_WORKERS": "1",
    "GATEWAY_LOG_LEVEL": "warning",
}
_LMS = {"LMS_BASE_URL": "{upstream}", "PORT": "{port}", "NODE_ENV": "production"}

PEERS = (
    Peer("gateway", "this gateway", _GATEWAY, _SERVE),
    Peer("gateway-plain", "this gateway, `GATEWAY_COMPILE=off`", _GATEWAY, {**_SERVE, "GATEWAY_COMPILE": "off"}),
    Peer("floor", "hand-written, no GraphQL engine", (*_UVICORN, "benchmarks.floor.app:app"), _LMS),
    Peer("mercurius", "mercurius + graphql-jit + undici", ("node", "mercurius.js"), _LMS, node=True),
    Peer("apollo", "Apollo Server + datasource-rest", ("node", "apollo.js"), _LMS, node=True),
    Peer("naive", "naive Strawberry + httpx", (*_UVICORN, "benchmarks.naive.app:app"), _LMS),
)
"""In the order of the tables."""


@dataclass
class Server:
    """A running server."""

    name: str
    process: asyncio.subprocess.Process
    port: int

    @property
    def pid(self) -> int:
        """Id of the server's (first) process."""
        return self.process.pid

    async def stop(self) -> None:
        """Ends the process and waits for it."""
        if self.process.returncode is None:
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), 10)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()


async def start(
    name: str,
    command: tuple[str, ...],
    port: int,
    core: int | None,
    environment: Mapping[str, str],
    folder: Path,
    seconds: float = START_SECONDS,
) -> Server:
    """Starts a server pinned to a core and waits until its port answers. Raises RuntimeError with its words if not."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GATEWAY_")}
    process = await asyncio.create_subprocess_exec(
        *command,
        env={**kept, **environment},
        cwd=folder,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=lambda: pin(core),
    )
    server = Server(name, process, port)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and process.returncode is None:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            server.drain = asyncio.ensure_future(_drain(process))  # type: ignore[attr-defined]
            return server
        except OSError:
            await asyncio.sleep(0.1)
    await server.stop()
    assert process.stderr is not None
    said = (await process.stderr.read()).decode(errors="replace").strip().splitlines()
    raise RuntimeError(f"{name} did not start: {said[-1] if said else 'it said nothing'}")


async def start_peer(
    peer: Peer,
    port: int,
    upstream: str,
    core: int | None,
    *,
    prefix: tuple[str, ...] = (),
    more: Mapping[str, str] | None = None,
    seconds: float = START_SECONDS,
) -> Server:
    """Starts one of the servers under test; `prefix` goes before its command, `more` into its environment."""
    values = {"port": str(port), "upstream": upstream}
    command = prefix + tuple(part.format(**values) for part in peer.command)
    environment = {name: value.format(**values) for name, value in peer.environment.items()}
    folder = NODE if peer.node else ROOT.parent
    return await start(peer.name, command, port, core, {**environment, **(more or {})}, folder, seconds)


async def _drain(process: asyncio.subprocess.Process) -> None:
    """Reads what a server says, so that it never waits for a full pipe."""
    assert process.stderr is not None
    while await process.stderr.read(65536):
        pass


async def install_node() -> str | None:
    """Installs the Node packages as locked; None when all is there, else the reason why not."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "node and npm are not installed"
    lock = NODE / "package-lock.json"
    done = NODE / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime:
        return None
    process = await asyncio.create_subprocess_exec(
        npm, "ci", "--no-audit", "--no-fund", "--omit=dev", cwd=NODE,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await process.communicate()
    if process.returncode:
        lines = said.decode(errors="replace").strip().splitlines()
        return f"npm ci failed: {lines[0] if lines else process.returncode}"
    return None
