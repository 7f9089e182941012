"""The law of failure: the cost of a failed call follows from the plan, in one piece and in parts, compiled and not.

Every step of every contract operation fails in several ways. A leaf is null only when no call that answered gives it
and no other endpoint could have been asked; one failed call is one error; the parts of an answer make up the whole.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from graphql import GraphQLSchema

from gateway.app import create_app
from gateway.demo.app import create_app as create_demo_lms
from loaders.calls.breaker import Breaker
from loaders.calls.retry import RetryBudget
from loaders.endpoint import Pace
from loaders.registry import endpoints
from schema.schema import build_schema
from tests.conftest import settings_for
from tests.faults.forecast import Forecast, broken
from tests.faults.law import (
    SIGN_INS,
    VARIABLES,
    Calls,
    Case,
    lasting,
    more,
    same_errors,
    wrong_errors,
)
from tests.operations.catalogue import operations
from tests.support.compare import differences
from tests.support.division import divided
from tests.support.gateway import Answer, Gateway
from tests.support.lms import DemoLms
from tests.support.parts import ACCEPTED, assembled
from tests.support.people import ARCHIVED, GATED, HIDDEN, KEY, NOT_STARTED, PUBLIC, UNKNOWN
from tests.support.servers import served
from tests.writes.people import credentials

KINDS: Mapping[str, dict[str, Any]] = {
    "500": {"status": 500},
    "reset": {"kind": "reset"},
    "html": {"kind": "html"},
    "503": {"status": 503},
    "truncate": {"kind": "truncate"},
    "empty": {"kind": "empty"},
    "redirect": {"kind": "redirect"},
    "badjson": {"kind": "badjson"},
    "wrongtype": {"kind": "wrongtype"},
    "redirect_host": {"kind": "redirect_host"},
}
WRITE_KINDS = ("500", "503")
"""A write is done whatever follows the head of its answer, where nothing of it is read."""
EACH = 2
"""Kinds of faults that a step is tried with; the next step is tried with the next ones."""
SILENCE = 0.6
"""Seconds of silence after which a hung call is given up in these tests."""
DIRECTIVES = 200
"""Directives that a document may have here: a large page in random parts has more than a client would write."""
WRITING = frozenset(endpoint.name for endpoint in endpoints() if not endpoint.reads)
ELSEWHERE = frozenset({"edx_course_runs"})
"""Not an endpoint of the LMS."""


@dataclass(frozen=True)
class Sound:
    """The answer without failures, and the paths at which each endpoint was called."""

    data: Any
    paths: Mapping[str, frozenset[str]]


class Bench:
    """An LMS, the contract operations, and what they answer on a good day."""

    def __init__(self, schema: GraphQLSchema, lms: DemoLms) -> None:
        self.lms = lms
        self.schema = schema
        self.cases = [Case(schema, name, scheme) for name in operations() for scheme in SIGN_INS]
        self.sound: dict[Case, Sound] = {}
        with served(lambda _: create_app(settings_for(lms.url))) as url:
            gateway = Gateway(url, lms)
            for case in self.cases:
                lms.reset()
                answer = self.ask(gateway, case)
                assert "extensions" in answer.body, (case.name, answer.body)
                paths: dict[str, set[str]] = defaultdict(set)
                for call in answer.body["extensions"]["explain"]["calls"]:
                    paths[call["endpoint"]].add(call["target"].partition("?")[0])
                self.sound[case] = Sound(answer.data, {name: frozenset(found) for name, found in paths.items()})
            gateway.close()
        every = {path for sound in self.sound.values() for found in sound.paths.values() for path in found}
        self._paths = every | {f"/api/courses/v1/courses/{key}" for key in VARIABLES["keys"]}

    def fail(self, case: Case, endpoint: str, fault: dict[str, Any]) -> None:
        """The LMS in its first state, but for an endpoint that fails where this operation asks it, no path below."""
        self.lms.reset()
        failing = self.sound[case].paths[endpoint]
        others = {path for path in self._paths - failing if path.startswith(tuple(failing))}
        self.lms.faults({**{path: {} for path in others}, **dict.fromkeys(failing, fault)})

    def is_written(self, case: Case, endpoint: str) -> bool:
        """Whether the operation writes to this endpoint, or to another one at the same path, which fails with it."""
        paths = self.sound[case].paths
        return any(name in WRITING and paths[name] & paths[endpoint] for name in paths)

    def ask(self, gateway: Gateway, case: Case) -> Answer:
        """The answer in one piece."""
        headers = {**credentials(case.user, case.scheme), "x-lectern-explain": "1"}
        return gateway.ask(case.text, case.variables, user="anonymous", headers=headers)

    def check(self, gateway: Gateway, case: Case, endpoint: str, fault: dict[str, Any], seed: str) -> list[str]:
        """The violations of the law if this endpoint fails in this way."""
        self.fail(case, endpoint, fault)
        answer = self.ask(gateway, case)
        calls = Calls(answer.body["extensions"]["explain"]["calls"])
        if case.writes and not calls.failed:
            return []  # nothing of the answer is read
        assert calls.failed, f"{case} does not ask {endpoint}"
        found = broken(self.sound[case].data, answer.data, Forecast(case, calls).predict())
        found += wrong_errors(answer.data, answer.errors, calls)
        self.fail(case, endpoint, fault)
        text = divided(self.schema, case.text, random.Random(seed))
        headers = {**credentials(case.user, case.scheme), **ACCEPTED, "x-lectern-explain": "1"}
        body = {"query": text, "variables": case.variables}
        parts = assembled(gateway.http.post("/graphql", json=body, headers=headers))
        found += [f"in parts {line}" for line in differences(lasting(parts.data), lasting(answer.data))[:5]]
        apart = Calls(parts.extensions["explain"]["calls"])
        found += [f"in parts {line}" for line in wrong_errors(parts.data, parts.errors, apart)]
        if not same_errors(parts.errors, answer.errors, more_calls=apart.failures > calls.failures):
            found.append(f"in parts {parts.errors}, whole {answer.errors}")
        return [f"{case}: {line}" for line in found]


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    schema = build_schema()._schema
    with served(lambda url: create_demo_lms(now=datetime.now(UTC), base_url=url, enrollments=8)) as url:
        lms = DemoLms(url)
        yield Bench(schema, lms)
        lms.close()


@pytest.fixture
def gateways(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[bool, Gateway]]:
    """A compiling gateway and one that does not; neither knows of any fault yet.

    Their budget of replacements has no end, and their breakers do not open: here one endpoint fails for all operations,
    one after another.
    """
    monkeypatch.setattr(RetryBudget, "spend", lambda _: True)
    monkeypatch.setattr(Breaker, "_open", lambda _: None)
    with (
        served(lambda _: create_app(settings_for(bench.lms.url, max_directives=DIRECTIVES))) as compiling,
        served(lambda _: create_app(settings_for(bench.lms.url, compile=False, max_directives=DIRECTIVES))) as ordinary,
    ):
        gateways = {True: Gateway(compiling, bench.lms), False: Gateway(ordinary, bench.lms)}
        yield gateways
        for gateway in gateways.values():
            gateway.close()
    bench.lms.faults({})


NAMES = sorted({endpoint.name for endpoint in endpoints()} - ELSEWHERE)


def asking(bench: Bench, endpoint: str) -> list[Case]:
    """The operations that ask an endpoint whatever comes."""
    planned = [case for case in bench.cases if any(one.name == endpoint for one in case.endpoints)]
    cases = [case for case in planned if endpoint in bench.sound[case].paths]
    if not cases:
        pytest.skip("no contract operation asks it")
    return cases


@pytest.mark.parametrize("endpoint", NAMES)
def test_the_cost_of_a_failed_step(bench: Bench, gateways: dict[bool, Gateway], endpoint: str) -> None:
    found: list[str] = []
    start = NAMES.index(endpoint)
    for number, case in enumerate(asking(bench, endpoint)):
        kinds = WRITE_KINDS if bench.is_written(case, endpoint) else tuple(KINDS)
        for turn in range(EACH):
            kind = kinds[(start + number * EACH + turn) % len(kinds)]
            lines = bench.check(gateways[turn % 2 == 0], case, endpoint, KINDS[kind], f"{endpoint} {case} {turn}")
            found += [f"{kind}, {'compiled' if turn % 2 == 0 else 'ordinary'}: {line}" for line in lines]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
def test_the_cost_of_a_hung_step(bench: Bench, monkeypatch: pytest.MonkeyPatch, compiled: bool) -> None:
    """One that says nothing is given up and replaced like any other."""
    monkeypatch.setattr(Pace, "read", SILENCE)
    found: list[str] = []
    with served(lambda _: create_app(settings_for(bench.lms.url, compile=compiled, max_directives=DIRECTIVES))) as url:
        gateway = Gateway(url, bench.lms)
        for endpoint in NAMES[compiled::6]:
            cases = [case for case in bench.cases if not case.writes and endpoint in bench.sound[case].paths]
            for case in cases[:1]:
                found += bench.check(gateway, case, endpoint, {"kind": "hang"}, endpoint)
        gateway.close()
    bench.lms.faults({})
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("user", "key"),
    [
        *(("jordan", key) for key in (HIDDEN, NOT_STARTED, GATED, PUBLIC)),
        *(("sam", key) for key in (GATED, ARCHIVED, UNKNOWN)),
        *(("anonymous", key) for key in (HIDDEN, PUBLIC)),
    ],
)
def test_a_failure_shows_nothing_that_the_lms_keeps_back(
    bench: Bench, gateways: dict[bool, Gateway], user: str, key: str
) -> None:
    """Fields that are null without failures are null with them."""
    found: list[str] = []
    for number, name in enumerate(ABOUT_A_COURSE):
        case = Case(bench.schema, name, "JWT")
        variables = {**case.variables, "key": key}
        gateway = gateways[number % 2 == 0]
        bench.lms.reset()
        sound = gateway.ask(case.text, variables, user=user)
        for path in sorted({call.path for call in sound.calls}):
            bench.lms.reset()
            bench.lms.faults({path: {"status": 500}})
            answer = gateway.ask(case.text, variables, user=user)
            found += [f"{name}, {path}: {line}" for line in more(sound.data, answer.data)]
    assert not found, "\n".join(found)


ABOUT_A_COURSE = sorted(
    name for name, one in operations().items() if "$key: CourseKey!" in one.text and one.keyword == "query"
)


OUTLINE = """query($key: CourseKey!) { course(key: $key) { title hasEnded access { hasAccess } outline {
  title hasScheduledContent sections { key title complete sequences {
    key title due complete icon accessible start units { key title complete }
} } } } }"""


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
def test_an_lms_whose_navigation_breaks_lacks_the_units_only(
    bench: Bench, gateways: dict[bool, Gateway], compiled: bool
) -> None:
    """As a release of 2024 does for courses in which a section has no subsection."""
    bench.lms.reset()
    sound = gateways[compiled].ask(OUTLINE, {"key": KEY}).sound()
    bench.lms.faults({"/api/course_home/v1/navigation": {"status": 500}})
    answer = gateways[compiled].ask(OUTLINE, {"key": KEY})
    expected = [dict(section) for section in sound["course"]["outline"]["sections"]]
    for section in expected:
        section["sequences"] = [{**sequence, "units": None} for sequence in section["sequences"]]
    outline = {**sound["course"]["outline"], "sections": expected}
    assert answer.data == {"course": {**sound["course"], "outline": outline}}
    (error,) = answer.errors
    assert error["extensions"]["endpoint"] == "course_home/navigation"
    assert error["path"] == ["course", "outline", "sections", 0, "sequences", 0, "units"]


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
def test_threads_and_topics_are_shown_without_the_settings_of_discussions(
    bench: Bench, gateways: dict[bool, Gateway], compiled: bool
) -> None:
    text = """query($key: CourseKey!) { course(key: $key) { discussion { %s } } }"""
    lists = "topics { name } threads(first: 2) { edges { node { title } } }"
    for selected in (f"isPostingEnabled userRoles {lists}", lists, f"blackouts {{ start }} {lists}"):
        bench.lms.reset()
        sound = gateways[compiled].ask(text % selected, {"key": KEY}).sound()["course"]["discussion"]
        bench.lms.faults({"/api/discussion/v1/courses/": {"status": 500}})
        answer = gateways[compiled].ask(text % selected, {"key": KEY})
        discussion = answer.data["course"]["discussion"]
        assert (discussion["topics"], discussion["threads"]) == (sound["topics"], sound["threads"])
        own = [name for name in sound if name not in {"topics", "threads"}]
        assert [discussion[name] for name in own] == [None] * len(own)
        assert len(answer.errors) == bool(own)
        # The LMS makes the same checks for both.
        bench.lms.faults({f"/api/discussion/v1/{name}/": {"status": 404} for name in ("courses", "threads")})
        assert gateways[compiled].ask(text % selected, {"key": KEY}).data["course"]["discussion"] is None
