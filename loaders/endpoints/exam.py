"""Special exams: timed, proctored, practice and onboarding ones."""

from loaders.endpoint import Auth, Effect, Endpoint, Missing, Pace
from loaders.form import Form

EXAM_STATE = Endpoint(
    name="proctoring/state",
    path="/api/edx_proctoring/v1/proctored_exam/attempt/course_id/{course_key}",
    weight=60,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    query={"is_learning_mfe": "true"},
    parameters=("content_id",),
    effects=Effect.EXAM,
)
"""`GET …/proctored_exam/attempt/course_id/{course}?content_id=`: the exam of a sequence, and the viewer's active
attempt in any course; both are `{}` if there is none.
"""

EXAM_SETTINGS = Endpoint(
    name="proctoring/settings",
    path="/api/edx_proctoring/v1/proctored_exam/settings/exam_id/{exam_id}/",
    weight=40,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET …/proctored_exam/settings/exam_id/{id}/`: settings of the proctoring provider for an exam."""

EXAM_REVIEW_POLICY = Endpoint(
    name="proctoring/review_policy",
    path="/api/edx_proctoring/v1/proctored_exam/review_policy/exam_id/{exam_id}/",
    weight=30,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET …/proctored_exam/review_policy/exam_id/{id}/`: `{review_policy}`, null if there is none."""

ONBOARDING = Endpoint(
    name="proctoring/onboarding",
    path="/api/edx_proctoring/v1/user_onboarding/status",
    weight=50,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    query={"is_learning_mfe": "true"},
    parameters=("course_id",),
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
    forms={404: Form.ERROR | Form.PAGE},
)
"""`GET …/user_onboarding/status?course_id=`: the viewer's onboarding; 404 if the course has no onboarding exam, and a
page if the LMS has no exams."""
