"""Where the viewer left off."""

import strawberry

from resolvers.source import here
from schema.declare import field
from schema.scalars import URL


@strawberry.type(description="Where the viewer left off in a course.")
class Resume:
    has_visited_course: bool | None = field("Whether the viewer has been there at all.", here("has_visited_course"))
    url: URL | None = field("Where to go on; the first unit when the course was never visited.", here("url"))
