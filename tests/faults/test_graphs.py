"""Courses are graphs, and a faulty LMS may send any: each walk over blocks ends, and lists each block once."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY

PREFIX = "block-v1:OpenedX+DemoX+DemoCourse+type@"
TYPES = {"c": "course", "s": "chapter", "q": "sequential", "u": "vertical", "p": "problem"}


def key_of(name: str) -> str:
    return f"{PREFIX}{TYPES[name[0]]}+block@{name}"


def name_of(key: str) -> str:
    return key.rpartition("@")[2]


def graph(**children: list[Any]) -> dict[str, Any]:
    """A map of blocks by their children: the first letter of a name says its type."""
    return {
        key_of(name): {
            "id": key_of(name),
            "type": TYPES[name[0]],
            "display_name": name,
            "resume_block": True,
            "complete": False,
            "children": [key_of(child) if isinstance(child, str) else child for child in below],
        }
        for name, below in children.items()
    }


def course(blocks: Mapping[str, Any]) -> Any:
    """Replaces the course's blocks by these, in every answer that has a map of blocks."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if "course_blocks" in body:
            body["course_blocks"]["blocks"] = blocks
            body["resume_course"]["has_visited_course"] = True
        elif "blocks" in body:
            body["blocks"] = blocks
            body["root"] = key_of("c")
        return body

    return change


BOTH_WAYS = pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
CIRCLES = {
    "itself": graph(c=["c"]),
    "two": graph(c=["s"], s=["c", "s"]),
    "below": graph(c=["s"], s=["q"], q=["u"], u=["p", "q"], p=["u", "s"]),
}
WALKS = """{ course(key: "%s") {
  lastVisited { path unitTitle }
  outline { sections { key sequences { key units { key } } } }
  all: blocks { key childKeys }
  some: blocks(types: ["course", "problem"]) { key childKeys(types: ["course", "problem"]) }
} }"""


@BOTH_WAYS
@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_ends(lms: DemoLms, name: str, compiled: bool) -> None:
    """The path goes down once, and no block is listed below itself."""
    with changed(lms, course(CIRCLES[name]), compile=compiled) as client:
        answer = ask(client, WALKS % KEY)
    assert "errors" not in answer
    found = answer["data"]["course"]
    path = found["lastVisited"]["path"]
    assert path[0] == key_of("c")
    assert len(path) == len(set(path)) <= len(CIRCLES[name])
    for rows in (found["all"], found["some"]):
        below = {row["key"]: row["childKeys"] for row in rows}
        assert len(below) == len(rows)
        while ends := [key for key, children in below.items() if not below.keys() & children]:
            for key in ends:
                del below[key]
        assert not below, "clients can walk in a circle"


def test_a_unit_below_two_parents_is_listed_once(lms: DemoLms) -> None:
    """Whatever comes first: each block has its nearest listed blocks, in the order of the course."""
    blocks = graph(
        c=["s1", "s2"],
        s1=["q1"],
        s2=["q2"],
        q1=["u1"],
        q2=["u2", "u1"],
        u1=["p1", "p2"],
        u2=["p3"],
        p1=[],
        p2=[],
        p3=[],
    )
    query = """{ course(key: "%s") {
      problems: blocks(types: ["course", "problem"]) { key childKeys(types: ["course", "problem"]) }
      sections: blocks(types: ["chapter", "problem"]) { key childKeys(types: ["chapter", "problem"]) }
    } }"""
    with changed(lms, course(blocks)) as client:
        answer = ask(client, query % KEY)
    assert "errors" not in answer

    def child_keys_of(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
        assert len({row["key"] for row in rows}) == len(rows)
        return {name_of(row["key"]): [name_of(key) for key in row["childKeys"]] for row in rows}

    found = answer["data"]["course"]
    assert child_keys_of(found["problems"]) == {"c": ["p1", "p2", "p3"], "p1": [], "p2": [], "p3": []}
    sections = child_keys_of(found["sections"])
    assert {name: set(below) for name, below in sections.items() if below} == {
        "s1": {"p1", "p2"},
        "s2": {"p1", "p2", "p3"},
    }
    assert sections["s2"] == ["p3", "p1", "p2"]


@BOTH_WAYS
def test_a_child_listed_twice_is_one_child(lms: DemoLms, compiled: bool) -> None:
    blocks = graph(c=["s", "s"], s=["q", "q-nowhere", "q"], q=["u", "u"], u=["p", "p"], p=[])
    learners = '{ course(key: "%s") { outline(asUser: "sam") { sections { key sequences { key units { key } } } } } }'
    with changed(lms, course(blocks), compile=compiled) as client:
        answer = ask(client, WALKS % KEY)
        other = ask(client, learners % KEY, user="taylor")
    assert "errors" not in answer
    found = answer["data"]["course"]
    assert found["outline"] == other["data"]["course"]["outline"]
    assert found["outline"] == {
        "sections": [{"key": key_of("s"), "sequences": [{"key": key_of("q"), "units": [{"key": key_of("u")}]}]}]
    }
    assert [row["childKeys"] for row in found["some"]] == [[key_of("p")], []]
    assert all(len(row["childKeys"]) <= 1 for row in found["all"])


@pytest.mark.parametrize("width", [1, 2, 20])
def test_levels_of_repeated_children_multiply_nothing(lms: DemoLms, width: int) -> None:
    """Each of 24 levels holds the next one `width` times over, as one block or as several."""
    levels = {
        f"u{level}x{place}": [f"u{level + 1}x{n}" for n in range(width)] * 2
        for level in range(24)
        for place in range(width)
    }
    last = {f"u24x{place}": ["p"] for place in range(width)}
    blocks = graph(c=[f"u0x{n}" for n in range(width)], p=[], **levels, **last)
    query = """{ course(key: "%s") { blocks(types: ["course", "problem"]) { key childKeys(types: ["problem"]) } } }"""
    with changed(lms, course(blocks)) as client:
        answer = ask(client, query % KEY)
    assert answer["data"]["course"]["blocks"] == [
        {"key": key_of("c"), "childKeys": [key_of("p")]},
        {"key": key_of("p"), "childKeys": []},
    ]


def test_too_many_paths_between_blocks_are_an_unreadable_answer(lms: DemoLms) -> None:
    """A thousand sections that reach a thousand problems through one another's units: a million child keys."""
    sections = {f"s{n}": ["u"] for n in range(1000)}
    blocks = graph(c=[*sections], **sections, u=[f"p{n}" for n in range(1000)], **{f"p{n}": [] for n in range(1000)})
    query = """{ course(key: "%s") { title blocks { key childKeys(types: ["chapter", "problem"]) } } }"""
    with changed(lms, course(blocks)) as client:
        answer = ask(client, query % KEY)
    assert answer["data"]["course"] == {"title": "Urban Beekeeping", "blocks": None}
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_INVALID"]


@BOTH_WAYS
@pytest.mark.parametrize("odd", [[5], [None], [["x"]], "text", {"a": 1}, 7, True], ids=repr)
def test_children_that_are_no_list_of_keys(lms: DemoLms, odd: Any, compiled: bool) -> None:
    """They are an unreadable answer everywhere: never a part of the text, or nothing without a word."""
    blocks = graph(c=["s"], s=["q"], q=["u"], u=["p"], p=[])
    for name in ("c", "s", "q", "u"):
        blocks[key_of(name)]["children"] = odd
    with changed(lms, course(blocks), compile=compiled) as client:
        answer = ask(client, WALKS % KEY)
    found = answer["data"]["course"]
    assert (found["outline"], found["all"], found["some"]) == (None, None, None)
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"UPSTREAM_INVALID"}
    assert ["course", "lastVisited", "path"] in [error["path"] for error in answer["errors"]]


def test_a_course_of_any_depth_needs_no_deeper_stack(lms: DemoLms) -> None:
    """Five thousand blocks, each below the one before."""
    chain = {f"u{n}": [f"u{n + 1}"] for n in range(5000)}
    blocks = graph(c=["u0"], **chain, u5000=["p"], p=[])
    query = """{ course(key: "%s") { lastVisited { path } blocks(types: ["problem"]) { key childKeys } } }"""
    with changed(lms, course(blocks)) as client:
        answer = ask(client, query % KEY)
    assert "errors" not in answer
    assert answer["data"]["course"]["blocks"] == [{"key": key_of("p"), "childKeys": []}]
    assert len(answer["data"]["course"]["lastVisited"]["path"]) == 5003
