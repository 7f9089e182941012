"""`python -m benchmarks`: runs everything, prints the tables, writes `docs/benchmarks.md` and `docs/benchmarks.svg`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack

from benchmarks import execute, holdtest, latencytest, network
from benchmarks.chart import chart
from benchmarks.clients import Load, Upstream
from benchmarks.loadtest import FULL, NORMAL, QUICK, Effort, LoadTest
from benchmarks.pages import HOLD_PAGES, HOME_300, HOME_3000, LATENCY_PAGES, LOAD_PAGES, NETWORK_PAGES, Page
from benchmarks.process import cores
from benchmarks.report import Results, document, tables
from benchmarks.servers import PEERS, ROOT, Server, install_node, start_peer

_PORT = 18900
_DOCS = ROOT.parent / "docs"
EXPERIMENTS = ("load", "latency", "network", "hold", "execute")
_OF_SERVERS = frozenset(EXPERIMENTS) - {"execute"}


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures the gateway and its peers.")
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--quick", action="store_true", help="two to three minutes; noisy")
    effort.add_argument("--full", action="store_true", help="about an hour")
    parser.add_argument(
        "--only", action="append", choices=[peer.name for peer in PEERS], metavar="NAME",
        help="only this server (repeatable): " + ", ".join(peer.name for peer in PEERS),
    )  # fmt: skip
    pages = sorted({page.name for page in (*LOAD_PAGES, *LATENCY_PAGES, *NETWORK_PAGES)})
    parser.add_argument(
        "--pages",
        action="append",
        choices=pages,
        metavar="PAGE",
        help="only this page (repeatable): " + ", ".join(pages),
    )
    parser.add_argument("--experiment", action="append", choices=EXPERIMENTS, help="only this experiment (repeatable)")
    parser.add_argument("--port", type=int, default=_PORT, help="first of the ports to use (default: %(default)s)")
    parser.add_argument(
        "--write", action=argparse.BooleanOptionalAction, help="write docs/ (default: only a run of everything)"
    )
    return parser.parse_args(given)


async def run(given: argparse.Namespace) -> Results:
    """Starts everything, runs the experiments, ends everything."""
    effort = QUICK if given.quick else FULL if given.full else NORMAL
    experiments = given.experiment or EXPERIMENTS
    results = Results(_told(effort))
    async with AsyncExitStack() as stack:
        server_core, load_core = cores()
        upstream = await Upstream.start(given.port, load_core)
        stack.push_async_callback(upstream.stop)
        load = await Load.start(load_core)
        stack.push_async_callback(load.stop)
        if _OF_SERVERS.intersection(experiments):
            servers = await _servers(given, upstream, server_core, results, stack)
            if "load" in experiments:
                print("Under load (CPU ms a request):", flush=True)
                test = LoadTest(load, upstream, servers, effort)
                results.table, results.refusals = test.table, test.refusals
                await test.run(_chosen(LOAD_PAGES, given.pages))
            if "latency" in experiments:
                print("With the latency of a live LMS:", flush=True)
                pages = _chosen(LATENCY_PAGES, given.pages)
                results.waits = await latencytest.run(load, upstream, servers, pages, effort)
            ours = next((server for server in servers if server.name == "gateway"), None)
            if "network" in experiments and ours is not None:
                print("Over a simulated network:", flush=True)
                pages = _chosen(NETWORK_PAGES, given.pages)
                results.travels = await network.run(load, upstream, ours, pages, effort.latency_times)
            if "hold" in experiments and ours is not None:
                print("Longest hold of the event loop:", flush=True)
                results.holds = await holdtest.run(load, ours, _chosen(HOLD_PAGES, given.pages))
        if "execute" in experiments:
            print("Execution only:", flush=True)
            pages = _chosen((HOME_300, HOME_3000), given.pages)
            results.executions = await execute.run(upstream.url, pages, effort.rounds)
    return results


async def _servers(
    given: argparse.Namespace, upstream: Upstream, core: int | None, results: Results, stack: AsyncExitStack
) -> list[Server]:
    chosen = [peer for peer in PEERS if not given.only or peer.name in given.only]
    without_node = await install_node() if any(peer.node for peer in chosen) else None
    servers: list[Server] = []
    for number, peer in enumerate(chosen, 1):
        if peer.node and without_node:
            results.skipped.append(f"{peer.title}: {without_node}")
            print(f"{peer.name} is skipped: {without_node}", flush=True)
            continue
        try:
            server = await start_peer(peer, given.port + number, upstream.url, core)
        except RuntimeError as error:
            results.skipped.append(f"{peer.title}: {error}")
            print(f"{peer.name} is skipped: {error}", flush=True)
            continue
        stack.push_async_callback(server.stop)
        servers.append(server)
    return servers


def _chosen(pages: Sequence[Page], names: Sequence[str] | None) -> list[Page]:
    return [page for page in pages if not names or page.name in names]


def _told(effort: Effort) -> str:
    return f"{effort.rounds} rounds of {effort.seconds:g} s with 8 clients and {effort.single_seconds:g} s with one"


def main() -> int:
    """Runs the benchmarks; 0 when they ran, whatever they found."""
    given = arguments()
    results = asyncio.run(run(given))
    print()
    print(tables(results))
    everything = not (given.only or given.pages or given.experiment or given.quick)
    if given.write or (given.write is None and everything):
        _DOCS.mkdir(exist_ok=True)
        (_DOCS / "benchmarks.md").write_text(document(results))
        (_DOCS / "benchmarks.svg").write_text(chart(results.table))
        print(f"Written: {_DOCS / 'benchmarks.md'} and benchmarks.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
