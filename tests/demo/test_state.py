"""Written data can be read back, from every endpoint that has it."""

from __future__ import annotations

from .conftest import Client
from .replay import CSRF
from .served import BOTANY, DEMO, usage

OUTLINE = f"/api/course_home/outline/{DEMO}"
METADATA = f"/api/course_home/course_metadata/{DEMO}"
COURSE = f"/api/courseware/course/{DEMO}"
PROGRESS = f"/api/course_home/progress/{DEMO}"
NAVIGATION = f"/api/course_home/v1/navigation/{DEMO}"
RESUME = f"/api/courseware/resume/{DEMO}"
BATCH = "/api/completion/v1/completion-batch"
ENROLL = "/api/enrollment/v1/enrollment"
SEASONAL = usage("sequential", "67eb9995b8b0a12937b910cb772d2294")
UNIT = usage("vertical", "85b0e599cb7b50367638fce7f849da8f")
LEAF = usage("html", "5f20f7a53ec761287b7fa3f08e73ffa6")


def complete(lms: Client, user: str, *leaves: str, value: float = 1.0) -> None:
    body = {"username": user, "course_key": DEMO, "blocks": dict.fromkeys(leaves, value)}
    assert lms(user, "POST", BATCH, body).status_code == 200


def test_completing_a_block_moves_progress_resume_navigation_outline_and_sequence(lms: Client) -> None:
    before = lms.get("alex", PROGRESS)["completion_summary"]
    assert lms.get("alex", RESUME)["unit_id"] != UNIT

    complete(lms, "alex", LEAF)

    after = lms.get("alex", PROGRESS)["completion_summary"]
    assert after["complete_count"] == before["complete_count"] + 1
    assert after["incomplete_count"] == before["incomplete_count"] - 1
    assert lms.get("alex", RESUME) == {"block_id": LEAF, "section_id": SEASONAL, "unit_id": UNIT}
    row = lms.get("alex", NAVIGATION)["blocks"][UNIT]
    assert (row["complete"], row["resume_block"], row["completion_stat"]["completion"]) == (True, True, 1.0)
    outline = lms.get("alex", OUTLINE)
    assert outline["course_blocks"]["blocks"][SEASONAL]["resume_block"] is True
    assert outline["course_blocks"]["blocks"][SEASONAL]["complete"] is False
    assert outline["resume_course"]["url"].endswith(LEAF)
    items = lms.get("alex", f"/api/courseware/sequence/{SEASONAL}")["items"]
    assert [item["complete"] for item in items if item["id"] == UNIT] == [True]


def test_a_whole_sequential_is_complete_with_its_last_unit(lms: Client) -> None:
    blocks = lms.lms.world.courses[DEMO].blocks
    complete(lms, "alex", *(leaf.usage for leaf in blocks[SEASONAL].leaves))
    assert lms.get("alex", OUTLINE)["course_blocks"]["blocks"][SEASONAL]["complete"] is True
    complete(lms, "alex", LEAF, value=0.5)
    assert lms.get("alex", OUTLINE)["course_blocks"]["blocks"][SEASONAL]["complete"] is False


def test_enrolling_opens_the_course_and_unenrolling_closes_it(lms: Client) -> None:
    assert lms.get("jordan", METADATA)["course_access"]["error_code"] == "enrollment_required"
    assert lms("jordan", "GET", PROGRESS).json() == "User not enrolled."
    assert lms.get("jordan", ENROLL) == []

    assert lms("jordan", "POST", ENROLL, {"course_details": {"course_id": DEMO}}).json()["mode"] == "audit"

    assert lms.get("jordan", METADATA)["course_access"]["has_access"] is True
    assert [row["course_details"]["course_id"] for row in lms.get("jordan", ENROLL)] == [DEMO]
    assert lms.get("jordan", PROGRESS)["enrollment_mode"] == "audit"

    form = {"course_id": DEMO, "enrollment_action": "unenroll"}
    headers = {"Cookie": f"sessionid=demo-jordan; csrftoken={CSRF}", "X-CSRFToken": CSRF}
    assert lms.http.post("/change_enrollment", data=form, headers=headers).status_code == 200
    assert lms.get("jordan", ENROLL) == []
    assert lms.get("jordan", f"{ENROLL}/{DEMO}")["is_active"] is False
    assert lms.get("jordan", OUTLINE)["course_blocks"] is None


def test_a_goal_is_shown_by_outline_and_courseware_and_ended_by_its_token(lms: Client) -> None:
    body = {"course_id": DEMO, "days_per_week": 5, "subscribed_to_reminders": True}
    assert lms("sam", "POST", "/api/course_home/save_course_goal", body).status_code == 200
    goal = {"days_per_week": 5, "subscribed_to_reminders": True}
    assert lms.get("sam", OUTLINE)["course_goals"]["selected_goal"] == goal
    assert lms.get("sam", COURSE)["course_goals"]["selected_goal"] == goal

    (token,) = (token for token, (user, _) in lms.lms.world.goal_tokens.items() if user == "sam")
    path = f"/api/course_home/unsubscribe_from_course_goal/{token}"
    assert lms(None, "POST", path).json() == {"course_title": "Urban Beekeeping"}
    assert lms.get("sam", OUTLINE)["course_goals"]["selected_goal"]["subscribed_to_reminders"] is False
    assert lms(None, "POST", path + "x").status_code == 404


def test_a_bookmark_shows_in_its_sequence(lms: Client) -> None:
    body = {"usage_id": UNIT}
    assert lms("alex", "POST", "/api/bookmarks/v1/bookmarks/", body).status_code == 201
    items = lms.get("alex", f"/api/courseware/sequence/{SEASONAL}")["items"]
    assert [item["id"] for item in items if item["bookmarked"]] == [UNIT]
    assert not any(item["bookmarked"] for item in lms.get("sam", f"/api/courseware/sequence/{SEASONAL}")["items"])


def test_signing_ends_the_need_for_a_signature(lms: Client) -> None:
    assert lms.get("alex", COURSE)["user_needs_integrity_signature"] is True
    path = f"/api/agreements/v1/integrity_signature/{DEMO}"
    first = lms("alex", "POST", path, {}).json()
    assert lms("alex", "POST", path, {}).json() == first
    assert lms.get("alex", COURSE)["user_needs_integrity_signature"] is False


def test_celebrations_are_stored(lms: Client) -> None:
    path = f"/api/courseware/celebration/{BOTANY}"
    assert lms("sam", "POST", path, {"weekly_goal": True}).status_code == 201
    assert lms("sam", "POST", path, {"first_section": True}).status_code == 200
    shown = lms.get("sam", f"/api/courseware/course/{BOTANY}")["celebrations"]
    assert (shown["first_section"], shown["weekly_goal"]) == (True, True)


def test_only_the_first_reader_of_the_day_sees_the_streak(lms: Client) -> None:
    seen = [lms.get("alex", path)["celebrations"]["streak_length_to_celebrate"] for path in (METADATA, COURSE)]
    assert seen == [3, None]
    lms.lms.reset()
    fields = f"{COURSE}?requested_fields=name"
    lms.get("alex", fields)
    seen = [lms.get("alex", path)["celebrations"]["streak_length_to_celebrate"] for path in (COURSE, METADATA)]
    assert seen == [3, None], "a projection without celebrations must not spend the streak"


def test_reading_records_the_day_of_activity_but_dates_only_for_the_app(lms: Client) -> None:
    alex, dates = lms.lms.world.users["alex"], f"/api/course_home/dates/{DEMO}"
    lms.get("alex", dates)
    assert DEMO not in alex.course_activity
    lms.get("alex", dates, User_Agent="Dalvik/2.1.0 edX/org.edx.mobile")
    assert alex.course_activity[DEMO] == {lms.lms.world.now.date()}
    lms.get("sam", METADATA)
    assert lms.lms.world.users["sam"].course_activity.keys() == {DEMO}


def test_preferences_and_tours_read_back(lms: Client) -> None:
    path = "/api/user/v1/preferences/sam"
    patch = lms.http.patch(
        path,
        content='{"time_zone": "Asia/Tokyo"}',
        headers={"Content-Type": "application/merge-patch+json", "Authorization": "JWT demo-sam"},
    )
    assert patch.status_code == 204
    assert lms.get("sam", f"{path}/time_zone") == "Asia/Tokyo"
    assert lms.get("sam", METADATA)["user_timezone"] == "Asia/Tokyo"
    assert lms("sam", "DELETE", f"{path}/time_zone").status_code == 204
    assert lms("sam", "GET", f"{path}/time_zone").status_code == 404
    assert lms("sam", "PATCH", "/api/user_tours/v1/sam", {"show_courseware_tour": False}).content == b""
    assert lms.get("sam", "/api/user_tours/v1/sam")["show_courseware_tour"] is False
    assert lms("sam", "PUT", "/api/user_tours/v1/sam", {}).status_code == 405


def test_resetting_deadlines_moves_missed_dates_into_the_future(lms: Client) -> None:
    dates = f"/api/course_home/dates/{DEMO}"
    assert lms.get("alex", dates)["dates_banner_info"]["missed_deadlines"] is True
    lms("alex", "POST", "/api/course_experience/v1/reset_course_deadlines", {"course_key": DEMO})
    assert lms.get("alex", dates)["dates_banner_info"]["missed_deadlines"] is False
    sam = lms.get("sam", dates)
    assert sam["dates_banner_info"]["missed_gated_content"] is True
    lms("sam", "POST", "/api/course_experience/v1/reset_course_deadlines", {"course_key": DEMO})
    assert lms.get("sam", dates) == sam, "missed gated content cannot be reset"


def test_dismissing_the_welcome_message(lms: Client) -> None:
    assert lms.get("alex", OUTLINE)["welcome_message_html"]
    lms("alex", "POST", "/api/course_home/dismiss_welcome_message", {"course_id": DEMO})
    assert lms.get("alex", OUTLINE)["welcome_message_html"] is None
    assert lms.get("sam", OUTLINE)["welcome_message_html"]


def test_masquerade_belongs_to_one_session_and_not_to_a_token(lms: Client) -> None:
    path = f"/courses/{DEMO}/masquerade"
    assert lms("taylor", "POST", path, {"role": "student", "user_name": "sam"}).json() == {"success": True}
    seen = lms.get("taylor", METADATA)
    assert (seen["username"], seen["is_staff"], seen["original_user_is_staff"]) == ("sam", False, True)
    assert lms.get_as("JWT demo-taylor", METADATA).json()["username"] == "taylor"
    assert lms.get("taylor", RESUME)["block_id"] is None, "resume is not affected"
    other = lms.lms.world.log_in(lms.lms.world.users["taylor"])
    assert lms.get(None, METADATA, Cookie=f"sessionid={other}")["username"] == "taylor"
    lms("taylor", "POST", path, {"role": "staff"})
    assert lms.get("taylor", METADATA)["username"] == "taylor"


def test_masquerading_as_a_generic_learner_takes_the_staff_rights_away(lms: Client) -> None:
    lms("taylor", "POST", f"/courses/{DEMO}/masquerade", {"role": "student"})
    seen = lms.get("taylor", METADATA)
    assert (seen["username"], seen["is_staff"]) == ("taylor", False)


def test_a_private_account_shows_three_fields_to_others(lms: Client) -> None:
    path = "/api/user/v1/accounts/morgan"
    assert lms.get("alex", path).keys() == {"account_privacy", "profile_image", "username"}
    assert lms.get("morgan", f"{path}?view=shared").keys() == lms.get("alex", "/api/user/v1/accounts/sam").keys()
    assert lms.get("taylor", path)["email"] == "morgan@demo.example"


def test_a_verified_identity_shows_wherever_it_is_asked_for(lms: Client) -> None:
    path = "/api/user/v1/accounts/morgan"
    held = lms.get("morgan", f"{path}/verification_status/")
    assert (held["is_verified"], held["status"]) == (True, "approved")
    assert [row["status"] for row in lms.get("taylor", f"{path}/verifications/")] == ["approved"]
    assert lms("alex", "GET", f"{path}/verification_status/").status_code == 403
    body = {"course_details": {"course_id": BOTANY}, "user": "morgan", "mode": "verified"}
    assert lms("taylor", "POST", ENROLL, body).status_code == 200
    course = lms.get("morgan", f"/api/courseware/course/{BOTANY}")
    assert (course["verification_status"], course["verify_identity_url"]) == ("approved", None)
    assert lms.get("morgan", f"/api/course_home/progress/{BOTANY}")["verification_data"]["status"] == "approved"
