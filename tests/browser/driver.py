"""Drives the GraphiQL page in a browser without access to other origins."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route
from playwright.sync_api import TimeoutError as BrowserTimeout

TIMEOUT_MS = 15_000
QUERY = ".graphiql-query-editor .CodeMirror"
VARIABLES = 'section[aria-label="Variables"] .CodeMirror'
RESPONSE = ".result-window .CodeMirror"
CONTRAST = Path(__file__).with_name("contrast.js")
LEAST_CONTRAST = 4.5
ColorScheme = Literal["light", "dark"]


@dataclass
class GraphiQLPage:
    """One open page, with the steps a reader does and a record of what the browser complained about."""

    page: Page
    base_url: str
    foreign_requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self) -> None:
        """Open /graphiql and wait until the schema has arrived and the editor knows it."""
        with self.page.expect_event("requestfinished", lambda request: request.method == "POST"):
            self.page.goto(f"{self.base_url}/graphiql")
        self.page.locator(QUERY).wait_for()

    def pick_example(self, title: str) -> None:
        """Pick an example and wait until the editor holds its document."""
        self.page.get_by_label("Examples").select_option(label=title)
        document = next(example["document"] for example in self.config()["examples"] if example["title"] == title)
        self.page.wait_for_function(
            "([editor, text]) => document.querySelector(editor).CodeMirror.getValue() === text", arg=[QUERY, document]
        )

    def config(self) -> dict[str, Any]:
        """The configuration that the server gave to the page."""
        config: dict[str, Any] = json.loads(self.page.locator("#lectern-config").text_content() or "")
        return config

    def sign_in(self, name: str) -> None:
        self.page.get_by_label("Signed in as").select_option(value=name)

    def type_query(self, text: str) -> None:
        """Replace the open tab's document by typing, brackets closing themselves as for a person."""
        self.page.locator(QUERY).click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Escape")

    def type_headers(self, text: str) -> None:
        self.page.get_by_role("button", name="Headers").click()
        self.page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def run(self) -> None:
        """Run by keyboard and wait for the end of the answer."""
        self.page.locator(QUERY).click()
        with self.page.expect_request(lambda request: request.method == "POST"):
            self.page.keyboard.press("Control+Enter")
        # GraphiQL empties the answer before it sends the request, and its button changes a moment later.
        self.page.wait_for_function(
            "editor => document.querySelector(editor).CodeMirror.getValue() !== ''", arg=RESPONSE
        )
        self.page.get_by_role("button", name="Execute query (Ctrl-Enter)").wait_for()

    def show(self, view: str) -> None:
        """Show a view of the panel under the answer."""
        self.page.locator(".lectern-views").get_by_role("button", name=view).click()

    def copied(self, button: str) -> str:
        """Press a button that copies, and read the clipboard."""
        self.page.get_by_role("button", name=button).click()
        self.page.get_by_role("button", name="Copied").wait_for()
        text: str = self.page.evaluate("() => navigator.clipboard.readText()")
        return text

    def query(self) -> str:
        return self._text(QUERY)

    def variables(self) -> str:
        return self._text(VARIABLES)

    def response(self) -> str:
        return self._text(RESPONSE)

    def wait_for_query(self, text: str) -> None:
        self._wait_for(QUERY, text)

    def wait_for_response(self, text: str) -> None:
        self._wait_for(RESPONSE, text)

    def wait_for_operation(self, name: str) -> None:
        """Wait until GraphiQL knows the document's operation, which it does a moment after a change."""
        self.page.wait_for_function(
            "([editor, name]) => document.querySelector(editor).CodeMirror.operationName === name",
            arg=[QUERY, name],
        )

    def record_responses(self) -> None:
        """From now on, keep every text that the response editor shows, for ``recorded_responses``."""
        self.page.eval_on_selector(
            RESPONSE,
            """element => {
                window.shown = [];
                element.CodeMirror.on("change", editor => window.shown.push(editor.getValue()));
            }""",
        )

    def recorded_responses(self) -> list[str]:
        shown: list[str] = self.page.evaluate("() => window.shown")
        return shown

    def _text(self, editor: str) -> str:
        # The editor draws only the lines in view, so its text is asked of the editor itself.
        text: str = self.page.eval_on_selector(editor, "element => element.CodeMirror.getValue()")
        return text

    def _wait_for(self, editor: str, text: str) -> None:
        """Wait until the editor holds the text; a failure shows what it held instead."""
        try:
            self.page.wait_for_function(
                "([editor, text]) => document.querySelector(editor).CodeMirror.getValue().includes(text)",
                arg=[editor, text],
            )
        except BrowserTimeout as error:
            raise AssertionError(f"{text!r} not in the editor: {self._text(editor)[:2000]}") from error

    def assert_readable(self) -> None:
        """Every text of the page's own elements has at least the contrast that WCAG asks for."""
        contrast = self.page.evaluate(CONTRAST.read_text(encoding="utf-8"), LEAST_CONTRAST)
        assert contrast["count"] > 8
        assert contrast["low"] == [], contrast["low"]

    def assert_clean(self) -> None:
        """No request went to another origin, and there was no error of a script or of the security policy."""
        assert self.foreign_requests == []
        assert self.complaints == []


def open_page(
    browser: Browser, base_url: str, color_scheme: ColorScheme, *, allowed: str | None = None
) -> Iterator[GraphiQLPage]:
    """A page in a fresh profile: origins but its own and `allowed` are refused and recorded, complaints are kept."""
    context = browser.new_context(
        viewport={"width": 1360, "height": 860},
        color_scheme=color_scheme,
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(TIMEOUT_MS)
    graphiql = GraphiQLPage(context.new_page(), base_url)

    hosts = {urlsplit(url).netloc for url in (base_url, allowed) if url is not None}

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).netloc in hosts:
            route.continue_()
        else:
            graphiql.foreign_requests.append(route.request.url)
            route.abort()

    def complain(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            graphiql.complaints.append(message.text)

    context.route("**/*", guard)
    graphiql.page.on("console", complain)
    graphiql.page.on("pageerror", lambda error: graphiql.complaints.append(str(error)))
    yield graphiql
    context.close()
