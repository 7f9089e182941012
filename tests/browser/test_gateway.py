"""GraphiQL on a running gateway in front of the demo LMS, used as a reader would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.lms import DemoLms

from .driver import ColorScheme, GraphiQLPage

COURSE_KEY = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_reader_runs_an_example_and_queries_of_their_own(
    gateway_page: GraphiQLPage, color_scheme: ColorScheme, tmp_path: Path
) -> None:
    gateway_page.assert_readable()
    gateway_page.sign_in("alex")
    gateway_page.pick_example("Dates page")
    assert "query DatesPage($key: CourseKey!" in gateway_page.query()
    assert json.loads(gateway_page.variables()) == {"key": COURSE_KEY}
    gateway_page.run()
    gateway_page.wait_for_response(f'"key": "{COURSE_KEY}"')
    answer = json.loads(gateway_page.response())
    assert "errors" not in answer
    assert answer["data"]["course"]["dates"]["blocks"]
    expect(gateway_page.page.locator(".lectern-explain tbody tr").first).to_be_visible()
    gateway_page.page.screenshot(path=tmp_path / f"example-{color_scheme}.png")
    for view in ("Calls", "Alternatives", "Before and after", "Fault lab"):
        gateway_page.show(view)
        gateway_page.assert_readable()
    gateway_page.sign_in("anonymous")
    expect(gateway_page.page.locator(".lectern-stale")).to_be_visible()
    gateway_page.assert_readable()
    gateway_page.run()
    expect(gateway_page.page.locator(".lectern-note")).to_have_text("Sign in to see course.learnerIsFullAccess.")
    gateway_page.assert_readable()

    gateway_page.sign_in("alex")
    gateway_page.type_query("{ viewer { username } }")
    gateway_page.run()
    gateway_page.wait_for_response('"username": "alex"')
    gateway_page.sign_in("sam")
    gateway_page.run()
    gateway_page.wait_for_response('"username": "sam"')
    gateway_page.assert_clean()


def test_unit_page_is_whole_and_its_calls_are_readable(gateway_page: GraphiQLPage) -> None:
    """As many calls as the README says, in a window of an ordinary laptop.

    And two more: the page's users bring a token and a session, which are asked whether they are the same person's.
    """
    gateway_page.page.set_viewport_size({"width": 1280, "height": 800})
    gateway_page.pick_example("Courseware page")
    gateway_page.run()
    gateway_page.wait_for_response(f'"key": "{COURSE_KEY}"')
    assert "errors" not in json.loads(gateway_page.response())
    expect(gateway_page.page.locator(".lectern-explain > summary")).to_contain_text("12 upstream calls · 2 waves")
    rows = gateway_page.page.locator(".lectern-explain tbody tr")
    heights = rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")
    assert len(heights) == 14
    assert max(heights) < 80, heights
    gateway_page.show("Before and after")
    captions = gateway_page.page.locator(".lectern-bars caption")
    expect(captions.first).to_contain_text("10 calls, 3 deep")
    expect(captions.last).to_contain_text("Through Lectern: 12 calls, 2 waves")
    gateway_page.assert_clean()


def test_fault_lab_shows_what_a_page_loses(gateway_page: GraphiQLPage, lms: DemoLms) -> None:
    losses = gateway_page.page.get_by_label("What the answer lacks")
    gateway_page.pick_example("Progress page")
    gateway_page.run()
    expect(losses).to_have_count(0)
    gateway_page.show("Fault lab")
    progress = gateway_page.page.get_by_label("course_home/progress")
    with gateway_page.page.expect_response(lambda response: response.request.method == "PUT"):
        progress.select_option(label="answers 503")
    assert lms.faulty() == {"/api/course_home/progress/": {"status": 503}}
    gateway_page.run()
    expect(losses).to_have_text("course.progress UPSTREAM_UNAVAILABLE, course_home/progress")
    gateway_page.open()
    gateway_page.run()
    gateway_page.show("Fault lab")
    expect(progress).to_have_value("1")
    gateway_page.page.get_by_role("button", name="Repair all").click()
    expect(progress).to_have_value("0")
    assert lms.faulty() == {}
    gateway_page.assert_clean()
