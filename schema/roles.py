"""Roles in courses."""

from typing import Annotated

import strawberry

from loaders.endpoints.roles import ROLES
from resolvers.declare.source import at, here
from resolvers.values.node import one_part
from schema.declare import field, identified, relation
from schema.relay import Node


@strawberry.type(description="A role of the viewer in a course or an organisation.")
class CourseRole(Node):
    id: strawberry.ID = identified(here("role", "org", "course_id", via=one_part))
    role: str = field(
        "Known values: `instructor`, `staff`, `limited_staff`, `beta_testers`, `ccx_coach`, `data_researcher`, "
        "`org_course_creator_group`.",
        here("role"),
    )
    org: str | None = field("The organisation.", here("org", via=lambda text: text or None))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course; null for a role in the whole organisation.",
        key=(at(ROLES, "course_id", via=lambda key: key or None),),
    )
