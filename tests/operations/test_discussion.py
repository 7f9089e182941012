"""Discussions: topics and threads of a course, a thread and its responses, each in one wave."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import waves
from tests.support.people import KEY

SETUP = f"/api/discussion/v1/courses/{KEY}"
TOPICS = f"/api/discussion/v2/course_topics/{KEY}"
THREADS = "/api/discussion/v1/threads/"
COMMENTS = "/api/discussion/v1/comments/"
PEOPLE = ("alex", "sam", "taylor")

Json = dict[str, Any]


def thread_of(row: Json) -> Json | None:
    """A thread as the list shows it."""
    plain = "title type author author_label comment_count vote_count voted following read pinned closed abuse_flagged"
    return fields(
        row,
        plain,
        id=global_id("Thread", row["id"]),
        created=instant(row["created_at"]),
        updated=instant(row["updated_at"]),
        renderedBodyHtml=row["rendered_body"],
    )


def comment_of(row: Json) -> Json | None:
    """A response as the thread's screen shows it."""
    return fields(
        row,
        "author author_label endorsed vote_count voted child_count",
        id=global_id("Comment", row["id"]),
        created=instant(row["created_at"]),
        renderedBodyHtml=row["rendered_body"],
        authorImageUrl=image(row),
    )


def image(row: Json) -> Any:
    if row["author"] is None:
        return None
    return row["users"][row["author"]]["profile"]["image"]["image_url_large"]


def responses(gateway: Gateway, user: str, thread_id: str, endorsed: str) -> list[Json]:
    """One of the two lists of responses that a question has."""
    parameters = {"thread_id": thread_id, "endorsed": endorsed, "requested_fields": "profile_image"}
    found: list[Json] = gateway.lms.rest(COMMENTS, user, **parameters, page_size="100").body["results"]
    return found


def question(gateway: Gateway, user: str = "alex") -> Json:
    """A question with endorsed and other responses."""
    rows = gateway.lms.rest(THREADS, user, course_id=KEY, page_size="100").body["results"]
    questions = [row for row in rows if row["type"] == "question" and row["has_endorsed"]]
    found: Json = next(row for row in questions if responses(gateway, user, row["id"], "false"))
    return found


@pytest.mark.parametrize("user", PEOPLE)
def test_discussion_is_what_the_lms_sends(gateway: Gateway, user: str) -> None:
    lms = gateway.lms
    settings = lms.rest(SETUP, user).body
    topics = lms.rest(TOPICS, user).body
    wanted = [topic["id"] for topic in topics[:3]]
    rows = lms.rest(THREADS, user, course_id=KEY, topic_id=",".join(wanted), page_size="100").body["results"]
    variables = {"key": KEY, "topics": wanted, "first": 100}
    answer = gateway.ask(text_of("mobile/app:MobileDiscussion"), variables, user=user)
    expected = fields(
        settings,
        "allow_anonymous user_roles has_moderation_privileges",
        topics=[
            fields(
                topic, "name", id=global_id("DiscussionTopic", KEY, topic["id"]), threadCounts=topic["thread_counts"]
            )
            for topic in topics
        ],
        threads={
            "pageInfo": {
                "hasNextPage": False,
                "endCursor": answer.data["course"]["discussion"]["threads"]["pageInfo"]["endCursor"],
            },
            "edges": [{"node": thread_of(row)} for row in rows],
        },
    )
    assert len(rows) > 3
    assert differences(answer.sound()["course"]["discussion"], expected) == []


def test_discussion_is_one_wave_and_topics_are_one_call(gateway: Gateway) -> None:
    gateway.lms.hold(3)
    variables = {"key": KEY, "topics": ["course-general", "course-help"], "first": 5}
    answer = gateway.ask(text_of("mobile/app:MobileDiscussion"), variables)
    answer.sound()
    assert waves(answer.calls) == [sorted([SETUP, TOPICS, THREADS])]
    (call,) = (call for call in answer.calls if call.path == THREADS)
    assert "topic_id=course-general,course-help&" in call.query
    assert "profile_image" not in call.query


@pytest.mark.parametrize("user", ["jordan", "anonymous"])
def test_discussion_is_closed_to_people_outside_of_the_course(gateway: Gateway, user: str) -> None:
    answer = gateway.ask(text_of("mobile/app:MobileDiscussion"), {"key": KEY, "first": 5}, user=user)
    assert answer.data == {"course": {"discussion": None}}
    closed = [("UNAUTHENTICATED", ["course", "discussion"])] if user == "anonymous" else []
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == closed


def test_threads_are_paged(gateway: Gateway) -> None:
    query = """query($k: CourseKey!, $n: Int!, $a: String) { course(key: $k) { discussion {
      threads(first: $n, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } }
    } } }"""
    rows = gateway.lms.rest(THREADS, "alex", course_id=KEY, page_size="100").body["results"]
    found: list[str] = []
    after = None
    while True:
        answer = gateway.ask(query, {"k": KEY, "n": 7, "a": after}).sound()
        page = answer["course"]["discussion"]["threads"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == [global_id("Thread", row["id"]) for row in rows]
    assert page["totalCount"] == len(rows) > 14


@pytest.mark.parametrize("user", PEOPLE)
def test_question_shows_its_responses_endorsed_first(gateway: Gateway, user: str) -> None:
    asked = question(gateway, user)
    lists = [responses(gateway, user, asked["id"], flag) for flag in ("true", "false")]
    gateway.lms.hold(2)
    answer = gateway.ask(text_of("mobile/app:MobileThread"), {"id": asked["id"], "first": 100}, user=user)
    thread = answer.sound()["thread"]
    assert waves(answer.calls) == [sorted([COMMENTS, f"{THREADS}{asked['id']}/"])]
    assert all("requested_fields=profile_image" in call.query for call in answer.calls)
    assert all(lists), "the demo has no such question any more"
    shown = [edge["node"] for edge in thread["comments"]["edges"]]
    assert differences(shown, [comment_of(row) for row in [*lists[0], *lists[1]]]) == []
    assert thread["comments"]["totalCount"] == len(shown)
    single = gateway.lms.rest(f"{THREADS}{asked['id']}/", user, requested_fields="profile_image").body
    assert thread["authorImageUrl"] == image(single)
    assert (thread["title"], thread["type"]) == (asked["title"], "question")


def test_pictures_are_requested_only_if_they_are_selected(gateway: Gateway) -> None:
    query = "query($id: ID!) { thread(id: $id) { title comments { edges { node { author } } } } }"
    answer = gateway.ask(query, {"id": question(gateway)["id"]})
    answer.sound()
    assert not any("profile_image" in call.query for call in answer.calls)


def test_failed_responses_leave_the_thread(gateway: Gateway) -> None:
    thread = question(gateway)
    gateway.lms.faults({COMMENTS: {"status": 503}})
    answer = gateway.ask(text_of("mobile/app:MobileThread"), {"id": thread["id"], "first": 5})
    assert answer.data["thread"]["title"] == thread["title"]
    assert answer.data["thread"]["comments"] is None
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == [
        ("UPSTREAM_UNAVAILABLE", ["thread", "comments"])
    ]


def test_thread_leads_to_its_course_and_responses_to_their_replies(gateway: Gateway) -> None:
    rows = gateway.lms.rest(THREADS, "alex", course_id=KEY, page_size="100").body["results"]
    for row in rows:
        parameters = {"thread_id": row["id"], "merge_question_type_responses": "true", "page_size": "100"}
        comments = gateway.lms.rest(COMMENTS, "alex", **parameters).body["results"]
        parent = next((comment for comment in comments if comment["child_count"]), None)
        if parent is not None:
            break
    else:
        raise AssertionError("the demo has no replies any more")
    replies = gateway.lms.rest(f"{COMMENTS}{parent['id']}/", "alex").body["results"]
    query = """query($id: ID!) { thread(id: $id) {
      course { title } comments(first: 100) { edges { node { lmsId replies { edges { node { id author } } } } } }
    } }"""
    thread = gateway.ask(query, {"id": row["id"]}).sound()["thread"]
    assert thread["course"]["title"] == "Urban Beekeeping"
    shown = next(edge["node"] for edge in thread["comments"]["edges"] if edge["node"]["lmsId"] == parent["id"])
    nodes = [edge["node"] for edge in shown["replies"]["edges"]]
    assert nodes == [fields(reply, "author", id=global_id("Comment", reply["id"])) for reply in replies]


@pytest.mark.parametrize("thread_id", ["99999", "zzz"])
def test_unknown_thread_is_null_where_the_lms_says_so(gateway: Gateway, thread_id: str) -> None:
    """With 404. A release that breaks on such an id says what it says of any other fault."""
    variables = {"id": thread_id, "first": 5}
    answer = gateway.ask(text_of("mobile/app:MobileThread"), variables)
    assert answer.data == {"thread": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    gateway.lms.faults({"/api/discussion/v1/threads/": {"status": 404}})
    assert gateway.ask(text_of("mobile/app:MobileThread"), variables).sound() == {"thread": None}


@pytest.mark.parametrize("thread_id", ["", "1/../2", "a b", "x" * 65])
def test_id_that_cannot_be_one_is_refused_without_a_call(gateway: Gateway, thread_id: str) -> None:
    answer = gateway.ask(text_of("mobile/app:MobileThread"), {"id": thread_id, "first": 5})
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []
