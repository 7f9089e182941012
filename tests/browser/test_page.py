"""The GraphiQL page in a real browser, on a small server with known answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .driver import ColorScheme, GraphiQLPage, open_page
from .stand_in import FIELDS

SHOWN_FIELDS = ", ".join(FIELDS[:2])
SIGNED_IN_AS = "Signed in as"


def test_first_example_is_ready_to_run(stand_in_page: GraphiQLPage) -> None:
    assert stand_in_page.page.title() == "Lectern"
    assert "query Greeting($name: String!)" in stand_in_page.query()
    assert json.loads(stand_in_page.variables()) == {"name": "reader"}
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting": "Hello, reader"')
    stand_in_page.assert_clean()


def test_examples_open_in_place_of_an_untouched_one_else_in_a_new_tab(stand_in_page: GraphiQLPage) -> None:
    groups = stand_in_page.page.locator("#lectern-examples optgroup").evaluate_all("all => all.map(g => g.label)")
    assert groups == ["First page", "Second page"]
    tabs = stand_in_page.page.get_by_role("tab")
    stand_in_page.pick_example("Shout")
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting": "HELLO, AGAIN"')
    stand_in_page.pick_example("Deferred greeting")
    assert stand_in_page.response() == "", "the last example's answer is not this one's"
    expect(tabs).to_contain_text(["Deferred"])
    expect(tabs).to_have_count(1)
    stand_in_page.type_query("{ accept }")
    stand_in_page.pick_example("Shout")
    expect(tabs).to_have_count(2)
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting": "HELLO, AGAIN"')
    tabs.first.click()
    stand_in_page.wait_for_query("{ accept }")
    stand_in_page.assert_clean()


def test_example_can_be_run_at_the_moment_it_is_picked(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.type_query("{ accept }")
    stand_in_page.page.evaluate(
        """() => {
            const menu = document.getElementById("lectern-examples");
            menu.value = [...menu.options].find(option => option.text === "Shout").value;
            menu.dispatchEvent(new Event("change"));
            document.querySelector(".graphiql-execute-button").click();
        }"""
    )
    stand_in_page.wait_for_response('"greeting": "HELLO, AGAIN"')
    expect(stand_in_page.page.get_by_role("tab")).to_have_count(2)
    stand_in_page.wait_for_query("query Shout")
    stand_in_page.assert_clean()


def test_active_tab_is_in_sight(stand_in_page: GraphiQLPage) -> None:
    for number in range(9):
        stand_in_page.type_query(f"query AQueryOfMine{number} {{ accept }}")
        stand_in_page.pick_example("Shout")
    tabs = stand_in_page.page.get_by_role("tab")
    expect(tabs).to_have_count(10)
    expect(tabs.last).to_be_in_viewport(ratio=1)
    stand_in_page.assert_clean()


def test_phone_shows_query_and_answer_one_below_the_other(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.page.set_viewport_size({"width": 390, "height": 844})
    stand_in_page.open()
    stand_in_page.pick_example("Shout")
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting": "HELLO, AGAIN"')
    query = stand_in_page.page.locator(".graphiql-query-editor").bounding_box()
    answer = stand_in_page.page.locator(".result-window").bounding_box()
    assert query
    assert answer
    assert min(query["width"], answer["width"]) > 350
    assert min(query["height"], answer["height"]) > 200
    assert query["y"] + query["height"] <= answer["y"]
    assert stand_in_page.page.evaluate("document.documentElement.scrollWidth") == 390
    stand_in_page.page.locator(".lectern-explain > summary").click()
    panel = stand_in_page.page.locator(".lectern-explain table").bounding_box()
    assert panel
    assert panel["width"] <= answer["width"]


def test_user_switch_sets_authorization_and_is_remembered(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.type_query("{ viewer { username } }")
    stand_in_page.run()
    stand_in_page.wait_for_response('"username": null')
    stand_in_page.sign_in("sam")
    stand_in_page.run()
    stand_in_page.wait_for_response('"username": "sam"')
    stand_in_page.open()
    expect(stand_in_page.page.get_by_label(SIGNED_IN_AS)).to_have_value("sam")
    stand_in_page.type_query("{ viewer { username } }")
    stand_in_page.run()
    stand_in_page.wait_for_response('"username": "sam"')
    stand_in_page.assert_clean()


def test_header_editor_wins_over_the_user_switch(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.sign_in("sam")
    stand_in_page.type_query("{ viewer { username } session }")
    stand_in_page.type_headers('{"AUTHORIZATION": "Bearer alex"}')
    stand_in_page.run()
    stand_in_page.wait_for_response('"username": "alex"')
    assert json.loads(stand_in_page.response())["data"]["session"] is None, "sam's session is not for alex"
    stand_in_page.assert_clean()


def test_user_switch_brings_the_session_of_that_user_only(stand_in_page: GraphiQLPage) -> None:
    def session() -> object:
        stand_in_page.type_query("{ session }")
        stand_in_page.run()
        stand_in_page.wait_for_response('"session"')
        return json.loads(stand_in_page.response())["data"]["session"]

    stand_in_page.sign_in("sam")
    assert session() == "of-sam"
    stand_in_page.sign_in("alex")
    assert session() == "of-alex"
    assert stand_in_page.page.evaluate("document.cookie") == "", "for the endpoint's path alone"
    stand_in_page.sign_in("anonymous")
    assert session() is None
    stand_in_page.assert_clean()


def test_requests_ask_for_graphql_responses(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.type_query("{ accept }")
    stand_in_page.run()
    stand_in_page.wait_for_response('"accept": "application/graphql-response+json, application/json"')


def test_deferred_parts_arrive_after_the_first(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.record_responses()
    stand_in_page.pick_example("Deferred greeting")
    stand_in_page.run()
    stand_in_page.wait_for_response('"slow": "arrived"')
    shown = stand_in_page.recorded_responses()
    early = [text for text in shown if "viewer" in text and "arrived" not in text]
    assert early, "the first part was not shown before the deferred one arrived"
    assert json.loads(stand_in_page.response())["data"] == {"viewer": {"username": None}, "slow": "arrived"}
    stand_in_page.assert_clean()


def test_explain_panel_shows_the_upstream_calls(stand_in_page: GraphiQLPage) -> None:
    panel = stand_in_page.page.locator(".lectern-explain")
    stand_in_page.run()
    expect(panel.locator("summary").first).to_have_text("3 upstream calls · 2 waves · 42 ms · 2.0 KiB")
    expect(panel.locator("thead th")).to_have_text(["Call", "Timeline", "Status", "ms", "Bytes", "Batch"])
    expect(panel.locator("tbody th")).to_have_text(["Wave 1 · 2 calls at once", "Wave 2 · 1 call"])
    rows = panel.locator("tbody tr:has(td)")
    expect(rows.nth(0).locator("td:not(:first-child)")).to_have_text(["", "200", "12", "2.0 KiB", "2"])
    expect(rows.nth(1).locator("td:not(:first-child)")).to_have_text(["", "cached", "", "", ""])
    expect(rows.nth(2).locator("td:not(:first-child)")).to_have_text(["", "503 UPSTREAM", "29", "17 B", ""])
    expect(rows.locator("td summary")).to_have_text(
        ["GET a", "GET /api/cfeeds viewer.username", "GET /api/<b>feeds viewer.tour, " + SHOWN_FIELDS + "+10 more"]
    )
    bars = [box for row in (0, 2) if (box := rows.nth(row).locator(".lectern-track > div").bounding_box())]
    assert bars[0]["x"] + bars[0]["width"] <= bars[1]["x"] + 1, "the second wave's bar begins after the first one's end"
    rows.nth(2).locator("summary").click()
    every = ", ".join(["viewer.tour.id", "viewer.tour.showCoursewareTour", *FIELDS])
    expect(rows.nth(2).locator("p")).to_have_text(["GET /api/<b>", f"feeds {every}"])
    panel.locator("summary").first.click()
    expect(panel.locator("table")).to_be_hidden()
    stand_in_page.assert_clean()


def test_explain_is_on_until_it_is_switched_off(stand_in_page: GraphiQLPage) -> None:
    switch = stand_in_page.page.get_by_label("Explain upstream calls")
    expect(switch).to_be_checked()
    switch.uncheck()
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting"')
    expect(stand_in_page.page.locator(".lectern-explain")).to_have_count(0)
    stand_in_page.open()
    expect(switch).not_to_be_checked()


def test_docs_explorer_and_settings_open_under_the_policy(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.page.get_by_label("Show Documentation Explorer").click()
    stand_in_page.page.get_by_role("link", name="Query", exact=True).click()
    expect(stand_in_page.page.get_by_text("Whoever the Authorization header names.")).to_be_visible()
    stand_in_page.page.get_by_label("Show GraphiQL Explorer").click()
    stand_in_page.page.locator(".graphiql-explorer-field-view", has_text="accept").first.click()
    stand_in_page.wait_for_query("accept")
    stand_in_page.page.get_by_label("Open settings dialog").click()
    expect(stand_in_page.page.get_by_role("dialog")).to_be_visible()
    assert stand_in_page.foreign_requests == []
    assert [text for text in stand_in_page.complaints if "Content Security Policy" in text] == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_page_follows_the_colour_scheme(stand_in_page: GraphiQLPage, color_scheme: ColorScheme, tmp_path: Path) -> None:
    stand_in_page.run()
    stand_in_page.wait_for_response('"greeting"')
    stand_in_page.page.screenshot(path=tmp_path / f"graphiql-{color_scheme}.png")
    background = stand_in_page.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    lightness = sum(int(part) for part in background.removeprefix("rgb(").removesuffix(")").split(","))
    assert (lightness > 3 * 128) == (color_scheme == "light")


def test_another_origin_would_be_noticed(chromium: Browser, stand_in_url: str) -> None:
    """The guard itself: a page that asks another origin is refused, recorded and not clean."""
    for graphiql in open_page(chromium, stand_in_url, "light"):
        graphiql.page.goto(f"{stand_in_url}/graphql?query={{viewer{{username}}}}")
        graphiql.page.evaluate("() => fetch('https://other.example/').catch(() => undefined)")
        assert graphiql.foreign_requests == ["https://other.example/"]
        with pytest.raises(AssertionError):
            graphiql.assert_clean()
