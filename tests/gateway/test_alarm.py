"""The timer of a connection: it is moved with each request, and the loop's timer is not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from gateway.protocol.alarm import Alarm


@dataclass
class _Timer:
    at: float
    action: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class _Clock:
    """The part of an event loop that keeps time, which a test moves."""

    now: float = 0.0
    timers: list[_Timer] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def call_at(self, at: float, action: Callable[[], None]) -> _Timer:
        self.timers.append(_Timer(at, action))
        return self.timers[-1]

    def move_to(self, now: float) -> None:
        self.now = now
        for timer in list(self.timers):
            if timer.at <= now and not timer.cancelled:
                timer.cancelled = True
                timer.action()

    @property
    def running(self) -> int:
        return sum(not timer.cancelled for timer in self.timers)


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


def _alarm(clock: Any) -> tuple[Alarm, list[float]]:
    rung: list[float] = []
    return Alarm(clock, lambda: rung.append(clock.now)), rung


def test_an_alarm_that_moves_on_keeps_its_timer(clock: _Clock) -> None:
    alarm, rung = _alarm(clock)
    for second in range(9):
        clock.move_to(second)
        alarm.set(10)
    assert len(clock.timers) == 1
    clock.move_to(17.9)
    assert not rung
    clock.move_to(18)
    clock.move_to(60)
    assert rung == [18]


def test_an_alarm_can_become_earlier(clock: _Clock) -> None:
    alarm, rung = _alarm(clock)
    alarm.set(75)
    alarm.set(10)
    assert clock.running == 1
    clock.move_to(10)
    assert rung == [10]


def test_a_cleared_alarm_is_silent_until_it_is_set_again(clock: _Clock) -> None:
    alarm, rung = _alarm(clock)
    alarm.set(10)
    alarm.clear()
    clock.move_to(10)
    assert clock.running == 0
    alarm.set(5)
    clock.move_to(15)
    assert rung == [15]


def test_a_closed_alarm_holds_no_timer(clock: _Clock) -> None:
    alarm, rung = _alarm(clock)
    alarm.set(10)
    alarm.close()
    assert clock.running == 0
    clock.move_to(20)
    assert not rung
