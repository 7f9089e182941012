"""The learner home: cards of every kind, whose they are, and the e-mail choice that reads back."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .conftest import Client
from .replay import CSRF
from .served import BOTANY, DEMO
from .shapes import example, misshapen

INIT = "/api/learner_home/init"
CODE = "course-v1:DemoU+CodeX+2026"


def cards(lms: Client, user: str, query: str = "") -> dict[str | None, dict[str, Any]]:
    """By course key; None is the entitlement without a run."""
    rows = lms.get(user, INIT + query)["courses"]
    return {row["courseRun"] and row["courseRun"]["courseId"]: row for row in rows}


def email(lms: Client, user: str, **form: str) -> httpx.Response:
    headers = {"Cookie": f"sessionid=demo-{user}; csrftoken={CSRF}", "X-CSRFToken": CSRF}
    return lms.http.post("/api/change_email_settings", data=form, headers=headers)


def test_an_unfulfilled_entitlement_is_the_last_card_and_has_no_run(lms: Client) -> None:
    rows = lms.get("sam", INIT)["courses"]
    card = rows[-1]
    assert [row["courseRun"] is None for row in rows] == [False] * (len(rows) - 1) + [True]
    assert not list(misshapen(example("learner_home.init.audit_entitlement")["courses"][1], card))
    assert (card["gradeData"], card["certificate"], card["enrollment"]["mode"]) == (None, None, None)
    assert card["entitlement"]["isFulfilled"] is False
    assert [row["courseId"] for row in card["entitlement"]["availableSessions"]] == [CODE]


def test_a_fulfilled_entitlement_is_on_the_card_of_its_run(lms: Client) -> None:
    found = cards(lms, "sam")
    assert found[BOTANY]["entitlement"]["isFulfilled"] is True
    assert found[BOTANY]["entitlement"]["isRefundable"] is False
    assert found[DEMO]["entitlement"] == {}


def test_enrolling_fulfils_an_entitlement_and_leaving_opens_it_again(lms: Client) -> None:
    assert lms("sam", "POST", "/api/enrollment/v1/enrollment", {"course_details": {"course_id": CODE}}).is_success
    found = cards(lms, "sam")
    assert found[CODE]["entitlement"]["isFulfilled"] is True
    assert None not in found
    lms.lms.world.enrollments["sam", CODE].is_active = False
    assert None in cards(lms, "sam")


def test_cards_are_newest_first_with_programs_and_credit(lms: Client) -> None:
    rows = lms.get("alex", INIT)["courses"]
    dates = [row["enrollment"]["lastEnrolled"] for row in rows]
    assert dates == sorted(dates, reverse=True)
    found = cards(lms, "alex")
    program = found[DEMO]["programs"]["relatedPrograms"][0]
    expected = example("learner_home.init")["courses"][0]["programs"]["relatedPrograms"][0]
    assert program.keys() == expected.keys()
    assert program["programUrl"].endswith("/dashboard/programs/1f3f4a2c-6b7d-4a8e-9c11-5d2e7f80a101/")
    assert program["numberOfCourses"] == 2
    # Alex may buy credit for one course, and has not yet.
    assert found[BOTANY]["credit"]["purchased"] is False
    assert found[DEMO]["credit"] == {}


def test_a_credit_request_names_the_provider_on_the_card(lms: Client) -> None:
    lms.lms.world.institution.credit_requests["alex", BOTANY, "hillside-college"] = "pending"
    credit = cards(lms, "alex")[BOTANY]["credit"]
    assert (credit["providerId"], credit["providerName"]) == ("hillside-college", "Hillside College")
    assert credit["requestStatus"] == "pending"


def test_progress_moves_the_resume_url_of_the_card(lms: Client) -> None:
    before = cards(lms, "sam")[DEMO]["courseRun"]["resumeUrl"]
    block = "block-v1:OpenedX+DemoX+DemoCourse+type@html+block@1ebb9d8d6fa710a2afc5b447359e3759"
    body = {"username": "sam", "course_key": DEMO, "blocks": {block: 1.0}}
    assert lms("sam", "POST", "/api/completion/v1/completion-batch", body).status_code == 200
    after = cards(lms, "sam")[DEMO]["courseRun"]["resumeUrl"]
    assert before != after == f"/courses/{DEMO}/jump_to/{block}"


def test_staff_look_at_anybody_by_name_or_address_and_learners_at_nobody(lms: Client) -> None:
    own = cards(lms, "sam")
    assert cards(lms, "taylor", "?user=sam") == own == cards(lms, "taylor", "?user=sam@demo.example")
    assert lms("taylor", "GET", f"{INIT}?user=nobody").status_code == 404
    assert lms("alex", "GET", f"{INIT}?user=sam").status_code == 403


def test_the_email_choice_reads_back_on_the_card(lms: Client) -> None:
    def state(key: str) -> tuple[bool, bool]:
        enrollment = cards(lms, "alex")[key]["enrollment"]
        return enrollment["isEmailEnabled"], enrollment["hasOptedOutOfEmail"]

    assert state(BOTANY) == (True, False)
    answer = email(lms, "alex", course_id=BOTANY)
    assert (answer.status_code, answer.json()) == (200, {"success": True})
    assert (state(BOTANY), state(DEMO)) == ((True, True), (False, False))
    assert cards(lms, "sam")[BOTANY]["enrollment"]["hasOptedOutOfEmail"] is False
    assert email(lms, "alex", course_id=BOTANY, receive_emails="on").json() == {"success": True}
    assert state(BOTANY) == (True, False)


def test_the_email_form_is_a_page_of_the_session(lms: Client) -> None:
    path, form = "/api/change_email_settings", {"course_id": BOTANY}
    bearer = lms.http.post(path, data=form, headers={"Authorization": "Bearer demo-alex"})
    no_token = lms.http.post(path, data=form, headers={"Cookie": "sessionid=demo-alex"})
    assert (bearer.status_code, no_token.status_code) == (403, 403)
    assert cards(lms, "alex")[BOTANY]["enrollment"]["hasOptedOutOfEmail"] is False


@pytest.mark.parametrize("key", ["", "a+b+c"])
def test_the_email_form_crashes_on_invalid_course_keys(lms: Client, key: str) -> None:
    assert email(lms, "alex", course_id=key).status_code == 500


def test_the_email_form_reads_no_json(lms: Client) -> None:
    assert lms("alex", "POST", "/api/change_email_settings", {"course_id": BOTANY}).status_code == 500
