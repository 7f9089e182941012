"""Arguments that the LMS would misread, or that no object has, are refused before any call."""

from typing import Any

import pytest

from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.support.people import BOTANY, KEY
from tests.writes.people import credentials, writes

THREAD = {"course": KEY, "topic": "course-general", "type": "DISCUSSION", "title": "x", "rawBody": "x"}
CURSOR = global_id("offset", "\uff13")


def act(gateway: Gateway, name: str, given: dict[str, Any]) -> Answer:
    """Runs a mutation by name, as a learner with a session."""
    kind = f"{name[0].upper()}{name[1:]}Input"
    text = f"mutation($given: {kind}!) {{ payload: {name}(input: $given) {{ userErrors {{ code field }} }} }}"
    return gateway.ask(text, {"given": given}, user="anonymous", headers=credentials("alex", "session"))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        # Digits of other scripts, which Python reads as numbers.
        ("markNotificationsRead", {"notification": "\uff11"}),
        ("finishDiscussionTour", {"tour": "\u0661\u0661\u0660"}),
        ("updateExamAttempt", {"attempt": global_id("ExamAttempt", BOTANY, "\uff17\uff10"), "action": "STOP"}),
        ("requestCredit", {"course": BOTANY, "provider": "a\nb"}),
        ("createThread", {**THREAD, "topic": " "}),
        ("updateThread", {"thread": "2", "topic": " "}),
    ],
)
def test_id_that_no_object_has_is_refused(gateway: Gateway, name: str, given: dict[str, Any]) -> None:
    answer = act(gateway, name, given)
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


@pytest.mark.parametrize(
    "field",
    [
        'threads(topicIds: [""]) { totalCount }',
        f'threads(after: "{CURSOR}") {{ totalCount }}',
    ],
)
def test_list_is_not_read_without_its_filter(gateway: Gateway, field: str) -> None:
    answer = gateway.ask(f'{{ course(key: "{KEY}") {{ discussion {{ {field} }} }} }}')
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.data["course"]["discussion"]["threads"] is None


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("requestNameChange", {"name": ""}, "name"),
        ("submitVerifiedName", {"verifiedName": "x" * 256, "profileName": "x"}, "verifiedName"),
        ("submitVerifiedName", {"verifiedName": "x", "profileName": ""}, "profileName"),
    ],
)
def test_refusal_names_the_argument(gateway: Gateway, name: str, given: dict[str, Any], field: str) -> None:
    answer = act(gateway, name, given)
    assert answer.sound()["payload"]["userErrors"] == [{"code": "INVALID", "field": ["input", field]}]
    assert answer.calls == []


def test_null_changes_no_list_of_the_account(gateway: Gateway) -> None:
    nulls = dict.fromkeys(("socialLinks", "extendedProfile", "visibility", "accountPrivacy"))
    answer = act(gateway, "updateAccount", nulls)
    assert answer.sound()["payload"]["userErrors"] == [{"code": "INVALID", "field": ["input"]}]
    assert answer.calls == []
    answer = act(gateway, "updateAccount", {**nulls, "bio": "Bees."})
    assert answer.sound()["payload"]["userErrors"] == []
    assert [call.body for call in writes(answer)] == ['{"bio":"Bees."}']
