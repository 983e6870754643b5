"""Time that is stored, not counted."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting import Clock, Meeting
from teamflow.core import actions as a
from teamflow.core.clock import (
    Mood,
    elapsed,
    expected_end,
    limit,
    mood,
    overrun,
    planned_end,
    remaining,
    running,
    slack,
    spent,
)
from teamflow.core.session import Participant, Session, Span, Timing
from teamflow.core.setup import SetUp, begin

START = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


def after(minutes: float = 0, seconds: float = 0) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes, seconds=seconds)


def ten_minutes(*spans: Span, extra: int = 0) -> Timing:
    return Timing("round", 10, extra=extra, spans=spans or (Span(START),))


def test_five_seconds_without_a_redraw_are_five_seconds() -> None:
    timing = ten_minutes()
    assert elapsed(timing, after(1)) == 60 * SECOND
    assert elapsed(timing, after(1, 5)) == 65 * SECOND


def test_a_phase_that_was_never_entered_has_taken_no_time() -> None:
    timing = Timing("think", 5)
    assert not running(timing)
    assert elapsed(timing, START) == spent(timing, START) == 0 * SECOND
    assert remaining(timing, START) == 5 * MINUTE


def test_only_an_open_span_runs() -> None:
    assert running(ten_minutes(Span(START, after(1)), Span(after(2))))
    assert not running(ten_minutes(Span(START, after(1))))


def test_spans_add_up_and_gaps_do_not_count() -> None:
    timing = ten_minutes(Span(START, after(2)), Span(after(5), after(6)), Span(after(9)))
    assert elapsed(timing, after(10)) == 4 * MINUTE
    assert remaining(timing, after(10)) == 6 * MINUTE


def test_a_span_that_ends_before_it_starts_counts_as_nothing() -> None:
    timing = ten_minutes(Span(START, after(3)), Span(START, after(-60)))
    assert spent(timing, after(5)) == 3 * MINUTE


def test_extra_minutes_move_the_limit() -> None:
    assert limit(ten_minutes(extra=2)) == 12 * MINUTE
    assert remaining(ten_minutes(extra=-3), after(1)) == 6 * MINUTE


def test_overtime_is_less_than_nothing_left() -> None:
    assert remaining(ten_minutes(), after(11, 20)) == -80 * SECOND


def test_an_open_ended_phase_has_no_limit_and_stays_calm() -> None:
    timing = Timing("plan", spans=(Span(START),))
    assert limit(timing) is None
    assert remaining(timing, after(90)) is None
    assert mood(timing, after(90)) is Mood.CALM


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (dt.timedelta(minutes=10), Mood.CALM),
        (dt.timedelta(minutes=2, microseconds=1), Mood.CALM),
        (dt.timedelta(minutes=2), Mood.WARM),
        (dt.timedelta(seconds=30, microseconds=1), Mood.WARM),
        (dt.timedelta(seconds=30), Mood.URGENT),
        (dt.timedelta(microseconds=1), Mood.URGENT),
        (dt.timedelta(), Mood.OVER),
        (dt.timedelta(minutes=-5), Mood.OVER),
    ],
)
def test_the_clock_warms_at_a_fifth_and_urges_at_a_twentieth(
    left: dt.timedelta, shown: Mood
) -> None:
    assert mood(ten_minutes(), after(10) - left) is shown


def test_a_minute_more_calms_the_clock() -> None:
    assert mood(ten_minutes(), after(9)) is Mood.WARM
    assert mood(ten_minutes(extra=3), after(9)) is Mood.CALM


def test_on_the_night_of_winter_time_an_hour_comes_twice() -> None:
    before = dt.datetime(2026, 10, 25, 2, 59, tzinfo=AMSTERDAM)
    later = dt.datetime(2026, 10, 25, 2, 1, fold=1, tzinfo=AMSTERDAM)
    assert elapsed(ten_minutes(Span(before)), later) == 2 * MINUTE
    assert elapsed(ten_minutes(Span(before, later)), later) == 2 * MINUTE
    a_minute_on = later.replace(minute=2)
    assert spent(ten_minutes(Span(before, later), Span(later)), a_minute_on) == 3 * MINUTE


def test_on_the_night_of_summer_time_an_hour_is_left_out() -> None:
    before = dt.datetime(2026, 3, 29, 1, 59, tzinfo=AMSTERDAM)
    later = dt.datetime(2026, 3, 29, 3, 1, tzinfo=AMSTERDAM)
    assert elapsed(ten_minutes(Span(before)), later) == 2 * MINUTE


def test_a_meeting_through_the_night_of_winter_time_counts_real_minutes(
    meeting: Meeting, clock: Clock
) -> None:
    clock.now = dt.datetime(2026, 10, 25, 2, 50, tzinfo=AMSTERDAM)
    meeting.goes_to("round")
    clock.now = dt.datetime(2026, 10, 25, 2, 5, fold=1, tzinfo=AMSTERDAM)
    meeting.does(a.Pause())
    assert meeting.elapsed == 15 * MINUTE
    meeting.does(a.RestartClock())
    clock.now = dt.datetime(2026, 10, 25, 2, 6, fold=1, tzinfo=AMSTERDAM)
    assert meeting.elapsed == 1 * MINUTE


@given(
    st.lists(st.tuples(st.integers(-500, 500), st.none() | st.integers(-500, 500)), max_size=6),
    st.none() | st.integers(-500, 500),
    st.integers(-500, 500),
)
def test_no_record_whatsoever_makes_time_negative(
    spans: list[tuple[int, int | None]], restarted: int | None, now: int
) -> None:
    timing = Timing(
        "round",
        10,
        restarted=None if restarted is None else after(restarted),
        spans=tuple(
            Span(after(start), None if end is None else after(end)) for start, end in spans
        ),
    )
    assert 0 * SECOND <= elapsed(timing, after(now)) <= spent(timing, after(now))


def test_the_whole_meeting_is_planned_in_less_than_fifty_minutes(meeting: Meeting) -> None:
    assert planned_end(meeting.session) == meeting.clock() + 48 * MINUTE
    assert expected_end(meeting.session, meeting.clock()) == meeting.clock() + 48 * MINUTE
    assert overrun(meeting.session, meeting.clock()) == 0


def test_a_team_that_takes_longer_plans_a_later_end(clock: Clock) -> None:
    people = (Participant("Fatima"), Participant("Joost"))
    setup = SetUp(START.date(), participants=people, minutes={"round": 15})
    session = begin(setup, "x", clock())
    assert planned_end(session) == clock() + 53 * MINUTE
    assert overrun(session, clock()) == 0


def test_a_session_that_never_began_has_no_planned_end(session: Session) -> None:
    bare = Session(id="bare", date=session.date)
    assert planned_end(bare) is None
    assert overrun(bare, START) == 0


def test_time_within_a_phase_moves_no_end(meeting: Meeting) -> None:
    end = expected_end(meeting.session, meeting.clock())
    meeting.waits(minutes=8)
    assert expected_end(meeting.session, meeting.clock()) == end


def test_overtime_moves_the_end(meeting: Meeting) -> None:
    meeting.waits(minutes=12)
    assert overrun(meeting.session, meeting.clock()) == 4
    meeting.goes_to("think")
    assert overrun(meeting.session, meeting.clock()) == 4


def test_a_phase_that_was_quick_brings_the_end_nearer(meeting: Meeting) -> None:
    meeting.waits(minutes=3)
    meeting.goes_to("think")
    assert overrun(meeting.session, meeting.clock()) == -5


def test_extra_minutes_move_the_end(meeting: Meeting) -> None:
    meeting.goes_to("round")
    before = overrun(meeting.session, meeting.clock())
    meeting.does(a.AddMinutes(3))
    assert overrun(meeting.session, meeting.clock()) == before + 3


def test_a_pause_moves_the_end_and_not_the_plan(meeting: Meeting) -> None:
    planned = planned_end(meeting.session)
    meeting.does(a.Pause())
    meeting.waits(minutes=10)
    assert planned_end(meeting.session) == planned
    assert overrun(meeting.session, meeting.clock()) == 10


def test_a_step_back_counts_what_it_has_left(meeting: Meeting) -> None:
    meeting.goes_to("think")
    meeting.waits(minutes=5)
    meeting.goes_to("round")
    meeting.waits(minutes=4)
    meeting.goes_to("think")
    assert expected_end(meeting.session, meeting.clock()) == meeting.clock() + 31 * MINUTE


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (31, 1), (89, 1), (91, 2)])
def test_an_overrun_is_told_in_whole_minutes(meeting: Meeting, seconds: int, minutes: int) -> None:
    meeting.waits(minutes=8, seconds=seconds)
    assert overrun(meeting.session, meeting.clock()) == minutes


def test_an_overrun_is_taken_from_the_longest_open_ended_phase(meeting: Meeting) -> None:
    assert slack(meeting.session, meeting.clock()) == "plan"
    meeting.goes_to("plan")
    assert slack(meeting.session, meeting.clock()) == "evaluation"
    meeting.goes_to("close")
    assert slack(meeting.session, meeting.clock()) is None


def test_a_phase_that_used_its_time_has_none_to_give(meeting: Meeting) -> None:
    meeting.goes_to("plan")
    meeting.waits(minutes=6)
    meeting.goes_to("round")
    assert slack(meeting.session, meeting.clock()) == "evaluation"
    for phase in ("evaluation", "close", "plan"):
        meeting.goes_to(phase)
        meeting.waits(minutes=20)
    meeting.goes_to("round")
    assert slack(meeting.session, meeting.clock()) is None


def test_a_phase_that_comes_after_a_paused_one_is_still_to_come(meeting: Meeting) -> None:
    meeting.waits(minutes=9)
    meeting.does(a.Pause())
    assert slack(meeting.session, meeting.clock()) == "plan"
