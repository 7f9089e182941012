"""Headless Chromium for the browser tests, without access to any origin except the server under test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from gateway.graphiql.assets import missing_files
from tests.support import node

from . import stand_in
from .driver import ColorScheme, GraphiQLPage, open_page

MFE = Path(__file__).parents[1] / "clients" / "frontend_platform"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.lectern.test 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright. Missing parts are failures that say what to install."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        pytest.fail("the browser tests need Chromium: apt-get install chromium", pytrace=False)
    if missing_files():
        pytest.fail("the browser tests need GraphiQL's files: python -m gateway.graphiql.assets", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of a micro-frontend's page, bundled from the packages of npm."""
    node.install(MFE)
    bundle = tmp_path_factory.mktemp("mfe") / "page.js"
    node.run(MFE / "build.mjs", str(bundle))
    return bundle.read_text(encoding="utf-8")


@pytest.fixture
def color_scheme() -> ColorScheme:
    """The system's colour scheme; a test overrides it by parametrizing."""
    return "light"


@pytest.fixture(scope="session")
def stand_in_url() -> Iterator[str]:
    """The page on a small server whose answers the tests know."""
    with stand_in.serve(stand_in.application()) as url:
        yield url


@pytest.fixture
def stand_in_page(chromium: Browser, stand_in_url: str, color_scheme: ColorScheme) -> Iterator[GraphiQLPage]:
    """GraphiQL, opened on the stand-in server."""
    for graphiql in open_page(chromium, stand_in_url, color_scheme):
        graphiql.open()
        yield graphiql


@pytest.fixture
def gateway_page(
    chromium: Browser, gateway_url: str, lms_url: str, color_scheme: ColorScheme
) -> Iterator[GraphiQLPage]:
    """GraphiQL, opened on a running gateway in front of the demo LMS, whose faults it can set."""
    for graphiql in open_page(chromium, gateway_url, color_scheme, allowed=lms_url):
        graphiql.open()
        yield graphiql
