"""Completion: marking blocks, and the page helpers of courseware that read or move positions."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.pages import login_page_guard
from gateway.demo.world.course import Block, Course
from gateway.demo.world.keys import is_course_key, is_usage_key
from gateway.demo.world.people import User


def completion_batch(call: Call) -> Answer:
    """Mark many blocks of one course; nothing is stored when one of them is refused."""
    body = fields(call)
    for name in ("username", "course_key", "blocks"):
        if name not in body:
            raise BadRequestError(f"Key '{name}' not found.")
    user, course = _learner_and_course(call, body)
    blocks = _blocks(body["blocks"], course)
    learner = call.world.learner(user, course)
    for block, value in blocks:
        if block.completable:
            learner.complete(block, value)
            learner.touched = call.world.now
    return Answer({"detail": "ok"})


def subsection_completion(call: Call) -> Answer:
    """1 if the caller has completed a sequential, else 0. Another person's is refused, also to staff."""
    if call.params["username"] != call.me.username:
        raise PermissionDeniedError if call.me.is_staff else NotFoundError
    found = call.world.block(call.params["usage"])
    if found is None or found[0].key != call.params["course"]:
        raise NotFoundError
    course, block = found
    return Answer({"completion": int(block.usage in call.world.learner(call.me, course).done)})


def _learner_and_course(call: Call, body: dict[str, Any]) -> tuple[User, Course]:
    username, key = body["username"], body["course_key"]
    if username != call.me.username and not call.me.is_staff:
        raise PermissionDeniedError
    user = call.world.users.get(str(username))
    if user is None:
        raise NotFoundError(f'User matching query does not exist: "{username}"')
    if not isinstance(key, str) or not is_course_key(key):
        raise BadRequestError(f"Invalid course key: {key}")
    course = call.world.course(key)
    if course is None or call.world.enrollment(user, course) is None:
        raise BadRequestError("User is not enrolled in course.")
    return user, course


def _blocks(raw: Any, course: Course) -> list[tuple[Block, float]]:
    if not isinstance(raw, dict):
        raise BadRequestError("'blocks' must be an object.")
    found = []
    for usage, value in raw.items():
        if not is_usage_key(usage):
            raise BadRequestError(f"Invalid block key: {usage}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
            raise BadRequestError(f"{value} must be between 0.0 and 1.0")
        block = course.blocks.get(usage)
        if block is None:
            raise BadRequestError(f"Block with key: '{usage}' is not in course {course.key}")
        found.append((block, float(value)))
    return found


def xblock_handler(call: Call) -> Answer:
    """`get_completion` of a unit and `goto_position` of a sequential; needs a session and its CSRF pair."""
    refused = login_page_guard(call)
    if refused is not None:
        return refused
    found = call.world.block(call.params["usage"])
    if found is None:
        return Answer("", 404, content_type="text/html; charset=utf-8")
    course, block = found
    learner, body = call.world.learner(call.me, course), fields(call)
    if call.params["handler"] == "get_completion":
        return Answer({"complete": body.get("usage_key") in learner.done})
    if call.params["handler"] == "goto_position":
        if isinstance(body.get("position"), int):
            learner.positions[block.usage] = body["position"]
        return Answer({"success": True})
    return Answer("", 404, content_type="text/html; charset=utf-8")


def sidebar_toggles(call: Call) -> Answer:
    return Answer(
        {
            "enable_navigation_sidebar": True,
            "always_open_auxiliary_sidebar": False,
            "enable_completion_tracking": True,
        }
    )


def search_enabled(call: Call) -> Answer:
    return Answer({"enabled": call.world.course(call.params["course"]) is not None})


ROUTES = (
    Route(
        "completion.completion_batch",
        ("/api/completion/v1/completion-batch",),
        {"POST": completion_batch},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "completion.subsection_completion",
        ("/api/completion/v1/subsection-completion/{username}/{course}/{usage}",),
        {"GET": subsection_completion},
        Slash.EITHER,
        Schemes.JS,
        login=True,
    ),
    Route(
        "xblock.handler",
        ("/courses/{course}/xblock/{usage}/handler/{handler:word}",),
        {"POST": xblock_handler},
        Slash.EITHER,
        Schemes.SESSION,
        page=True,
        framed=True,
    ),
    Route(
        "courseware_navigation_sidebar.toggles",
        ("/courses/{course}/courseware-navigation-sidebar/toggles",),
        {"GET": sidebar_toggles},
        Slash.MUST,
        Schemes.JS,
        function_view=True,
    ),
    Route(
        "courseware_search.enabled",
        ("/courses/{course}/courseware-search/enabled",),
        {"GET": search_enabled},
        Slash.MUST,
        Schemes.JS,
        function_view=True,
    ),
)
