"""A thread with its responses and their replies, and one response by its id."""

from collections import Counter
from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.compare import differences
from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.lms import Call, waves
from tests.support.people import KEY, sign_in
from tests.writes.people import credentials

PAGE, SINGLE = "pages/discussions:DiscussionThread", "discussions/discussions:DiscussionComment"
THREADS, COMMENTS = "/api/discussion/v1/threads/", "/api/discussion/v1/comments/"
IMAGE = {"requested_fields": "profile_image"}
Json = dict[str, Any]


def ask(gateway: Gateway, thread: str, user: str = "alex", scheme: str = "JWT", **variables: Any) -> Answer:
    return gateway.ask(text_of(PAGE), {"id": thread, **variables}, user=user, scheme=scheme)


def rest(gateway: Gateway, path: str, user: str, **query: str) -> Json:
    found: Json = gateway.lms.rest(path, user, **query).body
    return found


def image(row: Json) -> Any:
    return None if row["author"] is None else row["users"][row["author"]]["profile"]["image"]["image_url_large"]


def edit_of(row: Json, *names: str) -> Json | None:
    edit = row["last_edit"]
    if edit is None:
        return None
    plain = " ".join(("reason_code", *names))
    return fields(edit, plain, editor=edit["editor_username"], created=instant(edit["created_at"]))


def post_of(row: Json, kind: str) -> Json:
    plain = """raw_body author author_label voted vote_count abuse_flagged edit_by_label editable_fields can_delete"""
    found = fields(
        row,
        plain,
        id=global_id(kind, row["id"]),
        renderedBodyHtml=row["rendered_body"],
        authorImageUrl=image(row),
        isAnonymous=row["anonymous"],
        isAnonymousToPeers=row["anonymous_to_peers"],
        created=instant(row["created_at"]),
        updated=instant(row["updated_at"]),
        lastEdit=edit_of(row),
    )
    assert found is not None
    return found


def comment_of(row: Json) -> Json:
    return {**post_of(row, "Comment"), "abuseFlaggedByAnyone": row["abuse_flagged_any_user"]}


def response_of(row: Json) -> Json:
    plain = "child_count endorsed endorsed_by endorsed_by_label"
    return {**comment_of(row), **(fields(row, plain, endorsedAt=instant(row["endorsed_at"])) or {})}


def thread_of(row: Json) -> Json:
    plain = """type title topic_id read following pinned has_endorsed comment_count unread_comment_count closed
        closed_by closed_by_label close_reason"""
    group = None
    if row["group_id"] is not None:
        group = {"id": global_id("DiscussionGroup", KEY, str(row["group_id"])), "name": row["group_name"]}
    found = fields(row, plain, course={"key": KEY}, group=group)
    return {**post_of(row, "Thread"), **(found or {}), "lastEdit": edit_of(row, "original_body")}


def replied(gateway: Gateway, thread: str, count: int) -> None:
    """Writes this many responses to a thread, each with a reply."""
    headers = {**sign_in("alex", "JWT"), "Accept": "application/json"}
    for number in range(count):
        body = {"thread_id": thread, "raw_body": f"Response {number}"}
        parent = gateway.lms.post(COMMENTS, body, headers).body["id"]
        gateway.lms.post(COMMENTS, {**body, "parent_id": parent}, headers)


@pytest.mark.parametrize(("thread", "user"), [("2", "alex"), ("4", "sam"), ("14", "drew"), ("26", "quinn")])
def test_thread_is_what_the_lms_sends(gateway: Gateway, thread: str, user: str) -> None:
    sent = rest(gateway, f"{THREADS}{thread}/", user, **IMAGE)
    merged = {"merge_question_type_responses": "true", "page_size": "10"}
    listed = rest(gateway, COMMENTS, user, thread_id=thread, **merged, **IMAGE)
    replies = {row["id"]: rest(gateway, f"{COMMENTS}{row['id']}/", user, **IMAGE) for row in listed["results"]}
    answer = ask(gateway, thread, user)
    found = answer.sound()["thread"]
    comments = found.pop("comments")
    assert differences(found, thread_of(sent)) == []
    shown = [edge["node"] for edge in comments["edges"]]
    assert comments["totalCount"] == len(shown) == listed["pagination"]["count"]
    for node, row in zip(shown, listed["results"], strict=True):
        below = node.pop("replies")
        assert differences(node, response_of(row)) == []
        expected = [comment_of(reply) for reply in replies[row["id"]]["results"]]
        assert differences([edge["node"] for edge in below["edges"]], expected) == []
        assert (below["totalCount"], below["pageInfo"]["hasNextPage"]) == (len(expected), False)
    nested = [row for row in listed["results"] if row["child_count"]]
    assert len(answer.calls) == 2 + len(nested)


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_thread_takes_two_calls_and_then_one_for_each_response_with_replies(gateway: Gateway, scheme: str) -> None:
    gateway.lms.hold(2, 1)
    answer = ask(gateway, "2", scheme=scheme)
    answer.sound()
    assert waves(answer.calls) == [[COMMENTS, f"{THREADS}2/"], [f"{COMMENTS}2/"]]


def most_at_once(calls: list[Call]) -> int:
    """How many of these calls ran at the same time."""
    ends = [(call.at + 0.9 * (call.took_ms or 0) / 1000, -1) for call in calls]
    running, most = 0, 0
    for _, change in sorted([(call.at, 1) for call in calls] + ends):
        running += change
        most = max(most, running)
    return most


def test_replies_are_asked_four_at_a_time(gateway: Gateway) -> None:
    replied(gateway, "25", 9)
    gateway.lms.faults({COMMENTS: {"latency_ms": 80}})
    answer = ask(gateway, "25")
    nodes = [edge["node"] for edge in answer.sound()["thread"]["comments"]["edges"]]
    assert [len(node["replies"]["edges"]) for node in nodes] == [1] * 9
    below = [call for call in answer.calls if call.path not in {COMMENTS, f"{THREADS}25/"}]
    assert (len(below), most_at_once(below)) == (9, 4)


def test_more_replies_than_calls_are_refused_before_any(gateway: Gateway) -> None:
    text = """query($id: ID!, $after: String) { thread(id: $id) {
        comments(first: 100) { edges { node { replies(first: 7, after: $after) { totalCount } } } } } }"""
    answer = gateway.ask(text, {"id": "2", "after": global_id("offset", "2")})
    assert (answer.codes, answer.calls) == (["QUERY_TOO_COMPLEX"], [])


def test_newest_responses_first_are_the_lms_s_own_order(gateway: Gateway) -> None:
    listed = rest(gateway, COMMENTS, "alex", thread_id="7", reverse_order="true")["results"]
    edges = ask(gateway, "7", newestFirst=True).sound()["thread"]["comments"]["edges"]
    assert [edge["node"]["id"] for edge in edges] == [global_id("Comment", row["id"]) for row in listed]
    assert len(listed) > 1


def test_replies_of_one_response_that_fail_leave_all_others(gateway: Gateway) -> None:
    replied(gateway, "2", 2)
    sound = ask(gateway, "2").sound()["thread"]
    gateway.lms.faults({f"{COMMENTS}2/": {"status": 503}})
    answer = ask(gateway, "2")
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == [
        ("UPSTREAM_UNAVAILABLE", ["thread", "comments", "edges", 0, "node", "replies"])
    ]
    sound["comments"]["edges"][0]["node"]["replies"] = None
    assert answer.data["thread"] == sound


@pytest.mark.parametrize(("thread", "user"), [("27", "alex"), ("1", "jordan")])
def test_thread_of_another_cohort_or_course_is_null(gateway: Gateway, thread: str, user: str) -> None:
    assert ask(gateway, thread, user).sound() == {"thread": None}


def single(gateway: Gateway, comment: str, user: str = "alex", scheme: str = "JWT", **variables: Any) -> Answer:
    headers = credentials(user, scheme)
    return gateway.ask(text_of(SINGLE), {"id": comment, **variables}, user="anonymous", headers=headers)


@pytest.mark.parametrize("user", ["alex", "sam", "quinn"])
def test_response_by_its_id_is_the_one_of_the_thread(gateway: Gateway, user: str) -> None:
    listed = rest(gateway, COMMENTS, user, thread_id="2", page_size="100", **IMAGE)["results"]
    (row_of_it,) = (row for row in listed if row["id"] == "2")
    replies = rest(gateway, f"{COMMENTS}2/", user, **IMAGE)["results"]
    found = single(gateway, global_id("Comment", "2"), user).sound()["comment"]
    expected = {
        **response_of(row_of_it),
        "thread": {"id": global_id("Thread", "2"), "title": "Hello from Bogota", "course": {"key": KEY}},
        "parent": None,
        "replies": {
            "pageInfo": {"hasNextPage": False, "endCursor": found["replies"]["pageInfo"]["endCursor"]},
            "totalCount": len(replies),
            "edges": [{"node": comment_of(reply)} for reply in replies],
        },
    }
    assert differences(found, expected) == []


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session", "cookies"])
def test_response_is_read_by_a_patch_that_changes_nothing(gateway: Gateway, scheme: str) -> None:
    gateway.lms.hold(2, 2)
    answer = single(gateway, "2", scheme=scheme)
    answer.sound()
    replies, own, author, thread = f"{COMMENTS}2/", f"{COMMENTS}2/", "/api/user/v1/accounts", f"{THREADS}2/"
    assert waves(answer.calls) == [[own, replies], [thread, author]]
    (patch,) = (call for call in answer.calls if call.method == "PATCH")
    assert (patch.body, patch.headers["content-type"]) == ("{}", "application/merge-patch+json")
    assert Counter(call.method for call in answer.calls) == {"GET": 3, "PATCH": 1}


def test_reply_leads_to_its_response_and_its_thread(gateway: Gateway) -> None:
    """Fields that only identify them cost no call; equal calls are made once."""
    text = """query($id: ID!) { comment(id: $id) { replies { edges { node {
        thread { id lmsId } parent { id %s } } } } } }"""
    named = gateway.ask(text % "lmsId", {"id": "2"})
    nodes = [edge["node"] for edge in named.sound()["comment"]["replies"]["edges"]]
    own = {"thread": {"id": global_id("Thread", "2"), "lmsId": "2"}, "parent": {"id": global_id("Comment", "2")}}
    assert nodes == [{**own, "parent": {**own["parent"], "lmsId": "2"}}] * 2
    assert len(named.calls) == 2
    answer = gateway.ask(text % "author", {"id": "2"})
    nodes = [edge["node"] for edge in answer.sound()["comment"]["replies"]["edges"]]
    assert nodes == [{**own, "parent": {**own["parent"], "author": "morgan"}}] * 2
    assert len(answer.calls) == 3


def test_response_is_read_afresh_after_a_write(gateway: Gateway) -> None:
    text = """mutation($key: CourseKey!, $id: ID!) {
        a: setCourseGoal(input: {course: $key, daysPerWeek: 1, subscribedToReminders: true}) {
          query { comment(id: $id) { rawBody } } }
        b: setCourseGoal(input: {course: $key, daysPerWeek: 2, subscribedToReminders: true}) {
          query { comment(id: $id) { rawBody } } } }"""
    answer = gateway.ask(text, {"key": KEY, "id": "2"})
    assert {row["query"]["comment"]["rawBody"] for row in answer.sound().values()} == {
        "Welcome! Does the height trouble them?"
    }
    assert [call.method for call in answer.calls] == ["POST", "PATCH"] * 2


def test_cookies_without_the_csrf_pair_read_no_single_comment(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(SINGLE), {"id": "2"}, scheme="session")
    assert answer.data == {"comment": None}
    assert answer.codes == ["FORBIDDEN"]


@pytest.mark.parametrize("comment", ["", "a b", "1/../2", "x" * 65])
def test_id_that_cannot_be_one_is_refused_without_a_call(gateway: Gateway, comment: str) -> None:
    answer = single(gateway, comment)
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


def test_missing_response_is_null_where_the_lms_says_so(gateway: Gateway) -> None:
    gateway.lms.faults({COMMENTS: {"status": 404}})
    assert single(gateway, "99").sound() == {"comment": None}
