"""Replays recorded requests with the right order and credentials, and compares the responses."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import httpx

FOLDER = Path(__file__).parents[1] / "recorded"
# The moment at which the recorded world's dates were set, and the courses it knew.
RECORDED_AT = datetime(2026, 11, 21, 6, 21, 19, tzinfo=UTC)
RECORDED_COURSES = frozenset({"DemoX", "StatsX", "NavX", "PubX", "GateX", "HidX"})
ROUNDS = ("read", "masquerade", "write", "auth", "csrf", "after")

CSRF = "Ae3wus8ovBDWPf2lk1GTVWYnidZAbXjH"
_SELF_MADE = "A" * 32
_AFTER = (
    "slash.", "method.", "gzip.", "cond.", "accept.", "body.", "discussion.live_", "discussion.threads_page_99",
)  # fmt: skip
_MASQUERADE = (
    "unknown_user",
    "set",
    "get",
    "course_metadata",
    "outline",
    "progress",
    "course",
    "celebration",
    "off",
)
# Writes that must come before others; all the rest follow in the order of their names.
_FIRST_WRITES = (
    "bookmark_create", "bookmark_create_again", "bookmark_detail", "bookmark_list_after", "bookmark_delete",
    "enroll", "enroll_again", "enrollment_one_after", "unenroll_api_ignored", "unenroll_change_enrollment",
    "enrollment_one_inactive", "integrity", "integrity_get",
    "thread_create", "comment_create", "comment_reply", "comment_endorse", "comment_vote", "thread_follow",
    "mobile_status_patch",
)  # fmt: skip


def recorded(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return answer


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json") if not path.name.startswith("throttle."))


def round_of(name: str) -> str:
    """The round a recorded answer belongs to: the recording wrote in between, so the world had changed."""
    if name.startswith("masquerade."):
        return "masquerade" if name.removeprefix("masquerade.") in _MASQUERADE else "read"
    for prefix in ("write", "auth", "csrf"):
        if name.startswith(f"{prefix}.") and name != "csrf.token":
            return prefix
    return "after" if name.startswith(_AFTER) else "read"


def ordered(round_name: str, selected: list[str]) -> list[str]:
    found = [name for name in selected if round_of(name) == round_name]
    first = {"write": _FIRST_WRITES, "masquerade": _MASQUERADE}.get(round_name, ())
    places = {f"{round_name}.{name}": place for place, name in enumerate(first)}
    return sorted(found, key=lambda name: (places.get(name, len(places)), name))


def send(client: httpx.Client, name: str) -> httpx.Response:
    """Send a recorded request with the credentials it was made with."""
    request = recorded(name)["request"]
    headers = {"Accept": "application/json", **_session(request), **request.get("headers", {}), **_by_name(name)}
    query = f"?{request['query']}" if request["query"] else ""
    body: dict[str, Any] = {}
    if "json" in request:
        headers.setdefault("Content-Type", "application/json")
        body["content"] = json.dumps(request["json"])
    elif "form" in request:
        body["data"] = request["form"]
    return client.request(request["method"], request["path"] + query, headers=headers, **body)


def _session(request: dict[str, Any]) -> dict[str, str]:
    if request["user"] in ("anonymous", "none"):
        return {}
    return {"Cookie": f"sessionid=demo-{request['user']}; csrftoken={CSRF}", "X-CSRFToken": CSRF}


def jwt(username: str, *, signature: str = "demo", expires: int | None = None) -> str:
    """A token of three parts as the demo accepts it."""
    claims: dict[str, Any] = {"preferred_username": username}
    if expires is not None:
        claims["exp"] = expires
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJSUzUxMiJ9.{payload}.{signature}"


def jwt_cookies(token: str) -> str:
    head, payload, signature = token.split(".")
    return f"edx-jwt-cookie-header-payload={head}.{payload}; edx-jwt-cookie-signature={signature}"


def _by_name(name: str) -> dict[str, str]:
    """Tokens and cookies were cut out of the recording; the file's name says which they were."""
    kind = name.rpartition(".")[2]
    if name.startswith("auth."):
        return _auth_headers(kind)
    if name.startswith("csrf.") and name != "csrf.token":
        return _csrf_headers(kind)
    return {}


def _auth_headers(kind: str) -> dict[str, str]:
    good, bad = jwt("alex"), jwt("alex", signature="forged")
    return {
        "session": {"Cookie": "sessionid=demo-alex"},
        "jwt": {"Authorization": f"JWT {good}"},
        "jwt_ok": {"Authorization": f"JWT {good}"},
        "jwt_bad": {"Authorization": "JWT nonsense"},
        "jwt_badsig": {"Authorization": f"JWT {bad}"},
        "jwt_garbage": {"Authorization": "JWT a.b.c"},
        "jwt_expired": {"Authorization": f"JWT {jwt('alex', expires=1)}"},
        "jwtcookie": {"Cookie": jwt_cookies(good)},
        "jwtcookie_nohdr": {"Cookie": jwt_cookies(good)},
        "jwtbadcookie+session": {"Cookie": f"{jwt_cookies(bad)}; sessionid=demo-alex"},
        "bearer": {"Authorization": "Bearer demo-alex"},
        "bearer_ok": {"Authorization": "Bearer demo-alex"},
        "bearer_bad": {"Authorization": "Bearer nonsense"},
        "bearer_unknown": {"Authorization": "Bearer nonsense"},
        "bearer_expired": {"Authorization": "Bearer demo-alex-expired"},
        "bearer_jwt": {"Authorization": f"Bearer {good}"},
        "basic": {},
    }[kind]


def _csrf_headers(kind: str) -> dict[str, str]:
    session, token = "sessionid=demo-alex", f"csrftoken={CSRF}"
    if kind.startswith("bearer"):
        return {"Authorization": "Bearer demo-alex"}
    if kind in ("jwt_bookmark", "jwt_header_no_csrf"):
        return {"Authorization": f"JWT {jwt('alex')}"}
    cookies = {
        "any_matching_pair": [session, f"csrftoken={_SELF_MADE}"],
        "jwtcookie_csrf": [jwt_cookies(jwt("alex")), f"csrftoken={_SELF_MADE}"],
        "jwtcookie_no_csrf": [jwt_cookies(jwt("alex"))],
        "jwtcookie_session_no_csrf": [jwt_cookies(jwt("alex")), session],
        "no_token": [session],
        "enroll_session_no_csrf": [session],
        "completion_session_no_csrf": [session],
    }.get(kind, [session, token])
    return {"Cookie": "; ".join(cookies)}


_MICROSECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z")
Departures = dict[tuple[str, str], str]


def differences(name: str, expected: Any, got: Any, departures: Departures, path: str = "") -> Iterator[str]:
    """Every place where two JSON values differ in type, keys, length or value.

    A moment recorded with microseconds came from the clock of the recording: there only the form is compared.
    """
    if any(fnmatch(name, files) and fnmatch(path, where) for files, where in departures):
        return
    if type(expected) is not type(got):
        yield f"{path}: {_short(expected)} became {_short(got)}"
    elif isinstance(expected, dict):
        for key in expected.keys() | got.keys():
            pair = (expected.get(key, ABSENT), got.get(key, ABSENT))
            yield from differences(name, *pair, departures, f"{path}/{key}")
    elif isinstance(expected, list):
        if len(expected) != len(got):
            yield f"{path}: {len(expected)} items became {len(got)}"
        for place, pair in enumerate(zip(expected, got, strict=False)):
            yield from differences(name, *pair, departures, f"{path}/{place}")
    elif expected != got and not (_clocked(expected) and _MOMENT.match(got)):
        yield f"{path}: {_short(expected)} became {_short(got)}"


class _Absent:
    def __repr__(self) -> str:
        return "no such key"


ABSENT = _Absent()


def _short(value: Any) -> str:
    return f"{value!r:.90}"


def _clocked(value: Any) -> bool:
    return isinstance(value, str) and _MICROSECONDS.match(value) is not None
