"""Invalid or very large numbers: compiled and ordinary execution have the same value or the same error."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from msgspec import Raw

from resolvers.values.normalize import identifier, length, number
from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY

NO_NUMBERS: list[Any] = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "1_000",
    " 1 ",
    "0x1",
    "",
    "one",
    "\u0661",
    True,
    [],
    {},
]
ODD: list[Any] = [*NO_NUMBERS, False, 3.0, 3.5, -0.0, 2**31, 2**53 + 1, 10**30, "3", "3.5", "1e2", None]
QUERY = """{
  viewer { certificates { grade } enrollments(first: 3) { edges { node { course { minPassingGrade } } } } }
  course(key: "%s") {
    minPassingGrade
    updates { id date }
    outline { sections { title sequences { effortTime units { completion { completed } } } } }
    progress { completion { completeCount } courseGrade { percent } }
    enrollment { assignments { total } }
  }
}"""


class Odd:
    """The value that stands in place of every number."""

    value: Any = None

    def change(self, path: str, body: Any, headers: dict[str, str]) -> Any:
        return self._spoilt(body)

    def _spoilt(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self.value if key in _NUMBERS else self._spoilt(inner) for key, inner in value.items()}
        return [self._spoilt(inner) for inner in value] if isinstance(value, list) else value


_NUMBERS = {
    "grade",
    "minPassingGrade",
    "effort_time",
    "completion",
    "complete_count",
    "percent",
    "total_assignments_count",
    "Pass",
}


@pytest.fixture(scope="module")
def odd() -> Odd:
    return Odd()


@pytest.fixture
def both(lms: DemoLms, odd: Odd) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """A gateway that compiles and one that does not, before the same odd LMS."""
    with changed(lms, odd.change) as compiled, changed(lms, odd.change, compile=False) as ordinary:
        yield compiled, ordinary


def data_and_errors(client: httpx.Client) -> tuple[Any, list[Any]]:
    answer = ask(client, QUERY % KEY)
    errors = [(one["path"], one["message"], one["extensions"]["code"]) for one in answer.get("errors", ())]
    return answer["data"], sorted(errors, key=repr)


def test_the_same_value_or_the_same_error(both: tuple[httpx.Client, httpx.Client], odd: Odd) -> None:
    compiled, ordinary = both
    for odd.value in ODD:
        data, errors = data_and_errors(compiled)
        assert (data, errors) == data_and_errors(ordinary), odd.value
        if any(odd.value is one for one in NO_NUMBERS) and odd.value != "":
            paths = [path for path, _, code in errors if code == "UPSTREAM_INVALID"]
            assert ["course", "minPassingGrade"] in paths, odd.value
            assert ["viewer", "certificates", 0, "grade"] in paths, odd.value


@pytest.mark.parametrize("value", ["1_000", " 7 ", "0x10", "\u0661\u0662", "+5", "1.", ".5", "9" * 400, True])
def test_only_texts_like_numbers_are_numbers(both: tuple[httpx.Client, httpx.Client], odd: Odd, value: Any) -> None:
    """Where no source says how a number is written, too: `percent` is a Float, `completeCount` an Int."""
    odd.value = value
    for client in both:
        data, errors = data_and_errors(client)
        assert data["course"]["progress"] is None, value
        assert any(path[:2] == ["course", "progress"] and code == "UPSTREAM_INVALID" for path, _, code in errors)


@pytest.mark.parametrize("value", [2**53 + 1, -(2**53) - 1, 2**63 + 1])
def test_integers_that_no_float_can_be(both: tuple[httpx.Client, httpx.Client], odd: Odd, value: int) -> None:
    """They are not rounded without a word."""
    odd.value = value
    query = f'{{ course(key: "{KEY}") {{ progress {{ courseGrade {{ percent }} }} }} }}'
    answers = [ask(client, query) for client in both]
    assert [answer["data"]["course"]["progress"] for answer in answers] == [None, None]
    assert answers[0]["errors"][0]["message"] == answers[1]["errors"][0]["message"]


@pytest.mark.parametrize("literal", [b"1e999", b"-1e999", b"1" * 400, b"12345678901234567890123", b"1" * 5000])
def test_a_literal_out_of_range_spoils_its_own_field(lms: DemoLms, literal: bytes) -> None:
    """Whether it is selected or not, and whatever reads it."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/updates"):
            return [{**one, "id": Raw(literal)} for one in body]
        return {**body, "surplus": Raw(literal)} if isinstance(body, dict) else body

    fields = "title updates { id lmsId date } outline { title } progress { username }"
    query = f'{{ course(key: "{KEY}") {{ {fields} }} }}'
    answers = []
    for compiled in (True, False):
        with changed(lms, change, compile=compiled) as client:
            answers.append(ask(client, query))
    first, second = answers
    assert first["data"] == second["data"]
    assert first["data"]["course"]["title"] == "Urban Beekeeping"
    assert first["data"]["course"]["outline"] is not None
    assert first["data"]["course"]["progress"] is not None
    codes = [[one["extensions"]["code"] for one in answer.get("errors", ())] for answer in answers]
    if b"e" in literal or len(literal) == 5000:  # Python reads no integer of so many digits
        assert codes == [["UPSTREAM_INVALID"] * len(codes[0])] * 2
        assert codes[0]
    else:
        assert codes == [[], []]
        assert first["data"]["course"]["updates"][0]["lmsId"] == literal.decode()


def test_bytes_that_are_no_text_are_a_broken_answer(lms: DemoLms) -> None:
    """Also where nobody selects them."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "surplus": Raw(b'"\xff"')} if "course_metadata" in path else body

    for compiled in (True, False):
        with changed(lms, change, compile=compiled) as client:
            answer = ask(client, f'{{ course(key: "{KEY}") {{ isStaff }} }}')
        assert [one["extensions"]["code"] for one in answer["errors"]] == ["UPSTREAM_INVALID"]


@pytest.mark.parametrize("text", NO_NUMBERS, ids=repr)
def test_texts_that_are_no_numbers(text: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        number(text)


@pytest.mark.parametrize(("value", "expected"), [("0.70", 0.7), ("-3", -3.0), ("1E+1", 10.0), (3, 3.0), (0.5, 0.5)])
def test_texts_that_are_numbers(value: Any, expected: float) -> None:
    assert number(value) == expected


@pytest.mark.parametrize("read", [identifier, length], ids=["identifier", "length"])
@pytest.mark.parametrize("value", [True, 3.5, {"a": 1}, None], ids=repr)
def test_conversions_accept_their_own_types(read: Callable[[Any], Any], value: Any) -> None:
    with pytest.raises(TypeError):
        read(value)
