"""Cohorts of a course."""

import strawberry

from resolvers.declare.source import around, here
from schema.declare import field, identified
from schema.relay import Node


@strawberry.type(description="A cohort: a group of a course's learners.")
class Cohort(Node):
    id: strawberry.ID = identified(around("key"), here("id"))
    lms_id: strawberry.ID = field("The LMS's number of the cohort.", here("id", via=str))
    name: str = field("Name of the cohort.", here("name"))
    user_count: int | None = field("Number of its learners.", here("user_count"))
    assignment_type: str | None = field(
        "How learners get into the cohort. Known values: `manual`, `random`.", here("assignment_type")
    )
