"""Course metadata: the endpoints that describe a course as such."""

import re

from loaders.endpoint import Auth, Batch, Door, Effect, Endpoint, Missing, Pace, Scope
from loaders.form import Form

_CATALOG = "courses"
"""The views of the catalogue, a list and a course, which are one piece of work: where one hangs, the other does."""
_CATALOG_TTL = 60.0
"""Seconds for which a visitor may see the catalogue as it was."""

_NO_ENTRY = re.compile(r"/dashboard(?:\?(?:access_response_error|notlive)=[^#]*)?|/courses/[^/?#]+/about")
"""Where the LMS leads those who may not enter a course."""

COURSE_METADATA = Endpoint(
    name="course_home/course_metadata",
    path="/api/course_home/course_metadata/{course_key}",
    weight=89,
    effects=Effect.ACTIVITY | Effect.STREAK,
    missing={404: Missing.ABSENT, 302: Missing.REFUSED},
    leads_to=_NO_ENTRY,
)
"""`GET /api/course_home/course_metadata/{course}`: 200 even when access is denied; one course a call."""

CATALOG_COURSES = Endpoint(
    name="courses/courses",
    view=_CATALOG,
    path="/api/courses/v1/courses/",
    weight=21,
    doors=Door.CATALOG | Door.LISTED,
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
    doors=Door.CATALOG,
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
)
"""`GET /api/courses/v1/courses/{course}`: the list's fields and `overview`."""

COURSEWARE_COURSE = Endpoint(
    name="courseware/course",
    path="/api/courseware/course/{course_key}",
    weight=100,
    parameters=("requested_fields",),
    project="requested_fields",
    effects=Effect.ACTIVITY | Effect.STREAK | Effect.OFFER,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED, 302: Missing.REFUSED},
    leads_to=_NO_ENTRY,
)
"""`GET /api/courseware/course/{course}?requested_fields=`: computes only the fields it is asked for."""

COURSE_MODES = Endpoint(
    name="enrollment/course",
    path="/api/enrollment/v1/course/{course_key}",
    weight=40,
    throttle="user",
    scope=Scope.PUBLIC,
    ttl=_CATALOG_TTL,
    pace=Pace.QUICK,
    missing={404: Missing.ABSENT, 400: Missing.ABSENT},
    forms={400: Form.MESSAGE},
)
"""`GET /api/enrollment/v1/course/{course}`: modes with prices, for anybody; 400 for an unknown course."""

LEARNING_SEQUENCES = Endpoint(
    name="learning_sequences/course_outline",
    path="/api/learning_sequences/v1/course_outline/{course_key}",
    weight=41,
    parameters=("user",),
    auth=Auth.JS,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
)
"""`GET /api/learning_sequences/v1/course_outline/{course}`: schedule and accessibility of every sequence."""
