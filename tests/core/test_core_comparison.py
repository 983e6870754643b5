"""Two versions of a session: what differs is said in full, and nothing else is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from strategies import MEETING, REVIEWED, sessions
from teamflow.core.comparison import Difference, differences
from teamflow.core.session import Draft, Idea, Participant, Plan, Session, Step

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def compared(ours: Session, theirs: Session) -> list[tuple[str, str, str]]:
    told = differences(ours, theirs, lambda msgid: msgid)
    return [(each.label, each.ours, each.theirs) for each in told]


@settings(max_examples=25)
@given(sessions)
def test_a_session_and_itself_say_the_same(session: Session) -> None:
    assert differences(session, session, lambda msgid: msgid) == ()


@settings(max_examples=25)
@given(sessions, sessions)
def test_whichever_comes_first_the_same_is_told(one: Session, other: Session) -> None:
    there_and_back = [
        {(label, text) for label, ours, theirs in told for text in (ours, theirs) if text}
        for told in (compared(one, other), compared(other, one))
    ]
    assert all(ours != theirs for _, ours, theirs in compared(one, other))
    assert {label for label, _ in there_and_back[0]} == {label for label, _ in there_and_back[1]}


@pytest.mark.parametrize(
    ("change", "label", "ours", "theirs"),
    [
        (lambda s: replace(s, date=dt.date(2026, 11, 23)), "Date", "Saturday 21 November 2026",
         "Monday 23 November 2026"),
        (lambda s: replace(s, team=""), "Team", "Onderbouw", ""),
        (lambda s: replace(s, question="Wat?"), "Our learning question", MEETING.question, "Wat?"),
        (lambda s: replace(s, measure=""), "How we will see that it worked", MEETING.measure, ""),
        (lambda s: replace(s, phase="plan", closed=None), "Where we are", "Close · closed",
         "Lesson plan"),
        (lambda s: replace(s, participants=(*s.participants, Participant("Merel"))),
         "Participants", "", "Merel"),
        (lambda s: replace(s, ideas=(*s.ideas, Idea(9, "Voorlezen", by="Joost"))), "Ideas", "",
         "Voorlezen"),
        (lambda s: replace(s, ideas=s.ideas[:-1]), "Ideas",
         "Twee weken één thema; Rijkere teksten · votes: 1", ""),
        (lambda s: replace(s, ideas=(replace(s.ideas[0], ticks=3), *s.ideas[1:])), "Ideas",
         "Hardop denkend voordoen bij elke tekst · 2 × the same · votes: 4",
         "Hardop denkend voordoen bij elke tekst · 3 × the same · votes: 4"),
        (lambda s: replace(s, parking_lot=()), "Parking lot", "Past dit in het rooster?",
         ""),
        (lambda s: replace(s, choice=replace(s.choice, chosen=(2,))), "Chosen",
         "Hardop denkend voordoen bij elke tekst", 'Minder "vragen achteraf", meer praten tijdens'),
        (lambda s: replace(s, choice=replace(s.choice, why="")), "Why this one",
         "We kunnen morgen beginnen", ""),
        (lambda s: replace(s, evaluation=replace(s.evaluation, target="12 %")), "In figures",
         "from 20 % to 15 %", "from 20 % to 12 %"),
        (lambda s: replace(s, evaluation=replace(s.evaluation, date=None)), "When we look back",
         "Monday 21 December 2026", ""),
        (lambda s: replace(s, next_meeting=dt.date(2027, 1, 11)), "Next meeting", "",
         "Monday 11 January 2027"),
        (lambda s: replace(s, drafts=(Draft("idea", "Half een"),)), "Still being typed", "",
         "Half een"),
    ],
)  # fmt: skip
def test_what_was_changed_is_told_in_full_and_nothing_else(
    change: Callable[[Session], Session], label: str, ours: str, theirs: str
) -> None:
    meeting = replace(MEETING, next_meeting=None, drafts=())
    assert compared(meeting, change(meeting)) == [(label, ours, theirs)]
    assert compared(change(meeting), meeting) == [(label, theirs, ours)]


def test_who_gave_an_idea_is_told_where_the_team_records_it() -> None:
    recording = replace(MEETING, attribution=True)
    named = replace(recording, ideas=(*recording.ideas, Idea(9, "Voorlezen", by="Joost")))
    assert compared(recording, named) == [("Ideas", "", "Voorlezen · Joost")]


def test_a_lesson_is_compared_line_by_line_and_steps_one_by_one() -> None:
    plan = Plan(
        lesson="Eerst doen we voor.\n\nDan samen.\nDan alleen.",
        steps=(Step("Teksten kiezen", ("Joost",), dt.date(2026, 12, 1)), Step("Kopiëren")),
    )
    theirs = replace(
        plan,
        lesson="Eerst doen we voor.\nDan in duo's.\nDan alleen.",
        steps=(replace(plan.steps[0], done=True), plan.steps[1], Step("Terugkijken")),
    )
    assert compared(replace(MEETING, plans=(plan,)), replace(MEETING, plans=(theirs,))) == [
        ("Lesson plan", "Dan samen.", "Dan in duo's."),
        ("Steps", "Teksten kiezen · Joost · Tuesday 1 December 2026",
         "Teksten kiezen · Joost · Tuesday 1 December 2026 · done"),
        ("Steps", "", "Terugkijken"),
    ]  # fmt: skip


def test_a_plan_for_each_idea_says_which_idea_it_is_for() -> None:
    plans = (Plan(1, "Voordoen", (Step("Oefenen"),)), Plan(4, "Thema kiezen"))
    told = compared(replace(MEETING, plans=()), replace(MEETING, plans=plans))
    first, second = (f"{MEETING.ideas[place].text}:" for place in (0, 2))
    assert [theirs for label, _, theirs in told if label == "Lesson plan"] == [
        first, "Voordoen", second, "Thema kiezen",
    ]  # fmt: skip
    assert [theirs for label, _, theirs in told if label == "Steps"] == [first, "Oefenen"]


def test_looking_back_is_told_with_its_outcome_and_what_was_learned() -> None:
    review = REVIEWED.evaluation.review
    assert review is not None
    never = replace(REVIEWED, evaluation=replace(REVIEWED.evaluation, review=None))
    told = compared(never, REVIEWED)
    assert {label for label, *_ in told} == {"Looked back on"}
    assert {"partly reached", review.learned, review.measured} <= {theirs for *_, theirs in told}
    undecided = replace(review, decision=None)
    other = replace(REVIEWED, evaluation=replace(REVIEWED.evaluation, review=undecided))
    assert [theirs for *_, theirs in compared(REVIEWED, other)] == [""]


def test_clocks_and_turns_are_no_difference() -> None:
    later = replace(MEETING, left=NOON, closed=NOON, timings=(), round=replace(MEETING.round))
    assert compared(MEETING, later) == []


def test_the_words_that_differ_are_marked() -> None:
    told = Difference("", "Hoe helpen we meer kinderen?", "Hoe helpen we alle kinderen?")
    assert told.marked() == (
        (("Hoe helpen we", False), (" meer", True), (" kinderen?", False)),
        (("Hoe helpen we", False), (" alle", True), (" kinderen?", False)),
    )
    longer = Difference("", "Eén tekst", "Eén tekst per week")
    assert longer.marked() == (
        (("Eén tekst", False),),
        (("Eén tekst", False), (" per week", True)),
    )


def test_where_nothing_is_the_same_nothing_is_marked() -> None:
    for ours, theirs in (("", "Voorlezen"), ("Zwemmen", "Voorlezen"), ("", "")):
        assert Difference("", ours, theirs).marked() == (((ours, False),), ((theirs, False),))
