"""Each of a learner's writes: its call, its payload, and the answer to a second query."""

from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.people import BOTANY, KEY
from tests.writes.people import SCHEMES, course, credentials, sent, write, writes

PUBLIC = "course-v1:OpenedX+PubX+2026"
BLOCK = f"block-v1:{KEY.removeprefix('course-v1:')}+type@"
UNIT = f"{BLOCK}vertical+block@e935a58b66f8f5b851811fe71dde8c56"
HTML = f"{BLOCK}html+block@5f20f7a53ec761287b7fa3f08e73ffa6"
TOKENS = ("JWT", "session", "cookies")
"""Sign-ins of the views that take no bearer token."""
POSITION = f"/api/mobile/v1/users/alex/course_status_info/{KEY}"
LAST_VISITED = "query($key: CourseKey!) { course(key: $key) { lastVisited { blockKey path } } }"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_enroll(gateway: Gateway, scheme: str) -> None:
    answer = write(gateway, "writes/learner:Enroll", {"key": PUBLIC}, user="jordan", scheme=scheme)
    assert answer.sound()["enroll"] == {
        "enrollment": {"mode": "audit", "isActive": True},
        "course": {"key": PUBLIC, "access": {"hasAccess": True}},
        "userErrors": [],
    }
    assert sent(answer) == ("POST", "/api/enrollment/v1/enrollment", {"course_details": {"course_id": PUBLIC}})
    read = gateway.ask(course("enrollment { mode isActive }", PUBLIC), user="jordan")
    assert read.sound()["course"]["enrollment"] == {"mode": "audit", "isActive": True}


def test_enrolment_after_a_write_has_the_values_of_other_answers(gateway: Gateway) -> None:
    fields = "id mode isActive created hasOptedOutOfEmail isEmailEnabled course { key title }"
    text = f'mutation {{ enroll(input: {{course: "{PUBLIC}"}}) {{ enrollment {{ {fields} }} }} }}'
    enrollment = gateway.ask(text, user="jordan").sound()["enroll"]["enrollment"]
    query = f"{{ viewer {{ enrollments(first: 1) {{ edges {{ node {{ {fields} }} }} }} }} }}"
    node = gateway.ask(query, user="jordan").sound()["viewer"]["enrollments"]["edges"][0]["node"]
    assert node.pop("created") in {None, enrollment.pop("created")}
    assert enrollment == node
    assert enrollment["hasOptedOutOfEmail"] is False


def test_enroll_names_the_mode_only_when_it_is_given(gateway: Gateway) -> None:
    answer = write(gateway, "writes/learner:Enroll", {"key": PUBLIC, "mode": "audit"}, user="jordan")
    assert answer.sound()["enroll"]["userErrors"] == []
    assert sent(answer)[2] == {"course_details": {"course_id": PUBLIC}, "mode": "audit"}


def test_unenroll(gateway: Gateway) -> None:
    write(gateway, "writes/learner:Enroll", {"key": PUBLIC}, user="jordan").sound()
    answer = write(gateway, "writes/learner:Unenroll", {"key": PUBLIC}, user="jordan", scheme="session")
    assert answer.sound()["unenroll"] == {"enrollment": {"isActive": False}, "userErrors": []}
    form = "course_id=course-v1%3AOpenedX%2BPubX%2B2026&enrollment_action=unenroll"
    assert sent(answer) == ("POST", "/change_enrollment", form)
    read = gateway.ask(course("enrollment { mode }", PUBLIC), user="jordan")
    assert read.sound()["course"]["enrollment"] is None


@pytest.mark.parametrize("scheme", TOKENS)
def test_set_goal(gateway: Gateway, scheme: str) -> None:
    variables = {"key": KEY, "days": 5, "remind": False}
    answer = write(gateway, "writes/learner:SetGoal", variables, scheme=scheme)
    goal = {"daysPerWeek": 5, "subscribedToReminders": False}
    assert answer.sound()["setCourseGoal"] == {"course": {"goals": {"selectedGoal": goal}}, "userErrors": []}
    body = {"course_id": KEY, "days_per_week": 5, "subscribed_to_reminders": False}
    assert sent(answer) == ("POST", "/api/course_home/save_course_goal", body)
    read = gateway.ask(course("goals { selectedGoal { daysPerWeek } } tools { url }"))
    assert read.sound()["course"]["goals"]["selectedGoal"]["daysPerWeek"] == 5


@pytest.mark.parametrize("user", ["anonymous", "sam"])
def test_unsubscribe_from_goal_takes_the_token_of_a_reminder(gateway: Gateway, user: str) -> None:
    write(gateway, "writes/learner:SetGoal", {"key": KEY, "days": 3, "remind": True}).sound()
    token = "goal-alex-OpenedX+DemoX+DemoCourse"
    answer = write(gateway, "writes/learner:UnsubscribeGoal", {"token": token}, user=user)
    assert answer.sound()["unsubscribeFromCourseGoal"] == {"courseTitle": "Urban Beekeeping", "userErrors": []}
    assert sent(answer) == ("POST", f"/api/course_home/unsubscribe_from_course_goal/{token}", "")
    read = gateway.ask(course("goals { selectedGoal { subscribedToReminders } }"))
    assert read.sound()["course"]["goals"]["selectedGoal"] == {"subscribedToReminders": False}


@pytest.mark.parametrize("scheme", TOKENS)
def test_dismiss_welcome(gateway: Gateway, scheme: str) -> None:
    question = course("welcomeMessageHtml")
    assert gateway.ask(question).sound()["course"]["welcomeMessageHtml"] is not None
    answer = write(gateway, "writes/learner:DismissWelcome", {"key": KEY}, scheme=scheme)
    assert answer.sound()["dismissWelcomeMessage"] == {"course": {"welcomeMessageHtml": None}, "userErrors": []}
    assert sent(answer) == ("POST", "/api/course_home/dismiss_welcome_message", {"course_id": KEY})
    assert gateway.ask(question).sound()["course"]["welcomeMessageHtml"] is None


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("location", ["dates-tab", None])
def test_reset_deadlines(gateway: Gateway, scheme: str, location: str | None) -> None:
    question = course("dates { blocks { date title } }")
    before = gateway.ask(question).sound()["course"]["dates"]
    answer = write(gateway, "writes/learner:ResetDeadlines", {"key": KEY, "location": location}, scheme=scheme)
    payload = answer.sound()["resetCourseDeadlines"]
    assert (payload["userErrors"], payload["linkText"]) == ([], "View all dates")
    assert payload["header"].startswith("Your due dates have been successfully shifted")
    assert payload["link"] in payload["body"]
    assert payload["course"]["dates"] != before
    assert payload["course"]["dates"] == gateway.ask(question).sound()["course"]["dates"]
    body: dict[str, Any] = {"course_key": KEY}
    if location is not None:
        body["research_event_data"] = {"location": location}
    assert sent(answer) == ("POST", "/api/course_experience/v1/reset_course_deadlines", body)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_complete(gateway: Gateway, scheme: str) -> None:
    question = course("progress { completion { completeCount } }")
    before = gateway.ask(question).sound()["course"]["progress"]["completion"]["completeCount"]
    answer = write(gateway, "writes/learner:Complete", {"key": KEY, "blocks": [{"key": HTML}]}, scheme=scheme)
    payload = answer.sound()["completeBlocks"]
    assert payload["userErrors"] == []
    assert payload["course"]["progress"]["completion"]["completeCount"] == before + 1
    body = {"username": "alex", "course_key": KEY, "blocks": {HTML: 1.0}}
    assert sent(answer) == ("POST", "/api/completion/v1/completion-batch", body)
    assert gateway.ask(question).sound()["course"]["progress"]["completion"]["completeCount"] == before + 1
    undone = [{"key": HTML, "completion": 0.0}]
    answer = write(gateway, "writes/learner:Complete", {"key": KEY, "blocks": undone}, scheme=scheme)
    assert answer.sound()["completeBlocks"]["course"]["progress"]["completion"]["completeCount"] == before
    assert sent(answer)[2]["blocks"] == {HTML: 0.0}


@pytest.mark.parametrize("scheme", ["Bearer", "session"])
def test_bookmarks(gateway: Gateway, scheme: str) -> None:
    question = course("bookmarks { edges { node { key created } } }")
    added = write(gateway, "writes/learner:AddBookmark", {"block": UNIT}, scheme=scheme)
    payload = added.sound()["addBookmark"]
    assert payload["userErrors"] == []
    assert sent(added) == ("POST", "/api/bookmarks/v1/bookmarks/", {"usage_id": UNIT})
    rows = gateway.ask(question, scheme=scheme).sound()["course"]["bookmarks"]["edges"]
    assert payload["bookmark"] in [row["node"] for row in rows]
    removed = write(gateway, "writes/learner:RemoveBookmark", {"block": UNIT}, scheme=scheme)
    assert removed.sound()["removeBookmark"] == {"removedKey": UNIT, "userErrors": []}
    assert sent(removed) == ("DELETE", f"/api/bookmarks/v1/bookmarks/alex,{UNIT}/", "")
    rows = gateway.ask(question, scheme=scheme).sound()["course"]["bookmarks"]["edges"]
    assert UNIT not in [row["node"]["key"] for row in rows]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_celebrate(gateway: Gateway, scheme: str) -> None:
    """A celebration that was seen is not shown again; the LMS stores the opposite flag."""
    for seen in (False, True):
        variables = {"key": KEY, "firstSection": seen}
        answer = write(gateway, "writes/learner:Celebrate", variables, scheme=scheme)
        payload = answer.sound()["markCelebrationSeen"]
        assert payload["userErrors"] == []
        assert payload["course"]["celebrations"]["firstSection"] is not seen
        assert sent(answer) == ("POST", f"/api/courseware/celebration/{KEY}", {"first_section": not seen})
    both = {"key": KEY, "firstSection": True, "weeklyGoal": True}
    answer = write(gateway, "writes/learner:Celebrate", both, scheme=scheme)
    assert answer.sound()["markCelebrationSeen"]["course"]["celebrations"] == {
        "firstSection": False,
        "weeklyGoal": False,
    }
    assert sent(answer)[2] == {"first_section": False, "weekly_goal": False}


@pytest.mark.parametrize("scheme", TOKENS)
def test_sign(gateway: Gateway, scheme: str) -> None:
    question = course("needsIntegritySignature integritySignature { createdAt }")
    answer = write(gateway, "writes/learner:Sign", {"key": KEY}, scheme=scheme)
    payload = answer.sound()["signIntegrityAgreement"]
    assert payload["course"] == {"needsIntegritySignature": False}
    assert payload["userErrors"] == []
    assert sent(answer) == ("POST", f"/api/agreements/v1/integrity_signature/{KEY}", {})
    read = gateway.ask(question).sound()["course"]
    assert read == {"needsIntegritySignature": False, "integritySignature": {"createdAt": payload["signedAt"]}}


@pytest.mark.parametrize("scheme", TOKENS)
def test_tour(gateway: Gateway, scheme: str) -> None:
    variables = {"status": "no-tour", "courseware": False}
    answer = write(gateway, "writes/learner:Tour", variables, scheme=scheme)
    tour = {"courseHomeTourStatus": "NO_TOUR", "showCoursewareTour": False}
    assert answer.sound()["updateTour"] == {"tour": tour, "userErrors": []}
    body = {"course_home_tour_status": "no-tour", "show_courseware_tour": False}
    assert sent(answer) == ("PATCH", "/api/user_tours/v1/alex", body)
    partly = write(gateway, "writes/learner:Tour", {"status": "show-new-user-tour"}, scheme=scheme)
    assert partly.sound()["updateTour"]["tour"] == {**tour, "courseHomeTourStatus": "SHOW_NEW_USER_TOUR"}
    assert sent(partly)[2] == {"course_home_tour_status": "show-new-user-tour"}
    read = gateway.ask("{ viewer { tour { courseHomeTourStatus showCoursewareTour } } }").sound()
    assert read["viewer"]["tour"] == partly.data["updateTour"]["tour"]


@pytest.mark.parametrize("status", ["NO_TOUR", "SHOW_NEW_USER_TOUR", "SHOW_EXISTING_USER_TOUR"])
def test_tour_that_was_read_can_be_written(gateway: Gateway, status: str) -> None:
    answer = write(gateway, "writes/learner:Tour", {"status": status})
    assert answer.sound()["updateTour"]["tour"]["courseHomeTourStatus"] == status
    assert sent(answer)[2] == {"course_home_tour_status": status.lower().replace("_", "-")}
    assert gateway.ask("{ viewer { tour { courseHomeTourStatus } } }").sound()["viewer"]["tour"] == {
        "courseHomeTourStatus": status
    }


@pytest.mark.parametrize("scheme", SCHEMES)
def test_preference(gateway: Gateway, scheme: str) -> None:
    question = "{ viewer { timezone preferences { key value } } }"
    for value in ("Asia/Tokyo", None):
        variables = {"key": "time_zone", "value": value}
        answer = write(gateway, "writes/learner:Preference", variables, scheme=scheme)
        payload = answer.sound()["setPreference"]
        assert payload["userErrors"] == []
        assert payload["viewer"]["timezone"] == value
        shown = [row["value"] for row in payload["viewer"]["preferences"] if row["key"] == "time_zone"]
        assert shown == ([value] if value else [])
        assert sent(answer) == ("PATCH", "/api/user/v1/preferences/alex", {"time_zone": value})
        (call,) = writes(answer)
        assert call.headers["content-type"] == "application/merge-patch+json"
        assert gateway.ask(question).sound()["viewer"] == payload["viewer"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_position(gateway: Gateway, scheme: str) -> None:
    answer = write(gateway, "writes/learner:Position", {"key": KEY, "block": UNIT}, scheme=scheme)
    payload = answer.sound()["recordLastVisited"]
    assert payload["userErrors"] == []
    assert sent(answer) == ("PATCH", POSITION, {"last_visited_module_id": UNIT})
    resumed = gateway.ask(LAST_VISITED, {"key": KEY}).sound()["course"]["lastVisited"]
    assert payload["course"]["lastVisited"] == resumed
    assert resumed["path"][0].endswith("type@course+block@course")


def test_position_that_was_stored(gateway: Gateway) -> None:
    mutation = (
        "mutation($key: CourseKey!, $block: UsageKey!)"
        " { recordLastVisited(input: {course: $key, block: $block}) { path userErrors { code } } }"
    )
    payload = gateway.ask(mutation, {"key": KEY, "block": UNIT}).sound()["recordLastVisited"]
    stored = gateway.lms.rest(POSITION, "alex").body["last_visited_module_path"]
    assert payload == {"path": stored[::-1], "userErrors": []}
    assert stored[0] == f"{BLOCK}sequential+block@a9a1dc70c0465d710f6df05c9af42db8"


def test_email_settings(gateway: Gateway) -> None:
    """The course has e-mails in any case; what the learner writes is whether to have none of them."""
    rows = "enrollments(first: 50) { edges { node { hasOptedOutOfEmail course { key } } } }"
    for receive in (False, True):
        variables = {"key": BOTANY, "receive": receive}
        answer = write(gateway, "writes/learner:EmailSettings", variables, scheme="session")
        assert answer.sound()["setCourseEmails"] == {"enrollment": {"isEmailEnabled": True}, "userErrors": []}
        form = "course_id=course-v1%3AOpenedX%2BBotanyX%2B2026" + ("&receive_emails=on" if receive else "")
        assert sent(answer) == ("POST", "/api/change_email_settings", form)
        edges = gateway.ask(f"{{ viewer {{ {rows} }} }}").sound()["viewer"]["enrollments"]["edges"]
        opted_out = [edge["node"]["hasOptedOutOfEmail"] for edge in edges if edge["node"]["course"]["key"] == BOTANY]
        assert opted_out == [not receive]
        told_at_once = gateway.ask(
            f'mutation {{ setCourseEmails(input: {{course: "{BOTANY}", receive: {str(receive).lower()}}}) '
            "{ enrollment { hasOptedOutOfEmail } } }",
            user="anonymous",
            headers=credentials("alex", "session"),
        ).sound()
        assert told_at_once["setCourseEmails"]["enrollment"]["hasOptedOutOfEmail"] is not receive
