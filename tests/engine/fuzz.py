"""`make fuzz`: a long differential run of the engine, until a difference is found or the count is reached."""

import argparse
import asyncio
import random
import sys
import time

from schema.schema import build_schema
from tests.engine.differential import Differential


async def run(count: int, start: int) -> int:
    """Runs `count` cases from seed `start`; prints the first difference."""
    differential = Differential(build_schema()._schema)
    began = time.monotonic()
    try:
        for done in range(count):
            found = await differential.difference(differential.case(start + done))
            if found is not None:
                print(f"\n{found}")
                return 1
            if done % 500 == 499:
                rate = (done + 1) / (time.monotonic() - began)
                print(f"\r{done + 1}/{count} cases agree, {rate:.0f} a second", end="", flush=True)
    finally:
        await differential.aclose()
    print(f"\r{count} cases agree, from seed {start}          ")
    return 0


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=None, help="first seed; random when left out")
    given = parser.parse_args()
    start = random.SystemRandom().randrange(10**9) if given.seed is None else given.seed
    sys.exit(asyncio.run(run(given.cases, start)))


if __name__ == "__main__":
    main()
