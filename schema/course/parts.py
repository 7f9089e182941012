"""The small objects that a course's fields return."""

import strawberry

from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS
from resolvers.source import Source, around, at, beside, entries, here, perhaps
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, DateTime


@strawberry.type(description="Whether the viewer may enter the course, and if not, why.")
class CourseAccess(Node):
    id: strawberry.ID = identified(around("key"))
    has_access: bool = field("Whether the viewer may see the course's content.", here("has_access"))
    error_code: str | None = field(
        "Why not, null when access is granted. Known values: `course_not_started`, `unfulfilled_milestones`, "
        "`not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, "
        "`authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.",
        here("error_code"),
    )
    developer_message: str | None = field("The reason, for developers; not for users.", here("developer_message"))
    user_message: str | None = field("The reason in the viewer's language.", here("user_message"))
    additional_context_user_message: str | None = field(
        "More about the reason in the viewer's language.", here("additional_context_user_message")
    )
    user_fragment: HTML | None = field("The reason as HTML.", here("user_fragment"))


@strawberry.type(description="Whether the viewer may enter the course in the apps, and if not, why.")
class CoursewareAccess(CourseAccess):
    pass


@strawberry.type(description="A tab of the course's navigation.")
class CourseTab(Node):
    # Links to other sites all have the same `tab_id`.
    id: strawberry.ID = identified(around("key"), here("tab_id"), here("url"))
    key: str = field(
        "Which tab. Known values: `courseware`, `progress`, `dates`, `discussion`, `wiki`, `instructor`, "
        "`external_link`.",
        here("tab_id"),
    )
    title: str = field("The tab's title in the viewer's language.", here("title"))
    url: URL | None = field("Where the tab leads; null when that is no page of the web.", here("url"))


@strawberry.type(description="Which celebrations to show now. Each streak is told to its first reader only.")
class Celebrations(Node):
    id: strawberry.ID = identified(around("key"))
    first_section: bool = field("Whether finishing the first section is to be celebrated.", here("first_section"))
    streak_length_to_celebrate: int | None = field(
        "Length in days of the streak to celebrate now; null when there is none.",
        here("streak_length_to_celebrate"),
    )
    streak_discount_enabled: bool = field("Whether a streak earns a discount.", here("streak_discount_enabled"))
    weekly_goal: bool = field("Whether reaching the weekly goal is to be celebrated.", here("weekly_goal"))


@strawberry.type(description="Whether the viewer could enrol now.")
class EnrollAlert(Node):
    id: strawberry.ID = identified(around("key"))
    can_enroll: bool = field("Whether enrolling is possible.", here("can_enroll"))
    extra_text: str | None = field("More for the viewer, in their language.", here("extra_text"))


@strawberry.type(description="The end of an audit learner's access.")
class AccessExpiration(Node):
    id: strawberry.ID = identified(around("key"))
    expiration_date: DateTime = field("When access ends.", here("expiration_date"))
    masquerading_expired_course: bool = field(
        "Whether a staff member looks as a learner whose access has ended.",
        here("masquerading_expired_course"),
    )
    upgrade_deadline: DateTime | None = field("Until when an upgrade is possible.", here("upgrade_deadline"))
    upgrade_url: URL | None = field("Where to upgrade.", here("upgrade_url"))


@strawberry.type(description="A first-purchase discount for the viewer.")
class Offer(Node):
    id: strawberry.ID = identified(around("key"))
    code: str = field("The discount code.", here("code"))
    expiration_date: DateTime = field("Until when it holds.", here("expiration_date"))
    original_price: str = field("The price without it, as text with its currency.", here("original_price"))
    discounted_price: str = field("The price with it, as text with its currency.", here("discounted_price"))
    percentage: int = field("The discount in percent, 0 to 100.", here("percentage"))
    upgrade_url: URL | None = field("Where to buy.", here("upgrade_url"))


@strawberry.type(description="The verified mode that the viewer can upgrade to.")
class VerifiedMode(Node):
    id: strawberry.ID = identified(around("key"), perhaps("learner"))
    price: int = field("Price in whole units of the currency.", here("price"))
    currency: str | None = field("ISO 4217 code of the currency, such as `USD`.", here("currency"))
    currency_symbol: str = field("Symbol of the currency.", here("currency_symbol"))
    sku: str | None = field("The product's SKU.", here("sku"))
    upgrade_url: URL | None = field("Where to upgrade.", here("upgrade_url"))
    access_expiration_date: DateTime | None = field(
        "When the viewer's audit access ends.", here("access_expiration_date")
    )


@strawberry.type(description="How often a week the learner wants to study.")
class SelectedGoal(Node):
    id: strawberry.ID = identified(around("key"))
    days_per_week: int = field("Days a week, 1 to 7; 0 stands for no goal.", here("days_per_week"))
    subscribed_to_reminders: bool = field("Whether e-mail reminders are on.", here("subscribed_to_reminders"))


@strawberry.type(description="The viewer's weekly learning goal.")
class CourseGoals(Node):
    id: strawberry.ID = identified(around("key"))
    weekly_learning_goal_enabled: bool = field(
        "Whether goals can be set in this course.", here("weekly_learning_goal_enabled")
    )
    selected_goal: SelectedGoal | None = field("The goal; null when none is set.", here("selected_goal"))


@strawberry.type(description="The viewer's certificate as the course page shows it.")
class CourseCertificate(Node):
    id: strawberry.ID = identified(around("key"), perhaps("learner"))
    status: str = field(
        "Known values: `downloadable`, `audit_passing`, `honor_passing`, `earned_but_not_available`, "
        "`not_earned_but_available_date`, `generating`, `requesting`, `unverified`, `invalidated`, `notpassing`.",
        here("cert_status"),
    )
    web_view_url: URL | None = field("Where the certificate is shown.", here("cert_web_view_url"))
    download_url: URL | None = field("Where its file is.", here("download_url"))
    available_date: DateTime | None = field("From when it can be seen.", here("certificate_available_date"))


@strawberry.type(description="A tool linked from the course's page, such as bookmarks.")
class CourseTool(Node):
    id: strawberry.ID = identified(around("key"), here("analytics_id"))
    analytics_id: str = field("Stable name of the tool, such as `edx.bookmarks`.", here("analytics_id"))
    title: str = field("The tool's title in the viewer's language.", here("title"))
    url: URL | None = field("Where the tool is.", here("url"))


def _of_course(path: str) -> tuple[Source, Source]:
    """What only the catalogue tells of a course's media."""
    return at(CATALOG_COURSE, path), at(CATALOG_COURSES, path)


@strawberry.type(description="An image in three sizes. The mobile API's lists of enrolments have it as uploaded only.")
class CourseImage(Node):
    id: strawberry.ID = identified(around("key"))
    raw: URL | None = field("As uploaded.", beside(at(MOBILE_ENROLLMENTS, "uri")), here("raw"))
    small: URL | None = field("Small.", beside(at(MOBILE_ENROLLMENTS, "uri")), here("small"))
    large: URL | None = field("Large.", beside(at(MOBILE_ENROLLMENTS, "uri")), here("large"))


@strawberry.type(description="Images and video of a course.")
class CourseMedia(Node):
    id: strawberry.ID = identified(around("key"))
    image: CourseImage | None = field(
        "The course's image.", beside(at(MOBILE_ENROLLMENTS, "media.course_image")), here("image")
    )
    banner_image_url: URL | None = field("The banner.", *_of_course("banner_image.uri_absolute"))
    course_image_url: URL | None = field(
        "The card's image.", *_of_course("course_image.uri"), beside(at(MOBILE_ENROLLMENTS, "course_image"))
    )
    course_video_url: URL | None = field("The about video.", *_of_course("course_video.uri"))


@strawberry.type(description="A way to take the course: audit, verified, … with its price.")
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
    description: str | None = field("What the mode gives.", here("description"))
    expires: DateTime | None = field("Until when it can be chosen.", here("expiration_datetime"))


@strawberry.type(description="The name of a way to take a course.")
class CourseModeName(Node):
    id: strawberry.ID = identified(around("key"), here("slug"))
    slug: str = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        here("slug"),
    )
    display_name: str | None = field("The mode's name in the viewer's language.", here("name"))


@strawberry.type(description="A letter and the lowest grade that earns it.")
class GradeCutoff(Node):
    id: strawberry.ID = identified(around("key"), here("key"))
    letter: str = field("The letter as the course team wrote it.", here("key"))
    cutoff: float = field("The lowest grade that earns it, 0 to 1.", here("value"))


GRADE_RANGE = entries(None, "grade_range")
