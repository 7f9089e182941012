"""Writes of a learner in a course. A write is never repeated."""

from loaders.endpoint import Auth, Endpoint, Missing
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

ENROLL = Endpoint(
    name="enrollment/enroll",
    path="/api/enrollment/v1/enrollment",
    weight=120,
    method="POST",
    anonymous=False,
    throttle="user",
    answers=REFUSALS,
    forms={
        400: WRITE | Form.MESSAGE,
        403: WRITE | Form.MESSAGE,
        404: WRITE | Form.EMPTY,
        406: Form.MESSAGE,
    },
    unknown=("found for enrollment",),
)
"""`POST /api/enrollment/v1/enrollment` `{course_details: {course_id}, mode?}`: 200 with the enrolment, new or not."""

UNENROLL = Endpoint(
    name="change_enrollment",
    path="/change_enrollment",
    weight=80,
    method="POST",
    # A page of the LMS, not an API: the enrolment API ignores unenrolment by a learner.
    auth=Auth.SESSION,
    anonymous=False,
    missing={403: Missing.REFUSED},  # nobody is signed in
    forms={400: Form.TEXT, 403: Form.BLANK},
    signs_in=True,
    answers=REFUSALS - {403},
    unknown=("Course id is invalid",),
)
"""`POST /change_enrollment`, a form `course_id`, `enrollment_action`: 200 without a body, 400 with plain text."""

SAVE_GOAL = Endpoint(
    name="course_home/save_course_goal",
    path="/api/course_home/save_course_goal",
    weight=40,
    method="POST",
    auth=Auth.JS,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/course_home/save_course_goal` `{course_id, days_per_week, subscribed_to_reminders}`: 200 for any course.
"""

UNSUBSCRIBE_GOAL = Endpoint(
    name="course_home/unsubscribe_from_course_goal",
    path="/api/course_home/unsubscribe_from_course_goal/{token}",
    weight=40,
    method="POST",
    answers=REFUSALS,
)
"""`POST /api/course_home/unsubscribe_from_course_goal/{token}`: for anybody with the token; `{course_title}`."""

DISMISS_WELCOME = Endpoint(
    name="course_home/dismiss_welcome_message",
    path="/api/course_home/dismiss_welcome_message",
    weight=40,
    method="POST",
    auth=Auth.JS,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/course_home/dismiss_welcome_message` exactly `{course_id}`: 200; 400 for anything else."""

RESET_DEADLINES = Endpoint(
    name="course_experience/reset_course_deadlines",
    path="/api/course_experience/v1/reset_course_deadlines",
    weight=150,
    method="POST",
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/course_experience/v1/reset_course_deadlines` `{course_key, research_event_data?}`: 200 even if nothing was
moved, because gated content was missed or there is no enrolment."""

COMPLETE = Endpoint(
    name="completion/completion-batch",
    path="/api/completion/v1/completion-batch",
    weight=80,
    method="POST",
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/completion/v1/completion-batch` `{username, course_key, blocks: {usage: 0..1}}`: all blocks or none."""

CELEBRATE = Endpoint(
    name="courseware/celebration",
    path="/api/courseware/celebration/{course_key}",
    weight=40,
    method="POST",
    anonymous=False,
    forms={400: Form.EMPTY, 404: WRITE | Form.EMPTY},
    answers=REFUSALS,
)
"""`POST /api/courseware/celebration/{course}` `{first_section?, weekly_goal?}`: 201 the first time, then 200; 202 in a
masquerade, where nothing is stored; an empty 404 without an enrolment."""

SIGN_INTEGRITY = Endpoint(
    name="agreements/sign_integrity",
    path="/api/agreements/v1/integrity_signature/{course_key}",
    weight=40,
    method="POST",
    auth=Auth.JS,
    anonymous=False,
    forms={403: WRITE | Form.MESSAGE, 404: WRITE | Form.EMPTY},
    answers=REFUSALS,
)
"""`POST /api/agreements/v1/integrity_signature/{course}` `{}`: the signature, which keeps its first date."""

COURSE_EMAILS = Endpoint(
    name="change_email_settings",
    path="/api/change_email_settings",
    weight=40,
    method="POST",
    # A page of the LMS despite its path.
    auth=Auth.SESSION,
    anonymous=False,
    signs_in=True,
    answers=REFUSALS,
)
"""`POST /api/change_email_settings`, a form `course_id`, `receive_emails?`: `{success: true}` for any course."""

LAST_VISITED = Endpoint(
    name="mobile/course_status_info",
    path="/api/mobile/v1/users/{username}/course_status_info/{course_key}",
    weight=90,
    method="PATCH",
    anonymous=False,
    forms={404: WRITE | Form.ACCESS},
    answers=REFUSALS,
)
"""`PATCH /api/mobile/v1/users/{username}/course_status_info/{course}` `{last_visited_module_id}`: moves the stored
positions down to a block."""
