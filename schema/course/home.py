"""Fields of `Course` for the home, dates and progress pages."""

from typing import Annotated

import strawberry

from loaders.endpoints.course import (
    COURSE_METADATA,
    COURSEWARE_COURSE,
    COURSEWARE_SEARCH,
    LEARNING_SEQUENCES,
    NAVIGATION_SIDEBAR,
)
from loaders.endpoints.course_live import LIVE
from loaders.endpoints.dates import DATES
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from loaders.endpoints.resume import RESUME
from resolvers.as_user import outline
from resolvers.declare.source import at, joined, root_block, when_loaded
from resolvers.progress import progress
from resolvers.values.normalize import is_masquerading, masquerade_username
from schema.course.parts import (
    AccessExpiration,
    Celebrations,
    CourseAccess,
    CourseCertificate,
    CourseGoals,
    CourseModeName,
    CourseTab,
    CourseTool,
    EnrollAlert,
    LiveSession,
    NavigationSidebar,
    Offer,
    VerifiedMode,
)
from schema.dates import CourseDates, DatesBanner, UpcomingDates
from schema.declare import field
from schema.enrollment import Enrollment
from schema.outline import NAVIGATION_BLOCKS, OUTLINE_BLOCKS, Outline
from schema.progress import Progress
from schema.resume import Resume
from schema.scalars import HTML


def _outline(
    as_user: Annotated[
        str | None,
        strawberry.argument(
            description="Username of a learner, or the `id` of a gradebook row, to read the outline as that "
            "learner sees it. For course staff. If null, the viewer's own outline."
        ),
    ] = None,
) -> None: ...


StudentId = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="Numeric user id of a learner, or the `id` of a row of the gradebook, for course staff; null "
        "means the viewer.\n\nSource: `course_home/progress/student`.",
    ),
]
AsUser = Annotated[
    str | None,
    strawberry.argument(
        description="Username of a learner, or the `id` of a row of the gradebook, for global staff; instead of "
        "`studentId`."
    ),
]


def _progress(student_id: StudentId = None, as_user: AsUser = None) -> None: ...


@strawberry.type(description="Fields of a course for its home, dates and progress pages.")
class CourseHomeFields:
    has_ended: bool | None = field(
        "Whether the course has ended; null if its pages are closed to the viewer.",
        at(OUTLINE, "has_ended"),
        when_loaded(at(DATES, "has_ended")),
    )
    is_staff: bool | None = field(
        "Whether the viewer has staff access, as seen in a masquerade.", at(COURSE_METADATA, "is_staff")
    )
    original_user_is_staff: bool | None = field(
        "Whether the viewer has staff access when not masquerading.",
        at(COURSE_METADATA, "original_user_is_staff"),
    )
    is_masquerading: bool | None = field(
        "Whether the viewer is a staff member in a masquerade.",
        at(COURSE_METADATA, "original_user_is_staff", "is_staff", via=is_masquerading),
    )
    masquerade_username: str | None = field(
        "Username that a staff member views the course as: the learner's, or the staff member's own in a "
        "masquerade as a group of learners. Null without a masquerade.",
        at(COURSE_METADATA, "original_user_is_staff", "is_staff", "username", via=masquerade_username),
    )
    can_view_certificate: bool | None = field(
        "Whether certificates of the course are visible.", at(COURSE_METADATA, "can_view_certificate")
    )
    studio_access: bool | None = field(
        "Whether the viewer may open the course in Studio.", at(COURSE_METADATA, "studio_access")
    )
    has_course_author_access: bool | None = field(
        "Whether the viewer may edit the course, as seen in a masquerade.",
        at(COURSE_METADATA, "has_course_author_access"),
    )
    is_new_discussion_sidebar_view_enabled: bool | None = field(
        "Whether the unit page shows discussions in its newer sidebar.",
        at(COURSE_METADATA, "is_new_discussion_sidebar_view_enabled"),
    )
    live: LiveSession | None = field("The live session of the course; null if there is none.", at(LIVE, gate="iframe"))
    all_modes: list[CourseModeName] | None = field(
        "Names of all enrolment modes of the course, including expired ones; `modes` has the modes that can "
        "be chosen now.",
        at(COURSE_METADATA, "course_modes"),
    )
    theme_variant: str | None = field(
        "The theme that the course's pages are shown in; null if the LMS sends none.",
        at(COURSE_METADATA, "course_theme_variant"),
    )
    navigation_sidebar: NavigationSidebar | None = field(
        "Settings of the navigation sidebar of the unit page; null if the LMS has none.", at(NAVIGATION_SIDEBAR)
    )
    search_enabled: bool | None = field(
        "Whether learners can search the course's content.", at(COURSEWARE_SEARCH, "enabled")
    )
    enable_proctored_exams: bool | None = field(
        "Whether the course has proctored exams.", at(OUTLINE, "enable_proctored_exams")
    )
    access: CourseAccess | None = field(
        "Whether the viewer may enter the course, and the reason if not.", at(COURSE_METADATA, "course_access")
    )
    tabs: list[CourseTab] | None = field("The tabs of the course's navigation, in order.", at(COURSE_METADATA, "tabs"))
    celebrations: Celebrations | None = field(
        "Celebrations to show now. Reading it consumes the celebration of a streak.",
        at(COURSE_METADATA, "celebrations"),
        at(COURSEWARE_COURSE, "celebrations"),
    )
    enrollment: Enrollment | None = field(
        "The viewer's active enrolment; null if there is none. In a masquerade, the learner's, as far as the LMS "
        "shows it.",
        at(COURSE_METADATA, gate="is_enrolled"),
        at(COURSEWARE_COURSE, "enrollment", gate="enrollment.is_active"),
        at(ENROLLMENTS),
        at(ENROLLMENT, gate="is_active"),
        when_loaded(at(LEARNER_HOME)),
        joined(at(OUTLINE)),
        joined(at(MOBILE_ENROLLMENT)),
    )
    enrollment_mode: str | None = field(
        "Mode of the viewer's enrolment, even if it is no longer active; null if there was none. See `enrollment`.",
        at(OUTLINE, "enrollment_mode"),
        when_loaded(at(PROGRESS, "enrollment_mode")),
    )
    enroll_alert: EnrollAlert | None = field("Whether the viewer can enrol.", at(OUTLINE, "enroll_alert"))
    access_expiration: AccessExpiration | None = field(
        "When the viewer's access expires; null if it does not.",
        at(OUTLINE, "access_expiration"),
        at(COURSEWARE_COURSE, "access_expiration"),
    )
    offer: Offer | None = field(
        "A discount for the viewer; null if there is none. Reading it starts the discount period.",
        at(OUTLINE, "offer"),
        at(COURSEWARE_COURSE, "offer"),
    )
    verified_mode: VerifiedMode | None = field(
        "The mode that the viewer can upgrade to; null if there is none.",
        at(COURSE_METADATA, "verified_mode"),
        at(OUTLINE, "verified_mode"),
    )
    goals: CourseGoals | None = field(
        "The viewer's weekly learning goal.",
        at(OUTLINE, "course_goals"),
        at(COURSEWARE_COURSE, "course_goals"),
    )
    certificate: CourseCertificate | None = field(
        "The viewer's certificate; null if there is nothing to show.",
        at(OUTLINE, "cert_data"),
        at(COURSEWARE_COURSE, "certificate_data"),
    )
    user_has_passing_grade: bool | None = field(
        "Whether the viewer's grade is a passing grade.",
        at(OUTLINE, "user_has_passing_grade"),
        at(COURSEWARE_COURSE, "user_has_passing_grade"),
    )
    tools: list[CourseTool] | None = field("Tools linked from the course's home page.", at(OUTLINE, "course_tools"))
    resume: Resume | None = field(
        "Where the viewer left off; all of its fields are null if the course's pages are closed to the viewer.",
        # The URL is a reason to ask for the outline, the blocks are not. The two answers differ if the course is
        # closed to the viewer: the outline refuses the call, the resume endpoint sends an empty object.
        when_loaded(at(OUTLINE, "resume_course")),
        at(RESUME),
        standing=True,
    )
    handouts_html: HTML | None = field("The course's handouts; null if there are none.", at(OUTLINE, "handouts_html"))
    welcome_message_html: HTML | None = field(
        "The newest update that the viewer has not dismissed; null if there is none.",
        at(OUTLINE, "welcome_message_html"),
    )
    dates_banner: DatesBanner | None = field(
        "Data of the dates banner: missed deadlines and gated content.",
        at(OUTLINE, "dates_banner_info"),
        when_loaded(at(DATES, "dates_banner_info")),
    )
    upcoming_dates: UpcomingDates | None = field("The next dates.", at(OUTLINE, "dates_widget"))
    learner_is_full_access: bool | None = field(
        "Whether the viewer has access to content for verified learners.",
        at(DATES, "learner_is_full_access"),
    )
    dates: CourseDates | None = field("All dates of the course; null if the viewer may not enter it.", at(DATES))
    outline: Outline | None = field(
        "The outline; null if the viewer may not see it.",
        root_block(OUTLINE, OUTLINE_BLOCKS),
        root_block(NAVIGATION, NAVIGATION_BLOCKS),
        joined(at(LEARNING_SEQUENCES)),
        look_up=outline,
        arguments=_outline,
    )
    progress: Progress | None = field(
        "The learner's progress; null if the viewer may not enter the course.",
        at(PROGRESS),
        look_up=progress,
        arguments=_progress,
    )
