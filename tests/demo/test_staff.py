"""Endpoints of staff: course modes, credit, organisations, embargo, course live, invitations, time zones, discounts."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest

from .conftest import Client
from .served import BOTANY, DEMO
from .shapes import fits

MODES = f"/api/course_modes/v1/courses/{DEMO}/"
MERGE_PATCH = "application/merge-patch+json"
LIVE = "/api/course_live"
CREDIT = "/api/credit/v1"
ALLOWED = "/api/enrollment/v1/enrollment_allowed/"
BOTANY_QUERY = BOTANY.replace("+", "%2B")


def merge(lms: Client, path: str, body: dict[str, Any]) -> int:
    headers = {"Authorization": "JWT demo-taylor", "Content-Type": MERGE_PATCH}
    return lms.http.patch(path, content=json.dumps(body), headers=headers).status_code


def test_a_changed_mode_shows_where_learners_read_it(lms: Client) -> None:
    changes = {"min_price": 99, "expiration_datetime": None, "description": "Now cheaper"}
    assert merge(lms, f"{MODES}verified", changes) == 204
    shown = lms.get("taylor", f"{MODES}verified")
    assert (shown["min_price"], shown["expiration_datetime_is_explicit"]) == (99, False)
    modes = {mode["slug"]: mode for mode in lms.get(None, f"/api/enrollment/v1/course/{DEMO}")["course_modes"]}
    assert (modes["verified"]["min_price"], modes["verified"]["description"]) == (99, "Now cheaper")
    assert merge(lms, f"{MODES}verified", {"mode_slug": "gold"}) == 400
    assert merge(lms, f"{MODES}verified", {"min_price": "much"}) == 400
    assert merge(lms, f"{MODES}gold", {"min_price": 1}) == 404
    assert lms("taylor", "PATCH", f"{MODES}verified", {"min_price": 1}).status_code == 415


def test_modes_come_and_go(lms: Client) -> None:
    body = {
        "course_id": DEMO,
        "mode_slug": "professional",
        "mode_display_name": "Professional",
        "currency": "usd",
        "min_price": 300,
        "expiration_datetime": "2099-01-01T00:00:00Z",
    }
    made = lms("taylor", "POST", MODES, body)
    assert (made.status_code, made.json()["expiration_datetime"]) == (201, "2099-01-01T00:00:00Z")
    assert lms("taylor", "POST", MODES, body).status_code == 400
    assert lms("taylor", "POST", MODES, {"course_id": DEMO}).json()["mode_slug"] == ["This field is required."]
    assert len(lms.get("taylor", MODES)) == 3
    assert lms("taylor", "DELETE", f"{MODES}professional").status_code == 204
    assert lms("taylor", "GET", f"{MODES}professional").status_code == 404


def test_credit_from_eligibility_to_request(lms: Client) -> None:
    fits("credit.courses", lms.get("taylor", f"{CREDIT}/courses/"))
    eligible = f"{CREDIT}/eligibility/?username=alex&course_key={BOTANY_QUERY}"
    rows = lms.get("alex", eligible)
    fits("credit.eligibility", rows)
    assert [row["username"] for row in rows] == ["alex"]
    asked = {"username": "alex", "course_key": BOTANY}
    path = f"{CREDIT}/providers/hillside-college/request/"
    form = lms("alex", "POST", path, asked)
    assert (form.status_code, form.json()["method"]) == (200, "POST")
    parameters = form.json()["parameters"]
    assert (parameters["course_num"], parameters["user_username"]) == ("BotanyX", "alex")
    again = lms("taylor", "POST", path, asked).json()["parameters"]
    assert again["request_uuid"] == parameters["request_uuid"]
    lms("taylor", "PUT", f"{CREDIT}/courses/{BOTANY}/", {"enabled": False})
    assert lms.get("taylor", f"{CREDIT}/courses/{BOTANY}/") == {"course_key": BOTANY, "enabled": False}
    assert lms.get("alex", eligible) == []
    assert lms("alex", "POST", path, asked).status_code == 400


def test_credit_providers_by_ids(lms: Client) -> None:
    every = lms.get("sam", f"{CREDIT}/providers/")
    fits("credit.providers", every)
    assert [row["id"] for row in every] == ["hillside-college", "lakeside-college"]
    assert lms.get("sam", f"{CREDIT}/providers/?provider_ids=lakeside-college,none") == every[1:]
    assert lms.get("sam", f"{CREDIT}/providers/lakeside-college/") == every[1]


@pytest.mark.parametrize(
    ("user", "query", "status"),
    [
        ("alex", "username=alex", 400),
        ("alex", "username=alex&course_key=nonsense", 400),
        ("sam", f"username=alex&course_key={BOTANY_QUERY}", 403),
        (None, f"username=alex&course_key={BOTANY_QUERY}", 401),
    ],
)
def test_eligibility_refuses(lms: Client, user: str | None, query: str, status: int) -> None:
    assert lms(user, "GET", f"{CREDIT}/eligibility/?{query}").status_code == status


def test_credit_courses_are_written_by_staff(lms: Client) -> None:
    body = {"course_key": DEMO, "enabled": True}
    assert lms("sam", "POST", f"{CREDIT}/courses/", body).status_code == 403
    assert lms("taylor", "PATCH", f"{CREDIT}/courses/{DEMO}/", {"enabled": True}).status_code == 404
    assert lms("taylor", "POST", f"{CREDIT}/courses/", body).status_code == 201
    assert lms("taylor", "POST", f"{CREDIT}/courses/", body).status_code == 400
    assert body in lms.get("taylor", f"{CREDIT}/courses/")


def test_organizations(lms: Client) -> None:
    root = "/api/organizations/v0/organizations/"
    page = lms.get("taylor", f"{root}?page_size=2")
    assert (page["count"], page["num_pages"], len(page["results"])) == (3, 2, 2)
    assert lms("taylor", "PUT", f"{root}NewU/", {"name": "New University"}).status_code == 201
    assert lms("taylor", "PUT", f"{root}NewU/", {"name": "Newer University"}).status_code == 200
    made = lms.get("taylor", f"{root}NewU/")
    assert (made["id"], made["name"], made["active"]) == (4, "Newer University", True)
    assert lms("taylor", "PATCH", f"{root}NewU/", {"name": "x"}).status_code == 405
    assert lms("taylor", "GET", f"{root}None/").status_code == 404
    assert lms("alex", "GET", root).status_code == 403
    assert lms.get_as("Bearer demo-taylor", root).status_code == 401


def test_the_embargo_is_one_answer_over_all_courses(lms: Client) -> None:
    path = f"/api/embargo/v1/course_access/?user=alex&course_ids={DEMO.replace('+', '%2B')}"
    both = f"{path}&course_ids={BOTANY_QUERY}"
    assert lms.get("taylor", f"{both}&ip_address=203.0.113.7") == {"access": True}
    assert lms.get("taylor", f"{both}&ip_address=198.51.100.7") == {"access": False}
    assert lms.get("taylor", f"{path}&ip_address=198.51.100.7") == {"access": True}
    missing = lms("taylor", "GET", path)
    assert (missing.status_code, missing.json()) == (400, ["Missing parameters"])
    assert lms("alex", "GET", f"{both}&ip_address=203.0.113.7").status_code == 403


def test_course_live_reads_back(lms: Client) -> None:
    fits("course_live.course", lms.get("taylor", f"{LIVE}/course/{BOTANY}/"), "pii_share_email", "pii_share_username")
    fits("course_live.providers", lms.get("taylor", f"{LIVE}/providers/{BOTANY}"))
    fits("course_live.iframe", lms.get("alex", f"{LIVE}/iframe/{BOTANY}/"))
    assert lms("alex", "GET", f"{LIVE}/course/{BOTANY}/").status_code == 403
    assert lms("jordan", "GET", f"{LIVE}/iframe/{BOTANY}/").status_code == 403
    unknown = lms("alex", "GET", f"{LIVE}/iframe/course-v1:No+Such+Course/")
    assert (unknown.status_code, unknown.json()["error_code"]) == (404, "course_does_not_exist")
    launch = {"lti_1p1_launch_url": 'https://bbb.example/?a=1&b="2"'}
    body = {"provider_type": "big_blue_button", "enabled": True, "lti_configuration": launch}
    done = lms("taylor", "POST", f"{LIVE}/course/{DEMO}/", body).json()
    assert lms.get("taylor", f"{LIVE}/course/{DEMO}/") == done
    assert (done["course_key"], done["lti_configuration"]["version"]) == (DEMO, "lti_1p1")
    assert "bbb.example" in lms.get("alex", f"{LIVE}/iframe/{DEMO}/")["iframe"]
    assert lms.get("taylor", f"{LIVE}/providers/{DEMO}/")["providers"]["active"] == "big_blue_button"
    assert lms("taylor", "POST", f"{LIVE}/course/{DEMO}/", body | {"provider_type": "x"}).status_code == 400
    lms("taylor", "POST", f"{LIVE}/course/{DEMO}/", body | {"enabled": False})
    assert "developer_message" in lms.get("alex", f"{LIVE}/iframe/{DEMO}/")


def test_invitations(lms: Client) -> None:
    fits("enrollment.enrollment_allowed", lms.get("taylor", f"{ALLOWED}?email=later@demo.example"))
    body = {"email": "sam@demo.example", "course_id": DEMO}
    made = lms("taylor", "POST", ALLOWED, body)
    assert (made.status_code, made.json()["user"], made.json()["auto_enroll"]) == (201, 12, False)
    assert lms("taylor", "POST", ALLOWED, body).status_code == 409
    assert lms("taylor", "POST", ALLOWED, {"email": "x@demo.example"}).status_code == 400
    assert lms.get("taylor", f"{ALLOWED}?email=sam@demo.example") == [made.json()]
    assert lms("sam", "GET", ALLOWED).status_code == 403
    assert lms("taylor", "DELETE", ALLOWED, body).status_code == 204
    assert lms("taylor", "DELETE", ALLOWED, body).status_code == 404


def test_retiring_somebody_ends_all_enrolments(lms: Client) -> None:
    path = "/api/enrollment/v1/unenroll/"
    assert lms("alex", "POST", path, {"username": "alex"}).status_code == 403
    left = lms("taylor", "POST", path, {"username": "morgan"})
    assert (left.status_code, DEMO in left.json()) == (200, True)
    assert lms.get("morgan", "/api/enrollment/v1/enrollment") == []
    assert lms("taylor", "POST", path, {"username": "morgan"}).status_code == 204
    assert lms("taylor", "POST", path, {"username": "nobody"}).status_code == 404
    assert lms("taylor", "POST", path, {}).json() == "Username not specified."


def test_time_zones(lms: Client) -> None:
    path = "/api/user/v1/preferences/time_zones/"
    every = lms.get(None, path)
    assert every == sorted(every, key=lambda row: row["time_zone"])
    assert {"time_zone": "Asia/Tokyo", "description": "Asia/Tokyo (JST, UTC+0900)"} in every
    assert [row["time_zone"] for row in lms.get(None, f"{path}?country_code=au")] == [
        "Australia/Brisbane",
        "Australia/Perth",
        "Australia/Sydney",
    ]


def test_the_discount_is_for_a_first_purchase(lms: Client) -> None:
    path = f"/api/discounts/course/{BOTANY}"
    off = lms.get("sam", path)
    fits("discounts.course", off)
    assert off["discount_applicable"] is False
    lms.http.put("/__features", json={"first_purchase_discount": True})
    on = lms.get("sam", f"{path}/")
    payload = on["jwt"].split(".")[1]
    claims = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    assert claims == {"discount_applicable": on["discount_applicable"], "discount_percent": 15}
    assert lms.get("alex", path)["discount_applicable"] is False
    other = f"/api/discounts/user/11/course/{BOTANY}"
    assert lms.get("taylor", other)["discount_applicable"] is False
    assert lms("sam", "GET", other).status_code == 403
