"""UUIDs: one format in all fields and arguments."""

from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms

UUID = "0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12"
FORMS = (UUID.upper(), UUID.replace("-", ""), UUID.replace("-", "").upper(), UUID)


def other(text: Any, form: int) -> Any:
    """The same UUID as an LMS might write it."""
    return (text.upper(), text.replace("-", ""), text.replace("-", "").upper(), text)[form]


@pytest.mark.parametrize("compile_", [True, False])
@pytest.mark.parametrize("form", range(4))
def test_a_program_is_the_same_however_the_lms_writes_its_uuid(lms: DemoLms, form: int, compile_: bool) -> None:
    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/programs/enrollments/"):
            return [{**row, "uuid": other(row["uuid"], form)} for row in body]
        if path.endswith("/enrollments/") and "/programs/" in path:
            body["results"] = [
                {**row, "curriculum_uuid": other(row["curriculum_uuid"], form)} for row in body["results"]
            ]
        return body

    listed = "{ viewer { programs { id uuid slug enrollments(first: 3) { edges { node { id curriculumUuid } } } } } }"
    truth = ask_plain(lms, listed)["viewer"]["programs"]
    assert truth
    with changed(lms, change, compile=compile_) as client:
        answer = ask(client, listed, user="taylor")
        assert answer == {"data": {"viewer": {"programs": truth}}}
        found = truth[0]
        for given in (found["uuid"], found["uuid"].upper(), found["uuid"].replace("-", "")):
            one = ask(client, "query($u: UUID!) { program(uuid: $u) { id uuid slug } }", {"u": given}, user="taylor")
            shown = {name: found[name] for name in ("id", "uuid", "slug")}
            assert one == {"data": {"program": shown}}
        again = ask(
            client, "query($i: ID!) { node(id: $i) { id ... on Program { slug } } }", {"i": found["id"]}, user="taylor"
        )
        assert again == {"data": {"node": {"id": found["id"], "slug": found["slug"]}}}


def ask_plain(lms: DemoLms, query: str) -> Any:
    with changed(lms, lambda path, body, headers: body) as client:
        answer = ask(client, query, user="taylor")
    assert "errors" not in answer, answer
    return answer["data"]


@pytest.mark.parametrize("compile_", [True, False])
def test_uuids_in_certificates_and_addresses(lms: DemoLms, compile_: bool) -> None:
    for text in FORMS:

        def change(path: str, body: Any, headers: dict[str, str], text: str = text) -> Any:
            if "/certificates/v0/certificates/" in path:
                return [{**row, "uuid": text} for row in body]
            if "learner_home" in path:
                for card in body["courses"]:
                    program = {
                        "programUrl": f"https://lms.example/dashboard/programs/{text}/",
                        "title": "P",
                        "programType": "XSeries",
                    }
                    card["programs"] = {"relatedPrograms": [program]}
            return body

        query = "{ viewer { certificates { uuid } enrollments(first: 1) { edges { node { programs { uuid } } } } } }"
        with changed(lms, change, compile=compile_) as client:
            viewer = ask(client, query)["data"]["viewer"]
        assert {certificate["uuid"] for certificate in viewer["certificates"]} == {UUID}
        assert viewer["enrollments"]["edges"][0]["node"]["programs"] == [{"uuid": UUID}]


@pytest.mark.parametrize(
    "text", ["", "x", "0b0f8f4f7d1e4a0f9a5a2b4c6d8e0f_2", UUID + "0", "0b0f8f4f-7d1e4a0f-9a5a-2b4c6d8e0f12"]
)
def test_an_invalid_uuid_is_refused(lms: DemoLms, text: str) -> None:
    with changed(lms, lambda path, body, headers: body) as client:
        answer = ask(client, "query($u: UUID!) { program(uuid: $u) { id } }", {"u": text}, user="taylor")
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["BAD_USER_INPUT"]
