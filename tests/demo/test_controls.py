"""The controls for tests: the calls log, faults, latency, reset; and the page at the root."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest

from .conftest import Client
from .served import DEMO

OUTLINE = f"/api/course_home/outline/{DEMO}"
ME = "/api/user/v1/me"
LIST = "/api/enrollment/v1/enrollment"


def fault(lms: Client, path: str, **spec: Any) -> None:
    assert lms.http.put("/__faults", json={path: spec}).status_code == 204


def test_calls_are_logged_with_user_status_headers_and_times(lms: Client) -> None:
    lms("alex", "GET", f"{OUTLINE}?x=1", X_Request_ID="r-1")
    lms.get_as("Bearer demo-alex", f"/api/courseware/resume/{DEMO}")
    lms(None, "GET", "/api/nowhere")
    calls = lms.http.get("/__calls").json()
    assert [(call["method"], call["path"], call["query"], call["user"], call["status"]) for call in calls] == [
        ("GET", OUTLINE, "x=1", "alex", 200),
        ("GET", f"/api/courseware/resume/{DEMO}", "", None, 401),
        ("GET", "/api/nowhere", "", None, 404),
    ]
    assert calls[0]["headers"]["x-request-id"] == "r-1"
    assert calls[0]["at"] <= calls[1]["at"] <= calls[2]["at"]
    assert all(0 < call["took_ms"] < 1000 for call in calls)
    assert lms.http.delete("/__calls").status_code == 204
    assert lms.http.get("/__calls").json() == []


def test_reset_gives_the_world_back(lms: Client) -> None:
    lms("alex", "POST", "/api/courseware/celebration/" + DEMO, {"first_section": False})
    lms("jordan", "POST", LIST, {"course_details": {"course_id": DEMO}})
    fault(lms, ME, status=503)
    assert lms.http.post("/__reset").status_code == 204
    assert lms.get("jordan", LIST) == []
    assert lms.get("alex", f"/api/courseware/course/{DEMO}")["celebrations"]["first_section"] is True


def test_the_index_lists_people_courses_and_endpoints(lms: Client) -> None:
    page = lms.http.get("/").text
    for text in ("alex", "jordan", DEMO, "Statistics &amp; Data", "course_home.outline", "demo-taylor"):
        assert text in page


@pytest.mark.parametrize(
    ("spec", "status", "content_type", "check"),
    [
        ({"status": 503}, 503, "text/html; charset=utf-8", "500 error"),
        ({"status": 404}, 404, "application/json", '"detail"'),
        ({"status": 429, "retry_after": 7}, 429, "application/json", "Expected available in 7 seconds."),
        ({"kind": "html"}, 200, "text/html; charset=utf-8", "Sign in"),
        ({"kind": "html", "status": 502}, 502, "text/html; charset=utf-8", "Sign in"),
        ({"kind": "empty"}, 200, None, ""),
        ({"kind": "redirect"}, 302, "text/html; charset=utf-8", ""),
        ({"kind": "wrongtype"}, 200, "application/json", '["unexpected"]'),
    ],
)
def test_faults_that_replace_the_answer(
    lms: Client, spec: dict[str, Any], status: int, content_type: str | None, check: str
) -> None:
    fault(lms, "/api/user", **spec)
    answer = lms("alex", "GET", ME)
    assert (answer.status_code, answer.headers.get("content-type")) == (status, content_type)
    assert check in answer.text
    assert answer.headers.get("retry-after") == (str(spec["retry_after"]) if "retry_after" in spec else None)
    assert lms.http.get("/__calls").json()[-1]["status"] == status
    assert lms("alex", "GET", OUTLINE).status_code == 200, "other paths are well"


@pytest.mark.parametrize("kind", ["truncate", "badjson"])
def test_json_that_does_not_parse(lms: Client, kind: str) -> None:
    fault(lms, ME, kind=kind)
    answer = lms("alex", "GET", ME)
    assert answer.headers["content-length"] == str(len(answer.content))
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_reset_breaks_the_connection_in_the_body(lms: Client) -> None:
    fault(lms, OUTLINE, kind="reset", times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        lms("alex", "GET", OUTLINE)
    assert lms("alex", "GET", OUTLINE).status_code == 200


def test_hang_never_answers_until_the_client_goes(lms: Client) -> None:
    fault(lms, ME, kind="hang")
    with pytest.raises(httpx.ReadTimeout):
        lms.http.get(ME, headers={"Authorization": "JWT demo-alex"}, timeout=0.2)
    deadline = time.monotonic() + 3
    while (call := lms.http.get("/__calls").json()[-1])["took_ms"] is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert call["status"] is None
    assert call["took_ms"] >= 150


def test_trickle_sends_a_byte_at_a_time(lms: Client) -> None:
    fault(lms, ME, kind="trickle")
    with lms.http.stream("GET", ME, headers={"Authorization": "JWT demo-alex"}) as answer:
        pieces = list(answer.iter_raw())
    assert b"".join(pieces) == b'{"username":"alex"}'
    assert len(pieces) > 10


def test_huge_and_redirect_host(lms: Client) -> None:
    fault(lms, ME, kind="huge")
    answer = lms("alex", "GET", ME)
    assert len(answer.content) > 19 * 1024 * 1024
    assert list(answer.json()) == ["huge"]
    fault(lms, ME, kind="redirect_host")
    assert httpx.URL(lms("alex", "GET", ME).headers["location"]).host == "elsewhere.example"


def test_times_and_the_longest_prefix(lms: Client) -> None:
    spec = {"/api/": {"status": 500}, ME: {"status": 418, "times": 2}}
    assert lms.http.put("/__faults", json=spec).status_code == 204
    assert [lms("alex", "GET", ME).status_code for _ in range(3)] == [418, 418, 500]
    assert lms.http.put("/__faults", json={}).status_code == 204
    assert lms("alex", "GET", ME).status_code == 200


def test_a_write_behind_an_error_does_not_happen_and_behind_a_cut_answer_does(lms: Client) -> None:
    fault(lms, LIST, status=503)
    lms("jordan", "POST", LIST, {"course_details": {"course_id": DEMO}})
    fault(lms, LIST, kind="truncate", times=1)
    assert lms.lms.world.enrollments_of(lms.lms.world.users["jordan"]) == []
    lms("jordan", "POST", LIST, {"course_details": {"course_id": DEMO}})
    assert len(lms.get("jordan", LIST)) == 1


def test_latency_by_endpoint_and_by_fault(lms: Client) -> None:
    lms.lms.latency = {"outline": 500}
    try:
        fault(lms, ME, latency_ms=500)
        lms("alex", "GET", OUTLINE)
        lms("alex", "GET", ME)
        lms("alex", "GET", "/api/mfe_config/v1")
    finally:
        lms.lms.latency = {}
    slow_one, slow_other, quick = (call["took_ms"] for call in lms.http.get("/__calls").json())
    # Timers may fire a little early.
    assert min(slow_one, slow_other) > 490 > quick


@pytest.mark.parametrize(
    "body",
    [
        '{"/api": {"kind": "nonsense"}}',
        '{"/api": {"speed": 1}}',
        '{"/api": {"together": 2}}',
        '{"/api": {"together": [0]}}',
        "[]",
        "{",
    ],
)
def test_nonsense_faults_are_refused(lms: Client, body: str) -> None:
    assert lms.http.put("/__faults", content=body).status_code == 400


def test_faults_are_read_and_set_by_pages_of_trusted_origins(lms: Client) -> None:
    page = {"Origin": "http://localhost:8000"}
    allowed = lms.http.options("/__faults", headers={**page, "Access-Control-Request-Method": "PUT"})
    assert allowed.headers["access-control-allow-origin"] == page["Origin"]
    assert "PUT" in allowed.headers["access-control-allow-methods"]
    faults = {"/api/courses": {"status": 503}, "/api/user": {"kind": "hang", "times": 0}}
    assert lms.http.put("/__faults", json=faults, headers=page).status_code == 204
    assert lms.http.get("/__faults", headers=page).json() == faults
    foreign = lms.http.options("/__faults", headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in foreign.headers
    lms.http.put("/__faults", json={})
