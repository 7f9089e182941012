"""What the front ends do today: the REST calls of each page, in their order, by a plain client.

Follows the learning MFE, the learner dashboard MFE and the mobile app for a signed-in learner: what is asked depends on
the answers where the front ends depend on them. The unit page is opened by an address that names the sequence, which
spares the front end two steps. Left out: HTML (the unit's iframe) and calls once per session (token refresh, CSRF).
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson

from benchmarks.pages import CREDENTIAL, DASHBOARD, DATES, HOME_300, MOBILE, PROGRESS, UNIT, Page

_HEADERS = {"Authorization": CREDENTIAL, "Accept": "application/json"}
_PROCTORING = "/api/edx_proctoring/v1/proctored_exam/attempt/course_id"
CONNECTIONS = 6
"""Connections of a browser to one host over HTTP/1.1."""


class Browser:
    """A front end's HTTP client: keep-alive, answers decoded, calls counted."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.calls = 0

    async def get(self, target: str) -> Any:
        """The decoded answer; None for one that is not 200 with JSON."""
        self.calls += 1
        async with self._session.get(target, headers=_HEADERS) as response:
            body = await response.read()
            json = response.status == 200 and "json" in response.content_type and body
            return orjson.loads(body) if json else None

    async def all(self, *targets: str) -> list[Any]:
        """The answers of calls made at once."""
        return list(await asyncio.gather(*map(self.get, targets)))


async def home(browser: Browser, page: Page) -> None:
    """Course home: metadata and outline, then the tour and the search flag."""
    key = page.variables["key"]
    metadata, _ = await browser.all(_metadata(key), f"/api/course_home/outline/{key}")
    await browser.all(_tour(metadata), f"/courses/{key}/courseware-search/enabled/")


async def dates(browser: Browser, page: Page) -> None:
    """Dates: metadata and dates, then the tour."""
    key = page.variables["key"]
    metadata, _ = await browser.all(_metadata(key), f"/api/course_home/dates/{key}")
    await browser.get(_tour(metadata))


async def progress(browser: Browser, page: Page) -> None:
    """Progress: metadata and progress, then the tour and one proctoring call for every subsection."""
    key = page.variables["key"]
    metadata, scores = await browser.all(_metadata(key), f"/api/course_home/progress/{key}")
    subsections = [row["block_key"] for section in scores["section_scores"] for row in section["subsections"]]
    await browser.all(
        _tour(metadata),
        *(f"{_PROCTORING}/{key}?is_learning_mfe=true&content_id={block}" for block in subsections),
    )


async def unit(browser: Browser, page: Page) -> None:
    """A unit page: course, outlines and sequence; then the sidebars and the tour; then the discussion's topics."""
    key = page.variables["key"]
    metadata, *_ = await browser.all(
        _metadata(key),
        f"/api/courseware/course/{key}?browser_timezone=UTC",
        f"/api/learning_sequences/v1/course_outline/{key}",
        f"/courses/{key}/courseware-navigation-sidebar/toggles/",
        f"/api/courseware/sequence/{page.variables['sequence']}?preview=0",
    )

    async def discussion() -> None:
        settings = await browser.get(f"/api/discussion/v1/courses/{key}")
        if settings and settings.get("provider") == "openedx":
            await browser.get(f"/api/discussion/v2/course_topics/{key}")

    after = [browser.get(f"/api/course_home/v1/navigation/{key}"), browser.get(_tour(metadata))]
    if any(tab["tab_id"] == "discussion" for tab in metadata["tabs"]):
        after.append(discussion())
    await asyncio.gather(*after)


async def mobile(browser: Browser, page: Page) -> None:
    """The app's course: the enrolment's details and the blocks, then the status, the handouts and the updates."""
    key = page.variables["key"]
    course = f"/api/mobile/v1/course_info/{key}"
    blocks = (
        f"/api/mobile/v4/course_info/blocks/?course_id={quote(key)}&username=alex&depth=all&nav_depth=3"
        "&requested_fields=contains_gated_content,show_gated_sections,special_exam_info,graded,format,"
        "student_view_multi_device,due,completion&student_view_data=video,discussion&block_counts=video"
    )
    await browser.all(f"{course}/enrollment_details", blocks)
    await browser.all(f"/api/mobile/v1/users/alex/course_status_info/{key}", f"{course}/handouts", f"{course}/updates")


async def dashboard(browser: Browser, page: Page) -> None:
    """The learner dashboard: one call."""
    await browser.get("/api/learner_home/init")


def _metadata(key: str) -> str:
    return f"/api/course_home/course_metadata/{key}?browser_timezone=UTC"


def _tour(metadata: Any) -> str:
    return f"/api/user_tours/v1/{metadata['username']}"


WATERFALLS: dict[str, tuple[Callable[[Browser, Page], Awaitable[None]], int]] = {
    HOME_300.name: (home, 2),
    DATES.name: (dates, 2),
    PROGRESS.name: (progress, 2),
    UNIT.name: (unit, 3),
    DASHBOARD.name: (dashboard, 1),
    MOBILE.name: (mobile, 2),
}
"""Page name to its loading and how many calls deep it is."""


async def measure(base_url: str, page: Page, times: int) -> tuple[list[float], int]:
    """Milliseconds of each time the page was loaded (after one for warming up), and its calls."""
    took: list[float] = []
    calls = 0
    load, _ = WATERFALLS[page.name]
    connector = aiohttp.TCPConnector(limit_per_host=CONNECTIONS)
    async with aiohttp.ClientSession(base_url, connector=connector) as session:
        for number in range(times + 1):
            browser = Browser(session)
            begun = time.perf_counter()
            await load(browser, page)
            if number:
                took.append((time.perf_counter() - begun) * 1000)
            calls = browser.calls
    return took, calls
