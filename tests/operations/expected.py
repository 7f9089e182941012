"""The expected answer of an operation, computed from the LMS's own REST answers to the same person.

Nothing here is shared with the gateway: the mapping is written a second time, from the REST side.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.support.lms import DemoLms, Rest

Json = dict[str, Any]


@dataclass(slots=True)
class Expected:
    """The data, and code and path of each error."""

    data: Json
    errors: list[tuple[str, list[str]]] = field(default_factory=list)


def fields(value: Json | None, plain: str = "", /, **named: Any) -> Json | None:
    """An object of a REST object: `plain` lists snake_case names that only become camelCase; null stays null."""
    if value is None:
        return None
    return {camel(name): value[name] for name in plain.split()} | named


def camel(name: str) -> str:
    """`snake_case` as `snakeCase`."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def instant(text: str | None) -> str | None:
    """An ISO 8601 time in UTC with `Z`."""
    if text is None:
        return None
    return datetime.fromisoformat(text).astimezone(UTC).isoformat().replace("+00:00", "Z")


def http_date(text: str) -> datetime:
    """The moment of an HTTP `Date` header."""
    return datetime.strptime(text, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)


class Course:
    """The REST answers about one course to one user, fetched on demand, each once."""

    def __init__(self, lms: DemoLms, key: str, user: str, scheme: str = "JWT") -> None:
        self.lms, self.key, self.user, self.scheme = lms, key, user, scheme
        self._rests: dict[str, Rest] = {}

    def rest(self, name: str) -> Rest:
        if name not in self._rests:
            self._rests[name] = self.lms.rest(f"/api/course_home/{name}/{self.key}", self.user, self.scheme)
        return self._rests[name]

    def body(self, name: str) -> Json | None:
        """The answer, None when the LMS refused it."""
        rest = self.rest(name)
        return rest.body if rest.status == 200 else None

    def closed(self, name: str) -> bool:
        """True when the LMS wants to know first who asks."""
        rest = self.rest(name)
        return rest.status == 401 and rest.body != "User not enrolled."

    def url(self, text: str | None) -> str | None:
        """A link of the LMS as an absolute one; an empty one is none."""
        if not text:
            return None
        if text.startswith("//"):
            return f"http:{text}"
        return f"{self.lms.url}{text}" if text.startswith("/") else text


def viewer(course: Course) -> Json:
    """Who asks. A masquerade changes the name in the course's answer, not who the viewer is."""
    known = course.user != "anonymous"
    settings = course.lms.rest(f"/api/user/v1/preferences/{course.user}", course.user, course.scheme)
    return {
        "username": course.user if known else None,
        "timezone": settings.body.get("time_zone") if known else None,
        "isAuthenticated": known,
    }


def shell(course: Course, meta: Json) -> Json:
    """The frame of all pages of a course: the part of `course_home/course_metadata`."""
    plain = fields(
        meta,
        "title number org is_self_paced is_staff original_user_is_staff studio_access has_course_author_access "
        "is_new_discussion_sidebar_view_enabled can_view_certificate",
    )
    masked = meta["original_user_is_staff"] and not meta["is_staff"]
    return {
        "key": course.key,
        **(plain or {}),
        "isMasquerading": masked,
        "masqueradeUsername": meta["username"] if masked else None,
        "start": instant(meta["start"]),
        "themeVariant": meta.get("course_theme_variant"),
        "allModes": [{"slug": mode["slug"], "displayName": mode["name"]} for mode in meta["course_modes"]],
        "access": fields(
            meta["course_access"],
            "has_access error_code developer_message user_message additional_context_user_message user_fragment",
        ),
        "tabs": tabs(course, meta),
        "celebrations": fields(
            meta["celebrations"], "first_section streak_length_to_celebrate streak_discount_enabled weekly_goal"
        ),
        "enrollment": {"isActive": True} if meta["is_enrolled"] else None,
        "verifiedMode": verified_mode(course, meta["verified_mode"]),
    }


def tabs(course: Course, meta: Json) -> list[Json]:
    return [{"key": tab["tab_id"], "title": tab["title"], "url": tab["url"]} for tab in meta["tabs"]]


def banner(course: Course, info: Json | None) -> Json | None:
    plain = "missed_deadlines missed_gated_content content_type_gating_enabled"
    return fields(info, plain, verifiedUpgradeLink=course.url(info["verified_upgrade_link"]) if info else None)


def course_home(course: Course) -> Expected:
    """The expected answer of `CourseHomePage`, without `serverTime`."""
    meta, outline = course.body("course_metadata"), course.body("outline")
    if meta is None:
        return Expected({"viewer": viewer(course), "course": None})
    expected = shell(course, meta)
    if meta["is_enrolled"]:
        expected["enrollment"]["mode"] = outline["enrollment_mode"] if outline else listed_mode(course)
    panels = home_panels(course, outline) if outline is not None else {}
    if not panels:
        ware = course.lms.rest(f"/api/courseware/course/{course.key}", course.user, course.scheme).body
        panels = dict.fromkeys(_PANELS) | shared_panels(course, ware, ware["certificate_data"])
        panels["resume"] = {"hasVisitedCourse": None, "url": None}
    return Expected({"viewer": viewer(course), "course": expected | panels})


def listed_mode(course: Course) -> Any:
    """The mode in the list of the learner's own enrolments."""
    rows = course.lms.rest("/api/enrollment/v1/enrollment", course.user, course.scheme).body
    return next(row["mode"] for row in rows if row["course_details"]["course_id"] == course.key)


def verified_mode(course: Course, mode: Json | None) -> Json | None:
    if mode is None:
        return None
    return fields(
        mode,
        "price currency currency_symbol sku",
        upgradeUrl=course.url(mode["upgrade_url"]),
        accessExpirationDate=instant(mode["access_expiration_date"]),
    )


_PANELS = (
    "hasEnded", "enableProctoredExams", "enrollAlert", "accessExpiration", "offer", "goals", "certificate",
    "userHasPassingGrade", "tools", "resume", "handoutsHtml", "welcomeMessageHtml", "datesBanner", "outline",
    "upcomingDates", "enrollmentMode",
)  # fmt: skip


def home_panels(course: Course, outline: Json) -> Json:
    """The part of the home page that `course_home/outline` has."""
    widget, resume = outline["dates_widget"], outline["resume_course"]
    return {
        "hasEnded": outline["has_ended"],
        "enableProctoredExams": outline["enable_proctored_exams"],
        "enrollmentMode": outline["enrollment_mode"],
        "enrollAlert": fields(outline["enroll_alert"], "can_enroll extra_text"),
        **shared_panels(course, outline, outline["cert_data"]),
        "tools": [
            {"analyticsId": tool["analytics_id"], "title": tool["title"], "url": course.url(tool["url"])}
            for tool in outline["course_tools"]
        ],
        "resume": fields(resume, "has_visited_course", url=course.url(resume["url"])),
        "handoutsHtml": outline["handouts_html"],
        "welcomeMessageHtml": outline["welcome_message_html"],
        "datesBanner": banner(course, outline["dates_banner_info"]),
        "outline": sections(course, outline),
        "upcomingDates": {
            "blocks": [date_block(course, block) for block in widget["course_date_blocks"]],
            "tabLink": course.url(widget["dates_tab_link"]),
            "userTimezone": widget["user_timezone"],
        },
    }


def date_block(course: Course, block: Json) -> Json | None:
    return fields(
        block,
        "date_type title description link_text extra_info assignment_type learner_has_access",
        date=instant(block["date"]),
        link=course.url(block["link"]),
        complete=block.get("complete"),
        firstComponentBlockKey=block["first_component_block_id"] or None,
    )


def shared_panels(course: Course, body: Json, cert: Json | None) -> Json:
    """Fields that `courseware/course` has too, even for people who may not enter."""
    expires, goals, offer = body["access_expiration"], body["course_goals"], body["offer"]
    return {
        "accessExpiration": expires
        and fields(
            expires,
            "masquerading_expired_course",
            expirationDate=instant(expires["expiration_date"]),
            upgradeDeadline=instant(expires["upgrade_deadline"]),
            upgradeUrl=course.url(expires["upgrade_url"]),
        ),
        "offer": offer
        and fields(
            offer,
            "code original_price discounted_price percentage",
            expirationDate=instant(offer["expiration_date"]),
            upgradeUrl=course.url(offer["upgrade_url"]),
        ),
        "goals": fields(
            goals,
            "weekly_learning_goal_enabled",
            selectedGoal=fields(goals["selected_goal"], "days_per_week subscribed_to_reminders"),
        ),
        "certificate": certificate(course, cert),
        "userHasPassingGrade": body["user_has_passing_grade"],
    }


def certificate(course: Course, data: Json | None) -> Json | None:
    if data is None:
        return None
    return {
        "status": data["cert_status"],
        "webViewUrl": course.url(data["cert_web_view_url"]),
        "downloadUrl": course.url(data["download_url"]),
        "availableDate": instant(data["certificate_available_date"]),
    }


def sections(course: Course, outline: Json) -> Json | None:
    """The tree of the outline, or None when there is none to be seen."""
    blocks: dict[str, Json] = (outline["course_blocks"] or {}).get("blocks") or {}
    root = next((block for block in blocks.values() if block["type"] == "course"), None)
    if root is None:
        return None

    def children(block: Json, kinds: tuple[str, ...]) -> list[Json]:
        found = [blocks[key] for key in block.get("children") or () if key in blocks]
        return [child for child in found if child["type"] in kinds]

    def shared(block: Json) -> Json:
        return {
            "key": block["id"],
            "title": block["display_name"],
            "complete": block["complete"],
            "resumeBlock": block["resume_block"],
            "hideFromToc": block.get("hide_from_toc"),
        }

    def sequence(block: Json) -> Json:
        return shared(block) | {
            "due": instant(block["due"]),
            "icon": block["icon"],
            "description": block["description"],
            "effortTime": block.get("effort_time"),
            "effortActivities": block.get("effort_activities"),
            "showLink": block["lms_web_url"] is not None,
            "webUrl": course.url(block["lms_web_url"]),
            "isLocked": block["type"] == "lock",
        }

    found = [
        shared(chapter) | {"sequences": [sequence(block) for block in children(chapter, ("sequential", "lock"))]}
        for chapter in children(root, ("chapter",))
    ]
    return {
        "key": root["id"],
        "title": root["display_name"],
        "hasScheduledContent": root["has_scheduled_content"],
        "sections": found,
    }
