"""Writes in the forum: posts, changes and deletions can be read back, by others too."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .conftest import Client
from .served import DEMO

API = "/api/discussion/v1"
KEY = DEMO.replace("+", "%2B")
POST = {
    "course_id": DEMO,
    "topic_id": "course-general",
    "type": "discussion",
    "title": "Swarm!",
    "raw_body": "In a tree.",
}


def post(lms: Client, user: str, **changes: Any) -> dict[str, Any]:
    answer = lms(user, "POST", f"{API}/threads/", POST | changes)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def reply(lms: Client, user: str, thread: str, text: str, parent: str | None = None) -> dict[str, Any]:
    body = {"thread_id": thread, "raw_body": text} | ({"parent_id": parent} if parent else {})
    answer = lms(user, "POST", f"{API}/comments/", body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def patch(lms: Client, user: str, path: str, **changes: Any) -> httpx.Response:
    return lms(user, "PATCH", f"{API}/{path}/", changes, Content_Type="application/merge-patch+json")


def thread(lms: Client, user: str, thread_id: str) -> dict[str, Any]:
    found: dict[str, Any] = lms.get(user, f"{API}/threads/{thread_id}/")
    return found


def test_a_new_thread_leads_the_list_and_counts_in_its_topic(lms: Client) -> None:
    def count() -> int:
        topics = lms.get("sam", f"/api/discussion/v2/course_topics/{DEMO}?topic_id=course-general")
        found: int = topics[0]["thread_counts"]["discussion"]
        return found

    before, posted = count(), post(lms, "alex", following=True)
    assert (posted["author"], posted["following"], posted["comment_count"]) == ("alex", True, 1)
    rows = lms.get("sam", f"{API}/threads/?course_id={KEY}")["results"]
    assert next(row["id"] for row in rows if not row["pinned"]) == posted["id"]
    assert count() == before + 1
    assert thread(lms, "sam", posted["id"])["following"] is False


def test_comments_count_nest_and_become_unread_for_others(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    patch(lms, "alex", f"threads/{posted}", read=True)
    response = reply(lms, "sam", posted, "Call the club.")
    child = reply(lms, "taylor", posted, "Or us.", response["id"])
    seen = thread(lms, "alex", posted)
    assert (seen["comment_count"], seen["response_count"], seen["unread_comment_count"]) == (3, 1, 2)
    (listed,) = lms.get("alex", f"{API}/comments/?thread_id={posted}")["results"]
    assert (listed["child_count"], listed["children"]) == (1, [])
    (found,) = lms.get("alex", f"{API}/comments/{response['id']}/")["results"]
    assert (found["id"], found["parent_id"], found["author_label"]) == (child["id"], response["id"], "Staff")
    # Looking at the thread does not make it read; saying so does.
    assert thread(lms, "alex", posted)["unread_comment_count"] == 2
    assert patch(lms, "alex", f"threads/{posted}", read=True).json()["unread_comment_count"] == 0


def test_votes_flags_and_following_are_each_persons_own(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    changed = patch(lms, "sam", f"threads/{posted}", voted=True, following=True, abuse_flagged=True).json()
    assert (changed["voted"], changed["vote_count"], changed["following"]) == (True, 1, True)
    seen = thread(lms, "alex", posted)
    assert (seen["voted"], seen["vote_count"], seen["following"], seen["abuse_flagged"]) == (False, 1, False, False)
    flagged = lms.get("taylor", f"{API}/threads/?course_id={KEY}&flagged=true&topic_id=course-general")["results"]
    assert [row["id"] for row in flagged] == [posted]
    assert patch(lms, "sam", f"threads/{posted}", voted=False).json()["vote_count"] == 0


def test_the_author_edits_and_the_edit_is_kept(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    changed = patch(lms, "alex", f"threads/{posted}", title="Swarm gone", raw_body="It **left**.").json()
    assert (changed["title"], changed["rendered_body"]) == ("Swarm gone", "<p>It <strong>left</strong>.</p>")
    assert changed["last_edit"]["original_body"] == "In a tree."
    assert (changed["edit_by_label"], changed["preview_body"]) == (None, "It left.")
    refused = patch(lms, "sam", f"threads/{posted}", title="Mine", raw_body="Mine")
    expected = {name: {"developer_message": "This field is not editable."} for name in ("title", "raw_body")}
    assert (refused.status_code, refused.json()) == (400, {"field_errors": expected})
    body = {"raw_body": "It left.", "edit_reason_code": "format-change"}
    moderated = patch(lms, "taylor", f"threads/{posted}", **body).json()
    assert (moderated["edit_by_label"], moderated["last_edit"]["reason"]) == ("Staff", "Formatting changes needed")


def test_moderators_see_all_reports_and_dismiss_them(lms: Client) -> None:
    posted = post(lms, "drew")["id"]
    for user in ("alex", "sam"):
        patch(lms, user, f"threads/{posted}", abuse_flagged=True)
    assert patch(lms, "sam", f"threads/{posted}", abuse_flagged=False).json()["abuse_flagged"] is False
    assert [thread(lms, user, posted)["abuse_flagged"] for user in ("alex", "sam", "quinn")] == [True, False, True]
    assert patch(lms, "quinn", f"threads/{posted}", abuse_flagged=False).json()["abuse_flagged"] is False
    assert thread(lms, "alex", posted)["abuse_flagged"] is False


def test_only_the_author_and_moderators_know_who_moderated(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    patch(lms, "quinn", f"threads/{posted}", raw_body="In a hedge.", edit_reason_code="format-change")
    patch(lms, "quinn", f"threads/{posted}", closed=True, close_reason_code="off-topic")
    names = ("edit_by_label", "last_edit", "closed_by", "closed_by_label", "close_reason")
    for user, shown in (("alex", True), ("taylor", True), ("sam", False)):
        assert {thread(lms, user, posted)[name] is not None for name in names} == {shown}, user


def test_endorsement_does_not_name_an_anonymous_author(lms: Client) -> None:
    asked = post(lms, "alex", type="question", anonymous=True)["id"]
    answer = reply(lms, "sam", asked, "Wait for the evening.")["id"]
    for user, shown in (("alex", None), ("quinn", "quinn")):
        patch(lms, user, f"comments/{answer}", endorsed=True)
        (found,) = lms.get("sam", f"{API}/comments/?thread_id={asked}&endorsed=true")["results"]
        assert (found["endorsed"], found["endorsed_by"]) == (True, shown)


def test_html_in_a_body_stays_text(lms: Client) -> None:
    posted = post(lms, "sam", raw_body="<script>alert(1)</script>\n\n`a < b`")
    assert posted["rendered_body"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p><code>a &lt; b</code></p>"


def test_the_asker_endorses_an_answer(lms: Client) -> None:
    asked = post(lms, "alex", type="question")["id"]
    answer = reply(lms, "sam", asked, "Wait for the evening.")["id"]
    assert patch(lms, "sam", f"comments/{answer}", endorsed=True).status_code == 400
    marked = patch(lms, "alex", f"comments/{answer}", endorsed=True).json()
    assert (marked["endorsed"], marked["endorsed_by"]) == (True, None)
    (found,) = lms.get("sam", f"{API}/comments/?thread_id={asked}&endorsed=true")["results"]
    assert (found["endorsed_by"], found["endorsed_by_label"]) == ("alex", None)
    assert thread(lms, "sam", asked)["has_endorsed"] is True
    assert patch(lms, "alex", f"comments/{answer}", endorsed=False).json()["endorsed"] is False
    assert thread(lms, "sam", asked)["has_endorsed"] is False


def test_closing_stops_writing(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    assert patch(lms, "alex", f"threads/{posted}", closed=True).status_code == 400
    closed = patch(lms, "taylor", f"threads/{posted}", closed=True, close_reason_code="off-topic").json()
    assert (closed["closed_by"], closed["close_reason"]) == ("taylor", "Post is off-topic")
    seen = thread(lms, "alex", posted)
    assert (seen["closed"], seen["editable_fields"]) == (True, ["abuse_flagged", "read"])
    assert lms("sam", "POST", f"{API}/comments/", {"thread_id": posted, "raw_body": "But"}).status_code == 403
    assert patch(lms, "taylor", f"threads/{posted}", closed=False).json()["closed_by"] is None


def test_deleting_takes_the_replies_along(lms: Client) -> None:
    posted = post(lms, "alex")["id"]
    response = reply(lms, "sam", posted, "One")["id"]
    child = reply(lms, "alex", posted, "Two", response)["id"]
    assert lms("alex", "DELETE", f"{API}/comments/{response}/").status_code == 403
    assert lms("sam", "DELETE", f"{API}/comments/{response}/").status_code == 204
    assert thread(lms, "sam", posted)["comment_count"] == 1
    assert lms("sam", "GET", f"{API}/comments/{child}/").status_code == 500
    assert lms("sam", "DELETE", f"{API}/threads/{posted}/").status_code == 403
    assert lms("alex", "DELETE", f"{API}/threads/{posted}/").status_code == 204
    assert lms("alex", "GET", f"{API}/threads/{posted}/").status_code == 500


def test_an_anonymous_post_names_nobody(lms: Client) -> None:
    posted = post(lms, "sam", anonymous=True)
    assert (posted["author"], posted["author_label"], posted["anonymous"]) == (None, None, True)
    image = lms.get("alex", f"{API}/threads/{posted['id']}/?requested_fields=profile_image")
    assert image["users"] == {}
    listed = lms.get("alex", f"{API}/threads/?course_id={KEY}&author=sam&page_size=100")["results"]
    assert posted["id"] not in [row["id"] for row in listed]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"title": " "}, {"title": "This field may not be blank."}),
        ({"type": "poll"}, {"type": '"poll" is not a valid choice.'}),
        ({"following": "maybe"}, {"following": "Must be a valid boolean."}),
        ({"course_id": "a+b+c"}, {"course_id": "Invalid value."}),
    ],
)
def test_refused_posts(lms: Client, changes: dict[str, Any], errors: dict[str, str]) -> None:
    answer = lms("alex", "POST", f"{API}/threads/", POST | changes)
    expected = {name: {"developer_message": text} for name, text in errors.items()}
    assert (answer.status_code, answer.json()) == (400, {"field_errors": expected})


def test_replies_end_at_the_second_level_and_stay_in_their_thread(lms: Client) -> None:
    posted, other = post(lms, "alex")["id"], post(lms, "alex")["id"]
    response = reply(lms, "sam", posted, "One")["id"]
    child = reply(lms, "alex", posted, "Two", response)["id"]
    for thread_id, parent in ((posted, child), (other, response)):
        body = {"thread_id": thread_id, "parent_id": parent, "raw_body": "Three"}
        answer = lms("sam", "POST", f"{API}/comments/", body)
        assert (answer.status_code, list(answer.json()["field_errors"])) == (400, ["parent_id"])


@pytest.mark.parametrize(
    ("feature", "changes", "status", "body"),
    [
        ("discussion_blackout", {}, 403, {"developer_message": "Discussions are in blackout period."}),
        ("discussion_only_verified", {}, 400, {"detail": "Only verified users can post in discussions."}),
        ("discussion_captcha", {"captcha_token": "x"}, 400, {"error": "CAPTCHA verification failed."}),
        (
            "discussion_captcha",
            {},
            400,
            {"field_errors": {"captcha_token": {"developer_message": "This field is required."}}},
        ),
    ],
)
def test_posting_is_refused_to_learners_only(
    lms: Client, feature: str, changes: dict[str, Any], status: int, body: dict[str, Any]
) -> None:
    lms.lms.world.features.chosen = {feature: True}
    refused = lms("sam", "POST", f"{API}/threads/", POST | changes)
    assert (refused.status_code, refused.json()) == (status, body)
    assert lms("sam", "POST", f"{API}/comments/", {"thread_id": "1", "raw_body": "x"} | changes).status_code == status
    assert post(lms, "quinn")["author"] == "quinn"


def test_the_fourth_post_in_a_row_is_one_too_many(lms: Client) -> None:
    lms.lms.world.features.chosen = {"discussion_rate_limit": True}
    for _ in range(3):
        post(lms, "sam")
    refused = lms("sam", "POST", f"{API}/threads/", POST)
    assert (refused.status_code, refused.json()) == (429, "Too many requests")
    assert "retry-after" not in refused.headers
    assert post(lms, "alex")["author"] == "alex"


def test_new_thread_of_a_divided_topic_is_of_the_author_s_cohort(lms: Client) -> None:
    posted = post(lms, "sam", topic_id="course-meetups")
    assert (posted["group_id"], posted["group_name"]) == (2, "South")
    assert lms("alex", "GET", f"{API}/threads/{posted['id']}/").status_code == 404
    refused = lms("sam", "POST", f"{API}/threads/", POST | {"group_id": 1})
    assert list(refused.json()["field_errors"]) == ["group_id"]
    moved = patch(lms, "quinn", f"threads/{posted['id']}", group_id=1).json()
    assert moved["group_name"] == "North"
    assert thread(lms, "alex", posted["id"])["group_id"] == 1


def test_outsiders_write_nothing(lms: Client) -> None:
    assert lms("jordan", "POST", f"{API}/threads/", POST).status_code == 404
    assert lms("jordan", "POST", f"{API}/comments/", {"thread_id": "1", "raw_body": "x"}).status_code == 404
    assert patch(lms, "jordan", "threads/1", voted=True).status_code == 404
