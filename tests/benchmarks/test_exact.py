"""Instructions a request, counted by callgrind: no page may cost more than 5 % over its committed ratio to the floor.

Nothing is timed: the counts are the same on a busy machine.
"""

import asyncio

import pytest

from benchmarks.exact.callgrind import Count, missing, parse
from benchmarks.exact.counting import SERVERS, bench
from benchmarks.exact.ratios import committed, grown
from benchmarks.pages import DASHBOARD, HELLO, HOME_40, LOAD_PAGES, PROGRESS, Page
from tests.support.ports import free_port

PAGES = (HELLO, HOME_40, DASHBOARD, PROGRESS)
REQUESTS = 2


async def count() -> tuple[dict[str, dict[str, Count]], Count]:
    """A request's count for each page and server, and home's a second time."""
    async with bench([free_port() for _ in range(1 + len(SERVERS))]) as running:
        counts = {
            page.name: {name: await running.count(name, page, requests=REQUESTS) for name in SERVERS} for page in PAGES
        }
        return counts, await running.count("gateway", HOME_40, requests=REQUESTS)


@pytest.fixture(scope="module")
def counted() -> tuple[dict[str, dict[str, Count]], Count]:
    absent = missing()
    if absent is not None:
        pytest.fail(absent, pytrace=False)
    return asyncio.run(count())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_costs_no_more_than_its_committed_ratio(
    counted: tuple[dict[str, dict[str, Count]], Count], page: Page
) -> None:
    counts = counted[0][page.name]
    ratio = counts["gateway"].total / counts["floor"].total

    assert grown({page.name: ratio}, committed()) == []


def test_the_same_page_counts_the_same_again(counted: tuple[dict[str, dict[str, Count]], Count]) -> None:
    counts, again = counted

    assert again.total == pytest.approx(counts[HOME_40.name]["gateway"].total, rel=0.03)  # turns for others go by time


def test_every_page_has_a_committed_ratio() -> None:
    assert set(committed()) == {page.name for page in LOAD_PAGES}


def test_growth_is_reported_with_the_way_to_accept_it() -> None:
    assert grown({"home": 2.09, "hello": 1.0}, {"home": 2.0, "hello": 3.0}) == []

    (more,) = grown({"home": 2.2}, {"home": 2.0})
    assert more.startswith("home: 2.200 times the floor, 10.0 % over the committed 2.000.")
    assert "python -m benchmarks.exact --write" in more

    (new,) = grown({"home": 2.2}, {})
    assert "no ratio is committed" in new


def test_callgrind_files_are_counted_without_the_cost_of_called_functions() -> None:
    lines = """version: 1
events: Ir
ob=/usr/lib/libpython.so
fl=???
fn=eval'2
0 70
cob=/usr/lib/libc.so
cfn=memcpy
calls=3 0
0 25
fn=eval
0 5

ob=/usr/lib/libc.so
fn=memcpy
0 25
totals: 100
""".splitlines()

    found = parse(lines)

    assert found.total == 100
    assert found.libraries == {"libpython.so": 75, "libc.so": 25}
    assert found.functions == {"eval": 75, "memcpy": 25}
