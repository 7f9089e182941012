"""`python -m benchmarks.exact`: counts, prints tables, and compares the ratios with the committed ones."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from benchmarks.exact import ratios
from benchmarks.exact.callgrind import CallgrindError, Count
from benchmarks.exact.counting import REQUESTS, SERVERS, Bench, bench, free_ports
from benchmarks.exact.functions import profile
from benchmarks.exact.tables import bad_day_table, cold_table, functions_table, ratio_table, share_table
from benchmarks.pages import HOME_300, LOAD_PAGES, Page

EXPERIMENTS = ("ratios", "bad-day", "cold", "functions")


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.exact", description="Counts instructions a request instead of timing it."
    )
    names = [page.name for page in LOAD_PAGES]
    parser.add_argument(
        "--pages",
        action="append",
        choices=names,
        metavar="PAGE",
        help="only this page (repeatable): " + ", ".join(names),
    )
    parser.add_argument(
        "--experiment",
        action="append",
        choices=EXPERIMENTS,
        help="only this (repeatable); default: all but functions, a profile of Python functions",
    )
    parser.add_argument("--requests", type=int, default=REQUESTS, help="requests in a window (default: %(default)s)")
    parser.add_argument("--top", type=int, default=8, help="lines of what costs most (default: %(default)s)")
    parser.add_argument("--write", action="store_true", help="commit the ratios found to benchmarks/exact/ratios.json")
    return parser.parse_args(given)


async def run(given: argparse.Namespace) -> dict[str, float]:
    """Runs the experiments, prints what they find, and gives the ratios."""
    experiments = given.experiment or EXPERIMENTS[:-1]
    pages = [page for page in LOAD_PAGES if not given.pages or page.name in given.pages]
    found: dict[str, float] = {}
    if set(experiments) - {"functions"}:
        async with bench(free_ports(3)) as running:
            if "ratios" in experiments:
                found = await _ratios(running, pages, given)
            if "bad-day" in experiments:
                print(bad_day_table(await bad_day(running, HOME_300, given.requests)), flush=True)
            if "cold" in experiments:
                cold = {
                    page.title: [await running.cold("gateway", page, prepared=prepared) for prepared in (False, True)]
                    for page in pages
                }
                print(cold_table(cold), flush=True)
    if "functions" in experiments:
        for page in pages:
            rows = await profile(page, free_ports(2), given.requests)
            print(functions_table(page, rows, given.top * 3), flush=True)
    return found


async def _ratios(running: Bench, pages: Sequence[Page], given: argparse.Namespace) -> dict[str, float]:
    counts: dict[str, dict[str, Count]] = {}
    for page in pages:
        counts[page.name] = {name: await running.count(name, page, requests=given.requests) for name in SERVERS}
        ours, floor = (counts[page.name][name] for name in SERVERS)
        print(share_table(page, ours, floor, given.top), flush=True)
    bars = ratios.committed() if ratios.FILE.exists() else {}
    print(ratio_table(pages, counts, bars), flush=True)
    return {name: pair["gateway"].total / pair["floor"].total for name, pair in counts.items()}


async def bad_day(running: Bench, page: Page, requests: int) -> dict[str, int]:
    """What a request costs the gateway while an endpoint fails, by endpoint; the good day stands under no name."""
    upstream = running.upstream
    await upstream.calls()
    await asyncio.to_thread(running.clients["gateway"].ask, page)
    targets = sorted(await upstream.calls())
    found = {"": (await running.count("gateway", page, requests=requests)).total}
    for target in targets:
        prefix = target.partition("course-v1")[0]
        await upstream.fail(prefix)
        found[prefix] = (await running.count("gateway", page, requests=requests, sound=False)).total
        await upstream.fail()
        await asyncio.sleep(1)
    return found


def main() -> int:
    """Counts; 1 when a ratio has grown, 2 when nothing can be counted here."""
    given = arguments()
    try:
        found = asyncio.run(run(given))
    except CallgrindError as error:
        print(error, file=sys.stderr)
        return 2
    if given.write:
        ratios.write(found)
        print(f"Written: {ratios.FILE}")
        return 0
    grown = ratios.grown(found, ratios.committed() if ratios.FILE.exists() else {})
    print("\n".join(grown))
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
