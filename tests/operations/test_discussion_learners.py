"""Learners in discussions with their pictures, and the threads that one of them wrote in."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields
from tests.operations.test_discussions_page import thread_of
from tests.support.compare import differences
from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.lms import waves
from tests.support.people import KEY

PAGE, POSTS = "pages/discussions:DiscussionLearners", "pages/discussions:DiscussionLearnerPosts"
SETUP = f"/api/discussion/v1/courses/{KEY}"
STATS, LEARNER = f"{SETUP}/activity_stats", f"{SETUP}/learner/"
COURSE, ACCOUNTS = f"/api/courses/v1/courses/{KEY}", "/api/user/v1/accounts"
Json = dict[str, Any]


def ask(gateway: Gateway, name: str, user: str = "alex", scheme: str = "JWT", **variables: Any) -> Answer:
    return gateway.ask(text_of(name), {"key": KEY, **variables}, user=user, scheme=scheme)


def learners_of(answer: Answer) -> list[Json]:
    edges = answer.sound()["course"]["discussion"]["learners"]["edges"]
    return [edge["node"] for edge in edges]


@pytest.mark.parametrize(("user", "order"), [("alex", "ACTIVITY"), ("sam", "RECENCY"), ("quinn", "FLAGGED")])
def test_learners_are_what_the_lms_sends(gateway: Gateway, user: str, order: str) -> None:
    rows = gateway.lms.rest(STATS, user, order_by=order.lower(), page_size="100").body["results"]
    names = ",".join(row["username"] for row in rows)
    accounts = gateway.lms.rest(ACCOUNTS, user, username=names).body
    images = {row["username"]: row["profile_image"]["image_url_large"] for row in accounts}
    expected = [
        fields(
            row,
            "username threads responses replies active_flags inactive_flags",
            id=global_id("DiscussionLearner", KEY, row["username"]),
            imageUrl=images[row["username"]],
        )
        for row in rows
    ]
    shown = learners_of(ask(gateway, PAGE, user, orderBy=order, first=100))
    assert differences(shown, expected) == []
    assert len(shown) > 4
    assert {row["activeFlags"] is None for row in shown} == {user != "quinn"}


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_learners_take_one_call_more_for_all_pictures(gateway: Gateway, scheme: str) -> None:
    gateway.lms.hold(3, 1)
    answer = ask(gateway, PAGE, scheme=scheme)
    answer.sound()
    assert waves(answer.calls) == [sorted([COURSE, SETUP, STATS]), [ACCOUNTS]]


def test_search_and_pages_are_the_lms_s_own(gateway: Gateway) -> None:
    names = [row["username"] for row in gateway.lms.rest(STATS, "alex", username="a").body["results"]]
    assert [row["username"] for row in learners_of(ask(gateway, PAGE, search="a"))] == names
    first = ask(gateway, PAGE, search="a", first=2).sound()["course"]["discussion"]["learners"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (len(names), True)
    after = first["pageInfo"]["endCursor"]
    assert [row["username"] for row in learners_of(ask(gateway, PAGE, search="a", first=2, after=after))] == names[2:4]
    nobody = ask(gateway, PAGE, search="nobody").sound()["course"]["discussion"]["learners"]
    assert (nobody["edges"], nobody["pageInfo"]["hasNextPage"]) == ([], False)


def test_reports_are_forbidden_to_learners(gateway: Gateway) -> None:
    answer = ask(gateway, PAGE, orderBy="FLAGGED")
    assert answer.data["course"]["discussion"] == {"hasModerationPrivileges": False, "learners": None}
    assert answer.codes == ["FORBIDDEN"]


def test_failing_accounts_cost_the_pictures_only(gateway: Gateway) -> None:
    sound = learners_of(ask(gateway, PAGE))
    gateway.lms.faults({ACCOUNTS: {"status": 503}})
    answer = ask(gateway, PAGE)
    edges = answer.data["course"]["discussion"]["learners"]["edges"]
    assert [edge["node"] for edge in edges] == [{**row, "imageUrl": None} for row in sound]
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


@pytest.mark.parametrize(
    ("user", "variables", "parameters"),
    [
        ("alex", {"username": "sam"}, {}),
        ("sam", {"username": "sam", "type": "QUESTION"}, {"thread_type": "question"}),
        ("alex", {"username": "alex", "status": "UNREAD"}, {"status": "unread"}),
        ("quinn", {"username": "alex", "status": "FLAGGED"}, {"status": "flagged"}),
        ("drew", {"username": "alex", "orderBy": "VOTES"}, {"order_by": "vote_count"}),
        ("alex", {"username": "jordan"}, {}),
    ],
)
def test_threads_of_a_learner_are_what_the_lms_sends(
    gateway: Gateway, user: str, variables: Json, parameters: dict[str, str]
) -> None:
    name = variables["username"]
    rows = gateway.lms.rest(LEARNER, user, username=name, page_size="100", **parameters).body["results"]
    found = ask(gateway, POSTS, user, first=100, **variables).sound()["course"]["discussion"]["learner"]
    assert (found["id"], found["username"]) == (global_id("DiscussionLearner", KEY, name), name)
    expected = [thread_of(row) for row in rows]
    for row in expected:
        assert row is not None
        del row["pinned"]
    assert differences([edge["node"] for edge in found["posts"]["edges"]], expected) == []
    assert found["posts"]["pageInfo"]["hasNextPage"] is False


def test_threads_of_a_learner_take_one_wave_and_are_paged(gateway: Gateway) -> None:
    every = gateway.lms.rest(LEARNER, "alex", username="alex", page_size="100").body["results"]
    gateway.lms.hold(3)
    shown: list[str] = []
    after = None
    while True:
        answer = ask(gateway, POSTS, username="alex", first=7, after=after)
        page = answer.sound()["course"]["discussion"]["learner"]["posts"]
        shown += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert waves(answer.calls) == [sorted([SETUP, LEARNER, ACCOUNTS])]
    assert shown == [global_id("Thread", row["id"]) for row in every]
    assert len(shown) > 14


def test_pin_of_a_thread_is_asked_for_where_the_list_has_it_wrong(gateway: Gateway) -> None:
    text = """query($key: CourseKey!) { course(key: $key) { discussion { learner(username: "taylor") {
      threads posts(first: 100) { totalCount edges { node { title pinned } } } } } } }"""
    learner = gateway.ask(text, {"key": KEY}).sound()["course"]["discussion"]["learner"]
    pinned = {edge["node"]["title"] for edge in learner["posts"]["edges"] if edge["node"]["pinned"]}
    assert (pinned, learner["posts"]["totalCount"], learner["threads"]) == ({"House rules"}, None, 1)


@pytest.mark.parametrize("name", ["", "a/b", "a b", "x" * 300])
def test_name_that_cannot_be_one_is_refused_before_its_call(gateway: Gateway, name: str) -> None:
    answer = ask(gateway, POSTS, username=name)
    assert answer.codes == ["BAD_USER_INPUT"]
    assert LEARNER not in answer.paths


def test_flagged_threads_of_a_learner_are_for_moderators(gateway: Gateway) -> None:
    answer = ask(gateway, POSTS, username="sam", status="FLAGGED")
    assert answer.data["course"]["discussion"]["learner"]["posts"] is None
    assert answer.codes == ["FORBIDDEN"]
