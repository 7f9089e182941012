"""Keys: valid and invalid ones, and their exact encoding in URLs.

What the LMS itself reads keys with decides: the packages opaque-keys and ccx-keys.
"""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, LearningContextKey, UsageKey

from loaders.endpoint import Endpoint
from loaders.keys import (
    block_type_of,
    canonical_uuid,
    course_of,
    is_course_key,
    is_in_course,
    is_library_key,
    is_usage_key,
    is_username,
    path_segment,
)

LETTERS = "abcXYZ019_-éßДж漢कب٣"
PART = st.text(LETTERS + "~.:", min_size=1, max_size=12)
OLD = st.text(LETTERS + ".%", min_size=1, max_size=12).filter(lambda part: part not in {".", ".."})
PLAIN = st.text("abcXYZ019_-.", min_size=1, max_size=12)
SLUG = st.text(LETTERS + ".", min_size=1, max_size=12)
NUMBER = st.text("0123456789", min_size=1, max_size=5)
VERSION = st.text("0123456789abcdef", min_size=24, max_size=24)

COURSE = st.builds("course-v1:{}+{}+{}".format, PART, PART, PART)
CCX = st.builds("ccx-v1:{}+{}+{}+ccx@{}".format, PART, PART, PART, NUMBER)
OLD_COURSE = st.builds("{}/{}/{}".format, OLD, OLD, OLD)
BRANCH = st.builds("course-v1:{}+{}+{}+branch@{}+version@{}".format, PART, PART, PART, PART, VERSION)
LIBRARY = st.builds("library-v1:{}+{}".format, PART, PART) | st.builds("lib:{}:{}".format, PLAIN, SLUG)
USAGE = st.builds("block-v1:{}+{}+{}+type@{}+block@{}".format, PART, PART, PART, PART, PART)
CCX_USAGE = st.builds("ccx-block-v1:{}+{}+{}+ccx@{}+type@{}+block@{}".format, PART, PART, PART, NUMBER, PART, PART)
OLD_USAGE = st.builds("i4x://{}/{}/{}/{}".format, OLD, OLD, OLD, OLD)
LIBRARY_USAGE = st.builds("lib-block-v1:{}+{}+type@{}+block@{}".format, PART, PART, PART, PART) | st.builds(
    "lb:{}:{}:{}:{}".format, PLAIN, SLUG, PLAIN, SLUG
)
COURSES = COURSE | CCX | OLD_COURSE | BRANCH
USAGES = USAGE | CCX_USAGE | OLD_USAGE | LIBRARY_USAGE
NOISE = st.text(LETTERS + "+:@/%~.,?#&\\ \n\x00\u202e\u200b", max_size=40)
THING = Endpoint(name="thing", path="/api/thing/{key}/rest", weight=1, parameters=("course_id", "q"))


def reads(text: str, kind: type[LearningContextKey] | type[UsageKey]) -> bool:
    """Whether the LMS reads this text as a key that it would write in the same way."""
    try:
        return str(kind.from_string(text)) == text
    except InvalidKeyError:
        return False


@given(COURSES | LIBRARY)
def test_the_lms_s_course_keys_are_keys(key: str) -> None:
    assert reads(key, LearningContextKey)
    assert is_course_key(key)
    assert not is_usage_key(key)
    assert is_library_key(key) is key.startswith("lib")


@given(USAGES)
def test_the_lms_s_block_keys_are_keys(key: str) -> None:
    assert reads(key, UsageKey)
    assert is_usage_key(key)
    assert not is_course_key(key)
    assert block_type_of(key) == UsageKey.from_string(key).block_type


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A key, cut and mended with something else."""
    key = draw(COURSES | LIBRARY | USAGES)
    start, end = sorted((draw(st.integers(0, len(key))), draw(st.integers(0, len(key)))))
    return key[:start] + draw(NOISE) + key[end:]


@given(spoilt() | NOISE | st.text(max_size=60))
def test_accepted_keys_are_keys_of_the_lms(text: str) -> None:
    if is_course_key(text):
        assert reads(text, LearningContextKey)
        assert is_library_key(text) or reads(text, CourseKey)
    if is_usage_key(text):
        # opaque-keys' pattern takes `%` in an id, the constructor of a new key does not.
        assert reads(text.replace("%", "_"), UsageKey)


@given(spoilt())
def test_keys_that_the_lms_reads_are_accepted(text: str) -> None:
    """But for what no route leads to: empty runs, dot segments, keys of a version alone, and line ends."""
    dots = not {".", ".."}.isdisjoint(text.split("/"))
    odd = dots or text.endswith(("/", "\n")) or ":version@" in text or len(text) > 255 or "\n" in text
    if not odd:
        assert is_course_key(text) or not reads(text, LearningContextKey)
        assert is_usage_key(text) or not reads(text, UsageKey) or text.startswith(("i4x:", "location:", "aside"))


@given(COURSES | LIBRARY | USAGES, st.sampled_from("\n\r\x00 ?#&,;\\\"'<>\u202e\u200b\uff0e\x7f"))
def test_one_foreign_character_anywhere_spoils_a_key(key: str, character: str) -> None:
    for place in (0, len(key) // 2, len(key)):
        text = key[:place] + character + key[place:]
        assert not is_course_key(text)
        assert not is_usage_key(text)


@pytest.mark.parametrize("key", ["../../x", "a/../b", "a/b/..", "./b/c", "a/b/.", "i4x://../a/b/c", "i4x://a/b/../c"])
def test_dot_segments_are_no_keys(key: str) -> None:
    assert not is_course_key(key)
    assert not is_usage_key(key)


@pytest.mark.parametrize("length", [255, 256])
@pytest.mark.parametrize("letter", ["c", "Ж"])
def test_keys_have_255_characters_at_most(length: int, letter: str) -> None:
    assert is_course_key("course-v1:a+b+".ljust(length, letter)) is (length == 255)
    usage = "block-v1:a+b+c+type@d+block@".ljust(length, letter)
    assert is_usage_key(usage) is (length == 255)


@given(org=PART, number=PART, run=PART, kind=PART, name=PART, ccx=NUMBER)
def test_a_block_is_in_its_own_course(org: str, number: str, run: str, kind: str, name: str, ccx: str) -> None:
    course, custom = f"course-v1:{org}+{number}+{run}", f"ccx-v1:{org}+{number}+{run}+ccx@{ccx}"
    block = f"block-v1:{org}+{number}+{run}+type@{kind}+block@{name}"
    custom_block = f"ccx-block-v1:{org}+{number}+{run}+ccx@{ccx}+type@{kind}+block@{name}"
    assert is_in_course(block, course)
    assert is_in_course(custom_block, custom)
    assert (course_of(block), course_of(custom_block)) == (course, custom)
    assert not is_in_course(block, custom)
    assert not is_in_course(custom_block, course)
    assert not is_in_course(block, f"{course}x")


def test_an_old_block_is_in_every_run_of_its_course() -> None:
    assert is_in_course("i4x://OrgX/C101/html/a", "OrgX/C101/2013")
    assert is_in_course("i4x://OrgX/C101/html/a", "OrgX/C101/2014")
    assert not is_in_course("i4x://OrgX/C101/html/a", "OrgX/C102/2013")
    assert course_of("i4x://OrgX/C101/html/a") is course_of("lb:OrgX:lib:html:a") is None
    assert not is_in_course("lb:OrgX:lib:html:a", "OrgX/C101/2013")
    assert not is_in_course("block-v1:a+b+c+type@x+block@y", "library-v1:a+b")


@pytest.mark.parametrize("key", ["", "course-v1:a+b+c", "block-v1:a+b+c", "block-v1:a+b+c+type@x", "nonsense"])
def test_parts_of_an_invalid_usage_key(key: str) -> None:
    with pytest.raises(ValueError, match="not a usage key"):
        block_type_of(key)
    assert not is_in_course(key, "course-v1:a+b+c")


@given(COURSE | USAGE)
def test_keys_of_ascii_stand_in_a_path_as_they_are(key: str) -> None:
    """The LMS's routes expect `+`, `@` and `:` literally."""
    assert path_segment(key) == key or not key.isascii()


@given(st.text(min_size=1, max_size=40) | COURSES | USAGES)
def test_any_text_stays_within_its_segment(text: str) -> None:
    if not {".", ".."}.isdisjoint(text.split("/")):
        with pytest.raises(ValueError, match="dot segment"):
            THING.call(key=text).target()
        return
    target = THING.call(key=text).target()
    assert unquote(target) == f"/api/thing/{text}/rest"
    assert target.isascii()
    assert target.count("/") == 4
    assert not set(target) & set("?#;\\ \r\n\x00")


@pytest.mark.parametrize("text", [".", "..", "a/../b", "../x"])
def test_dot_segments_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="dot segment"):
        path_segment(text)


@given(COURSES | USAGES, st.text(max_size=30))
def test_query_says_plus_as_percent_2b(key: str, text: str) -> None:
    query = urlsplit(THING.call(key="x", course_id=key, q=text).target()).query
    assert "+" not in query
    assert query.isascii()
    names = dict(pair.split("=", 1) for pair in query.split("&"))
    assert (unquote(names["course_id"]), unquote(names["q"])) == (key, text)


def test_unset_query_parameters_are_not_sent() -> None:
    assert THING.call(key="x").target() == "/api/thing/x/rest"
    assert THING.call(key="x", q="").target() == "/api/thing/x/rest?q="


def test_a_call_requires_path_parameters_and_accepts_no_unknown_ones() -> None:
    with pytest.raises(TypeError, match="needs key"):
        THING.call(q="x")
    with pytest.raises(TypeError, match="takes no nonsense"):
        THING.call(key="x", nonsense="y")


@given(st.uuids())
def test_uuids_have_one_form(uuid: object) -> None:
    text = str(uuid)
    for form in (text, text.upper(), text.replace("-", ""), "{" + text + "}", f"urn:uuid:{text}"):
        assert canonical_uuid(form) == text


@pytest.mark.parametrize(
    "text", ["", "x", "0b0f8f4f7d1e4a0f9a5a2b4c6d8e0f_2", "٣" * 32, "0" * 33, "0b0f8f4f-7d1e" + "0" * 20]
)
def test_invalid_uuids(text: str) -> None:
    with pytest.raises(ValueError, match="not a UUID"):
        canonical_uuid(text)


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
