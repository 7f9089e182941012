"""The list of endpoints, and the check of `gateway check` for endpoints that an LMS does not have."""

import os
import subprocess
import sys

import pytest

from loaders.endpoint import Scope
from loaders.endpoints.catalog import CATALOG_COURSE
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.registry import endpoints, probe_target
from tests.support.front import Front, answer
from tests.support.lms import DemoLms


def check(url: str) -> str:
    environment = {**os.environ, "GATEWAY_LMS_BASE_URL": url}
    process = subprocess.run(
        [sys.executable, "-m", "gateway", "check"], env=environment, capture_output=True, text=True, check=False
    )
    assert process.returncode == 0
    return process.stdout


def test_names_are_unique_and_found_where_they_are_declared() -> None:
    names = [endpoint.name for endpoint in endpoints() if endpoint is not MOBILE_ENROLLMENT]  # a row of another's
    assert len(names) == len(set(names))
    assert CATALOG_COURSE in endpoints()


def test_endpoints_that_write_are_not_probed() -> None:
    assert probe_target(COURSE_METADATA) is None
    assert probe_target(CATALOG_COURSE) == "/api/courses/v1/courses/course-v1:Lectern+Check+1"


def test_public_endpoints_are_open_reads_with_a_time_to_live() -> None:
    public = [endpoint for endpoint in endpoints() if endpoint.scope is Scope.PUBLIC]
    assert public
    for endpoint in public:
        assert endpoint.method == "GET"
        assert endpoint.ttl > 0
        assert endpoint.anonymous or endpoint.service != "lms"
        assert not endpoint.effects


def test_check_lists_what_this_lms_lacks(lms: DemoLms) -> None:
    assert "all of the endpoints are there" in check(lms.url)
    lms.faults({"/api/mobile/v4/course_info/": {"status": 501}})
    printed = check(lms.url)
    assert "optional   missing on this LMS:\n           mobile/blocks\n           mobile/updates\n" in printed
    assert "unknown" not in printed


def test_check_lists_endpoints_that_an_answer_does_not_decide(front: Front) -> None:
    """A server error, a proxy's page or a broken connection say nothing about what the LMS has."""
    page = answer("404 Not Found", b"<html><h1>404</h1><hr>nginx</html>", "text/html")
    own = answer("404 Not Found", b"<!doctype html>", "text/html", "Vary: Cookie", "Content-Language: en")
    front.play("/api/mobile/v4/users/", answer("500 Internal Server Error", b"<h1>500</h1>", "text/html"))
    front.play("/api/mobile/v4/course_info/blocks/", page)
    front.play("/api/mobile/v4/course_info/course", None)
    front.play("/api/program_enrollments/", answer("429 Too Many Requests"))
    front.play("/api/learner-pathway-progress/", own)
    printed = check(front.url)
    assert "all of the endpoints are there" not in printed
    assert "optional   missing on this LMS:\n           learner_pathway_progress/progress\n" in printed
    lines = printed[printed.index("optional   unknown whether they are there:") :].splitlines()
    assert [line.strip() for line in lines[1:5]] == [
        "mobile/blocks: status 404 (text/html)",
        "mobile/course_enrollments: answers with status 500",
        "mobile/updates: does not answer: it closed the connection",
        "program_enrollments/user_courses: status 429 (no content type)",
    ]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429])
def test_check_knows_an_endpoint_by_its_refusal(lms: DemoLms, status: int) -> None:
    lms.faults({"/api/mobile/": {"status": status}})
    assert "all of the endpoints are there" in check(lms.url)
