"""Fields that lead to a program: lists of the viewer, and programs of a course, an enrolment and a pathway."""

from typing import Any

import pytest

from tests.support.changed import changed
from tests.support.gateway import Gateway
from tests.support.people import KEY, sign_in

GARDENS = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"


@pytest.mark.parametrize("compiled", [True, False])
def test_references_to_a_program_lead_to_it(gateway: Gateway, compiled: bool) -> None:
    """The programs of a course, of an enrolment and of a pathway each have their own type."""

    def related(path: str, body: Any, headers: Any) -> Any:
        if path.startswith("/api/courseware/course/"):
            progress = {"completed": 1, "in_progress": 0, "not_started": 2}
            shown = {"title": "Gardens", "slug": "masters", "url": "https://lms.example/x", "progress": progress}
            body["related_programs"] = [{"uuid": GARDENS.upper(), **shown}]
        return body

    query = """query($k: CourseKey!) {
      viewer {
        programs { id uuid slug }
        enrollments(first: 5) { edges { node { programs { uuid title program { id uuid slug } } } } }
        learningPathways { steps { programs { uuid program { id } } } }
      }
      course(key: $k) { relatedPrograms { slug program { id slug courseRuns(first: 1) { edges { cursor } } } } }
    }"""
    with changed(gateway.lms, related, compile=compiled) as client:
        gateway.lms.forget()
        body = {"query": query, "variables": {"k": KEY}}
        answer = client.post("/graphql", json=body, headers=sign_in("alex", "session")).json()
        calls = [call.path for call in gateway.lms.calls()]
    assert "errors" not in answer
    viewer, course = answer["data"]["viewer"], answer["data"]["course"]
    programs = {one["uuid"]: one for one in viewer["programs"]}
    of_enrollments = [one for edge in viewer["enrollments"]["edges"] for one in edge["node"]["programs"]]
    assert of_enrollments
    for one in of_enrollments:
        assert one["program"] == programs.get(one["uuid"])
    line = course["relatedPrograms"][0]
    assert (line["slug"], line["program"]["id"]) == ("masters", programs[GARDENS]["id"])
    assert line["program"]["slug"] == programs[GARDENS]["slug"]
    for step in viewer["learningPathways"][0]["steps"]:
        for one in step["programs"]:
            assert (one["program"] or {"id": None})["id"] == programs.get(one["uuid"], {"id": None})["id"]
    assert calls.count("/api/program_enrollments/v1/programs/enrollments/") == 1
