"""Certificates of the viewer."""

from typing import Annotated, Any

import strawberry

from loaders.endpoints.certificate import CERTIFICATES
from resolvers.normalize import number
from resolvers.source import at, here
from schema.declare import field, identified, relation
from schema.relay import Node
from schema.scalars import URL, UUID, DateTime


def _grade(text: Any) -> Any:
    return None if text == "" else number(text)


def _uuid(text: Any) -> Any:
    return text or None


@strawberry.type(description="A certificate that the learner has passed for and that can be seen.")
class Certificate(Node):
    id: strawberry.ID = identified(here("course_id"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course it was earned in.", at(CERTIFICATES), key=(at(CERTIFICATES, "course_id"),)
    )
    type: str = field(
        "The mode it was earned in. Known values: `honor`, `verified`, `professional`, `no-id-professional`, "
        "`masters`.",
        here("certificate_type"),
    )
    status: str = field(
        "Known values: `downloadable`, `generating`, `regenerating`, `unverified`, `unavailable`, `notpassing`.",
        here("status"),
    )
    is_passing: bool = field("Whether the grade was enough to pass.", here("is_passing"))
    grade: float | None = field("The course grade, 0 to 1; null when none was kept.", here("grade", via=_grade))
    download_url: URL | None = field("Where the certificate is.", here("download_url"))
    created: DateTime = field("When it was made.", here("created_date"))
    modified: DateTime | None = field("When it was changed last.", here("modified_date"))
    uuid: UUID | None = field("Identifier under which anybody can verify it.", here("uuid", via=_uuid))
