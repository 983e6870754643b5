"""Looking back on what was agreed, and what comes along to the next meeting."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from meeting import Meeting, set_up_for
from papers import texts_of
from strategies import MEETING, REVIEWED, lines
from teamflow.core import actions as a
from teamflow.core.form import fill
from teamflow.core.loop import (
    awaits_review,
    carried_from,
    dues,
    left_open,
    link_of,
    open_steps,
    outcome_of,
    taken_along,
)
from teamflow.core.session import Choice, Evaluation, Plan, Review, Session, Step
from teamflow.core.setup import Carried, begin
from teamflow.core.update import update

TODAY = dt.date(2026, 11, 23)
A_MONTH = dt.timedelta(days=30)


def close(meeting: Meeting) -> None:
    """Agree on something, and end."""
    meeting.goes_to("evaluation")
    meeting.does(a.SetEvaluation("target", "15 %"))
    meeting.goes_to("close")
    meeting.does(a.Close())


def test_a_review_is_kept_with_the_day_on_which_we_looked(meeting: Meeting) -> None:
    close(meeting)
    meeting.clock.now += A_MONTH
    meeting.does(a.SetReview("reached", "14 %", "Samen lezen werkt", "keep"))
    assert meeting.session.evaluation.review == Review(
        TODAY + A_MONTH, "reached", "14 %", "Samen lezen werkt", "keep"
    )
    assert meeting.session.closed is not None


def test_a_second_look_replaces_the_first(meeting: Meeting) -> None:
    close(meeting)
    meeting.does(a.SetReview("not"), a.SetReview("partly", "18 %"))
    assert meeting.session.evaluation.review == Review(TODAY, "partly", "18 %")


def test_a_meeting_that_is_still_on_can_not_be_looked_back_on(meeting: Meeting) -> None:
    told = meeting.refuses(a.SetReview("reached"))
    assert told == "This meeting is still on: look back when it's over."


def test_looking_back_can_be_put_off_to_a_later_day(meeting: Meeting) -> None:
    close(meeting)
    meeting.does(a.Postpone(TODAY + A_MONTH))
    assert meeting.session.evaluation.date == TODAY + A_MONTH
    told = meeting.refuses(a.Postpone(TODAY))
    assert told == "Monday 23 November 2026 isn't later: choose a day after today."


def test_a_step_is_ticked_off_and_on_again(meeting: Meeting) -> None:
    meeting.goes_to("plan")
    meeting.does(a.AddStep(0, "Duo's maken"), a.AddStep(0, "Beginnen", ("Joost",)))
    meeting.does(a.FinishStep(0, 2))
    assert [step.done for step in meeting.session.plans[0].steps] == [False, True]
    assert [each.step.what for each in open_steps(meeting.session)] == ["Duo's maken"]
    meeting.does(a.EditStep(0, 2, "Maandag beginnen"))
    assert meeting.session.plans[0].steps[1] == Step("Maandag beginnen", done=True)
    meeting.does(a.FinishStep(0, 2, done=False))
    assert [(each.plan, each.number) for each in open_steps(meeting.session)] == [(0, 1), (0, 2)]


def test_a_step_that_is_not_there_can_not_be_ticked_off(meeting: Meeting) -> None:
    assert meeting.refuses(a.FinishStep(0, 1)) == "There are no steps in the plan yet."


def test_what_was_agreed_awaits_a_review_once_the_meeting_is_over() -> None:
    assert awaits_review(MEETING)
    assert not awaits_review(REVIEWED)
    assert not awaits_review(replace(MEETING, closed=None))
    assert not awaits_review(replace(MEETING, evaluation=Evaluation()))


def test_a_session_asks_for_its_evaluation_and_for_what_was_not_done() -> None:
    assert [(due.date, due.what, due.who) for due in dues(MEETING)] == [
        (dt.date(2026, 12, 21), "D- en E-scores in groep 6", "Anneke"),
        (dt.date(2026, 12, 1), "Teksten kiezen", "Joost, Fatima"),
        (None, "Bij elkaar kijken", "Anneke"),
    ]


def test_once_we_have_looked_back_only_what_was_not_done_is_asked_for() -> None:
    assert [due.what for due in dues(REVIEWED)] == ["Teksten kiezen", "Bij elkaar kijken"]


def test_a_meeting_that_is_still_on_asks_for_nothing_yet() -> None:
    assert list(dues(replace(MEETING, closed=None))) == []


def test_a_day_that_came_by_itself_is_nothing_to_look_back_on() -> None:
    dated = replace(MEETING, evaluation=Evaluation(date=dt.date(2026, 12, 22)))
    assert awaits_review(dated)
    empty = replace(dated, choice=Choice())
    assert not awaits_review(empty)
    assert [due.what for due in dues(empty)] == ["Teksten kiezen", "Bij elkaar kijken"]
    for evaluation in (Evaluation(indicator="Plezier"), Evaluation(target="15 %")):
        assert awaits_review(replace(empty, evaluation=evaluation))


def test_the_day_itself_is_in_time_and_no_day_is_never_late() -> None:
    evaluation, _dated, undated = dues(MEETING)
    assert not evaluation.is_late(dt.date(2026, 12, 21))
    assert evaluation.is_late(dt.date(2026, 12, 22))
    assert not undated.is_late(dt.date.max)


@pytest.mark.parametrize(
    ("baseline", "target", "measured", "outcome"),
    [
        ("20 %", "15 %", "15 %", "reached"),
        ("20 %", "15 %", "12", "reached"),
        ("20 %", "15 %", "17,5 %", "partly"),
        ("20 %", "15 %", "20 %", "not"),
        ("20 %", "15 %", "22 %", "not"),
        ("8 van 24", "16 van 24", "12 van 24", "partly"),
        ("8 van 24", "16 van 24", "9 van 12", None),
        ("20 %", "15 %", "17 kinderen", None),
        ("20 %", "15 %", "beter", None),
        ("", "15 %", "15 %", None),
        ("20 %", "", "15 %", None),
        ("15 %", "15 %", "15 %", None),
    ],
)
def test_a_figure_says_by_itself_how_it_went_where_it_can(
    baseline: str, target: str, measured: str, outcome: str | None
) -> None:
    assert outcome_of(Evaluation(baseline=baseline, target=target), measured) == outcome


@given(lines, lines, lines)
def test_whatever_was_typed_there_is_an_answer(baseline: str, target: str, measured: str) -> None:
    told = outcome_of(Evaluation(baseline=baseline, target=target), measured)
    assert told in ("reached", "partly", "not", None)


def test_what_was_parked_and_what_was_not_done_come_along() -> None:
    carried = carried_from([MEETING], TODAY)
    assert carried.follows == MEETING.id
    assert carried.ideas == ()
    assert carried.parking_lot == ("Past dit in het rooster?",)
    assert [step.what for step in carried.steps] == ["Teksten kiezen", "Bij elkaar kijken"]


def test_the_next_meeting_begins_with_them(meeting: Meeting) -> None:
    carried = carried_from([MEETING], TODAY, MEETING, with_idea=True)
    setup = replace(set_up_for("Fatima", "Joost"), carried=carried)
    session = begin(setup, "2026-12-21-onderbouw", meeting.clock())
    assert session.follows == MEETING.id
    assert [idea.text for idea in session.ideas] == ["Hardop denkend voordoen bij elke tekst"]
    assert session.parking_lot == MEETING.parking_lot
    assert session.plans == (Plan(steps=MEETING.plans[0].steps),)
    noted = update(session, a.SetQuestion("Hoe nu?"), meeting.clock())
    noted = update(noted, a.Go("round"), meeting.clock())
    noted = update(noted, a.NoteIdea("Iets nieuws"), meeting.clock())
    assert [idea.id for idea in noted.ideas] == [1, 2]


def test_where_all_was_done_no_plan_comes_along(meeting: Meeting) -> None:
    done = meeting.session
    carried = carried_from([done], TODAY, done, with_idea=True)
    setup = replace(set_up_for("Fatima", "Joost"), carried=carried)
    session = begin(setup, "x", meeting.clock())
    assert (session.plans, session.ideas, session.parking_lot) == ((), (), ())


def test_a_step_whose_day_has_passed_comes_along_without_a_day() -> None:
    days = {
        today: [step.when for step in carried_from([MEETING], today).steps]
        for today in (dt.date(2026, 12, 1), dt.date(2026, 12, 2))
    }
    assert days == {
        dt.date(2026, 12, 1): [dt.date(2026, 12, 1), "na de kerstvakantie"],
        dt.date(2026, 12, 2): [None, "na de kerstvakantie"],
    }


def test_what_two_meetings_left_open_comes_along_once() -> None:
    older = replace(MEETING, id="older", parking_lot=("Wie belt?", *MEETING.parking_lot))
    carried = carried_from([MEETING, older], TODAY)
    assert carried.follows == MEETING.id
    assert carried.parking_lot == ("Past dit in het rooster?", "Wie belt?")
    assert [step.what for step in carried.steps] == ["Teksten kiezen", "Bij elkaar kijken"]


def test_where_nothing_was_left_open_the_meeting_follows_none() -> None:
    assert carried_from([], TODAY) == Carried()
    assert carried_from([replace(MEETING, plans=(), parking_lot=())], TODAY) == Carried()


def in_turn(*meetings: Session) -> list[Session]:
    """These meetings, a day after one another and the first one given the oldest, newest first."""
    dated = [
        replace(meeting, id=f"{day}", date=dt.date(2026, 11, day))
        for day, meeting in enumerate(meetings, start=1)
    ]
    return dated[::-1]


FOLLOWING = replace(MEETING, follows="2")


def test_what_was_left_open_is_the_team_s_until_a_later_meeting_follows() -> None:
    open_now = left_open(in_turn(MEETING, MEETING, MEETING))
    assert [session.id for session in open_now] == ["3", "2", "1"]
    open_now = left_open(in_turn(MEETING, MEETING, FOLLOWING, MEETING))
    assert [session.id for session in open_now] == ["4", "3"]


def test_meetings_before_the_one_that_followed_are_not_asked_for() -> None:
    asked = iter(in_turn(MEETING, MEETING, FOLLOWING, MEETING))
    left_open(asked)
    assert [session.id for session in asked] == ["1"]


def test_on_one_day_the_hour_tells_which_meeting_followed() -> None:
    morning = replace(MEETING, id="morning", timings=())
    noon = replace(MEETING, id="noon", follows="another")
    assert [session.id for session in left_open([morning, noon])] == ["noon"]
    assert [session.id for session in left_open([noon, morning])] == ["noon"]


def test_another_team_takes_nothing_along() -> None:
    first, second = in_turn(replace(MEETING, team="Bovenbouw"), replace(MEETING, follows="x"))
    assert taken_along(map(link_of, (first, second))) & {first.id, second.id} == set()


def test_the_session_that_is_followed_is_taken_along_whoever_follows() -> None:
    renamed = replace(MEETING, id="y", team="Groep 6", follows=MEETING.id)
    assert MEETING.id in taken_along(map(link_of, (renamed, MEETING)))


def test_a_look_back_is_taken_back_by_putting_it_off(meeting: Meeting) -> None:
    close(meeting)
    meeting.does(a.SetReview("not"), a.Postpone(TODAY + A_MONTH))
    assert meeting.session.evaluation.review is None
    assert awaits_review(meeting.session)


def test_the_form_tells_how_it_went() -> None:
    told = texts_of(fill(REVIEWED, str))
    for text in ("17 %", "partly reached", "Voordoen kost tijd", "we adapt it"):
        assert text in told
    undecided = replace(
        REVIEWED,
        evaluation=replace(REVIEWED.evaluation, review=Review(dt.date(2026, 12, 21), "unmeasured")),
    )
    told = texts_of(fill(undecided, str))
    assert "not measured" in told
    assert "What now" not in told
