"""A learner's progress and grades in one course."""

from loaders.endpoint import Endpoint, Missing, Precondition
from loaders.endpoints.dates import NOT_ENROLLED

_VIEW = "course_home/progress"

PROGRESS = Endpoint(
    name="course_home/progress",
    view=_VIEW,
    path="/api/course_home/progress/{course_key}",
    weight=212,
    preconditions=Precondition.COURSE | Precondition.ENROLLED,
    anonymous=False,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
    policy=(NOT_ENROLLED,),
)
"""`GET /api/course_home/progress/{course}`: the viewer's own progress."""

STUDENT_PROGRESS = Endpoint(
    name="course_home/progress/student",
    view=_VIEW,
    path="/api/course_home/progress/{course_key}/{student_id}/",
    weight=212,
    anonymous=False,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
    policy=(NOT_ENROLLED,),
)
"""`GET /api/course_home/progress/{course}/{student_id}/`: one learner's progress, for course staff."""
