"""Weekly goals and the welcome message: writes of the course home page."""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import Goal


def save_course_goal(call: Call) -> Answer:
    """A goal is saved for a course that does not exist as well: only the key must parse."""
    body = fields(call)
    key = body.get("course_id")
    if not key:
        raise BadRequestError("'course_id' is required.")
    if "subscribed_to_reminders" not in body:
        raise BadRequestError("'subscribed_to_reminders' is required.")
    if not isinstance(key, str) or not is_course_key(key):
        raise BadRequestError("Unable to save course goal")
    days = body.get("days_per_week")
    goal = Goal(days if isinstance(days, int) else 0, bool(body["subscribed_to_reminders"]))
    course = call.world.course(key)
    if course is None:
        call.world.stray_goals[call.me.username, key] = goal
    else:
        call.world.learner(call.me, course).goal = goal
        call.world.goal_token(call.me, course)
    return Answer(
        {
            "header": "Your course goal has been successfully set.",
            "message": "Course goal updated successfully.",
        }
    )


def dismiss_welcome_message(call: Call) -> Answer:
    body = fields(call)
    key = body.get("course_id")
    if not key:
        raise BadRequestError("'course_id' is required.")
    if len(body) > 1:
        raise BadRequestError("Only 'course_id' is expected.")
    course = call.world.course(key) if isinstance(key, str) else None
    if course is None:
        raise BadRequestError("Unable to dismiss welcome message.")
    call.world.learner(call.me, course).dismissed_welcome = True
    return Answer({"message": "Welcome message successfully dismissed."})


def unsubscribe(call: Call) -> Answer:
    """Stop the reminders of a goal, by the token of the reminder e-mail."""
    owner = call.world.goal_tokens.get(call.params["word"])
    if owner is None:
        raise NotFoundError
    username, key = owner
    course = call.world.courses[key]
    goal = call.world.learner(call.world.users[username], course).goal
    if goal is None:
        raise NotFoundError
    goal.subscribed_to_reminders = False
    return Answer({"course_title": course.name})


_HOME = ("/api/course_home/", "/api/course_home/v1/")
ROUTES = (
    Route(
        "course_home.save_course_goal",
        tuple(f"{home}save_course_goal" for home in _HOME),
        {"POST": save_course_goal},
        Slash.EITHER,
        Schemes.JS,
        login=True,
        function_view=True,
    ),
    Route(
        "course_home.dismiss_welcome_message",
        tuple(f"{home}dismiss_welcome_message" for home in _HOME),
        {"POST": dismiss_welcome_message},
        Slash.EITHER,
        Schemes.JS,
        login=True,
        function_view=True,
    ),
    Route(
        "course_home.unsubscribe_from_course_goal",
        tuple(f"{home}unsubscribe_from_course_goal/{{word}}" for home in _HOME),
        {"POST": unsubscribe},
        Slash.NEVER,
        Schemes.NONE,
        function_view=True,
    ),
)
