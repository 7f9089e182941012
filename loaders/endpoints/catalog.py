"""The LMS's course catalogue, and the LumiNUS catalogue, a separate service that is called with the gateway's own
key.
"""

from loaders.endpoint import Batch, Endpoint, Missing, Pace, Precondition, Scope
from loaders.form import Form

_CATALOG = "courses"
"""The view of the list and of a course, which share their code: if one hangs, the other does too."""
_CATALOG_TTL = 60.0
"""Seconds for which a cached answer is fresh."""

CATALOG_COURSES = Endpoint(
    name="courses/courses",
    view=_CATALOG,
    path="/api/courses/v1/courses/",
    weight=21,
    preconditions=Precondition.CATALOG | Precondition.LISTED,
    query={"page_size": "100"},
    # The list is requested without a username: it is the catalogue as a visitor sees it.
    batch=Batch(rows="results", key="id", parameter="course_keys", limit=60, more="pagination.next"),
    throttle="user",
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
)
"""`GET /api/courses/v1/courses/?course_keys=`: several courses per call; unknown and unlisted ones are left out."""

CATALOG_SEARCH = Endpoint(
    name="courses/search",
    view=_CATALOG,
    path="/api/courses/v1/courses/",
    weight=21,
    parameters=("search_term", "org", "mobile", "active_only", "page", "page_size"),
    throttle="user",
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
)
"""`GET /api/courses/v1/courses/`: pages of at most 100, as a visitor sees the catalogue; 404 after the last page."""

CATALOG_COURSE = Endpoint(
    name="courses/course",
    view=_CATALOG,
    path="/api/courses/v1/courses/{course_key}",
    weight=27,
    preconditions=Precondition.CATALOG,
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
)
"""`GET /api/courses/v1/courses/{course}`: the list's fields and `overview`."""

COURSE_RUNS = Endpoint(
    name="edx_course_runs",
    path="/ExternalLinks/edXCourseruns",
    weight=200,
    service="luminus",
    batch=Batch(rows="", key="courserunKey"),
    # An array of course runs, or a single one.
    array=None,
    scope=Scope.PUBLIC,
    ttl=600.0,
    missing={404: Missing.ABSENT},
    # The service's refusals are strings; the API gateway in front of it answers with an object.
    forms={401: Form.MESSAGE, 403: Form.STRING, 404: Form.STRING},
)
"""`GET /ExternalLinks/edXCourseruns`: all course runs of the catalogue in one answer."""


def subscription(key: str) -> tuple[tuple[str, str], ...]:
    """The credentials for the service. They belong to the gateway and are sent to this service only."""
    return (("ocp-apim-subscription-key", key),)
