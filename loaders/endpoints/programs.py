"""Programs: rosters, a learner's course runs, and progress."""

from loaders.endpoint import Auth, Batch, Endpoint, Missing
from loaders.form import Form
from loaders.keys import uuid_or_same

RUNS_LIMIT = 25
"""Maximum number of course runs per page."""

_V1 = "/api/program_enrollments/v1"
_PAGE = ("cursor", "page_size")
_NOT_FOR_THE_VIEWER = {403: Missing.REFUSED, 404: Missing.REFUSED}
_LEARNERS_FORMS = {403: Form.ERROR | Form.PAGE}
"""Django's page is the refusal for people who are not in the program."""

PROGRAMS = Endpoint(
    name="program_enrollments/programs",
    path=f"{_V1}/programs/enrollments/",
    weight=40,
    anonymous=False,
    array=True,
    batch=Batch(rows="", key="uuid", form=uuid_or_same),
)
"""`GET /api/program_enrollments/v1/programs/enrollments/`: programs the viewer is enrolled in or teaches; all master's
programs for global staff."""

PROGRAM_COURSES = Endpoint(
    name="program_enrollments/user_courses",
    path=f"{_V1}/users/{{username}}/programs/{{program}}/courses",
    weight=80,
    anonymous=False,
    parameters=_PAGE,
    missing=_NOT_FOR_THE_VIEWER,
    forms=_LEARNERS_FORMS,
    optional=True,
)
"""`GET /api/program_enrollments/v1/users/{username}/programs/{program}/courses`: cursor pages of 10, 25 at most."""

PROGRAM_OVERVIEW = Endpoint(
    name="program_enrollments/overview",
    path=f"{_V1}/programs/{{program}}/overview/",
    weight=80,
    anonymous=False,
    missing=_NOT_FOR_THE_VIEWER,
    forms=_LEARNERS_FORMS,
)
"""`GET /api/program_enrollments/v1/programs/{program}/overview/`: the same course runs, in one answer."""

PROGRAM_ENROLLMENTS = Endpoint(
    name="program_enrollments/enrollments",
    path=f"{_V1}/programs/{{program}}/enrollments/",
    weight=42,
    anonymous=False,
    parameters=_PAGE,
    missing=_NOT_FOR_THE_VIEWER,
)
"""`GET /api/program_enrollments/v1/programs/{program}/enrollments/`: the roster, for staff."""

PROGRAM_COURSE_ENROLLMENTS = Endpoint(
    name="program_enrollments/course_enrollments",
    path=f"{_V1}/programs/{{program}}/courses/{{course_key}}/enrollments/",
    weight=42,
    anonymous=False,
    parameters=_PAGE,
    missing=_NOT_FOR_THE_VIEWER,
)
"""`GET …/programs/{program}/courses/{course}/enrollments/`: the roster of a course run, for staff."""

PROGRAM_COURSE_GRADES = Endpoint(
    name="program_enrollments/course_grades",
    path=f"{_V1}/programs/{{program}}/courses/{{course_key}}/grades/",
    weight=120,
    anonymous=False,
    parameters=_PAGE,
    missing={204: Missing.ABSENT, **_NOT_FOR_THE_VIEWER},
    # 422: no grade of the page could be computed; each row has the reason.
    answers=frozenset({422}),
)
"""`GET …/programs/{program}/courses/{course}/grades/`: 207 if some grades failed, 422 if all did, 204 if there are
none."""

PROGRAM_PROGRESS = Endpoint(
    name="programs/progress_details",
    path="/api/dashboard/v0/programs/{program}/progress_details/",
    weight=150,
    auth=Auth.JS,
    anonymous=False,
    forms={404: Form.ERROR | Form.CODE},
)
"""`GET /api/dashboard/v0/programs/{program}/progress_details/`: the courses of a program by progress; 404 if the course
catalogue does not know it."""
