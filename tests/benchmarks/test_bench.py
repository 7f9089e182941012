"""The servers that need no Node answer the benchmarked pages with equal data, over real HTTP and in real processes."""

import asyncio
import xml.etree.ElementTree as ET
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import pytest

from benchmarks import holdtest, network, waterfall
from benchmarks.chart import chart
from benchmarks.clients import Load, Loaded, Upstream
from benchmarks.loadtest import Cell, difference
from benchmarks.network import Travel
from benchmarks.pages import DASHBOARD, DATES, HELLO, HOME_40, HOME_300, MOBILE, NETWORK_PAGES, PROGRESS, UNIT, Page
from benchmarks.report import Results, document
from benchmarks.servers import PEERS, start_peer
from benchmarks.targets import verdicts
from tests.support.ports import free_port

PAGES = (HELLO, HOME_40, PROGRESS)
PYTHON_PEERS = [peer for peer in PEERS if not peer.node]


@dataclass
class Asked:
    """The answers and the numbers of calls of each server, by page; from one short run of each experiment."""

    answers: dict[tuple[str, str], dict[str, Any]]
    calls: dict[tuple[str, str], dict[str, int]]
    loaded: Loaded
    browser_calls: dict[str, int]
    travels: dict[str, Travel]
    holds: dict[str, float]


async def ask() -> Asked:
    answers, calls, browser_calls = {}, {}, {}
    async with AsyncExitStack() as stack:
        upstream = await Upstream.start(free_port(), None)
        stack.push_async_callback(upstream.stop)
        load = await Load.start(None)
        stack.push_async_callback(load.stop)
        for peer in PYTHON_PEERS:
            server = await start_peer(peer, free_port(), upstream.url, None)
            stack.push_async_callback(server.stop)
            for page in PAGES:
                await upstream.calls()
                answers[page.name, peer.name] = await load.ask(server.port, page)
                calls[page.name, peer.name] = await upstream.calls()
            loaded = await load.run(server.port, HOME_40, clients=3, seconds=0, requests=12)
            if peer.name == "gateway":
                travels = await network.run(load, upstream, server, NETWORK_PAGES, 1)
                holds = await holdtest.run(load, server, [HOME_40])
        for page in (DATES, PROGRESS, UNIT, MOBILE):
            _, browser_calls[page.name] = await waterfall.measure(upstream.url, page, 1)
    return Asked(answers, calls, loaded, browser_calls, travels, holds)


@pytest.fixture(scope="module")
def asked() -> Asked:
    return asyncio.run(ask())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("peer", PYTHON_PEERS, ids=lambda peer: peer.name)
def test_every_server_answers_with_equal_data(asked: Asked, page: Page, peer: Any) -> None:
    expected = asked.answers[page.name, "naive"]
    answer = asked.answers[page.name, peer.name]

    assert "errors" not in answer
    assert difference(expected["data"], answer["data"]) is None


def test_the_floor_makes_the_calls_of_the_gateway(asked: Asked) -> None:
    for page in PAGES:
        assert asked.calls[page.name, "floor"] == asked.calls[page.name, "gateway"]


def test_the_home_page_shows_a_course_of_its_size(asked: Asked) -> None:
    course = asked.answers[HOME_40.name, "naive"]["data"]["course"]
    sections = course["outline"]["sections"]

    assert 1 + len(sections) + sum(len(section["sequences"]) for section in sections) == 41
    assert course["enrollment"]["isActive"]


def test_load_counts_every_request_and_no_wrong_answer(asked: Asked) -> None:
    assert len(asked.loaded.latencies) >= 12
    assert asked.loaded.failed == 0


def test_a_front_end_makes_the_calls_of_its_pages(asked: Asked) -> None:
    # Progress: metadata, progress, tour, and one call for each of the 32 sequences.
    assert asked.browser_calls == {DATES.name: 3, PROGRESS.name: 35, UNIT.name: 9, MOBILE.name: 5}


def test_a_network_costs_a_query_one_round_trip_and_the_rest_page_one_for_each_step(asked: Asked) -> None:
    trip = network.ROUND_TRIP * 1000
    for page in NETWORK_PAGES:
        _, deep = waterfall.WATERFALLS[page.name]
        assert asked.travels[page.name].query > trip
        assert asked.travels[page.name].rest > deep * trip


def test_the_hold_of_a_page_is_measured(asked: Asked) -> None:
    assert asked.holds[HOME_40.name] > 0


def test_difference_names_the_place() -> None:
    assert difference({"a": [1, {"b": 2}]}, {"a": [1.0, {"b": 2}]}) is None
    assert difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}) == "data.a[1].b is 3 instead of 2"
    assert difference({"a": 1}, {"a": True}) == "data.a is True instead of 1"
    assert difference({"a": []}, {"a": [1]}) == "data.a has 1 items instead of 0"
    assert difference({"a": None}, {}) == "data.a is only in one of them"


def cell(cpu: float, calls: int = 2) -> Cell:
    return Cell(calls, 100, [cpu], [1000 / cpu], [cpu], [cpu], [cpu], memory=80_000_000)


def test_targets_are_computed_from_the_measurements() -> None:
    cells = {"gateway": cell(1.0), "floor": cell(0.5), "naive": cell(41.0), "mercurius": cell(1.1)}

    found = {verdict.promise: verdict.kept for verdict in verdicts({HOME_300.name: cells}, {}, {})}

    page = HOME_300.title
    assert found[f"{page}: at least 40 times less CPU than the naive gateway"] is True
    assert found[f"{page}: at most 1.3 times the hand-written floor"] is False
    assert found[f"{page}: no more CPU than mercurius"] is True
    assert found[f"{DASHBOARD.title}: no more CPU than mercurius"] is None


def test_the_report_and_the_chart_show_the_measurements() -> None:
    results = Results("1 round", table={HOME_300.name: {"gateway": cell(1.25), "naive": cell(20.5)}})

    text = document(results)
    drawing = ET.fromstring(chart(results.table))  # noqa: S314  # our own text

    assert "16.40 times" in text
    assert "| hit " in text
    assert {"1.25", "20.50"} <= {element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")}
