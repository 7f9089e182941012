"""Profiles and accounts: access, calls, and that reading writes nothing."""

import json
from typing import Any

import httpx
import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.named import named
from tests.writes.people import credentials, writes

PROFILE = "pages/people:ProfilePage"
SETTINGS = "pages/people:AccountSettingsPage"
ACCOUNT, PREFERENCES, CERTIFICATES = (
    "/api/user/v1/accounts/{}", "/api/user/v1/preferences/{}", "/api/certificates/v0/certificates/{}/",
)  # fmt: skip
REGISTRATION = "/api/user/v1/account/registration/"
ZONES = "/api/user/v1/preferences/time_zones/"


def profile(gateway: Gateway, username: str, user: str = "alex") -> Answer:
    return gateway.ask(text_of(PROFILE), {"username": username}, user="anonymous", headers=named(user))


def act(gateway: Gateway, operation: str, variables: dict[str, Any] | None = None, user: str = "alex") -> Answer:
    text = text_of(f"people/people:{operation}")
    return gateway.ask(text, variables, user="anonymous", headers=credentials(user, "session"))


def test_own_profile_is_one_wave(gateway: Gateway) -> None:
    gateway.lms.hold(4)
    answer = profile(gateway, "alex")
    own = answer.sound()["profile"]
    calls = [*(path.format("alex") for path in (ACCOUNT, CERTIFICATES, PREFERENCES)), REGISTRATION]
    assert waves(answer.calls) == [sorted(calls)]
    assert (own["username"], own["isViewer"], own["name"], own["yearOfBirth"]) == ("alex", True, "Alex Rivera", 1990)
    assert own["visibility"] == []
    (certificate,) = own["certificates"]
    assert certificate["course"]["title"] == "Coastal Navigation"
    assert {"CO": "Colombia"}.items() <= {one["code"]: one["name"] for one in answer.data["countries"]}.items()


def test_profile_of_another_person_has_the_shared_fields(gateway: Gateway) -> None:
    answer = profile(gateway, "alex", user="sam")
    other = answer.sound()["profile"]
    assert (other["isViewer"], other["country"], other["name"], other["visibility"]) == (False, "CO", None, None)
    assert other["certificates"] is None
    assert PREFERENCES.format("alex") not in answer.paths
    private = profile(gateway, "morgan").sound()["profile"]
    assert private["accountPrivacy"] == "private"
    assert {private[name] for name in ("name", "bio", "country", "languageProficiencies", "certificates")} == {None}
    assert profile(gateway, "nobody").sound()["profile"] is None


def test_custom_profile_is_shown_field_by_field(gateway: Gateway) -> None:
    shown = {"bio": "Bees.", "name": "Sam Okafor", "country": "KE", "visibility": [
        {"fieldName": "bio", "audience": "ALL_USERS"},
        {"fieldName": "name", "audience": "ALL_USERS"},
        {"fieldName": "course_certificates", "audience": "ALL_USERS"},
        {"fieldName": "country", "audience": "PRIVATE"},
    ]}  # fmt: skip
    updated = act(gateway, "UpdateAccount", {"input": shown}, "sam").sound()["updateAccount"]
    assert updated["profile"]["accountPrivacy"] == "custom"
    seen = profile(gateway, "sam").sound()["profile"]
    assert (seen["bio"], seen["name"], seen["country"]) == ("Bees.", "Sam Okafor", None)
    assert seen["certificates"] == []
    own = profile(gateway, "sam", user="sam").sound()["profile"]
    assert own["country"] == "KE"
    assert {row["fieldName"]: row["audience"] for row in own["visibility"]} == {
        "bio": "all_users", "name": "all_users", "course_certificates": "all_users", "country": "private",
    }  # fmt: skip


def test_reading_a_profile_writes_nothing(gateway: Gateway) -> None:
    """The profile page of the LMS's front end stores preferences when the owner looks at it."""
    before = gateway.lms.rest(PREFERENCES.format("alex"), "alex").body
    assert writes(profile(gateway, "alex")) == []
    assert gateway.lms.rest(PREFERENCES.format("alex"), "alex").body == before


@pytest.mark.parametrize("path", [CERTIFICATES, PREFERENCES])
def test_failing_part_of_a_profile_costs_its_own_field(gateway: Gateway, path: str) -> None:
    gateway.lms.faults({path.format("alex"): {"status": 503}})
    answer = profile(gateway, "alex")
    assert answer.data["profile"]["name"] == "Alex Rivera"
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


def test_profile_needs_a_sign_in_and_a_username(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PROFILE), {"username": "alex"}, user="anonymous")
    assert (answer.data["profile"], answer.codes) == (None, ["UNAUTHENTICATED"])
    assert len(answer.data["countries"]) > 5
    answer = profile(gateway, "a/../b")
    assert (answer.codes, answer.paths) == (["BAD_USER_INPUT"], [REGISTRATION])


def test_profile_and_its_parts_are_found_by_their_ids(gateway: Gateway) -> None:
    links = {"socialLinks": [{"platform": "linkedin", "url": "https://www.linkedin.com/in/sam"}], "languages": ["sw"]}
    act(gateway, "UpdateAccount", {"input": links}, "sam").sound()
    other = profile(gateway, "sam").sound()["profile"]
    ids = [other["id"], other["socialLinks"][0]["id"], other["languageProficiencies"][0]["id"]]
    query = """query($ids: [ID!]!) { nodes(ids: $ids) {
      id ... on Profile { username } ... on SocialLink { platform } ... on LanguageProficiency { code }
    } }"""
    answer = gateway.ask(query, {"ids": ids})
    assert answer.sound()["nodes"] == [
        {"id": ids[0], "username": "sam"}, {"id": ids[1], "platform": "linkedin"}, {"id": ids[2], "code": "sw"},
    ]  # fmt: skip
    assert answer.paths == [ACCOUNT.format("sam")]


def test_account_page_is_one_wave_and_each_part_fails_alone(gateway: Gateway) -> None:
    headers = {**named("alex"), "x-lectern-explain": "1"}
    answer = gateway.ask(text_of(SETTINGS), user="anonymous", headers=headers)
    viewer = answer.sound()["viewer"]
    assert {call["wave"] for call in answer.body["extensions"]["explain"]["calls"]} == {1}
    assert len(answer.calls) == 9
    assert {one["name"]: one["isConnected"] for one in viewer["linkedAccounts"]} == {"Bookshelf": True, "Campus": False}
    assert viewer["linkedAccounts"][0]["connectUrl"].startswith(f"{gateway.lms.url}/auth/login/")
    assert (viewer["verifiedNames"], viewer["useVerifiedNameOnCertificates"]) == ([], False)
    assert viewer["identityCheck"]["canVerify"] is True
    assert len(answer.data["timeZones"]) > 20
    both = '{ timeZones { name } suggested: timeZones(country: "CO") { name } }'
    zones = gateway.ask(both, user="anonymous").sound()
    assert zones["timeZones"] == [{"name": zone["name"]} for zone in answer.data["timeZones"]]
    assert zones["suggested"] == [{"name": "America/Bogota"}]
    gateway.lms.faults({"/api/third_party_auth": {"status": 500}, "/api/edx_name_affirmation": {"status": 500}})
    answer = gateway.ask(text_of(SETTINGS), user="anonymous", headers=named("alex"))
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"] * 2
    assert answer.data["viewer"]["name"] == "Alex Rivera"


def test_enterprise_and_verified_name_of_an_account(gateway: Gateway) -> None:
    text, names = text_of("people/people:ManagedAccount"), "/api/edx_name_affirmation/v1/verified_name"
    answer = gateway.ask(text, user="anonymous", headers=named("morgan"))
    viewer = answer.sound()["viewer"]
    assert answer.paths == sorted([ACCOUNT.format("morgan"), "/enterprise/api/v1/enterprise-learner/", names])
    assert (viewer["lmsId"], viewer["managedBy"]["name"], viewer["managedBy"]["syncsProfile"]) == (
        "15",
        "Harbor Works",
        True,
    )
    body = gateway.lms.rest(names, "morgan").body
    assert (viewer["verifiedName"]["name"], viewer["verifiedName"]["status"]) == (body["verified_name"], "approved")
    both = gateway.ask("{ viewer { verifiedName { name } verifiedNames { name } } }", user="morgan")
    assert both.sound()["viewer"]["verifiedName"]["name"] == body["verified_name"]
    assert both.paths == [f"{names}/history"]
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    ids = [viewer["managedBy"]["id"], viewer["verifiedName"]["id"]]
    assert gateway.ask(query, {"ids": ids}, user="morgan").sound()["nodes"] == [{"id": one} for one in ids]
    other = gateway.ask(text, user="anonymous", headers=named("alex")).sound()["viewer"]
    assert (other["managedBy"], other["verifiedName"]) == (None, None)
    gateway.lms.features({"enterprise": False})
    answer = gateway.ask("{ viewer { name managedBy { name } } }", user="anonymous", headers=named("morgan"))
    assert (answer.data["viewer"], answer.codes) == (
        {"name": "Morgan Diaz", "managedBy": None}, ["UPSTREAM_NOT_SUPPORTED"],
    )  # fmt: skip


def test_country_is_checked_before_any_call(gateway: Gateway) -> None:
    answer = gateway.ask('{ timeZones(country: "Colombia") { name } }', user="anonymous")
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


def test_account_is_changed_and_read_back(gateway: Gateway) -> None:
    changes = {
        "bio": "Bees.", "country": "US", "state": "VT", "yearOfBirth": 1991, "languages": ["es", "en"],
        "socialLinks": [{"platform": "linkedin", "url": "https://www.linkedin.com/in/alex"}],
        "extendedProfile": [{"name": "company", "value": "Hive"}], "levelOfEducation": "m", "gender": None,
    }  # fmt: skip
    answer = act(gateway, "UpdateAccount", {"input": changes})
    viewer = answer.sound()["updateAccount"]["viewer"]
    assert len(writes(answer)) == 1
    (body,) = (json.loads(call.body) for call in writes(answer))
    assert body["gender"] is None
    assert "name" not in body
    again = gateway.ask("{ viewer { bio country state yearOfBirth levelOfEducation } }").sound()["viewer"]
    assert again == {name: viewer[name] for name in again}
    assert again == {"bio": "Bees.", "country": "US", "state": "VT", "yearOfBirth": 1991, "levelOfEducation": "m"}
    act(gateway, "UpdateAccount", {"input": {"country": "CO", "socialLinks": [{"platform": "linkedin"}]}}).sound()
    again = gateway.ask("{ viewer { state bio socialLinks { url } } }").sound()["viewer"]
    assert again == {"state": None, "bio": "Bees.", "socialLinks": []}


def test_new_address_waits_for_its_confirmation(gateway: Gateway) -> None:
    answer = act(gateway, "UpdateAccount", {"input": {"email": "new@demo.example"}})
    assert answer.sound()["updateAccount"]["viewer"]["email"] == "alex@demo.example"


def test_managed_fields_are_refused_by_name(gateway: Gateway) -> None:
    given = {"name": "Morgan", "country": "CO", "bio": "Bees."}
    payload = act(gateway, "UpdateAccount", {"input": given}, "morgan").sound()["updateAccount"]
    assert sorted(error["field"] for error in payload["userErrors"]) == [["input", "country"], ["input", "name"]]
    assert {error["code"] for error in payload["userErrors"]} == {"INVALID"}
    assert gateway.ask("{ viewer { bio } }", user="morgan").sound()["viewer"]["bio"] != "Bees."


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": "Alexandra"}, "INVALID", ["input", "name"]),
        ({"socialLinks": [{"platform": "x", "url": "https://x.com/a"}]}, "INVALID", ["input", "socialLinks"]),
        ({"languages": ["es", "es"]}, "INVALID", ["input", "languages"]),
    ],
)
def test_refused_field_is_named(gateway: Gateway, given: dict[str, Any], code: str, field: list[str]) -> None:
    payload = act(gateway, "UpdateAccount", {"input": given}).sound()["updateAccount"]
    (error,) = payload["userErrors"]
    assert (error["code"], error["field"], payload["viewer"]) == (code, field, None)


@pytest.mark.parametrize("given", [{}, {"languages": ["en"] * 51}, {"bio": "b" * 3001}])
def test_unfit_input_is_refused_before_any_call(gateway: Gateway, given: dict[str, Any]) -> None:
    answer = act(gateway, "UpdateAccount", {"input": given})
    assert len(answer.sound()["updateAccount"]["userErrors"]) == 1
    assert answer.calls == []


def test_failure_of_the_second_write_is_reported(gateway: Gateway) -> None:
    gateway.lms.faults({PREFERENCES.format("alex"): {"status": 503, "times": 1}})
    given = {"bio": "Bees.", "visibility": [{"fieldName": "bio", "audience": "ALL_USERS"}]}
    answer = act(gateway, "UpdateAccount", {"input": given})
    payload = answer.sound()["updateAccount"]
    assert [error["code"] for error in payload["userErrors"]] == ["INCOMPLETE"]
    assert payload["viewer"]["bio"] == payload["profile"]["bio"] == "Bees."
    assert payload["profile"]["visibility"] == []
    assert [call.method for call in writes(answer)] == ["PATCH", "PATCH"]


def test_first_write_that_is_refused_keeps_the_second_back(gateway: Gateway) -> None:
    given = {"name": "Alexandra", "visibility": [{"fieldName": "bio", "audience": "ALL_USERS"}]}
    answer = act(gateway, "UpdateAccount", {"input": given})
    assert [error["code"] for error in answer.sound()["updateAccount"]["userErrors"]] == ["INVALID"]
    assert len(writes(answer)) == 1


def test_picture_is_removed(gateway: Gateway) -> None:
    image = f"{ACCOUNT.format('alex')}/image"
    picture = b"\x89PNG" + b"0" * 200
    headers = {**credentials("alex", "JWT"), "Content-Type": "image/png"}
    assert httpx.post(f"{gateway.lms.url}{image}", content=picture, headers=headers).status_code == 204
    assert gateway.ask("{ viewer { hasProfileImage } }").sound()["viewer"]["hasProfileImage"] is True
    removed = act(gateway, "RemoveProfileImage").sound()["removeProfileImage"]
    assert removed["profile"]["hasImage"] is False


def test_names_are_submitted_and_chosen(gateway: Gateway) -> None:
    given = {"verifiedName": "Alexandra Rivera", "profileName": "Alex Rivera"}
    submitted = act(gateway, "SubmitVerifiedName", given).sound()["submitVerifiedName"]
    assert [(one["name"], one["status"]) for one in submitted["viewer"]["verifiedNames"]] == [
        ("Alexandra Rivera", "pending")
    ]
    chosen = act(gateway, "SetNameOnCertificates", {"useVerifiedName": True}).sound()["setNameOnCertificates"]
    assert chosen["viewer"]["useVerifiedNameOnCertificates"] is True
    asked = act(gateway, "RequestNameChange", {"name": "Alexandra Rivera"}).sound()["requestNameChange"]
    assert asked["viewer"] == {**asked["viewer"], "name": "Alex Rivera", "pendingName": "Alexandra Rivera"}
    refused = act(gateway, "RequestNameChange", {"name": "<b>"}).sound()["requestNameChange"]
    assert [(one["code"], one["field"]) for one in refused["userErrors"]] == [("INVALID", ["input", "name"])]
    assert act(gateway, "SubmitVerifiedName", {**given, "profileName": ""}).calls == []


def test_confirmation_is_sent_to_a_session_only(gateway: Gateway) -> None:
    sent = act(gateway, "SendActivationEmail", user="riley")
    assert sent.sound()["sendActivationEmail"]["viewer"]["emailConfirmation"]["isNeeded"] is True
    assert [call.path for call in writes(sent)] == ["/api/send_account_activation_email"]
    for scheme in ("JWT", "Bearer"):
        answer = gateway.ask(text_of("people/people:SendActivationEmail"), user="riley", scheme=scheme)
        assert (answer.codes, writes(answer)) == (["UNAUTHENTICATED"], [])
