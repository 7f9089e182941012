"""Invalid keys are refused before any call, in every argument."""

import base64
import json
from typing import Any

import httpx
import pytest

from tests.support.gateway import Answer, Gateway
from tests.support.people import KEY

BAD_COURSE_KEYS = (
    "",
    " ",
    "..",
    "course-v1:",
    "course-v1:a+b",
    "course-v1:a+b+c+d",
    "course-v1:../../api/user/v1/me+b+c",
    "course-v1:a+b+c/../../me",
    "course-v1:a+b+c%2f..%2fme",
    "course-v1:a+b+%2e%2e",
    "course-v1:a+b+c\r\nX-Evil: 1",
    "course-v1:a+b+c\n",
    "course-v1:a+b+c\x00",
    "course-v1:a+b+c?x=1",
    "course-v1:a+b+c#x",
    "course-v1:a+b+c&username=sam",
    "course-v1:a+b+c,course-v1:a+b+d",
    "course-v1:a\u200b+b+c",
    "course-v1:a+b+c\u202e",
    "course-v1:a+b+\uff0e\uff0e",
    "course-v1:a b+b+c",
    "course-v1:a\\b+b+c",
    "COURSE-V1:a+b+c",
    f" {KEY}",
    f"{KEY} ",
    "block-v1:a+b+c+type@vertical+block@d",
    "library-v1:a+b+c",
    "a/../b",
    "../../x",
    "a/b/c/d",
    "a//b",
    "a/b/c?x",
    "a/b/c%2f..%2f\x00",
    "ccx-v1:a+b+c",
    "ccx-v1:a+b+c+ccx@x",
    "course-v1:a+b+" + "c" * 10_000,
    "course-v1:a+b+" + "c" * 300,
    "i4x://a/b/c/d",
)


def check(answer: Answer) -> None:
    assert answer.status < 500
    assert answer.codes
    assert set(answer.codes) <= {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"}
    assert answer.calls == []
    assert all(len(error["message"]) < 1000 for error in answer.errors)


@pytest.mark.parametrize("key", BAD_COURSE_KEYS, ids=lambda key: ascii(key)[:40])
def test_course_key_is_refused(gateway: Gateway, key: str) -> None:
    check(gateway.ask("query($k: CourseKey!) { course(key: $k) { title } }", {"k": key}))
    check(gateway.ask("query($k: [CourseKey!]!) { courses(keys: $k) { title } }", {"k": [KEY, key]}))


@pytest.mark.parametrize("key", [key for key in BAD_COURSE_KEYS if len(key) < 400], ids=lambda key: ascii(key)[:40])
def test_literal_course_key_is_refused(gateway: Gateway, key: str) -> None:
    check(gateway.ask(f"{{ course(key: {json.dumps(key, ensure_ascii=False)}) {{ title }} }}"))


@pytest.mark.parametrize("value", [None, 7, 1.5, True, ["a"], {"key": KEY}])
def test_course_key_that_is_no_string_is_refused(gateway: Gateway, value: Any) -> None:
    check(gateway.ask("query($k: CourseKey!) { course(key: $k) { title } }", {"k": value}))


@pytest.mark.parametrize(
    "student", ["", "0x1", "-1", "1/../2", "..", "1%2f", "1\n", "alex", "1 2", "9" * 400, "\u0661\u0662", "\u00b2"]
)
def test_student_id_is_refused(gateway: Gateway, student: str) -> None:
    answer = gateway.ask(
        "query($k: CourseKey!, $s: ID) { course(key: $k) { progress(studentId: $s) { username } } }",
        {"k": KEY, "s": student},
        user="taylor",
    )
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.errors[0]["path"] == ["course", "progress"]
    assert not [path for path in answer.paths if "/progress/" in path]


@pytest.mark.parametrize(
    "global_id",
    ["", "x", "====", "Q291cnNl", "Q291cnNlOg", "!!", "\u00e4", "a" * 10_000, "Q291cnNlOi4uLy4uL2FwaQ", "Vmlld2Vy"],
)
def test_id_that_is_none_of_ours_is_refused(gateway: Gateway, global_id: str) -> None:
    check(gateway.ask("query($i: ID!) { node(id: $i) { id } }", {"i": global_id}))


@pytest.mark.parametrize("name", [".", ".."])
def test_names_that_would_lead_out_of_a_path_are_refused(gateway: Gateway, name: str) -> None:
    query = "query($k: CourseKey!, $n: String) { course(key: $k) { progress(asUser: $n) { username } } }"
    assert gateway.ask(query, {"k": KEY, "n": name}, user="taylor").codes == ["BAD_USER_INPUT"]
    check(gateway.ask("query($i: ID!) { thread(id: $i) { id } }", {"i": name}))


@pytest.mark.parametrize(
    "claims", [b'{"a":' + b"[" * 5500, b'{"preferred_username":".."}', b'{"preferred_username":"."}']
)
def test_a_token_that_cannot_be_read_is_for_the_lms_to_judge(client: httpx.Client, claims: bytes) -> None:
    payload = base64.urlsafe_b64encode(claims).decode().rstrip("=")
    cookies = f"edx-jwt-cookie-header-payload=h.{payload}; edx-jwt-cookie-signature=s"
    for headers in ({"authorization": f"JWT h.{payload}.s"}, {"cookie": cookies}):
        response = client.post(
            "/graphql", json={"query": "{ viewer { username timezone certificates { type } } }"}, headers=headers
        )
        assert response.status_code == 200
        assert "INTERNAL" not in response.text


def test_keys_at_the_edge_of_the_format_are_asked_for(gateway: Gateway) -> None:
    """The opposite: every valid key is sent, encoded as the LMS's routes expect it."""
    for key in ("course-v1:a+b+c", "course-v1:A.b-c_d~e+x:y+0", "course-v1:...+..+.", "course-v1:a+b+" + "c" * 240):
        answer = gateway.ask("query($k: CourseKey!) { course(key: $k) { tabs { id } } }", {"k": key})
        assert answer.data == {"course": None}
        assert answer.paths == [f"/api/course_home/course_metadata/{key}"]
