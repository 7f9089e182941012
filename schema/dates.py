"""The dates of a course: what is due, what begins and ends."""

import strawberry

from resolvers.node import one_part
from resolvers.source import around, here
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, DateTime, UsageKey

_SHOWN = ("date_type", "date", "title", "assignment_type", "first_component_block_id", "link", "learner_has_access")
"""What makes a date another one: the LMS has no name for it. Lists that tell it differently do not share it."""


@strawberry.type(description="One date of a course as this learner has it.")
class CourseDate(Node):
    id: strawberry.ID = identified(around("key"), here(*_SHOWN, via=one_part))
    date: DateTime = field("When.", here("date"))
    date_type: str = field(
        "Known values: `assignment-due-date`, `course-start-date`, `course-end-date`, `course-expired-date`, "
        "`certificate-available-date`, `verified-upgrade-deadline`, `verification-deadline-date`.",
        here("date_type"),
    )
    title: str = field("What happens, in the viewer's language.", here("title"))
    description: HTML | None = field("More about it, in the viewer's language.", here("description"))
    link: URL | None = field("Where it leads; null when there is nothing to open yet.", here("link"))
    link_text: str | None = field("The link's text, in the viewer's language.", here("link_text"))
    extra_info: str | None = field("A remark on the date.", here("extra_info"))
    assignment_type: str | None = field("The assignment's type as the course team named it.", here("assignment_type"))
    complete: bool | None = field("Whether the assignment is done; null for other dates.", here("complete"))
    learner_has_access: bool = field("Whether the learner may open it.", here("learner_has_access"))
    first_component_block_key: UsageKey | None = field(
        "The first block of the assignment, for apps that open it directly.",
        here("first_component_block_id", via=lambda key: key or None),
    )


@strawberry.type(description="All dates of a course, past and future.")
class CourseDates(Node):
    id: strawberry.ID = identified(around("key"))
    user_timezone: str | None = field("The learner's time zone; null when none is set.", here("user_timezone"))
    blocks: list[CourseDate] = field("The dates in order of time.", here("course_date_blocks"))


@strawberry.type(description="The next dates of a course, as its home page shows them.")
class UpcomingDates(Node):
    id: strawberry.ID = identified(around("key"))
    blocks: list[CourseDate] = field(
        "Future dates only, with one assignment at most; every one says that the learner has access.",
        here("course_date_blocks"),
    )
    tab_link: URL | None = field("Where all dates are.", here("dates_tab_link"))
    user_timezone: str | None = field("The learner's time zone; null when none is set.", here("user_timezone"))


@strawberry.type(description="What the dates banner has to say.")
class DatesBanner(Node):
    id: strawberry.ID = identified(around("key"))
    missed_deadlines: bool = field("Whether the learner missed a deadline.", here("missed_deadlines"))
    missed_gated_content: bool | None = field(
        "Whether what was missed lies behind the paywall.", here("missed_gated_content")
    )
    content_type_gating_enabled: bool = field(
        "Whether graded content is for verified learners only.", here("content_type_gating_enabled")
    )
    verified_upgrade_link: URL | None = field("Where to upgrade.", here("verified_upgrade_link"))
