"""Credit v1: courses that count, eligibility of learners, providers, and asking a provider for credit."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import BadRequestError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.grades import course_grade
from gateway.demo.world.institution import CreditCourse
from gateway.demo.world.keys import is_course_key


def eligibility(call: Call) -> Answer:
    """`username` and `course_key` are required; own or staff. Past deadlines are omitted."""
    name, key = call.arg("username"), call.arg("course_key")
    if not name or not key:
        raise BadRequestError("Both the course_key and username querystring parameters must be supplied.")
    if not is_course_key(key):
        raise BadRequestError(f"[{key}] is not a valid course key.")
    if name != call.me.username and not call.me.is_staff:
        raise PermissionDeniedError
    course = call.world.institution.credit_courses.get(key)
    if course is None or not _eligible(call, course, name):
        return Answer([])
    return Answer([{"username": name, "course_key": key, "deadline": iso(course.deadline)}])


def _eligible(call: Call, course: CreditCourse, name: str) -> bool:
    in_time = course.deadline is None or call.world.now < course.deadline
    return course.enabled and in_time and name in course.eligible


def provider_list(call: Call) -> Answer:
    """All providers, or those of `provider_ids` (comma separated); unknown ids are omitted."""
    wanted = call.args("provider_ids")
    providers = call.world.institution.credit_providers
    return Answer([row for key, row in providers.items() if not wanted or key in wanted])


def provider_detail(call: Call) -> Answer:
    provider = call.world.institution.credit_providers.get(call.params["provider"])
    if provider is None:
        raise NotFoundError
    return Answer(provider)


def request_credit(call: Call) -> Answer:
    """`{username, course_key}` gives the form to send to the provider; asking again gives the same request."""
    world, body = call.world, fields(call)
    provider = world.institution.credit_providers.get(call.params["provider"])
    if provider is None:
        raise NotFoundError
    name, key = str(body.get("username")), str(body.get("course_key"))
    user, course = world.users.get(name), world.course(key)
    if user is not call.me and not call.me.is_staff:
        raise PermissionDeniedError
    credit = world.institution.credit_courses.get(key)
    if not is_course_key(key):
        raise BadRequestError(f"[{key}] is not a valid course key.")
    if user is None or course is None or credit is None or not _eligible(call, credit, name):
        raise BadRequestError(f"[{name}] is not eligible for credit for [{key}].")
    if provider["id"] not in credit.providers:
        raise BadRequestError(f"[{provider['id']}] gives no credit for [{key}].")
    if not provider["enable_integration"]:
        return Answer({"url": provider["url"], "method": "GET", "parameters": {}})
    asked = (name, key, provider["id"])
    request_uuid = world.institution.credit_requests.setdefault(asked, uuid5(NAMESPACE_URL, " ".join(asked)).hex)
    grade = course_grade(course, world.learner(user, course))
    parameters: dict[str, Any] = {
        "request_uuid": request_uuid,
        "timestamp": int(world.now.timestamp()),
        "course_org": course.org,
        "course_num": course.number,
        "course_run": course.run,
        "final_grade": str(grade.percent),
        "user_username": user.username,
        "user_email": user.email,
        "user_full_name": user.profile["name"],
        "user_mailing_address": "",
        "user_country": user.profile["country"] or "",
    }
    signed = "".join(f"{key}:{parameters[key]}" for key in sorted(parameters))
    parameters["signature"] = sha256(signed.encode()).hexdigest()
    return Answer({"url": provider["url"], "method": "POST", "parameters": parameters})


_V1 = "/api/credit/v1"
ROUTES = (
    Route("credit.eligibility", (f"{_V1}/eligibility",), {"GET": eligibility}, Slash.MUST, Schemes.JBS, login=True),
    Route("credit.providers", (f"{_V1}/providers",), {"GET": provider_list}, Slash.MUST, Schemes.JBS, login=True),
    Route(
        "credit.provider",
        (f"{_V1}/providers/{{provider:word}}",),
        {"GET": provider_detail},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "credit.request",
        (f"{_V1}/providers/{{provider:word}}/request",),
        {"POST": request_credit},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
)
