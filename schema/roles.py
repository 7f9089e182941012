"""Roles in courses."""

from typing import Annotated, Any

import strawberry

from loaders.roles import ROLES
from resolvers.source import at, here
from schema.declare import field, identified, relation


def _where(role: Any, org: Any, course: Any) -> str:
    """What makes a role another one."""
    return f"{role}\n{org or ''}\n{course or ''}"


@strawberry.type(description="A role of the viewer in a course, or in all courses of an organisation.")
class CourseRole:
    id: strawberry.ID = identified(here("role", "org", "course_id", via=_where))
    role: str = field(
        "Known values: `instructor`, `staff`, `limited_staff`, `beta_testers`, `ccx_coach`, `data_researcher`, "
        "`org_course_creator_group`.",
        here("role"),
    )
    org: str | None = field("The organisation.", here("org", via=lambda text: text or None))
    course: Annotated["Course", strawberry.lazy("schema.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course; null for a role in the whole organisation.",
        key=(at(ROLES, "course_id", via=lambda key: key or None),),
    )
