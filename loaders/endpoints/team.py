"""Teams of learners in a course. None of these views accepts a JWT."""

from loaders.endpoint import Auth, Endpoint, Missing
from loaders.form import Form

_MISSING = {404: Missing.ABSENT, 403: Missing.REFUSED}
_FORMS = {404: Form.ERROR | Form.EMPTY | Form.PAGE}
"""An LMS without teams has no such pages."""

TEAM_SETS = Endpoint(
    name="team/topics",
    path="/api/team/v0/topics/",
    weight=70,
    auth=Auth.BS,
    anonymous=False,
    # A course has few; the LMS sends 12 unless it is asked for more.
    query={"page_size": "100"},
    parameters=("course_id",),
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/topics/?course_id=`: the team-sets of a course that the viewer may see."""

TEAM_SET = Endpoint(
    name="team/topic",
    path="/api/team/v0/topics/{set_id},{course_key}",
    weight=60,
    auth=Auth.BS,
    anonymous=False,
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/topics/{set},{course}`: one team-set."""

TEAMS = Endpoint(
    name="team/teams",
    path="/api/team/v0/teams/",
    weight=90,
    auth=Auth.BS,
    anonymous=False,
    query={"expand": "user"},
    parameters=("course_id", "topic_id", "text_search", "order_by", "page", "page_size"),
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/teams/?course_id=&topic_id=`: pages of teams with their members. A search has its own
order."""

TEAM = Endpoint(
    name="team/team",
    path="/api/team/v0/teams/{team_id}",
    weight=60,
    auth=Auth.BS,
    anonymous=False,
    query={"expand": "user"},
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/teams/{team}?expand=user`: one team with its members."""

TEAM_ASSIGNMENTS = Endpoint(
    name="team/assignments",
    path="/api/team/v0/teams/{team_id}/assignments",
    weight=70,
    auth=Auth.BS,
    anonymous=False,
    array=True,
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/teams/{team}/assignments`: assignments of the team; 503 if the LMS has disabled them."""

TEAM_MEMBERSHIPS = Endpoint(
    name="team/memberships",
    path="/api/team/v0/team_membership/",
    weight=70,
    auth=Auth.BS,
    anonymous=False,
    query={"expand": "team", "page_size": "100"},
    parameters=("username", "course_id"),
    missing=_MISSING,
    forms=_FORMS,
)
"""`GET /api/team/v0/team_membership/?username=&course_id=&expand=team`: the viewer's teams in a course, at most one of
each set, without their members."""
