"""The discussions page: the course, the set-up of its discussions, the tree of topics, and any list of threads."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.compare import differences
from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.lms import waves
from tests.support.people import KEY

PAGE, TOPIC_PAGE = "pages/discussions:DiscussionsPage", "pages/discussions:DiscussionTopics"
SETUP = f"/api/discussion/v1/courses/{KEY}"
SETTINGS = f"{SETUP}/settings"
TREE = f"/api/discussion/v3/course_topics/{KEY}"
THREADS = "/api/discussion/v1/threads/"
METADATA = f"/api/course_home/course_metadata/{KEY}"
COHORTS = f"/api/cohorts/v1/courses/{KEY}/cohorts/"
Json = dict[str, Any]


def ask(gateway: Gateway, user: str = "alex", scheme: str = "JWT", **variables: Any) -> Answer:
    return gateway.ask(text_of(PAGE), {"key": KEY, **variables}, user=user, scheme=scheme)


def group_of(row: Json) -> Json | None:
    if row["group_id"] is None:
        return None
    return {"id": global_id("DiscussionGroup", KEY, str(row["group_id"])), "name": row["group_name"]}


def thread_of(row: Json) -> Json | None:
    """A thread as the list shows it."""
    plain = """topic_id type title preview_body author author_label read following voted vote_count comment_count
        unread_comment_count has_endorsed pinned closed abuse_flagged"""
    return fields(
        row,
        plain,
        id=global_id("Thread", row["id"]),
        authorImageUrl=row["users"][row["author"]]["profile"]["image"]["image_url_large"],
        created=instant(row["created_at"]),
        group=group_of(row),
    )


def topic_of(row: Json, *names: str) -> Json | None:
    return fields(row, " ".join(("name", *names)), id=global_id("DiscussionTopic", KEY, row["id"]), **counts_of(row))


def counts_of(row: Json) -> Json:
    return {"threadCounts": row["thread_counts"]}


def tree_of(rows: list[Json]) -> Json:
    """The tree of topics, from the rows of the LMS's third version."""
    sections = [
        {
            "key": row["id"],
            "title": row["display_name"],
            "sequences": [
                {
                    "key": sequence["id"],
                    "title": sequence["display_name"],
                    "webUrl": sequence["lms_web_url"],
                    **counts_of(sequence),
                    "topics": [topic_of(topic, "usage_key", "enabled_in_context") for topic in sequence["children"]],
                }
                for sequence in row["children"]
            ],
        }
        for row in rows
        if row["courseware"]
    ]
    return {
        "courseWideTopics": [topic_of(row) for row in rows if not row["courseware"]],
        "topicSections": sections,
        "archivedTopics": [],
    }


@pytest.mark.parametrize("user", ["alex", "sam", "robin", "drew", "quinn"])
def test_page_is_what_the_lms_sends(gateway: Gateway, user: str) -> None:
    lms = gateway.lms
    setup = lms.rest(SETUP, user).body
    image = {"requested_fields": "profile_image"}
    page = lms.rest(THREADS, user, course_id=KEY, page_size="100", **image).body
    course = ask(gateway, user, first=100).sound()["course"]
    discussion = course["discussion"]
    assert course["title"] == "Urban Beekeeping"
    plain = """provider is_posting_enabled allow_anonymous allow_anonymous_to_peers user_roles is_group_ta is_user_admin
        has_moderation_privileges is_course_staff is_course_admin blackouts group_at_subsection edit_reasons"""
    expected = fields(
        setup,
        plain,
        canNotifyAllLearners=setup["is_notify_all_learners_enabled"],
        closeReasons=setup["post_close_reasons"],
        captcha=None,
        isEmailVerified=None,
        onlyVerifiedUsersCanPost=None,
        isRateLimited=None,
        threads={
            "pageInfo": {"hasNextPage": False, "endCursor": discussion["threads"]["pageInfo"]["endCursor"]},
            "totalCount": page["pagination"]["count"],
            "searchRewrite": None,
            "edges": [{"node": thread_of(row)} for row in page["results"]],
        },
        **tree_of(lms.rest(TREE, user).body),
    )
    assert differences(discussion, expected) == []
    assert len(page["results"]) > 20


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_page_takes_four_calls_in_one_wave(gateway: Gateway, scheme: str) -> None:
    gateway.lms.hold(4)
    answer = ask(gateway, scheme=scheme)
    answer.sound()
    assert waves(answer.calls) == [sorted([METADATA, SETUP, TREE, THREADS])]


def test_next_list_needs_no_topics(gateway: Gateway) -> None:
    answer = ask(gateway, withTopics=False, status="UNREAD")
    answer.sound()
    assert answer.paths == sorted([METADATA, SETUP, THREADS])


def test_moderator_gets_settings_cohorts_and_reports_in_the_same_wave(gateway: Gateway) -> None:
    settings, cohorts = (gateway.lms.rest(path, "quinn").body for path in (SETTINGS, COHORTS))
    listed = gateway.lms.rest(THREADS, "quinn", course_id=KEY, count_flagged="true", page_size="100").body["results"]
    gateway.lms.hold(6)
    answer = ask(gateway, "quinn", moderates=True, first=100)
    course = answer.sound()["course"]
    assert waves(answer.calls) == [sorted([METADATA, SETUP, TREE, THREADS, SETTINGS, COHORTS])]
    assert course["cohorts"] == [
        {"id": global_id("Cohort", KEY, str(row["id"])), "name": row["name"]} for row in cohorts
    ]
    assert course["discussion"]["settings"] == {
        "divisionScheme": "cohort",
        "alwaysDivideInlineDiscussions": False,
        "dividedInlineTopics": [],
        "dividedCourseWideTopics": settings["divided_course_wide_discussions"],
    }
    shown = [edge["abuseFlaggedCount"] for edge in course["discussion"]["threads"]["edges"]]
    assert shown == [row["abuse_flagged_count"] for row in listed]
    assert sum(shown) == 2


@pytest.mark.parametrize("variables", [{"moderates": True}, {"status": "FLAGGED"}])
def test_learner_who_asks_as_a_moderator_loses_the_list_only(gateway: Gateway, variables: Json) -> None:
    answer = ask(gateway, **variables)
    discussion = answer.data["course"]["discussion"]
    assert (discussion["threads"], discussion["provider"]) == (None, "openedx")
    assert [(error["extensions"]["code"], error["path"][-1]) for error in answer.errors] == [("FORBIDDEN", "threads")]
    if "moderates" in variables:
        assert (discussion["settings"], answer.data["course"]["cohorts"]) == (None, None)


TOPIC = global_id("DiscussionTopic", KEY, "course-general")
FILTERS: dict[str, tuple[Json, str, Json]] = {
    "topics": ({"topics": [TOPIC, "course-help"]}, "alex", {"topic_id": "course-general,course-help"}),
    "order": ({"orderBy": "VOTES"}, "alex", {"order_by": "vote_count"}),
    "comments": ({"orderBy": "COMMENTS"}, "sam", {"order_by": "comment_count"}),
    "view": ({"status": "UNANSWERED"}, "alex", {"view": "unanswered"}),
    "unread": ({"status": "UNREAD"}, "sam", {"view": "unread"}),
    "unresponded": ({"status": "UNRESPONDED"}, "sam", {"view": "unresponded"}),
    "type": ({"type": "QUESTION"}, "alex", {"thread_type": "question"}),
    "search": ({"search": "roof & sun"}, "alex", {"text_search": "roof & sun"}),
    "following": (
        {"following": True, "type": "DISCUSSION"},
        "alex",
        {"following": "true", "thread_type": "discussion"},
    ),
    "flagged": ({"status": "FLAGGED"}, "quinn", {"flagged": "true"}),
    "group": ({"group": global_id("Cohort", KEY, "2")}, "quinn", {"group_id": "2"}),
    "thread's group": ({"group": global_id("DiscussionGroup", KEY, "1")}, "quinn", {"group_id": "1"}),
}


@pytest.mark.parametrize("name", FILTERS)
def test_filter_is_the_lms_s_own(gateway: Gateway, name: str) -> None:
    variables, user, parameters = FILTERS[name]
    rows = gateway.lms.rest(THREADS, user, course_id=KEY, page_size="100", **parameters).body["results"]
    answer = ask(gateway, user, withTopics=False, first=100, **variables)
    edges = answer.sound()["course"]["discussion"]["threads"]["edges"]
    assert [edge["node"]["id"] for edge in edges] == [global_id("Thread", row["id"]) for row in rows]
    assert answer.paths.count(THREADS) == 1


def test_search_says_which_other_words_it_looked_for(gateway: Gateway) -> None:
    threads = ask(gateway, search="queeen").sound()["course"]["discussion"]["threads"]
    assert (threads["searchRewrite"], threads["totalCount"]) == ("queen", 1)


@pytest.mark.parametrize(
    "variables",
    [
        {"topics": ["course-general"], "following": True},
        {"topics": ["course-general"], "search": "x"},
        {"search": "x", "following": True},
        {"search": "x" * 256},
        {"topics": [global_id("DiscussionTopic", "course-v1:A+B+C", "x")]},
        {"group": "north"},
        {"group": global_id("Cohort", "course-v1:A+B+C", "1")},
        {"first": 101},
        {"after": "x"},
    ],
)
def test_list_that_cannot_be_is_refused_before_its_call(gateway: Gateway, variables: Json) -> None:
    answer = ask(gateway, withTopics=False, **variables)
    assert [(error["extensions"]["code"], error["path"][-1]) for error in answer.errors] == [
        ("BAD_USER_INPUT", "threads")
    ]
    assert THREADS not in answer.paths


@pytest.mark.parametrize("broken", [TREE, THREADS, SETUP])
def test_failed_part_leaves_the_others(gateway: Gateway, broken: str) -> None:
    sound = ask(gateway).sound()["course"]["discussion"]
    gateway.lms.faults({broken: {"status": 503}, SETTINGS: {}})
    answer = ask(gateway)
    discussion = answer.data["course"]["discussion"]
    lost = {
        TREE: {"courseWideTopics", "topicSections", "archivedTopics"},
        THREADS: {"threads"},
        SETUP: set(sound) - {"courseWideTopics", "topicSections", "archivedTopics", "threads"},
    }[broken]
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert {name for name in sound if discussion[name] != sound[name]} <= lost
    assert {discussion[name] for name in lost} == {None}


@pytest.mark.parametrize("user", ["jordan", "anonymous"])
def test_discussions_are_closed_to_people_outside_of_the_course(gateway: Gateway, user: str) -> None:
    answer = ask(gateway, user)
    assert answer.data["course"]["discussion"] is None
    assert answer.data["course"]["title"] == "Urban Beekeeping"
    assert answer.codes == (["UNAUTHENTICATED"] if user == "anonymous" else [])


def test_newer_release_sends_the_requirements_of_posting(gateway: Gateway) -> None:
    gateway.lms.features({"discussion_captcha": True, "discussion_only_verified": True, "discussion_blackout": True})
    discussion = ask(gateway, "sam", withTopics=False).sound()["course"]["discussion"]
    assert discussion["captcha"] == {"isEnabled": True, "siteKey": "demo-site-key"}
    assert (discussion["isEmailVerified"], discussion["onlyVerifiedUsersCanPost"], discussion["isRateLimited"]) == (
        False,
        True,
        False,
    )
    assert (discussion["isPostingEnabled"], len(discussion["blackouts"])) == (False, 1)


def test_topics_alone_are_the_same_tree(gateway: Gateway) -> None:
    tree = tree_of(gateway.lms.rest(TREE, "alex").body)
    answer = gateway.ask(text_of(TOPIC_PAGE), {"key": KEY})
    discussion = answer.sound()["course"]["discussion"]
    assert differences({name: discussion[name] for name in tree}, tree) == []
    assert answer.paths == sorted([SETUP, TREE])


def test_page_has_the_same_id_for_every_selection(gateway: Gateway) -> None:
    """Otherwise a client's cache would lose what one query has of a page when another query asks for less."""
    query = """query($key: CourseKey!) { course(key: $key) { discussion {
      threads(first: 2) { id edges { id %s } }
      learner(username: "sam") { posts(first: 1) { id edges { id %s } } }
    } } }"""
    counted, plain = ("abuseFlaggedCount", "abuseFlaggedCount"), ("node { authorImageUrl }", "cursor")
    pages = [gateway.ask(query % names, {"key": KEY}, user="taylor").sound() for names in (counted, plain)]
    ids = [
        (one["threads"]["id"], [edge["id"] for edge in one["threads"]["edges"]], one["learner"]["posts"]["id"])
        for one in (page["course"]["discussion"] for page in pages)
    ]
    assert ids[0] == ids[1]
