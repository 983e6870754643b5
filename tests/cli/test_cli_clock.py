"""The clock that can't be confused."""

import datetime as dt
import sys
import time

import pytest

from teamflow.cli.clock import SteadyClock, steady, wall

BEGIN = dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)


class Machine:
    """A laptop's two clocks."""

    def __init__(self) -> None:
        self.wall = BEGIN
        self.steady = 1000.0

    def clock(self, pace: float = 1) -> SteadyClock:
        return SteadyClock(pace, wall=lambda: self.wall, steady=lambda: self.steady)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_the_clock_begins_at_the_wall_clock_s_time(machine: Machine) -> None:
    assert machine.clock()() == BEGIN


def test_time_passes_as_the_steady_clock_says(machine: Machine) -> None:
    clock = machine.clock()
    machine.steady += 90.5
    assert clock() == BEGIN + dt.timedelta(seconds=90.5)


@pytest.mark.parametrize("hours", [-1, 1])
def test_setting_the_wall_clock_while_it_runs_is_harmless(machine: Machine, hours: int) -> None:
    clock = machine.clock()
    machine.wall += dt.timedelta(hours=hours)
    machine.steady += 1
    assert clock() == BEGIN + dt.timedelta(seconds=1)


def test_in_a_rehearsal_a_minute_takes_six_seconds(machine: Machine) -> None:
    clock = machine.clock(pace=10)
    machine.steady += 6
    assert clock() == BEGIN + dt.timedelta(minutes=1)


@pytest.mark.skipif(sys.platform == "win32", reason="a process has no time zone of its own there")
def test_the_night_that_summer_time_ends_lasts_an_hour_longer(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        machine.wall = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
        clock = machine.clock()
        before = clock()
        machine.steady += 3600
        after = clock()
    time.tzset()
    assert (f"{before:%H:%M %z}", f"{after:%H:%M %z}") == ("02:30 +0200", "02:30 +0100")
    assert after - before == dt.timedelta(hours=1)


def test_the_real_clocks_are_aware_and_never_go_back() -> None:
    assert wall().utcoffset() == dt.timedelta()
    assert SteadyClock()().tzinfo is not None
    first = steady()
    assert steady() >= first
