"""Programs dashboard: a learner's programs of an enterprise, and the courses of one program by progress."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from gateway.demo.http.auth import Schemes
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.program_progress import Progress, program_progress
from gateway.demo.world.clock import abbreviated_date, iso
from gateway.demo.world.course import Course
from gateway.demo.world.people import User
from gateway.demo.world.programs import Program
from gateway.demo.world.site import Site
from gateway.demo.world.world import World

_BANNERS = {"large": (1440, 480), "medium": (726, 242), "small": (435, 145), "x-small": (348, 116)}


def progress_details(call: Call) -> Answer:
    """Everything about one program; 404 `{error_code}` when the catalogue does not know it."""
    program = call.world.programs.by_uuid.get(call.params["program"].lower())
    if program is None:
        return Answer({"error_code": "No program data available."}, 404)
    world, user = call.world, call.me
    progress = program_progress(world, program, user)
    skus = [mode.sku for course in progress.not_bought(world, user) if (mode := course.verified_mode) and mode.sku]
    return Answer(
        {
            "urls": {
                "program_listing_url": "/dashboard/programs/",
                "track_selection_url": "/course_modes/choose/",
                "commerce_api_url": "/api/commerce/v0/baskets/",
                "buy_button_url": "/basket/add/?" + "&".join(f"sku={sku}" for sku in skus),
                "program_record_url": None,
            },
            "program_data": _program_data(world, program, user, skus),
            "course_data": _course_data(world, program, user, progress),
            "certificate_data": [
                {"type": "course", "title": course.name, "url": f"{world.site.base_url}{certificate.url}"}
                for course in progress.completed
                if (certificate := world.learner(user, course).certificate) is not None
            ],
            "industry_pathways": [],
            "credit_pathways": [],
        }
    )


def _program_data(world: World, program: Program, user: User, skus: list[str]) -> dict[str, Any]:
    """The catalogue's program, extended by what this learner could buy."""
    settings = program.settings
    prices = [mode.min_price for course in program.courses if (mode := course.verified_mode)]
    price = sum(
        mode.min_price for course in program.courses if (mode := course.verified_mode) is not None and mode.sku in skus
    )
    return {
        "uuid": program.uuid,
        "title": program.title,
        "subtitle": settings["subtitle"],
        "overview": settings["overview"],
        "type": program.type,
        "type_attrs": {
            "uuid": _stable_uuid(program.type),
            "slug": program.type.lower(),
            "coaching_supported": False,
        },
        "status": "active",
        "hidden": False,
        "marketing_slug": program.slug,
        "marketing_url": f"https://www.demo.example/programs/{program.slug}",
        "authoring_organizations": [_organization(world, program)],
        "banner_image": _banner(world.site, program),
        "card_image_url": None,
        "min_hours_effort_per_week": settings["effort"][0],
        "max_hours_effort_per_week": settings["effort"][1],
        "weeks_to_complete": settings["weeks"],
        "price_ranges": [{"currency": "USD", "min": min(prices), "max": max(prices), "total": sum(prices)}]
        if prices
        else [],
        "applicable_seat_types": ["verified"] if prices else [],
        "curricula": [{"uuid": program.curriculum_uuid, "name": program.title, "is_active": True, "programs": []}],
        "expected_learning_items": [],
        "corporate_endorsements": [],
        "faq": [],
        "instructor_ordering": [],
        "job_outlook_items": [],
        "staff": [],
        "video": None,
        "is_mobile_only": False,
        "is_program_eligible_for_one_click_purchase": True,
        "is_learner_eligible_for_one_click_purchase": bool(skus),
        "skus": skus,
        **({"full_program_price": float(price), "variant": "partial"} if skus else {}),
    }


def _course_data(world: World, program: Program, user: User, progress: Progress) -> dict[str, Any]:
    return {
        "uuid": program.uuid,
        "completed": [_course(world, course, user) for course in progress.completed],
        "in_progress": [_course(world, course, user) for course in progress.in_progress],
        "not_started": [_course(world, course, user) for course in progress.not_started],
        "all_unenrolled": progress.all_unenrolled,
    }


def _course(world: World, course: Course, user: User) -> dict[str, Any]:
    """The catalogue's course, with its one run."""
    key = f"{course.org}+{course.number}"
    owner = world.institution.organizations.get(course.org, {"name": course.org})
    return {
        "uuid": _stable_uuid(key),
        "key": key,
        "title": course.name,
        "short_description": course.settings.get("short_description", ""),
        "course_runs": [_run(world, course, user)],
        "owners": [
            {
                "key": course.org,
                "name": owner["name"],
                "uuid": _stable_uuid(course.org),
                "logo_image_url": owner.get("logo"),
            }
        ],
        "entitlements": [],
        "image": None,
    }


def _run(world: World, course: Course, user: User) -> dict[str, Any]:
    """The run of a course, with the learner's state in it."""
    enrollment, now = world.enrollment(user, course), world.now
    certificate, mode = world.learner(user, course).certificate, course.verified_mode
    opens = course.enrollment_start
    is_open = (opens is None or now >= opens) and (course.enrollment_end is None or now <= course.enrollment_end)
    upgradeable = enrollment is not None and enrollment.mode == "audit" and mode is not None and mode.sku is not None
    in_time = mode is not None and mode.expires is not None and now < mode.expires
    return {
        "key": course.key,
        "uuid": _stable_uuid(course.key),
        "title": course.name,
        "short_description": course.settings.get("short_description", ""),
        "start": iso(course.start),
        "end": iso(course.end),
        "enrollment_start": iso(course.enrollment_start),
        "enrollment_end": iso(course.enrollment_end),
        "pacing_type": "self_paced" if course.self_paced else "instructor_paced",
        "type": "verified" if mode else "audit",
        "status": "published",
        "marketing_url": None,
        "is_enrollable": is_open,
        "is_marketable": True,
        "content_language": course.settings.get("language"),
        "weeks_to_complete": course.settings.get("weeks"),
        "image": None,
        "seats": [
            {
                "type": one.slug,
                "price": one.min_price,
                "currency": one.currency.upper(),
                "sku": one.sku,
                "upgrade_deadline": iso(one.expires),
            }
            for one in course.modes
        ],
        "certificate_url": certificate.url if certificate else None,
        "course_url": f"/courses/{course.key}/",
        "enrollment_open_date": abbreviated_date(opens) if opens else "Jan 01, 1900",
        "is_course_ended": course.has_ended(now),
        "is_enrolled": enrollment is not None,
        "is_enrollment_open": is_open,
        "advertised_start": None,
        "upgrade_url": world.site.upgrade_url if upgradeable and in_time else None,
        "may_certify": bool(course.settings.get("certificates", False)) and course.has_started(now),
        "is_mobile_only": False,
    }


def _organization(world: World, program: Program) -> dict[str, Any]:
    row = world.institution.organizations[program.organization]
    return {
        "uuid": _stable_uuid(program.organization),
        "key": program.organization,
        "name": row["name"],
        "logo_image_url": row["logo"],
    }


def _banner(site: Site, program: Program) -> dict[str, Any]:
    return {
        size: {"url": f"{site.base_url}/media/programs/{program.slug}-{size}.jpg", "width": width, "height": height}
        for size, (width, height) in _BANNERS.items()
    }


def _stable_uuid(text: str) -> str:
    return str(uuid5(NAMESPACE_URL, text))


_ROOTS = ("/api/dashboard/v0/programs", "/api/learner_home/v1/programs")
ROUTES = (
    Route(
        "programs.progress_details",
        tuple(f"{root}/{{program:word}}/progress_details" for root in _ROOTS),
        {"GET": progress_details},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
)
