"""Reading the discussions: topics, lists with their filters and pages, and differences between readers."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Client
from .served import DEMO, usage
from .shapes import example, fits, misshapen

API = "/api/discussion"
KEY = DEMO.replace("+", "%2B")
THREADS = f"{API}/v1/threads/?course_id={KEY}"
UNIT, SITE = "unit-6372666038c1", "unit-92780ec97659"
# The recorded LMS sends no such code; user names are keys of `users`.
LOOSE = ("close_reason_code", "alex", "sam", "taylor", "morgan")


def threads(lms: Client, user: str, query: str = "") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = lms.get(user, f"{THREADS}&page_size=100{query}")["results"]
    return rows


def by_title(lms: Client, user: str, title: str) -> dict[str, Any]:
    return next(row for row in threads(lms, user) if row["title"] == title)


def comments(lms: Client, user: str, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = lms.get(user, f"{API}/v1/comments/?{query}")["results"]
    return rows


def test_the_answers_have_the_shapes_of_the_examples(lms: Client) -> None:
    image = "requested_fields=profile_image"
    fits("discussion.threads", lms.get("alex", f"{THREADS}&{image}"), *LOOSE)
    question = by_title(lms, "alex", "How many frames in a first box?")["id"]
    thread = by_title(lms, "alex", "Flat roof or balcony?")["id"]
    fits("discussion.thread", lms.get("alex", f"{API}/v1/threads/{thread}/?{image}"), *LOOSE)
    listed = lms.get("alex", f"{API}/v1/comments/?thread_id={thread}&{image}")
    fits("discussion.comments", listed, *LOOSE)
    endorsed = lms.get("alex", f"{API}/v1/comments/?thread_id={question}&endorsed=true&{image}")
    fits("discussion.comments.question_endorsed", endorsed, *LOOSE)
    replies = lms.get("alex", f"{API}/v1/comments/{listed['results'][0]['id']}/?{image}")
    fits("discussion.comment_children", replies, *LOOSE)
    fits("discussion.activity_stats", lms.get("alex", f"{API}/v1/courses/{DEMO}/activity_stats"))
    assert replies["results"][0]["users"].keys() == {"morgan"}
    assert endorsed["results"][0]["users"].keys() == {"taylor"}


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_topics_have_the_shape_of_the_example(lms: Client, version: str) -> None:
    fits(f"discussion.course_topics.{version}", lms.get("alex", f"{API}/{version}/course_topics/{DEMO}"))


def test_the_topic_tree_has_the_shape_of_the_example(lms: Client) -> None:
    tree, expected = lms.get("alex", f"{API}/v3/course_topics/{DEMO}"), example("discussion.course_topics.v3")
    for courseware in (True, False):
        rows = [row for row in tree if row["courseware"] is courseware]
        (first, *_) = (row for row in expected if row["courseware"] is courseware)
        assert rows
        assert not list(misshapen([first], rows))


def test_topic_counts_add_up_to_the_threads(lms: Client) -> None:
    rows = threads(lms, "taylor")
    assert len(rows) == 28
    flat = lms.get("alex", f"{API}/v2/course_topics/{DEMO}")
    counted = {row["id"]: row["thread_counts"] for row in flat}
    for topic, counts in counted.items():
        for kind, count in counts.items():
            assert count == sum(row["topic_id"] == topic and row["type"] == kind for row in rows)
    tree = lms.get("alex", f"{API}/v3/course_topics/{DEMO}")
    sequentials = [row for chapter in tree if chapter["courseware"] for row in chapter["children"]]
    assert {row["courseware"] for row in tree} == {True, False}
    for sequential in sequentials:
        kinds = [child["thread_counts"] for child in sequential["children"]]
        assert sequential["thread_counts"] == {k: sum(c[k] for c in kinds) for k in ("discussion", "question")}
    v1 = lms.get("alex", f"{API}/v1/course_topics/{DEMO}")
    units = [topic["id"] for category in v1["courseware_topics"] for topic in category["children"]]
    general = [topic["id"] for topic in v1["non_courseware_topics"]]
    assert [*general, *units] == list(counted)


def test_a_topic_url_lists_its_threads(lms: Client) -> None:
    v1 = lms.get("alex", f"{API}/v1/course_topics/{DEMO}?topic_id={UNIT},course-general")
    assert [row["id"] for row in v1["non_courseware_topics"]] == ["course-general"]
    (category,) = v1["courseware_topics"]
    url = category["thread_list_url"].removeprefix(lms.lms.world.site.base_url)
    listed = lms.get("alex", url)["results"]
    assert {row["topic_id"] for row in listed} == {UNIT}
    assert len(listed) == sum(category["children"][0]["thread_counts"].values())


def test_an_unknown_topic_fails_the_first_version_and_is_skipped_by_the_second(lms: Client) -> None:
    query = f"{DEMO}?topic_id={UNIT},nowhere"
    failed = lms("alex", "GET", f"{API}/v1/course_topics/{query}")
    assert (failed.status_code, failed.json()) == (404, {"developer_message": "Discussion not found for 'nowhere'."})
    assert [row["id"] for row in lms.get("alex", f"{API}/v2/course_topics/{query}")] == [UNIT]


def test_pages_cover_the_list_once_and_end_in_an_empty_one(lms: Client) -> None:
    seen, url = [], f"{THREADS}&page_size=10"
    while url:
        body = lms.get("sam", url.removeprefix(lms.lms.world.site.base_url))
        assert (body["pagination"]["count"], body["pagination"]["num_pages"]) == (27, 3)
        seen += [row["id"] for row in body["results"]]
        url = body["pagination"]["next"]
    assert len(seen) == len(set(seen)) == 27
    beyond = lms.get("sam", f"{THREADS}&page_size=10&page=7")
    assert (beyond["results"], beyond["pagination"]["next"]) == ([], None)
    assert beyond["pagination"]["previous"].endswith("page=6&page_size=10")
    answer = lms("sam", "GET", f"{API}/v1/courses/{DEMO}/activity_stats?page=9")
    text = "Page not found (No results on this page)."
    assert (answer.status_code, answer.json()) == (404, {"developer_message": text})


def test_pinned_threads_lead_every_order(lms: Client) -> None:
    for order in ("last_activity_at", "comment_count", "vote_count"):
        first, *rest = threads(lms, "alex", f"&order_by={order}")
        assert (first["title"], first["pinned"]) == ("House rules", True)
        if order != "last_activity_at":
            counts = [row[order] for row in rest]
            assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("query", "test"),
    [
        (f"&topic_id={UNIT},{SITE}", lambda row: row["topic_id"] in (UNIT, SITE)),
        (f"&topic_id={UNIT}&topic_id={SITE}", lambda row: row["topic_id"] in (UNIT, SITE)),
        ("&thread_type=question", lambda row: row["type"] == "question"),
        ("&following=true", lambda row: row["following"]),
        ("&author=sam", lambda row: row["author"] == "sam"),
        ("&author=nobody", lambda row: False),
        ("&view=unanswered", lambda row: row["type"] == "question" and not row["has_endorsed"]),
        ("&view=unresponded", lambda row: row["comment_count"] == 1),
        ("&view=unread", lambda row: not row["read"] or row["unread_comment_count"] > 0),
        ("&text_search=QUEEN", lambda row: "queen" in (row["title"] + row["raw_body"]).lower()),
    ],
)
def test_filters(lms: Client, query: str, test: Any) -> None:
    everything, found = threads(lms, "alex"), threads(lms, "alex", query)
    assert [row["id"] for row in found] == [row["id"] for row in everything if test(row)]
    assert len(found) < len(everything)


@pytest.mark.parametrize("query", ["topic_id=x&text_search=y", "text_search=y&following=true"])
def test_some_filters_exclude_each_other(lms: Client, query: str) -> None:
    answer = lms("alex", "GET", f"{THREADS}&{query}")
    assert answer.status_code == 400
    assert answer.json()["developer_message"].startswith("The following query parameters are mutually exclusive")


def test_questions_split_their_answers_and_discussions_do_not(lms: Client) -> None:
    question = by_title(lms, "alex", "Which nails for the frames?")
    assert question["comment_list_url"] is None
    texts = {}
    for name in ("endorsed", "non_endorsed"):
        url = question[f"{name}_comment_list_url"].removeprefix(lms.lms.world.site.base_url)
        texts[name] = [row["raw_body"] for row in lms.get("alex", url)["results"]]
    assert texts == {"endorsed": ["Drill first with a 1 mm bit."], "non_endorsed": ["Thin ones, 1.2 by 30 mm."]}
    merged = comments(lms, "alex", f"thread_id={question['id']}&merge_question_type_responses=true")
    assert [row["endorsed"] for row in merged] == [True, False]
    discussion = by_title(lms, "alex", "Flat roof or balcony?")["id"]
    for query in (f"thread_id={question['id']}", f"thread_id={discussion}&endorsed=true", ""):
        answer = lms("alex", "GET", f"{API}/v1/comments/?{query}")
        assert answer.status_code == 400
        assert answer.json()["field_errors"].keys() == ({"endorsed"} if query else {"thread_id"})


@pytest.mark.parametrize("path", ["threads/999999/", "threads/65f1a0c2d4e5f60718293a01/", "comments/999999/"])
def test_ids_the_forum_does_not_know_crash_it(lms: Client, path: str) -> None:
    answer = lms("alex", "GET", f"{API}/v1/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/html; charset=utf-8")


@pytest.mark.parametrize("user", ["jordan", "morgan"])
def test_the_forum_is_not_found_by_people_outside_the_course(lms: Client, user: str) -> None:
    paths = (f"v1/courses/{DEMO}", f"v3/course_topics/{DEMO}", f"v1/threads/?course_id={KEY}", "v1/threads/1/")
    for path in paths:
        answer = lms(user, "GET", f"{API}/{path}")
        assert (answer.status_code, answer.json()) == (404, {"developer_message": "Course not found."})


def test_moderators_see_more_and_may_do_more(lms: Client) -> None:
    course = lms.get("taylor", f"{API}/v2/courses/{DEMO}")
    assert (course["user_roles"], course["has_moderation_privileges"]) == (["Moderator", "Student"], True)
    title = "Flat roof or balcony?"
    seen, moderated = by_title(lms, "alex", title), by_title(lms, "taylor", title)
    assert (seen["abuse_flagged_count"], moderated["abuse_flagged_count"]) == (None, None)
    counted = {row["title"]: row["abuse_flagged_count"] for row in threads(lms, "taylor", "&count_flagged=true")}
    assert (counted[title], counted["Hive walk in the north"]) == (0, 1)
    extra = set(moderated["editable_fields"]) - set(seen["editable_fields"])
    assert {"closed", "pinned", "close_reason_code", "raw_body"} <= extra
    assert (moderated["can_delete"], seen["can_delete"]) == (True, False)
    assert lms("alex", "GET", f"{THREADS}&flagged=true").status_code == 403


def test_activity_counts_posts(lms: Client) -> None:
    stats = {row["username"]: row for row in lms.get("quinn", f"{API}/v1/courses/{DEMO}/activity_stats")["results"]}
    for name, row in stats.items():
        assert row["threads"] == len(threads(lms, "quinn", f"&author={name}"))
        written = comments(lms, "quinn", f"username={name}&course_id={KEY}&page_size=100")
        assert row["responses"] == sum(comment["parent_id"] is None for comment in written)
        assert row["replies"] == sum(comment["parent_id"] is not None for comment in written)
    assert "jordan" not in stats
    (one,) = lms.get("quinn", f"{API}/v1/courses/{DEMO}/activity_stats?username=SA")["results"]
    assert one == stats["sam"]


def test_threads_of_a_learner_are_those_written_in(lms: Client) -> None:
    rows = lms.get("alex", f"{API}/v1/courses/{DEMO}/learner/?username=sam&page_size=100")["results"]
    own = {row["id"] for row in threads(lms, "alex", "&author=sam")}
    found = [row["id"] for row in rows]
    assert own < set(found)
    # Latest activity first; none of these is pinned.
    assert found == [row["id"] for row in threads(lms, "alex") if row["id"] in found]


def test_threads_of_a_learner_are_filtered_and_counted_by_the_page(lms: Client) -> None:
    path = f"{API}/v1/courses/{DEMO}/learner/?username=alex"
    body = lms.get("quinn", f"{path}&page_size=3")
    assert (body["pagination"]["count"], body["pagination"]["next"] is not None) == (3, True)
    questions = lms.get("quinn", f"{path}&page_size=100&thread_type=question&status=unanswered")["results"]
    assert questions
    assert {(row["type"], row["has_endorsed"]) for row in questions} == {("question", False)}
    flagged = lms.get("quinn", f"{path}&status=flagged")["results"]
    assert [row["title"] for row in flagged] == ["Hive walk in the north"]
    refused = lms("alex", "GET", f"{path}&status=flagged")
    assert (refused.status_code, list(refused.json())) == (403, ["detail"])
    assert lms("alex", "GET", f"{path}&status=odd").status_code == 500


def test_cohorts_see_the_threads_of_divided_topics_that_are_theirs(lms: Client) -> None:
    titles = {
        user: {row["title"] for row in threads(lms, user, "&topic_id=course-meetups")}
        for user in ("alex", "sam", "quinn", "taylor", "robin")
    }
    north, south, everybody = "Hive walk in the north", "Hive walk in the south", "Share your lift"
    assert titles["alex"] == {north, everybody}
    assert titles["sam"] == {south, everybody}
    assert titles["quinn"] == titles["taylor"] == {north, south, everybody}
    assert titles["robin"] == {everybody}
    thread = by_title(lms, "sam", south)
    assert (thread["group_id"], thread["group_name"]) == (2, "South")
    hidden = lms("alex", "GET", f"{API}/v1/threads/{thread['id']}/")
    assert (hidden.status_code, hidden.json()) == (404, {"developer_message": "Thread not found."})
    assert [row["title"] for row in threads(lms, "quinn", "&group_id=2")] == [south]


def test_settings_and_cohorts_require_a_role_in_the_discussions(lms: Client) -> None:
    paths = (f"{API}/v1/courses/{DEMO}/settings", f"/api/cohorts/v1/courses/{DEMO}/cohorts/")
    for path in paths:
        codes = {user: lms(user, "GET", path).status_code for user in ("alex", "robin", "drew", "quinn", "taylor")}
        assert codes == {"alex": 403, "robin": 403, "drew": 200, "quinn": 200, "taylor": 200}
    settings, cohorts = (lms.get("drew", path) for path in paths)
    assert settings["divided_course_wide_discussions"] == ["course-meetups"]
    assert [row["name"] for row in cohorts] == ["North", "South"]


def test_search_looks_for_the_closest_word_where_nothing_is_found(lms: Client) -> None:
    found = lms.get("alex", f"{THREADS}&text_search=queeen")
    assert found["text_search_rewrite"] == "queen"
    assert [row["title"] for row in found["results"]] == ["How long does a queen live?"]
    nothing = lms.get("alex", f"{THREADS}&text_search=zzzzzz")
    assert (nothing["results"], nothing["text_search_rewrite"]) == ([], None)


def test_responses_come_in_reverse_where_that_is_asked(lms: Client) -> None:
    thread = by_title(lms, "alex", "Flat roof or balcony?")["id"]
    there = comments(lms, "alex", f"thread_id={thread}")
    back = comments(lms, "alex", f"thread_id={thread}&reverse_order=true")
    assert [row["id"] for row in back] == [row["id"] for row in there][::-1]


def test_every_unit_topic_is_a_unit_of_the_course(lms: Client) -> None:
    topics = {row["id"]: row["usage_key"] for row in lms.get("alex", f"{API}/v2/course_topics/{DEMO}")}
    assert topics[UNIT] == usage("vertical", "7d365218a7c5092655e66372666038c1")
    assert topics["course-general"] is None
