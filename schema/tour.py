"""Product tours."""

from enum import Enum

import strawberry

from resolvers.source import here
from schema.declare import field, identified
from schema.relay import Node


@strawberry.enum(description="Which tour of the course home page is still to be shown.")
class CourseHomeTourStatus(Enum):
    SHOW_NEW_USER_TOUR = strawberry.enum_value("show-new-user-tour", description="The tour for a new learner.")
    SHOW_EXISTING_USER_TOUR = strawberry.enum_value(
        "show-existing-user-tour", description="The tour for a learner who knows the older pages."
    )
    NO_TOUR = strawberry.enum_value("no-tour", description="None.")


@strawberry.type(description="Which product tours the viewer still has to see.")
class Tour(Node):
    id: strawberry.ID = identified()
    course_home_tour_status: CourseHomeTourStatus = field(
        "The tour of the course home page.", here("course_home_tour_status")
    )
    show_courseware_tour: bool = field("Whether to show the tour of the unit page.", here("show_courseware_tour"))
