"""From a filled set-up to a session that has begun."""

import datetime as dt
from dataclasses import replace

import pytest

from meeting import Clock
from teamflow.core import actions as a
from teamflow.core.clock import running
from teamflow.core.refusal import Refused
from teamflow.core.session import Participant, Session
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update

SETUP = SetUp(
    date=dt.date(2026, 11, 23),
    school="De Waterlelie",
    team="Bovenbouw",
    theme="Begrijpend lezen",
    school_goal="Betrokken lezers",
    chair="Joost",
    participants=(Participant("Fatima"), Participant("Joost"), Participant("Sanne", False)),
    voting="hands",
    dots=2,
    attribution=True,
    minutes={"round": 15},
)


def test_what_was_filled_in_is_in_the_session(clock: Clock) -> None:
    session = begin(SETUP, "2026-11-23-bovenbouw", clock())
    assert replace(session, timings=()) == Session(
        id="2026-11-23-bovenbouw",
        date=dt.date(2026, 11, 23),
        school="De Waterlelie",
        team="Bovenbouw",
        theme="Begrijpend lezen",
        school_goal="Betrokken lezers",
        chair="Joost",
        participants=(Participant("Fatima"), Participant("Joost"), Participant("Sanne", False)),
        voting="hands",
        dots=2,
        attribution=True,
    )
    assert session.present == ("Fatima", "Joost")


def test_the_clock_of_the_first_phase_runs(clock: Clock) -> None:
    session = begin(SETUP, "x", clock())
    assert session.phase == "question"
    assert running(session.timing)


def test_the_methods_own_times_are_five_ten_and_three_minutes(session: Session) -> None:
    times = {timing.phase: timing.minutes for timing in session.timings}
    assert times == {"think": 5, "round": 10, "choose": 3, "question": None}


def test_a_set_up_left_blank_gives_three_dots_and_names_nobody(session: Session) -> None:
    assert (session.voting, session.dots, session.attribution) == ("dots", 3, False)


def test_a_team_may_set_other_times(clock: Clock) -> None:
    session = begin(SETUP, "x", clock())
    assert session.timing_of("round").minutes == 15
    assert session.timing_of("think").minutes == 5


@pytest.mark.parametrize("dots", [0, 11])
def test_each_member_has_one_to_ten_dots(clock: Clock, dots: int) -> None:
    with pytest.raises(Refused, match="1 to 10 dots"):
        begin(replace(SETUP, dots=dots), "x", clock())


@pytest.mark.parametrize("dots", [1, 10])
def test_one_and_ten_dots_are_fine(clock: Clock, dots: int) -> None:
    assert begin(replace(SETUP, dots=dots), "x", clock()).dots == dots


@pytest.mark.parametrize("minutes", [0, 601, -5])
def test_a_phase_lasts_from_one_minute_to_six_hundred(clock: Clock, minutes: int) -> None:
    with pytest.raises(Refused, match="from 1 to 600 minutes"):
        begin(replace(SETUP, minutes={"think": minutes}), "x", clock())


def test_one_person_is_no_meeting(clock: Clock) -> None:
    with pytest.raises(Refused, match="at least two people"):
        begin(replace(SETUP, participants=(Participant("Fatima"),)), "x", clock())


def test_who_gave_an_idea_is_recorded_when_the_team_says_so(clock: Clock) -> None:
    session = begin(SETUP, "x", clock())
    for action in (
        a.SetQuestion("Hoe lezen we samen?"),
        a.Go("round"),
        a.NoteIdea("Voorlezen"),
        a.NoteAside("In duo's lezen", by="Sanne"),
    ):
        session = update(session, action, clock())
    assert [idea.by for idea in session.ideas] == ["Fatima", "Sanne"]
