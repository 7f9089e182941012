"""A learner's view of programs: course runs, the programs dashboard, pathways, and their switches."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gateway.demo.world.people import Certificate

from .conftest import Client
from .served import BOTANY, DEMO
from .shapes import fits
from .test_grades import follow
from .test_programs import CITY, NAV, ROOFS, V1

CODE = "course-v1:DemoU+CodeX+2026"
STATS = "course-v1:OpenedX+StatsX+2026_T2"
OVERVIEW = f"{V1}/programs/{ROOFS}/overview/"
COURSES = f"{V1}/users/alex/programs/{ROOFS}/courses"
ENTERPRISE = "3c1f0d4e-52aa-4c39-8f0b-9a7d61c2e8b4"
GROWER = "29efa34c-60c6-4791-88c0-ab3b5fbd7503"
PATHWAYS = "/api/learner-pathway-progress/v1/progress/"
_OPTIONAL = ("resume_course_run_url", "emails_enabled", "micromasters_title", "certificate_download_url")


def test_course_runs_are_completed_running_or_upcoming(lms: Client) -> None:
    body = lms.get("alex", OVERVIEW)
    fits("program_enrollments.overview", body, *_OPTIONAL)
    runs = {run["course_run_id"]: run for run in body["course_runs"]}
    assert {key: run["course_run_status"] for key, run in runs.items()} == {
        NAV: "completed",
        BOTANY: "in_progress",
        CODE: "in_progress",
        STATS: "upcoming",
    }
    assert runs[NAV]["due_dates"] == []
    assert runs[BOTANY]["due_dates"]


def test_a_self_paced_run_is_completed_30_days_after_its_certificate(lms: Client) -> None:
    world = lms.lms.world
    learner = world.learner(world.users["alex"], world.courses[CODE])

    def status(days: int) -> str:
        created = world.now - timedelta(days=days)
        learner.certificate = Certificate("cafe", "0.90", "downloadable", "honor", created)
        found: str = {run["course_run_id"]: run for run in lms.get("alex", OVERVIEW)["course_runs"]}[CODE][
            "course_run_status"
        ]
        return found

    assert (status(29), status(31)) == ("in_progress", "completed")


def test_values_that_do_not_apply_are_omitted(lms: Client) -> None:
    runs = {run["course_run_id"]: run for run in lms.get("alex", OVERVIEW)["course_runs"]}
    assert {key: sorted(set(_OPTIONAL) & run.keys()) for key, run in runs.items()} == {
        NAV: ["certificate_download_url"],
        BOTANY: ["emails_enabled", "resume_course_run_url"],
        CODE: ["resume_course_run_url"],
        STATS: [],
    }
    assert lms.get("alex", f"{V1}/programs/{CITY}/overview/")["course_runs"][0]["micromasters_title"] == "City Nature"


def test_pages_of_course_runs(lms: Client) -> None:
    whole = lms.get("alex", COURSES)
    assert whole["results"] == lms.get("alex", OVERVIEW)["course_runs"]
    first = lms.get("alex", f"{COURSES}/?page_size=3")
    second = lms.get("alex", follow(first["next"]))
    assert first["results"] + second["results"] == whole["results"]
    assert len(lms.get("alex", f"{COURSES}?page_size=1000")["results"]) == 4


@pytest.mark.parametrize(("user", "path"), [("sam", COURSES), ("jordan", OVERVIEW), ("taylor", OVERVIEW)])
def test_a_page_refuses_strangers(lms: Client, user: str, path: str) -> None:
    answer = lms(user, "GET", path)
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/html; charset=utf-8")


def test_suspending_somebody_closes_the_program(lms: Client) -> None:
    row = {"student_key": "garden-0001", "status": "suspended"}
    lms("taylor", "PATCH", f"{V1}/programs/{ROOFS}/enrollments/", [row])
    assert lms("alex", "GET", OVERVIEW).status_code == 403
    assert {"uuid": ROOFS, "slug": "roof-gardens"} not in lms.get("alex", f"{V1}/programs/enrollments/")


def test_details_of_a_program(lms: Client) -> None:
    path = f"/api/dashboard/v0/programs/{ROOFS}/progress_details/"
    alex, jordan = lms.get("alex", path), lms.get("jordan", path)
    assert [row["title"] for row in alex["certificate_data"]] == ["Coastal Navigation"]
    assert jordan["course_data"]["all_unenrolled"] is True
    assert jordan["program_data"]["skus"] == ["B07A9EX"]
    assert jordan["urls"]["buy_button_url"].endswith("?sku=B07A9EX")
    fits(
        "programs.progress_details",
        jordan | {"course_data": alex["course_data"], "certificate_data": []},
        *(alex["program_data"].keys() | {"pathway_ids", "certificate_logo_image_url"}),
        *("uuid", "is_enrollable", "is_marketable", "seats", "content_language", "weeks_to_complete", "image"),
        *("enrollment_start", "enrollment_end", "short_description"),
    )
    missing = lms("alex", "GET", path.replace("8c4d", "0000"))
    assert (missing.status_code, missing.json()) == (404, {"error_code": "No program data available."})


def test_enrolling_moves_a_course_on(lms: Client) -> None:
    path = f"/api/dashboard/v0/programs/{CITY}/progress_details/"
    assert lms.get("jordan", path)["course_data"]["in_progress"] == []
    lms("jordan", "POST", "/api/enrollment/v1/enrollment", {"course_details": {"course_id": DEMO}})
    assert [one["key"] for one in lms.get("jordan", path)["course_data"]["in_progress"]] == ["OpenedX+DemoX"]


def test_pathways(lms: Client) -> None:
    listed = lms.get("alex", PATHWAYS)
    fits("learner_pathway_progress.list", listed)
    assert listed["count"] == 2
    one = lms.get("alex", f"{PATHWAYS}{GROWER}/")
    fits("learner_pathway_progress.detail", one)
    assert one == listed["results"][0]
    assert lms.get("alex", f"{PATHWAYS}?uuid={GROWER},x")["results"] == [one]
    steps = [step["status"] for step in listed["results"][1]["learner_pathway_progress"]["steps"]]
    assert steps == [100.0, 50.0]
    assert lms("jordan", "GET", f"{PATHWAYS}{GROWER}/").status_code == 404


def test_a_certificate_completes_a_step(lms: Client) -> None:
    world = lms.lms.world
    learner = world.learner(world.users["sam"], world.courses[DEMO])
    before = lms.get("sam", f"{PATHWAYS}{GROWER}/")["learner_pathway_progress"]["steps"]
    learner.certificate = Certificate("cafe", "0.90", "downloadable", "verified", world.now)
    after = lms.get("sam", f"{PATHWAYS}{GROWER}/")["learner_pathway_progress"]["steps"]
    assert [(step["courses"][0]["status"], step["status"]) for step in (before[0], after[0])] == [
        ("IN_PROGRESS", 0.0),
        ("COMPLETE", 100.0),
    ]
    assert (before[1]["programs"][0]["status"], after[1]["programs"][0]["status"]) == ("IN_PROGRESS", "IN_PROGRESS")


@pytest.mark.parametrize(
    ("feature", "path", "status", "kind"),
    [
        ("learner_pathway_progress", PATHWAYS, 404, "text/html; charset=utf-8"),
        ("learner_pathway_progress.detail", f"{PATHWAYS}{GROWER}/", 404, "text/html; charset=utf-8"),
        ("progress", f"/api/course_home/progress/{DEMO}", 404, "application/json"),
        ("integrity_signature", f"/api/agreements/v1/integrity_signature/{DEMO}", 404, None),
        ("user_tours", "/api/user_tours/v1/alex", 403, None),
    ],
)
def test_features_that_are_switched_off(lms: Client, feature: str, path: str, status: int, kind: str | None) -> None:
    lms("alex", "POST", f"/api/agreements/v1/integrity_signature/{DEMO}")
    before = lms("alex", "GET", path).status_code
    assert before != status
    assert lms.http.put("/__features", json={feature: False}).json()[feature] is False
    off = lms("alex", "GET", path)
    assert (off.status_code, off.headers.get("content-type")) == (status, kind)
    lms.http.put("/__features", json={feature: True})
    assert lms("alex", "GET", path).status_code == before


def test_unknown_features_are_refused_and_a_reset_forgets(lms: Client) -> None:
    assert lms.http.put("/__features", json={"nonsense": False}).status_code == 400
    assert lms.http.put("/__features", json={"mobile": "no"}).status_code == 400
    lms.http.put("/__features", json={"learner_pathway_progress": False})
    lms.http.post("/__reset")
    assert lms.http.get("/__features").json()["learner_pathway_progress"] is True
