"""A fresh demo LMS for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from gateway.demo.app import create_app
from gateway.demo.lms import DemoLMS

from .replay import CSRF
from .served import served


@dataclass
class Client:
    """Calls of one person: by session (with a CSRF pair), or by another scheme for a single call."""

    http: httpx.Client
    lms: DemoLMS

    def __call__(self, user: str | None, method: str, path: str, json: Any = None, **headers: str) -> httpx.Response:
        sent = {"Accept": "application/json"}
        if user is not None:
            sent |= {"Cookie": f"sessionid=demo-{user}; csrftoken={CSRF}", "X-CSRFToken": CSRF}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.http.cookies.clear()
        return self.http.request(method, path, json=json, headers=sent)

    def get(self, user: str | None, path: str, **headers: str) -> Any:
        """The JSON of a GET that must succeed."""
        answer = self(user, "GET", path, **headers)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:200])
        return answer.json()

    def get_as(self, authorization: str, path: str) -> httpx.Response:
        return self(None, "GET", path, Authorization=authorization)


@pytest.fixture(scope="module")
def module_app() -> Starlette:
    return create_app()


@pytest.fixture(scope="module")
def module_url(module_app: Starlette) -> Iterator[str]:
    with served(module_app) as url:
        yield url


@pytest.fixture
def lms(module_app: Starlette, module_url: str) -> Iterator[Client]:
    """The module's server with its world, faults, log and throttle as new."""
    demo: DemoLMS = module_app.state.lms
    demo.reset()
    demo.log.calls.clear()
    demo.throttle.enabled = False
    with httpx.Client(base_url=module_url, timeout=5) as http:
        yield Client(http, demo)
