"""Mutations of a course: one call each, after which the course is read again."""

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from graphql import FieldNode

from loaders.endpoint import Endpoint
from loaders.endpoints.course_writes import (
    CELEBRATE,
    COMPLETE,
    COURSE_EMAILS,
    DISMISS_WELCOME,
    ENROLL,
    LAST_VISITED,
    RESET_DEADLINES,
    SAVE_GOAL,
    SIGN_INTEGRITY,
    UNENROLL,
    UNSUBSCRIBE_GOAL,
)
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.keys import is_in_course
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import expect, mode_of
from resolvers.declare.ask import Ask
from resolvers.declare.found import NOTHING, Facts, Found
from resolvers.declare.page import cursor, page_facts
from resolvers.enrollment import with_lists
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.plan.selected import nodes_at
from resolvers.values.path import View
from resolvers.write import (
    FORM,
    Refusal,
    Written,
    after_write,
    answer_of,
    ignored,
    payload,
    refused,
    username_for,
    write,
)

MAX_BLOCKS = 100
"""Maximum number of blocks in one `completeBlocks`. The LMS documents no limit of its own."""

_TOKEN = re.compile(r"\w[\w+.=\-]{0,99}", re.ASCII)
_COURSE = {"course_id": "course", "course_key": "course"}


async def enroll(info: Info, key: str, mode: str | None) -> Row:
    """Enrols the viewer."""
    body: dict[str, Any] = {"course_details": {"course_id": key}}
    if mode is not None:
        body["mode"] = mode_of(mode, key)
    written = await write(info.context, ENROLL.call(), body, fields={**_COURSE, "mode": "mode"})
    return payload(info, ENROLL, written, {"key": key})


def enrolled(ask: Ask) -> Found:
    """The enrolment, from the answer to enrolling and from the lists of enrolments."""
    return _as_enrolled(ask, list(ask.field_nodes), lambda view: view, {})


def enrolled_edge(ask: Ask) -> Found:
    """The same enrolment as an edge of the viewer's enrolments, which are listed newest first."""
    nodes = nodes_at(ask, "node")[1]
    key = ask.fact("key")

    def edge(view: View) -> View:
        return View({"cursor": cursor("offset", 0), "node": view.value}, view.root)

    return _as_enrolled(ask, nodes, edge, {} if ask.is_plan else page_facts("enrolled", key))


def _as_enrolled(ask: Ask, nodes: list[FieldNode], view_of: Callable[[View], View], facts: Facts) -> Found:
    key = ask.fact("key")
    further = with_lists(ask, frozenset({ENROLLMENTS}), nodes)
    if ask.row is None:
        return Found({ENROLLMENTS: ask.place.steps[ENROLL], **further}, facts={"key": key})
    view = answer_of(ask.row, ENROLL)
    if view is None:
        return NOTHING

    def read(answers: Answers) -> Row:
        return answers.seen({ENROLLMENTS: view_of(view), **answers.views(further)}, type_name=None)

    return Found(facts={"key": key, **facts}, read=read, also=further)


@after_write
def ended_enrollment(ask: Ask) -> Found:
    """The enrolment that was just ended, read from the LMS."""
    step = ask.step(ENROLLMENT, {"course_key": ask.fact("key")})
    return _enrollment_from(ask, ENROLLMENT, ENROLLMENTS, step)


@after_write
def enrollment_with_emails(ask: Ask) -> Found:
    """The enrolment from the learner dashboard, which is the only source of the e-mail setting."""
    step = ask.step(LEARNER_HOME, {"key": ask.fact("key")})
    return _enrollment_from(ask, LEARNER_HOME, LEARNER_HOME, step)


def _enrollment_from(ask: Ask, endpoint: Endpoint, read_as: Endpoint, step: Any) -> Found:
    """The enrolment described by one step's answer, read with the declarations of `read_as`."""
    key = ask.fact("key")
    further = with_lists(ask, frozenset({read_as}), list(ask.field_nodes))
    if ask.is_plan:
        return Found({read_as: step, **further}, facts={"key": key})

    def read(answers: Answers) -> Row | None:
        if not answers.has(endpoint):
            return None
        view = answers.views({endpoint: step})[endpoint]
        return answers.seen({read_as: view, **answers.views(further)})

    return Found({endpoint: step}, facts={"key": key}, read=read, also=further)


async def unenroll(info: Info, key: str) -> Row:
    """Ends the viewer's enrolment."""
    form = {"course_id": key, "enrollment_action": "unenroll"}
    written = await write(info.context, UNENROLL.call(), form, content_type=FORM)
    return payload(info, UNENROLL, written, {"key": key})


async def set_course_goal(info: Info, key: str, days: int, remind: bool) -> Row:
    """Sets the viewer's weekly goal."""
    body = {"course_id": key, "days_per_week": days, "subscribed_to_reminders": remind}
    fields = {**_COURSE, "days_per_week": "daysPerWeek", "subscribed_to_reminders": "subscribedToReminders"}
    written = (
        await write(info.context, SAVE_GOAL.call(), body, fields=fields)
        if 0 <= days <= 7
        else refused(Refusal.INVALID, "The value must be 1 to 7, or 0 for no goal.", "daysPerWeek")
    )
    return payload(info, SAVE_GOAL, written, {"key": key})


async def unsubscribe_from_course_goal(info: Info, token: str) -> Row:
    """Stops the reminders of a goal. The token of a reminder is enough; no sign-in is needed."""
    written = (
        await write(info.context, UNSUBSCRIBE_GOAL.call(token=token), b"")
        if _TOKEN.fullmatch(token)
        else refused(Refusal.NOT_FOUND, "There is no reminder with this token.", "token")
    )
    return payload(info, UNSUBSCRIBE_GOAL, written)


async def dismiss_welcome_message(info: Info, key: str) -> Row:
    """Hides the latest course update from the viewer."""
    written = await write(info.context, DISMISS_WELCOME.call(), {"course_id": key}, fields=_COURSE)
    return payload(info, DISMISS_WELCOME, written, {"key": key})


async def reset_course_deadlines(info: Info, key: str, location: str | None) -> Row:
    """Shifts the viewer's due dates in a self-paced course."""
    body: dict[str, Any] = {"course_key": key}
    if location is not None:
        body["research_event_data"] = {"location": location}
    written = await write(info.context, RESET_DEADLINES.call(), body, fields=_COURSE)
    return payload(info, RESET_DEADLINES, written, {"key": key})


async def complete_blocks(info: Info, key: str, blocks: Sequence[tuple[str, float]]) -> Row:
    """Marks blocks of one course as complete. A completion must be between 0 and 1."""
    blocks = [(expect(block), completion) for block, completion in blocks]
    written = _invalid(key, blocks)
    if written is None:
        username = await username_for(info.context, COMPLETE)
        body = {"username": username.text, "course_key": key, "blocks": dict(blocks)}
        written = await write(info.context, COMPLETE.call(), body, fields=_COURSE)
    return payload(info, COMPLETE, written, {"key": key})


def _invalid(key: str, blocks: Sequence[tuple[str, float]]) -> Written | None:
    """The refusal of an invalid input, which the LMS would refuse or apply to another course; None for a valid
    input.
    """
    if not 1 <= len(blocks) <= MAX_BLOCKS:
        return refused(Refusal.TOO_MANY, f"1 to {MAX_BLOCKS} blocks can be marked at once.", "blocks")
    for place, (block, completion) in enumerate(blocks):
        if not is_in_course(block, key):
            return refused(Refusal.INVALID, "The block is not in this course.", "blocks", str(place), "key")
        if math.isnan(completion) or not 0 <= completion <= 1:
            return refused(Refusal.INVALID, "A completion must be between 0 and 1.", "blocks", str(place), "completion")
    return None


async def mark_celebration_seen(info: Info, key: str, first_section: bool | None, weekly_goal: bool | None) -> Row:
    """Records which celebrations were shown. The LMS stores the opposite: which ones are still to be shown."""
    body = {}
    if first_section is not None:
        body["first_section"] = not first_section
    if weekly_goal is not None:
        body["weekly_goal"] = not weekly_goal
    if not body:
        written = refused(Refusal.INVALID, "Specify at least one celebration.")
    else:
        written = await write(info.context, CELEBRATE.call(course_key=key), body)
    if written.status == 202:
        written = ignored(written, Refusal.MASQUERADING)
    return payload(info, CELEBRATE, written, {"key": key})


async def sign_integrity_agreement(info: Info, key: str) -> Row:
    """Signs the academic integrity agreement."""
    written = await write(info.context, SIGN_INTEGRITY.call(course_key=key), {})
    return payload(info, SIGN_INTEGRITY, written, {"key": key})


async def record_last_visited(info: Info, key: str, block: str) -> Row:
    """Sets the viewer's last visited block."""
    block = expect(block)
    if not is_in_course(block, key):
        written = refused(Refusal.INVALID, "The block is not in this course.", "block")
    else:
        username = await username_for(info.context, LAST_VISITED)
        call = LAST_VISITED.call(username=username.text, course_key=key)
        written = await write(info.context, call, {"last_visited_module_id": block})
    return payload(info, LAST_VISITED, written, {"key": key})


async def set_course_emails(info: Info, key: str, receive: bool) -> Row:
    """Turns the course team's e-mails on or off. The form has the field only when they are on."""
    form = {"course_id": key, "receive_emails": "on"} if receive else {"course_id": key}
    written = await write(info.context, COURSE_EMAILS.call(), form, content_type=FORM)
    return payload(info, COURSE_EMAILS, written, {"key": key})
