"""Writes in discussions: posts, changes and deletions can be read back, by others too."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.people import KEY
from tests.writes.people import SCHEMES, sent, write

CREATE = "pages/discussions:CreateThread"
WRITES = "discussions/writes"
THREADS, COMMENTS = "/api/discussion/v1/threads/", "/api/discussion/v1/comments/"
POST: dict[str, Any] = {
    "course": KEY,
    "topic": global_id("DiscussionTopic", KEY, "course-general"),
    "type": "QUESTION",
    "title": "When do you harvest?",
    "rawBody": "Is **August** too late?",
}
READ = """query($id: ID!) { thread(id: $id) {
  title type rawBody author following voted voteCount abuseFlagged pinned closed closedBy closeReason read
  unreadCommentCount commentCount editByLabel lastEdit { editor reasonCode originalBody } group { name } editableFields
  comments { edges { node { lmsId rawBody voted voteCount abuseFlagged endorsed endorsedBy
    replies { edges { node { lmsId rawBody parent { lmsId } } } } } } } } }"""


def done(answer: Answer, name: str) -> Any:
    """The payload of a mutation that was done."""
    payload = answer.sound()[name]
    assert payload["userErrors"] == []
    return payload


def create(gateway: Gateway, user: str = "alex", scheme: str = "JWT", **changes: Any) -> str:
    """Posts a thread; its id."""
    answer = write(gateway, CREATE, {**POST, **changes}, user=user, scheme=scheme)
    found: str = done(answer, "createThread")["thread"]["id"]
    return found


def change(gateway: Gateway, thread: str, user: str = "alex", scheme: str = "JWT", **changes: Any) -> Any:
    """Changes a thread; the thread of the payload."""
    answer = write(gateway, f"{WRITES}:UpdateThread", {"thread": thread, **changes}, user=user, scheme=scheme)
    return done(answer, "updateThread")["thread"]


def comment(gateway: Gateway, thread: str, user: str, text: str, parent: str | None = None) -> str:
    variables = {"thread": thread, "rawBody": text, "parent": parent}
    answer = write(gateway, f"{WRITES}:CreateComment", variables, user=user)
    found: str = done(answer, "createComment")["comment"]["id"]
    return found


def change_comment(gateway: Gateway, name: str, user: str = "alex", **changes: Any) -> Any:
    answer = write(gateway, f"{WRITES}:UpdateComment", {"comment": name, **changes}, user=user)
    return done(answer, "updateComment")["comment"]


def read(gateway: Gateway, thread: str, user: str = "alex") -> Any:
    """The thread as somebody reads it."""
    return gateway.ask(READ, {"id": thread}, user=user).sound()["thread"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_thread_is_posted_and_read_by_others(gateway: Gateway, scheme: str) -> None:
    thread = create(gateway, scheme=scheme, following=True)
    shown = read(gateway, thread, "sam")
    assert (shown["title"], shown["type"], shown["author"]) == ("When do you harvest?", "question", "alex")
    assert (shown["following"], shown["read"], shown["commentCount"]) == (False, False, 1)
    assert read(gateway, thread)["following"] is True
    query = """query($k: CourseKey!) { course(key: $k) { discussion {
      threads(topicIds: ["course-general"]) { edges { node { id pinned } } } } } }"""
    listed = gateway.ask(query, {"k": KEY}, user="sam").sound()["course"]["discussion"]["threads"]["edges"]
    assert next(edge["node"]["id"] for edge in listed if not edge["node"]["pinned"]) == thread


def test_thread_is_posted_as_the_lms_takes_it(gateway: Gateway) -> None:
    given = {"following": True, "anonymous": True, "captchaToken": "t", "group": global_id("Cohort", KEY, "1")}
    answer = write(gateway, CREATE, {**POST, "topic": "course-meetups", **given}, user="quinn")
    assert done(answer, "createThread")["thread"]["group"] == {
        "id": global_id("DiscussionGroup", KEY, "1"),
        "name": "North",
    }
    assert done(answer, "createThread")["thread"]["author"] is None
    assert sent(answer) == (
        "POST",
        THREADS,
        {
            "course_id": KEY,
            "topic_id": "course-meetups",
            "type": "question",
            "title": POST["title"],
            "raw_body": POST["rawBody"],
            "following": True,
            "anonymous": True,
            "captcha_token": "t",
            "group_id": 1,
        },
    )
    assert len(answer.calls) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_votes_follows_and_reports_are_each_person_s_own(gateway: Gateway, scheme: str) -> None:
    thread = create(gateway)
    changed = change(gateway, thread, "sam", scheme, voted=True, following=True, abuseFlagged=True)
    assert (changed["voted"], changed["voteCount"], changed["following"], changed["abuseFlagged"]) == (
        True,
        1,
        True,
        True,
    )
    mine, theirs = read(gateway, thread), read(gateway, thread, "sam")
    assert [mine[name] for name in ("voted", "voteCount", "abuseFlagged")] == [False, 1, False]
    assert [theirs[name] for name in ("voted", "voteCount", "following", "abuseFlagged")] == [True, 1, True, True]
    assert change(gateway, thread, "sam", scheme, voted=False)["voteCount"] == 0


def test_author_edits_and_a_moderator_gives_a_reason(gateway: Gateway) -> None:
    thread = create(gateway)
    shown = change(gateway, thread, title="Harvest", rawBody="In July.", type="DISCUSSION", topic="course-help")
    assert (shown["title"], shown["type"], shown["topicId"]) == ("Harvest", "discussion", "course-help")
    change(gateway, thread, "quinn", rawBody="In *July*.", editReason="format-change")
    shown = read(gateway, thread)
    assert (shown["rawBody"], shown["editByLabel"]) == ("In *July*.", "Moderator")
    assert shown["lastEdit"] == {"editor": "quinn", "reasonCode": "format-change", "originalBody": "In July."}
    assert read(gateway, thread, "sam")["lastEdit"] is None


def test_moderator_pins_closes_moves_to_a_group_and_opens_again(gateway: Gateway) -> None:
    thread = create(gateway, topic="course-meetups")
    changed = change(gateway, thread, "quinn", pinned=True, group=global_id("DiscussionGroup", KEY, "2"))
    assert (changed["pinned"], changed["group"]["name"]) == (True, "South")
    assert gateway.ask(READ, {"id": thread}).sound() == {"thread": None}
    change(gateway, thread, "quinn", group="1")
    changed = change(gateway, thread, "quinn", closed=True, closeReason="duplicate")
    assert (changed["closed"], changed["closedBy"], changed["closeReason"]) == (True, "quinn", "Post is a duplicate")
    answer = write(gateway, f"{WRITES}:CreateComment", {"thread": thread, "rawBody": "But"})
    assert answer.sound()["createComment"]["userErrors"][0]["code"] == "FORBIDDEN"
    assert change(gateway, thread, "quinn", closed=False)["closed"] is False
    comment(gateway, thread, "alex", "Now.")
    assert read(gateway, thread)["commentCount"] == 2


def test_reading_is_marked_by_one_call_and_only_by_that(gateway: Gateway) -> None:
    thread = create(gateway)
    assert (read(gateway, thread, "sam")["read"], read(gateway, thread, "sam")["unreadCommentCount"]) == (False, 1)
    answer = write(gateway, f"{WRITES}:MarkThreadRead", {"thread": thread}, user="sam")
    assert done(answer, "markThreadRead")["thread"] == {"id": thread, "read": True, "unreadCommentCount": 0}
    assert len(answer.calls) == 1
    assert read(gateway, thread, "sam")["read"] is True


def test_values_that_are_wrong_in_the_answer_to_a_change_are_read_again(gateway: Gateway) -> None:
    thread = create(gateway)
    text = """mutation($id: ID!) { updateThread(input: {thread: $id, voted: true}) {
      thread { voteCount read unreadCommentCount pinned authorImageUrl } } }"""
    answer = gateway.ask(text, {"id": thread}, user="sam")
    changed = answer.sound()["updateThread"]["thread"]
    assert (changed["voteCount"], changed["read"], changed["unreadCommentCount"], changed["pinned"]) == (
        1,
        False,
        1,
        False,
    )
    assert changed["authorImageUrl"].endswith("/default_120.png")
    lms_id = answer.paths[0].rsplit("/", 2)[-2]
    assert sorted((call.method, call.path) for call in answer.calls) == [
        ("GET", f"{THREADS}{lms_id}/"),
        ("GET", "/api/user/v1/accounts"),
        ("PATCH", f"{THREADS}{lms_id}/"),
    ]


def test_responses_replies_and_their_changes_read_back(gateway: Gateway) -> None:
    thread = create(gateway)
    response = comment(gateway, thread, "sam", "July.")
    comment(gateway, thread, "quinn", "Or **August**.", response)
    assert change_comment(gateway, response, voted=True, abuseFlagged=True)["voteCount"] == 1
    assert change_comment(gateway, response, "sam", rawBody="June.")["rawBody"] == "June."
    assert change_comment(gateway, response, endorsed=True)["endorsed"] is True
    (edge,) = read(gateway, thread)["comments"]["edges"]
    node = edge["node"]
    assert (node["rawBody"], node["voted"], node["abuseFlagged"]) == ("June.", True, True)
    assert (node["endorsed"], node["endorsedBy"]) == (True, "alex")
    (reply,) = node["replies"]["edges"]
    assert (reply["node"]["rawBody"], reply["node"]["parent"]["lmsId"]) == ("Or **August**.", node["lmsId"])
    assert read(gateway, thread)["commentCount"] == 3
    text = """mutation($id: ID!) { updateComment(input: {comment: $id, endorsed: true}) {
      comment { endorsedBy endorsedAt thread { commentCount } parent { lmsId } } } }"""
    changed = gateway.ask(text, {"id": response}).sound()["updateComment"]["comment"]
    assert (changed["endorsedBy"], changed["thread"], changed["parent"]) == ("alex", {"commentCount": 3}, None)


def test_deleted_posts_are_gone_with_their_replies(gateway: Gateway) -> None:
    thread = create(gateway)
    response = comment(gateway, thread, "sam", "July.")
    comment(gateway, thread, "alex", "Why?", response)
    answer = write(gateway, f"{WRITES}:DeleteComment", {"comment": response}, user="sam")
    assert done(answer, "deleteComment")["deletedId"] == response
    assert read(gateway, thread)["commentCount"] == 1
    answer = write(gateway, f"{WRITES}:DeleteThread", {"thread": thread}, scheme="session")
    assert done(answer, "deleteThread")["deletedId"] == thread
    assert gateway.ask(READ, {"id": thread}).data == {"thread": None}


def test_query_after_a_post_has_it(gateway: Gateway) -> None:
    text = text_of(CREATE).replace(
        "userErrors {",
        "course { discussion { topics { lmsId threadCounts { question } } } } userErrors {",
        1,
    )
    before = gateway.lms.rest(f"/api/discussion/v2/course_topics/{KEY}", "alex").body
    topics = gateway.ask(text, POST).sound()["createThread"]["course"]["discussion"]["topics"]
    counts = {row["lmsId"]: row["threadCounts"]["question"] for row in topics}
    (general,) = (row for row in before if row["id"] == "course-general")
    assert counts["course-general"] == general["thread_counts"]["question"] + 1
