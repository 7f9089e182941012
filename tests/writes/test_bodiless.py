"""A write whose answer has no body was stored: only what is read from the answer is an error."""

import pytest

from tests.support.gateway import Gateway
from tests.support.people import BOTANY, KEY, PUBLIC
from tests.writes.people import credentials
from tests.writes.test_learner import UNIT

POST = f'course: "{KEY}", topic: "course-general", type: DISCUSSION, title: "x", rawBody: "x"'
CREDIT = f'course: "{BOTANY}", provider: "hillside-college"'


@pytest.mark.parametrize(
    ("name", "given", "path", "field", "selection"),
    [
        ("createThread", POST, "/api/discussion/v1/threads/", "thread", "thread { id } course { key }"),
        ("updateComment", 'comment: "2", voted: true', "/api/discussion/v1/comments/", "comment", "comment { id }"),
        ("requestCredit", CREDIT, "/api/credit/", "url", "url method parameters { name } course { key }"),
        ("enroll", f'course: "{PUBLIC}"', "/api/enrollment/", "enrollment", "enrollment { mode } course { key }"),
        ("addBookmark", f'block: "{UNIT}"', "/api/bookmarks/", "bookmark", "bookmark { key } course { key }"),
        ("addBookmark", f'block: "{UNIT}"', "/api/bookmarks/", "bookmarkEdge", "bookmarkEdge { cursor }"),
        ("deleteComment", 'comment: "2"', "/api/discussion/v1/comments/", None, "deletedId"),
    ],
)
def test_object_of_an_empty_answer_is_an_error(
    gateway: Gateway, name: str, given: str, path: str, field: str | None, selection: str
) -> None:
    gateway.lms.faults({path: {"kind": "empty"}})
    text = f"mutation {{ payload: {name}(input: {{{given}}}) {{ {selection} userErrors {{ code }} }} }}"
    answer = gateway.ask(text, user="anonymous", headers=credentials("alex", "session"))
    payload = answer.data["payload"]
    assert payload["userErrors"] == []
    assert [error["path"] for error in answer.errors] == ([] if field is None else [["payload", field]])
    assert answer.codes == ["UPSTREAM_INVALID"] * len(answer.errors)
    assert "course" not in payload or payload["course"]["key"] in {BOTANY, KEY, PUBLIC}
