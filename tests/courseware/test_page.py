"""The unit page: its calls, its waves, and the result for each person."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import KEY

PAGE = "pages/courseware:CoursewarePage"
BLOCK = "block-v1:OpenedX+DemoX+DemoCourse+type@"
SEQUENCE = f"{BLOCK}sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
METADATA = f"/api/course_home/course_metadata/{KEY}"
OUTLINE = f"/api/course_home/outline/{KEY}"
NAVIGATION = f"/api/course_home/v1/navigation/{KEY}"
COURSE = f"/api/courseware/course/{KEY}"
SCHEDULE = f"/api/learning_sequences/v1/course_outline/{KEY}"
RESUME = f"/api/courseware/resume/{KEY}"
OPEN = f"/api/courseware/sequence/{SEQUENCE}"
DISCUSSION = f"/api/discussion/v1/courses/{KEY}"
TOPICS = f"/api/discussion/v2/course_topics/{KEY}"
BOOKMARKS = "/api/bookmarks/v1/bookmarks/"
EVERYBODY = [METADATA, NAVIGATION, COURSE]


def ask(gateway: Gateway, user: str, scheme: str = "JWT", *, sizes: tuple[int, ...] = ()) -> Answer:
    if sizes:
        gateway.lms.hold(*sizes)
    return gateway.ask(text_of(PAGE), {"key": KEY, "sequence": SEQUENCE}, user=user, scheme=scheme)


def rest(gateway: Gateway, path: str, user: str, scheme: str = "session", **query: str) -> Any:
    return gateway.lms.rest(path, user, scheme, **query).body


@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_a_session_takes_ten_calls_in_two_waves(gateway: Gateway, user: str) -> None:
    answer = ask(gateway, user, "session", sizes=(9, 1))
    answer.sound()
    first = [*EVERYBODY, SCHEDULE, RESUME, OPEN, DISCUSSION, TOPICS, BOOKMARKS]
    assert waves(answer.calls) == [sorted(first), [f"/api/user_tours/v1/{user}"]]


def test_bookmarks_are_not_called_with_a_jwt_and_have_an_error(gateway: Gateway) -> None:
    answer = ask(gateway, "alex", "JWT", sizes=(8, 1))
    first = [*EVERYBODY, SCHEDULE, RESUME, OPEN, DISCUSSION, TOPICS]
    assert waves(answer.calls) == [sorted(first), ["/api/user_tours/v1/alex"]]
    assert [(error["path"], error["extensions"]["code"]) for error in answer.errors] == [
        (["course", "bookmarks"], "UNAUTHENTICATED")
    ]
    assert "bearer or session" in answer.errors[0]["message"]
    assert answer.data["course"]["bookmarks"] is None


def test_a_bearer_token_asks_no_view_that_would_take_it_for_nobody(gateway: Gateway) -> None:
    answer = ask(gateway, "alex", "Bearer", sizes=(6,))
    assert waves(answer.calls) == [sorted([*EVERYBODY, DISCUSSION, TOPICS, BOOKMARKS])]
    assert set(answer.codes) == {"UNAUTHENTICATED"}
    fields = {tuple(part for part in error["path"] if isinstance(part, str)) for error in answer.errors}
    assert fields == {
        ("viewer", "tour"),
        ("course", "resume"),
        ("course", "sequence"),
        ("course", "outline", "sections", "sequences", "name"),
    }


def test_a_visitor_takes_no_call_that_needs_a_sign_in(gateway: Gateway) -> None:
    answer = ask(gateway, "anonymous", sizes=(5,))
    assert waves(answer.calls) == [sorted([METADATA, OUTLINE, COURSE, SCHEDULE, OPEN])]
    assert answer.data["viewer"] == {"username": None, "timezone": None, "isAuthenticated": False, "tour": None}
    assert answer.data["course"]["access"]["hasAccess"] is False
    assert answer.data["course"]["outline"] is None
    fields = sorted(error["path"][-1] for error in answer.errors)
    assert fields == ["block", "bookmarks", "discussion"]
    assert set(answer.codes) == {"UNAUTHENTICATED"}


def test_the_course_is_asked_for_the_selected_fields_only(gateway: Gateway) -> None:
    answer = ask(gateway, "alex", "session")
    asked = next(parse_qs(call.query)["requested_fields"][0] for call in answer.calls if call.path == COURSE)
    assert asked.split(",") == [
        "access_expiration",
        "can_access_proctored_exams",
        "certificate_data",
        "content_type_gating_enabled",
        "course_exit_page_is_active",
        "course_goals",
        "effort",
        "end",
        "enrollment",
        "enrollment_end",
        "enrollment_start",
        "entrance_exam_data",
        "language",
        "learning_assistant_enabled",
        "license",
        "linkedin_add_to_profile_url",
        "marketing_url",
        "notes",
        "offer",
        "pacing",
        "related_programs",
        "show_calculator",
        "user_has_passing_grade",
        "user_needs_integrity_signature",
        "verification_status",
        "verify_identity_url",
    ]


def test_celebrations_are_asked_of_one_endpoint(gateway: Gateway) -> None:
    query = "query Q($key: CourseKey!) { course(key: $key) { celebrations { streakLengthToCelebrate } license } }"
    answer = gateway.ask(query, {"key": KEY})
    answer.sound()
    assert [call.path for call in answer.calls] == [COURSE]
    assert parse_qs(answer.calls[0].query)["requested_fields"] == ["celebrations,license"]


@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_values_are_those_of_the_lms(gateway: Gateway, user: str) -> None:
    course = rest(gateway, COURSE, user)
    opened, resume = rest(gateway, OPEN, user), rest(gateway, RESUME, user)
    tours = rest(gateway, f"/api/user_tours/v1/{user}", user)
    settings = rest(gateway, DISCUSSION, user)
    topics = rest(gateway, TOPICS, user)
    bookmarks = rest(gateway, BOOKMARKS, user, course_id=KEY, fields="display_name,path")
    gateway.lms.reset()
    data = ask(gateway, user, "session").sound()
    shown = data["course"]
    assert data["viewer"]["tour"]["courseHomeTourStatus"] == tours["course_home_tour_status"].replace("-", "_").upper()
    assert data["viewer"]["tour"]["showCoursewareTour"] is tours["show_courseware_tour"]
    assert shown["license"] == course["license"]
    assert shown["language"] == course["language"]
    assert shown["effort"] == course["effort"]
    assert shown["pacing"] == {"self": "SELF", "instructor": "INSTRUCTOR"}[course["pacing"]]
    assert shown["userHasPassingGrade"] is course["user_has_passing_grade"]
    assert shown["courseExitPageIsActive"] is course["course_exit_page_is_active"]
    assert shown["contentTypeGatingEnabled"] is course["content_type_gating_enabled"]
    assert shown["needsIntegritySignature"] is course["user_needs_integrity_signature"]
    assert shown["verifyIdentityUrl"] == course["verify_identity_url"]
    assert shown["verificationStatus"] == course["verification_status"]
    assert shown["notes"] == course["notes"]
    exam = course["entrance_exam_data"]
    assert shown["entranceExam"] == {
        "enabled": exam["entrance_exam_enabled"],
        "passed": exam["entrance_exam_passed"],
        "key": exam["entrance_exam_id"] or None,
        "currentScore": exam["entrance_exam_current_score"],
        "minimumScorePercent": exam["entrance_exam_minimum_score_pct"],
    }
    assert shown["relatedPrograms"] == programs(course["related_programs"])
    for field, key in (("block", "block_id"), ("section", "section_id"), ("unit", "unit_id")):
        assert shown["resume"][field] == (resume[key] and {"key": resume[key]})
    assert shown["sequence"] == sequence(opened, gateway.lms.url)
    assert shown["bookmarks"]["totalCount"] == bookmarks["count"]
    assert [edge["node"]["key"] for edge in shown["bookmarks"]["edges"]] == [
        r["usage_id"] for r in bookmarks["results"]
    ]
    if "provider" in settings:
        assert shown["discussion"] == {
            "provider": settings["provider"],
            "isPostingEnabled": settings["is_posting_enabled"],
            "showDiscussions": settings["show_discussions"],
            "topics": [
                {
                    "lmsId": topic["id"],
                    "name": topic["name"],
                    "usageKey": topic["usage_key"],
                    "enabledInContext": topic["enabled_in_context"],
                    "threadCounts": topic["thread_counts"],
                }
                for topic in topics
            ],
        }
    else:
        assert shown["discussion"] is None


def programs(rows: Any) -> Any:
    if rows is None:
        return None
    return [
        {
            **{name: row[name] for name in ("uuid", "title", "slug", "url")},
            "progress": {
                "completed": row["progress"]["completed"],
                "inProgress": row["progress"]["in_progress"],
                "notStarted": row["progress"]["not_started"],
            },
        }
        for row in rows
    ]


def sequence(opened: dict[str, Any], base: str) -> dict[str, Any]:
    gate = opened["gated_content"]
    return {
        "key": opened["item_id"],
        "title": opened["display_name"],
        "name": opened["display_name"],
        "format": opened["format"],
        "position": opened["position"],
        "nextUrl": opened["next_url"],
        "prevUrl": opened["prev_url"],
        "bannerText": opened["banner_text"],
        "isTimeLimited": opened["is_time_limited"],
        "isProctored": opened["is_proctored"],
        "isHiddenAfterDue": opened["is_hidden_after_due"],
        "showCompletion": opened["show_completion"],
        "savePosition": opened["save_position"],
        "excludeUnits": opened["exclude_units"],
        "navigationDisabled": opened["navigation_disabled"],
        "gatedContent": {
            "gated": gate["gated"],
            "prereqUrl": gate["prereq_url"] and base + gate["prereq_url"],
            "prereqKey": gate["prereq_id"],
            "prereqSectionName": gate["prereq_section_name"],
            "gatedSectionName": gate["gated_section_name"],
        },
        "units": [
            {
                "key": item["id"],
                "title": item.get("page_title", item.get("display_name")),
                "type": item["type"],
                "complete": item.get("complete"),
                "graded": item.get("graded"),
                "bookmarked": item.get("bookmarked"),
                "path": item.get("path"),
                "isGated": bool(item.get("is_gated")),
                "containsContentTypeGatedContent": item.get("contains_content_type_gated_content"),
            }
            for item in opened["items"]
        ],
    }


@pytest.mark.parametrize("user", ["alex", "sam"])
def test_the_outline_joins_navigation_and_schedule(gateway: Gateway, user: str) -> None:
    blocks = rest(gateway, NAVIGATION, user, "JWT")["blocks"]
    schedule = rest(gateway, SCHEDULE, user, "JWT")["outline"]["sequences"]
    shown = ask(gateway, user, "JWT").data["course"]["outline"]["sections"]
    found = [row for section in shown for row in section["sequences"]]
    assert len(found) == sum(block["type"] in {"sequential", "lock"} for block in blocks.values())
    assert len(found) >= 8
    for row in found:
        planned, block = schedule[row["key"]], blocks[row["key"]]
        assert (row["accessible"], row["start"]) == (planned["accessible"], planned["start"])
        assert row["effectiveStart"] == planned["effective_start"]
        assert [unit["key"] for unit in row["units"]] == block["children"]
        assert [unit["title"] for unit in row["units"]] == [blocks[key]["display_name"] for key in block["children"]]
