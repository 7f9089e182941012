"""Writes of teams. None of these views accepts a JWT."""

from loaders.endpoint import Auth, Endpoint
from loaders.endpoints.team import TEAM, TEAMS
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_FORMS = dict.fromkeys((403, 404), WRITE | Form.EMPTY)

CREATE_TEAM = Endpoint(
    name="team/create",
    path=TEAMS.path,
    weight=120,
    method="POST",
    auth=Auth.BS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`POST /api/team/v0/teams/` `{course_id, topic_id, name, description, country?, language?}`: the team. If the creator
is a learner, they join it.
"""

CHANGE_TEAM = Endpoint(
    name="team/change",
    path=TEAM.path,
    weight=90,
    method="PATCH",
    auth=Auth.BS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`PATCH /api/team/v0/teams/{team}` as `application/merge-patch+json`: the team; for the course team and moderators."""

DELETE_TEAM = Endpoint(
    name="team/delete",
    path=TEAM.path,
    weight=90,
    method="DELETE",
    auth=Auth.BS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`DELETE /api/team/v0/teams/{team}`: 204; for the course team and moderators."""

JOIN_TEAM = Endpoint(
    name="team/join",
    path="/api/team/v0/team_membership/",
    weight=90,
    method="POST",
    auth=Auth.BS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`POST /api/team/v0/team_membership/` `{username, team_id}`: the membership; 400 if the team is full, or the learner
is in another one of the set."""

LEAVE_TEAM = Endpoint(
    name="team/leave",
    path="/api/team/v0/team_membership/{team_id},{username}",
    weight=80,
    method="DELETE",
    auth=Auth.BS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`DELETE /api/team/v0/team_membership/{team},{username}`: 204."""
