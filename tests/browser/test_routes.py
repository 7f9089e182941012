"""The GraphiQL routes over HTTP: headers, caching, missing files, and the examples that ship."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from gateway.graphiql.examples import load_examples
from gateway.graphiql.page import Example, graphiql_routes

from . import stand_in


def test_page_allows_only_its_own_origin(stand_in_url: str) -> None:
    response = httpx.get(f"{stand_in_url}/graphiql")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in response.headers["content-security-policy"]
    assert "no-store" in response.headers["cache-control"]
    sources = re.findall(r'<(?:script|link)[^>]*(?:src|href)="([^"]*)"', response.text)
    assert sources
    assert all(source.startswith(("/graphiql/assets/", "data:")) for source in sources)
    assert "http://" not in response.text.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in response.text


def test_faults_are_set_at_one_more_origin() -> None:
    routes = graphiql_routes(faults="http://lms.example:18000/__faults")
    with stand_in.serve(Starlette(routes=routes)) as url:
        policy = httpx.get(f"{url}/graphiql").headers["content-security-policy"]
    assert "connect-src 'self' http://lms.example:18000;" in policy


def test_each_page_has_its_own_nonce(stand_in_url: str) -> None:
    policies = {httpx.get(f"{stand_in_url}/graphiql").headers["content-security-policy"] for _ in range(2)}
    assert len(policies) == 2


def test_assets_are_cached_for_a_year(stand_in_url: str) -> None:
    html = httpx.get(f"{stand_in_url}/graphiql").text
    for source in re.findall(r'"(/graphiql/assets/[^"]*)"', html):
        response = httpx.get(stand_in_url + source)
        assert response.status_code == 200, source
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["content-type"].partition(";")[0] in ("text/javascript", "text/css")
        assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["..%2fpage.py", "%2e%2e/page.py", "page.py", "react-18.3.1/receipt.json", ""])
def test_nothing_but_the_assets_is_served(stand_in_url: str, path: str) -> None:
    assert httpx.get(f"{stand_in_url}/graphiql/assets/{path}").status_code == 404


def test_missing_assets_say_what_to_run(tmp_path: Path) -> None:
    with stand_in.serve(Starlette(routes=graphiql_routes(static=tmp_path))) as url:
        response = httpx.get(f"{url}/graphiql")
    assert response.status_code == 503
    assert "run: python -m gateway.graphiql.assets" in response.text
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


def test_example_text_cannot_leave_its_script_element() -> None:
    hostile = Example("</script><script>alert(1)</script>", "<b>", "query Q { a }", "Q", {"v": "</script>"})
    with stand_in.serve(Starlette(routes=graphiql_routes(examples=[hostile]))) as url:
        html = httpx.get(f"{url}/graphiql").text
    embedded = html.partition('type="application/json">')[2].partition("</script>")[0]
    assert json.loads(embedded)["examples"][0]["title"] == hostile.title
    assert html.count("alert(1)") == 1


def test_shipped_examples_are_complete() -> None:
    examples = load_examples()
    assert examples[0].operation_name == "CourseHomePage"
    groups = {example.group for example in examples}
    assert groups >= {"Course home", "Dashboard", "Courseware", "Dates", "Progress", "Mobile", "Programs", "Writes"}
    for example in examples:
        required = set(re.findall(r"\$(\w+): [\w\[\]!]*!(?=[,)])", example.document))
        assert required <= set(example.variables), example.title
    pages = {example.operation_name: example.today for example in examples if example.today}
    assert len(pages) > 15
    assert [call.name for call in pages["DatesPage"].calls] == [
        "course_home/course_metadata",
        "course_home/dates",
        "user_tours/user",
    ]


@pytest.mark.parametrize(
    "call", ['{"endpoint": "no/such"}', '{"call": "GET /a", "after": [1]}', '{"call": "GET /a", "after": [0]}', "{}"]
)
def test_bad_call_of_today_is_named(tmp_path: Path, call: str) -> None:
    (tmp_path / "1-page").mkdir()
    (tmp_path / "1-page" / "A.graphql").write_text("query A { a }")
    (tmp_path / "1-page" / "A.today.json").write_text(f'{{"client": "a front end", "calls": [{call}]}}')
    with pytest.raises(ValueError, match=r"A\.today\.json: call 1"):
        load_examples(tmp_path)


@pytest.mark.parametrize(
    ("document", "variables", "message"),
    [
        ("query A { a } query B { b }", "{}", "one named operation, found 2"),
        ("{ a }", "{}", "one named operation, found 0"),
        ("query A {", "{}", "Syntax Error"),
        ("query A { a }", "[]", "JSON object"),
    ],
)
def test_bad_example_is_named(tmp_path: Path, document: str, variables: str, message: str) -> None:
    (tmp_path / "1-page").mkdir()
    (tmp_path / "1-page" / "A.graphql").write_text(document)
    (tmp_path / "1-page" / "A.json").write_text(variables)
    with pytest.raises(ValueError, match=rf"A\..*{message}"):
        load_examples(tmp_path)
