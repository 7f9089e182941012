"""The hand-written course home page: two parallel calls."""

import asyncio
import base64
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from benchmarks.floor.lms import Lms
from benchmarks.floor.shapes import (
    Access,
    Celebrations,
    Certificate,
    Expiration,
    Tab,
    VerifiedMode,
    absolute,
    certificate,
    tabs,
    verified_mode,
)


class Metadata(msgspec.Struct, gc=False):
    title: str
    number: str
    org: str
    start: str | None
    is_self_paced: bool
    is_staff: bool
    original_user_is_staff: bool
    is_enrolled: bool
    can_view_certificate: bool
    course_access: Access
    tabs: list[Tab]
    celebrations: Celebrations
    verified_mode: VerifiedMode | None
    username: str | None
    user_timezone: str | None


class Alert(msgspec.Struct, gc=False):
    can_enroll: bool
    extra_text: str | None


class Offer(msgspec.Struct, gc=False):
    code: str
    expiration_date: str
    original_price: str
    discounted_price: str
    percentage: int
    upgrade_url: str


class SelectedGoal(msgspec.Struct, gc=False):
    days_per_week: int
    subscribed_to_reminders: bool


class Goals(msgspec.Struct, gc=False):
    weekly_learning_goal_enabled: bool
    selected_goal: SelectedGoal | None


class Tool(msgspec.Struct, gc=False):
    analytics_id: str
    title: str
    url: str


class Resume(msgspec.Struct, gc=False):
    has_visited_course: bool
    url: str | None


class Banner(msgspec.Struct, gc=False):
    missed_deadlines: bool
    missed_gated_content: bool
    content_type_gating_enabled: bool
    verified_upgrade_link: str | None


class DateBlock(msgspec.Struct, gc=False):
    date: str
    date_type: str
    title: str
    link: str | None
    link_text: str | None = None
    complete: bool | None = None


class Dates(msgspec.Struct, gc=False):
    course_date_blocks: list[DateBlock]
    dates_tab_link: str


class Block(msgspec.Struct, gc=False):
    id: str
    type: str
    display_name: str
    complete: bool
    resume_block: bool
    children: list[str] = []
    hide_from_toc: bool | None = None
    due: str | None = None
    icon: str | None = None
    description: str | None = None
    effort_time: int | None = None
    effort_activities: int | None = None
    lms_web_url: str | None = None
    has_scheduled_content: bool | None = None


class Blocks(msgspec.Struct, gc=False):
    blocks: dict[str, Block]


class Outline(msgspec.Struct, gc=False):
    has_ended: bool
    enroll_alert: Alert
    enrollment_mode: str | None
    access_expiration: Expiration | None
    offer: Offer | None
    course_goals: Goals
    cert_data: Certificate | None
    user_has_passing_grade: bool
    course_tools: list[Tool]
    resume_course: Resume
    handouts_html: str | None
    welcome_message_html: str | None
    dates_banner_info: Banner
    course_blocks: Blocks | None
    dates_widget: Dates


decode_metadata = msgspec.json.Decoder(Metadata).decode
decode_outline = msgspec.json.Decoder(Outline).decode


async def page(lms: Lms, variables: dict[str, Any]) -> dict[str, Any]:
    """The data of `MeasuredCourseHomePage`."""
    key = variables["key"]
    raw = await asyncio.gather(
        lms.get(f"/api/course_home/course_metadata/{key}"), lms.get(f"/api/course_home/outline/{key}")
    )
    metadata, outline = decode_metadata(raw[0]), decode_outline(raw[1])
    return {
        "serverTime": parsedate_to_datetime(lms.date).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "viewer": {
            "username": metadata.username,
            "timezone": metadata.user_timezone,
            "isAuthenticated": metadata.username is not None,
        },
        "course": _course(key, metadata, outline, lms.base),
    }


def _course(key: str, m: Metadata, o: Outline, base: str) -> dict[str, Any]:
    access, celebrations, expiration, offer, goal = (
        m.course_access,
        m.celebrations,
        o.access_expiration,
        o.offer,
        o.course_goals.selected_goal,
    )
    return {
        "id": base64.urlsafe_b64encode(f"Course:{key}".encode()).decode().rstrip("="),
        "key": key,
        "title": m.title,
        "number": m.number,
        "org": m.org,
        "start": m.start,
        "hasEnded": o.has_ended,
        "isSelfPaced": m.is_self_paced,
        "isStaff": m.is_staff,
        "originalUserIsStaff": m.original_user_is_staff,
        "isMasquerading": m.original_user_is_staff and not m.is_staff,
        "canViewCertificate": m.can_view_certificate,
        "access": {
            "hasAccess": access.has_access,
            "errorCode": access.error_code,
            "developerMessage": access.developer_message,
            "userMessage": access.user_message,
            "additionalContextUserMessage": access.additional_context_user_message,
            "userFragment": access.user_fragment,
        },
        "tabs": tabs(m.tabs, base),
        "celebrations": {
            "firstSection": celebrations.first_section,
            "streakLengthToCelebrate": celebrations.streak_length_to_celebrate,
            "streakDiscountEnabled": celebrations.streak_discount_enabled,
            "weeklyGoal": celebrations.weekly_goal,
        },
        "enrollment": {"isActive": True, "mode": o.enrollment_mode} if m.is_enrolled else None,
        "enrollAlert": {"canEnroll": o.enroll_alert.can_enroll, "extraText": o.enroll_alert.extra_text},
        "accessExpiration": expiration
        and {
            "expirationDate": expiration.expiration_date,
            "masqueradingExpiredCourse": expiration.masquerading_expired_course,
            "upgradeDeadline": expiration.upgrade_deadline,
            "upgradeUrl": absolute(expiration.upgrade_url, base),
        },
        "offer": offer
        and {
            "code": offer.code,
            "expirationDate": offer.expiration_date,
            "originalPrice": offer.original_price,
            "discountedPrice": offer.discounted_price,
            "percentage": offer.percentage,
            "upgradeUrl": absolute(offer.upgrade_url, base),
        },
        "verifiedMode": verified_mode(m.verified_mode, base),
        "goals": {
            "weeklyLearningGoalEnabled": o.course_goals.weekly_learning_goal_enabled,
            "selectedGoal": goal
            and {"daysPerWeek": goal.days_per_week, "subscribedToReminders": goal.subscribed_to_reminders},
        },
        "certificate": certificate(o.cert_data, base),
        "userHasPassingGrade": o.user_has_passing_grade,
        "tools": [
            {"analyticsId": tool.analytics_id, "title": tool.title, "url": absolute(tool.url, base)}
            for tool in o.course_tools
        ],
        "resume": {
            "hasVisitedCourse": o.resume_course.has_visited_course,
            "url": absolute(o.resume_course.url, base),
        },
        "handoutsHtml": o.handouts_html,
        "welcomeMessageHtml": o.welcome_message_html,
        "datesBanner": {
            "missedDeadlines": o.dates_banner_info.missed_deadlines,
            "missedGatedContent": o.dates_banner_info.missed_gated_content,
            "contentTypeGatingEnabled": o.dates_banner_info.content_type_gating_enabled,
            "verifiedUpgradeLink": absolute(o.dates_banner_info.verified_upgrade_link, base),
        },
        "outline": _outline(o.course_blocks.blocks, base) if o.course_blocks else None,
        "upcomingDates": {
            "blocks": [
                {
                    "date": block.date,
                    "dateType": block.date_type,
                    "title": block.title,
                    "link": absolute(block.link, base),
                    "linkText": block.link_text,
                    "complete": block.complete,
                }
                for block in o.dates_widget.course_date_blocks
            ],
            "tabLink": absolute(o.dates_widget.dates_tab_link, base),
        },
    }


def _outline(blocks: dict[str, Block], base: str) -> dict[str, Any]:
    course = next(block for block in blocks.values() if block.type == "course")
    sections = [blocks[key] for key in course.children]
    return {
        "hasScheduledContent": course.has_scheduled_content,
        "sections": [
            {
                "key": section.id,
                "title": section.display_name,
                "complete": section.complete,
                "resumeBlock": section.resume_block,
                "hideFromToc": section.hide_from_toc,
                "sequences": [
                    {
                        "key": block.id,
                        "title": block.display_name,
                        "complete": block.complete,
                        "resumeBlock": block.resume_block,
                        "hideFromToc": block.hide_from_toc,
                        "due": block.due,
                        "icon": block.icon,
                        "description": block.description,
                        "effortTime": block.effort_time,
                        "effortActivities": block.effort_activities,
                        "showLink": block.lms_web_url is not None,
                        "webUrl": absolute(block.lms_web_url, base),
                    }
                    for child in section.children
                    if (block := blocks[child]).type in {"sequential", "lock"}
                ],
            }
            for section in sections
        ],
    }
