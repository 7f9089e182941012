"""Certificates of the viewer."""

from typing import Annotated, Any

import strawberry

from loaders.endpoints.certificate import CERTIFICATES
from resolvers.declare.source import at, here
from resolvers.values.normalize import number
from schema.declare import field, identified, relation
from schema.relay import Node
from schema.scalars import URL, UUID, DateTime


def _grade(text: Any) -> Any:
    return None if text == "" else number(text)


def _uuid(text: Any) -> Any:
    return text or None


@strawberry.type(description="A visible certificate of a course that the viewer has passed.")
class Certificate(Node):
    id: strawberry.ID = identified(here("course_id"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course.", at(CERTIFICATES), key=(at(CERTIFICATES, "course_id"),)
    )
    type: str = field(
        "Enrolment mode of the certificate. Known values: `honor`, `verified`, `professional`, `no-id-professional`, "
        "`masters`.",
        here("certificate_type"),
    )
    status: str = field(
        "Known values: `downloadable`, `generating`, `regenerating`, `unverified`, `unavailable`, `notpassing`.",
        here("status"),
    )
    is_passing: bool = field("Whether the grade is a passing grade.", here("is_passing"))
    grade: float | None = field("The course grade, 0 to 1; null if none was stored.", here("grade", via=_grade))
    download_url: URL | None = field("URL of the certificate.", here("download_url"))
    created: DateTime = field("When the certificate was issued.", here("created_date"))
    modified: DateTime | None = field("When the certificate was last modified.", here("modified_date"))
    uuid: UUID | None = field("Identifier for public verification.", here("uuid", via=_uuid))
