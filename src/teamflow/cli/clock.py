"""The one place that asks what time it is."""

import datetime as dt
import sys
import time
from collections.abc import Callable


def wall() -> dt.datetime:
    """What the laptop's clock says, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The day it is here."""
    return wall().astimezone().date()


def steady() -> float:
    """Seconds from a clock that nobody can set, and that goes on while the laptop sleeps.

    Python's own monotonic clock stands still then, except on Windows.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


class SteadyClock:
    """Tells the aware local time, and can't be confused: the wall clock is read once, and from
    then on a steady clock advances it, so setting the wall clock is harmless.

    `pace` makes time go faster: 10 lets a minute pass in six seconds.
    """

    def __init__(
        self,
        pace: float = 1,
        wall: Callable[[], dt.datetime] = wall,
        steady: Callable[[], float] = steady,
    ) -> None:
        self._pace = pace
        self._steady = steady
        self._begin = wall()
        self._from = steady()

    def __call__(self) -> dt.datetime:
        """The time now, aware, where this laptop is."""
        passed = dt.timedelta(seconds=(self._steady() - self._from) * self._pace)
        return (self._begin + passed).astimezone()
