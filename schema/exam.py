"""Special exams: timed, proctored, practice and onboarding ones, and the viewer's attempts."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.exam import EXAM_STATE
from resolvers import exam
from resolvers.declare.source import Part, around, at, entries, entry_name, entry_value, here, named, optional
from schema.declare import field, found, identified, relation
from schema.relay import Node
from schema.scalars import URL, DateTime, UsageKey

if TYPE_CHECKING:
    from schema.course.course import Course

_SEQUENCE = re.compile(r"/courses/.+?/jump_to/(.+)\Z")


def _sequence_of(address: Any) -> str | None:
    """The key of the sequence in one of its URLs."""
    found = _SEQUENCE.search(address) if isinstance(address, str) else None
    return found[1] if found is not None else None


def _or_none(value: Any) -> Any:
    """The object; None for an empty one, which the LMS sends if there is none."""
    return value or None


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


@strawberry.type(description="An attempt of the viewer at an exam.")
class ExamAttempt:
    id: strawberry.ID = identified(
        Part((here("course_id"),)),
        Part((here("attempt_id"),)),
        Part((here("exam_url_path", via=_sequence_of),), optional=True),
    )
    lms_id: int = field("The LMS's number of the attempt.", here("attempt_id"))
    status: str = field(
        "Known values: `created`, `download_software_clicked`, `ready_to_start`, `started`, `ready_to_submit`, "
        "`declined`, `timed_out`, `submitted`, `second_review_required`, `verified`, `rejected`, `error`, `expired`, "
        "`onboarding_missing`, `onboarding_pending`, `onboarding_failed`, `onboarding_expired`, `onboarding_reset`.",
        here("attempt_status"),
    )
    code: str | None = field(
        "Code to enter in the proctoring software; null if the exam is not proctored.", here("attempt_code")
    )
    external_id: str | None = field("The proctoring provider's identifier of the attempt.", here("external_id"))
    exam_type: str | None = field("Kind of the exam, in the viewer's language.", here("exam_type"))
    exam_display_name: str | None = field("Name of the exam.", here("exam_display_name"))
    exam_url: URL | None = field("URL that leads to the exam.", here("exam_url_path"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course of the exam.", key=(at(EXAM_STATE, "course_id"),)
    )
    seconds_remaining: float | None = field(
        "Seconds that are left, counted by the LMS. `Query.serverTime` is the LMS's clock at that moment.",
        here("time_remaining_seconds"),
    )
    remaining_time_text: str | None = field(
        "Time that is left, as a text for screen readers in the viewer's language.",
        here("accessibility_time_string"),
    )
    total_time_text: str | None = field("Time allowed, as a text in the viewer's language.", here("total_time"))
    low_threshold_seconds: int | None = field(
        "Remaining seconds at which to warn the viewer.", here("low_threshold_sec")
    )
    critically_low_threshold_seconds: int | None = field(
        "Remaining seconds at which to warn the viewer urgently.", here("critically_low_threshold_sec")
    )
    taken_as_proctored: bool | None = field("Whether the attempt is proctored.", here("taking_as_proctored"))
    is_ready_to_resume: bool | None = field(
        "Whether course staff have allowed the viewer to continue an attempt that ended in an error.",
        here("attempt_ready_to_resume"),
    )
    ping_interval_seconds: int | None = field(
        "Seconds between two checks of the proctoring software; null if the exam is not proctored.",
        here("ping_interval"),
    )
    desktop_application_script_url: URL | None = field(
        "URL of the script that communicates with the proctoring software.",
        here("desktop_application_js_url", via=_or_none),
    )
    software_download_url: URL | None = field("URL of the proctoring software.", here("software_download_url"))
    uses_exams_service: bool | None = field(
        "Whether the attempt is kept by the separate exams service. Its clock and actions are then in that service.",
        here("use_legacy_attempt_api", via=lambda legacy: not legacy),
    )


@strawberry.type(description="A condition for taking a proctored exam.")
class ExamPrerequisite:
    id: strawberry.ID = identified(around("exam"), here("namespace"), here("name"))
    display_name: str | None = field("Name of the condition.", here("display_name"))
    url: URL | None = field("URL that leads to it.", here("jumpto_url"))
    status: str | None = field("Known values: `satisfied`, `failed`, `pending`, `declined`.", here("status"))


@strawberry.type(description="The conditions for taking a proctored exam.")
class ExamPrerequisites:
    id: strawberry.ID = identified(around("exam"))
    are_satisfied: bool | None = field(
        "Whether the viewer has met all conditions.", here("are_prerequisites_satisifed")
    )
    satisfied: list[ExamPrerequisite] | None = field("Conditions that are met.", here("satisfied_prerequisites"))
    pending: list[ExamPrerequisite] | None = field(
        "Conditions that are still to be met.", here("pending_prerequisites")
    )
    failed: list[ExamPrerequisite] | None = field("Conditions that the viewer failed.", here("failed_prerequisites"))
    declined: list[ExamPrerequisite] | None = field(
        "Conditions that the viewer declined.", here("declined_prerequisites")
    )


@strawberry.type(description="A link of the page about proctoring.")
class ExamLink:
    id: strawberry.ID = identified(around("exam"), entry_name())
    name: str = field(
        "Known values: `contact_us`, `faq`, `online_proctoring_rules`, `tech_requirements`.", entry_name()
    )
    url: URL | None = field("URL of the link.", entry_value())


@strawberry.type(description="A rule of the proctoring provider.")
class ExamRule:
    id: strawberry.ID = identified(around("exam"), entry_name())
    key: str = field("Name of the rule.", entry_name())
    value: str | None = field("Value of the rule, as text.", entry_value(via=_as_text))


@strawberry.type(description="Information for learners about the proctoring of an exam and its provider.")
class ExamProctoring:
    id: strawberry.ID = identified(around("exam"))
    platform_name: str | None = field("Name of the LMS.", here("platform_name"))
    contact_url: str | None = field("Address for questions: a URL or an e-mail address.", here("contact_us"))
    links: list[ExamLink] | None = field("Links for learners, by name.", entries(None, "link_urls"))
    provider_name: str | None = field("Name of the provider.", here("provider_name"))
    tech_support_email: str | None = field("The provider's e-mail address.", here("provider_tech_support_email"))
    tech_support_phone: str | None = field("The provider's phone number.", here("provider_tech_support_phone"))
    learner_notification_email: str | None = field(
        "E-mail address from which the provider writes to learners.", here("learner_notification_from_email")
    )
    integration_email: str | None = field("E-mail address of the integration.", here("integration_specific_email"))
    escalation_email: str | None = field(
        "E-mail address of the course team for complaints.", here("proctoring_escalation_email")
    )
    software_download_url: URL | None = field(
        "URL of the proctoring software.", here("exam_proctoring_backend.download_url")
    )
    instructions: list[str] | None = field("Instructions, step by step.", here("exam_proctoring_backend.instructions"))
    rules: list[ExamRule] | None = field("The provider's rules.", entries(None, "exam_proctoring_backend.rules"))


@strawberry.type(description="The aids that learners may use in a proctored exam.")
class ExamReviewPolicy:
    id: strawberry.ID = identified(around("exam"))
    text: str | None = field("Text of the course team; null if there is none.", here("review_policy"))


@strawberry.type(description="A sequence that is an exam.")
class Exam:
    id: strawberry.ID = identified(around("key"), named("exam", here("id")), here("content_id"))
    lms_id: int = field("The LMS's number of the exam.", here("id"))
    key: UsageKey = field("Key of the sequence.", here("content_id"))
    name: str = field("Name of the exam.", here("exam_name"))
    type: str | None = field("Known values: `timed`, `proctored`, `practice`, `onboarding`.", here("type"))
    time_limit_minutes: int = field("Minutes that learners have.", here("time_limit_mins"))
    total_time_text: str | None = field(
        "Time that the viewer has, as a text in their language; null after the first attempt.", here("total_time")
    )
    is_proctored: bool = field("Whether the exam is proctored.", here("is_proctored"))
    is_practice: bool = field("Whether the exam is for practice.", here("is_practice_exam"))
    is_active: bool = field("Whether the exam is in use.", here("is_active"))
    due: DateTime | None = field("When the exam is due; null if it has no due date.", here("due_date"))
    is_past_due: bool | None = field("Whether the due date has passed.", here("passed_due_date"))
    hide_after_due: bool = field("Whether the content is hidden after the due date.", here("hide_after_due"))
    backend: str | None = field("The LMS's name of the proctoring provider.", here("backend"))
    onboarding_url: URL | None = field("URL of the onboarding exam.", here("onboarding_link"))
    uses_exams_service: bool | None = field(
        "Whether attempts are kept by the separate exams service.",
        here("use_legacy_attempt_api", via=lambda legacy: not legacy),
    )
    prerequisites: ExamPrerequisites | None = field(
        "Conditions for taking the exam; null if it is not proctored.", here("prerequisite_status")
    )
    attempt: ExamAttempt | None = field(
        "The viewer's latest attempt; null before the first.", here("attempt", via=_or_none)
    )
    proctoring: ExamProctoring | None = found(
        "Information about the proctoring and its provider; null if the exam is not proctored.",
        exam.proctoring,
        source="proctoring/settings",
    )
    review_policy: ExamReviewPolicy | None = found(
        "The aids that learners may use; null if the exam is not proctored.",
        exam.review_policy,
        source="proctoring/review_policy",
    )


@strawberry.type(
    description="The exam of a sequence, and the viewer's active attempt. Reading it ends an attempt whose time "
    "is over, as every page of the LMS does. Both are read by one call, which is never repeated."
)
class ExamState:
    id: strawberry.ID = identified(around("key"), optional("sequence"))
    exam: Exam | None = field(
        "The exam; null without a `sequence`, and if the sequence is not an exam.", at(EXAM_STATE, "exam", via=_or_none)
    )
    active_attempt: ExamAttempt | None = field(
        "The viewer's active attempt, which may be in another course; null if there is none.",
        at(EXAM_STATE, "active_attempt", via=_or_none),
    )


@strawberry.type(description="The viewer's onboarding for the proctored exams of a course.")
class ProctoringOnboarding(Node):
    id: strawberry.ID = identified(around("key"))
    status: str | None = field(
        "Status of the onboarding attempt; null before it. Known values: those of `ExamAttempt.status`, and "
        "`other_course_approved`.",
        here("onboarding_status"),
    )
    url: URL | None = field("URL of the onboarding exam.", here("onboarding_link"))
    expiration: DateTime | None = field("When the onboarding expires.", here("expiration_date"))
    is_past_due: bool | None = field("Whether the onboarding exam is past its due date.", here("onboarding_past_due"))
    release_date: DateTime | None = field("When the onboarding exam opens.", here("onboarding_release_date"))
    review_requirements_url: URL | None = field("URL of the requirements.", here("review_requirements_url"))


def _state(
    sequence: Annotated[
        UsageKey | None,
        strawberry.argument(description="Key of the sequence. If null, only the active attempt."),
    ] = None,
) -> None: ...


@strawberry.type(description="Fields of a course for special exams.")
class CourseExamFields:
    exam_state: ExamState | None = found(
        "The exam of a sequence, and the viewer's active attempt. Requires a session or a JWT. Reading it may end an "
        "attempt.",
        exam.exam_state,
        arguments=_state,
        source="proctoring/state",
    )
    proctoring_onboarding: ProctoringOnboarding | None = found(
        "The viewer's onboarding for proctored exams; null if the course has no onboarding exam. Requires a session or "
        "a JWT.",
        exam.onboarding,
        source="proctoring/onboarding",
    )
