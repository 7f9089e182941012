"""The bytes of a page: the REST responses of the front end compared with the query's response, compressed."""

import gzip
import json
import re
from typing import Any

import pytest

from tests.docs.markdown import ROOT
from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import KEY

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a72147a79c9820be313a4941f8f8301e"
METADATA, TOUR = f"/api/course_home/course_metadata/{KEY}", "/api/user_tours/v1/alex"
UNIT = (
    f"/api/courseware/course/{KEY}",
    f"/api/learning_sequences/v1/course_outline/{KEY}",
    METADATA,
    f"/api/courseware/sequence/{SEQUENCE}",
    f"/api/course_home/v1/navigation/{KEY}",
    f"/api/discussion/v1/courses/{KEY}",
    f"/api/discussion/v2/course_topics/{KEY}",
    TOUR,
)
PAGES: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "CourseHomePage": ("course_home", (METADATA, f"/api/course_home/outline/{KEY}", TOUR), {"withTour": True}),
    "DatesPage": ("dates", (METADATA, f"/api/course_home/dates/{KEY}", TOUR), {"withTour": True}),
    "ProgressPage": ("progress", (METADATA, f"/api/course_home/progress/{KEY}", TOUR), {"withTour": True}),
    "CoursewarePage": ("courseware", UNIT, {"sequence": SEQUENCE, "withResume": False, "withBookmarks": False}),
}
NEAR = 0.1
"""Share by which the figures of the documentation may be off: keys and moments differ from run to run."""


def compressed(body: Any) -> int:
    return len(gzip.compress(json.dumps(body, separators=(",", ":")).encode(), 6))


def documented() -> dict[str, tuple[int, int, int, int]]:
    """Calls and bytes of each page, today and then, as the documentation has them."""
    text = (ROOT / "docs" / "moving.md").read_text()
    rows = re.findall(r"^\| [^|]+ \| `(\w+)` \| [^|]+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    return {name: (int(calls), int(then), int(today), int(after)) for name, calls, then, today, after in rows}


@pytest.mark.parametrize("name", PAGES)
def test_bytes_are_as_the_documentation_has_them(gateway: Gateway, name: str) -> None:
    file, paths, given = PAGES[name]
    today = sum(compressed(gateway.lms.rest(path, "alex", "session").body) for path in paths)
    variables = {"key": KEY, **given}
    answer = gateway.ask(text_of(f"pages/{file}:{name}"), variables, user="alex", scheme="session")
    then = compressed({"data": answer.sound()})
    calls, after, bytes_today, bytes_then = documented()[name]
    assert (len(paths), 1) == (calls, after)
    assert abs(today - bytes_today) <= NEAR * bytes_today, (today, bytes_today)
    assert abs(then - bytes_then) <= NEAR * bytes_then, (then, bytes_then)
    assert then < today
