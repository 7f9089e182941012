"""The coverage page's claim that some endpoints need no call: fields from other endpoints have the same values."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from docs.generate.coverage import listed
from tests.operations.expected import instant
from tests.support.gateway import Gateway
from tests.support.people import ARCHIVED, BOTANY, KEY

Json = Any
SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
UNIT = "block-v1:OpenedX+DemoX+DemoCourse+type@vertical+block@1233e6a25ad57f8087d459b814083226"
TEAM, TOUR = "green-roofs-1a2b", "110"
PATHWAY = "29efa34c-60c6-4791-88c0-ab3b5fbd7503"


@dataclass(frozen=True)
class Case:
    """An endpoint as documented, its address in the demo, a query, and the values in the answers to both."""

    path: str
    address: str
    query: str
    shown: Callable[[Json], Json]
    sent: Callable[[Json], Json]
    user: str = "alex"
    scheme: str = "session"
    parameters: Mapping[str, str] | None = None


def course(query: str, key: str = KEY) -> str:
    return f'{{ course(key: "{key}") {{ {query} }} }}'


def picked(names: str) -> Callable[[Json], Json]:
    """The values of these keys, in order."""
    return lambda body: [body[name] for name in names.split()]


def one(rows: list[Json], **values: str) -> Json:
    """The row with these values."""
    (found,) = (row for row in rows if values.items() <= row.items())
    return found


def attempt(body: Json) -> list[Json]:
    return [body["attempt_id"], body["attempt_status"], body["exam_display_name"], body["accessibility_time_string"]]


RUNNING = "examState { activeAttempt { lmsId status examDisplayName remainingTimeText } }"


def running(data: Json) -> list[Json]:
    return list(data["course"]["examState"]["activeAttempt"].values())


def blocks_of(data: Json) -> Json:
    """The sequence and the blocks below it, by key."""
    blocks = {block["key"]: block for block in data["course"]["blocks"]}
    wanted = [SEQUENCE]
    for key in wanted:
        wanted += blocks[key]["childKeys"]
    return {key: list(blocks[key].values()) for key in wanted}


BLOCKS = Case(
    "/api/courses/{version}/blocks/{usage_key_string}",
    f"/api/courses/v1/blocks/{SEQUENCE}",
    course("blocks { key type displayName webUrl studentViewUrl childKeys }"),
    blocks_of,
    lambda body: {
        key: [*picked("id type display_name lms_web_url student_view_url")(block), block.get("children", [])]
        for key, block in body["blocks"].items()
    },
    parameters={"username": "alex", "depth": "all", "requested_fields": "children"},
)
PREFERENCES, USERS = (
    "/api/user/v1/preferences/{username}/{preference_key}",
    "/api/mobile/{api_version}/users/{username}",
)
ACCOUNT, ACCOUNT_VALUES = "{ viewer { lmsId username email name } }", picked("id username email name")

CASES = (
    Case(
        "/api/bookmarks/v1/bookmarks/{username},{usage_id}/",
        f"/api/bookmarks/v1/bookmarks/alex,{UNIT}/",
        course(
            "bookmarks(first: 100) { edges { node { key blockType displayName created path { key displayName } } } }"
        ),
        lambda data: list(one([edge["node"] for edge in data["course"]["bookmarks"]["edges"]], key=UNIT).values()),
        lambda body: [
            *picked("usage_id block_type display_name")(body),
            instant(body["created"]),
            [{"key": step["usage_key"], "displayName": step["display_name"]} for step in body["path"]],
        ],
        parameters={"fields": "display_name,path"},
    ),
    Case(
        "/api/certificates/v0/certificates/{username}/courses/{course_id}/",
        f"/api/certificates/v0/certificates/alex/courses/{ARCHIVED}/",
        "{ viewer { certificates { type status isPassing created course { key } grade downloadUrl } } }",
        lambda data: [
            *list(data["viewer"]["certificates"][0].values())[:5],
            data["viewer"]["certificates"][0]["grade"],
        ],
        lambda body: [
            *picked("certificate_type status is_passing")(body),
            instant(body["created_date"]),
            {"key": body["course_id"]},
            float(body["grade"]),
        ],
    ),
    Case(
        "/api/completion/v1/subsection-completion/{username}/{course_key}/{subsection_id}",
        f"/api/completion/v1/subsection-completion/alex/{KEY}/{SEQUENCE}",
        course("outline { sections { sequences { key complete } } }"),
        lambda data: one(
            [row for section in data["course"]["outline"]["sections"] for row in section["sequences"]], key=SEQUENCE
        )["complete"],
        lambda body: bool(body["completion"]),
    ),
    Case(
        "/api/course_experience/v1/course_deadlines_info/{course_key_string}",
        f"/api/course_experience/v1/course_deadlines_info/{KEY}",
        course(
            "hasEnded datesBanner { missedDeadlines missedGatedContent contentTypeGatingEnabled verifiedUpgradeLink }"
        ),
        lambda data: [data["course"]["hasEnded"], *data["course"]["datesBanner"].values()],
        lambda body: [
            body["has_ended"],
            *picked("missed_deadlines missed_gated_content content_type_gating_enabled verified_upgrade_link")(
                body["dates_banner_info"]
            ),
        ],
    ),
    BLOCKS,
    Case(
        "/api/credit/v1/providers/{provider_id}/",
        "/api/credit/v1/providers/lakeside-college/",
        """{ creditProviders(ids: ["lakeside-college"]) {
          key displayName url statusUrl description enableIntegration fulfillmentInstructions thumbnailUrl
        } }""",
        lambda data: list(data["creditProviders"][0].values()),
        picked("id display_name url status_url description enable_integration fulfillment_instructions thumbnail_url"),
    ),
    Case(
        "/api/edx_proctoring/v1/proctored_exam/active_attempt",
        "/api/edx_proctoring/v1/proctored_exam/active_attempt",
        course(RUNNING),
        running,
        attempt,
        user="casey",
    ),
    Case(
        "/api/edx_proctoring/v1/proctored_exam/attempt",
        "/api/edx_proctoring/v1/proctored_exam/attempt",
        course(RUNNING),
        running,
        attempt,
        user="casey",
    ),
    Case(
        "/api/edx_proctoring/v1/proctored_exam/attempt/{attempt_id}",
        "/api/edx_proctoring/v1/proctored_exam/attempt/70",
        course(RUNNING, BOTANY),
        running,
        lambda body: [
            body["id"],
            body["status"],
            body["proctored_exam"]["exam_name"],
            body["accessibility_time_string"],
        ],
        user="casey",
    ),
    Case(
        "/api/learner-pathway-progress/v1/progress/{learner_pathway_uuid}/",
        f"/api/learner-pathway-progress/v1/progress/{PATHWAY}/",
        f'{{ viewer {{ learningPathways(uuids: ["{PATHWAY}"]) {{ uuid title status steps {{ uuid status }} }} }} }}',
        lambda data: list(data["viewer"]["learningPathways"][0].values()),
        lambda body: [
            *picked("uuid title status")(body["learner_pathway_progress"]),
            [{"uuid": step["uuid"], "status": step["status"]} for step in body["learner_pathway_progress"]["steps"]],
        ],
    ),
    Case(
        "/api/mobile/{api_version}/course_info/{course_id}/handouts",
        f"/api/mobile/v1/course_info/{KEY}/handouts",
        course("handoutsHtml"),
        lambda data: data["course"]["handoutsHtml"],
        lambda body: body["handouts_html"],
    ),
    Case(
        USERS,
        "/api/mobile/v1/users/alex",
        ACCOUNT,
        lambda data: list(data["viewer"].values()),
        lambda body: [str(body["id"]), *ACCOUNT_VALUES(body)[1:]],
    ),
    Case(
        "/api/program_enrollments/v1/programs/readonly_access/",
        "/api/program_enrollments/v1/programs/readonly_access/",
        "{ viewer { programs { uuid slug } } }",
        lambda data: data["viewer"]["programs"],
        lambda body: [{"uuid": row["uuid"], "slug": row["slug"]} for row in body],
    ),
    Case(
        "/api/team/v0/team_membership/{team_id},{username}",
        f"/api/team/v0/team_membership/{TEAM},alex",
        f'{{ team(id: "{TEAM}") {{ key members {{ username joined lastActivity }} }} }}',
        lambda data: [data["team"]["key"], *one(data["team"]["members"], username="alex").values()],
        lambda body: [
            body["team"]["team_id"],
            body["user"]["username"],
            instant(body["date_joined"]),
            instant(body["last_activity_at"]),
        ],
    ),
    Case(
        PREFERENCES,
        "/api/user/v1/preferences/alex/time_zone",
        "{ viewer { preferences { key value } } }",
        lambda data: one(data["viewer"]["preferences"], key="time_zone")["value"],
        lambda body: body,
    ),
    Case(
        "/api/user_tours/discussion_tours/{tour_id}/",
        f"/api/user_tours/discussion_tours/{TOUR}/",
        "{ viewer { discussionTours { lmsId name isShown } } }",
        lambda data: list(data["viewer"]["discussionTours"][0].values()),
        picked("id tour_name show_tour"),
    ),
)
REDIRECTS = {"/api/mobile/{api_version}/my_user_info"}
"""Leads to `USERS`."""


def test_every_claim_is_compared() -> None:
    documented = {row.path for row in listed() if row.elsewhere and row.method == "GET"} - REDIRECTS
    versions = [BLOCKS.path.replace("{version}", version) for version in ("v1", "v2")]
    assert documented == {*(case.path for case in CASES if case is not BLOCKS), *versions}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_other_endpoints_have_the_same_values(gateway: Gateway, case: Case) -> None:
    body = gateway.lms.rest(case.address, case.user, case.scheme, **(case.parameters or {}))
    assert body.status == 200, body
    answer = gateway.ask(case.query, user=case.user, scheme=case.scheme)
    shown, sent = (
        json.dumps(values).replace(gateway.lms.url, "") for values in (case.shown(answer.sound()), case.sent(body.body))
    )
    assert json.loads(shown) == json.loads(sent)
    assert case.address not in answer.paths
