"""The waves in `extensions.explain` are the same however long each call takes."""

from pathlib import Path

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.docs.test_calls_table import SEQUENCE
from tests.support.gateway import Gateway, ask_in_waves
from tests.support.lms import DemoLms, waves
from tests.support.people import KEY, generated
from tests.support.servers import served

EXPLAIN = {"x-lectern-explain": "1"}
METADATA = "/api/course_home/course_metadata/"
CREDIT = """query($key: CourseKey!) {
  viewer { creditEligibility(course: $key) { deadline } }
  creditProviders { id }
}"""
CHAINS = """query($key: CourseKey!, $section: UsageKey!) {
  viewer { creditEligibility(course: $key) { deadline } }
  course(key: $key) { sequence(key: $section) { title } }
}"""
COURSE = "query($key: CourseKey!) { course(key: $key) { %s } }"
INDEPENDENT = (
    "shortDescription enrollment { mode }",
    "enrollment { mode }",
    "tabs { id } outline { title } dates { blocks { title } }",
)


def waves_by_path(gateway: Gateway, query: str, *, user: str = "alex", **variables: object) -> dict[str, int]:
    """The wave of each call by its path, as explain reports it."""
    answer = gateway.ask(query, variables, user=user, headers=EXPLAIN)
    answer.sound()
    return {call["target"].partition("?")[0]: call["wave"] for call in answer.body["extensions"]["explain"]["calls"]}


@pytest.mark.parametrize("which", INDEPENDENT)
def test_independent_calls_are_one_wave(gateway: Gateway, which: str) -> None:
    for _ in range(12):
        assert set(waves_by_path(gateway, COURSE % which, key=KEY).values()) == {1}
    # The batched calls start a few turns of the loop later; by then the others may be over.
    gateway.lms.faults({"/api/enrollment": {"latency_ms": 60}, "/api/learner_home": {"latency_ms": 90}})
    assert set(waves_by_path(gateway, COURSE % which, key=KEY).values()) == {1}


@pytest.mark.parametrize(("me", "navigation"), [(0, 0), (0, 250), (250, 0)])
def test_parallel_chains_do_not_add_up(gateway: Gateway, me: int, navigation: int) -> None:
    section = gateway.ask(COURSE % "outline { sections { key } }", {"key": KEY}).sound()["course"]["outline"][
        "sections"
    ][0]["key"]
    gateway.lms.faults(
        {"/api/user/v1/me": {"latency_ms": me}, "/api/course_home/v1/navigation": {"latency_ms": navigation}}
    )
    found = waves_by_path(gateway, CHAINS, key=KEY, section=section)
    chains = {path: wave for path, wave in found.items() if "sequence" in path or "eligibility" in path}
    assert len(chains) == 2, found
    assert set(chains.values()) == {2}
    assert max(found.values()) == 2


def test_explain_agrees_with_what_the_lms_sees(gateway: Gateway) -> None:
    examples = Path("gateway/graphiql/examples")
    documents = {
        CREDIT: {"key": KEY},
        (examples / "3-courseware/CoursewarePage.graphql").read_text(): {"key": KEY, "sequence": SEQUENCE},
    }
    for document, variables in documents.items():
        answer = ask_in_waves(gateway, document, variables, scheme="session", headers=EXPLAIN)
        answer.sound()
        calls = answer.body["extensions"]["explain"]["calls"]
        numbers = sorted({call["wave"] for call in calls})
        by_wave = [
            sorted(call["target"].partition("?")[0] for call in calls if call["wave"] == number) for number in numbers
        ]
        assert by_wave == waves(answer.calls)
        assert len(by_wave) == 2


def test_writes_and_the_reads_after_them_are_sequential(gateway: Gateway) -> None:
    goal = "setCourseGoal(input: {course: $key, daysPerWeek: %d, subscribedToReminders: true})"
    parts = (f"w{days}: {goal % days} {{ userErrors {{ message }} course {{ tabs {{ id }} }} }}" for days in (3, 4))
    answer = gateway.ask(f"mutation($key: CourseKey!) {{ {' '.join(parts)} }}", {"key": KEY}, headers=EXPLAIN)
    answer.sound()
    calls = answer.body["extensions"]["explain"]["calls"]
    assert [(call["method"], call["wave"]) for call in calls] == [("POST", 1), ("GET", 2), ("POST", 3), ("GET", 4)]


def test_an_answer_of_the_public_cache_costs_no_wave(lms: DemoLms) -> None:
    cards = "query($keys: [CourseKey!]!) { courses(keys: $keys) { title shortDescription } }"
    both = """query($keys: [CourseKey!]!, $key: CourseKey!) {
      courses(keys: $keys) { title }
      course(key: $key) { tabs { id } outline { title } }
    }"""
    with served(lambda url: create_app(settings_for(lms.url, shared_cache_bytes=1 << 20))) as url:
        gateway = Gateway(url, lms)
        for _ in range(2):
            assert waves_by_path(gateway, cards, user="anonymous", keys=generated(25)) == {
                "/api/courses/v1/courses/": 1
            }
        assert gateway.ask(cards, {"keys": generated(25)}, user="anonymous").calls == []
        lms.faults({METADATA: {"latency_ms": 100}})
        found = waves_by_path(gateway, both, user="anonymous", keys=generated(25), key=KEY)
        assert len(found) == 3
        assert set(found.values()) == {1}
        gateway.close()
