"""The course catalogue: the LMS's own, and LumiNUS's, another service that is asked with a key of the gateway's."""

from loaders.endpoint import Batch, Endpoint, Missing, Pace, Precondition, Scope
from loaders.form import Form

_CATALOG = "courses"
"""The views of the catalogue, a list and a course, which are one piece of work: where one hangs, the other does."""
_CATALOG_TTL = 60.0
"""Seconds for which a visitor may see the catalogue as it was."""

CATALOG_COURSES = Endpoint(
    name="courses/courses",
    view=_CATALOG,
    path="/api/courses/v1/courses/",
    weight=21,
    preconditions=Precondition.CATALOG | Precondition.LISTED,
    query={"page_size": "100"},
    # Signed in or not, the list is asked without a name: the catalogue as a visitor sees it.
    batch=Batch(rows="results", key="id", parameter="course_keys", limit=60, more="pagination.next"),
    throttle="user",
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
)
"""`GET /api/courses/v1/courses/?course_keys=`: many courses a call; unknown and unlisted ones are left out."""

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
"""`GET /api/courses/v1/courses/`: pages of at most 100, as a visitor sees the catalogue; 404 beyond the last."""

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
    # An array of course runs, or one alone.
    array=None,
    scope=Scope.PUBLIC,
    ttl=600.0,
    missing={404: Missing.ABSENT},
    # Its own refusals are strings; the API gateway before it answers with an object.
    forms={401: Form.MESSAGE, 403: Form.STRING, 404: Form.STRING},
)
"""`GET /ExternalLinks/edXCourseruns`: every course run of the catalogue in one answer."""


def subscription(key: str) -> tuple[tuple[str, str], ...]:
    """The headers that open the service. They belong to the gateway and go to this service only."""
    return (("ocp-apim-subscription-key", key),)
