"""Values of the wrong kind in single places: an error of the LMS's at their own field, and all the rest."""

from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY


@pytest.mark.parametrize("odd", [7, ["x"], {"id": "x"}, None], ids=str)
def test_ids_that_are_no_ids(lms: DemoLms, odd: Any) -> None:
    """Blocks are joined by their ids: one that is none spoils the outline, and nothing else."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        for block in body.get("course_blocks", body).get("blocks", {}).values():
            block["id"] = odd
        return body

    query = f'{{ course(key: "{KEY}") {{ title outline {{ sections {{ key sequences {{ key accessible }} }} }} }} }}'
    with changed(lms, change) as client:
        answer = ask(client, query)
    assert answer["data"]["course"]["title"] == "Urban Beekeeping"
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"UPSTREAM_INVALID"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("garbage", None),
        ("2026-11-21T10:00:00Z", None),
        ("Sat, 21 Nov 2026 15:30:00 +0530", "2026-11-21T10:00:00Z"),
        ("Sat, 21 Nov 2026 10:00:00 GMT", "2026-11-21T10:00:00Z"),
        ("Sat, 21 Nov 2026 10:00:00 -0000", "2026-11-21T10:00:00Z"),
    ],
)
def test_dates_that_are_no_dates(lms: DemoLms, date: str, expected: str | None) -> None:
    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        headers["date"] = date
        return body

    with changed(lms, change) as client:
        answer = ask(client, f'{{ serverTime course(key: "{KEY}") {{ title }} }}')
    assert answer["data"] == {"serverTime": expected, "course": {"title": "Urban Beekeeping"}}
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    assert codes == ([] if expected else ["UPSTREAM_INVALID"])


def test_more_pages_than_anybody_has(lms: DemoLms) -> None:
    """A number that cannot be is not followed."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/course_enrollments/"):
            body["enrollments"]["num_pages"] = 300_000
        return body

    query = f'{{ course(key: "{KEY}") {{ title enrollment {{ mode coursewareAccess {{ hasAccess }} }} }} }}'
    with changed(lms, change) as client:
        answer = ask(client, query)
        assert answer["data"]["course"]["title"] == "Urban Beekeeping"
        lists = ask(
            client, "{ viewer { enrollments(first: 3) { edges { node { coursewareAccess { hasAccess } } } } } }"
        )
    assert {error["extensions"]["code"] for error in lists["errors"]} == {"UPSTREAM_INVALID"}
