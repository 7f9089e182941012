"""Notifications: the tray in one wave, and the settings as three releases of the LMS have them."""

import json
from typing import Any

import msgspec
import pytest

from tests.operations.catalogue import text_of
from tests.support.changed import ask, changed
from tests.support.gateway import Answer, Gateway
from tests.support.lms import DemoLms, waves
from tests.writes.people import writes

COUNT, LIST = "/api/notifications/count/", "/api/notifications/"
V3, V2, V1 = (f"/api/notifications/{version}configurations/" for version in ("v3/", "v2/", ""))
UPDATE_ALL = "/api/notifications/preferences/update-all/"
WEEKLY_EMAIL = {
    "app": "DISCUSSION",
    "type": "grouped_notification",
    "channel": "EMAIL",
    "enabled": True,
    "cadence": "WEEKLY",
}
SETTINGS = """{ viewer { notificationSettings {
  isShown apps { app groupedTypes types { type isGrouped email emailCadence lockedChannels } }
} } }"""


def act(gateway: Gateway, operation: str, **variables: Any) -> Answer:
    return gateway.ask(text_of(f"notifications/notifications:{operation}"), variables)


def test_counts_are_one_call_and_the_tray_is_one_wave(gateway: Gateway) -> None:
    counts = act(gateway, "NotificationCounts")
    notifications = counts.sound()["viewer"]["notifications"]
    assert counts.paths == [COUNT]
    assert notifications["unseenCount"] == 3
    assert {row["app"]: row["count"] for row in notifications["counts"]} == {
        "discussion": 2,
        "updates": 1,
        "grading": 0,
    }
    gateway.lms.hold(2)
    tray = gateway.ask(text_of("pages/notifications:NotificationTray"), {"app": "DISCUSSION", "first": 1})
    page = tray.sound()["viewer"]["notifications"]["list"]
    assert waves(tray.calls) == [[LIST, COUNT]]
    assert not any("tray_opened" in call.query for call in tray.calls)
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (2, True)
    (edge,) = page["edges"]
    assert edge["node"]["type"] == "response_endorsed"
    assert edge["node"]["course"]["key"] == "course-v1:OpenedX+BotanyX+2026"
    assert {row["key"]: row["value"] for row in edge["node"]["context"]} == {
        "course_name": "Rooftop Botany",
        "points": "2",
    }


def test_visitor_has_none_and_nothing_is_called(gateway: Gateway) -> None:
    answer = gateway.ask(text_of("pages/notifications:NotificationTray"), {}, user="anonymous")
    assert answer.sound()["viewer"]["notifications"] is None
    assert answer.calls == []


def test_list_and_counts_fail_alone(gateway: Gateway) -> None:
    gateway.lms.faults({LIST: {"status": 503}, COUNT: {"latency_ms": 0}})
    answer = gateway.ask(text_of("pages/notifications:NotificationTray"), {})
    notifications = answer.data["viewer"]["notifications"]
    assert (notifications["unseenCount"], notifications["list"], answer.codes) == (3, None, ["UPSTREAM_UNAVAILABLE"])


def test_seen_and_read_are_read_back(gateway: Gateway) -> None:
    seen = act(gateway, "MarkNotificationsSeen", app="DISCUSSION").sound()["markNotificationsSeen"]
    assert seen["notifications"]["unseenCount"] == 1
    tray = gateway.ask(text_of("pages/notifications:NotificationTray"), {}).sound()["viewer"]["notifications"]["list"]
    newest = tray["edges"][0]["node"]
    assert newest["lastSeen"] is not None
    read = act(gateway, "MarkNotificationsRead", notification=newest["id"]).sound()["markNotificationsRead"]
    stored = {edge["node"]["id"]: edge["node"]["lastRead"] for edge in read["notifications"]["list"]["edges"]}
    assert [name for name, moment in stored.items() if moment is not None] == [newest["id"]]
    act(gateway, "MarkNotificationsRead", app="UPDATES").sound()
    tray = gateway.ask(text_of("pages/notifications:NotificationTray"), {"app": "UPDATES"}).sound()
    assert tray["viewer"]["notifications"]["list"]["edges"][0]["node"]["lastRead"] is not None


@pytest.mark.parametrize(
    ("variables", "code", "count"),
    [
        ({}, "INVALID", 0),
        ({"notification": "1", "app": "UPDATES"}, "INVALID", 0),
        ({"notification": "99"}, "NOT_FOUND", 1),
    ],
)
def test_refused_mark_is_a_user_error(gateway: Gateway, variables: dict[str, Any], code: str, count: int) -> None:
    answer = act(gateway, "MarkNotificationsRead", **variables)
    payload = answer.sound()["markNotificationsRead"]
    assert ([error["code"] for error in payload["userErrors"]], payload["notifications"]) == ([code], None)
    assert len(answer.calls) == count


def test_settings_are_alike_in_every_release(released: tuple[str, Gateway]) -> None:
    release, gateway = released
    first, again = gateway.ask(SETTINGS), gateway.ask(SETTINGS)
    asked = {"teak": [V3, V2, V1], "ulmo": [V3, V2], "verawood": [V3]}[release]
    assert [call.path for call in first.calls] == asked
    assert [call.path for call in again.calls] == asked[-1:], "what the LMS lacks is remembered"
    settings = first.sound()["viewer"]["notificationSettings"]
    assert settings == again.sound()["viewer"]["notificationSettings"]
    assert settings["isShown"] is (True if release == "verawood" else None)
    discussion = settings["apps"][0]
    assert [row["type"] for row in discussion["types"] if row["isGrouped"]] == ["grouped_notification"]
    assert "new_response" in discussion["groupedTypes"]
    assert discussion["types"][1]["lockedChannels"] == ["push"]


def test_e_mail_and_cadence_are_two_writes_and_read_back(released: tuple[str, Gateway]) -> None:
    release, gateway = released
    gateway.ask(SETTINGS)
    for _ in range(2):  # a generation that is lacking is found out by the first write
        answer = act(gateway, "SetNotificationPreference", **WEEKLY_EMAIL)
        payload = answer.sound()["setNotificationPreference"]
        assert payload["userErrors"] == []
        row = payload["notificationSettings"]["apps"][0]["types"][0]
        assert (row["email"], row["emailCadence"]) == (True, "Weekly")
    path = {"teak": UPDATE_ALL, "ulmo": V2, "verawood": V3}[release]
    assert [call.path for call in writes(answer)] == [path, path]
    bodies = [json.loads(call.body) for call in writes(answer)]
    assert {body["notification_type"] for body in bodies} == {
        "grouped_notification" if release == "verawood" else "core"
    }
    assert bodies[0]["value"] is True
    assert bodies[1]["email_cadence"] == "Weekly"
    assert gateway.ask(SETTINGS).sound()["viewer"]["notificationSettings"]["apps"][0]["types"][0]["email"] is True


def test_failure_of_the_second_write_is_reported(lms: DemoLms) -> None:
    """The channel is stored; the answer about the cadence cannot be read."""
    puts = []

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path == V3 and "updated_value" in body.get("data", {}):
            puts.append(body)
        return msgspec.Raw(b"{") if len(puts) == 2 and "updated_value" in body.get("data", {}) else body

    text = text_of("notifications/notifications:SetNotificationPreference")
    with changed(lms, change) as client:
        answer = ask(client, text, WEEKLY_EMAIL)
    assert answer.get("errors") is None
    payload = answer["data"]["setNotificationPreference"]
    assert [(one["code"], one["field"]) for one in payload["userErrors"]] == [("INCOMPLETE", ["input", "emailCadence"])]
    assert payload["notificationSettings"]["apps"][0]["types"][0]["email"] is True
    assert len(puts) == 2


def test_refused_setting_is_a_user_error(gateway: Gateway) -> None:
    unknown = {"app": "UPDATES", "type": "no_such_type", "channel": "WEB", "enabled": True}
    payload = act(gateway, "SetNotificationPreference", **unknown).sound()["setNotificationPreference"]
    assert [error["code"] for error in payload["userErrors"]] == ["INVALID"]
    assert payload["notificationSettings"] is None
    for given in ({"channel": "WEB", "cadence": "DAILY"}, {"channel": "EMAIL"}):
        answer = act(gateway, "SetNotificationPreference", app="UPDATES", type="course_updates", **given)
        assert len(answer.sound()["setNotificationPreference"]["userErrors"]) == 1
        assert answer.calls == []
