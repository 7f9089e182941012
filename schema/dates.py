"""The dates of a course."""

import strawberry

from resolvers.declare.source import around, here
from resolvers.values.node import one_part
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, DateTime, UsageKey

_SHOWN = ("date_type", "date", "title", "assignment_type", "first_component_block_id", "link", "learner_has_access")
"""The values that identify a date, because the LMS has no key for it. Lists with different values have different dates.
"""


@strawberry.type(description="A date of a course, as it applies to the learner.")
class CourseDate(Node):
    id: strawberry.ID = identified(around("key"), here(*_SHOWN, via=one_part))
    date: DateTime = field("The date.", here("date"))
    date_type: str = field(
        "Known values: `assignment-due-date`, `course-start-date`, `course-end-date`, `course-expired-date`, "
        "`certificate-available-date`, `verified-upgrade-deadline`, `verification-deadline-date`.",
        here("date_type"),
    )
    title: str = field("Title, in the viewer's language.", here("title"))
    description: HTML | None = field("Description, in the viewer's language.", here("description"))
    link: URL | None = field("URL of the page that the date refers to; null if it is not open yet.", here("link"))
    link_text: str | None = field("Text of the link, in the viewer's language.", here("link_text"))
    extra_info: str | None = field("Additional remark.", here("extra_info"))
    assignment_type: str | None = field("Assignment type, as the course team named it.", here("assignment_type"))
    complete: bool | None = field("Whether the assignment is complete; null for other dates.", here("complete"))
    learner_has_access: bool = field("Whether the learner has access to it.", here("learner_has_access"))
    first_component_block_key: UsageKey | None = field(
        "Key of the first block of the assignment, for apps that open it directly.",
        here("first_component_block_id", via=lambda key: key or None),
    )


@strawberry.type(description="All dates of a course, past and future.")
class CourseDates(Node):
    id: strawberry.ID = identified(around("key"))
    user_timezone: str | None = field("The learner's time zone; null if none is set.", here("user_timezone"))
    blocks: list[CourseDate] = field("The dates, in chronological order.", here("course_date_blocks"))


@strawberry.type(description="The next dates of a course, as shown on its home page.")
class UpcomingDates(Node):
    id: strawberry.ID = identified(around("key"))
    blocks: list[CourseDate] = field(
        "Future dates, with at most one assignment. `learnerHasAccess` is always true here.",
        here("course_date_blocks"),
    )
    tab_link: URL | None = field("URL of the dates page.", here("dates_tab_link"))
    user_timezone: str | None = field("The learner's time zone; null if none is set.", here("user_timezone"))


@strawberry.type(description="Data of the dates banner.")
class DatesBanner(Node):
    id: strawberry.ID = identified(around("key"))
    missed_deadlines: bool = field("Whether the learner has missed a deadline.", here("missed_deadlines"))
    missed_gated_content: bool | None = field(
        "Whether the learner has missed content for verified learners only.", here("missed_gated_content")
    )
    content_type_gating_enabled: bool = field(
        "Whether graded content is for verified learners only.", here("content_type_gating_enabled")
    )
    verified_upgrade_link: URL | None = field("URL for the upgrade.", here("verified_upgrade_link"))
