"""GraphiQL on a running gateway in front of the demo LMS, used as a reader would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .driver import ColorScheme, GraphiQLPage

COURSE_KEY = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_reader_runs_an_example_and_queries_of_their_own(
    gateway_page: GraphiQLPage, color_scheme: ColorScheme, tmp_path: Path
) -> None:
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
    gateway_page.sign_in("anonymous")
    gateway_page.run()
    gateway_page.wait_for_response('"username": null')
    gateway_page.assert_clean()
