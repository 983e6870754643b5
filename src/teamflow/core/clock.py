"""Time that is stored, not counted: everything follows from spans and `now`.

All moments are aware datetimes, all lengths timedeltas. A clock that was set back makes a span
end before it starts: such a span counts as nothing, never as less than nothing.
"""

import datetime as dt
from enum import Enum
from typing import Final

from teamflow.core.protocol import PROTOCOL, Phase, phase_of
from teamflow.core.session import PhaseName, Session, Span, Timing

NOTHING: Final = dt.timedelta()
MINUTE: Final = dt.timedelta(minutes=1)
WARM: Final = 0.20
URGENT: Final = 0.05


class Mood(Enum):
    """How the clock looks: calm until 20 % is left, then warm, at 5 % urgent, then over."""

    CALM = "calm"
    WARM = "warm"
    URGENT = "urgent"
    OVER = "over"


def running(timing: Timing) -> bool:
    """Whether the phase's clock runs."""
    return bool(timing.spans) and timing.spans[-1].end is None


def past(session: Session, now: dt.datetime) -> bool:
    """Whether the meeting was closed on an earlier day than today, by the calendar of `now`."""
    closed = session.closed
    return closed is not None and closed.astimezone(now.tzinfo).date() < now.date()


def spent(timing: Timing, now: dt.datetime) -> dt.timedelta:
    """All the time that went into a phase, restarts or not."""
    return sum((_length(span, now) for span in timing.spans), NOTHING)


def elapsed(timing: Timing, now: dt.datetime) -> dt.timedelta:
    """What the phase's clock has counted since it last began anew."""
    return sum((_length(span, now) for span in _since_restart(timing)), NOTHING)


def limit(timing: Timing) -> dt.timedelta | None:
    """How long the phase may take, with minutes added or taken off; None: open-ended."""
    return None if timing.minutes is None else (timing.minutes + timing.extra) * MINUTE


def remaining(timing: Timing, now: dt.datetime) -> dt.timedelta | None:
    """What is left; negative in overtime; None: open-ended."""
    most = limit(timing)
    return None if most is None else most - elapsed(timing, now)


def mood(timing: Timing, now: dt.datetime) -> Mood:
    """How urgent the clock is; an open-ended phase is always calm."""
    most = limit(timing)
    if most is None:
        return Mood.CALM
    left = most - elapsed(timing, now)
    if left <= NOTHING:
        return Mood.OVER
    if left <= most * URGENT:
        return Mood.URGENT
    return Mood.WARM if left <= most * WARM else Mood.CALM


def planned_end(session: Session) -> dt.datetime | None:
    """When the meeting would end if every phase took its planned time; None before it began."""
    starts = [span.start for timing in session.timings for span in timing.spans]
    if not starts:
        return None
    return min(starts) + planned_length(session)


def planned_length(session: Session) -> dt.timedelta:
    """How long the whole meeting takes as planned, or as expected where it's open-ended."""
    return sum((_planned(session, phase) for phase in PROTOCOL), NOTHING)


def expected_end(session: Session, now: dt.datetime) -> dt.datetime:
    """When the meeting will end if what is still to come takes its planned time."""
    return now + sum((_to_come(session, phase, now) for phase in _rest(session)), NOTHING)


def overrun(session: Session, now: dt.datetime) -> int:
    """By how many whole minutes the expected end is later (or, negative, earlier) than planned."""
    planned = planned_end(session)
    return 0 if planned is None else round((expected_end(session, now) - planned) / MINUTE)


def slack(session: Session, now: dt.datetime) -> PhaseName | None:
    """The coming open-ended phase with the most time in it: where an overrun can be taken from.

    None when there is no such phase, or no time left in any."""
    coming = {phase.name: _to_come(session, phase, now) for phase in _open_ended(session)}
    longest = max(coming, key=lambda name: coming[name], default=None)
    return longest if longest and coming[longest] else None


def _length(span: Span, now: dt.datetime) -> dt.timedelta:
    return max((span.end or now) - span.start, NOTHING)


def _since_restart(timing: Timing) -> tuple[Span, ...]:
    """By their place and not by their times: after a clock was set back, spans that came before
    the restart seem to come after it."""
    starts = [span.start for span in timing.spans]
    if timing.restarted not in starts:
        return timing.spans
    return timing.spans[-1 - starts[::-1].index(timing.restarted) :]


def _open_ended(session: Session) -> list[Phase]:
    return [phase for phase in _rest(session)[1:] if phase.minutes is None]


def _rest(session: Session) -> tuple[Phase, ...]:
    return PROTOCOL[PROTOCOL.index(phase_of(session.phase)) :]


def _planned(session: Session, phase: Phase) -> dt.timedelta:
    return (session.timing_of(phase.name).minutes or phase.expected) * MINUTE


def _to_come(session: Session, phase: Phase, now: dt.datetime) -> dt.timedelta:
    timing = session.timing_of(phase.name)
    most = limit(timing) or _planned(session, phase)
    return max(most - elapsed(timing, now), NOTHING)
