"""The benchmarked pages: an operation, its variables, and the data that the LMS needs for it."""

import base64
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

OPERATIONS = Path(__file__).parent / "operations"
"""The measured operations select what all peers implement."""
SEQUENCE = "block-v1:Demo+Large+{size}+type@sequential+block@c1s1"
CREDENTIAL = "JWT demo-alex"
SESSION = "sessionid=demo-alex"
ENROLLMENTS = 25


def _named(username: str) -> str:
    claims = {"preferred_username": username, "exp": 4102444800}
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in ({}, claims))
    return ".".join([*parts, "demo"])


NAMED = f"JWT {_named('alex')}"
"""The same learner by a token that says who it is, as those of a real LMS do: nobody has to be asked for the name."""


def large_course(outline_blocks: int) -> int:
    """The demo LMS's size of a course whose outline (course, sections, sequences) has about that many blocks.

    The demo generates sections of four sequences; with their units and components that is 53 blocks for five
    of the outline.
    """
    return round(outline_blocks / 5) * 53


@dataclass(frozen=True)
class Page:
    """One benchmarked operation.

    `session`: also signed in by session, because some of the page's endpoints take no JWT. `named`: the JWT says whose
    it is.
    """

    name: str
    title: str
    operation: str
    variables: dict[str, Any] = field(default_factory=dict)
    session: bool = False
    named: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """What a client sends."""
        headers = {"content-type": "application/json", "accept": "application/json"}
        headers["authorization"] = NAMED if self.named else CREDENTIAL
        return {**headers, "cookie": SESSION} if self.session else headers

    @property
    def query(self) -> str:
        """The text of the operation."""
        if self.operation.startswith("{"):
            return self.operation
        return (OPERATIONS / f"{self.operation}.graphql").read_text()


def _course_page(name: str, title: str, operation: str, blocks: int, *, unit: bool = False) -> Page:
    size = large_course(blocks)
    variables = {"key": f"course-v1:Demo+Large+{size}"}
    if unit:
        variables["sequence"] = SEQUENCE.format(size=size)
    return Page(name, title, operation, variables, session=unit)


HELLO = Page("hello", "hello (`{ __typename }`)", "{ __typename }")
HOME_40 = _course_page("home-40", "course home, 40 blocks", "course_home", 40)
HOME_300 = _course_page("home-300", "course home, 300 blocks", "course_home", 300)
HOME_3000 = _course_page("home-3000", "course home, 3,000 blocks", "course_home", 3000)
PROGRESS = _course_page("progress", "progress, 40 blocks", "progress", 40)
DASHBOARD = Page("dashboard", f"dashboard, {ENROLLMENTS} enrolments", "dashboard", {"first": ENROLLMENTS})
DATES = _course_page("dates", "dates, 40 blocks", "dates", 40)
UNIT = _course_page("unit", "unit page, 40 blocks", "courseware", 40, unit=True)

MOBILE = _course_page("mobile", "mobile course, 40 blocks", "mobile_course", 40)

LOAD_PAGES = (HELLO, HOME_40, HOME_300, HOME_3000, DASHBOARD, PROGRESS)
"""Pages of the load experiment; every server answers these."""

LATENCY_PAGES = (HOME_300, DATES, PROGRESS, UNIT, DASHBOARD)
"""Pages of the latency experiment; only this gateway answers all of them."""

NETWORK_PAGES = tuple(replace(page, named=True) for page in (HOME_300, DATES, PROGRESS, UNIT, MOBILE))
"""Pages of the network experiment."""

HOLD_PAGES = (HOME_300, HOME_3000, DASHBOARD, PROGRESS, UNIT, MOBILE)
"""Pages for which it is measured how long they keep others waiting."""
