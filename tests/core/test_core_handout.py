"""What each reader may see, and the form before anybody wrote on it."""

import datetime as dt
from dataclasses import replace

import pytest

from meeting import TEAM, Meeting
from papers import SAVED, texts_of
from strategies import MEETING
from teamflow.core import actions as a
from teamflow.core.blank import STEPS, blank
from teamflow.core.form import Fact, Form, Paragraph, Room, Section, Table, fill
from teamflow.core.handout import Reader, hand_out
from teamflow.core.report import for_team
from teamflow.core.session import Choice, Round, Session

NAMED = replace(
    MEETING, attribution=True, ideas=tuple(replace(idea, by="Willem") for idea in MEETING.ideas)
)


def annex(session: Session, now: dt.datetime = SAVED) -> dict[str, Section]:
    return {section.title: section for section in for_team(session, str, now).annex}


def table(section: Section) -> Table:
    (part,) = section.parts
    assert isinstance(part, Table)
    return part


def test_the_leader_gets_the_form_and_nothing_behind_it() -> None:
    assert hand_out(MEETING, "leader", str, SAVED).form == fill(MEETING, str)


def test_the_team_gets_the_same_form_with_an_annex() -> None:
    form = hand_out(MEETING, "team", str, SAVED).form
    assert replace(form, annex=()) == fill(MEETING, str)
    assert [section.title for section in form.annex] == [
        "All ideas", "On the parking lot", "How our time went",
    ]  # fmt: skip


def test_the_ideas_are_told_with_ticks_votes_and_what_was_chosen() -> None:
    told = table(annex(MEETING)["All ideas"])
    assert told.headings == ("", "Idea", "The same", "Votes")
    assert told.rows == (
        ("1", "Hardop denkend voordoen bij elke tekst (chosen)", "2", "4"),
        ("2", 'Minder "vragen achteraf", meer praten tijdens', "", "1"),
        ("3", "Twee weken één thema; Rijkere teksten", "", "1"),
    )


def test_a_run_off_is_told_behind_the_vote_before_it(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes("Duo's", "Voorlezen")
    meeting.goes_to("choose")
    meeting.votes(Fatima=[1], Joost=[2])
    meeting.does(a.OpenVote(run_off=True), a.CastDots("Fatima", (2,)), a.CloseVote())
    rows = table(annex(meeting.session)["All ideas"]).rows
    assert [row[3] for row in rows] == ["1, 0", "1, 1"]


def test_a_vote_that_is_still_open_is_told_to_nobody(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes("Duo's", "Voorlezen")
    meeting.goes_to("choose")
    meeting.does(a.OpenVote(), a.CastDots("Fatima", (1, 1, 2)))
    handout = hand_out(meeting.session, "team", str, SAVED)
    assert [row[3] for row in table(handout.form.annex[0]).rows] == ["", ""]
    assert (vote := handout.session.vote)
    assert (vote.ballots, vote.tallies) == ((), ())


def test_the_team_gets_the_whole_record() -> None:
    assert hand_out(MEETING, "team", str, SAVED).session == replace(MEETING, drafts=())


def test_the_leader_s_record_holds_what_was_agreed_and_no_more() -> None:
    session = hand_out(MEETING, "leader", str, SAVED).session
    assert session.ideas == MEETING.chosen
    assert session.chosen == MEETING.chosen
    assert (session.parking_lot, session.scores, session.choice.votes) == ((), (), ())
    assert [person.name for person in session.participants] == ["Fatima", "Joost"]
    assert session.round == Round()
    assert (session.plans, session.evaluation) == (MEETING.plans, MEETING.evaluation)


@pytest.mark.parametrize(
    ("session", "reader", "named"),
    [
        (NAMED, "team", True),
        (NAMED, "leader", False),
        (replace(NAMED, attribution=False), "team", False),
        (replace(NAMED, attribution=False), "leader", False),
    ],
)
def test_who_gave_an_idea_is_for_a_team_that_noted_it(
    session: Session, reader: Reader, named: bool
) -> None:
    handout = hand_out(session, reader, str, SAVED)
    assert ("Willem" in texts_of(handout.form)) is named
    assert ("Willem" in repr(handout.session)) is named


def test_the_parking_lot_is_told_as_it_was_parked() -> None:
    assert annex(MEETING)["On the parking lot"].parts == (Paragraph("Past dit in het rooster?"),)


def test_the_time_of_each_phase_stands_beside_what_was_planned() -> None:
    told = table(annex(MEETING)["How our time went"])
    assert told.headings == ("Step", "Planned", "Took")
    assert told.rows == (("Question", "open", "8:00"), ("Round", "10 min", "11:00"))


def test_a_clock_that_runs_is_read_at_that_moment(meeting: Meeting) -> None:
    meeting.waits(minutes=4)
    told = table(annex(meeting.session, meeting.clock())["How our time went"])
    assert told.rows == (("Question", "open", "4:00"),)


def test_where_there_is_nothing_to_tell_there_is_no_annex() -> None:
    bare = replace(MEETING, ideas=(), parking_lot=(), timings=(), choice=Choice())
    assert annex(bare) == {}


def rooms(form: Form) -> list[list[type]]:
    return [[type(part) for part in box.parts] for box in form.boxes]


def test_the_empty_form_has_room_in_every_box_and_nothing_filled_in() -> None:
    form = blank(str)
    assert rooms(form) == [[Room, Fact], [Room, Fact], [Room, Table], [Fact] * 6]
    assert [box.title for box in form.boxes] == [box.title for box in fill(MEETING, str).boxes]
    facts = [*form.facts, *(part for box in form.boxes for part in box.parts)]
    assert all(fact.text == "" for fact in facts if isinstance(fact, Fact))
    steps = form.boxes[2].parts[1]
    assert isinstance(steps, Table)
    assert steps.rows == (("", "", ""),) * STEPS


def test_what_is_known_already_is_printed_on_it() -> None:
    day = dt.date(2026, 11, 30)
    form = blank(str, school="De Wilgen", team="Onderbouw", date=day, names=TEAM)
    assert form.facts == (
        Fact("School", "De Wilgen"),
        Fact("Team", "Onderbouw"),
        Fact("Date", "Monday 30 November 2026"),
        Fact("Chair", ""),
        Fact("Present", "Fatima, Joost, Marieke, Sanne"),
    )
