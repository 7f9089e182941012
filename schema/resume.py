"""Where the viewer left off."""

import strawberry

from loaders.courseware import RESUME
from loaders.outline import OUTLINE
from resolvers.source import at
from schema.declare import field
from schema.reference import BlockReference, reference
from schema.scalars import URL


@strawberry.type(description="Where the viewer left off in a course.")
class Resume:
    has_visited_course: bool | None = field(
        "Whether the viewer has been there at all.", at(OUTLINE, "has_visited_course")
    )
    url: URL | None = field("Where to go on; the first unit when the course was never visited.", at(OUTLINE, "url"))
    block: BlockReference | None = field(
        "The block completed last; null before the first.", at(RESUME, "block_id", via=reference)
    )
    section: BlockReference | None = field(
        "The sequence that holds it, which the LMS calls a section here.", at(RESUME, "section_id", via=reference)
    )
    unit: BlockReference | None = field("The unit that holds it.", at(RESUME, "unit_id", via=reference))
