"""A list of grades without rows: the LMS responds with 204, and some servers send a body after it."""

import pytest

from tests.programs.test_programs import GARDENS, V1
from tests.support.front import Front
from tests.support.gateway import Gateway
from tests.support.people import BOTANY

QUERY = "query($u: UUID!, $c: CourseKey!) { program(uuid: $u) { courseGrades(course: $c) { edges { cursor } } } }"
GRADES = f"{V1}/programs/{GARDENS}/courses/{BOTANY}/grades/"
BODY = b'{"results": [], "next": null, "count": 0 }'
HEAD = b"HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n"
LENGTH = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)


@pytest.mark.parametrize("answer", [LENGTH, CHUNKED, HEAD + b"\r\n"])
def test_grades_without_rows_are_an_empty_list_each_time(front: Front, front_gateway: Gateway, answer: bytes) -> None:
    front.play(GRADES, answer)
    for _ in range(20):
        data = front_gateway.ask(QUERY, {"u": GARDENS, "c": BOTANY}, user="taylor").sound()
        assert data["program"]["courseGrades"] == {"edges": []}
        assert front_gateway.ask("{ viewer { username } }", user="sam").sound()["viewer"]["username"] == "sam"
