"""The parts of the GraphiQL page around GraphiQL: links, commands, notes about the answer, and the panel's views."""

from __future__ import annotations

import json
import shutil
import subprocess
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Request, expect

from .driver import QUERY, RESPONSE, GraphiQLPage, open_page

GREETING = 'query Mine($name: String!) { greeting(name: $name) it: greeting(name: "it\'s $HOME `id` \\"q\\"") }'
ANSWER = ".lectern-answer"
EDGE = ".lectern-edge"


def type_greeting(graphiql: GraphiQLPage) -> None:
    graphiql.page.eval_on_selector(
        ".graphiql-query-editor .CodeMirror", "(element, text) => element.CodeMirror.setValue(text)", GREETING
    )
    graphiql.wait_for_operation("Mine")


def test_hint_says_how_to_run_until_it_is_run(stand_in_page: GraphiQLPage) -> None:
    hint = stand_in_page.page.locator(".lectern-hint")
    expect(hint).to_contain_text("Press Ctrl Enter to run")
    stand_in_page.run()
    expect(hint).to_have_count(0)
    expect(stand_in_page.page.locator(ANSWER)).to_contain_text("200 OK")
    assert "explain" not in json.loads(stand_in_page.response()).get("extensions", {})
    stand_in_page.type_query("{ accept }")
    stand_in_page.pick_example("Shout")
    expect(hint).to_be_visible()
    stand_in_page.page.get_by_role("tab").first.click()
    expect(stand_in_page.page.locator(ANSWER)).to_contain_text("200 OK")
    stand_in_page.assert_clean()


def test_link_fills_a_tab_and_runs_nothing(chromium: Browser, stand_in_page: GraphiQLPage) -> None:
    stand_in_page.sign_in("sam")
    type_greeting(stand_in_page)
    link = stand_in_page.copied("Copy link")
    assert parse_qs(urlsplit(link).fragment) == {
        "query": [GREETING],
        "variables": [stand_in_page.variables()],
        "user": ["sam"],
    }
    hostile = "&headers=%7B%22Authorization%22%3A%22Bearer+alex%22%7D&session=of-alex&operationName=Other"
    sent: list[Request] = []
    for other in open_page(chromium, stand_in_page.base_url, "light"):
        other.page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
        other.page.goto(link + hostile)
        other.wait_for_query("query Mine")
        other.wait_for_operation("Mine")
        assert json.loads(other.variables()) == {"name": "reader"}
        expect(other.page.get_by_label("Signed in as")).to_have_value("sam")
        assert [json.loads(request.post_data or "")["operationName"] for request in sent] == ["IntrospectionQuery"]
        assert other.page.evaluate("() => [location.hash, document.cookie]") == ["", ""]
        other.run()
        assert sent[-1].headers["authorization"] == "Bearer sam"
        other.page.goto(f"{other.base_url}/graphiql#query=%7B+accept+%7D&user=nobody")
        other.wait_for_query("{ accept }")
        expect(other.page.get_by_role("tab")).to_have_count(2)
        expect(other.page.get_by_label("Signed in as")).to_have_value("sam")
        other.open()
        expect(other.page.get_by_label("Signed in as")).to_have_value("anonymous")
        other.assert_clean()


def test_copied_command_asks_the_same(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.sign_in("sam")
    type_greeting(stand_in_page)
    command = stand_in_page.copied("Copy as curl")
    assert "authorization: Bearer sam" in command
    assert "-b 'session=of-sam'" in command
    stand_in_page.run()
    shell = shutil.which("sh")
    assert shell
    answer = subprocess.run([shell, "-c", f"{command} -s"], capture_output=True, check=True).stdout  # noqa: S603
    assert json.loads(answer) == json.loads(stand_in_page.response())
    assert json.loads(answer)["data"]["it"] == 'Hello, it\'s $HOME `id` "q"'


def test_copied_command_has_no_credentials_of_the_header_editor(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.sign_in("sam")
    stand_in_page.type_headers('{"Authorization": "Bearer secret", "X-Key": "secret", "Accept-Language": "es"}')
    command = stand_in_page.copied("Copy as curl")
    assert "secret" not in command
    assert "of-sam" not in command
    assert "'authorization: <your authorization>'" in command
    assert "'x-key: <your x-key>'" in command
    assert "'accept-language: es'" in command


def test_headers_that_no_request_can_have_are_no_run(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.run()
    expect(stand_in_page.page.locator(ANSWER)).to_contain_text("200 OK")
    stand_in_page.type_headers('{"not a name": "1"}')
    stand_in_page.page.locator(QUERY).click()
    stand_in_page.page.keyboard.press("Control+Enter")
    stand_in_page.wait_for_response("Invalid name")
    expect(stand_in_page.page.locator(ANSWER)).to_have_count(0)


def test_answer_of_another_user_is_marked_until_it_is_run_again(stand_in_page: GraphiQLPage) -> None:
    stale = stand_in_page.page.locator(".lectern-stale")
    stand_in_page.sign_in("alex")
    stand_in_page.run()
    expect(stale).to_have_count(0)
    stand_in_page.sign_in("sam")
    expect(stale).to_have_text("The answer of alex. Run again to see it as sam.")
    outline = stand_in_page.page.locator(".result-window").evaluate("window => getComputedStyle(window).outlineStyle")
    assert outline == "dashed"
    stand_in_page.run()
    expect(stale).to_have_count(0)


def test_nulls_of_a_visitor_show_a_hint_to_sign_in(stand_in_page: GraphiQLPage) -> None:
    note = stand_in_page.page.locator(".lectern-note")
    stand_in_page.type_query("{ viewer { username } }")
    stand_in_page.run()
    expect(note).to_contain_text("Sign in to see a learner's fields")
    stand_in_page.sign_in("sam")
    stand_in_page.type_query("{ session nothing: viewer { __typename } }")
    stand_in_page.run()
    expect(note).to_have_count(0)


def test_stop_ends_the_request(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.pick_example("Deferred greeting")
    stand_in_page.page.route("**/graphql", lambda route: None)
    stand_in_page.page.get_by_role("button", name="Execute query (Ctrl-Enter)").click()
    expect(stand_in_page.page.locator(ANSWER)).to_have_text("Running…")
    with stand_in_page.page.expect_event("requestfailed"):
        stand_in_page.page.get_by_role("button", name="Stop query (Ctrl-Enter)").click()
    expect(stand_in_page.page.locator(ANSWER)).to_contain_text("Stopped after")
    assert stand_in_page.response() == ""


def test_keyboard_leaves_an_editor(stand_in_page: GraphiQLPage) -> None:
    page = stand_in_page.page
    in_editor = "selector => document.activeElement.closest(selector) !== null"
    page.locator(QUERY).click()
    page.keyboard.press("Tab")
    assert page.evaluate(in_editor, QUERY), "Tab indents"
    for leave in ("Tab", "Shift+Tab"):
        page.keyboard.press("Escape")
        page.keyboard.press(leave)
        assert not page.evaluate(in_editor, QUERY)
        page.locator(QUERY).click()
    page.keyboard.press("Tab")
    assert page.evaluate(in_editor, QUERY), "without Escape it indents again"
    stand_in_page.assert_clean()


@pytest.mark.parametrize("by", ["keyboard", "pointer"])
def test_panel_is_resized_and_remembers_it(stand_in_page: GraphiQLPage, by: str) -> None:
    stand_in_page.run()
    panel, edge = stand_in_page.page.locator(".lectern-explain"), stand_in_page.page.locator(EDGE)
    box, pane = edge.bounding_box(), stand_in_page.page.locator(".graphiql-response").bounding_box()
    assert box
    assert pane
    if by == "keyboard":
        edge.press("Home")
        for _ in range(4):
            edge.press("ArrowUp")
    else:
        stand_in_page.page.mouse.move(box["x"] + 9, box["y"] + 3)
        stand_in_page.page.mouse.down()
        stand_in_page.page.mouse.move(box["x"] + 9, pane["y"] + 0.7 * pane["height"])
        stand_in_page.page.mouse.up()
        stand_in_page.page.mouse.move(0, 0)
    expect(edge).to_have_attribute("aria-valuenow", "30")
    height = panel.evaluate("panel => panel.getBoundingClientRect().height")
    assert height == pytest.approx(0.3 * pane["height"], abs=2)
    stand_in_page.open()
    stand_in_page.run()
    expect(edge).to_have_attribute("aria-valuenow", "30")
    stand_in_page.assert_clean()


def test_alternatives_are_drawn_with_their_price(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.run()
    stand_in_page.show("Alternatives")
    picture = stand_in_page.page.locator(".lectern-bars")
    expect(picture).to_have_count(1)
    expect(picture.locator("caption")).to_have_text("viewer is read from")
    expect(picture.locator("tr")).to_have_text(["a1 call · 100 ms", "or b + d2 calls · 200 ms · 1 with effects"])
    widths = picture.locator(".lectern-bar-cell > div").evaluate_all("all => all.map(bar => bar.offsetWidth)")
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)
    stand_in_page.assert_clean()


def test_page_of_today_is_drawn_before_the_plan(stand_in_page: GraphiQLPage) -> None:
    stand_in_page.run()
    stand_in_page.show("Before and after")
    captions = stand_in_page.page.locator(".lectern-bars caption")
    expect(captions).to_have_text(
        ["Today (a front end): 5 calls, 3 deep, 335 ms", "Through Lectern: 2 calls, 2 waves, 200 ms"]
    )
    stand_in_page.page.get_by_label("The browser's network").select_option(label="a phone, 150 ms")
    expect(captions.first).to_contain_text("605 ms")
    expect(captions.last).to_contain_text("290 ms")
    bars = stand_in_page.page.locator(".lectern-bars").first.locator(".lectern-bar-cell > div")
    boxes = [bars.nth(place).bounding_box() for place in range(4)]
    ends = [box["x"] + box["width"] for box in boxes if box]
    starts = [box["x"] for box in boxes if box]
    assert starts[0] == starts[1]
    assert starts[2] == pytest.approx(ends[0], abs=1)
    assert starts[3] == pytest.approx(ends[2], abs=1)
    expect(stand_in_page.page.locator(".lectern-bars tr").nth(2)).to_contain_text("15 ms or more")
    stand_in_page.type_query("{ accept }")
    stand_in_page.run()
    expect(captions).to_have_count(0)
    stand_in_page.assert_clean()


def test_empty_answer_pane_is_the_answers_own(stand_in_page: GraphiQLPage) -> None:
    """An error of the network is shown as one, and the line has no status for it."""
    stand_in_page.page.route("**/graphql", lambda route: route.abort())
    stand_in_page.page.get_by_role("button", name="Execute query (Ctrl-Enter)").click()
    expect(stand_in_page.page.locator(ANSWER)).to_contain_text("No answer")
    assert "Failed to fetch" in stand_in_page.page.locator(RESPONSE).inner_text()
