"""Access rules that no single recorded answer shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from .conftest import Client
from .served import BOTANY, DEMO, usage

STATS = "course-v1:OpenedX+StatsX+2026_T2"
HIDDEN = "course-v1:OpenedX+HidX+2026"
GATED = "course-v1:OpenedX+GateX+2026"
PUBLIC = "course-v1:OpenedX+PubX+2026"
HOME = "/api/course_home"
PAGES = ["outline", "dates", "progress", "navigation"]


def botany(block_type: str, block_id: str) -> str:
    return usage(block_type, block_id, BOTANY)


@pytest.mark.parametrize("page", PAGES)
def test_expired_access_is_a_403_that_names_the_day(lms: Client, page: str) -> None:
    expired = lms.lms.world.enrollments["morgan", DEMO].created + timedelta(weeks=4)
    answer = lms("morgan", "GET", f"{HOME}/{page}/{DEMO}")
    assert (answer.status_code, answer.json()) == (403, {"detail": f"Access expired on {expired:%b %d, %Y}"})


def test_expired_access_elsewhere(lms: Client) -> None:
    metadata = lms.get("morgan", f"{HOME}/course_metadata/{DEMO}")
    assert metadata["course_access"]["error_code"] == "audit_expired"
    assert metadata["course_access"]["additional_context_user_message"].startswith("Access to Urban Beekeeping")
    assert lms.get("morgan", f"/api/courseware/course/{DEMO}")["name"] == "Urban Beekeeping"
    redirect = lms("morgan", "GET", f"/api/course_experience/v1/course_deadlines_info/{DEMO}")
    assert redirect.status_code == 302
    assert redirect.headers["location"].startswith("/dashboard?access_response_error=Access+to+")
    sequence = f"/api/courseware/sequence/{usage('sequential', 'a9a1dc70c0465d710f6df05c9af42db8')}"
    assert len(lms.get("morgan", sequence)["items"]) == 4


def test_a_course_that_has_not_started(lms: Client) -> None:
    refused = lms("alex", "GET", f"{HOME}/outline/{STATS}")
    assert refused.status_code == 403
    assert refused.json()["detail"].startswith("Course does not start until ")
    assert lms.get("alex", f"{HOME}/course_metadata/{STATS}")["course_access"]["error_code"] == "course_not_started"
    assert lms("alex", "GET", f"{HOME}/dates/{STATS}").status_code == 403
    assert lms("alex", "GET", f"{HOME}/dates/{STATS}?allow_not_started_courses=1").status_code == 200
    key = STATS.replace("+", "%2B")
    assert lms("alex", "GET", f"/api/courses/v2/blocks/?course_id={key}&username=alex").status_code == 500
    outline = lms.get("alex", f"/api/learning_sequences/v1/course_outline/{STATS}")["outline"]
    assert [row["accessible"] for row in outline["sequences"].values()] == [False]
    sequence = f"/api/courseware/sequence/{usage('sequential', 's1', STATS)}"
    assert lms("alex", "GET", sequence).status_code == 404
    assert lms.get("taylor", sequence)["display_name"] == "Intro"


@pytest.mark.parametrize("page", [*PAGES, "deadlines"])
def test_a_hidden_course_is_not_found_by_learners(lms: Client, page: str) -> None:
    path = f"{HOME}/{page}/{HIDDEN}"
    if page == "deadlines":
        path = f"/api/course_experience/v1/course_deadlines_info/{HIDDEN}"
    assert lms("alex", "GET", path).status_code == 404
    assert lms("taylor", "GET", path).status_code == 200


def test_a_hidden_course_has_its_reason_and_is_in_the_catalogue(lms: Client) -> None:
    metadata = lms.get("alex", f"{HOME}/course_metadata/{HIDDEN}")
    assert metadata["course_access"]["error_code"] == "not_visible_to_user"
    assert lms.get("alex", f"/api/courses/v1/courses/{HIDDEN}")["hidden"] is True


def test_a_course_behind_another_course(lms: Client) -> None:
    path = f"{HOME}/course_metadata/{GATED}"
    assert lms.get("alex", path)["course_access"]["error_code"] == "unfulfilled_milestones"
    assert lms("alex", "GET", f"{HOME}/outline/{GATED}").status_code == 403
    world = lms.lms.world
    demo = world.courses[DEMO]
    for block in demo.post_order:
        if block.has_score:
            world.learner(world.users["alex"], demo).score(block, block.points)
    assert lms.get("alex", path)["course_access"]["has_access"] is True
    assert lms.get("alex", f"{HOME}/outline/{DEMO}")["user_has_passing_grade"] is True


def test_the_public_course_is_open_to_visitors(lms: Client) -> None:
    assert lms.get(None, f"{HOME}/outline/{PUBLIC}")["course_blocks"]["blocks"]
    key = PUBLIC.replace("+", "%2B")
    answer = lms(None, "GET", f"/api/courses/v2/blocks/?course_id={key}&username=&depth=all")
    assert answer.headers["cache-control"] == "max-age=600"
    assert lms(None, "GET", f"{HOME}/v1/navigation/{PUBLIC}").status_code == 500


def test_bearer_is_a_visitor_on_views_that_do_not_read_it(lms: Client) -> None:
    outline = lms.get_as("Bearer demo-alex", f"/api/learning_sequences/v1/course_outline/{DEMO}").json()
    assert (outline["username"], outline["outline"]["sections"]) == ("", [])
    sequence = f"/api/courseware/sequence/{usage('sequential', 'a9a1dc70c0465d710f6df05c9af42db8')}"
    assert "complete" not in lms.get_as("Bearer demo-alex", sequence).json()["items"][0]
    assert lms.get_as("Bearer demo-alex", f"/api/courseware/resume/{DEMO}").status_code == 401
    assert lms.get_as("JWT demo-alex", "/api/bookmarks/v1/bookmarks/").status_code == 401


def test_content_that_is_not_released_yet(lms: Client) -> None:
    outline = lms.get("alex", f"{HOME}/outline/{BOTANY}")["course_blocks"]["blocks"]
    root = outline[botany("course", "course")]
    assert botany("chapter", "week3") not in outline
    assert root["has_scheduled_content"] is True
    assert botany("sequential", "staffnotes") not in outline
    assert lms.get("alex", f"{HOME}/progress/{BOTANY}")["has_scheduled_content"] is True
    rows = lms.get("alex", f"{HOME}/dates/{BOTANY}")["course_date_blocks"]
    quiz = next(row for row in rows if row["title"] == "Quiz 3")
    assert (quiz["learner_has_access"], quiz["link"], quiz["first_component_block_id"]) == (False, "", "")
    sequences = lms.get("alex", f"/api/learning_sequences/v1/course_outline/{BOTANY}")["outline"]["sequences"]
    assert sequences[botany("sequential", "harvest")]["accessible"] is False
    assert lms("alex", "GET", f"/api/courseware/sequence/{botany('sequential', 'harvest')}").status_code == 404
    staff = lms.get("taylor", f"{HOME}/outline/{BOTANY}")["course_blocks"]["blocks"]
    assert {botany("chapter", "week3"), botany("sequential", "staffnotes")} <= staff.keys()


def test_content_behind_a_quiz(lms: Client) -> None:
    grafting, path = botany("sequential", "grafting"), f"/api/courseware/sequence/{botany('sequential', 'grafting')}"
    locked = lms.get("alex", path)
    assert locked["gated_content"] == {
        "prereq_id": botany("sequential", "quiz2"),
        "prereq_url": f"/courses/{BOTANY}/jump_to/{botany('sequential', 'quiz2')}",
        "prereq_section_name": "Quiz 2",
        "gated": True,
        "gated_section_name": "Grafting",
    }
    assert locked["items"] == [
        {"id": botany("vertical", "grafting_unit"), "type": "vertical", "display_name": "Cuts & Ties",
         "is_gated": True, "content": ""}
    ]  # fmt: skip
    assert lms.get("alex", f"{HOME}/v1/navigation/{BOTANY}")["blocks"][grafting]["type"] == "lock"
    world = lms.lms.world
    course = world.courses[BOTANY]
    for name in ("quiz2_a", "quiz2_b"):
        world.learner(world.users["alex"], course).score(course.by_id[name], 1.0)
    assert lms.get("alex", path)["gated_content"]["gated"] is False
    assert lms.get("alex", f"{HOME}/v1/navigation/{BOTANY}")["blocks"][grafting]["type"] == "sequential"


def test_a_timed_exam_and_its_paywall(lms: Client) -> None:
    path = f"/api/courseware/sequence/{botany('sequential', 'midterm')}"
    exam = lms.get("alex", path)
    assert (exam["is_time_limited"], exam["gated_sequence_paywall"]) == (True, None)
    assert "Upgrade" in lms.get("sam", path)["gated_sequence_paywall"]
    row = lms.get("alex", f"{HOME}/outline/{BOTANY}")["course_blocks"]["blocks"][botany("sequential", "midterm")]
    assert (row["description"], row["icon"]) == ("Timed Exam", "fa-clock-o")
    quiz = lms.get("sam", f"/api/courseware/sequence/{botany('sequential', 'quiz1')}")
    assert quiz["items"][0]["contains_content_type_gated_content"] is True
    assert quiz["gated_sequence_paywall"] is None


def test_an_instructor_paced_course_has_the_authors_dates(lms: Client) -> None:
    assert lms.get("alex", f"{HOME}/dates/{BOTANY}")["dates_banner_info"]["missed_deadlines"] is False
    due = lms.get("alex", f"{HOME}/outline/{BOTANY}")["course_blocks"]["blocks"][botany("sequential", "quiz1")]["due"]
    assert due.endswith("T23:59:00Z")
    shown = lms.get("taylor", f"{HOME}/outline/{BOTANY}")["course_blocks"]["blocks"]
    assert shown[botany("sequential", "quiz1")]["due"] == due


def test_a_self_paced_course_without_relative_dates_has_no_due_dates(lms: Client) -> None:
    code = "course-v1:DemoU+CodeX+2026"
    assert [row["date_type"] for row in lms.get("alex", f"{HOME}/dates/{code}")["course_date_blocks"]] == [
        "course-start-date"
    ]
    blocks = lms.get("alex", f"{HOME}/outline/{code}")["course_blocks"]["blocks"]
    assert {row["due"] for row in blocks.values()} == {None}


def test_pages_outside_the_api_answer_html(lms: Client) -> None:
    refused = lms("alex", "GET", "/change_enrollment")
    assert (refused.status_code, refused.content, refused.headers["allow"]) == (405, b"", "POST")
    missing = lms("taylor", "GET", "/courses/course-v1:No+Such+Course/masquerade")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_grades_are_computed_from_scores_with_weights_and_drops(lms: Client) -> None:
    body = lms.get("alex", f"{HOME}/progress/{BOTANY}")
    rows = {row["display_name"]: row for section in body["section_scores"] for row in section["subsections"]}
    assert (rows["Quiz 1"]["num_points_earned"], rows["Quiz 1"]["num_points_possible"]) == (2.5, 3.0)
    assert rows["Quiz 1"]["percent_graded"] == 0.8333
    # One of three quizzes is dropped, so 0.8333 counts half, and quizzes are half of the grade.
    assert body["course_grade"] == {"letter_grade": None, "percent": 0.21, "is_passing": False}
    assert rows["Quiz 2"]["show_grades"] is False, "correctness is hidden until the due date"
    code = lms.get("alex", f"{HOME}/progress/course-v1:DemoU+CodeX+2026")
    assert code["course_grade"] == {"letter_grade": "Pass", "percent": 0.8, "is_passing": True}
