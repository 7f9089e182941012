"""Objects in the fields of a course."""

import strawberry

from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS
from resolvers.declare.source import Source, around, at, entries, entry_name, entry_value, here, optional, when_loaded
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, DateTime


@strawberry.type(description="Whether the viewer may enter the course, and the reason if not.")
class CourseAccess(Node):
    id: strawberry.ID = identified(around("key"))
    has_access: bool = field("Whether the viewer may see the content.", here("has_access"))
    error_code: str | None = field(
        "Why access is denied; null if it is granted. Known values: `course_not_started`, `unfulfilled_milestones`, "
        "`not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, "
        "`authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.",
        here("error_code"),
    )
    developer_message: str | None = field("The reason, in English, for developers.", here("developer_message"))
    user_message: str | None = field("The reason in the viewer's language.", here("user_message"))
    additional_context_user_message: str | None = field(
        "More about the reason in the viewer's language.", here("additional_context_user_message")
    )
    user_fragment: HTML | None = field("The reason as HTML.", here("user_fragment"))


@strawberry.type(description="Whether the viewer may enter the course in the mobile apps, and the reason if not.")
class CoursewareAccess(CourseAccess):
    pass


@strawberry.type(description="A tab of the course's navigation.")
class CourseTab(Node):
    # Links to other sites all have the same `tab_id`.
    id: strawberry.ID = identified(around("key"), here("tab_id"), here("url"))
    key: str = field(
        "Identifier of the tab. Known values: `courseware`, `progress`, `dates`, `discussion`, `wiki`, `instructor`, "
        "`external_link`.",
        here("tab_id"),
    )
    title: str = field("The tab's title in the viewer's language.", here("title"))
    url: URL | None = field("URL of the tab; null if it is not an HTTP URL.", here("url"))


@strawberry.type(description="Settings of the navigation sidebar of the unit page.")
class NavigationSidebar(Node):
    id: strawberry.ID = identified(around("key"))
    is_enabled: bool = field("Whether the sidebar is shown.", here("enable_navigation_sidebar"))
    is_always_open: bool = field(
        "Whether the sidebar next to the content, such as discussions, is open from the start.",
        here("always_open_auxiliary_sidebar"),
    )
    is_completion_tracked: bool | None = field(
        "Whether the sidebar shows completion; null if the LMS does not send this setting.",
        here("enable_completion_tracking"),
    )


@strawberry.type(description="Celebrations to show now. A streak is reported to its first reader only.")
class Celebrations(Node):
    id: strawberry.ID = identified(around("key"))
    first_section: bool = field("Whether to celebrate the completion of the first section.", here("first_section"))
    streak_length_to_celebrate: int | None = field(
        "Length of the streak to celebrate, in days; null if there is none.",
        here("streak_length_to_celebrate"),
    )
    streak_discount_enabled: bool = field("Whether a streak earns a discount.", here("streak_discount_enabled"))
    weekly_goal: bool = field("Whether to celebrate the weekly goal.", here("weekly_goal"))


@strawberry.type(description="Whether the viewer can enrol now.")
class EnrollAlert(Node):
    id: strawberry.ID = identified(around("key"))
    can_enroll: bool = field("Whether enrolment is possible.", here("can_enroll"))
    extra_text: str | None = field("Additional text, in the viewer's language.", here("extra_text"))


@strawberry.type(description="When an audit learner's access expires.")
class AccessExpiration(Node):
    id: strawberry.ID = identified(around("key"))
    expiration_date: DateTime = field("When access expires.", here("expiration_date"))
    masquerading_expired_course: bool = field(
        "Whether a staff member masquerades as a learner whose access has expired.",
        here("masquerading_expired_course"),
    )
    upgrade_deadline: DateTime | None = field("Deadline for an upgrade.", here("upgrade_deadline"))
    upgrade_url: URL | None = field("URL for the upgrade.", here("upgrade_url"))


@strawberry.type(description="A first-purchase discount for the viewer.")
class Offer(Node):
    id: strawberry.ID = identified(around("key"))
    code: str = field("The discount code.", here("code"))
    expiration_date: DateTime = field("When the discount expires.", here("expiration_date"))
    original_price: str = field("Price without the discount, as text with its currency.", here("original_price"))
    discounted_price: str = field("Price with the discount, as text with its currency.", here("discounted_price"))
    percentage: int = field("The discount in percent, 0 to 100.", here("percentage"))
    upgrade_url: URL | None = field("URL for the upgrade.", here("upgrade_url"))


@strawberry.type(description="The verified mode that the viewer can upgrade to.")
class VerifiedMode(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    price: int = field("Price in whole units of the currency.", here("price"))
    currency: str | None = field("ISO 4217 code of the currency, such as `USD`.", here("currency"))
    currency_symbol: str = field("Symbol of the currency.", here("currency_symbol"))
    sku: str | None = field("The product's SKU.", here("sku"))
    upgrade_url: URL | None = field("URL for the upgrade.", here("upgrade_url"))
    access_expiration_date: DateTime | None = field(
        "When the viewer's audit access expires.", here("access_expiration_date")
    )


@strawberry.type(description="The number of days a week that a learner wants to study.")
class SelectedGoal(Node):
    id: strawberry.ID = identified(around("key"))
    days_per_week: int = field("Days a week, 1 to 7; 0 means no goal.", here("days_per_week"))
    subscribed_to_reminders: bool = field(
        "Whether the learner receives e-mail reminders.", here("subscribed_to_reminders")
    )


@strawberry.type(description="The viewer's weekly learning goal.")
class CourseGoals(Node):
    id: strawberry.ID = identified(around("key"))
    weekly_learning_goal_enabled: bool = field(
        "Whether goals are enabled in the course.", here("weekly_learning_goal_enabled")
    )
    selected_goal: SelectedGoal | None = field("The goal; null if none is set.", here("selected_goal"))


@strawberry.type(description="The viewer's certificate on the course page.")
class CourseCertificate(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    status: str = field(
        "Known values: `downloadable`, `audit_passing`, `honor_passing`, `earned_but_not_available`, "
        "`not_earned_but_available_date`, `generating`, `requesting`, `unverified`, `invalidated`, `notpassing`.",
        here("cert_status"),
    )
    web_view_url: URL | None = field("URL of the certificate's page.", here("cert_web_view_url"))
    download_url: URL | None = field("URL of the certificate's file.", here("download_url"))
    available_date: DateTime | None = field(
        "When the certificate becomes available.", here("certificate_available_date")
    )


@strawberry.type(description="A tool linked from the course's page, such as bookmarks.")
class CourseTool(Node):
    id: strawberry.ID = identified(around("key"), here("analytics_id"))
    analytics_id: str = field("Stable identifier of the tool, such as `edx.bookmarks`.", here("analytics_id"))
    title: str = field("The tool's title in the viewer's language.", here("title"))
    url: URL | None = field("URL of the tool.", here("url"))


def _of_course(path: str) -> tuple[Source, Source]:
    """Sources of a course's media in the catalogue."""
    return at(CATALOG_COURSE, path), at(CATALOG_COURSES, path)


@strawberry.type(description="An image in three sizes. Lists of enrolments of the mobile API have `raw` only.")
class CourseImage(Node):
    id: strawberry.ID = identified(around("key"))
    raw: URL | None = field("URL of the image as uploaded.", when_loaded(at(MOBILE_ENROLLMENTS, "uri")), here("raw"))
    small: URL | None = field("URL of the small image.", when_loaded(at(MOBILE_ENROLLMENTS, "uri")), here("small"))
    large: URL | None = field("URL of the large image.", when_loaded(at(MOBILE_ENROLLMENTS, "uri")), here("large"))


@strawberry.type(description="Images and video of a course.")
class CourseMedia(Node):
    id: strawberry.ID = identified(around("key"))
    image: CourseImage | None = field(
        "Image of the course.", when_loaded(at(MOBILE_ENROLLMENTS, "media.course_image")), here("image")
    )
    banner_image_url: URL | None = field(
        "URL of the banner above the about page.", *_of_course("banner_image.uri_absolute")
    )
    course_image_url: URL | None = field(
        "URL of the image for a course card.",
        *_of_course("course_image.uri"),
        when_loaded(at(MOBILE_ENROLLMENTS, "course_image")),
    )
    course_video_url: URL | None = field("URL of the about video.", *_of_course("course_video.uri"))


@strawberry.type(description="An enrolment mode with its price.")
class CourseMode(Node):
    id: strawberry.ID = identified(around("key"), here("slug"))
    slug: str = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        here("slug"),
    )
    display_name: str | None = field("The mode's name in the viewer's language.", here("name"))
    min_price: int = field("Lowest price in whole units of the currency; 0 when free.", here("min_price"))
    currency: str = field("ISO 4217 code of the currency, lower case.", here("currency"))
    sku: str | None = field("The product's SKU.", here("sku"))
    description: str | None = field("Description of the mode.", here("description"))
    expires: DateTime | None = field("When the mode can no longer be chosen.", here("expiration_datetime"))


@strawberry.type(description="The name of an enrolment mode.")
class CourseModeName(Node):
    id: strawberry.ID = identified(around("key"), here("slug"))
    slug: str = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        here("slug"),
    )
    display_name: str | None = field("The mode's name in the viewer's language.", here("name"))


@strawberry.type(description="A letter grade and its lowest score.")
class GradeCutoff(Node):
    id: strawberry.ID = identified(around("key"), entry_name())
    letter: str = field("The letter grade, as the course team wrote it.", entry_name())
    cutoff: float = field("The lowest score for the letter grade, 0 to 1.", entry_value())


GRADE_RANGE = entries(None, "grade_range")


@strawberry.type(description="The live session of a course.")
class LiveSession(Node):
    id: strawberry.ID = identified(around("key"))
    iframe_html: HTML = field("The frame with the session.", here("iframe"))
