"""The calendar, reopened by the library that wrote it and by one that has nothing to do with it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from icalendar import Calendar

from papers import AWKWARD, SAVED, handout, session_with
from strategies import MEETING, lines, sessions
from teamflow.core.handout import hand_out
from teamflow.core.session import Evaluation, Plan, Session, Span, Step, Timing
from teamflow.core.text import clean_line
from teamflow.export import ics

VOBJECT: Final[Any] = import_module("vobject")
AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
DAY: Final = dt.timedelta(days=1)
HOUR: Final = dt.timedelta(hours=1)
MINUTE: Final = dt.timedelta(minutes=1)
BY_EIGHT: Final = (-7 * DAY + 8 * HOUR, -DAY + 8 * HOUR)

STEP_ID: Final = "b650b1bc-802f-501f-a41c-ae78124b9b34"
EVALUATION_ID: Final = "df351e21-2815-568a-a63e-1b26b2cc2234"
MEETING_ID: Final = "8a7d1bb8-239f-5dd4-a9dd-4a56ab975ea6"

AGREED: Final = (
    "What we look at: D- en E-scores in groep 6\n"
    "In figures: from 20 % to 15 %\n"
    "How we measure it: Toets\n"
    "Who brings the figure: Anneke"
)
QUESTION: Final = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"
BARE: Final = replace(MEETING, plans=(), evaluation=Evaluation(), next_meeting=None)
"""The realistic meeting without a single date."""


@dataclass(frozen=True)
class Seen:
    """One event as a reader understood it; a whole day's start is a date without a time."""

    id: str
    summary: str
    description: str
    start: dt.date
    end: dt.date | None
    alarms: tuple[tuple[dt.timedelta, str], ...]
    free: bool
    version: int = 324 * 24 * 60 * 60 + 54300
    stamps: frozenset[dt.datetime] = frozenset({SAVED})


def read_by_icalendar(data: bytes) -> list[Seen]:
    return [
        Seen(
            id=str(event["uid"]),
            summary=str(event["summary"]),
            description=str(event.get("description", "")),
            start=event.decoded("dtstart"),
            end=event.decoded("dtend", None),
            alarms=tuple(
                (a.decoded("trigger"), str(a["description"])) for a in event.walk("VALARM")
            ),
            free=event["transp"] == "TRANSPARENT",
            version=event.decoded("sequence"),
            stamps=frozenset({event.decoded("dtstamp"), event.decoded("last-modified")}),
        )
        for event in Calendar.from_ical(data).events
    ]


def read_by_vobject(data: bytes) -> list[Seen]:
    calendar = VOBJECT.readOne(data.decode())
    return [
        Seen(
            id=event.uid.value,
            summary=event.summary.value,
            description=event.description.value if "description" in event.contents else "",
            start=event.dtstart.value,
            end=event.dtend.value if "dtend" in event.contents else None,
            alarms=tuple((a.trigger.value, a.description.value) for a in event.valarm_list),
            free=event.transp.value == "TRANSPARENT",
            version=int(event.sequence.value),
            stamps=frozenset({event.dtstamp.value, event.last_modified.value}),
        )
        for event in calendar.contents.get("vevent", [])
    ]


READERS: Final = (read_by_icalendar, read_by_vobject)
by_each_reader = pytest.mark.parametrize("read", READERS)
Reader = Callable[[bytes], list[Seen]]


def of(session: Session) -> bytes:
    return ics.export(handout(session))


def saved_at(moment: dt.datetime, session: Session = MEETING) -> bytes:
    return ics.export(replace(handout(session), saved=moment))


def alarms(summary: str, *triggers: dt.timedelta) -> tuple[tuple[dt.timedelta, str], ...]:
    return tuple((trigger, summary) for trigger in triggers)


def next_meeting(begun: dt.datetime | None, next: dt.date, *timings: Timing) -> Session:
    """A meeting that began at `begun` and of which only the next one is agreed."""
    spans = (Span(begun),) if begun else ()
    return replace(BARE, timings=(Timing("question", spans=spans), *timings), next_meeting=next)


@by_each_reader
def test_the_calendar_has_the_steps_the_look_back_and_the_next_meeting(read: Reader) -> None:
    look_back = f"Look back: did it work? – {QUESTION}"
    again = "Team meeting – Onderbouw"
    assert read(of(MEETING)) == [
        Seen(
            id=STEP_ID,
            summary="Teksten kiezen",
            description=f"Who: Joost, Fatima\nQuestion: {QUESTION}",
            start=dt.date(2026, 12, 1),
            end=dt.date(2026, 12, 2),
            alarms=alarms("Teksten kiezen", *BY_EIGHT),
            free=True,
        ),
        Seen(
            id=EVALUATION_ID,
            summary=look_back,
            description=AGREED,
            start=dt.date(2026, 12, 21),
            end=dt.date(2026, 12, 22),
            alarms=alarms(look_back, *BY_EIGHT),
            free=True,
        ),
        Seen(
            id=MEETING_ID,
            summary=again,
            description=f"We begin with what we agreed last time.\nQuestion: {QUESTION}\n{AGREED}",
            start=dt.datetime(2026, 12, 21, 15, 30, tzinfo=AMSTERDAM),
            end=dt.datetime(2026, 12, 21, 16, 18, tzinfo=AMSTERDAM),
            alarms=alarms(again, -7 * DAY, -DAY),
            free=False,
        ),
    ]


def test_the_calendar_says_what_it_is() -> None:
    calendar = Calendar.from_ical(of(MEETING))
    assert {name: str(calendar[name]) for name in calendar} == {
        "VERSION": "2.0",
        "PRODID": "-//teamflow//teamflow//EN",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
        "X-WR-CALNAME": "Onderbouw – Hoe helpen we meer kinderen in groep 6 om een t…",
        "X-WR-TIMEZONE": "Europe/Amsterdam",
    }


def test_whole_days_and_times_are_written_as_the_standard_has_it() -> None:
    written = of(MEETING).decode()
    assert "\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n" in written
    assert "\r\nDTSTART;TZID=Europe/Amsterdam:20261221T153000\r\n" in written
    assert "\r\nDTSTAMP:20261121T150500Z\r\n" in written
    assert "\r\nLAST-MODIFIED:20261121T150500Z\r\n" in written
    triggers = [line for line in written.split("\r\n") if line.startswith("TRIGGER")]
    assert triggers == ["TRIGGER:-P6DT16H", "TRIGGER:-PT16H"] * 2 + ["TRIGGER:-P7D", "TRIGGER:-P1D"]


def test_every_sentence_is_in_the_readers_language() -> None:
    told = hand_out(MEETING, "leader", lambda message: f"<{message}>", SAVED)
    step, look_back, again = read_by_vobject(ics.export(told))
    assert step.description == f"<Who>: Joost, Fatima\n<Question>: {QUESTION}"
    assert look_back.summary == f"<Look back: did it work?> – {QUESTION}"
    assert again.summary == "<Team meeting> – Onderbouw"
    assert again.description.split("\n") == [
        "<We begin with what we agreed last time.>",
        f"<Question>: {QUESTION}",
        "<What we look at>: D- en E-scores in groep 6",
        "<In figures>: <from 20 % to 15 %>",
        "<How we measure it>: Toets",
        "<Who brings the figure>: Anneke",
    ]


@by_each_reader
def test_a_meeting_that_agreed_on_a_day_and_nothing_else_still_has_a_summary(read: Reader) -> None:
    silent = replace(BARE, team="", question="", timings=())
    day = dt.date(2026, 12, 21)
    look_back, again = read(of(replace(silent, evaluation=Evaluation(date=day), next_meeting=day)))
    assert (look_back.summary, look_back.description) == ("Look back: did it work?", "")
    assert again.summary == "Team meeting"
    assert again.description == "We begin with what we agreed last time."


@pytest.mark.parametrize(
    ("team", "question", "name"),
    [
        ("", "", "Team meeting"),
        ("Onderbouw", "", "Onderbouw"),
        ("", "Hoe?", "Hoe?"),
        ("Onderbouw", "e" * 48, f"Onderbouw – {'e' * 48}"),
        ("Onderbouw", "e" * 49, f"Onderbouw – {'e' * 47}…"),
        ("Onderbouw", "e" * 46 + " en", f"Onderbouw – {'e' * 46}…"),
    ],
)
def test_the_calendar_is_called_after_team_and_question(
    team: str, question: str, name: str
) -> None:
    calendar = Calendar.from_ical(of(replace(MEETING, team=team, question=question)))
    assert calendar["x-wr-calname"] == name


@by_each_reader
def test_a_session_without_dates_gives_a_valid_calendar_without_events(read: Reader) -> None:
    data = of(BARE)
    assert read(data) == []
    calendar = Calendar.from_ical(data)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]
    assert VOBJECT.readOne(data.decode()).validate(raiseException=True)


@by_each_reader
def test_each_plan_brings_its_own_steps_and_a_step_without_a_date_none(read: Reader) -> None:
    day = dt.date(2026, 12, 1)
    steps = Step("Kiezen", (), day), Step("Kijken", ("Joost",), "ooit"), Step("Praten", (), None)
    plans = Plan(1, steps=steps), Plan(2, steps=(*steps, Step("Doen", (), day + DAY)))
    seen = read(of(replace(BARE, plans=plans)))
    assert [(one.summary, one.start) for one in seen] == [
        ("Kiezen", day),
        ("Kiezen", day),
        ("Doen", day + DAY),
    ]
    assert len({one.id for one in seen}) == 3


def test_a_step_that_nobody_pulls_says_nothing_of_who() -> None:
    plan = Plan(steps=(Step("Kiezen", (), dt.date(2026, 12, 1)),))
    [step] = read_by_vobject(of(replace(BARE, plans=(plan,))))
    assert step.description == f"Question: {QUESTION}"


@by_each_reader
@pytest.mark.parametrize(
    ("begun", "next", "moment"),
    [
        ("2026-11-21T15:30+01:00", "2027-04-12", "2027-04-12T15:30:00+02:00"),
        ("2026-11-21T14:30+00:00", "2027-04-12", "2027-04-12T15:30:00+02:00"),
        ("2026-05-20T15:30+02:00", "2026-11-23", "2026-11-23T15:30:00+01:00"),
        ("2026-10-24T15:30+02:00", "2026-10-25", "2026-10-25T15:30:00+01:00"),
        ("2027-03-27T15:30+01:00", "2027-03-28", "2027-03-28T15:30:00+02:00"),
        ("2026-11-21T20:00-05:00", "2027-01-11", "2027-01-11T02:00:00+01:00"),
        ("2026-11-21T15:30:59+01:00", "2026-12-21", "2026-12-21T15:30:00+01:00"),
    ],
)
def test_the_next_meeting_is_at_the_same_time_of_day_in_summer_and_winter(
    read: Reader, begun: str, next: str, moment: str
) -> None:
    session = next_meeting(dt.datetime.fromisoformat(begun), dt.date.fromisoformat(next))
    [seen] = read(of(session))
    assert isinstance(seen.start, dt.datetime)
    assert seen.start.isoformat() == moment


@by_each_reader
def test_the_next_meeting_lasts_as_long_as_this_one_was_planned(read: Reader) -> None:
    begun = dt.datetime(2026, 11, 21, 14, 30, tzinfo=dt.UTC)
    day = dt.date(2026, 12, 21)
    [usual] = read(of(next_meeting(begun, day)))
    [longer] = read(of(next_meeting(begun, day, Timing("think", 10), Timing("round", 20, extra=5))))
    assert usual.end == dt.datetime(2026, 12, 21, 16, 18, tzinfo=AMSTERDAM)
    assert longer.end == dt.datetime(2026, 12, 21, 16, 33, tzinfo=AMSTERDAM)


@by_each_reader
def test_the_first_clock_that_ran_tells_when_the_meeting_began(read: Reader) -> None:
    first, second = (dt.datetime(2026, 11, 21, hour, tzinfo=dt.UTC) for hour in (13, 14))
    ran = Timing("think", 5, spans=(Span(first, second), Span(second)))
    [seen] = read(of(next_meeting(None, dt.date(2026, 12, 21), ran, Timing("round", 10))))
    assert seen.start == dt.datetime(2026, 12, 21, 14, tzinfo=AMSTERDAM)


@by_each_reader
def test_the_next_meeting_takes_a_whole_day_where_no_clock_ran(read: Reader) -> None:
    [seen] = read(of(next_meeting(None, dt.date(2026, 12, 21))))
    assert (seen.start, seen.end) == (dt.date(2026, 12, 21), dt.date(2026, 12, 22))
    assert seen.free
    assert [trigger for trigger, _text in seen.alarms] == list(BY_EIGHT)


@by_each_reader
def test_the_last_day_there_is_can_be_agreed_on(read: Reader) -> None:
    begun = dt.datetime(2026, 11, 21, 23, 30, tzinfo=AMSTERDAM)
    late = replace(next_meeting(begun, dt.date.max), evaluation=Evaluation(date=dt.date.max))
    look_back, again = read(of(late))
    assert (look_back.start, look_back.end) == (dt.date.max, None)
    assert (day_of(again), again.end) == (dt.date.max, None)


def test_a_clock_at_the_end_of_time_tells_no_time_of_day() -> None:
    begun = dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC)
    [seen] = read_by_icalendar(of(next_meeting(begun, dt.date(2026, 12, 21))))
    assert seen.start == dt.date(2026, 12, 21)


def test_the_zone_in_the_file_is_that_of_amsterdam() -> None:
    zone = VOBJECT.readOne(of(MEETING).decode()).vtimezone.tzinfo
    begin = dt.datetime(2025, 1, 1, 0, 59, tzinfo=dt.UTC)
    moments = [begin + days * DAY + late for days in range(15 * 365) for late in (0 * HOUR, MINUTE)]
    clocks = [[moment.astimezone(tz) for moment in moments] for tz in (zone, AMSTERDAM)]
    ours, theirs = [[(at.replace(tzinfo=None), at.tzname()) for at in clock] for clock in clocks]
    assert ours == theirs


def test_the_zone_is_given_by_rule_and_not_as_a_list_of_days() -> None:
    written = of(MEETING)
    assert written.count(b"\r\nRRULE:FREQ=YEARLY;") == 2
    assert b"RDATE" not in written
    assert b"UNTIL" not in written


def test_the_same_handout_gives_the_same_bytes() -> None:
    assert of(MEETING) == of(replace(MEETING))


def test_a_later_save_has_the_same_ids_and_a_higher_version() -> None:
    changed = replace(MEETING, question="Iets anders?", next_meeting=dt.date(2027, 1, 11))
    before = read_by_vobject(saved_at(SAVED))
    after = read_by_vobject(saved_at(SAVED + dt.timedelta(seconds=1), changed))
    assert [one.id for one in before] == [one.id for one in after]
    assert all(old.version < new.version for old, new in zip(before, after, strict=True))
    assert after[0].stamps == {SAVED + dt.timedelta(seconds=1)}


def test_another_session_has_other_ids() -> None:
    other = replace(MEETING, id="0198c1d2a4f07e4c")
    seen = [one.id for one in (*read_by_vobject(of(MEETING)), *read_by_vobject(of(other)))]
    assert len(set(seen)) == 6
    assert all(str(UUID(id)) == id for id in seen)


@pytest.mark.parametrize(
    ("moment", "version"),
    [
        (dt.datetime(2026, 1, 1, tzinfo=dt.UTC), 0),
        (dt.datetime(2026, 1, 1, 0, 0, 1, 999_999, tzinfo=dt.UTC), 1),
        (dt.datetime(2026, 1, 1, 1, 0, 30, tzinfo=dt.timezone(HOUR)), 30),
        (dt.datetime(2020, 1, 1, tzinfo=dt.UTC), 0),
        (dt.datetime(2126, 11, 21, tzinfo=dt.UTC), 2**31 - 1),
    ],
)
def test_the_version_counts_seconds_and_fits_32_bits(moment: dt.datetime, version: int) -> None:
    assert {one.version for one in read_by_vobject(saved_at(moment))} == {version}


def test_nobody_is_invited_and_nobody_is_named_with_an_idea() -> None:
    ideas = tuple(replace(idea, by="Zeynep") for idea in MEETING.ideas)
    told = replace(MEETING, ideas=ideas, attribution=True)
    written = ics.export(handout(told)).replace(b"\r\n ", b"")
    assert b"Zeynep" not in written
    assert b"ATTENDEE" not in written
    assert b"ORGANIZER" not in written


def expected(session: Session) -> list[tuple[str, dt.date]]:
    """How each event's summary begins, and its day."""
    steps = [
        (step.what, step.when)
        for plan in session.plans
        for step in plan.steps
        if isinstance(step.when, dt.date)
    ]
    look_back = [("Look back: did it work?", day) for day in [session.evaluation.date] if day]
    again = [("Team meeting", day) for day in [session.next_meeting] if day]
    return steps + look_back + again


def day_of(seen: Seen) -> dt.date:
    return seen.start.date() if isinstance(seen.start, dt.datetime) else seen.start


def by_the_hands(seen: Seen) -> Seen:
    """Without the zone: on clocks of long ago the readers disagree, which is theirs to settle."""
    start, end = seen.start, seen.end
    return replace(
        seen,
        start=start.replace(tzinfo=None) if isinstance(start, dt.datetime) else start,
        end=end.replace(tzinfo=None) if isinstance(end, dt.datetime) else end,
    )


def check(session: Session) -> None:
    """The file holds what the session says and nothing else, for both readers alike."""
    data = of(session)
    assert data.endswith(b"\r\n")
    written = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in written)
    seen, too = ([by_the_hands(one) for one in read(data)] for read in READERS)
    assert seen == too
    dates = expected(session)
    assert [day_of(one) for one in seen] == [day for _summary, day in dates]
    assert all(
        one.summary.startswith(summary) for one, (summary, _day) in zip(seen, dates, strict=True)
    )
    assert all(one.alarms[0][1] == one.summary for one in seen)
    parts = Calendar.from_ical(data).walk()
    assert [part.errors for part in parts] == [[]] * len(parts)
    assert len(parts) == 4 + 3 * len(dates)
    assert VOBJECT.readOne(data.decode()).validate(raiseException=True)


@given(sessions)
@example(MEETING)
@example(BARE)
@settings(max_examples=50, deadline=None)
def test_any_session_gives_exactly_its_own_dates(session: Session) -> None:
    check(session)


def dated_with(text: str) -> Session:
    """The realistic meeting with `text` everywhere, and a day at its step."""
    session = session_with(text)
    what = clean_line(text) or "-"
    step = Step(what, (what,), dt.date(2026, 12, 1))
    return replace(session, plans=(Plan(steps=(step,)),))


@pytest.mark.parametrize(
    "text",
    [
        *AWKWARD,
        "H:\\Notities\\nieuw \\N \\\\n \\; \\, ;,:",
        "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
        'TZID="x":20260101T000000',
        "é" * 200,
        "\\" * 200,
        "👩‍👩‍👧‍👦" * 40,
    ],
)
def test_text_that_looks_like_a_calendar_stays_text(text: str) -> None:
    session = dated_with(text)
    check(session)
    line = clean_line(text)
    step, look_back, again = read_by_icalendar(of(session))
    assert step.summary == line
    assert step.description == f"Who: {line}\nQuestion: {line}"
    assert look_back.summary == f"Look back: did it work? – {line}"
    assert again.summary == f"Team meeting – {line}"
    assert again.description.endswith(f"\nHow we measure it: {line}\nWho brings the figure: {line}")


def test_what_separates_in_a_calendar_is_escaped_in_text() -> None:
    written = of(dated_with("a;b,c\\d\\n\\N:e")).replace(b"\r\n ", b"").split(b"\r\n")
    text = rb"a\;b\,c\\d\\n\\N:e"
    assert b"SUMMARY:" + text in written
    assert b"DESCRIPTION:Who: " + text + rb"\nQuestion: " + text in written


@given(lines.filter(bool))
@settings(deadline=None)
def test_any_text_is_read_back_as_it_was_typed(text: str) -> None:
    session = replace(dated_with("x"), team=text, question=text)
    for read in READERS:
        _step, look_back, again = read(of(session))
        assert look_back.summary == f"Look back: did it work? – {text}"
        assert again.summary == f"Team meeting – {text}"
