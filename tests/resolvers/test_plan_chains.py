"""Plans of long chains, such as several mutations: no step is visited once for each way to it."""

from collections.abc import Iterator
from typing import Any, ClassVar

from loaders.credentials import Credentials
from loaders.endpoint import Auth
from loaders.endpoints.discussion import THREAD
from loaders.endpoints.discussion_writes import UPDATE_THREAD
from resolvers.plan.step import Argument, Step, by_wave
from resolvers.plan.step_table import StepTable

CHAIN, WIDTH = 5, 6


class Counted(tuple[Any, ...]):
    """The steps that a step waits for. Counts how often they are iterated over."""

    __slots__ = ()
    visits: ClassVar[int] = 0

    def __iter__(self) -> Iterator[Any]:
        Counted.visits += 1
        return super().__iter__()


def chain(table: StepTable) -> list[Step]:
    """Writes one after another, each of which waits for all steps of the one before."""
    before: tuple[Step, ...] = Counted()
    for number in range(CHAIN):
        write = table.step(UPDATE_THREAD, {"thread_id": Argument(str(number))}, after=before)
        reads = (
            table.step(THREAD, {"thread_id": Argument(f"{number} {place}")}, after=Counted((*before, write)))
            for place in range(WIDTH)
        )
        before = Counted((write, *reads))
    return table.all


def test_steps_of_a_chain_are_visited_a_few_times_each() -> None:
    table = StepTable(Credentials(schemes=Auth.JWT))
    Counted.visits = 0
    steps = chain(table)
    assert [len(wave) for wave in by_wave(steps)] == [1, WIDTH] * CHAIN
    assert table.asked() == steps
    assert Counted.visits < 50 * len(steps)


def test_change_of_what_a_step_waits_for_moves_all_after_it() -> None:
    table = StepTable(Credentials(schemes=Auth.JWT))

    def step(name: str, *after: Step, conditional: bool = False) -> Step:
        return table.step(THREAD, {"thread_id": Argument(name)}, after=after, conditional=conditional)

    first = step("1")
    second = step("2", first)
    conditional = step("3", second, conditional=True)
    last = step("4", conditional)
    third = step("5", second)
    waiting = step("6", last)
    assert [one.wave for one in (conditional, last, third, waiting)] == [3, 4, 3, 5]
    step("3", first)  # it is certain now, and waits for less
    assert [one.wave for one in (conditional, last, third, waiting)] == [2, 3, 3, 4]
    step("6", third)
    assert waiting.after == (last,), "the other one is no earlier"
