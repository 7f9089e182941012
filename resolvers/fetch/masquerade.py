"""Masquerading: staff view a course as one of its learners. This module finds the person that each answer describes.

The LMS keeps the masquerade in the session, per course. The pages of the course are then the learner's, but lists of
enrolments, the account and the last position are still the staff member's.
"""

from operator import attrgetter
from typing import NamedTuple

import msgspec

from loaders.answer import Loaded, Payload
from loaders.credentials import Credentials, Username
from loaders.endpoint import Auth, Missing
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_POSITION
from loaders.endpoints.resume import RESUME
from loaders.shapes import Reader, top_type
from resolvers.fetch.context import Outcomes, Request
from resolvers.output.shape import attribute
from resolvers.plan.memo import Memo
from resolvers.values.normalize import is_masquerading

OWN = frozenset({ENROLLMENT, ENROLLMENTS, LEARNER_HOME, MOBILE_ENROLLMENT, MOBILE_POSITION, RESUME})
"""Endpoints about a course that always describe the signed-in person, even during a masquerade."""


class Onlooker(NamedTuple):
    """The part of `COURSE_METADATA` that identifies the person who is viewing the course."""

    username: str | None
    original_user_is_staff: bool | None
    is_staff: bool | None


_KINDS = {"username": str | None, "original_user_is_staff": bool | None, "is_staff": bool | None}
_onlooker = Reader.of(top_type((), tuple((key, attribute(key), kind) for key, kind in _KINDS.items())))
_values = attrgetter(*map(attribute, _KINDS))


def onlooker_of(plans: Memo, loaded: Loaded | None) -> Onlooker | None:
    """The person viewing the course; None if the answer is missing or unreadable."""
    if not isinstance(loaded, Payload):
        return None
    plans.expected.add(COURSE_METADATA, _onlooker)
    try:
        return Onlooker(*_values(loaded.answer.decoded(_onlooker.decode)))
    except msgspec.DecodeError:
        return None


def may_masquerade(credentials: Credentials) -> bool:
    """True when a session was sent: masquerading requires one."""
    return Auth.SESSION in credentials.schemes


def is_masquerade(credentials: Credentials, onlooker: Onlooker) -> bool:
    """True when a staff member is viewing the course as a learner."""
    return may_masquerade(credentials) and bool(is_masquerading(onlooker.original_user_is_staff, onlooker.is_staff))


async def leave_out_own(request: Request, outcomes: Outcomes) -> None:
    """Removes the answers about the staff member from a course that is viewed as one of its learners.

    One object never mixes two people. Masquerading as a group of learners changes no person, so nothing is removed.
    """
    own = OWN.intersection(outcomes.payloads)
    onlooker = onlooker_of(request.plans, outcomes.payloads.get(COURSE_METADATA)) if own else None
    if onlooker is None or not is_masquerade(request.credentials, onlooker):
        return
    name = await request.username()
    if isinstance(name, Username) and name.text == onlooker.username:
        return
    for endpoint in own:
        del outcomes.payloads[endpoint]
        outcomes.missing[endpoint] = Missing.REFUSED
