"""Special exams: one call for exam and active attempt, never repeated; and the viewer's actions."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY
from tests.writes.people import credentials, sent, writes

SEQUENCES = "block-v1:OpenedX+BotanyX+2026+type@sequential+block@"
MIDTERM, PROCTORED, PAST_DUE, PRACTICE, SHORT = (
    f"{SEQUENCES}{name}" for name in ("midterm", "quiz2", "quiz1", "choose", "soil")
)
STATE = f"/api/edx_proctoring/v1/proctored_exam/attempt/course_id/{BOTANY}"
COURSE = f"/api/courses/v1/courses/{BOTANY}"
ATTEMPTS = "/api/edx_proctoring/v1/proctored_exam/attempt"
PAGE = "pages/exams:ExamPage"


def page(gateway: Gateway, sequence: str, user: str = "casey", scheme: str = "session") -> Any:
    answer = gateway.ask(text_of(PAGE), {"key": BOTANY, "sequence": sequence}, user=user, scheme=scheme)
    return answer.sound()["course"]["examState"]


def act(gateway: Gateway, operation: str, variables: dict[str, Any], user: str = "alex") -> Answer:
    headers = credentials(user, "session")
    return gateway.ask(text_of(f"exams/exams:{operation}"), variables, user="anonymous", headers=headers)


@pytest.mark.parametrize("scheme", ["JWT", "session"])
def test_exam_and_running_attempt_are_one_call(gateway: Gateway, scheme: str) -> None:
    gateway.lms.hold(2)
    variables = {"key": BOTANY, "sequence": MIDTERM}
    answer = gateway.ask(text_of(PAGE), variables, user="casey", scheme=scheme)
    course = answer.sound()["course"]
    assert waves(answer.calls) == [sorted([STATE, COURSE])]
    body = gateway.lms.rest(STATE, "casey", content_id=MIDTERM).body
    exam, running = course["examState"]["exam"], course["examState"]["activeAttempt"]
    assert {name: exam[name] for name in ("key", "name", "type", "timeLimitMinutes", "isPastDue")} == {
        "key": MIDTERM, "name": body["exam"]["exam_name"], "type": "timed", "timeLimitMinutes": 60, "isPastDue": False,
    }  # fmt: skip
    assert exam["attempt"] == {**running, "secondsRemaining": exam["attempt"]["secondsRemaining"]}
    assert running["status"] == "started"
    assert running["course"] == {"id": course["id"], "key": BOTANY}
    assert 2900 < running["secondsRemaining"] <= 3000
    assert running["examUrl"] == gateway.lms.url + body["active_attempt"]["exam_url_path"]
    assert exam["totalTimeText"] is None
    assert running["totalTimeText"] == "1 hour"


def test_sequence_without_exam_and_learner_without_attempt(gateway: Gateway) -> None:
    assert page(gateway, f"{SEQUENCES}grafting", "alex") == {
        **page(gateway, f"{SEQUENCES}grafting", "alex"),
        "exam": None,
        "activeAttempt": None,
    }
    state = page(gateway, MIDTERM, "alex")
    assert (state["exam"]["attempt"], state["activeAttempt"]) == (None, None)
    assert state["exam"]["totalTimeText"] == "1 hour"


def test_timer_is_shown_on_pages_of_every_course(gateway: Gateway) -> None:
    answer = gateway.ask(text_of("exams/exams:RunningExam"), {"key": KEY}, user="casey")
    assert answer.sound()["course"]["examState"]["activeAttempt"]["examUrl"].endswith("@midterm")
    assert answer.data["serverTime"]


@pytest.mark.parametrize("fault", [{"status": 503}, {"kind": "reset"}, {"kind": "truncate"}])
def test_failing_call_is_made_once_and_costs_its_own_field(gateway: Gateway, fault: dict[str, Any]) -> None:
    gateway.lms.faults({STATE: fault})
    query = """query($key: CourseKey!, $s: UsageKey!) {
      course(key: $key) { title examState(sequence: $s) { exam { name } activeAttempt { id } } }
    }"""
    answer = gateway.ask(query, {"key": BOTANY, "s": MIDTERM}, user="casey")
    assert answer.data["course"] == {"title": "Rooftop Botany", "examState": None}
    assert len(answer.errors) == 1
    assert len([call for call in answer.calls if call.path == STATE]) == 1


@pytest.mark.parametrize(("user", "scheme"), [("casey", "Bearer"), ("anonymous", "JWT")])
def test_other_sign_ins_are_not_sent(gateway: Gateway, user: str, scheme: str) -> None:
    answer = gateway.ask(text_of(PAGE), {"key": BOTANY, "sequence": MIDTERM}, user=user, scheme=scheme)
    assert answer.data["course"]["examState"] is None
    assert answer.codes == ["UNAUTHENTICATED"]
    assert STATE not in answer.paths


def test_refusal_of_an_invalid_session_is_unauthenticated(gateway: Gateway) -> None:
    """The LMS says 403, because a session has no challenge."""
    query = "query($key: CourseKey!) { course(key: $key) { examState { id } } }"
    answer = gateway.ask(query, {"key": BOTANY}, user="anonymous", headers={"Cookie": "sessionid=nobody"})
    assert [call.status for call in answer.calls if call.path == STATE] == [403]
    assert answer.codes == ["UNAUTHENTICATED"]


def test_expired_token_is_unauthenticated(gateway: Gateway) -> None:
    """The LMS answers 403 in this view, which tries the session first."""
    exam = page(gateway, SHORT, "alex")["exam"]["id"]
    variables = {"exam": exam, "start": True, "proctored": False}
    answer = gateway.ask(text_of("exams/exams:CreateExamAttempt"), variables, user="nobody")
    assert [call.status for call in answer.calls] == [403]
    assert (answer.data["createExamAttempt"], answer.codes) == (None, ["UNAUTHENTICATED"])
    assert page(gateway, SHORT, "alex")["exam"]["attempt"] is None


def test_exam_of_another_persons_session_is_not_shown(gateway: Gateway) -> None:
    """Unlike most views, those of exams try the session first."""
    headers = {"Authorization": "JWT demo-alex", "Cookie": "sessionid=demo-casey"}
    answer = gateway.ask(text_of(PAGE), {"key": BOTANY, "sequence": MIDTERM}, user="anonymous", headers=headers)
    assert answer.data["course"]["examState"] is None
    assert answer.codes == ["UNAUTHENTICATED"]


def test_sequence_of_another_course_is_refused_before_any_call(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PAGE), {"key": KEY, "sequence": MIDTERM}, user="casey")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert STATE not in answer.paths


def test_instructions_are_asked_for_proctored_exams_only(gateway: Gateway) -> None:
    text = text_of("pages/exams:ExamInstructions")
    exam = gateway.ask(text, {"key": BOTANY, "sequence": PROCTORED}).sound()["course"]["examState"]["exam"]
    assert exam["reviewPolicy"]["text"] == "A sheet of paper is allowed."
    assert exam["proctoring"]["providerName"] == "Watch"
    assert [(rule["key"], rule["value"]) for rule in exam["proctoring"]["rules"]] == [
        ("allow_notes", "Notes on paper"), ("allow_breaks", "false"),
    ]  # fmt: skip
    other = gateway.ask(text, {"key": BOTANY, "sequence": MIDTERM})
    exam = other.sound()["course"]["examState"]["exam"]
    assert (exam["reviewPolicy"], exam["proctoring"]) == (None, None)
    assert other.paths == sorted([STATE, COURSE])


def test_onboarding_is_shown_where_there_is_any(gateway: Gateway) -> None:
    text = text_of("exams/exams:ProctoringPanel")
    panel = gateway.ask(text, {"key": BOTANY}).sound()["course"]["proctoringOnboarding"]
    assert panel["url"].endswith("@choose")
    assert (panel["status"], panel["isPastDue"]) == (None, False)
    assert gateway.ask(text, {"key": KEY}).sound()["course"]["proctoringOnboarding"] is None


def test_attempt_is_created_stopped_and_submitted(gateway: Gateway) -> None:
    exam = page(gateway, SHORT, "alex")["exam"]["id"]
    answer = act(gateway, "CreateExamAttempt", {"exam": exam, "start": True, "proctored": False})
    state = answer.sound()["createExamAttempt"]["examState"]
    # The LMS takes these flags as texts only.
    assert sent(answer) == ("POST", ATTEMPTS, {"exam_id": 5, "start_clock": "true", "attempt_proctored": "false"})
    assert len(answer.calls) == 2
    attempt = state["exam"]["attempt"]
    assert (state["exam"]["id"], attempt["status"]) == (exam, "started")
    assert 290 < attempt["secondsRemaining"] <= 300
    assert state["activeAttempt"] == {"id": attempt["id"]}
    for action, status, runs in (("STOP", "ready_to_submit", True), ("SUBMIT", "submitted", False)):
        answer = act(gateway, "UpdateExamAttempt", {"attempt": attempt["id"], "action": action})
        after = answer.sound()["updateExamAttempt"]["examState"]
        assert after["exam"]["attempt"]["status"] == status
        assert (after["activeAttempt"] is not None) is runs
        assert page(gateway, SHORT, "alex")["exam"]["attempt"]["status"] == status
        assert len(answer.calls) == 2


def test_declined_proctoring_and_reset_practice(gateway: Gateway) -> None:
    exam = page(gateway, PROCTORED, "alex")["exam"]["id"]
    declined = act(gateway, "CreateExamAttempt", {"exam": exam, "start": False, "proctored": False}).sound()
    assert declined["createExamAttempt"]["examState"]["exam"]["attempt"]["status"] == "declined"
    exam = page(gateway, PRACTICE, "alex")["exam"]["id"]
    made = act(gateway, "CreateExamAttempt", {"exam": exam, "start": True, "proctored": True}).sound()
    first = made["createExamAttempt"]["examState"]["exam"]["attempt"]["id"]
    again = act(gateway, "UpdateExamAttempt", {"attempt": first, "action": "RESET_ATTEMPT"}).sound()
    second = again["updateExamAttempt"]["examState"]["exam"]["attempt"]
    assert second["id"] != first
    assert second["status"] == "created"


def test_a_refusal_of_the_lms_is_a_user_error(gateway: Gateway) -> None:
    def refused(operation: str, variables: dict[str, Any], user: str = "alex") -> tuple[str, Any]:
        payload = next(iter(act(gateway, operation, variables, user).sound().values()))
        return payload["userErrors"][0]["code"], payload["examState"]

    late = page(gateway, PAST_DUE, "alex")["exam"]["id"]
    assert refused("CreateExamAttempt", {"exam": late, "start": True, "proctored": False}) == ("FORBIDDEN", None)
    running = page(gateway, MIDTERM)["activeAttempt"]["id"]
    assert refused("UpdateExamAttempt", {"attempt": running, "action": "SUBMIT"}) == ("FORBIDDEN", None)
    assert refused("UpdateExamAttempt", {"attempt": running, "action": "START"}, "casey") == ("INVALID", None)
    assert page(gateway, MIDTERM)["activeAttempt"]["status"] == "started"


def test_failing_write_is_sent_once(gateway: Gateway) -> None:
    running = page(gateway, MIDTERM)["activeAttempt"]["id"]
    gateway.lms.faults({f"{ATTEMPTS}/": {"status": 503}})
    answer = act(gateway, "UpdateExamAttempt", {"attempt": running, "action": "SUBMIT"}, "casey")
    assert (answer.codes, len(writes(answer)), len(answer.calls)) == (["UPSTREAM_UNAVAILABLE"], 1, 1)


@pytest.mark.parametrize("name", ["7", "RXhhbQ==", "Q291cnNlOmE="])
def test_other_ids_are_refused_before_any_call(gateway: Gateway, name: str) -> None:
    answer = act(gateway, "CreateExamAttempt", {"exam": name, "start": True, "proctored": False})
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


def test_course_home_has_the_lms_without_exams(gateway: Gateway) -> None:
    """An LMS without the plugin has no exams, which is no error."""
    gateway.lms.features({"proctoring": False})
    answer = gateway.ask(text_of(PAGE), {"key": BOTANY, "sequence": MIDTERM}, user="casey")
    assert answer.sound()["course"]["examState"] is None
    panel = gateway.ask(text_of("exams/exams:ProctoringPanel"), {"key": BOTANY}, user="casey")
    assert panel.sound()["course"]["proctoringOnboarding"] is None
