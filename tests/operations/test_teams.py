"""Teams: the tab, one team, and joining and leaving."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY
from tests.writes.people import credentials, sent, writes

PAGE = "pages/teams:TeamsPage"
V0, THREADS = "/api/team/v0", "/api/discussion/v1/threads/"
GREEN, HERBS, SURVEY = "green-roofs-1a2b", "herbalists-3c4d", "north-side-5e6f"
NEW = {"course": BOTANY, "teamSet": "garden", "name": "Night Owls", "description": "Moths.", "country": "KE"}


def page(gateway: Gateway, user: str = "alex", key: str = BOTANY, **variables: Any) -> Any:
    answer = gateway.ask(text_of(PAGE), {"key": key, **variables}, user=user, scheme="session")
    return answer.sound()["course"]


def own(gateway: Gateway, user: str = "alex", key: str = BOTANY) -> list[str]:
    answer = gateway.ask(text_of("teams/teams:ViewerTeams"), {"key": key}, user=user, scheme="session")
    return [one["team"]["name"] for one in answer.sound()["course"]["viewerTeams"] or ()]


def act(gateway: Gateway, operation: str, variables: dict[str, Any], user: str = "sam") -> Answer:
    text = text_of(f"teams/teams:{operation}")
    return gateway.ask(text, variables, user="anonymous", headers=credentials(user, "session"))


def codes(answer: Answer) -> list[str]:
    return [error["code"] for error in next(iter(answer.sound().values()))["userErrors"]]


def members(payload: dict[str, Any]) -> list[str]:
    return [member["username"] for member in payload["team"]["members"]]


@pytest.mark.parametrize("scheme", ["Bearer", "session"])
def test_page_is_one_call_for_each_set(gateway: Gateway, scheme: str) -> None:
    headers = {"x-lectern-explain": "1"}
    answer = gateway.ask(text_of(PAGE), {"key": BOTANY}, scheme=scheme, headers=headers)
    course = answer.sound()["course"]
    calls = answer.body["extensions"]["explain"]["calls"]
    waves = {f"{call['target'].partition('?')[0]}": call["wave"] for call in calls}
    assert [waves[f"{V0}/{name}/"] for name in ("topics", "teams")] == [1, 2]
    assert answer.paths.count(f"{V0}/teams/") == 2
    assert [(one["key"], one["teamCount"]) for one in course["teamSets"]] == [("survey", 1), ("garden", 2)]
    assert own(gateway) == ["Green Roofs"]
    teams = course["teamSets"][1]["teams"]
    assert [edge["node"]["name"] for edge in teams["edges"]] == ["Green Roofs", "Herbalists"]
    assert [member["username"] for member in teams["edges"][0]["node"]["members"]] == ["alex", "casey"]


def test_teams_are_ordered_searched_and_paged(gateway: Gateway) -> None:
    def names(**variables: Any) -> list[str]:
        garden = page(gateway, **variables)["teamSets"][1]["teams"]
        return [edge["node"]["name"] for edge in garden["edges"]]

    assert names(orderBy="OPEN_SLOTS") == ["Herbalists", "Green Roofs"]
    assert names(search="kitchen") == ["Herbalists"], "the LMS takes no order with a search"
    first = page(gateway, first=1)["teamSets"][1]["teams"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (2, True)
    assert names(first=1, after=first["pageInfo"]["endCursor"]) == ["Herbalists"]


def test_private_sets_are_for_their_members(gateway: Gateway) -> None:
    assert "jury" in [one["key"] for one in page(gateway, "taylor")["teamSets"]]
    assert "jury" not in [one["key"] for one in page(gateway)["teamSets"]]


def test_no_teams_are_null_or_none_without_an_error(gateway: Gateway) -> None:
    assert page(gateway, key=KEY)["teamSets"] == []
    assert page(gateway, "jordan")["teamSets"] is None
    gateway.lms.features({"team": False})
    assert page(gateway)["teamSets"] is None
    assert own(gateway) == []


def test_jwt_is_not_sent(gateway: Gateway) -> None:
    for name in (PAGE, "teams/teams:ViewerTeams"):
        answer = gateway.ask(text_of(name), {"key": BOTANY})
        assert answer.codes == ["UNAUTHENTICATED"]
        assert not [path for path in answer.paths if path.startswith(V0)]


def test_one_team_with_its_work(gateway: Gateway) -> None:
    answer = gateway.ask(text_of("pages/teams:TeamPage"), {"team": GREEN}, scheme="session")
    team = answer.sound()["team"]
    assert len(answer.calls) == 4
    assert (team["name"], team["teamSet"]["key"]) == ("Green Roofs", "garden")
    assert team["discussionTopicId"] == f"team-{GREEN}"
    assert {member["username"]: member["country"] for member in team["members"]} == {"alex": "CO", "casey": None}
    assert team["assignments"][0]["url"].startswith(f"{gateway.lms.url}/courses/{BOTANY}/jump_to/")
    query = "query($id: ID!) { node(id: $id) { id ... on Team { name } } }"
    found = gateway.ask(query, {"id": team["id"]}, scheme="session").sound()["node"]
    assert found == {"id": team["id"], "name": "Green Roofs"}
    assert gateway.ask(text_of("pages/teams:TeamPage"), {"team": "no-such"}, scheme="session").sound()["team"] is None


def test_discussion_of_a_team_waits_for_the_team_only(gateway: Gateway) -> None:
    topic = {"course_id": BOTANY, "topic_id": f"team-{GREEN}", "requested_fields": "profile_image"}
    rows = gateway.lms.rest(THREADS, "alex", "session", **topic).body["results"]
    gateway.lms.hold(2, 2)
    answer = gateway.ask(text_of("pages/teams:TeamPage"), {"team": GREEN, "first": 1}, scheme="session")
    threads = answer.sound()["team"]["threads"]
    assert waves(answer.calls) == [
        sorted([f"{V0}/teams/{GREEN}", f"{V0}/teams/{GREEN}/assignments"]),
        sorted([THREADS, f"{V0}/topics/garden,{BOTANY}"]),
    ]
    (shown,) = (edge["node"] for edge in threads["edges"])
    assert (shown["title"], shown["previewBody"], shown["author"]) == (
        rows[0]["title"], rows[0]["preview_body"], rows[0]["author"],
    )  # fmt: skip
    assert shown["authorImageUrl"].startswith(gateway.lms.url)
    following = {"team": GREEN, "first": 1, "after": threads["pageInfo"]["endCursor"]}
    rest = gateway.ask(text_of("pages/teams:TeamPage"), following, scheme="session").sound()["team"]["threads"]
    assert [edge["node"]["title"] for edge in rest["edges"]] == [rows[1]["title"]]
    assert (threads["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)


def test_members_of_the_viewers_teams_are_read_from_each_team(gateway: Gateway) -> None:
    """The LMS leaves them out of the list of memberships."""
    query = "query($key: CourseKey!) { course(key: $key) { viewerTeams { team { name %s } } } }"
    body = gateway.lms.rest(f"{V0}/team_membership/", "alex", "session", username="alex", expand="team").body
    assert "membership" not in body["results"][0]["team"]
    members = gateway.ask(query % "members { username imageUrl }", {"key": BOTANY}, scheme="session")
    (team,) = (row["team"] for row in members.sound()["course"]["viewerTeams"])
    assert [one["username"] for one in team["members"]] == ["alex", "casey"]
    assert all(one["imageUrl"].startswith(gateway.lms.url) for one in team["members"])
    assert members.paths.count(f"{V0}/teams/{GREEN}") == 1
    assert f"{V0}/teams/{GREEN}" not in gateway.ask(query % "key", {"key": BOTANY}, scheme="session").paths


def test_discussions_of_teams_in_a_list(gateway: Gateway) -> None:
    query = """query($key: CourseKey!) { course(key: $key) {
      teamSets { teams(first: 5) { edges { node { name threads(first: 5) { totalCount edges { node { id } } } } } } }
      discussion { threads(first: 5) { totalCount } }
    } }"""
    course = gateway.ask(query, {"key": BOTANY}, scheme="session").sound()["course"]
    teams = [edge["node"] for one in course["teamSets"] for edge in one["teams"]["edges"]]
    assert {one["name"]: one["threads"]["totalCount"] for one in teams} == {
        "Green Roofs": 2, "Herbalists": 0, "North Side": 0,
    }  # fmt: skip
    assert course["discussion"]["threads"]["totalCount"] == 0, "lists of a course leave out those of its teams"


@pytest.mark.parametrize("path", ["assignments", "topics"])
def test_failing_part_of_a_team_costs_its_own_field(gateway: Gateway, path: str) -> None:
    prefix = f"{V0}/teams/{GREEN}/assignments" if path == "assignments" else f"{V0}/topics/"
    gateway.lms.faults({prefix: {"status": 503}})
    answer = gateway.ask(text_of("pages/teams:TeamPage"), {"team": GREEN}, scheme="session")
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert answer.data["team"]["name"] == "Green Roofs"
    assert (answer.data["team"]["assignments"] is None) is (path == "assignments")


def test_team_is_created_and_read_back(gateway: Gateway) -> None:
    answer = act(gateway, "CreateTeam", NEW)
    created = answer.sound()["createTeam"]
    body = {"course_id": BOTANY, "topic_id": "garden", "name": "Night Owls", "description": "Moths.", "country": "KE"}
    assert sent(answer) == ("POST", f"{V0}/teams/", body)
    assert (created["team"]["name"], created["team"]["country"], members(created)) == ("Night Owls", "KE", ["sam"])
    assert "Night Owls" in own(gateway, "sam")
    assert codes(act(gateway, "CreateTeam", {**NEW, "name": "Another"})) == ["INVALID"]


def test_team_is_left_and_joined(gateway: Gateway) -> None:
    left = act(gateway, "LeaveTeam", {"team": GREEN}, "alex").sound()["leaveTeam"]
    assert members(left) == ["casey"]
    joined = act(gateway, "JoinTeam", {"team": HERBS}, "alex").sound()["joinTeam"]
    assert members(joined) == ["alex"]
    assert own(gateway) == ["Herbalists"]


def test_a_refusal_is_a_user_error(gateway: Gateway) -> None:
    assert codes(act(gateway, "JoinTeam", {"team": HERBS}, "alex")) == ["INVALID"], "one team of each set"
    assert codes(act(gateway, "JoinTeam", {"team": SURVEY}, "alex")) == ["FORBIDDEN"], "the course team makes these"
    assert codes(act(gateway, "JoinTeam", {"team": "no-such"})) == ["NOT_FOUND"]
    assert codes(act(gateway, "LeaveTeam", {"team": HERBS})) == ["NOT_FOUND"]
    assert codes(act(gateway, "UpdateTeam", {"team": GREEN, "name": "X"}, "alex")) == ["FORBIDDEN"]
    blank = act(gateway, "CreateTeam", {**NEW, "name": " "})
    assert blank.sound()["createTeam"]["userErrors"][0]["field"] == ["input", "name"]
    for variables in ({**NEW, "name": "n" * 256}, {**NEW, "description": "d" * 301}):
        long = act(gateway, "CreateTeam", variables)
        assert (codes(long), long.calls) == (["INVALID"], [])
    other = act(gateway, "CreateTeam", {**NEW, "teamSet": "a/b"})
    assert (other.codes, other.calls) == (["BAD_USER_INPUT"], [])


def test_course_team_changes_fills_and_deletes_teams(gateway: Gateway) -> None:
    updated = act(gateway, "UpdateTeam", {"team": HERBS, "name": "Herbs", "language": ""}, "taylor")
    assert updated.sound()["updateTeam"]["team"]["name"] == "Herbs"
    assert writes(updated)[0].headers["content-type"] == "application/merge-patch+json"
    joined = act(gateway, "JoinTeam", {"team": HERBS, "username": "sam"}, "taylor").sound()["joinTeam"]
    assert members(joined) == ["sam"]
    left = act(gateway, "LeaveTeam", {"team": HERBS, "username": "sam"}, "taylor").sound()["leaveTeam"]
    assert members(left) == []
    deleted = act(gateway, "DeleteTeam", {"team": HERBS}, "taylor").sound()["deleteTeam"]
    assert deleted["deletedTeamId"] == joined["team"]["id"]
    assert codes(act(gateway, "DeleteTeam", {"team": HERBS}, "taylor")) == ["NOT_FOUND"]
