"""The viewer: whoever the request's credentials say it is."""

import strawberry

from loaders.course import COURSE_METADATA
from loaders.viewer import ACCOUNT, ME, PREFERENCES, TOUR
from resolvers.normalize import is_present
from resolvers.source import at, beside, known
from schema.declare import field
from schema.records import ViewerRecordsFields
from schema.relay import Node
from schema.tour import Tour


@strawberry.type(description="The person who asks. For a visitor everything but `isAuthenticated` is null.")
class Viewer(ViewerRecordsFields, Node):
    id: strawberry.ID = field("Global, opaque identifier: hand it back to `node`.", known("id"))
    is_authenticated: bool | None = field(
        "Whether the LMS knows who asks; null when it could not be asked.",
        known("is_authenticated"),
        beside(at(COURSE_METADATA, "username", via=is_present)),
        at(ME, "username", via=is_present),
    )
    username: str | None = field(
        "Username; null for a visitor. In a masquerade the LMS tells the name of the user it shows.",
        beside(at(COURSE_METADATA, "username")),
        at(ME, "username"),
    )
    timezone: str | None = field(
        "Time zone the viewer chose, such as `America/Bogota`; null when none is set.",
        beside(at(COURSE_METADATA, "user_timezone")),
        at(PREFERENCES, "time_zone"),
    )
    name: str | None = field("Full name.", at(ACCOUNT, "name"))
    email: str | None = field("E-mail address.", at(ACCOUNT, "email"))
    tour: Tour | None = field("Product tours still to be shown; null when the LMS has them off.", at(TOUR))
