"""Learner pathways, with and without the LMS's plugin."""

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway

PATHWAYS = "programs/programs:Pathways"
GROWER = "29efa34c-60c6-4791-88c0-ab3b5fbd7503"
LIST = "/api/learner-pathway-progress/v1/progress/"


@pytest.mark.parametrize("user", ["alex", "sam", "jordan"])
@pytest.mark.parametrize("uuids", [None, [GROWER], [GROWER.upper(), GROWER]])
def test_pathways(gateway: Gateway, user: str, uuids: list[str] | None) -> None:
    answer = gateway.ask(text_of(PATHWAYS), {"uuids": uuids}, user=user)
    query = {"uuid": GROWER} if uuids else {}
    pathways = [row["learner_pathway_progress"] for row in gateway.lms.rest(LIST, user, **query).body["results"]]
    shown = answer.sound()["viewer"]["learningPathways"]
    assert [row["uuid"] for row in shown] == [row["uuid"] for row in pathways]
    for row, pathway in zip(shown, pathways, strict=True):
        assert (row["title"], row["status"], row["overview"]) == (
            pathway["title"],
            pathway["status"],
            pathway["overview"],
        )
        for step, told_step in zip(row["steps"], pathway["steps"], strict=True):
            assert (step["uuid"], step["minRequirement"], step["status"]) == (
                told_step["uuid"],
                told_step["min_requirement"],
                told_step["status"],
            )
            names = ("key", "title", "status")
            assert step["courses"] == [{name: one[name] for name in names} for one in told_step["courses"]]
            assert step["programs"] == [
                {
                    **{name: one[name] for name in ("uuid", "title", "status")},
                    "courses": [{"key": course["key"]} for course in one["courses"]],
                }
                for one in told_step["programs"]
            ]
    assert len(answer.calls) == 1


def test_no_pathways_asked_for_is_no_call(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PATHWAYS), {"uuids": []})
    assert answer.sound() == {"viewer": {"learningPathways": []}}
    assert answer.calls == []


def test_visitor_has_none(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PATHWAYS), {}, user="anonymous")
    assert answer.sound() == {"viewer": {"learningPathways": None}}
    assert answer.calls == []


def test_lms_without_the_plugin(new_gateway: Gateway) -> None:
    new_gateway.lms.faults({LIST: {"status": 404, "kind": "html"}})
    for calls in (1, 0):
        answer = new_gateway.ask(text_of(PATHWAYS), {})
        assert answer.data == {"viewer": {"learningPathways": None}}
        assert answer.codes == ["UPSTREAM_NOT_SUPPORTED"]
        assert len(answer.calls) == calls, "what is not there is not asked for again"


def test_bearer_is_another_sign_in(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PATHWAYS), {}, scheme="Bearer")
    assert answer.codes == ["UNAUTHENTICATED"]
    assert answer.calls == []
