"""A micro-frontend that starts with `initialize()`, and has the client package in its `env.config.jsx`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.support import node
from tests.support.people import KEY

from .conftest import MFE
from .installation import Installation, two_origins
from .mfe import opened


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The application's script, bundled as the build of micro-frontends bundles theirs."""
    node.install(MFE)
    bundle: Path = tmp_path_factory.mktemp("app") / "app.js"
    node.run(MFE / "build.mjs", str(bundle), "app.mjs")
    return bundle.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installation(script: str) -> Iterator[Installation]:
    with two_origins(script) as found:
        yield found


def test_the_first_page_is_answered_from_one_query(chromium: Browser, installation: Installation, app: str) -> None:
    with opened(chromium, installation) as mfe:
        mfe.sign_in("alex")
        addresses = {"lms": installation.lms, "graphql": installation.endpoint, "course": KEY}
        page = mfe.context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(installation.page)
        page.evaluate("addresses => { window.addresses = addresses }", addresses)
        page.add_script_tag(content=app)
        page.wait_for_function("window.answers || window.failed")
        assert page.evaluate("window.failed") is None
        answers = page.evaluate("window.answers")
    assert answers["metadata"]["body"]["title"] == "Urban Beekeeping"
    assert answers["outline"]["body"]["enrollment_mode"] == "verified"
    assert asked.count("/graphql") in {1, 2}, "the text of the query is sent once"
    assert [path for path in asked if path.startswith("/api/course_home/")] == [], json.dumps(asked)
