"""Course metadata: the endpoints that describe a course as such."""

import re

from loaders.endpoint import Auth, Effect, Endpoint, Missing, Pace, Scope
from loaders.form import Form

_TTL = 60.0
"""Seconds for which an answer about modes is fresh."""

_NO_ENTRY = re.compile(r"/dashboard(?:\?(?:access_response_error|notlive)=[^#]*)?|/courses/[^/?#]+/about")
"""Redirect targets for people who may not enter a course."""

COURSE_METADATA = Endpoint(
    name="course_home/course_metadata",
    path="/api/course_home/course_metadata/{course_key}",
    weight=89,
    effects=Effect.ACTIVITY | Effect.STREAK,
    missing={404: Missing.ABSENT, 302: Missing.REFUSED},
    leads_to=_NO_ENTRY,
)
"""`GET /api/course_home/course_metadata/{course}`: 200 even if access is denied; one course per call."""

COURSEWARE_COURSE = Endpoint(
    name="courseware/course",
    path="/api/courseware/course/{course_key}",
    weight=100,
    parameters=("requested_fields",),
    project="requested_fields",
    timezone="browser_timezone",
    effects=Effect.ACTIVITY | Effect.STREAK | Effect.OFFER,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED, 302: Missing.REFUSED},
    leads_to=_NO_ENTRY,
)
"""`GET /api/courseware/course/{course}?requested_fields=`: computes only the requested fields."""

COURSE_MODES = Endpoint(
    name="enrollment/course",
    path="/api/enrollment/v1/course/{course_key}",
    weight=40,
    throttle="user",
    scope=Scope.PUBLIC,
    ttl=_TTL,
    pace=Pace.QUICK,
    missing={404: Missing.ABSENT, 400: Missing.ABSENT},
    forms={400: Form.MESSAGE},
)
"""`GET /api/enrollment/v1/course/{course}`: modes with prices, for anybody; 400 for an unknown course."""

NAVIGATION_SIDEBAR = Endpoint(
    name="courseware/navigation_sidebar",
    path="/courses/{course_key}/courseware-navigation-sidebar/toggles/",
    weight=24,
    auth=Auth.JS,
    pace=Pace.QUICK,
    optional=True,
)
"""`GET /courses/{course}/courseware-navigation-sidebar/toggles/`: settings of the sidebar of the unit page."""

COURSEWARE_SEARCH = Endpoint(
    name="courseware/search_enabled",
    path="/courses/{course_key}/courseware-search/enabled/",
    weight=20,
    auth=Auth.JS,
    pace=Pace.QUICK,
    optional=True,
)
"""`GET /courses/{course}/courseware-search/enabled/`: whether the content of the course can be searched."""

LEARNING_SEQUENCES = Endpoint(
    name="learning_sequences/course_outline",
    path="/api/learning_sequences/v1/course_outline/{course_key}",
    weight=41,
    parameters=("user",),
    auth=Auth.JS,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
)
"""`GET /api/learning_sequences/v1/course_outline/{course}`: schedule and accessibility of every sequence."""
