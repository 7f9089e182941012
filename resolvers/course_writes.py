"""Who answers the mutations of a course: one call each, then the course as it is now."""

import math
import re
from collections.abc import Sequence
from typing import Any

from graphql import FieldNode, GraphQLObjectType

import resolvers.course
from loaders.answer import Payload
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
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.errors import Failure
from loaders.keys import is_in_course
from resolvers.arguments import expect, mode_of
from resolvers.context import Info
from resolvers.demands import demands_of
from resolvers.mobile import requested_fields
from resolvers.page import cursor, page_facts
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row, View
from resolvers.selected import nodes_at
from resolvers.write import FORM, Refusal, Written, ignored, payload, refused, username_for, write, written_of

MAX_BLOCKS = 100
"""The most blocks that one `completeBlocks` takes; the LMS states no limit of its own."""

_TOKEN = re.compile(r"\w[\w+.=\-]{0,99}", re.ASCII)
_COURSE = {"course_id": "course", "course_key": "course"}


def written_course(root: Row, info: Info) -> Pending | None:
    """The course after a write that was done; none where the key of a block does not name it."""
    key = root.facts["key"]
    return resolvers.course.course(info, key) if key is not None and written_of(root).done else None


async def enroll(info: Info, key: str, mode: str | None) -> Row:
    """Enrols the viewer."""
    body: dict[str, Any] = {"course_details": {"course_id": key}}
    if mode is not None:
        body["mode"] = mode_of(mode, key)
    written = await write(info.context, ENROLL.call(), body, fields={**_COURSE, "mode": "mode"})
    return payload(info, ENROLL, written, {"key": key})


async def enrolled(root: Row, info: Info) -> Row | None:
    """The enrolment as the answer to enrolling tells it."""
    view = root.views.get(ENROLL)
    return await _enrollment(info, root, {ENROLLMENTS: view}, info.field_nodes) if view is not None else None


async def enrolled_edge(root: Row, info: Info) -> Row | None:
    """The same as an entry of the viewer's enrolments, which are told newest first."""
    view = root.views.get(ENROLL)
    if view is None:
        return None
    row = await _enrollment(info, root, {ENROLLMENTS: view}, nodes_at(info, "node")[1])
    edge = {"cursor": cursor("offset", 0), "node": view.value}
    views = {**row.views, ENROLLMENTS: View(edge, view.root)}
    facts = {**row.facts, **page_facts("enrolled", root.facts["key"])}
    return Row(base=root.base, views=views, failed=row.failed, facts=facts)


async def unenroll(info: Info, key: str) -> Row:
    """Ends the viewer's enrolment."""
    form = {"course_id": key, "enrollment_action": "unenroll"}
    written = await write(info.context, UNENROLL.call(), form, content_type=FORM)
    return payload(info, UNENROLL, written, {"key": key})


async def left(root: Row, info: Info) -> Row | None:
    """The enrolment that has just ended, read from the LMS."""
    if not written_of(root).done:
        return None
    loaded = payload_of(await info.context.load(ENROLLMENT.call(course_key=root.facts["key"])))
    return await _enrollment(info, root, {ENROLLMENTS: _view(loaded)}, info.field_nodes) if loaded is not None else None


async def mailed(root: Row, info: Info) -> Row | None:
    """The enrolment as the dashboard has it: the only place that tells of e-mails."""
    if not written_of(root).done:
        return None
    loaded = payload_of(await info.context.load(LEARNER_HOME.call(key=root.facts["key"])))
    return (
        await _enrollment(info, root, {LEARNER_HOME: _view(loaded)}, info.field_nodes) if loaded is not None else None
    )


def _view(loaded: Payload) -> View:
    with reading(loaded.answer.endpoint):
        return View(loaded.value, loaded.answer.tree)


async def _enrollment(info: Info, root: Row, views: dict[Endpoint, View], nodes: list[FieldNode]) -> Row:
    """An enrolment that one answer tells of; what is selected besides is read from the other lists of enrolments."""
    enrollment_type = info.schema.type_map["Enrollment"]
    assert isinstance(enrollment_type, GraphQLObjectType)
    demands = demands_of(info.schema, enrollment_type, nodes, info.fragments, info.variable_values)
    open_demands = [demand for demand in demands if not demand.options.keys() & views.keys()]
    failed: dict[Endpoint, Failure] = {}
    fields = requested_fields(info, enrollment_type, nodes)
    load = resolvers.course.load_of(info.context, root.facts["key"], fields)
    for endpoint in (ENROLLMENTS, LEARNER_HOME, MOBILE_ENROLLMENT):
        if endpoint not in views and any(endpoint in demand.options for demand in open_demands):
            loaded = await load(endpoint, None)
            if isinstance(loaded, Payload):
                views[endpoint] = _view(loaded)
            elif isinstance(loaded, Failure):
                failed[endpoint] = loaded
    facts = resolvers.course.facts_of(root.facts["key"])
    return Row(base=root.base, views=views, failed=failed, facts=facts, type_name="Enrollment")


async def set_course_goal(info: Info, key: str, days: int, remind: bool) -> Row:
    """Sets the viewer's weekly goal."""
    body = {"course_id": key, "days_per_week": days, "subscribed_to_reminders": remind}
    fields = {**_COURSE, "days_per_week": "daysPerWeek", "subscribed_to_reminders": "subscribedToReminders"}
    written = (
        await write(info.context, SAVE_GOAL.call(), body, fields=fields)
        if 0 <= days <= 7
        else refused(Refusal.INVALID, "A week has 1 to 7 days; 0 stands for no goal.", "daysPerWeek")
    )
    return payload(info, SAVE_GOAL, written, {"key": key})


async def unsubscribe_from_course_goal(info: Info, token: str) -> Row:
    """Ends the reminders of a goal, for whoever has the token of a reminder."""
    written = (
        await write(info.context, UNSUBSCRIBE_GOAL.call(token=token), b"")
        if _TOKEN.fullmatch(token)
        else refused(Refusal.NOT_FOUND, "No reminder has this token.", "token")
    )
    return payload(info, UNSUBSCRIBE_GOAL, written)


async def dismiss_welcome_message(info: Info, key: str) -> Row:
    """Hides the newest update of the course from the viewer."""
    written = await write(info.context, DISMISS_WELCOME.call(), {"course_id": key}, fields=_COURSE)
    return payload(info, DISMISS_WELCOME, written, {"key": key})


async def reset_course_deadlines(info: Info, key: str, location: str | None) -> Row:
    """Moves the viewer's due dates in a self-paced course."""
    body: dict[str, Any] = {"course_key": key}
    if location is not None:
        body["research_event_data"] = {"location": location}
    written = await write(info.context, RESET_DEADLINES.call(), body, fields=_COURSE)
    return payload(info, RESET_DEADLINES, written, {"key": key})


async def complete_blocks(info: Info, key: str, blocks: Sequence[tuple[str, float]]) -> Row:
    """Marks blocks of one course as done."""
    blocks = [(expect(block), completion) for block, completion in blocks]
    written = _unfit(key, blocks)
    if written is None:
        username = await username_for(info.context, COMPLETE)
        body = {"username": username.text, "course_key": key, "blocks": dict(blocks)}
        written = await write(info.context, COMPLETE.call(), body, fields=_COURSE)
    return payload(info, COMPLETE, written, {"key": key})


def _unfit(key: str, blocks: Sequence[tuple[str, float]]) -> Written | None:
    """The refusal of what the LMS would refuse as well, or take for a block of another course."""
    if not 1 <= len(blocks) <= MAX_BLOCKS:
        return refused(Refusal.TOO_MANY, f"1 to {MAX_BLOCKS} blocks can be marked at once.", "blocks")
    for place, (block, completion) in enumerate(blocks):
        if not is_in_course(block, key):
            return refused(Refusal.INVALID, "The block is not in this course.", "blocks", str(place), "key")
        if math.isnan(completion) or not 0 <= completion <= 1:
            return refused(Refusal.INVALID, "A completion is 0 to 1.", "blocks", str(place), "completion")
    return None


async def mark_celebration_seen(info: Info, key: str, first_section: bool | None, weekly_goal: bool | None) -> Row:
    """Stores which celebrations were shown. The LMS stores the opposite: which are still to be shown."""
    body = {}
    if first_section is not None:
        body["first_section"] = not first_section
    if weekly_goal is not None:
        body["weekly_goal"] = not weekly_goal
    if not body:
        written = refused(Refusal.INVALID, "Say which celebration was seen.")
    else:
        written = await write(info.context, CELEBRATE.call(course_key=key), body)
    if written.status == 202:
        written = ignored(written, Refusal.MASQUERADING)
    return payload(info, CELEBRATE, written, {"key": key})


async def sign_integrity_agreement(info: Info, key: str) -> Row:
    """Signs the promise to work honestly."""
    written = await write(info.context, SIGN_INTEGRITY.call(course_key=key), {})
    return payload(info, SIGN_INTEGRITY, written, {"key": key})


async def record_last_visited(info: Info, key: str, block: str) -> Row:
    """Moves the stored position of the viewer to a block."""
    block = expect(block)
    if not is_in_course(block, key):
        written = refused(Refusal.INVALID, "The block is not in this course.", "block")
    else:
        username = await username_for(info.context, LAST_VISITED)
        call = LAST_VISITED.call(username=username.text, course_key=key)
        written = await write(info.context, call, {"last_visited_module_id": block})
    return payload(info, LAST_VISITED, written, {"key": key})


async def set_course_emails(info: Info, key: str, receive: bool) -> Row:
    """Turns the course team's e-mails on or off: the form says yes by naming the field at all."""
    form = {"course_id": key, "receive_emails": "on"} if receive else {"course_id": key}
    written = await write(info.context, COURSE_EMAILS.call(), form, content_type=FORM)
    return payload(info, COURSE_EMAILS, written, {"key": key})
