"""Teams v0. Bearer token or session; a JWT is not read."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import ApiError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.accounts import profile
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User
from gateway.demo.world.teams import Team, TeamSet

_V0 = "/api/team/v0"
_ORDERS = {
    "name": lambda team: team.name.lower(),
    "open_slots": lambda team: (-team.open_slots, -team.last_activity.timestamp()),
    "last_activity_at": lambda team: (-team.last_activity.timestamp(), -team.open_slots),
}


def _course(call: Call) -> Course:
    """The course of the query: without one 400, unknown 404 without a body, closed to others than its people 403."""
    key = call.arg("course_id") or str(fields(call).get("course_id") or "")
    if not key:
        raise _refusal("course_id must be provided", 400)
    course = call.world.course(key) if is_course_key(key) else None
    if course is None:
        raise NotFoundError
    return _open(call, course)


def _open(call: Call, course: Course) -> Course:
    if call.world.enrollment(call.me, course) is None and not _is_privileged(call, course):
        raise PermissionDeniedError
    return course


def _is_privileged(call: Call, course: Course) -> bool:
    return is_course_staff(call.me, course) or call.world.forum.role(call.me, course) != "Student"


def _refusal(text: str, status: int) -> ApiError:
    return ApiError({"developer_message": text, "user_message": text}, status=status)


def _shown_set(call: Call, course: Course, team_set: TeamSet) -> dict[str, Any]:
    return {
        "id": team_set.id,
        "name": team_set.name,
        "description": team_set.description,
        "type": team_set.type,
        "max_team_size": team_set.max_size,
        "team_count": len(call.world.teams.of_set(course, team_set)),
    }


def _may_see(call: Call, course: Course, team_set: TeamSet) -> bool:
    """Private team-sets are for their members and for the course team."""
    own = call.world.teams.in_set(call.me.username, course, team_set) is not None
    return team_set.type != "private_managed" or own or _is_privileged(call, course)


def sets(call: Call) -> Answer:
    course = _course(call)
    rows = [one for one in call.world.teams.sets.get(course.key, ()) if _may_see(call, course, one)]
    rows.sort(key=lambda one: one.name)
    shown, page = page_of(call, rows, size=12)
    return Answer(page.flat([_shown_set(call, course, one) for one in shown]) | {"sort_order": "name"})


def one_set(call: Call) -> Answer:
    course = call.world.course(call.params["course"])
    if course is None:
        raise NotFoundError
    team_set = call.world.teams.set_of(_open(call, course), call.params["set"])
    if team_set is None or not _may_see(call, course, team_set):
        raise NotFoundError
    return Answer(_shown_set(call, course, team_set))


def _user(call: Call, user: User) -> dict[str, Any]:
    url = f"{call.world.site.base_url}/api/user/v1/accounts/{user.username}"
    return profile(call, user) if "user" in call.args("expand") else {"url": url, "username": user.username}


def _shown(call: Call, team: Team) -> dict[str, Any]:
    return {
        "id": team.id,
        "discussion_topic_id": f"team-{team.id}",
        "name": team.name,
        "course_id": team.course.key,
        "topic_id": team.set.id,
        "date_created": iso(team.created),
        "description": team.description,
        "country": team.country,
        "language": team.language,
        "last_activity_at": iso(team.last_activity),
        "membership": [
            {"user": _user(call, call.world.users[name]), "date_joined": iso(joined), "last_activity_at": iso(joined)}
            for name, joined in team.members.items()
        ],
        "organization_protected": False,
    }


def team_list(call: Call) -> Answer:
    """Teams of a course, of a team-set of it, or of a learner. A search has an order of its own."""
    course, teams = _course(call), call.world.teams
    text, order = call.arg("text_search"), call.arg("order_by")
    if text and order:
        raise _refusal("text_search and order_by cannot be provided together", 400)
    rows = [one for one in teams.by_id.values() if one.course is course and _may_see(call, course, one.set)]
    if set_id := call.arg("topic_id"):
        if teams.set_of(course, set_id) is None:
            raise _refusal(f"The supplied topic id {set_id} is not valid", 404)
        rows = [one for one in rows if one.set.id == set_id]
    if name := call.arg("username"):
        rows = [one for one in rows if name in one.members]
    if text:
        rows = [one for one in rows if text.lower() in f"{one.name} {one.description}".lower()]
    rows.sort(key=_ORDERS.get(order or "name", _ORDERS["name"]))
    shown, page = page_of(call, rows, size=5)
    return Answer(page.flat([_shown(call, one) for one in shown]) | {"sort_order": order or "name"})


def _team(call: Call) -> Team:
    team = call.world.teams.by_id.get(call.params["team"])
    if team is None:
        raise NotFoundError
    _open(call, team.course)
    if not _may_see(call, team.course, team.set):
        raise NotFoundError
    return team


def team(call: Call) -> Answer:
    return Answer(_shown(call, _team(call)))


def assignments(call: Call) -> Answer:
    """The open responses that the team answers together."""
    found = _team(call)
    blocks = [block for block in found.course.blocks.values() if block.type == "problem"][:1]
    site = call.world.site
    where = [site.jump_to(found.course.key, block.usage).removeprefix(site.base_url) for block in blocks]
    return Answer([{"display_name": b.name, "location": address} for b, address in zip(blocks, where, strict=True)])


def create(call: Call) -> Answer:
    """`{course_id, topic_id, name, description, country?, language?}`: whoever makes it, joins it; the course team does
    not."""
    body, course, teams = fields(call), _course(call), call.world.teams
    team_set = teams.set_of(course, str(body.get("topic_id")))
    privileged = _is_privileged(call, course)
    if team_set is None:
        raise _refusal(f"The supplied topic_id {body.get('topic_id')} is not valid", 400)
    if team_set.is_managed and not privileged:
        raise PermissionDeniedError
    if not privileged and teams.in_set(call.me.username, course, team_set) is not None:
        raise _refusal("You are already in a team in this teamset.", 400)
    _check(body, ("name", "description"))
    made = teams.make(course, team_set, body["name"], body["description"], call.world.now)
    made.country, made.language = body.get("country") or "", body.get("language") or ""
    if not privileged:
        made.members[call.me.username] = call.world.now
    return Answer(_shown(call, made))


def _check(body: dict[str, Any], required: tuple[str, ...]) -> None:
    limits = {"name": 255, "description": 300}
    errors = {}
    for name, limit in limits.items():
        value = body.get(name)
        if (name in required and not value) or (value is not None and not str(value).strip()):
            errors[name] = "This field may not be blank."
        elif value is not None and len(str(value)) > limit:
            errors[name] = f"Ensure this field has no more than {limit} characters."
    if errors:
        messages = {name: {"developer_message": text, "user_message": text} for name, text in errors.items()}
        raise ApiError({"field_errors": messages}, status=400)


def change(call: Call) -> Answer:
    """`{name?, description?, country?, language?}` by the course team or a moderator; members cannot."""
    found, body = _managed(call), fields(call)
    _check(body, ())
    for name in ("name", "description", "country", "language"):
        if name in body:
            setattr(found, name, body[name] or "")
    return Answer(_shown(call, found))


def delete(call: Call) -> Answer:
    del call.world.teams.by_id[_managed(call).id]
    return Answer(status=204)


def _managed(call: Call) -> Team:
    found = _team(call)
    if not _is_privileged(call, found.course):
        raise PermissionDeniedError
    return found


def memberships(call: Call) -> Answer:
    """Those of a learner (in a course), or of a team."""
    name, team_id = call.arg("username"), call.arg("team_id")
    if (name is None) is (team_id is None):
        raise _refusal("Either username or team_id must be specified, and not both.", 400)
    teams = call.world.teams
    if team_id is not None:
        found = teams.by_id.get(team_id)
        rows = [] if found is None else [(found, member) for member in found.members]
    else:
        key = call.arg("course_id")
        rows = [(one, str(name)) for one in teams.of_member(str(name)) if key is None or one.course.key == key]
    rows = [(one, member) for one, member in rows if _may_see(call, one.course, one.set)]
    shown, page = page_of(call, rows)
    return Answer(page.flat([_membership(call, one, member) for one, member in shown]))


def _membership(call: Call, found: Team, member: str) -> dict[str, Any]:
    team_url = f"{call.world.site.base_url}{_V0}/teams/{found.id}"
    expanded = "team" in call.args("expand")
    shown = {name: value for name, value in _shown(call, found).items() if name != "membership"}
    return {
        "user": _user(call, call.world.users[member]),
        "team": shown if expanded else {"url": team_url, "team_id": found.id},
        "date_joined": iso(found.members[member]),
        "last_activity_at": iso(found.members[member]),
    }


def join(call: Call) -> Answer:
    """`{username, team_id}`: oneself, or anybody for the course team."""
    body, teams = fields(call), call.world.teams
    found, user = teams.by_id.get(str(body.get("team_id"))), call.world.users.get(str(body.get("username")))
    if found is None or user is None:
        raise NotFoundError
    privileged = _is_privileged(call, _open(call, found.course))
    if user is not call.me and not privileged:
        raise NotFoundError
    if found.set.is_managed and not privileged:
        raise _refusal("You can't join an instructor managed team.", 403)
    if found.open_slots <= 0:
        raise _refusal("This team is already full.", 400)
    if call.world.enrollment(user, found.course) is None:
        raise _refusal(f"The user {user.username} is not enrolled in the course associated with this team.", 400)
    if teams.in_set(user.username, found.course, found.set) is not None:
        raise _refusal(f"The user {user.username} is already a member of a team in this teamset.", 400)
    found.members[user.username] = call.world.now
    return Answer(_membership(call, found, user.username))


def membership(call: Call) -> Answer:
    found = _member(call)
    return Answer(_membership(call, found, call.params["username"]))


def leave(call: Call) -> Answer:
    found, name = _member(call), call.params["username"]
    privileged = _is_privileged(call, found.course)
    if name != call.me.username and not privileged:
        raise NotFoundError
    if found.set.is_managed and not privileged:
        raise _refusal("You can't leave an instructor managed team.", 403)
    del found.members[name]
    return Answer(status=204)


def _member(call: Call) -> Team:
    found = _team(call)
    if call.params["username"] not in found.members:
        raise NotFoundError
    return found


def _route(name: str, path: str, parses: tuple[str, ...] = ("application/json",), **methods: Any) -> Route:
    return Route(f"team.{name}", (f"{_V0}/{path}",), methods, Slash.EITHER, Schemes.BS, login=True, parses=parses)


_SLUG = "{team:word}"
ROUTES = (
    _route("sets", "topics", GET=sets),
    _route("set", "topics/{set:slug},{course}", GET=one_set),
    _route("teams", "teams", GET=team_list, POST=create),
    _route("assignments", f"teams/{_SLUG}/assignments", GET=assignments),
    _route("team", f"teams/{_SLUG}", ("application/json", MERGE_PATCH), GET=team, PATCH=change, DELETE=delete),
    _route("memberships", "team_membership", GET=memberships, POST=join),
    _route("membership", "team_membership/{team:slug},{username}", GET=membership, DELETE=leave),
)
