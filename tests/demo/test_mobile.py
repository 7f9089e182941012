"""The mobile API: versions, pages, positions that can be read back, and its refusals."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .conftest import Client
from .served import BOTANY, DEMO, usage
from .shapes import fits

MOBILE = "/api/mobile"
STATS = "course-v1:OpenedX+StatsX+2026_T2"
KEY = DEMO.replace("+", "%2B")
SITE = usage("vertical", "4fff3ea00cfaa4f7ed1f9158c4dfdbba")
SITE_PATH = [
    usage("sequential", "a9a1dc70c0465d710f6df05c9af42db8"),
    usage("chapter", "3a311ff8b8f78d17f31045bb51219543"),
    usage("course", "course"),
]


def status_info(user: str, version: str = "v1", course: str = DEMO) -> str:
    return f"{MOBILE}/{version}/users/{user}/course_status_info/{course}"


def enrollments(lms: Client, user: str, query: str = "") -> Any:
    return lms.get(user, f"{MOBILE}/v4/users/{user}/course_enrollments/{query}")


def test_who_am_i_redirects_to_the_user_of_the_same_version(lms: Client) -> None:
    answer = lms("alex", "GET", f"{MOBILE}/v0.5/my_user_info")
    assert answer.status_code == 302
    user = lms.get("alex", answer.headers["location"])
    assert (user["id"], user["username"]) == (11, "alex")
    assert user["course_enrollments"].endswith("/api/mobile/v0.5/users/alex/course_enrollments/")


@pytest.mark.parametrize("version", ["v5", "v0", "v1.5"])
def test_other_versions_do_not_exist(lms: Client, version: str) -> None:
    assert lms("alex", "GET", f"{MOBILE}/{version}/my_user_info").status_code == 404


@pytest.mark.parametrize("caller", ["sam", "taylor"])
@pytest.mark.parametrize("rest", ["", "/course_enrollments/", f"/course_status_info/{DEMO}"])
def test_nobody_asks_for_another(lms: Client, caller: str, rest: str) -> None:
    assert lms(caller, "GET", f"{MOBILE}/v1/users/alex{rest}").status_code == 403


def test_the_first_version_leaves_out_expired_courses(lms: Client) -> None:
    old, new = (lms.get("morgan", f"{MOBILE}/{v}/users/morgan/course_enrollments/") for v in ("v0.5", "v1"))
    assert DEMO in [row["course"]["id"] for row in new]
    assert DEMO not in [row["course"]["id"] for row in old]


def test_pages_of_version_4_hold_everything_but_the_primary_course(lms: Client) -> None:
    first = enrollments(lms, "alex", "?page_size=3")
    assert first["primary"]["course"]["id"] == DEMO
    page = first["enrollments"]
    assert (page["count"], page["current_page"], page["num_pages"]) == (len(_keys(lms)) - 1, 1, 2)
    assert len(page["results"]) == 3
    second = lms.get("alex", page["next"].removeprefix(lms.lms.world.site.base_url))
    seen = [row["course"]["id"] for row in page["results"] + second["enrollments"]["results"]]
    assert sorted([*seen, DEMO]) == sorted(_keys(lms))
    assert lms("alex", "GET", f"{MOBILE}/v4/users/alex/course_enrollments/?page=9").status_code == 404


def _keys(lms: Client) -> list[str]:
    return [row["course"]["id"] for row in lms.get("alex", f"{MOBILE}/v1/users/alex/course_enrollments/")]


def test_completing_something_elsewhere_changes_the_primary_course(lms: Client) -> None:
    block = usage("html", "soil_text", BOTANY)
    body = {"username": "alex", "course_key": BOTANY, "blocks": {block: 1.0}}
    assert lms("alex", "POST", "/api/completion/v1/completion-batch", body).status_code == 200
    primary = enrollments(lms, "alex")["primary"]
    assert primary["course"]["id"] == BOTANY
    assert primary["course_status"]["last_visited_block_id"] == block
    assert primary["course_status"]["last_visited_unit_display_name"] == "Layers"


@pytest.mark.parametrize("status", ["in_progress", "completed", "expired"])
def test_a_status_filters_and_drops_the_primary_course(lms: Client, status: str) -> None:
    body = enrollments(lms, "alex", f"?status={status}&page_size=50")
    assert "primary" not in body
    rows = [row["course"]["id"] for row in body["enrollments"]["results"]]
    assert (DEMO in rows) == (status == "in_progress")
    assert ("course-v1:SailAcademy+NavX+2025_T3" in rows) == (status == "completed")
    assert STATS not in rows


def test_progress_is_counted_on_request(lms: Client) -> None:
    rows = enrollments(lms, "alex", "?requested_fields=course_progress&page_size=50")["enrollments"]["results"]
    progress = {row["course"]["id"]: row["course_progress"] for row in rows}
    assert progress[BOTANY]["total_assignments_count"] >= progress[BOTANY]["assignments_completed"] >= 1
    assert "course_progress" not in enrollments(lms, "alex")["enrollments"]["results"][0]


def test_assignments_name_the_next_day_only(lms: Client) -> None:
    sam = enrollments(lms, "sam")["primary"]
    assert sam["course"]["id"] == DEMO
    future, past = (sam["course_assignments"][f"{name}_assignments"] for name in ("future", "past"))
    assert [row["title"] for row in future] == ["Hive Lab", "Homework 2: Equipment"]
    assert [row["title"] for row in past] == ["Homework 1: Colony Basics"]


def test_a_position_reads_back_in_the_app_and_in_the_course(lms: Client) -> None:
    before = lms.get("alex", status_info("alex"))
    answer = lms("alex", "PATCH", status_info("alex"), {"last_visited_module_id": SITE})
    assert answer.json() == {"last_visited_module_id": SITE_PATH[0], "last_visited_module_path": SITE_PATH}
    after = lms.get("alex", status_info("alex"))
    assert after == answer.json() | {"last_visited_block_id": before["last_visited_block_id"]}
    assert "last_visited_block_id" not in lms.get("alex", status_info("alex", "v0.5"))
    assert lms.get("alex", f"/api/courseware/sequence/{SITE_PATH[0]}")["position"] == 2
    assert lms.get("sam", status_info("sam"))["last_visited_module_path"] != SITE_PATH


def test_an_older_position_does_not_win(lms: Client) -> None:
    path, quiz = status_info("alex"), usage("vertical", "7971df3eb2ee824a811264bee24844af")
    assert lms("alex", "PATCH", path, {"last_visited_module_id": SITE}).status_code == 200
    older = {"last_visited_module_id": quiz, "modification_date": "2020-01-01T00:00:00Z"}
    assert lms("alex", "PATCH", path, older).json()["last_visited_module_path"] == SITE_PATH


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid-module-id"),
        ({"last_visited_module_id": usage("vertical", "nowhere")}, "invalid-module-id"),
        ({"last_visited_module_id": SITE, "modification_date": "yesterday"}, "invalid-modification-date"),
    ],
)
def test_refused_positions(lms: Client, body: dict[str, str], code: str) -> None:
    answer = lms("alex", "PATCH", status_info("alex"), body)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, code)


def refusal(lms: Client, user: str, path: str) -> httpx.Response:
    answer = lms(user, "GET", path)
    assert answer.status_code == 404
    return answer


@pytest.mark.parametrize("rest", ["handouts", "updates"])
def test_no_access_is_a_404_with_the_decision_as_its_body(lms: Client, rest: str) -> None:
    started = refusal(lms, "alex", f"{MOBILE}/v1/course_info/{STATS}/{rest}").json()
    assert (started["has_access"], started["error_code"]) == (False, "course_not_started")
    expired = refusal(lms, "morgan", f"{MOBILE}/v1/course_info/{DEMO}/{rest}").json()
    assert expired["error_code"] == "audit_expired"
    assert "<CourseBlock" in expired["developer_message"]
    assert "<CourseBlock" not in expired["user_message"]
    stranger = refusal(lms, "jordan", f"{MOBILE}/v1/course_info/{DEMO}/{rest}")
    assert stranger.json() == {"detail": "Not found."}
    assert lms("taylor", "GET", f"{MOBILE}/v1/course_info/{STATS}/{rest}").status_code == 200
    unknown = refusal(lms, "alex", f"{MOBILE}/v1/course_info/course-v1:No+Such+Course/{rest}")
    assert unknown.json() == {"detail": "Not found."}


def test_the_decision_has_the_shape_of_an_access_response(lms: Client) -> None:
    answer = refusal(lms, "alex", f"{MOBILE}/v1/course_info/{STATS}/handouts")
    fits("error.404.mobile_access", {"status": 404, "body": answer.json()}, "headers", "where")


def test_updates_are_newest_first(lms: Client) -> None:
    rows = lms.get("alex", f"{MOBILE}/v2/course_info/{DEMO}/updates")
    assert [row["id"] for row in rows] == [2, 1]
    course = lms.get("alex", f"/api/course_home/outline/{DEMO}")
    assert rows[0]["content"] == course["welcome_message_html"]


@pytest.mark.parametrize(("nav_depth", "deeper"), [(1, True), (3, False)])
def test_descendants_gather_below_the_navigation_depth(lms: Client, nav_depth: int, deeper: bool) -> None:
    query = f"?course_id={KEY}&username=alex&depth=all&nav_depth={nav_depth}&block_counts=video,problem"
    body = lms.get("alex", f"{MOBILE}/v4/course_info/blocks/{query}")
    chapter = body["blocks"][usage("chapter", "e26fd7c8b4fd8eafbb9f99a19a1c3701")]
    kinds = {body["blocks"][key]["type"] for key in chapter["descendants"]}
    assert kinds == ({"sequential", "vertical", "html", "video", "problem"} if deeper else {"sequential"})
    assert chapter["block_counts"] == {"video": 2, "problem": 5}
    assert ("descendants" in body["blocks"][usage("vertical", "4fff3ea00cfaa4f7ed1f9158c4dfdbba")]) != deeper


def test_points_of_a_sequential_follow_the_learner(lms: Client) -> None:
    query = f"?course_id={KEY}&depth=all&username="
    homework = usage("sequential", "bf0622d239515d53966c04b3098f35d8")
    for user, earned in (("alex", 2.0), ("sam", 1.0)):
        body = lms.get(user, f"{MOBILE}/v3/course_info/blocks/{query}{user}")
        expected = {"assignment_type": "Homework", "num_points_earned": earned, "num_points_possible": 3.0}
        assert body["blocks"][homework]["assignment_progress"] == expected
        assert body["enrollment_details"]["mode"] == ("verified" if user == "alex" else "audit")


def test_opening_a_course_in_the_app_counts_as_activity(lms: Client) -> None:
    path, sam = f"{MOBILE}/v1/course_info/{DEMO}/enrollment_details", lms.lms.world.users["sam"]
    lms.get("sam", path)
    assert DEMO not in sam.course_activity
    lms.get("sam", path, User_Agent="Dalvik/2.1.0 edX/org.edx.mobile/5.0")
    assert sam.course_activity[DEMO] == {lms.lms.world.now.date()}
