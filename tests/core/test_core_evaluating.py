"""Step 4, and the close of the meeting."""

import datetime as dt
from dataclasses import replace

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.session import Evaluation

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)


def test_each_line_is_filled_in_by_its_name(meeting: Meeting) -> None:
    meeting.goes_to("evaluation")
    meeting.does(
        a.SetEvaluation("indicator", "leerlingen met een D of E op technisch lezen"),
        a.SetEvaluation("baseline", "20 %"),
        a.SetEvaluation("target", "15 %"),
        a.SetEvaluation("method", "toets M4"),
        a.SetEvaluation("reporter", "Joost"),
        a.SetEvaluationDate(dt.date(2026, 12, 21)),
    )
    assert meeting.session.evaluation == Evaluation(
        indicator="leerlingen met een D of E op technisch lezen",
        baseline="20 %",
        target="15 %",
        method="toets M4",
        reporter="Joost",
        date=dt.date(2026, 12, 21),
    )


def test_the_evaluation_finds_a_day_about_a_month_from_now(meeting: Meeting) -> None:
    meeting.goes_to("evaluation")
    assert meeting.session.evaluation.date == dt.date(2026, 12, 23)


def test_a_day_that_was_taken_away_stays_away(meeting: Meeting) -> None:
    meeting.goes_to("evaluation")
    meeting.does(a.SetEvaluationDate(None))
    meeting.goes_to("evaluation")
    meeting.goes_to("plan")
    meeting.goes_to("evaluation")
    assert meeting.session.evaluation.date is None


def test_a_day_that_was_written_in_the_file_stays(meeting: Meeting) -> None:
    meeting.session = replace(meeting.session, evaluation=Evaluation(date=TODAY))
    meeting.goes_to("evaluation")
    assert meeting.session.evaluation.date == TODAY


def test_a_day_that_was_set_stays(meeting: Meeting) -> None:
    meeting.goes_to("evaluation")
    meeting.does(a.SetEvaluationDate(TODAY))
    meeting.goes_to("plan")
    meeting.goes_to("evaluation")
    assert meeting.session.evaluation.date == TODAY


def test_a_day_in_the_past_is_refused(meeting: Meeting) -> None:
    past = "Sunday 22 November 2026 is in the past: choose a day still to come."
    meeting.goes_to("evaluation")
    assert meeting.refuses(a.SetEvaluationDate(YESTERDAY)) == past
    meeting.goes_to("close")
    assert meeting.refuses(a.SetNextMeeting(YESTERDAY)) == past


@pytest.mark.parametrize("day", [TODAY, None])
def test_the_next_meeting_gets_a_day_or_none(meeting: Meeting, day: dt.date | None) -> None:
    meeting.goes_to("close")
    meeting.does(a.SetNextMeeting(dt.date(2026, 12, 14)), a.SetNextMeeting(day))
    assert meeting.session.next_meeting == day


def test_scores_are_figures_without_names(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.does(a.SetScores((4, 5, 3)))
    assert meeting.session.scores == (4, 5, 3)


def test_answers_that_come_one_by_one_stand_in_the_order_of_the_figures(meeting: Meeting) -> None:
    meeting.goes_to("close")
    meeting.does(a.AddScore(3), a.AddScore(5), a.AddScore(4))
    assert meeting.session.scores == (5, 4, 3)
