"""The micro-frontends' own REST calls, answered from one query for each page by `lectern-client/frontend-platform`.

The page makes the calls of the learning micro-frontend with `getAuthenticatedHttpClient()`, first at the LMS alone,
then with the package installed. What it reads has to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.people import BOTANY, GATED, KEY, NOT_STARTED

from .installation import Installation, two_origins
from .mfe import SEQUENCE, Mfe, opened

README = Path(__file__).parents[2] / "clients" / "javascript" / "README.md"
OTHER_SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
UNIT = "block-v1:OpenedX+DemoX+DemoCourse+type@vertical+block@e935a58b66f8f5b851811fe71dde8c56"
PAGES = ("home", "dates", "progress", "unit")
GRAPHQL = "/graphql"
WEIGHTS = {
    "course_home/course_metadata": 89,
    "course_home/outline": 173,
    "course_home/dates": 101,
    "course_home/progress": 212,
    "course_home/v1/navigation": 57,
    "courseware/course": 101,
    "courseware/sequence": 55,
    "learning_sequences": 41,
    "discussion/v1/courses": 37,
    "discussion/v2/course_topics": 120,
    "user_tours": 19,
}
"""Milliseconds that a real LMS takes."""
MOBILE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""A phone's network: 150 ms of latency, 1.6 Mbit/s down and 0.72 Mbit/s up."""
UNREAD = {
    "outline": "lms_web_url complete resume_block hide_from_toc",
    "learning_sequences": "days_early_for_beta entrance_exam_id published_at published_version user_id at_time "
    "username inaccessible_after_due due start effective_start exam",
    "info": "media short_description start_display start_type is_integrity_signature_enabled",
    "sequence": "gated_sequence_paywall",
    "navigation": "complete completion_stat description effort_activities effort_time resume_block hide_from_toc due "
    "has_scheduled_content icon",
    "discussion": "blackouts thread_list_url following_thread_list_url topics_url allow_anonymous "
    "allow_anonymous_to_peers user_roles has_moderation_privileges is_group_ta is_user_admin is_course_staff "
    "is_course_admin enable_in_context group_at_subsection edit_reasons post_close_reasons "
    "is_notify_all_learners_enabled",
}
"""What bodies may lack, since no page reads it there: of the outline's blocks it is that of the course and sections."""

ANEW = frozenset({"at_time"})
"""Values that differ in each answer of the LMS."""

Json = dict[str, Any]


@pytest.fixture(scope="module")
def _installation(script: str) -> Iterator[Installation]:
    with two_origins(script) as installation:
        yield installation


@pytest.fixture
def mfe(chromium: Browser, _installation: Installation) -> Iterator[Mfe]:
    _installation.demo.reset()
    with opened(chromium, _installation) as page:
        yield page
    _installation.demo.faults({})


MORE = frozenset({"assignment_type_grade_summary", "final_grades"})
"""What bodies have although an older release does not send it: the newest pages need it."""


def differing(shown: Any, expected: Any, unread: frozenset[str], where: str) -> list[str]:
    """The differences between a body and the LMS's own."""
    if isinstance(shown, dict) and isinstance(expected, dict):
        lacking = [f"{where}.{name} is missing" for name in expected.keys() - shown.keys() - unread]
        more = [f"{where}.{name} is too much" for name in shown.keys() - expected.keys() - MORE]
        both = (
            differing(shown[name], expected[name], unread, f"{where}.{name}")
            for name in shown.keys() & expected.keys() - ANEW
        )
        return [*lacking, *more, *(line for lines in both for line in lines)]
    if isinstance(shown, list) and isinstance(expected, list) and len(shown) == len(expected):
        pairs = enumerate(zip(shown, expected, strict=True))
        return [line for at, pair in pairs for line in differing(*pair, unread, f"{where}[{at}]")]
    return [] if shown == expected else [f"{where}: {shown!r} instead of {expected!r}"]


PEOPLE = [
    *((user, course) for user in ("alex", "sam", "taylor") for course in (KEY, BOTANY)),
    *(("jordan", KEY), ("alex", GATED), ("taylor", NOT_STARTED)),
]


@pytest.mark.parametrize(("user", "course"), PEOPLE)
def test_bodies_are_the_same(mfe: Mfe, user: str, course: str) -> None:
    mfe.sign_in(user)
    mfe.load("home", course)  # a streak is reported once
    sequence = SEQUENCE if course == KEY else f"{course.replace('course-', 'block-')}+type@sequential+block@soil"
    expected = {page: mfe.load(page, course, sequence)["answers"] for page in PAGES}
    mfe.install()
    for page in PAGES:
        shown = mfe.load(page, course, sequence)["answers"]
        assert shown.keys() == expected[page].keys()
        for name, answer in shown.items():
            unread = UNREAD.get("learning_sequences" if (page, name) == ("unit", "outline") else name, "")
            assert differing(answer, expected[page][name], frozenset(unread.split()), f"{page}.{name}") == []


def figures() -> dict[str, tuple[int, int]]:
    """Calls of each page as the README has them: at the LMS alone, and with the package."""
    rows = re.findall(r"^\| (home|dates|progress|unit)[^|]*\| (\d+) \| (\d+) \|", README.read_text(), re.MULTILINE)
    return {page: (int(before), int(after)) for page, before, after in rows}


@pytest.mark.parametrize("page", PAGES)
def test_calls_are_as_few_as_the_readme_has_them(mfe: Mfe, page: str) -> None:
    mfe.sign_in("alex")
    mfe.load(page)
    alone = mfe.gets()
    mfe.install()
    mfe.load(page)  # the gateway gets to know the query
    assert mfe.load(page)["fallbacks"] == []
    together = mfe.gets()
    assert together.count(GRAPHQL) == 1
    assert (len(alone), len(together)) == figures()[page]


def test_pages_are_there_sooner_on_a_phones_network(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.installation.demo.faults({f"/api/{path}": {"latency_ms": ms} for path, ms in WEIGHTS.items()})
    session = mfe.context.new_cdp_session(mfe.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", MOBILE)
    alone = {page: min(mfe.load(page)["ms"] for _ in range(3)) for page in PAGES}
    mfe.install()
    mfe.load("unit")
    together = {page: min(mfe.load(page)["ms"] for _ in range(3)) for page in PAGES}
    print({page: (round(alone[page]), round(together[page])) for page in PAGES})
    assert together["unit"] < 0.85 * alone["unit"]
    assert all(together[page] < 1.15 * alone[page] for page in PAGES)


def test_a_page_that_is_loaded_again_is_asked_for_anew(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.install()
    mfe.load("dates")
    mfe.load("dates")
    assert mfe.gets().count(GRAPHQL) == 1
    assert mfe.load("home")["answers"]["outline"]["body"]["course_goals"]["selected_goal"]["days_per_week"] == 3
    body = {"course_id": KEY, "days_per_week": 5, "subscribed_to_reminders": True}
    url = f"{mfe.installation.lms}/api/course_home/save_course_goal"
    assert mfe.page.evaluate("([url, body]) => window.mfe.post(url, body)", [url, body]) == 200
    assert mfe.load("home")["answers"]["outline"]["body"]["course_goals"]["selected_goal"]["days_per_week"] == 5


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"kind": "html"}, {"status": 429, "retry_after": 3}],
    ids=["500", "html", "429"],
)
def test_a_failed_call_is_the_lmss_own_answer(mfe: Mfe, fault: Json) -> None:
    mfe.sign_in("alex")
    mfe.installation.demo.faults({"/api/course_home/outline": fault})
    expected = mfe.load("home")["answers"]
    mfe.install()
    loaded = mfe.load("home")
    assert loaded["fallbacks"] != []
    assert loaded["answers"]["metadata"]["status"] == 200
    assert loaded["answers"]["outline"]["status"] == expected["outline"]["status"]


def test_a_gateway_that_is_not_there_is_not_waited_for_twice(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    expected = mfe.load("home")["answers"]
    mfe.installation.demo.reset()
    given = [mfe.installation.lms, "http://127.0.0.1:9/graphql", {}]
    mfe.page.evaluate("given => window.mfe.install(...given)", given)
    first = mfe.load("home")
    assert first["answers"]["outline"]["body"].keys() == expected["outline"]["body"].keys()
    assert len(first["fallbacks"]) == 1
    assert mfe.load("home")["fallbacks"] == []
    assert "/graphql" not in mfe.gets()


def test_other_calls_than_a_pages_own_go_to_the_lms(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.install()
    mfe.load("unit", subject=UNIT)  # a unit's key in the place of its sequence's
    assert [path for path in mfe.gets() if "courseware/sequence" in path] == [f"/api/courseware/sequence/{UNIT}"]
    lms = mfe.installation.lms
    mfe.requests.clear()
    mfe.page.evaluate(
        """async ([lms, course, sequence]) => {
          const { answers } = await window.mfe.load(lms, 'home', course);
          return answers;
        }""",
        [lms, "course-v1:No+Such+Run", OTHER_SEQUENCE],
    )
    assert "/api/course_home/outline/course-v1:No+Such+Run" in mfe.gets()


def test_nothing_of_one_person_is_given_to_the_next(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.install(settle=10)
    mfe.load("home")
    mfe.context.clear_cookies()
    mfe.page.reload()
    mfe.page.evaluate("lms => window.mfe.start(lms)", mfe.installation.lms)
    mfe.sign_in("sam")
    mfe.install()
    assert mfe.load("home")["answers"]["metadata"]["body"]["username"] == "sam"


def test_it_can_be_taken_off_again(mfe: Mfe) -> None:
    mfe.sign_in("alex")
    mfe.install()
    mfe.page.evaluate("() => window.mfe.uninstall()")
    mfe.load("home")
    assert GRAPHQL not in mfe.gets()
