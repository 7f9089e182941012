"""The discussion screens of the mobile apps: the topics of a course, and the search."""

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import waves
from tests.support.people import KEY

SETUP = f"/api/discussion/v1/courses/{KEY}"
TOPICS, THREADS = f"/api/discussion/v2/course_topics/{KEY}", "/api/discussion/v1/threads/"


@pytest.mark.parametrize("user", ["alex", "sam"])
def test_topics_are_what_the_lms_sends(gateway: Gateway, user: str) -> None:
    gateway.lms.features({"discussion_blackout": True})
    setup, topics = (gateway.lms.rest(path, user).body for path in (SETUP, TOPICS))
    gateway.lms.hold(2)
    answer = gateway.ask(text_of("mobile/app:MobileTopics"), {"key": KEY}, user=user)
    (blackout,) = setup["blackouts"]
    expected = {
        "blackouts": [{name: instant(blackout[name]) for name in ("start", "end")}],
        "isPostingEnabled": False,
        "topics": [
            fields(
                topic,
                "name usage_key",
                id=global_id("DiscussionTopic", KEY, topic["id"]),
                threadCounts=topic["thread_counts"],
            )
            for topic in topics
        ],
    }
    assert differences(answer.sound()["course"]["discussion"], expected) == []
    assert waves(answer.calls) == [sorted([SETUP, TOPICS])]


CATEGORIES = f"/api/discussion/v1/course_topics/{KEY}"


def test_topics_of_an_older_provider_are_in_categories(gateway: Gateway) -> None:
    gateway.lms.features({"discussion_categories": True})
    body = gateway.lms.rest(CATEGORIES, "alex").body
    gateway.lms.hold(2)
    answer = gateway.ask(text_of("mobile/app:MobileCategories"), {"key": KEY})
    discussion = answer.sound()["course"]["discussion"]
    assert waves(answer.calls) == [sorted([SETUP, CATEGORIES])]
    assert discussion["provider"] == "legacy"
    shown = [
        (row["name"], [(topic["name"], topic["threadCounts"]) for topic in row["topics"]])
        for row in discussion["categories"]
    ]
    assert shown == [
        (row["name"], [(topic["name"], topic["thread_counts"]) for topic in row["children"]])
        for row in body["courseware_topics"]
    ]
    assert [topic["lmsId"] for topic in discussion["generalTopics"]] == [
        topic["id"] for topic in body["non_courseware_topics"]
    ]
    other = gateway.ask(text_of("mobile/app:MobileTopics"), {"key": KEY}).sound()["course"]["discussion"]
    assert other["topics"] == []


def test_topic_of_a_category_is_found_and_names_its_threads(gateway: Gateway) -> None:
    gateway.lms.features({"discussion_categories": True})
    discussion = gateway.ask(text_of("mobile/app:MobileCategories"), {"key": KEY}).sound()["course"]["discussion"]
    category, general = discussion["categories"][0], discussion["generalTopics"][0]
    topic = category["topics"][0]
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on DiscussionCategory { name } } }"
    answer = gateway.ask(query, {"ids": [category["id"], topic["id"], general["id"]]})
    assert answer.sound()["nodes"] == [
        {"id": category["id"], "name": category["name"]}, {"id": topic["id"]}, {"id": general["id"]},
    ]  # fmt: skip
    assert answer.paths == [CATEGORIES]
    threads = """query($key: CourseKey!, $topic: ID!) { course(key: $key) { discussion {
      threads(topicIds: [$topic], first: 50) { totalCount edges { node { topicId } } }
    } } }"""
    found = gateway.ask(threads, {"key": KEY, "topic": general["id"]}).sound()["course"]["discussion"]["threads"]
    assert found["totalCount"] == sum(general["threadCounts"].values()) > 0
    assert {edge["node"]["topicId"] for edge in found["edges"]} == {general["lmsId"]}


@pytest.mark.parametrize(("text", "rewritten"), [("hive", None), ("queeen", "queen"), ("zzzzzz", None)])
def test_search_is_the_lms_s_own(gateway: Gateway, text: str, rewritten: str | None) -> None:
    found = gateway.lms.rest(THREADS, "alex", course_id=KEY, text_search=text, requested_fields="profile_image").body
    gateway.lms.hold(1)
    answer = gateway.ask(text_of("mobile/app:MobileDiscussionSearch"), {"key": KEY, "text": text})
    threads = answer.sound()["course"]["discussion"]["threads"]
    plain = """title type author author_label comment_count unread_comment_count vote_count voted following read
        pinned closed abuse_flagged"""
    expected = [
        fields(
            row,
            plain,
            id=global_id("Thread", row["id"]),
            authorImageUrl=row["users"][row["author"]]["profile"]["image"]["image_url_large"],
            created=instant(row["created_at"]),
            updated=instant(row["updated_at"]),
            renderedBodyHtml=row["rendered_body"],
        )
        for row in found["results"]
    ]
    assert differences([edge["node"] for edge in threads["edges"]], expected) == []
    assert threads["searchRewrite"] == rewritten == found["text_search_rewrite"]
    assert waves(answer.calls) == [[THREADS]]
