"""The list of endpoints, and how `gateway check` finds out which of them an LMS lacks."""

import os
import subprocess
import sys

from loaders.catalog import endpoints, probe_target
from loaders.course import CATALOG_COURSE, COURSE_METADATA
from loaders.endpoint import Scope
from loaders.mobile import MOBILE_ENROLLMENT
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


def test_nothing_that_writes_is_probed() -> None:
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
    told = check(lms.url)
    assert "missing on this LMS" in told
    assert "mobile/updates" in told
