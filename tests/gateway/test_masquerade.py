"""Staff who view a course as one of its learners: the course is the learner's, the viewer is the staff member."""

import pytest

from tests.gateway.test_identity import csrf, names_in, signed
from tests.support.gateway import Gateway
from tests.support.named import named, pair
from tests.support.people import KEY

MASQUERADE = f"/courses/{KEY}/masquerade"
SEEN = """query($k: CourseKey!) {
  viewer { username name email timezone preferences { key value } certificates { status } }
  course(key: $k) { isMasquerading masqueradeUsername isStaff tabs { id } progress { username } }
}"""
WAYS = {
    "session": lambda user: {"cookie": f"sessionid=demo-{user}"},
    "browser": lambda user: {"cookie": f"{pair(user, 3600)}; sessionid=demo-{user}"},
    "token and session": lambda user: named(user, 3600) | {"cookie": f"sessionid=demo-{user}"},
}


def masquerade(gateway: Gateway, user: str, **asked: object) -> None:
    body = {"role": "student", **asked}
    reply = gateway.lms.post(MASQUERADE, body, csrf(f"sessionid=demo-{user}"))
    assert reply.body == {"success": True}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("user", ["taylor", "robin"])
def test_the_viewer_of_a_masquerade_is_the_staff_member(gateway: Gateway, way: str, user: str) -> None:
    before = signed(gateway, SEEN, WAYS[way](user), k=KEY).sound()
    masquerade(gateway, user, user_name="sam")
    answer = signed(gateway, SEEN, WAYS[way](user), k=KEY)
    after = answer.sound()
    assert after["viewer"] == before["viewer"]
    assert after["viewer"]["username"] == user
    assert (before["course"]["isMasquerading"], before["course"]["masqueradeUsername"]) == (False, None)
    assert (after["course"]["isMasquerading"], after["course"]["masqueradeUsername"]) == (True, "sam")
    assert after["course"]["progress"] == {"username": "sam"}
    assert names_in(answer.paths) <= {user}


@pytest.mark.parametrize("way", WAYS)
def test_writes_in_a_masquerade_are_the_staff_members(gateway: Gateway, way: str) -> None:
    masquerade(gateway, "taylor", user_name="sam")
    headers = WAYS[way]("taylor")
    write = (
        'mutation { setPreference(input: {key: "a", value: "b"}) { userErrors { code } viewer { username timezone } } }'
    )
    answer = signed(gateway, write, headers | csrf(headers["cookie"]))
    assert answer.sound()["setPreference"] == {"userErrors": [], "viewer": {"username": "taylor", "timezone": None}}
    assert names_in(answer.paths) == {"taylor"}


def test_a_token_alone_has_no_masquerade(gateway: Gateway) -> None:
    masquerade(gateway, "taylor", user_name="sam")
    data = signed(gateway, SEEN, named("taylor", 3600), k=KEY).data
    assert data["viewer"]["username"] == "taylor"
    assert data["course"]["isMasquerading"] is False


MIXED = """query($k: CourseKey!) { course(key: $k) {
  isMasquerading
  enrollment { isActive mode created hasOptedOutOfEmail accessExpirationDate }
  resume { url block { key } }
} }"""


def enroll(gateway: Gateway, user: str) -> None:
    gateway.lms.post(
        "/api/enrollment/v1/enrollment", {"course_details": {"course_id": KEY}}, csrf(f"sessionid=demo-{user}")
    )


@pytest.mark.parametrize("way", WAYS)
def test_no_object_of_the_course_mixes_two_people(gateway: Gateway, way: str) -> None:
    """The lists of enrolments and the last block stay the staff member's, the pages of the course are the learner's."""
    enroll(gateway, "taylor")
    before = signed(gateway, MIXED, WAYS[way]("taylor"), k=KEY).sound()["course"]
    assert before["enrollment"]["created"] is not None
    masquerade(gateway, "taylor", user_name="alex")
    course = signed(gateway, MIXED, WAYS[way]("taylor"), k=KEY).sound()["course"]
    body = gateway.lms.rest(f"/api/course_home/outline/{KEY}", "alex", "session").body
    assert course["isMasquerading"] is True
    assert course["enrollment"] == {
        "isActive": True,
        "mode": "verified",
        "created": None,
        "hasOptedOutOfEmail": None,
        "accessExpirationDate": None,
    }
    assert course["resume"] == {"url": body["resume_course"]["url"], "block": None}


def test_as_a_group_of_learners_staff_are_themselves(gateway: Gateway) -> None:
    enroll(gateway, "taylor")
    masquerade(gateway, "taylor", group_id=1, user_partition_id=50)
    course = signed(gateway, MIXED, WAYS["session"]("taylor"), k=KEY).sound()["course"]
    assert course["isMasquerading"] is True
    assert course["enrollment"]["created"] is not None


def test_parts_of_a_masquerade_are_as_the_whole(gateway: Gateway) -> None:
    enroll(gateway, "taylor")
    masquerade(gateway, "taylor", user_name="alex")
    query = f'{{ course(key: "{KEY}") {{ isMasquerading ... @defer {{ enrollment {{ isActive created }} }} }} }}'
    headers = {"accept": "multipart/mixed", **WAYS["session"]("taylor")}
    reply = gateway.http.post("/graphql", json={"query": query}, headers=headers)
    assert '"isActive":true,"created":null' in reply.text
