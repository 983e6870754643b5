"""The tick: once a second, on the second of the phase's own clock, and not at all in a pause."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from textual.timer import Timer

from teamflow.core.calendar import clock_face, counted
from teamflow.core.clock import Mood, elapsed, mood, remaining, running
from teamflow.core.session import PhaseName, Session
from teamflow.live import Live
from teamflow.tui.widgets.clock import BigClock

SECOND: Final = dt.timedelta(seconds=1)
JUST_AFTER: Final = 0.002
"""Seconds past the turn of a second at which it's safe to look again."""


class Ticker:
    """Keeps clocks at the right time, and tells once when a phase's time is up."""

    def __init__(
        self,
        live: Live,
        set_timer: Callable[[float, Callable[[], None]], Timer],
        *,
        ticked: Callable[[], None],
        time_is_up: Callable[[], None],
    ) -> None:
        self._live = live
        self._set_timer = set_timer
        self._ticked = ticked
        self._time_is_up = time_is_up
        self._timer: Timer | None = None
        self._in_time: PhaseName | None = None
        self.clocks: Sequence[BigClock] = ()

    def tick(self) -> None:
        """Show the time as it is now, and come back when it changes."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        session, now = self._live.session, self._live.now()
        self._show(session, now)
        self._ring(session, now)
        self._ticked()
        if running(session.timing):
            self._timer = self._set_timer(_until_change(session, now), self.tick)

    def _show(self, session: Session, now: dt.datetime) -> None:
        left = remaining(session.timing, now)
        text = counted(elapsed(session.timing, now)) if left is None else clock_face(left)
        for clock in self.clocks:
            clock.time = text
            clock.mood = mood(session.timing, now)
            clock.paused = not running(session.timing)

    def _ring(self, session: Session, now: dt.datetime) -> None:
        if mood(session.timing, now) is not Mood.OVER:
            self._in_time = session.phase
        elif self._in_time == session.phase:
            self._in_time = None
            for clock in self.clocks:
                clock.flash()
            self._time_is_up()


def _until_change(session: Session, now: dt.datetime) -> float:
    past = elapsed(session.timing, now) % SECOND
    return (SECOND - past).total_seconds() + JUST_AFTER
