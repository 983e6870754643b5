"""The tick: once a second, on the second of the phase's own clock, and not at all in a pause."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from textual.timer import Timer

from teamflow.core.calendar import clock_face, counted
from teamflow.core.clock import MINUTE, NOTHING, elapsed, mood, remaining, running
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.tui.widgets.clock import BigClock

SECOND: Final = dt.timedelta(seconds=1)
JUST_AFTER: Final = 0.002
"""Seconds past the turn of a second at which it's safe to look again."""
OUT_OF_STEP: Final = dt.timedelta(seconds=0.1)
"""So late past the turn of a second, the beat is set anew: a laptop slept, or its clock was set."""

Beat = Callable[[float, Callable[[], None]], Timer]


class Ticker:
    """Keeps clocks at the right time, and tells once when a phase has a minute left, and when its
    time is up."""

    def __init__(
        self,
        live: Live,
        set_timer: Beat,
        set_interval: Beat,
        *,
        ticked: Callable[[Session, dt.datetime], None],
        minute_left: Callable[[], None],
        time_is_up: Callable[[], None],
    ) -> None:
        self._live = live
        self._set_timer, self._set_interval = set_timer, set_interval
        self._ticked = ticked
        self._minute_left, self._time_is_up = minute_left, time_is_up
        self._timer: Timer | None = None
        self._seen: tuple[Session, dt.datetime] | None = None
        self.clocks: Sequence[BigClock] = ()

    def tick(self) -> None:
        """Show the time as it is now, and come back whenever it changes."""
        session, now = self._look()
        wait = (SECOND - _past(session, now)).total_seconds() + JUST_AFTER
        self._come_back(session, lambda: self._set_timer(wait, self._fall_in))

    def _fall_in(self) -> None:
        session, _now = self._look()
        # One timer that repeats costs a third of a new one every second.
        self._come_back(session, lambda: self._set_interval(1, self._on_the_second))

    def _come_back(self, session: Session, timer: Callable[[], Timer]) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = timer() if running(session.timing) else None

    def _on_the_second(self) -> None:
        session, now = self._look()
        if _past(session, now) > OUT_OF_STEP:
            self.tick()

    def _look(self) -> tuple[Session, dt.datetime]:
        session, now = self._live.session, self._live.now()
        self._show(session, now)
        self._tell(session, now)
        self._ticked(session, now)
        return session, now

    def _show(self, session: Session, now: dt.datetime) -> None:
        left = remaining(session.timing, now)
        text = counted(elapsed(session.timing, now)) if left is None else clock_face(left)
        for clock in self.clocks:
            clock.show(text, mood(session.timing, now), paused=not running(session.timing))

    def _tell(self, session: Session, now: dt.datetime) -> None:
        """Tell what came about because time went by. That's why it's judged by the record as it
        was at the last look: what an action or an undo brings about calls nobody."""
        seen, self._seen = self._seen, (session, now)
        if seen is None or seen[0].phase != session.phase:
            return
        timing, then = seen[0].timing, seen[1]
        before, left = remaining(timing, then), remaining(timing, now)
        if before is None or left is None:
            return
        if left <= NOTHING < before:
            self._time_is_up()
        elif left <= MINUTE < before:
            self._minute_left()


def _past(session: Session, now: dt.datetime) -> dt.timedelta:
    return elapsed(session.timing, now) % SECOND
