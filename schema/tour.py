"""Product tours."""

from enum import Enum

import strawberry

from resolvers.declare.source import here
from schema.declare import field, identified
from schema.relay import Node


@strawberry.enum(description="Tour of the course home page to show.")
class CourseHomeTourStatus(Enum):
    SHOW_NEW_USER_TOUR = strawberry.enum_value("show-new-user-tour", description="Tour for a new learner.")
    SHOW_EXISTING_USER_TOUR = strawberry.enum_value(
        "show-existing-user-tour", description="Tour for a learner who knows the earlier pages."
    )
    NO_TOUR = strawberry.enum_value("no-tour", description="No tour.")


@strawberry.type(description="Product tours to show to the viewer.")
class Tour(Node):
    id: strawberry.ID = identified()
    course_home_tour_status: CourseHomeTourStatus = field(
        "Tour of the course home page.", here("course_home_tour_status")
    )
    show_courseware_tour: bool = field("Whether to show the tour of the unit page.", here("show_courseware_tour"))


@strawberry.type(description="A tour of the discussions page.")
class DiscussionTour(Node):
    id: strawberry.ID = identified(here("id"))
    lms_id: int = field("The LMS's number of the tour.", here("id"))
    name: str = field("The LMS's name of the tour, such as `not_responded_filter`.", here("tour_name"))
    is_shown: bool = field("Whether to show the tour.", here("show_tour"))
