"""The mobile apps' course: what the LMS sends to the same person, and all selections of blocks in one call."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import waves
from tests.support.named import named
from tests.support.people import KEY

ME = "/api/user/v1/me"
METADATA = f"/api/course_home/course_metadata/{KEY}"
OUTLINE = f"/api/course_home/outline/{KEY}"
UPDATES = f"/api/mobile/v4/course_info/{KEY}/updates"
BLOCKS = "/api/mobile/v4/course_info/blocks/"
STATUS = f"/api/mobile/v1/users/{{}}/course_status_info/{KEY}"
NOT_BEGUN = "course-v1:OpenedX+StatsX+2026_T2"
PEOPLE = ("alex", "sam", "taylor")


@pytest.mark.parametrize("user", PEOPLE)
def test_course_is_what_the_pages_and_the_mobile_api_send(gateway: Gateway, user: str) -> None:
    lms = gateway.lms
    outline = lms.rest(OUTLINE, user).body
    course = gateway.ask(text_of("mobile/app:MobileCourse"), {"key": KEY}, user=user).sound()["course"]
    assert course["access"] == fields(
        lms.rest(METADATA, user).body["course_access"], "has_access error_code user_message"
    )
    assert course["handoutsHtml"] == outline["handouts_html"]
    assert course["updates"] == [
        fields(update, "date status", id=global_id("CourseUpdate", KEY, update["id"]), contentHtml=update["content"])
        for update in lms.rest(UPDATES, user).body
    ]
    status = lms.rest(f"/api/mobile/v1/users/{user}/course_status_info/{KEY}", user)
    if user == "taylor":
        assert course["lastVisited"] is None
    else:
        assert course["lastVisited"]["blockKey"] == status.body["last_visited_block_id"]
        marked = [key for key, block in outline["course_blocks"]["blocks"].items() if block.get("resume_block")]
        assert sorted(course["lastVisited"]["path"]) == sorted(marked)


def test_lighter_endpoints_of_the_mobile_api_send_something_else(gateway: Gateway) -> None:
    """Why they are no sources of `access`, `certificate` and `lastVisited.path`."""

    def details(user: str) -> Any:
        return gateway.lms.rest(f"/api/mobile/v1/course_info/{KEY}/enrollment_details", user).body

    access = gateway.lms.rest(METADATA, "jordan").body["course_access"]
    assert details("jordan")["course_access_details"]["courseware_access"]["has_access"] is True
    assert (access["has_access"], access["error_code"]) == (False, "enrollment_required")
    assert details("sam")["certificate"] == {}
    assert gateway.lms.rest(OUTLINE, "sam").body["cert_data"]["cert_status"] == "audit_passing"
    status = gateway.lms.rest(f"/api/mobile/v1/users/alex/course_status_info/{KEY}", "alex").body
    resume = gateway.lms.rest(f"/api/courseware/resume/{KEY}", "alex").body
    assert status["last_visited_block_id"] == resume["block_id"]
    assert resume["section_id"] not in status["last_visited_module_path"]


@pytest.mark.parametrize("user", PEOPLE)
def test_blocks_are_those_of_the_mobile_api(gateway: Gateway, user: str) -> None:
    requested = (
        "children,graded,format,due,completion,student_view_multi_device,contains_gated_content,special_exam_info"
    )
    body = gateway.lms.rest(
        BLOCKS, user, course_id=KEY, username=user, depth="all", requested_fields=requested, student_view_data="video"
    ).body["blocks"]
    shown = gateway.ask(text_of("mobile/app:MobileCourse"), {"key": KEY}, user=user).sound()["course"]["blocks"]
    assert {block["key"] for block in shown} == {key for key, block in body.items() if block["type"] != "course"}
    for block in shown:
        raw = body[block["key"]]
        expected = {
            "type": raw["type"],
            "displayName": raw["display_name"],
            "childKeys": raw.get("children", []),
            "graded": raw["graded"],
            "format": raw.get("format"),
            "due": instant(raw.get("due")),
            "completion": raw.get("completion"),
            "webUrl": raw["lms_web_url"],
            "studentViewUrl": raw["student_view_url"],
            "studentViewMultiDevice": raw["student_view_multi_device"],
            "containsGatedContent": raw.get("contains_gated_content", False),
        }
        assert {name: block[name] for name in expected} == expected
        video = raw.get("student_view_data")
        assert (block["video"] is None) is (video is None)
        if video is not None:
            assert block["video"]["onlyOnWeb"] is video["only_on_web"]
            assert {one["profile"]: one["url"] for one in block["video"]["encodings"] or ()} == {
                name: one["url"] for name, one in video.get("encoded_videos", {}).items()
            }
            # The LMS says 0 of every file whose size it does not know.
            assert {one["fileSize"] for one in block["video"]["encodings"] or ()} <= {None}
    assert any(block["video"] for block in shown)
    parents = {child: block["key"] for block in shown for child in block["childKeys"]}
    places = {block["key"]: place for place, block in enumerate(shown)}
    assert all(places[parent] < places[child] for child, parent in parents.items()), "parents come first"


def test_course_is_four_calls_in_one_wave(gateway: Gateway) -> None:
    gateway.lms.hold(4)
    answer = gateway.ask(text_of("mobile/app:MobileCourse"), {"key": KEY}, headers=named("alex"))
    answer.sound()
    assert waves(answer.calls) == [sorted([METADATA, OUTLINE, UPDATES, BLOCKS])]


def test_course_is_five_calls_in_two_waves_when_nobody_is_named(gateway: Gateway) -> None:
    gateway.lms.hold(4, 1)
    answer = gateway.ask(text_of("mobile/app:MobileCourse"), {"key": KEY}, scheme="Bearer")
    answer.sound()
    assert waves(answer.calls) == [sorted([METADATA, OUTLINE, UPDATES, ME]), [BLOCKS]]


def test_position_is_the_one_that_the_app_stored(gateway: Gateway) -> None:
    def stored(user: str = "alex") -> Any:
        answer = gateway.ask(text_of("mobile/app:MobilePosition"), {"key": KEY}, user="anonymous", headers=named(user))
        assert answer.paths == sorted([f"/api/courses/v1/courses/{KEY}", STATUS.format(user)])
        return answer.sound()["course"]["storedPath"]

    before = stored()
    assert before[0].endswith("@course+block@course")
    sequence = gateway.lms.rest(STATUS.format("alex"), "alex").body["last_visited_module_id"]
    assert before[-1] == sequence
    other = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@bf0622d239515d53966c04b3098f35d8"
    assert other not in before
    write = "mutation($c: CourseKey!, $b: UsageKey!) { recordLastVisited(input: {course: $c, block: $b}) { path } }"
    written = gateway.ask(write, {"c": KEY, "b": other}).sound()["recordLastVisited"]["path"]
    assert stored() == written
    assert other in written
    assert stored("jordan") is None


def test_all_selections_of_blocks_are_one_call(gateway: Gateway) -> None:
    query = """query($k: CourseKey!) { course(key: $k) {
      tree: blocks(types: ["chapter", "video"]) { key type childKeys(types: ["video"]) }
      units: blocks(types: ["vertical"]) { due }
      one: blocks(types: ["video"]) { video { duration } ...More }
    } }
    fragment More on Block { counts { type } }"""
    answer = gateway.ask(query, {"k": KEY}, headers=named("alex"))
    course = answer.sound()["course"]
    (call,) = (call for call in answer.calls if call.path == BLOCKS)
    assert call.query.split("&")[2:] == [
        "depth=all",
        "requested_fields=children,due,show_gated_sections,special_exam_info",
        "block_types_filter=chapter,vertical,video",
        "student_view_data=video",
        "block_counts=discussion,html,problem,video",
    ]
    # Each selection sees its own types only, also between parent and child.
    assert {block["type"] for block in course["tree"]} == {"chapter", "video"}
    videos = [block["key"] for block in course["tree"] if block["type"] == "video"]
    assert [child for block in course["tree"] for child in block["childKeys"]] == videos
    assert len(course["one"]) == len(videos) > 0


@pytest.mark.parametrize(
    "types", ["null", '["course"]', '["chapter"]', '["chapter", "sequential"]', '["vertical"]', '["video", "chapter"]']
)
def test_a_block_is_the_same_in_every_list(gateway: Gateway, types: str) -> None:
    """Values that depend on the types of a list are not fields of its blocks: caches keep one record per block."""
    query = "query($k: CourseKey!) { course(key: $k) { blocks(types: %s) { id childKeys counts { type count } } } }"
    every = gateway.ask(query % "null", {"k": KEY}).sound()["course"]["blocks"]
    whole = {block["id"]: block for block in every}
    shown = gateway.ask(query % types, {"k": KEY}).sound()["course"]["blocks"]
    assert shown
    assert shown == [whole[block["id"]] for block in shown]


def test_blocks_of_other_types_are_counted_by_name(gateway: Gateway) -> None:
    query = """query($k: CourseKey!) { course(key: $k) { blocks(types: ["course"]) {
      counts { type } some: counts(types: ["vertical", "video"]) { type count }
    } } }"""
    (block,) = gateway.ask(query, {"k": KEY}).sound()["course"]["blocks"]
    assert {row["type"] for row in block["counts"]} == {"discussion", "html", "problem", "video"}
    assert [row["type"] for row in block["some"]] == ["vertical", "video"]
    assert all(row["count"] > 0 for row in block["some"])


@pytest.mark.parametrize("field", ["childKeys", "counts"])
@pytest.mark.parametrize("types", [["a b"], ["x" * 65], [str(number) for number in range(51)]])
def test_types_that_are_none_are_refused_without_a_call(gateway: Gateway, field: str, types: list[str]) -> None:
    below = " { type }" if field == "counts" else ""
    query = f"query($k: CourseKey!, $t: [String!]) {{ course(key: $k) {{ blocks {{ {field}(types: $t){below} }} }} }}"
    answer = gateway.ask(query, {"k": KEY, "t": types})
    assert answer.codes == ["BAD_USER_INPUT"]
    assert BLOCKS not in answer.paths


@pytest.mark.parametrize(
    ("types", "depth"),
    [('["course"]', "0"), ('["chapter"]', "1"), ('["vertical", "chapter"]', "3"), ('["html"]', "all"), ("null", "all")],
)
def test_depth_follows_from_the_types(gateway: Gateway, types: str, depth: str) -> None:
    answer = gateway.ask(
        f"query($k: CourseKey!) {{ course(key: $k) {{ blocks(types: {types}) {{ key }} }} }}", {"k": KEY}
    )
    assert answer.sound()["course"]["blocks"]
    (call,) = (call for call in answer.calls if call.path == BLOCKS)
    assert f"depth={depth}&" in call.query
    assert (
        call.query.endswith("requested_fields=children,show_gated_sections,special_exam_info")
        or "block_types_filter" in call.query
    )


def test_course_that_has_not_begun_has_no_blocks_and_a_reason(gateway: Gateway) -> None:
    query = "query($k: CourseKey!) { course(key: $k) { access { errorCode } blocks { key } } }"
    answer = gateway.ask(query, {"k": NOT_BEGUN})
    assert answer.sound()["course"] == {"access": {"errorCode": "course_not_started"}, "blocks": None}


def test_broken_blocks_are_an_error_where_the_course_is_open(gateway: Gateway) -> None:
    query = "query($k: CourseKey!) { course(key: $k) { title blocks { key } } }"
    sound = gateway.ask(query, {"k": KEY}).sound()
    gateway.lms.faults({BLOCKS: {"status": 500}})
    assert gateway.ask(query, {"k": KEY}).sound() == sound, "the blocks API has them too"
    gateway.lms.faults({BLOCKS: {"status": 500}, "/api/courses/v2/blocks/": {"status": 500}})
    answer = gateway.ask(query, {"k": KEY})
    assert answer.data["course"]["title"]
    assert answer.data["course"]["blocks"] is None
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == [
        ("UPSTREAM_UNAVAILABLE", ["course", "blocks"])
    ]


def test_visitor_gets_an_error_only_where_a_sign_in_would_help(gateway: Gateway) -> None:
    answer = gateway.ask(text_of("mobile/app:MobileCourse"), {"key": KEY}, user="anonymous")
    assert answer.data["course"]["access"]["errorCode"] == "authentication_required"
    assert (answer.data["course"]["blocks"], answer.data["course"]["updates"]) == (None, None)
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == [
        ("UNAUTHENTICATED", ["course", "updates"])
    ]
    assert answer.paths == [METADATA, OUTLINE, "/api/courses/v2/blocks/"]


def test_offline_downloads_of_the_apps(gateway: Gateway) -> None:
    """Points, the order of encodings, and files for offline use, which only some builds of the LMS make."""
    query = """query($key: CourseKey!) { course(key: $key) { blocks(types: ["sequential", "html", "video"]) {
      key type
      assignmentProgress { assignmentType shortLabel pointsEarned pointsPossible }
      offlineDownload { fileUrl fileSize lastModified }
      video { encodings { profile streamPriority } }
    } } }"""
    body = gateway.lms.rest(
        BLOCKS, "alex", course_id=KEY, username="alex", depth="all", student_view_data="video"
    ).body["blocks"]
    blocks = gateway.ask(query, {"key": KEY}).sound()["course"]["blocks"]
    for block in blocks:
        progress = body[block["key"]].get("assignment_progress")
        assert block["offlineDownload"] is None
        assert block["assignmentProgress"] == (
            progress
            and {
                "assignmentType": progress["assignment_type"],
                "shortLabel": None,
                "pointsEarned": progress["num_points_earned"],
                "pointsPossible": progress["num_points_possible"],
            }
        )
    videos = {block["key"]: block["video"]["encodings"] for block in blocks if block["video"]}
    assert videos
    for key, encodings in videos.items():
        raw = body[key]["student_view_data"]["encoded_videos"]
        assert {row["profile"]: row["streamPriority"] for row in encodings} == {
            profile: encoding["stream_priority"] for profile, encoding in raw.items()
        }
    gateway.lms.features({"offline": True})
    texts = [row for row in gateway.ask(query, {"key": KEY}).sound()["course"]["blocks"] if row["type"] == "html"]
    assert texts
    assert all(row["offlineDownload"]["fileSize"] == 2048 for row in texts)
    assert all(row["offlineDownload"]["fileUrl"].startswith(gateway.lms.url) for row in texts)
