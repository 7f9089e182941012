"""The sign-ins of the demo's people for writes: a token, or cookies with a CSRF pair."""

import base64
import json
from typing import Any

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import Call
from tests.support.people import KEY, sign_in

TOKEN = "A" * 32
SCHEMES = ("JWT", "Bearer", "session", "cookies")


def credentials(user: str, scheme: str, *, csrf: bool = True) -> dict[str, str]:
    """Headers that sign a user in for a write. `session` and `cookies` (the JWT cookie pair) bring the CSRF pair."""
    if user == "anonymous" or scheme in {"JWT", "Bearer"}:
        return sign_in(user, scheme)
    claims = base64.urlsafe_b64encode(json.dumps({"preferred_username": user}).encode()).decode().rstrip("=")
    pair = f"edx-jwt-cookie-header-payload=x.{claims}; edx-jwt-cookie-signature=demo"
    cookie = f"sessionid=demo-{user}" if scheme == "session" else pair
    if not csrf:
        return {"Cookie": cookie}
    return {"Cookie": f"{cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}


def write(
    gateway: Gateway,
    operation: str,
    variables: dict[str, Any],
    *,
    user: str = "alex",
    scheme: str = "JWT",
    csrf: bool = True,
) -> Answer:
    """Runs one of the consumers' mutations."""
    headers = credentials(user, scheme, csrf=csrf)
    return gateway.ask(text_of(operation), variables, user="anonymous", headers=headers)


def writes(answer: Answer) -> list[Call]:
    """The calls of an answer that could change something."""
    return [call for call in answer.calls if call.method != "GET"]


def sent(answer: Answer) -> tuple[str, str, Any]:
    """Method, path and decoded body of the only write of an answer."""
    (call,) = writes(answer)
    form = call.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    return call.method, call.path, call.body if form or not call.body else json.loads(call.body)


def course(selection: str, key: str = KEY) -> str:
    """A query of one course."""
    return f'{{ course(key: "{key}") {{ {selection} }} }}'


DISMISS = f'mutation {{ dismissWelcomeMessage(input: {{course: "{KEY}"}}) {{ userErrors {{ code }} }} }}'
