"""Moving through the phases, and what the clock does there."""

import datetime as dt
from dataclasses import replace

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.clock import elapsed, limit, running, spent
from teamflow.core.session import PHASES, Session, Span

MINUTE = dt.timedelta(minutes=1)


def on_the_clock(meeting: Meeting, phase: str) -> float:
    """Minutes that the clock of a phase has counted."""
    timing = next(timing for timing in meeting.session.timings if timing.phase == phase)
    return elapsed(timing, meeting.clock()) / MINUTE


def test_without_a_question_there_is_no_going_on(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.Go("round"))
    assert refusal == "First our learning question: one clear line, and then we go on."
    meeting.does(a.Go("question"))


def test_what_does_not_belong_to_a_phase_is_refused(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.NoteIdea("Voorlezen"))
    assert refusal == "That doesn't belong to this step of the meeting."


def test_each_phase_has_its_own_clock(meeting: Meeting) -> None:
    meeting.waits(minutes=6)
    meeting.goes_to("think")
    meeting.waits(minutes=5)
    meeting.goes_to("round")
    meeting.waits(minutes=2)
    assert on_the_clock(meeting, "question") == 6
    assert on_the_clock(meeting, "think") == 5
    assert on_the_clock(meeting, "round") == 2


def test_a_clock_goes_on_where_it_was(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.waits(minutes=4)
    meeting.goes_to("choose")
    meeting.waits(minutes=10)
    meeting.goes_to("round")
    meeting.waits(minutes=1)
    assert on_the_clock(meeting, "round") == 5


def test_going_to_where_we_are_changes_nothing(meeting: Meeting) -> None:
    meeting.goes_to("round")
    before = meeting.session
    meeting.waits(minutes=1)
    meeting.goes_to("round")
    assert meeting.session == before


def test_going_to_where_we_are_lets_a_paused_clock_go_on(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.does(a.Pause())
    meeting.goes_to("round")
    assert running(meeting.session.timing)


def test_going_back_and_forth_loses_nothing(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes("Voorlezen", "Hardop denken")
    meeting.goes_to("choose")
    meeting.votes(Sanne=[1])
    meeting.does(a.Choose(1))
    meeting.goes_to("plan")
    meeting.does(a.SetLesson(0, "Elke dag een kwartier"))
    said = (meeting.session.ideas, meeting.session.choice, meeting.session.plans)
    for phase in ("question", "think", "round", "choose", "plan", "evaluation", "close", "plan"):
        meeting.goes_to(phase)
    assert (meeting.session.ideas, meeting.session.choice, meeting.session.plans) == said


def test_a_pause_does_not_count(meeting: Meeting) -> None:
    meeting.waits(minutes=3)
    meeting.does(a.Pause())
    meeting.waits(minutes=10)
    meeting.does(a.Resume())
    meeting.waits(minutes=1)
    assert meeting.elapsed == 4 * MINUTE


def test_a_clock_is_paused_and_resumed_once(meeting: Meeting) -> None:
    assert meeting.refuses(a.Resume()) == "The clock is already running."
    meeting.does(a.Pause())
    assert meeting.refuses(a.Pause()) == "The clock is already stopped."


def test_a_timed_phase_gets_more_minutes_or_fewer(meeting: Meeting) -> None:
    meeting.goes_to("think")
    meeting.does(a.AddMinutes(2), a.AddMinutes(-1))
    assert limit(meeting.session.timing) == 6 * MINUTE
    assert meeting.session.timing.minutes == 5


@pytest.mark.parametrize("minutes", [-5, 596, 10**30])
def test_the_clock_is_set_from_one_minute_to_six_hundred(meeting: Meeting, minutes: int) -> None:
    meeting.goes_to("think")
    refusal = meeting.refuses(a.AddMinutes(minutes))
    assert refusal == "The clock can be set from 1 to 600 minutes."


@pytest.mark.parametrize(("minutes", "most"), [(-4, 1), (595, 600)])
def test_the_bounds_themselves_are_fine(meeting: Meeting, minutes: int, most: int) -> None:
    meeting.goes_to("think")
    meeting.does(a.AddMinutes(minutes))
    assert limit(meeting.session.timing) == most * MINUTE


def test_an_open_ended_phase_gets_no_minutes(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.AddMinutes(1))
    assert refusal == "This step has no time limit: take the time it needs."


def test_a_restarted_clock_begins_anew_and_the_record_keeps_the_time(meeting: Meeting) -> None:
    meeting.waits(minutes=4)
    meeting.does(a.RestartClock())
    assert meeting.elapsed == 0 * MINUTE
    meeting.waits(minutes=1)
    meeting.does(a.Pause(), a.Resume())
    meeting.waits(minutes=1)
    assert meeting.elapsed == 2 * MINUTE
    assert spent(meeting.session.timing, meeting.clock()) == 6 * MINUTE


def test_a_restart_lets_a_paused_clock_go_on(meeting: Meeting) -> None:
    meeting.does(a.Pause(), a.RestartClock())
    assert running(meeting.session.timing)


def test_a_restart_after_the_clock_was_set_back_begins_anew_too(meeting: Meeting) -> None:
    meeting.waits(minutes=10)
    meeting.does(a.Pause())
    meeting.waits(minutes=-60)
    meeting.does(a.RestartClock())
    assert meeting.elapsed == 0 * MINUTE
    meeting.waits(minutes=2)
    assert meeting.elapsed == 2 * MINUTE


def test_a_clock_set_back_after_a_restart_loses_no_later_time(meeting: Meeting) -> None:
    meeting.waits(minutes=10)
    meeting.does(a.RestartClock())
    meeting.waits(minutes=5)
    meeting.does(a.Pause())
    meeting.waits(minutes=-60)
    meeting.does(a.Resume())
    meeting.waits(minutes=1)
    assert meeting.elapsed == 6 * MINUTE


def test_a_clock_set_back_makes_no_time_negative(meeting: Meeting) -> None:
    meeting.waits(minutes=-60)
    assert meeting.elapsed == 0 * MINUTE
    meeting.does(a.Pause())
    (span,) = meeting.session.timing.spans
    assert span.end == span.start


def test_who_leaves_finds_the_clock_where_it_was(meeting: Meeting) -> None:
    meeting.waits(minutes=3)
    meeting.does(a.Leave())
    left = meeting.clock()
    assert meeting.session.left == left
    meeting.waits(minutes=20)
    assert meeting.elapsed == 3 * MINUTE
    meeting.does(a.Return(left, counted=False))
    meeting.waits(minutes=1)
    assert meeting.elapsed == 4 * MINUTE
    assert meeting.session.left is None


def test_time_away_counts_when_the_team_says_so(meeting: Meeting) -> None:
    meeting.waits(minutes=3)
    meeting.does(a.Leave())
    left = meeting.clock()
    meeting.waits(minutes=20)
    meeting.does(a.Return(left, counted=True))
    assert meeting.elapsed == 23 * MINUTE
    assert meeting.session.timing.spans[-1] == Span(left)


def test_a_paused_clock_stays_paused_through_leaving(meeting: Meeting) -> None:
    meeting.does(a.Pause())
    before = meeting.session
    meeting.does(a.Leave(), a.Return(meeting.clock(), counted=True))
    assert meeting.session == before


def test_a_dead_battery_costs_no_second(meeting: Meeting) -> None:
    meeting.waits(minutes=7)
    since = meeting.clock()
    meeting.waits(minutes=5)
    meeting.does(a.Return(since, counted=False))
    meeting.waits(minutes=1)
    assert meeting.elapsed == 8 * MINUTE


def test_a_dead_battery_can_count_as_time_that_passed(meeting: Meeting) -> None:
    meeting.waits(minutes=7)
    since = meeting.clock()
    meeting.waits(minutes=5)
    meeting.does(a.Return(since, counted=True))
    assert meeting.elapsed == 12 * MINUTE
    assert len(meeting.session.timing.spans) == 1


def test_a_return_in_the_same_moment_changes_nothing(meeting: Meeting) -> None:
    meeting.waits(minutes=7)
    before = meeting.session
    meeting.does(a.Return(meeting.clock(), counted=True))
    assert meeting.session == before


@pytest.mark.parametrize("counted", [True, False])
def test_a_clock_set_back_while_away_takes_no_time_away(meeting: Meeting, counted: bool) -> None:
    meeting.waits(minutes=7)
    since = meeting.clock()
    meeting.waits(minutes=-60)
    meeting.does(a.Return(since, counted))
    meeting.waits(minutes=1)
    assert meeting.elapsed == 8 * MINUTE


@pytest.mark.parametrize("counted", [True, False])
def test_a_clock_set_back_after_leaving_invents_no_time(meeting: Meeting, counted: bool) -> None:
    meeting.waits(minutes=7)
    meeting.does(a.Leave())
    left = meeting.clock()
    meeting.waits(minutes=-60)
    meeting.does(a.Return(left, counted))
    meeting.waits(minutes=1)
    assert meeting.elapsed == 8 * MINUTE


@pytest.mark.parametrize("action", [a.Resume(), a.RestartClock(), a.Go("question"), a.Go("round")])
def test_whatever_starts_the_clock_ends_the_absence(meeting: Meeting, action: a.Action) -> None:
    meeting.asks()
    meeting.does(a.Leave(), action)
    assert running(meeting.session.timing)
    assert meeting.session.left is None


def test_closing_stops_the_clock(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.waits(minutes=2)
    meeting.does(a.Close())
    closed = meeting.clock()
    meeting.waits(minutes=30)
    assert meeting.session.closed == closed
    assert meeting.elapsed == 2 * MINUTE


def test_a_meeting_is_closed_once(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.does(a.Close())
    before = meeting.session
    meeting.waits(minutes=5)
    meeting.does(a.SetScores((4,)), a.SetScores(()), a.Close())
    assert meeting.session == before


def test_a_meeting_that_was_left_can_be_closed(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.does(a.Leave(), a.Close())
    closed = meeting.session
    meeting.does(a.Return(meeting.clock(), counted=False))
    assert meeting.session == closed
    assert closed.left is None


@pytest.mark.parametrize("action", [a.Resume(), a.RestartClock(), a.Go("close"), a.Go("plan")])
def test_a_closed_meeting_is_opened_again_by_its_clock(meeting: Meeting, action: a.Action) -> None:
    meeting.goes_to("close")
    meeting.does(a.Close(), action)
    assert running(meeting.session.timing)
    assert meeting.session.closed is None


def a_past_meeting(meeting: Meeting) -> Session:
    """Closed, and looked at again on the next day."""
    meeting.goes_to("close")
    meeting.does(a.SetScores((4,)), a.Close())
    meeting.waits(minutes=24 * 60)
    return meeting.session


def test_looking_around_in_a_past_meeting_starts_no_clock_and_is_no_edit(meeting: Meeting) -> None:
    closed = a_past_meeting(meeting)
    for phase in PHASES:
        meeting.goes_to(phase)
        meeting.waits(minutes=5)
        assert not running(meeting.session.timing)
    meeting.does(a.Leave())
    assert meeting.session == replace(closed, round=meeting.session.round)


def test_a_past_meeting_that_is_edited_stays_closed_and_notes_the_day_once(
    meeting: Meeting,
) -> None:
    closed = a_past_meeting(meeting)
    meeting.goes_to("evaluation")
    meeting.does(a.SetEvaluation("target", "15 %"), a.SetEvaluation("target", "10 %"))
    assert meeting.session.closed == closed.closed
    assert meeting.session.timings == closed.timings
    assert meeting.session.edited == (meeting.clock().date(),)
    meeting.goes_to("close")
    meeting.does(a.Close())
    assert meeting.session.closed == closed.closed


def test_a_past_meeting_that_is_edited_on_two_days_notes_both(meeting: Meeting) -> None:
    a_past_meeting(meeting)
    meeting.does(a.SetScores((4, 5)))
    meeting.waits(minutes=24 * 60)
    meeting.does(a.SetScores((4, 5, 5)), a.SetScores((5, 5)))
    day = dt.date(2026, 11, 24)
    assert meeting.session.edited == (day, day + dt.timedelta(days=1))


def test_what_comes_of_a_past_meeting_is_no_edit_of_it(meeting: Meeting) -> None:
    meeting.goes_to("plan")
    meeting.does(a.AddStep(0, "Teksten zoeken"))
    a_past_meeting(meeting)
    later = meeting.clock().date() + dt.timedelta(days=30)
    meeting.does(a.FinishStep(0, 1), a.Postpone(later), a.SetReview("reached"), a.Type("x", "y"))
    meeting.does(a.SetScores((4,)))
    assert meeting.session.edited == ()


@pytest.mark.parametrize("action", [a.Resume(), a.RestartClock(), a.AddMinutes(1)])
def test_the_clock_of_a_past_meeting_stays_as_it_was(meeting: Meeting, action: a.Action) -> None:
    a_past_meeting(meeting)
    meeting.goes_to("round")
    assert meeting.refuses(action) == "This meeting is over: its clock stays as it was."


def test_a_meeting_closed_late_in_the_evening_is_past_after_midnight(meeting: Meeting) -> None:
    meeting.waits(minutes=9 * 60 - 5)
    meeting.goes_to("close")
    meeting.does(a.Close())
    meeting.waits(minutes=6)
    meeting.goes_to("plan")
    assert meeting.session.closed is not None


def test_the_day_of_closing_is_that_of_the_clock_on_the_wall(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.clock.now = dt.datetime(2026, 11, 24, 0, 30, tzinfo=meeting.clock.now.tzinfo)
    meeting.does(a.Close())
    closed = meeting.clock().astimezone(dt.UTC)
    meeting.session = replace(meeting.session, closed=closed)
    meeting.waits(minutes=10)
    meeting.goes_to("plan")
    assert meeting.session.closed is None


def test_a_past_meeting_whose_clock_was_left_running_in_its_file_is_stopped(
    meeting: Meeting,
) -> None:
    meeting.goes_to("close")
    closed = meeting.clock()
    meeting.session = replace(meeting.session, closed=closed)
    meeting.waits(minutes=24 * 60)
    meeting.does(a.Return(closed, counted=True))
    assert not running(meeting.session.timing)
    assert meeting.session.closed == closed
