"""Credit, live sessions, time zones and discounts."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode

import pytest

from .conftest import Client
from .served import BOTANY, DEMO
from .shapes import fits

LIVE = "/api/course_live"
CREDIT = "/api/credit/v1"
BOTANY_QUERY = BOTANY.replace("+", "%2B")


def test_credit_from_eligibility_to_request(lms: Client) -> None:
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
