"""Special exams (`edx_proctoring`). Reading an attempt may end it: an attempt whose time is over is submitted."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.clock import iso
from gateway.demo.world.exams import ENDED, RUNNING, Attempt, Exam

_KINDS = {
    "timed": "a timed exam",
    "practice": "a practice exam",
    "proctored": "a proctored exam",
    "onboarding": "an onboarding exam",
}
_V1 = "/api/edx_proctoring/v1"
_STATUSES = {
    "start": "started",
    "stop": "ready_to_submit",
    "submit": "submitted",
    "click_download_software": "download_software_clicked",
    "decline": "declined",
    "error": "error",
}


def state(call: Call) -> Answer:
    """The exam of a sequential and the running attempt of whatever course, always 200: `{}` where there is none."""
    exams, now = call.world.exams, call.world.now
    if call.arg("user_id") is not None and not call.me.is_staff:
        raise PermissionDeniedError
    user = call.world.user_by_id(int(call.arg("user_id") or call.me.id)) or call.me
    for attempt in exams.attempts:
        if attempt.user is user:
            attempt.close_if_over(now)
    exam = exams.of_block(call.arg("content_id") or "")
    if exam is not None and exam.course.key != call.params["course"]:
        exam = None
    running = exams.running(user)
    shown: dict[str, Any] = {}
    if exam is not None:
        latest = exams.latest(exam, user)
        shown = _exam(exam, call) | {"attempt": {} if latest is None else _attempt(latest, call)}
        if latest is None:
            shown["total_time"] = _spoken(exam.minutes)
    return Answer({"exam": shown, "active_attempt": {} if running is None else _attempt(running, call)})


def active_attempt(call: Call) -> Answer:
    """The running attempt in any course; `{}` if there is none."""
    attempt = _running(call)
    return Answer({} if attempt is None else _attempt(attempt, call))


def old_active_attempt(call: Call) -> Answer:
    """The same, with two flags if there is none."""
    attempt = _running(call)
    return Answer({"in_timed_exam": False, "is_proctored": False} if attempt is None else _attempt(attempt, call))


def _running(call: Call) -> Attempt | None:
    for attempt in call.world.exams.attempts:
        if attempt.user is call.me:
            attempt.close_if_over(call.world.now)
    return call.world.exams.running(call.me)


def _exam(exam: Exam, call: Call) -> dict[str, Any]:
    shown = {
        "id": exam.id,
        "course_id": exam.course.key,
        "content_id": exam.block.usage,
        "external_id": None,
        "exam_name": exam.block.name,
        "time_limit_mins": exam.minutes,
        "is_proctored": exam.proctored,
        "is_practice_exam": exam.practice,
        "is_active": True,
        "hide_after_due": bool(exam.block.attributes.get("hide_after_due", False)),
        "due_date": iso(exam.block.due),
        "backend": exam.backend,
        "type": exam.type,
        "passed_due_date": exam.is_past_due(call.world.now),
        "use_legacy_attempt_api": True,
    }
    if exam.type == "proctored":
        first = next((one for one in call.world.exams.by_id.values() if one.type == "onboarding"), None)
        shown["prerequisite_status"] = {
            "are_prerequisites_satisifed": True,
            "satisfied_prerequisites": [],
            "failed_prerequisites": [],
            "pending_prerequisites": [],
            "declined_prerequisites": [],
        }
        if first is not None:
            shown["onboarding_link"] = call.world.site.jump_to(first.course.key, first.block.usage)
    return shown


def _attempt(attempt: Attempt, call: Call) -> dict[str, Any]:
    exam, site = attempt.exam, call.world.site
    left = attempt.seconds_left(call.world.now)
    seconds = exam.minutes * 60
    shown: dict[str, Any] = {
        "in_timed_exam": True,
        "taking_as_proctored": exam.proctored,
        "exam_type": _KINDS[exam.type],
        "exam_display_name": exam.block.name,
        "exam_url_path": site.jump_to(exam.course.key, exam.block.usage).removeprefix(site.base_url),
        "time_remaining_seconds": left,
        "total_time": _spoken(exam.minutes),
        "low_threshold_sec": int(seconds * 0.2),
        "critically_low_threshold_sec": int(seconds * 0.05),
        "course_id": exam.course.key,
        "attempt_id": attempt.id,
        "external_id": f"ext-{attempt.id}" if exam.proctored else None,
        "accessibility_time_string": f"you have {int(left // 60)} minutes remaining",
        "attempt_status": attempt.status,
        "exam_started_poll_url": f"{_V1}/proctored_exam/attempt/{attempt.id}",
        "attempt_ready_to_resume": False,
        "use_legacy_attempt_api": True,
    }
    if exam.proctored:
        shown["desktop_application_js_url"] = ""
        shown["ping_interval"] = 60
        shown["attempt_code"] = f"CODE-{attempt.id}"
        shown["software_download_url"] = "https://watch.demo.example/download"
    return shown


def _spoken(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' if hours > 1 else ''}"] if hours else []
    return " and ".join([*parts, *([f"{rest} minutes"] if rest else [])])


def create(call: Call) -> Answer:
    """`{exam_id, start_clock, attempt_proctored}`: the flags are strings, a boolean crashes the view."""
    body, now = fields(call), call.world.now
    starts, proctored = (str.lower(body.get(name, "false")) == "true" for name in ("start_clock", "attempt_proctored"))
    exam = call.world.exams.by_id.get(_number(body.get("exam_id")))
    if exam is None:
        raise BadRequestError(f"Attempted to get exam_id={body.get('exam_id')}, but this exam does not exist.")
    if exam.is_past_due(now) and not exam.practice:
        raise PermissionDeniedError("Attempted to create an attempt for an expired exam.")
    if call.world.exams.latest(exam, call.me) is not None:
        raise BadRequestError(f"Cannot create attempt for exam_id={exam.id} because it already exists!")
    attempt = call.world.exams.begin(exam, call.me)
    if exam.proctored and not proctored:
        attempt.status = "declined"
    elif starts:
        attempt.status, attempt.started = "started", now
    return Answer({"exam_attempt_id": attempt.id})


def attempt_row(call: Call) -> Answer:
    """One attempt as it is stored, for the poll of the clock: its status has another name here."""
    attempt = _of_the_caller(call)
    attempt.close_if_over(call.world.now)
    left = attempt.seconds_left(call.world.now)
    return Answer(
        {
            "id": attempt.id,
            "status": attempt.status,
            "time_remaining_seconds": left,
            "accessibility_time_string": f"you have {int(left // 60)} minutes remaining",
            "proctored_exam": {name: value for name, value in _exam(attempt.exam, call).items() if name != "type"},
            "user": {"id": attempt.user.id, "username": attempt.user.username, "email": attempt.user.email},
        }
    )


def change(call: Call) -> Answer:
    """`{action, detail?}`. An unknown action crashes the view."""
    attempt, action, now = _of_the_caller(call), fields(call).get("action"), call.world.now
    attempt.close_if_over(now)
    if action == "reset_attempt":
        attempt.status = "reset"
        call.world.exams.begin(attempt.exam, attempt.user)
        return Answer({"exam_attempt_id": call.world.exams.attempts[-1].id})
    status = _STATUSES[str(action)]
    if status == "started" and attempt.started is not None:
        raise BadRequestError(
            f"Cannot start exam attempt for exam_id={attempt.exam.id} because it has already started!"
        )
    if attempt.status in ENDED:
        raise BadRequestError(
            f"A status transition from {attempt.status} to {status} was attempted on exam_id={attempt.exam.id}. "
            "This is not allowed!"
        )
    if status == "ready_to_submit" and attempt.status not in RUNNING:
        raise BadRequestError("The attempt is not running.")
    attempt.status = status
    attempt.started = now if status == "started" else attempt.started
    return Answer({"exam_attempt_id": attempt.id})


def _of_the_caller(call: Call) -> Attempt:
    attempt = call.world.exams.attempt(int(call.params["id"]))
    if attempt is None:
        raise BadRequestError(f"Attempted to access attempt_id={call.params['id']} but it does not exist.")
    if attempt.user is not call.me:
        raise PermissionDeniedError(f"Attempted to access attempt_id={attempt.id} but does not have access to it.")
    return attempt


def _number(value: Any) -> int:
    return int(value) if str(value).isdecimal() else 0


def settings(call: Call) -> Answer:
    """Data of the proctoring provider; only proctored exams have its keys."""
    exam = _exam_of_path(call)
    shown: dict[str, Any] = {
        "platform_name": "Demo Campus",
        "contact_us": "help@demo.example",
        "link_urls": {"faq": "https://demo.example/proctoring", "contact_us": "https://demo.example/contact"},
        "exam_proctoring_backend": {},
    }
    if exam.proctored:
        shown["exam_proctoring_backend"] = {
            "name": "Watch",
            "download_url": "https://watch.demo.example/download",
            "instructions": ["Close all other programs.", "Show your desk to the camera."],
            "rules": {"allow_notes": "Notes on paper", "allow_breaks": False},
        }
        shown |= {
            "provider_name": "Watch",
            "provider_tech_support_email": "support@watch.demo.example",
            "provider_tech_support_phone": "+1 555 0100",
            "learner_notification_from_email": "exams@demo.example",
            "integration_specific_email": "proctoring@demo.example",
            "proctoring_escalation_email": "taylor@demo.example",
        }
    return Answer(shown)


def review_policy(call: Call) -> Answer:
    return Answer({"review_policy": _exam_of_path(call).review_policy})


def _exam_of_path(call: Call) -> Exam:
    exam = call.world.exams.by_id.get(int(call.params["id"]))
    if exam is None:
        raise BadRequestError(f"Attempted to get exam_id={call.params['id']}, but this exam does not exist.")
    return exam


def onboarding(call: Call) -> Answer:
    """Whether the caller has passed the onboarding exam of a course."""
    key, name = call.arg("course_id"), call.arg("username") or call.me.username
    if not key:
        raise BadRequestError("Missing required parameter: course_id")
    course = call.world.course(key)
    if name != call.me.username and (course is None or not is_course_staff(call.me, course)):
        raise PermissionDeniedError("Must be a Staff User to Perform this request.")
    found = (one for one in call.world.exams.by_id.values() if one.course is course and one.type == "onboarding")
    exam = next(found, None)
    user = call.world.users.get(name)
    if exam is None or user is None:
        raise NotFoundError("No onboarding exam with access found for course.")
    attempt = call.world.exams.latest(exam, user)
    return Answer(
        {
            "onboarding_status": None if attempt is None else attempt.status,
            "onboarding_link": call.world.site.jump_to(exam.course.key, exam.block.usage),
            "expiration_date": None,
            "onboarding_past_due": exam.is_past_due(call.world.now),
            "onboarding_release_date": iso(exam.block.effective_start),
            "review_requirements_url": "https://demo.example/proctoring",
        }
    )


def _route(name: str, path: str, slash: Slash = Slash.NEVER, **methods: Any) -> Route:
    return Route(f"proctoring.{name}", (f"{_V1}/{path}",), methods, slash, Schemes.JS, login=True, session_first=True)


ROUTES = (
    _route("state", "proctored_exam/attempt/course_id/{course}", GET=state),
    _route("active_attempt", "proctored_exam/active_attempt", GET=active_attempt),
    _route("attempts", "proctored_exam/attempt", GET=old_active_attempt, POST=create),
    _route("attempt", "proctored_exam/attempt/{id}", GET=attempt_row, PUT=change),
    _route("settings", "proctored_exam/settings/exam_id/{id}", Slash.MUST, GET=settings),
    _route("review_policy", "proctored_exam/review_policy/exam_id/{id}", Slash.MUST, GET=review_policy),
    _route("onboarding", "user_onboarding/status", GET=onboarding),
)
