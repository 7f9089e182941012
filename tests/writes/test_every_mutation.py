"""What holds for every mutation of the schema: sign-ins, failures, and ids of other kinds."""

from typing import Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLSchema, get_named_type

from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.people import BOTANY, CODE, KEY
from tests.writes.people import credentials, writes
from tests.writes.test_learner import HTML, UNIT

PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
ENTITLEMENT = "7c2e5d10-93ab-4f0e-8a55-c0de12ab34cd"
SEQUENCE = "block-v1:OpenedX+BotanyX+2026+type@sequential+block@midterm"
EXAM, ATTEMPT = (global_id(kind, BOTANY, "70", SEQUENCE) for kind in ("Exam", "ExamAttempt"))
POST = {"type": "DISCUSSION", "title": "x", "rawBody": "x"}
ROW = {"studentKey": "a", "status": "ENROLLED"}
COURSE_ROW = {"studentKey": "a", "status": "ACTIVE"}
GIVEN: dict[str, dict[str, Any] | None] = {
    "addBookmark": {"block": UNIT},
    "chooseEntitlementRun": {"entitlement": ENTITLEMENT, "course": CODE},
    "completeBlocks": {"course": KEY, "blocks": [{"key": HTML}]},
    "createComment": {"thread": "2", "parent": "2", "rawBody": "x"},
    "createExamAttempt": {"exam": EXAM, "startClock": True, "isProctored": False},
    "createTeam": {"course": BOTANY, "teamSet": "garden", "name": "x", "description": "x"},
    "createThread": {"course": KEY, "topic": "course-general", "group": "1", **POST},
    "deleteComment": {"comment": "2"},
    "deleteTeam": {"team": "herbalists-3c4d"},
    "deleteThread": {"thread": "2"},
    "dismissWelcomeMessage": {"course": KEY},
    "enroll": {"course": KEY},
    "finishDiscussionTour": {"tour": "110"},
    "joinTeam": {"team": "herbalists-3c4d"},
    "leaveEntitlementRun": {"entitlement": ENTITLEMENT},
    "leaveTeam": {"team": "green-roofs-1a2b"},
    "markCelebrationSeen": {"course": KEY, "firstSection": True},
    "markNotificationsRead": {"notification": "1"},
    "markNotificationsSeen": {"app": "UPDATES"},
    "markThreadRead": {"thread": "2"},
    "recordLastVisited": {"course": KEY, "block": UNIT},
    "removeBookmark": {"block": UNIT},
    "removeProfileImage": None,
    "requestCredit": {"course": BOTANY, "provider": "hillside-college"},
    "requestNameChange": {"name": "Alexandra"},
    "resetCourseDeadlines": {"course": KEY},
    "sendActivationEmail": None,
    "setCourseEmails": {"course": KEY, "receive": True},
    "setCourseGoal": {"course": KEY, "daysPerWeek": 3, "subscribedToReminders": True},
    "setNameOnCertificates": {"useVerifiedName": True},
    "setNotificationPreference": {"app": "UPDATES", "type": "course_updates", "channel": "WEB", "isEnabled": True},
    "setPreference": {"key": "time_zone", "value": "Asia/Tokyo"},
    "signIntegrityAgreement": {"course": KEY},
    "submitVerifiedName": {"verifiedName": "x", "profileName": "x"},
    "unenroll": {"course": KEY},
    "unsubscribeFromCourseGoal": {"token": "t"},
    "updateAccount": {"bio": "x"},
    "updateComment": {"comment": "2", "voted": True},
    "updateExamAttempt": {"attempt": ATTEMPT, "action": "STOP"},
    "updateTeam": {"team": "green-roofs-1a2b", "name": "x"},
    "updateThread": {"thread": "2", "topic": "course-help", "group": "1"},
    "updateTour": {"showCoursewareTour": False},
    "writeProgramCourseEnrollments": {"program": PROGRAM, "course": KEY, "mode": "CREATE", "enrollments": [COURSE_ROW]},
    "writeProgramEnrollments": {"program": PROGRAM, "mode": "UPDATE", "enrollments": [ROW]},
}
"""Valid input of every mutation; None for one that takes none."""
ME = "/api/user/v1/me"


def input_of(schema: GraphQLSchema, name: str) -> GraphQLInputObjectType:
    assert schema.mutation_type is not None
    kind = get_named_type(schema.mutation_type.fields[name].args["input"].type)
    assert isinstance(kind, GraphQLInputObjectType)
    return kind


def act(gateway: Gateway, name: str, given: dict[str, Any] | None, headers: dict[str, str]) -> Answer:
    selection = "{ userErrors { code } }"
    if given is None:
        return gateway.ask(f"mutation {{ payload: {name} {selection} }}", user="anonymous", headers=headers)
    kind = f"{name[0].upper()}{name[1:]}Input"
    text = f"mutation($given: {kind}!) {{ payload: {name}(input: $given) {selection} }}"
    return gateway.ask(text, {"given": given}, user="anonymous", headers=headers)


def test_every_mutation_is_among_them(schema: GraphQLSchema) -> None:
    assert schema.mutation_type is not None
    assert set(GIVEN) == set(schema.mutation_type.fields)


@pytest.mark.parametrize("name", GIVEN)
def test_sign_in_is_required_and_an_ended_one_is_named(gateway: Gateway, name: str) -> None:
    if name == "unsubscribeFromCourseGoal":  # the token of the e-mail is enough
        return
    visitor = act(gateway, name, GIVEN[name], {})
    assert (visitor.codes, visitor.calls, visitor.data) == (["UNAUTHENTICATED"], [], {"payload": None})
    for scheme in ("JWT", "session"):
        ended = act(gateway, name, GIVEN[name], credentials("nobody", scheme))
        assert (ended.codes, ended.data) == (["UNAUTHENTICATED"], {"payload": None}), scheme


@pytest.mark.parametrize("name", GIVEN)
def test_failed_write_is_sent_once_and_is_one_error(gateway: Gateway, name: str) -> None:
    for fault, code in (({"status": 503}, "UPSTREAM_UNAVAILABLE"), ({"status": 429}, "RATE_LIMITED")):
        gateway.lms.faults({"/": fault, ME: {"latency_ms": 0}})
        answer = act(gateway, name, GIVEN[name], credentials("alex", "session"))
        assert (answer.codes, answer.data) == ([code], {"payload": None})
        assert len(writes(answer)) == 1
        assert answer.errors[0]["path"] == ["payload"]


@pytest.mark.parametrize("name", [name for name, given in GIVEN.items() if given is not None])
def test_id_of_another_kind_is_refused_before_any_call(gateway: Gateway, schema: GraphQLSchema, name: str) -> None:
    given = GIVEN[name]
    assert given is not None
    other = global_id("PostEdit", "a", "b")
    for field, argument in input_of(schema, name).fields.items():
        if get_named_type(argument.type).name in {"ID", "CourseKey", "UsageKey", "UUID"}:
            assert field in given, "the table has every id"
            answer = act(gateway, name, {**given, field: other}, credentials("alex", "session"))
            assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], []), field
