"""Keys: what is accepted, what is refused, and that a URL says exactly what was meant."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.endpoint import Endpoint
from loaders.keys import block_type_of, course_of, is_course_key, is_usage_key, is_username, path_segment

# The characters that Open edX allows in the parts of a key, written down a second time.
PART = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-~.:", min_size=1, max_size=20)
COURSE = st.builds("course-v1:{}+{}+{}".format, PART, PART, PART)
USAGE = st.builds("block-v1:{}+{}+{}+type@{}+block@{}".format, PART, PART, PART, PART, PART)
THING = Endpoint(name="thing", path="/api/thing/{key}/rest", weight=1, parameters=("course_id", "q"))


@given(COURSE)
def test_course_keys_are_known(key: str) -> None:
    assert is_course_key(key)
    assert not is_usage_key(key)


@given(org=PART, number=PART, run=PART, kind=PART, name=PART)
def test_usage_keys_are_taken_apart_as_they_were_put_together(
    org: str, number: str, run: str, kind: str, name: str
) -> None:
    usage = f"block-v1:{org}+{number}+{run}+type@{kind}+block@{name}"
    assert is_usage_key(usage)
    assert not is_course_key(usage)
    assert course_of(usage) == f"course-v1:{org}+{number}+{run}"
    assert block_type_of(usage) == kind


@given(st.text(max_size=60))
def test_any_text_is_a_key_only_when_its_parts_are(text: str) -> None:
    prefix, colon, rest = text.partition(":")
    parts = rest.split("+")
    allowed = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-~.:")
    expected = prefix == "course-v1" and bool(colon) and len(parts) == 3 and all(p and set(p) <= allowed for p in parts)
    assert is_course_key(text) is expected


@given(COURSE, st.characters(exclude_characters="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-~.:+"))
def test_one_foreign_character_anywhere_spoils_a_key(key: str, character: str) -> None:
    for place in (0, len(key) // 2, len(key)):
        assert not is_course_key(key[:place] + character + key[place:])


@pytest.mark.parametrize("length", [255, 256])
def test_keys_have_255_characters_at_most(length: int) -> None:
    assert is_course_key("course-v1:a+b+".ljust(length, "c")) is (length == 255)
    usage = "block-v1:a+b+c+type@d+block@".ljust(length, "e")
    assert is_usage_key(usage) is (length == 255)


@pytest.mark.parametrize("key", ["", "course-v1:a+b+c", "block-v1:a+b+c", "block-v1:a+b+c+type@x", "nonsense"])
def test_parts_of_what_is_no_usage_key(key: str) -> None:
    for take in (course_of, block_type_of):
        with pytest.raises(ValueError, match="not a usage key"):
            take(key)


@given(st.one_of(COURSE, USAGE))
def test_keys_stand_in_a_path_as_they_are(key: str) -> None:
    """The LMS's routes expect `+`, `@` and `:` literally."""
    assert path_segment(key) == key


@given(st.text(min_size=1, max_size=40).filter(lambda text: text not in {".", ".."}))
def test_any_text_stays_within_its_segment(text: str) -> None:
    target = THING.call(key=text).target()
    assert unquote(target) == f"/api/thing/{text}/rest"
    assert target.isascii()
    assert target.count("/") == 4
    assert not set(target) & set("?#\\ \r\n\x00")


@pytest.mark.parametrize("text", [".", ".."])
def test_dot_segments_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="dot segment"):
        path_segment(text)


@given(COURSE, st.text(max_size=30))
def test_query_says_plus_as_percent_2b(key: str, text: str) -> None:
    query = urlsplit(THING.call(key="x", course_id=key, q=text).target()).query
    assert "+" not in query
    names = dict(pair.split("=", 1) for pair in query.split("&"))
    assert (unquote(names["course_id"]), unquote(names["q"])) == (key, text)


def test_unset_query_parameters_are_not_sent() -> None:
    assert THING.call(key="x").target() == "/api/thing/x/rest"
    assert THING.call(key="x", q="").target() == "/api/thing/x/rest?q="


def test_a_call_needs_its_path_and_takes_nothing_else() -> None:
    with pytest.raises(TypeError, match="needs key"):
        THING.call(q="x")
    with pytest.raises(TypeError, match="takes no nonsense"):
        THING.call(key="x", nonsense="y")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alex", True),
        ("a.b+c@d-e_f", True),
        ("Ünal", True),
        ("", False),
        (".", False),
        ("..", False),
        ("...", True),
        ("a/b", False),
        ("a b", False),
        ("x" * 151, False),
    ],
)
def test_usernames(text: str, expected: bool) -> None:
    assert is_username(text) is expected
