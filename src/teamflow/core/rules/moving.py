"""Moving through the phases, and the clock.

A meeting that was closed goes on where its clock is started again on the same day: somebody closed
it too soon. From the next day on it's past. Then its record can still be corrected, in every
phase, but it's as closed as it was: no clock runs any more, and leaving it needs no second closing.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.clock import limit, past, running
from teamflow.core.days import month_later
from teamflow.core.protocol import PROTOCOL
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Round, Session, Span, Timing
from teamflow.locale import N_

LONGEST: Final = 600
_PAST: Final = N_("This meeting is over: its clock stays as it was.")


def stopped(timing: Timing, now: dt.datetime) -> Timing:
    """The timing with its running span ended at `now`, never before it started."""
    if not running(timing):
        return timing
    last = timing.spans[-1]
    return replace(timing, spans=(*timing.spans[:-1], replace(last, end=max(last.start, now))))


def started(timing: Timing, now: dt.datetime) -> Timing:
    """The timing with its clock running from `now`, unless it runs already."""
    return timing if running(timing) else replace(timing, spans=(*timing.spans, Span(now)))


def _go(session: Session, action: a.Go, now: dt.datetime) -> Session:
    if not session.question and action.phase != "question":
        raise Refused(N_("First our learning question: one clear line, and then we go on."))
    if past(session, now):
        return _with_turn(replace(session, phase=action.phase))
    if action.phase != session.phase:
        session = _halted(session, now)
    session = replace(session, phase=action.phase)
    first_time = not session.timing.spans
    session = _under_way(session, started(session.timing, now))
    return _with_date(_with_turn(session), first_time, now)


def _halted(session: Session, now: dt.datetime) -> Session:
    """The session with no clock running."""
    return session.with_timing(stopped(session.timing, now)) if running(session.timing) else session


def _under_way(session: Session, timing: Timing) -> Session:
    """The session with its clock running: it's neither left nor closed."""
    return replace(session.with_timing(timing), left=None, closed=None)


def _with_turn(session: Session) -> Session:
    """The session in which the round, where that's on, has somebody whose turn it is."""
    if session.phase == "round" and session.round.turn not in session.present:
        return replace(session, round=Round(turn=next(iter(session.present), None)))
    return session


def _with_date(session: Session, first_time: bool, now: dt.datetime) -> Session:
    """The session in which the evaluation has a first date, where that's on."""
    if session.phase == "evaluation" and first_time and session.evaluation.date is None:
        date = month_later(now.date())
        return replace(session, evaluation=replace(session.evaluation, date=date))
    return session


def _pause(session: Session, _: a.Pause, now: dt.datetime) -> Session:
    if not running(session.timing):
        raise Refused(N_("The clock is already stopped."))
    return session.with_timing(stopped(session.timing, now))


def _resume(session: Session, _: a.Resume, now: dt.datetime) -> Session:
    if running(session.timing):
        raise Refused(N_("The clock is already running."))
    _refuse_when_past(session, now)
    return _under_way(session, started(session.timing, now))


def _refuse_when_past(session: Session, now: dt.datetime) -> None:
    if past(session, now):
        raise Refused(_PAST)


def _add_minutes(session: Session, action: a.AddMinutes, now: dt.datetime) -> Session:
    _refuse_when_past(session, now)
    timing = session.timing
    now_allowed = limit(timing)
    if now_allowed is None:
        raise Refused(N_("This step has no time limit: take the time it needs."))
    minutes = now_allowed // dt.timedelta(minutes=1) + action.minutes
    _check_minutes(minutes)
    return session.with_timing(replace(timing, extra=timing.extra + action.minutes))


def _check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= LONGEST:
        raise Refused(N_("The clock can be set from 1 to {most} minutes."), most=LONGEST)


def _restart(session: Session, _: a.RestartClock, now: dt.datetime) -> Session:
    _refuse_when_past(session, now)
    timing = replace(stopped(session.timing, now), restarted=now)
    return _under_way(session, started(timing, now))


def _leave(session: Session, _: a.Leave, now: dt.datetime) -> Session:
    if past(session, now):
        return replace(session, phase="close")
    if not running(session.timing):
        return session
    return replace(session.with_timing(stopped(session.timing, now)), left=now)


def _return(session: Session, action: a.Return, now: dt.datetime) -> Session:
    timing = session.timing
    if past(session, now):
        return _halted(session, action.since)
    if running(timing):
        clock_set_back = now < action.since
        if clock_set_back or not action.counted:
            timing = stopped(timing, action.since)
    elif session.left is None:
        return session
    elif action.counted:
        timing = started(timing, min(session.left, now))
    return _under_way(session, started(timing, now))


def _close(session: Session, _: a.Close, now: dt.datetime) -> Session:
    return replace(_halted(session, now), left=None, closed=session.closed or now)


def begun(session: Session, now: dt.datetime) -> Session:
    """The session at its first phase, with the clock running."""
    return session.with_timing(started(session.timing_of(PROTOCOL[0].name), now))


def untouched(minutes: dict[str, int]) -> tuple[Timing, ...]:
    """The timings of a meeting that has yet to begin; `minutes` replaces the method's own.

    Raises Refused where a phase would get less than 1 minute or more than 600.
    """
    for wanted in minutes.values():
        _check_minutes(wanted)
    return tuple(
        Timing(phase.name, minutes.get(phase.name, phase.minutes))
        for phase in PROTOCOL
        if phase.minutes is not None
    )


RULES: Final[Rules] = {
    a.Go: _go,
    a.Pause: _pause,
    a.Resume: _resume,
    a.AddMinutes: _add_minutes,
    a.RestartClock: _restart,
    a.Leave: _leave,
    a.Return: _return,
    a.Close: _close,
}
