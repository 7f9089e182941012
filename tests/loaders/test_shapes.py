"""Shapes of answers: keys that an answer lacks, and one decoding for several readers."""

import json
from types import GenericAlias
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from loaders.answer import Answer
from loaders.calls.judge import judge
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.outline import OUTLINE
from loaders.shapes import Expectations, Expected, Reader, object_type, top_type

_HEADERS = {"content-type": "application/json"}


def _reader(*, required: dict[str, Any] | None = None, optional: dict[str, Any] | None = None) -> Reader:
    fields = [tuple((key, f"k_{key}", kind) for key, kind in (keys or {}).items()) for keys in (required, optional)]
    return Reader.of(top_type(*fields))


def _expected(*readers: Reader) -> Expected:
    expectations = Expectations()
    for reader in readers:
        expectations.add(OUTLINE, reader)
    expected = expectations.get(OUTLINE)
    assert expected is not None
    return expected


def test_an_absent_key_differs_from_a_null() -> None:
    reader = _reader(required={"title": str}, optional={"due": str | None, "mode": str | None})
    shape = reader.decode(b'{"title": "Demo", "due": null}')
    assert (shape.k_title, shape.k_due, shape.k_mode) == ("Demo", None, None)
    assert shape.absent == {"mode"}
    answer = Answer(OUTLINE, b"{}", shapes={reader.decode: shape})
    assert answer.has(frozenset({"title", "due"}))
    assert not answer.has(frozenset({"title", "mode"}))


def test_an_answer_cannot_say_which_keys_it_has() -> None:
    reader = _reader(optional={"due": str | None})
    assert reader.decode(b'{"": ["due"]}').absent == {"due"}


def test_keys_that_no_reader_knows_are_looked_up_in_the_answer() -> None:
    reader = _reader(optional={"due": str | None})
    body = b'{"due": "2026", "mode": null}'
    answer = Answer(OUTLINE, body, shapes={reader.decode: reader.decode(body)})
    assert answer.has(frozenset({"due", "mode"}))
    assert not answer.has(frozenset({"due", "other"}))


def test_nothing_is_expected_of_an_endpoint_that_was_not_read() -> None:
    expectations = Expectations()
    expectations.add(OUTLINE, _reader(required={"title": str}))
    assert expectations.get(COURSE_METADATA) is None


def test_readers_that_agree_share_one_decoding() -> None:
    first = _reader(required={"title": str}, optional={"due": str | None})
    second = _reader(required={"due": str, "blocks": list[int]})
    body = b'{"title": "Demo", "due": "2026", "blocks": [1]}'
    outcome = judge(OUTLINE, 200, _HEADERS, body, _expected(first, second))
    assert isinstance(outcome, Answer)
    assert outcome.decoded(first.decode) is outcome.decoded(second.decode)
    assert outcome.decoded(first.decode).k_title == "Demo"
    assert outcome.decoded(second.decode).k_blocks == [1]


def test_readers_that_need_different_types_decode_on_their_own() -> None:
    first, second = _reader(required={"title": str}), _reader(required={"title": int})
    assert _expected(first, second).served == (second.decode,)
    assert _expected(first, Reader.of(list[str])).served[0] is not first.decode


def test_a_reader_is_not_affected_by_what_another_one_refuses() -> None:
    first, second = _reader(required={"title": str}), _reader(required={"blocks": list[int]})
    body = b'{"title": "Demo", "blocks": null}'
    outcome = judge(OUTLINE, 200, _HEADERS, body, _expected(first, second))
    assert isinstance(outcome, Answer)
    assert outcome.decoded(first.decode).k_title == "Demo"
    with pytest.raises(msgspec.ValidationError):
        outcome.decoded(second.decode)


def _list(kind: Any) -> Any:
    return GenericAlias(list, (kind,))


_NUMBERED = object_type((("x", "k_x", int),), ())
_NAMED = object_type((), (("y", "k_y", str | None),))
_SURE = (str, int, list[str], _list(_NUMBERED), _list(_NAMED), GenericAlias(dict, (str, _NAMED)), _NUMBERED)
_KINDS = (*_SURE, Any, bool | None, str | None, int | None, dict[str, int] | None, _NUMBERED | None, _NAMED | None)
_LEAVES = st.none() | st.booleans() | st.integers(-2, 2) | st.text("ab", max_size=1)
_OBJECTS = st.dictionaries(st.sampled_from("xyz"), _LEAVES, max_size=2)
_VALUES = _LEAVES | _OBJECTS | st.lists(_LEAVES | _OBJECTS, max_size=2) | st.dictionaries(st.just("k"), _OBJECTS)
_types = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(_KINDS), max_size=4)


@given(types=st.lists(_types, min_size=1, max_size=3), body=st.dictionaries(st.sampled_from("abcde"), _VALUES))
def test_a_shared_decoding_equals_that_of_each_reader(types: list[dict[str, Any]], body: dict[str, Any]) -> None:
    readers = [
        _reader(
            required={key: kind for key, kind in one.items() if kind in _SURE},
            optional={key: kind for key, kind in one.items() if kind not in _SURE},
        )
        for one in types
    ]
    raw = json.dumps(body).encode()
    outcome = judge(OUTLINE, 200, _HEADERS, raw, _expected(*readers))
    assert isinstance(outcome, Answer)
    for reader in readers:
        alone = Answer(OUTLINE, raw)
        assert _read(outcome, reader) == _read(alone, reader)
    assert outcome.has(frozenset(body))
    assert not outcome.has(frozenset({*body, "z"}))


def test_a_shared_decoding_covers_nested_objects() -> None:
    first, second = _reader(required={"rows": _list(_NUMBERED)}), _reader(required={"rows": _list(_NAMED)})
    expected = _expected(first, second)
    assert set(expected.served) == {first.decode, second.decode}
    (row,) = expected.decode(b'{"rows": [{"x": 1, "y": "a"}]}').k_rows
    assert (row.k_x, row.k_y) == (1, "a")


def test_an_unusual_reader_gives_way() -> None:
    usual, unusual = _reader(required={"title": str}), _reader(required={"title": int})
    expectations = Expectations()
    expectations.add(OUTLINE, usual)
    expectations.add(OUTLINE, unusual, usual=False)
    expected = expectations.get(OUTLINE)
    assert expected is not None
    assert expected.served == (usual.decode,)


def _read(answer: Answer, reader: Reader) -> Any:
    """The values that a reader gets from an answer. None if it refuses the answer."""
    try:
        shape = answer.decoded(reader.decode)
    except msgspec.ValidationError:
        return None
    return _picked(shape, reader.type)


def _picked(value: Any, kind: Any) -> Any:
    """A decoded value, as far as this type describes it."""
    kinds = [one for one in get_args(kind) or (kind,) if one is not type(None)]
    if isinstance(value, list):
        return [_picked(item, kinds[-1]) for item in value]
    if isinstance(value, dict):
        return {key: _picked(item, (get_args(kinds[0]) or kinds)[-1]) for key, item in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = [field for field in structs.fields(kinds[0]) if field.encode_name]
        return {field.encode_name: _picked(getattr(value, field.name), field.type) for field in fields}
    return value
