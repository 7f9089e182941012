"""The cache of a document stays small, whatever clients send."""

from graphql import FieldNode, NameNode

from resolvers.plan.memo import _LIMIT, Memo, identity
from tests.support.gateway import Gateway

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"


def test_a_full_memo_forgets() -> None:
    """It never holds more than its limit, and what was put last is there."""
    memo = Memo()
    for number in range(_LIMIT * 3):
        memo[number] = str(number)
        assert len(memo) <= _LIMIT
        assert memo[number] == str(number)


def test_putting_again_forgets_nothing() -> None:
    """Replacing a value takes no room."""
    memo = Memo()
    for number in range(_LIMIT):
        memo[number] = number
    memo[0] = -1
    assert len(memo) == _LIMIT


def test_a_selection_is_all_of_its_nodes() -> None:
    """The first node and the number of nodes do not distinguish two selections."""
    first, second, third = (FieldNode(name=NameNode(value=name)) for name in "abc")
    assert identity([first, second]) != identity([first, third])


def test_every_combination_of_flags_is_answered(gateway: Gateway) -> None:
    """More variants of one document than the memo holds: each one is answered correctly."""
    names = [f"f{place}" for place in range(9)]
    fields = " ".join(f"{name}: title @include(if: ${name})" for name in names)
    parameters = " ".join(f"${name}: Boolean!" for name in names)
    query = f"query Q($key: CourseKey!, {parameters}) {{ course(key: $key) {{ key {fields} }} }}"
    for number in range(0, 2 ** len(names), 3):
        flags = {name: bool(number >> place & 1) for place, name in enumerate(names)}
        course = gateway.ask(query, {"key": COURSE, **flags}).sound()["course"]
        assert list(course) == ["key", *(name for name in names if flags[name])]
