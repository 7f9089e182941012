"""Fields of a course for the learner's dashboard and the mobile apps."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import strawberry

from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS, MOBILE_POSITION, MOBILE_UPDATES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from resolvers.block import blocks
from resolvers.declare.source import around, at, here, joined, weak, when_loaded
from resolvers.values.normalize import identifier, number
from resolvers.values.text import instant
from schema.block import Block, BlockTypes
from schema.declare import field, found, identified
from schema.relay import Node
from schema.resume import LastVisited, from_the_top
from schema.scalars import HTML, URL, UsageKey

_CARD_IMAGE = (
    weak(at(CATALOG_COURSE, "media.course_image.uri")),
    weak(at(CATALOG_COURSES, "media.course_image.uri")),
    at(COURSEWARE_COURSE, "media.course_image.uri"),
    when_loaded(at(LEARNER_HOME, "course.bannerImgSrc")),
    when_loaded(at(MOBILE_ENROLLMENTS, "course_image")),
)


def _is_past(moment: Any, key: Any) -> bool:
    return moment is not None and instant(moment) <= datetime.now(UTC)


def _is_begun(moment: Any, key: Any) -> bool:
    return moment is None or _is_past(moment, key)


def _home(tabs: list[Any]) -> Any:
    return next((tab["url"] for tab in tabs if tab["tab_id"] == "courseware"), None)


def _progress(tabs: list[Any]) -> Any:
    return next((tab["url"] for tab in tabs if tab["tab_id"] == "progress"), None)


def _about(key: Any) -> str:
    return f"/courses/{quote(key, safe='/+@:~')}/about"


def _lowest(cutoffs: dict[str, Any]) -> float | None:
    return min(map(number, cutoffs.values()), default=None)


def _blocks(types: BlockTypes = None) -> None: ...


@strawberry.type(description="An update from the course team.")
class CourseUpdate(Node):
    id: strawberry.ID = identified(around("key"), here("id"))
    lms_id: strawberry.ID = field(
        "The LMS's number of the update, unique within its course.", here("id", via=identifier)
    )
    date: str = field("Day of the update, as text in the form that the course page shows.", here("date"))
    content_html: HTML = field("Content of the update.", here("content"))
    status: str | None = field("Known values: `visible`, `deleted`.", here("status"))


@strawberry.type(description="Fields of a course for the learner's dashboard and the mobile apps.")
class CourseLearnerFields:
    card_image_url: URL | None = field("URL of the image for a course card.", *_CARD_IMAGE)
    banner_image_url: URL | None = field(
        "URL of the image for a course card.",
        *_CARD_IMAGE,
        deprecated="2026-11-30: read `cardImageUrl`. `media.bannerImageUrl` is another picture.",
    )
    org_logo_url: URL | None = field(
        "URL of the logo of the organisation. Available in lists of enrolments of the mobile API.",
        when_loaded(at(MOBILE_ENROLLMENTS, "org_logo")),
    )
    home_url: URL | None = field(
        "URL of the course's home page.",
        at(COURSE_METADATA, "tabs", via=_home),
        when_loaded(at(LEARNER_HOME, "courseRun.homeUrl")),
    )
    progress_url: URL | None = field(
        "URL of the viewer's progress page; null if the course has none for the viewer.",
        at(COURSE_METADATA, "tabs", via=_progress),
        when_loaded(at(LEARNER_HOME, "courseRun.progressUrl")),
    )
    advertised_start: str | None = field(
        "When the course begins, as the course team wants it shown in place of the date: a text, or a date as text.",
        at(LEARNER_HOME, "courseRun.advertisedStart"),
    )
    about_url: URL | None = field(
        "URL of the public about page: the LMS's own, or the marketing site's in lists of enrolments.",
        weak(at(CATALOG_COURSE, "id", via=_about)),
        weak(at(CATALOG_COURSES, "id", via=_about)),
        when_loaded(at(LEARNER_HOME, "course.socialShareUrl")),
        when_loaded(at(MOBILE_ENROLLMENTS, "course_about")),
    )
    social_share_url: URL | None = field(
        "URL for sharing; null if sharing is disabled or the viewer is not enrolled.",
        at(LEARNER_HOME, "course.socialShareUrl"),
    )
    is_started: bool | None = field(
        "Whether the course has started.",
        weak(at(CATALOG_COURSE, "start", "id", via=_is_begun)),
        weak(at(CATALOG_COURSES, "start", "id", via=_is_begun)),
        at(COURSEWARE_COURSE, "start", "id", via=_is_begun),
        when_loaded(at(LEARNER_HOME, "courseRun.isStarted")),
        when_loaded(at(MOBILE_ENROLLMENTS, "start", "id", via=_is_begun)),
    )
    is_archived: bool | None = field(
        "Whether the end of the course has passed. Unlike `hasEnded`, it is known for closed courses too.",
        weak(at(CATALOG_COURSE, "end", "id", via=_is_past)),
        weak(at(CATALOG_COURSES, "end", "id", via=_is_past)),
        at(COURSEWARE_COURSE, "end", "id", via=_is_past),
        when_loaded(at(LEARNER_HOME, "courseRun.isArchived")),
        when_loaded(at(MOBILE_ENROLLMENTS, "end", "id", via=_is_past)),
    )
    min_passing_grade: float | None = field(
        "The lowest grade that passes, 0 to 1.",
        at(PROGRESS, "grading_policy.grade_range", via=_lowest),
        weak(at(LEARNER_HOME, "courseRun.minPassingGrade", via=number)),
    )
    updates: list[CourseUpdate] | None = field(
        "Updates from the course team, newest first; null if the viewer may not enter the course.", at(MOBILE_UPDATES)
    )
    last_visited: LastVisited | None = field(
        "The block that the viewer completed last; null before the first.",
        at(OUTLINE, gate="resume_course.has_visited_course"),
        joined(at(NAVIGATION)),
    )
    stored_path: list[UsageKey] | None = field(
        "The course, the section and the sequence that hold the position that `recordLastVisited` stores, from the top "
        "down; the first ones if none is stored.",
        at(MOBILE_POSITION, "last_visited_module_path", via=from_the_top),
    )
    blocks: list[Block] | None = found(
        "The blocks of the course as a flat list, in course order; null if the viewer may not see them.",
        blocks,
        arguments=_blocks,
        source="mobile/blocks; courses/blocks for a visitor, or where the mobile API fails",
    )
