"""What was agreed as a calendar (RFC 5545): the steps with a date, the look back, the next meeting.

Each event is known by its session and its place there, so that a calendar that reads a later
version brings its events up to date and makes no second ones. Nobody is invited: what stands in
one's own calendar is one's own to move.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from teamflow.core.clock import planned_length
from teamflow.core.days import DAY, WEEK
from teamflow.core.form import from_to
from teamflow.core.handout import Handout
from teamflow.core.loop import Due, PlannedStep, steps
from teamflow.core.session import Session
from teamflow.export.timezone import AMSTERDAM, amsterdam, time_of_day
from teamflow.locale import N_, Say

_EIGHT_O_CLOCK: Final = dt.timedelta(hours=8)
_FIRST: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Before teamflow was there, nothing was saved."""
_SECOND: Final = dt.timedelta(seconds=1)
_HIGHEST: Final = 2**31 - 1
_LONGEST_NAME: Final = 60
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class _Text(vText):
    r"""Text as RFC 5545 writes it (3.3.11). The library's own takes a typed `\N`, as in
    H:\Notities, for a line break."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPES).encode()


@dataclass(frozen=True)
class _Date:
    """Something on a day or, where `start` has a time, from then on; `place` is where it stands
    in the session."""

    place: str
    summary: str
    description: str
    start: dt.date
    length: dt.timedelta = DAY


def export(handout: Handout) -> bytes:
    """The session's dates as a calendar file; without any it's a valid one that holds no events."""
    events = (_event(date, handout) for date in _dates(handout.session, handout.say))
    return _calendar(_name(handout.session, handout.say), events)


def export_due(asked: Iterable[tuple[Handout, Iterable[Due]]], say: Say) -> bytes:
    """What several sessions still ask for, as one calendar file: looking back, and open steps. The
    events are the same ones as in each session's own file."""
    events = (
        _event(date, handout)
        for handout, dues in asked
        for due in dues
        for date in _due(due, handout.session, handout.say)
    )
    return _calendar(say(N_("What is due")), events)


def _calendar(name: str, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//teamflow//teamflow//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _Text(name))
    calendar.add("x-wr-timezone", AMSTERDAM.key)
    calendar.add_component(amsterdam())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _name(session: Session, say: Say) -> str:
    name = _joined(session.team, session.question) or say(N_("Team meeting"))
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _dates(session: Session, say: Say) -> Iterator[_Date]:
    for each in steps(session):
        yield from _step(each, session, say)
    yield from _look_back(session, say)
    if session.next_meeting:
        yield _meeting(session.next_meeting, session, say)


def _due(due: Due, session: Session, say: Say) -> Iterator[_Date]:
    return _step(due.step, session, say) if due.step else _look_back(session, say)


def _step(planned: PlannedStep, session: Session, say: Say) -> Iterator[_Date]:
    plan, number, step = planned
    if isinstance(step.when, dt.date):
        description = _told(
            (say(N_("Who")), ", ".join(step.owners)),
            (say(N_("Question")), session.question),
        )
        yield _Date(f"step {plan + 1}.{number}", step.what, description, step.when)


def _look_back(session: Session, say: Say) -> Iterator[_Date]:
    if session.evaluation.date:
        summary = _joined(say(N_("Look back: did it work?")), session.question)
        yield _Date("evaluation", summary, _agreed(session, say), session.evaluation.date)


def _meeting(day: dt.date, session: Session, say: Say) -> _Date:
    """The next meeting, at the time of day at which this one began; a whole day where that isn't
    known."""
    place = "next meeting"
    summary = _joined(say(N_("Team meeting")), session.team)
    question = _told((say(N_("Question")), session.question))
    opening = say(N_("We begin with what we agreed last time."))
    description = "\n".join(filter(None, (opening, question, _agreed(session, say))))
    starts = (span.start for timing in session.timings for span in timing.spans)
    time = next(map(time_of_day, starts), None)
    if time is None:
        return _Date(place, summary, description, day)
    start = dt.datetime.combine(day, time, AMSTERDAM)
    return _Date(place, summary, description, start, planned_length(session))


def _agreed(session: Session, say: Say) -> str:
    evaluation = session.evaluation
    return _told(
        (say(N_("What we look at")), evaluation.indicator),
        (say(N_("In figures")), from_to(evaluation, say)),
        (say(N_("How we measure it")), evaluation.method),
        (say(N_("Who brings the figure")), evaluation.reporter),
    )


def _joined(*texts: str) -> str:
    return " – ".join(filter(None, texts))


def _told(*facts: tuple[str, str]) -> str:
    return "\n".join(f"{label}: {text}" for label, text in facts if text)


def _event(date: _Date, handout: Handout) -> Event:
    whole_day = not isinstance(date.start, dt.datetime)
    event = Event()
    event.add("uid", str(uuid5(uuid5(NAMESPACE_URL, f"teamflow:{handout.session.id}"), date.place)))
    event.add("dtstamp", handout.saved)
    event.add("last-modified", handout.saved)
    event.add("sequence", _version(handout))
    event.add("dtstart", date.start)
    with suppress(OverflowError):  # the last day there is has no end, and may go without
        event.add("dtend", date.start + date.length)
    event.add("summary", _Text(date.summary))
    if date.description:
        event.add("description", _Text(date.description))
    event.add("transp", "TRANSPARENT" if whole_day else "OPAQUE")
    for before in (WEEK, DAY):
        event.add_component(_reminder(_EIGHT_O_CLOCK - before if whole_day else -before, date))
    return event


def _reminder(ring: dt.timedelta, date: _Date) -> Alarm:
    """Rings so long after the start; before it when negative."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", ring)
    alarm.add("description", _Text(date.summary))
    return alarm


def _version(handout: Handout) -> int:
    """A number that rises with each save, and fits a calendar's 32 bits until 2094."""
    return min(max((handout.saved - _FIRST) // _SECOND, 0), _HIGHEST)
