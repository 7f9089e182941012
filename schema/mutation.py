"""The door for writes."""

import strawberry

from schema.course_writes import CourseMutations
from schema.program_writes import ProgramMutations
from schema.viewer_writes import ViewerMutations


@strawberry.type(
    description="What can be written. Mutations of one document run one after the other, and each reads what it tells "
    "afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the "
    "cookie `csrftoken` and the header `X-CSRFToken`."
)
class Mutation(CourseMutations, ViewerMutations, ProgramMutations):
    pass
