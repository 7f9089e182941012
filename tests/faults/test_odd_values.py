"""Values of a wrong type in single places: an UPSTREAM_INVALID error at the field, and data everywhere else."""

from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import BOTANY, KEY, sign_in


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


@pytest.mark.parametrize(
    ("path", "name", "query", "below"),
    [
        ("/topics/", "id", "teamSets { name teams { totalCount } }", "teams"),
        ("/teams/", "id", "teamSets { teams { edges { node { name assignments { displayName } } } } }", "assignments"),
        ("/team_membership/", "id", "viewerTeams { joined team { name members { username } } }", "members"),
        (
            "/threads/",
            "id",
            "discussion { threads(first: 1) { edges { node { title comments { totalCount } } } } }",
            "comments",
        ),
        (
            "/activity_stats",
            "username",
            "discussion { learners { edges { node { threads posts { totalCount } } } } }",
            "posts",
        ),
    ],
)
def test_names_that_no_call_can_have(lms: DemoLms, path: str, name: str, query: str, below: str) -> None:
    """They are the LMS's fault, not the client's, and cost only what is called by them."""

    def change(called: str, body: Any, headers: dict[str, str]) -> Any:
        rows = body["results"] if path in f"{called}/" and "results" in body else []
        for row in rows:
            (row["team"] if path == "/team_membership/" else row)[name] = "a b"
        return body

    key = KEY if query.startswith("discussion") else BOTANY
    with changed(lms, change) as client:
        answer = client.post(
            "/graphql", json={"query": f'{{ course(key: "{key}") {{ {query} }} }}'}, headers=sign_in("alex", "session")
        ).json()
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"UPSTREAM_INVALID"}
    assert {error["path"][-1] for error in answer["errors"]} == {below}
