"""Learner pathway progress, a plugin of the LMS."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import NotFoundError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.program_progress import course_status, program_status
from gateway.demo.world.course import Course
from gateway.demo.world.people import User
from gateway.demo.world.programs import Pathway
from gateway.demo.world.world import World


def _mine(call: Call) -> list[Pathway]:
    return [pathway for pathway in call.world.programs.pathways if call.me.username in pathway.learners]


def pathway_list(call: Call) -> Answer:
    """P2 of the caller's pathways; `uuid` (comma separated) filters."""
    wanted = call.args("uuid")
    found = [pathway for pathway in _mine(call) if not wanted or pathway.uuid in wanted]
    rows, page = page_of(call, found)
    return Answer(page.flat([_pathway(call, pathway) for pathway in rows]))


def pathway_detail(call: Call) -> Answer:
    uuid = call.params["pathway"].lower()
    pathway = next((pathway for pathway in _mine(call) if pathway.uuid == uuid), None)
    if pathway is None:
        raise NotFoundError
    return Answer(_pathway(call, pathway))


def _pathway(call: Call, pathway: Pathway) -> dict[str, Any]:
    body = {
        "id": pathway.id,
        "uuid": pathway.uuid,
        "title": pathway.title,
        "status": "active",
        "banner_image": None,
        "card_image": None,
        "overview": pathway.overview,
        "steps": [_step(call.world, step, call.me) for step in pathway.steps],
    }
    return {"learner_pathway_progress": body}


def _step(world: World, step: dict[str, Any], user: User) -> dict[str, Any]:
    """`status` is the percentage of `min_requirement` that is complete, at most 100."""
    courses = [_course(world, world.courses[key], user) for key in step.get("courses", ())]
    programs = [_program(world, uuid, user) for uuid in step.get("programs", ()) if uuid in world.programs.by_uuid]
    complete = sum(item["status"] == "COMPLETE" for item in (*courses, *programs))
    return {
        "uuid": step["uuid"],
        "min_requirement": step["min_requirement"],
        "courses": courses,
        "programs": programs,
        "status": round(min(100.0, 100 * complete / step["min_requirement"]), 2),
    }


def _keys(course: Course) -> dict[str, Any]:
    return {"key": f"{course.org}+{course.number}", "course_runs": [{"key": course.key}]}


def _course(world: World, course: Course, user: User) -> dict[str, Any]:
    return {
        **_keys(course),
        "title": course.name,
        "short_description": course.settings.get("short_description", ""),
        "card_image_url": None,
        "content_type": "course",
        "status": course_status(world, course, user),
    }


def _program(world: World, uuid: str, user: User) -> dict[str, Any]:
    program = world.programs.by_uuid[uuid]
    return {
        "uuid": uuid,
        "title": program.title,
        "short_description": program.settings["subtitle"],
        "card_image_url": None,
        "content_type": "program",
        "courses": [_keys(course) for course in program.courses],
        "status": program_status(world, program, user),
    }


_V1 = "/api/learner-pathway-progress/v1/progress"
ROUTES = (
    Route("learner_pathway_progress.list", (_V1,), {"GET": pathway_list}, Slash.MUST, Schemes.JS, login=True),
    Route(
        "learner_pathway_progress.detail",
        (f"{_V1}/{{pathway:word}}",),
        {"GET": pathway_detail},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
)
