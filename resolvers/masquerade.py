"""Staff who look at a course as one of its learners: which answers are then about whom.

The LMS keeps it in the session, course by course. The pages of the course are answered as for the learner; lists of
enrolments, the account and where somebody left off are answered for the staff member as ever.
"""

import msgspec

from loaders.answer import Loaded, Payload
from loaders.credentials import Credentials, Username
from loaders.endpoint import Auth, Missing
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.resume import RESUME
from resolvers.context import Outcomes, Request
from resolvers.normalize import is_masquerading

OWN = frozenset({ENROLLMENT, ENROLLMENTS, LEARNER_HOME, MOBILE_ENROLLMENT, RESUME})
"""What tells of a course and of the person signed in, whomever the course is looked at as."""


class Onlooker(msgspec.Struct):
    """What `COURSE_METADATA` tells of who looks at the course."""

    username: str | None = None
    original_user_is_staff: bool | None = None
    is_staff: bool | None = None


_onlooker = msgspec.json.Decoder(Onlooker)


def onlooker_of(loaded: Loaded | None) -> Onlooker | None:
    """Who looks at the course; None where the answer is not there or cannot be read."""
    if not isinstance(loaded, Payload):
        return None
    try:
        onlooker: Onlooker = loaded.answer.decoded(_onlooker.decode)
    except msgspec.DecodeError:
        return None
    return onlooker


def may_masquerade(credentials: Credentials) -> bool:
    """True when a session was sent: without one nobody looks at a course as somebody else."""
    return Auth.SESSION in credentials.schemes


def is_masquerade(credentials: Credentials, onlooker: Onlooker) -> bool:
    """True when a staff member looks at the course as a learner."""
    return may_masquerade(credentials) and bool(is_masquerading(onlooker.original_user_is_staff, onlooker.is_staff))


async def leave_out_own(request: Request, outcomes: Outcomes) -> None:
    """Takes what is about the staff member out of the answers for a course that is shown as a learner has it.

    One object never mixes two people. A masquerade as a group of learners is of nobody else, and changes nothing.
    """
    own = OWN.intersection(outcomes.payloads)
    onlooker = onlooker_of(outcomes.payloads.get(COURSE_METADATA)) if own else None
    if onlooker is None or not is_masquerade(request.credentials, onlooker):
        return
    name = await request.username()
    if isinstance(name, Username) and name.text == onlooker.username:
        return
    for endpoint in own:
        del outcomes.payloads[endpoint]
        outcomes.missing[endpoint] = Missing.REFUSED
