"""The mutation root."""

import strawberry

from schema.account_writes import AccountMutations
from schema.course_writes import CourseMutations
from schema.discussion_writes import DiscussionMutations
from schema.entitlement_writes import EntitlementMutations
from schema.exam_writes import ExamMutations
from schema.notification_writes import NotificationMutations
from schema.program_writes import ProgramMutations
from schema.team_writes import TeamMutations
from schema.viewer_writes import ViewerMutations


@strawberry.type(
    description="The mutation root. Mutations of one document run one after the other, and each payload is read "
    "after its write. A write is sent once and never retried. A sign-in with cookies needs the client's"
    " own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`."
)
class Mutation(
    CourseMutations,
    ViewerMutations,
    AccountMutations,
    NotificationMutations,
    ProgramMutations,
    ExamMutations,
    TeamMutations,
    DiscussionMutations,
    EntitlementMutations,
):
    pass
