"""The page of a micro-frontend in the browser, see `tests/clients/frontend_platform/page.mjs`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.people import KEY

from .installation import Installation

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a72147a79c9820be313a4941f8f8301e"


@dataclass
class Mfe:
    """The page of a micro-frontend, and the requests it has made."""

    page: Page
    installation: Installation
    requests: list[tuple[str, str]] = field(default_factory=list)

    def open(self) -> None:
        self.page.on("request", lambda request: self.requests.append((request.method, request.url)))
        self.page.goto(self.installation.page)
        self.page.evaluate("lms => window.mfe.start(lms)", self.installation.lms)

    def sign_in(self, user: str) -> None:
        status = self.page.evaluate("([lms, user]) => window.mfe.signIn(lms, user)", [self.installation.lms, user])
        assert status == 200
        self.requests.clear()

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The client's answer: `status` and `body`, or `error`. Only the requests that it made are kept."""
        self.requests.clear()
        given = [self.installation.endpoint, query, variables]
        answer: dict[str, Any] = self.page.evaluate("([url, query, given]) => window.mfe.ask(url, query, given)", given)
        return answer

    def data(self, query: str, **variables: Any) -> Any:
        """The data of an answer without errors."""
        answer = self.ask(query, **variables)
        assert answer.get("status") == 200, answer
        assert answer["body"].keys() == {"data"}, answer
        return answer["body"]["data"]

    def asked(self, method: str, path: str) -> list[str]:
        """The addresses of the requests with this method and path."""
        return [url for one, url in self.requests if one == method and urlsplit(url).path == path]

    def load(self, page: str, course: str = KEY, subject: str | None = SEQUENCE) -> dict[str, Any]:
        """Makes a page's calls; the requests of the browser are in `requests`."""
        self.requests.clear()
        given = [self.installation.lms, page, course, subject]
        loaded: dict[str, Any] = self.page.evaluate("given => window.mfe.load(...given)", given)
        return loaded

    def install(self, **options: Any) -> None:
        """Installs the package, which answers the page's calls from then on."""
        given = [self.installation.lms, self.installation.endpoint, options]
        self.page.evaluate("given => window.mfe.install(...given)", given)
        self.page.wait_for_timeout(50)

    def gets(self) -> list[str]:
        """Paths of the GETs, and of the queries."""
        paths = [urlsplit(url).path for method, url in self.requests]
        return [path for path in paths if not path.startswith(("/csrf", "/login_refresh"))]

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def cookie(self, name: str) -> dict[str, Any] | None:
        found: list[dict[str, Any]] = [dict(row) for row in self.context.cookies() if row.get("name") == name]
        assert len(found) <= 1, found
        return found[0] if found else None

    def replace_cookie(self, name: str, value: str) -> None:
        cookie = self.cookie(name)
        assert cookie is not None
        self.context.add_cookies([{**cookie, "value": value}])  # type: ignore[typeddict-item]


@contextmanager
def opened(browser: Browser, installation: Installation) -> Iterator[Mfe]:
    """The page in a fresh profile, with nobody signed in."""
    context = browser.new_context()
    context.set_default_timeout(15_000)
    mfe = Mfe(context.new_page(), installation)
    mfe.open()
    yield mfe
    context.close()
