"""HTTP caching of responses."""

import hashlib
import json

import httpx
import pytest

from tests.support.lms import DemoLms

from .ask import get, post
from .conftest import StartGateway

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
PUBLIC = f'{{ course(key: "{KEY}") {{ title start }} }}'
PRIVATE = "private, no-store"


def test_public_answers_can_be_shared(client: httpx.Client) -> None:
    response = get(client, PUBLIC)
    assert response.json()["data"]["course"]["title"]
    assert response.headers["cache-control"] == "public, max-age=60"
    assert {"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie"} <= set(
        response.headers["vary"].split(", ")
    )


def test_public_answers_are_recognised(client: httpx.Client) -> None:
    first = get(client, PUBLIC)
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = get(client, PUBLIC, if_none_match=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == "public, max-age=60"
    assert get(client, PUBLIC, if_none_match='"other"').status_code == 200
    other = get(client, f'{{ course(key: "{KEY}") {{ title }} }}')
    assert other.headers["etag"] != tag


@pytest.mark.parametrize(
    "query",
    [
        "{ __typename }",
        "{ viewer { isAuthenticated } }",
        f'{{ viewer {{ isAuthenticated }} course(key: "{KEY}") {{ title }} }}',
        f'{{ course(key: "{KEY}") {{ title tabs {{ id }} }} }}',
        f'{{ course(key: "{KEY}") {{ title progress {{ username }} }} }}',
        f'{{ course(key: "{KEY}") {{ title isStaff }} }}',
        '{ course(key: "course-v1:No+Such+Run") { tabs { id } } }',
        "{ nonsense }",
    ],
)
def test_everything_else_is_private(client: httpx.Client, query: str) -> None:
    response = get(client, query)
    assert response.headers["cache-control"] == PRIVATE
    assert "etag" not in response.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "JWT demo-alex"},
        {"authorization": "Bearer demo-alex"},
        {"cookie": "sessionid=demo-alex", "apollo_require_preflight": "1"},
        {"x_lectern_explain": "1"},
    ],
)
def test_signed_in_answers_are_private(client: httpx.Client, headers: dict[str, str]) -> None:
    response = get(client, PUBLIC, **headers)
    assert response.json()["data"]["course"]["title"]
    assert response.headers["cache-control"] == PRIVATE


def test_post_is_private(client: httpx.Client) -> None:
    assert post(client, PUBLIC).headers["cache-control"] == PRIVATE


def test_failures_are_private(client: httpx.Client, lms: DemoLms) -> None:
    lms.faults({"/api/": {"status": 503}})
    query = '{ course(key: "course-v1:OpenedX+PubX+2026") { title effort } }'
    response = get(client, query)
    assert response.json()["errors"]
    assert response.headers["cache-control"] == PRIVATE


def test_age_is_configured(start_gateway: StartGateway) -> None:
    assert get(start_gateway(public_max_age=5), PUBLIC).headers["cache-control"] == "public, max-age=5"
    off = get(start_gateway(public_max_age=0), PUBLIC)
    assert off.headers["cache-control"] == PRIVATE
    assert "etag" not in off.headers


LEARNERS = f'{{ course(key: "{KEY}") {{ goals {{ selectedGoal {{ daysPerWeek }} }} }} viewer {{ username }} }}'
SET_GOAL = (
    f'mutation {{ setCourseGoal(input: {{ course: "{KEY}", daysPerWeek: 5, subscribedToReminders: true }}) '
    "{ userErrors { code } } }"
)
REVALIDATED = "private, no-cache"


def persisted(query: str) -> dict[str, str]:
    """Parameters of a GET that names a document by its hash, and registers it."""
    named = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(query.encode()).hexdigest()}}
    return {"extensions": json.dumps(named), "query": query}


def asked(client: httpx.Client, query: str, sign_in: str = "JWT demo-alex", **headers: str) -> httpx.Response:
    params = persisted(query)
    given = {"authorization": sign_in, **{name.replace("_", "-"): value for name, value in headers.items()}}
    client.get("/graphql", params=params, headers=given)
    return client.get("/graphql", params={"extensions": params["extensions"]}, headers=given)


@pytest.mark.parametrize("token", ["JWT demo-alex", "Bearer demo-alex"])
def test_a_persisted_answer_to_an_app_is_304_until_it_changes(client: httpx.Client, lms: DemoLms, token: str) -> None:
    first = asked(client, LEARNERS, token)
    assert first.headers["cache-control"] == REVALIDATED
    assert "Authorization" in first.headers["vary"].split(", ")
    tag = first.headers["etag"]
    lms.forget()
    again = asked(client, LEARNERS, token, if_none_match=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["cache-control"] == REVALIDATED
    assert lms.calls(), "the LMS was asked whether it is still so"
    written = client.post("/graphql", json={"query": SET_GOAL}, headers={"authorization": "JWT demo-alex"})
    assert written.json()["data"]["setCourseGoal"]["userErrors"] == []
    changed = asked(client, LEARNERS, token, if_none_match=tag)
    assert changed.status_code == 200
    assert changed.json()["data"]["course"]["goals"]["selectedGoal"]["daysPerWeek"] == 5
    lms.reset()


def test_nobody_is_answered_by_the_tag_of_another(client: httpx.Client) -> None:
    tag = asked(client, LEARNERS).headers["etag"]
    other = asked(client, LEARNERS, "JWT demo-sam", if_none_match=tag)
    assert other.status_code == 200
    assert other.json()["data"]["viewer"]["username"] == "sam"
    refused = asked(client, LEARNERS, "JWT forged", if_none_match=tag)
    assert refused.status_code == 200
    assert refused.headers["cache-control"] == PRIVATE
    assert "etag" not in refused.headers


def test_a_visitors_persisted_answer_is_revalidated_too(client: httpx.Client) -> None:
    params = persisted(f'{{ course(key: "{KEY}") {{ title tabs {{ key }} }} }}')
    first = client.get("/graphql", params=params)
    assert first.headers["cache-control"] == REVALIDATED
    again = client.get("/graphql", params=params, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "sessionid=demo-alex", "apollo-require-preflight": "1"},
        {"authorization": "JWT demo-alex", "cookie": "sessionid=demo-alex"},
        {"authorization": "JWT demo-alex", "x-lectern-explain": "1"},
    ],
)
def test_an_answer_to_a_browsers_cookies_is_not_kept(client: httpx.Client, headers: dict[str, str]) -> None:
    response = client.get("/graphql", params=persisted(LEARNERS), headers=headers)
    assert response.json()["data"]["viewer"]["username"] == "alex"
    assert response.headers["cache-control"] == PRIVATE
    assert "etag" not in response.headers


def test_an_answer_with_errors_is_not_kept(client: httpx.Client, lms: DemoLms) -> None:
    lms.faults({"/api/": {"status": 503}})
    response = asked(client, LEARNERS)
    assert response.json()["errors"]
    assert (response.headers["cache-control"], "etag" in response.headers) == (PRIVATE, False)
    lms.faults({})


def test_a_post_with_a_persisted_document_is_not_kept(client: httpx.Client) -> None:
    params = persisted(LEARNERS)
    body = {"query": LEARNERS, "extensions": json.loads(params["extensions"])}
    response = client.post("/graphql", json=body, headers={"authorization": "JWT demo-alex"})
    assert (response.headers["cache-control"], "etag" in response.headers) == (PRIVATE, False)
