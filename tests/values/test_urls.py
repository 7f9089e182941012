"""URLs of the LMS: absolute web URLs or null; alone, in lists and in maps, compiled and not."""

from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from graphql import GraphQLObjectType, GraphQLSchema, get_named_type, is_non_null_type
from hypothesis import given
from hypothesis import strategies as st

from resolvers.values.text import absolute
from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY

CYRILLIC = "course-v1:009+ПН1+2024M01"  # noqa: RUF001
LMS = "https://lms.example"
CASES: dict[str, str | None] = {
    "": None,
    " ": None,
    "/x.mp4": "{}/x.mp4",
    "x/y.mp4": "{}/x/y.mp4",
    "../x.mp4": "{}/x.mp4",
    "?page=2": "{}/?page=2",
    "//cdn.example/x": "{scheme}://cdn.example/x",
    "https://cdn.example/x?a=b#c": "https://cdn.example/x?a=b#c",
    "HTTP://cdn.example": "HTTP://cdn.example",
    "  https://cdn.example/x \n": "https://cdn.example/x",
    "https://cdn.example/a\nb": "https://cdn.example/ab",
    "https://cdn.example/ü/\u202e": "https://cdn.example/%C3%BC/%E2%80%AE",
    "https://cdn.example/%C3%BC": "https://cdn.example/%C3%BC",
    "/ü?ü=ü#ü": "{}/%C3%BC?%C3%BC=%C3%BC#%C3%BC",
    "https://exämple.org/ü": "https://exämple.org/%C3%BC",
    "javascript:alert(1)": None,
    "JavaScript:alert(1)": None,
    "\x01javascript:alert(1)": None,
    " \tjava\nscript:alert(1)": None,
    "data:text/html,<script>": None,
    "vbscript:x": None,
    "mailto:team@example.com": None,
    "file:///etc/passwd": None,
    "https://": None,
    "https:///x": None,
    "http:x": None,
    "//": None,
    "///x": None,
}


def expected(url: str, base: str) -> str | None:
    form = CASES[url]
    return None if form is None else form.format(base, scheme=base.partition(":")[0])


@pytest.mark.parametrize("url", CASES, ids=ascii)
def test_an_address_is_absolute_or_none(url: str) -> None:
    assert absolute(url, LMS) == expected(url, LMS)


@given(st.text(st.sampled_from("javscript:/\\.ht p\t\n\x00\u202e@#?%Ü"), max_size=30) | st.text(max_size=30))
def test_returned_urls_are_web_urls(text: str) -> None:
    url = absolute(text, LMS)
    assert url is None or (url.lower().startswith(("http://", "https://")) and url.isprintable())
    assert url is None or urlsplit(url.replace("\\", "/").replace("[", "").replace("]", "")).netloc
    assert absolute(url, LMS) == url


def test_every_url_may_be_none(schema: GraphQLSchema) -> None:
    """An address that must not be given out takes nothing else of its object away."""
    for object_type in schema.type_map.values():
        if isinstance(object_type, GraphQLObjectType):
            for name, field in object_type.fields.items():
                if get_named_type(field.type).name == "URL":
                    assert not is_non_null_type(field.type), f"{object_type.name}.{name}"


@pytest.mark.parametrize("compile_", [True, False])
def test_addresses_everywhere(lms: DemoLms, compile_: bool) -> None:
    """Alone, in a list, in a map, and in a list of objects; typed and from rows of decoded JSON."""
    cases = list(CASES)

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if "course_metadata" in path:
            body["tabs"] = [{"tab_id": f"t{place}", "title": "T", "url": url} for place, url in enumerate(cases)]
        if path.endswith("/course_info/blocks/"):
            for place, block in enumerate(body["blocks"].values()):
                block["lms_web_url"] = cases[place % len(cases)]
                if block["type"] == "video":
                    encoded = {f"e{place}": {"url": url} for place, url in enumerate(cases)}
                    transcripts = {f"t{place}": url for place, url in enumerate(cases)}
                    block["student_view_data"] = {
                        "all_sources": cases,
                        "encoded_videos": encoded,
                        "transcripts": transcripts,
                        "only_on_web": False,
                    }
        return body

    query = """query($key: CourseKey!) { course(key: $key) { tabs { id url } blocks {
      key webUrl video { sources encodings { profile url } transcripts { language url } } } } }"""
    with changed(lms, change, compile=compile_) as client:
        answer = ask(client, query, {"key": KEY})
        assert ask(client, query, {"key": KEY}) == answer, "the same with URLs that are known by now"
    assert "errors" not in answer
    course = answer["data"]["course"]
    base = course["tabs"][cases.index("/x.mp4")]["url"].removesuffix("/x.mp4")
    shown = [expected(url, base) for url in cases]
    assert [tab["url"] for tab in course["tabs"]] == shown
    assert {block["webUrl"] for block in course["blocks"]} == set(shown)
    videos = [block["video"] for block in course["blocks"] if block["video"] is not None]
    assert videos
    for video in videos:
        assert video["sources"] == [url for url in shown if url is not None]
        assert [entry["url"] for entry in video["encodings"]] == shown
        assert [entry["url"] for entry in video["transcripts"]] == shown


@pytest.mark.parametrize("compiled", [True, False])
def test_an_address_has_one_form_whichever_endpoint_sends_it(lms: DemoLms, compiled: bool) -> None:
    edges = "edges { node { course { key aboutUrl } } }"
    lists = f"all: enrollments(first: 9) {{ {edges} }} open: enrollments(first: 9, status: IN_PROGRESS) {{ {edges} }}"
    query = f"query($k: CourseKey!) {{ course(key: $k) {{ key aboutUrl }} viewer {{ {lists} }} }}"
    with changed(lms, lambda path, body, headers: body, compile=compiled) as client:
        data = ask(client, query, {"k": CYRILLIC}, user="noor")["data"]
    rows = [data["course"]]
    for name in ("all", "open"):
        rows += [edge["node"]["course"] for edge in data["viewer"][name]["edges"]]
    found = [urlsplit(row["aboutUrl"]).path for row in rows if row["key"] == CYRILLIC]
    assert len(found) == 3
    assert set(found) == {f"/courses/{quote(CYRILLIC, safe=':+')}/about"}
