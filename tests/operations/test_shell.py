"""Data for the frame of pages; discussion tours, entitlements and credit."""

from typing import Any
from urllib.parse import unquote

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.named import named
from tests.support.people import BOTANY, CODE, KEY
from tests.writes.people import credentials, sent, writes

METADATA = "/api/course_home/course_metadata/"
ENTITLEMENT = "7c2e5d10-93ab-4f0e-8a55-c0de12ab34cd"
FIXED = "a41b90e6-5f0c-4f7b-b1d2-0e6f9a7c5b21"


def act(gateway: Gateway, operation: str, variables: dict[str, Any], user: str = "sam") -> Answer:
    return gateway.ask(text_of(operation), variables, user="anonymous", headers=credentials(user, "session"))


def payload_of(answer: Answer) -> Any:
    return next(iter(answer.sound().values()))


def codes(answer: Answer) -> list[str]:
    return [error["code"] for error in payload_of(answer)["userErrors"]]


def test_course_shell_is_one_wave_and_each_switch_fails_alone(gateway: Gateway) -> None:
    gateway.lms.hold(3)
    toggles, search = (
        f"/courses/{KEY}/courseware-navigation-sidebar/toggles/",
        f"/courses/{KEY}/courseware-search/enabled/",
    )
    answer = gateway.ask(text_of("pages/shell:CourseShell"), {"key": KEY})
    course = answer.sound()["course"]
    assert waves(answer.calls) == [sorted([f"{METADATA}{KEY}", toggles, search])]
    assert course["navigationSidebar"] == {
        "id": course["navigationSidebar"]["id"], "isEnabled": True, "isAlwaysOpen": False, "isCompletionTracked": True,
    }  # fmt: skip
    assert course["searchEnabled"] is True
    gateway.lms.faults({toggles: {"status": 503}})
    answer = gateway.ask(text_of("pages/shell:CourseShell"), {"key": KEY})
    assert (answer.data["course"]["navigationSidebar"], answer.codes) == (None, ["UPSTREAM_UNAVAILABLE"])
    assert answer.data["course"]["searchEnabled"] is True


def test_live_session_is_null_where_it_is_off_or_closed(gateway: Gateway) -> None:
    def live(key: str, user: str = "alex") -> Any:
        return gateway.ask(text_of("pages/shell:LiveTab"), {"key": key}, user=user).sound()["course"]["live"]

    assert live(BOTANY)["iframeHtml"].startswith("<iframe")
    assert live(KEY) is None, "the LMS answers 200 with a message"
    assert live(BOTANY, "jordan") is None


def test_discussion_tour_is_finished_and_read_back(gateway: Gateway) -> None:
    text = text_of("shell/shell:DiscussionTours")
    tours = gateway.ask(text).sound()["viewer"]["discussionTours"]
    assert [(tour["name"], tour["isShown"]) for tour in tours] == [
        ("not_responded_filter", True),
        ("response_sort", True),
    ]
    done = act(gateway, "shell/shell:FinishDiscussionTour", {"tour": tours[0]["id"]}, "alex")
    assert payload_of(done)["tour"] == {"id": tours[0]["id"], "isShown": False}
    assert [tour["isShown"] for tour in gateway.ask(text).sound()["viewer"]["discussionTours"]] == [False, True]
    assert codes(act(gateway, "shell/shell:FinishDiscussionTour", {"tour": tours[0]["id"]})) == ["FORBIDDEN"]
    assert codes(act(gateway, "shell/shell:FinishDiscussionTour", {"tour": "9990"})) == ["NOT_FOUND"]
    gateway.lms.features({"user_tours": False})
    assert gateway.ask(text).sound()["viewer"]["discussionTours"] is None


@pytest.mark.parametrize("fault", [{"status": 503}, {"status": 409}, {"kind": "reset"}])
def test_tours_are_never_asked_twice(gateway: Gateway, fault: dict[str, Any]) -> None:
    gateway.lms.faults({"/api/user_tours": fault})
    answer = gateway.ask(text_of("shell/shell:DiscussionTours"))
    assert (len(answer.calls), len(answer.errors)) == (1, 1)


def test_dashboard_shell_takes_no_call_of_its_own(gateway: Gateway) -> None:
    answer = gateway.ask(text_of("dashboard/dashboard:DashboardShell"), user="riley", scheme="session")
    viewer = answer.sound()["viewer"]
    assert answer.paths == ["/api/learner_home/init"]
    assert viewer["emailConfirmation"]["isNeeded"] is True
    assert viewer["emailConfirmation"]["sendEmailUrl"].endswith("/api/send_account_activation_email")
    assert viewer["suggestedCourses"] == []


def test_suggested_courses_are_those_of_the_lms(gateway: Gateway) -> None:
    gateway.lms.features({"suggested_courses": True})
    rows = gateway.lms.rest("/api/learner_home/init", "sam").body["suggestedCourses"]
    answer = gateway.ask(text_of("dashboard/dashboard:DashboardShell"), user="sam")
    shown = answer.sound()["viewer"]["suggestedCourses"]
    assert [(one["title"], unquote(one["url"]), one["logoImageUrl"]) for one in shown] == [
        (one["courseName"], one["courseUrl"], one["logoImgSrc"]) for one in rows
    ]
    assert shown[0]["bannerImageUrl"].removeprefix(gateway.lms.url) == rows[0]["bannerImgSrc"]
    assert len(shown) == len({one["id"] for one in shown}) == 3
    query = "query($id: ID!) { node(id: $id) { ... on SuggestedCourse { title } } }"
    assert gateway.ask(query, {"id": shown[2]["id"]}, user="sam").sound()["node"] == {"title": shown[2]["title"]}


def test_enterprise_of_the_dashboard(gateway: Gateway) -> None:
    enterprise = gateway.lms.rest("/api/learner_home/init", "morgan").body["enterpriseDashboard"]
    shown = gateway.ask(text_of("dashboard/dashboard:DashboardShell"), user="morgan").sound()["viewer"]
    assert shown["enterpriseDashboard"] == {**enterprise, "id": shown["enterpriseDashboard"]["id"]}


def test_run_is_chosen_left_and_refunded(gateway: Gateway) -> None:
    def open_ones() -> list[str]:
        answer = gateway.ask("{ viewer { entitlements { uuid } } }", user="sam")
        return [row["uuid"] for row in answer.sound()["viewer"]["entitlements"]]

    assert ENTITLEMENT in open_ones()
    chosen = act(gateway, "dashboard/dashboard:ChooseEntitlementRun", {"entitlement": ENTITLEMENT, "course": CODE})
    enrollment = payload_of(chosen)["enrollment"]
    assert (enrollment["course"]["key"], enrollment["isActive"]) == (CODE, True)
    assert enrollment["entitlement"] == {**enrollment["entitlement"], "uuid": ENTITLEMENT, "isFulfilled": True}
    assert ENTITLEMENT not in open_ones()
    assert len(chosen.calls) == 2
    entitlement = enrollment["entitlement"]["id"]
    left = act(gateway, "dashboard/dashboard:LeaveEntitlementRun", {"entitlement": entitlement})
    assert ENTITLEMENT in [row["uuid"] for row in payload_of(left)["viewer"]["entitlements"]]
    refund = act(gateway, "dashboard/dashboard:LeaveEntitlementRun", {"entitlement": entitlement, "refund": True})
    assert "is_refund=true" in writes(refund)[0].query
    assert ENTITLEMENT not in open_ones()


def test_refused_choice_is_a_user_error(gateway: Gateway) -> None:
    choose, leave = "dashboard/dashboard:ChooseEntitlementRun", "dashboard/dashboard:LeaveEntitlementRun"
    other = act(gateway, choose, {"entitlement": ENTITLEMENT, "course": KEY})
    assert codes(other) == ["INVALID"]
    assert payload_of(other)["userErrors"][0]["message"].startswith("The Course Run ID is not a match")
    assert codes(act(gateway, choose, {"entitlement": ENTITLEMENT, "course": CODE}, "alex")) == ["NOT_FOUND"]
    assert codes(act(gateway, leave, {"entitlement": FIXED, "refund": True})) == ["INVALID"]
    bearer = gateway.ask(text_of(choose), {"entitlement": ENTITLEMENT, "course": CODE}, user="sam", scheme="Bearer")
    assert (bearer.codes, bearer.calls) == (["UNAUTHENTICATED"], [])
    bad = act(gateway, choose, {"entitlement": "no-uuid", "course": CODE})
    assert (bad.codes, bad.calls) == (["BAD_USER_INPUT"], [])


def test_credit_is_requested_with_a_form_for_the_browser(gateway: Gateway) -> None:
    operation = text_of("dashboard/dashboard:RequestCredit")
    variables = {"course": BOTANY, "provider": "hillside-college"}
    answer = gateway.ask(operation, variables, user="anonymous", headers=named("alex"))
    form = payload_of(answer)
    path = "/api/credit/v1/providers/hillside-college/request/"
    assert sent(answer) == ("POST", path, {"username": "alex", "course_key": BOTANY})
    assert (form["url"], form["method"]) == ("https://credit.demo.example/apply", "POST")
    assert {"user_username", "signature"} <= {row["name"] for row in form["parameters"]}
    other = gateway.ask(operation, {**variables, "course": KEY}, user="anonymous", headers=named("alex"))
    assert (codes(other), payload_of(other)["url"]) == (["INVALID"], None)
