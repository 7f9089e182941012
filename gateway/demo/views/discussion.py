"""Discussion of a course: its public configuration, and its settings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import FieldsError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.common import record_activity
from gateway.demo.views.forum_content import CLOSE_REASONS, EDIT_REASONS, ForumReader, forum_viewer
from gateway.demo.views.forum_posting import is_verified
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.clock import iso as exact_iso


def _reader(call: Call) -> ForumReader:
    return ForumReader(call, forum_viewer(call, call.params["course"]))


def course_v1(call: Call) -> Answer:
    """Not found where the course has no discussions."""
    reader = _reader(call)
    if not reader.course.settings.get("discussion", True):
        raise NotFoundError("Discussion is disabled for the course.")
    return Answer(_course(call, reader))


def course_v2(call: Call) -> Answer:
    return Answer(_course(call, _reader(call)))


def _course(call: Call, reader: ForumReader) -> dict[str, Any]:
    user, course, role = reader.user, reader.course, reader.forum.role(reader.user, reader.course)
    record_activity(reader.viewer, only_from_app=call)
    team = [held for key, held in user.roles if key == course.key]
    threads = reader.thread_list_url()
    start = call.world.clock.start.replace(microsecond=0)
    blackout = {"start": exact_iso(start - timedelta(days=1)), "end": exact_iso(start + timedelta(days=1))}
    blackouts = [blackout] if call.world.features.on("discussion_blackout") else []
    return {
        "id": course.key,
        "is_posting_enabled": not blackouts or reader.moderates,
        "blackouts": blackouts,
        "thread_list_url": threads,
        "following_thread_list_url": f"{threads}&following=True",
        "topics_url": f"{call.world.site.base_url}/api/discussion/v1/course_topics/{course.key}",
        "allow_anonymous": True,
        "allow_anonymous_to_peers": False,
        "user_roles": sorted({"Student", role}),
        "has_moderation_privileges": reader.moderates,
        "is_group_ta": False,
        "is_user_admin": user.is_staff,
        "is_course_staff": is_course_staff(user, course),
        "is_course_admin": "instructor" in team,
        "provider": "legacy" if call.world.features.on("discussion_categories") else "openedx",
        "enable_in_context": True,
        "group_at_subsection": False,
        "edit_reasons": _choices(EDIT_REASONS),
        "post_close_reasons": _choices(CLOSE_REASONS),
        "show_discussions": bool(course.settings.get("discussion", True)),
        "is_notify_all_learners_enabled": False,
        **_newer(call, reader),
    }


def _newer(call: Call, reader: ForumReader) -> dict[str, Any]:
    """The keys that newer releases add."""
    on = call.world.features.on
    if not any(on(f"discussion_{name}") for name in ("requirements", "captcha", "only_verified", "rate_limit")):
        return {}
    captcha = on("discussion_captcha")
    return {
        "captcha_settings": {"enabled": captcha, "site_key": "demo-site-key" if captcha else None},
        "is_email_verified": is_verified(reader),
        "only_verified_users_can_post": on("discussion_only_verified"),
        "content_creation_rate_limited": on("discussion_rate_limit"),
    }


def settings(call: Call) -> Answer:
    """For global staff, and for everybody with a role in the forum."""
    reader = _reader(call)
    if not (reader.user.is_staff or reader.moderates):
        raise PermissionDeniedError
    return Answer(_settings(reader))


def change_settings(call: Call) -> Answer:
    """For global staff only. Divided topics change at once; other keys are accepted but not stored."""
    reader = _reader(call)
    if not reader.user.is_staff:
        raise PermissionDeniedError
    divided = fields(call).get("divided_course_wide_discussions")
    if divided is not None:
        if not isinstance(divided, list) or not all(isinstance(one, str) for one in divided):
            raise FieldsError(divided_course_wide_discussions="Not a list of topics.")
        reader.forum.divided[reader.course.key] = divided
    return Answer(status=204)


def _settings(reader: ForumReader) -> dict[str, Any]:
    return {
        "id": 1,
        "divided_inline_discussions": [],
        "divided_course_wide_discussions": reader.divided,
        "always_divide_inline_discussions": False,
        "division_scheme": "cohort" if reader.divided else "none",
        "available_division_schemes": ["cohort"],
        "reported_content_email_notifications": False,
    }


def cohorts(call: Call) -> Answer:
    """A page of the course's cohorts without an envelope, for global staff and people with a role in the forum."""
    reader = _reader(call)
    if not (reader.user.is_staff or reader.moderates):
        raise PermissionDeniedError
    rows = reader.forum.cohorts.get(reader.course.key, [])
    shown, _ = page_of(call, rows)
    return Answer(
        [
            {
                "id": one.id,
                "name": one.name,
                "user_count": len(one.members),
                "assignment_type": "manual",
                "user_partition_id": None,
                "group_id": None,
            }
            for one in shown
        ]
    )


def _choices(labels: dict[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "label": label} for code, label in labels.items()]


_V1 = "/api/discussion/v1/courses/{course}"
ROUTES = (
    Route(
        "discussion.settings",
        (f"{_V1}/settings",),
        {"GET": settings, "PATCH": change_settings},
        Slash.NEVER,
        Schemes.JBS,
        Family.B,
        login=True,
        parses=(MERGE_PATCH,),
    ),
    Route(
        "cohorts.list",
        ("/api/cohorts/v1/courses/{course}/cohorts",),
        {"GET": cohorts},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route("discussion.course", (_V1,), {"GET": course_v1}, Slash.EITHER, Schemes.JBS, Family.B, login=True),
    Route(
        "discussion.course_v2",
        ("/api/discussion/v2/courses/{course}",),
        {"GET": course_v2},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
)
