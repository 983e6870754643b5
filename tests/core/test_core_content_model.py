"""All that a meeting says, against a naive model of it."""

import copy
import datetime as dt
from typing import Any, get_args

import pytest
from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from naive import ALWAYS, BELONGS, TEAM, TODAY, Illegal, Notes, snake
from teamflow.core import actions as a
from teamflow.core.actions import Action
from teamflow.core.advice import round_offer
from teamflow.core.ideas import idea_at, number_of
from teamflow.core.refusal import Refused
from teamflow.core.rules.choosing import dots_each, tied
from teamflow.core.session import Participant, PhaseName
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update

NOW = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
WORDS = st.sampled_from(["", "Voorlezen", "Hardop denken", "Racelezen", "In duo's lezen"])
NAMES = st.sampled_from([*TEAM, "fatima", "Willem", "Noor", ""])
DAYS = st.sampled_from([None, TODAY - dt.timedelta(days=1), TODAY, TODAY + dt.timedelta(days=60)])
IDS = st.integers(1, 5)
NUMBERS = st.integers(-1, 4)
PLANS = st.integers(-1, 2)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "phase": st.sampled_from(get_args(PhaseName)),
    "idea": IDS,
    "others": st.lists(IDS, max_size=2).map(tuple),
    "dots": st.lists(IDS, max_size=4).map(tuple),
    "hands": NUMBERS,
    "number": NUMBERS,
    "name": NAMES,
    "voter": NAMES,
    "by": st.none() | NAMES,
    "text": WORDS,
    "what": WORDS,
    "plan": PLANS,
    "step": NUMBERS,
    "date": DAYS,
    "score": st.integers(1, 5),
    "scores": st.lists(st.integers(1, 5), max_size=3).map(tuple),
}
FIELDS = {
    a.Type: st.sampled_from(["idea", "lesson"]),
    a.SetEvaluation: st.sampled_from(get_args(a.EvaluationField)),
}
BY_NAME = {snake(kind): kind for kind in get_args(Action)}


def acts(name: str) -> st.SearchStrategy[Any]:
    """All actions of that name, likely and unlikely ones."""
    kind = BY_NAME[name]
    fields = kind.__dataclass_fields__.keys()
    values = {field: VALUES[field] for field in fields & VALUES.keys()}
    values |= {"field": FIELDS[kind]} if kind in FIELDS else {}
    values |= {flag: st.booleans() for flag in fields & {"present", "run_off", "done"}}
    if kind is a.Postpone:
        values["date"] = DAYS.filter(bool)
    return st.builds(kind, **values)


class Content(RuleBasedStateMachine):
    """One session and one set of notes, through the same meeting."""

    def __init__(self) -> None:
        super().__init__()
        people = tuple(map(Participant, TEAM))
        self.session = begin(SetUp(TODAY, participants=people), "x", NOW)
        self.notes = Notes()

    @initialize(chosen=st.lists(IDS, max_size=2), phase=VALUES["phase"], past=st.booleans())
    def a_meeting_gets_going(self, chosen: list[int], phase: PhaseName, past: bool) -> None:
        self.both_do(a.SetQuestion("Hoe lezen we samen?"))
        self.both_do(a.Go("round"))
        for text in ("Voorlezen", "Racelezen", "Tutorlezen", "Koorlezen"):
            self.both_do(a.NoteIdea(text))
        self.both_do(a.Go("choose"))
        for idea in chosen:
            self.both_do(a.Choose(idea))
        if past:
            self.both_do(a.Go("close"))
            self.session = update(self.session, a.Close(), NOW - dt.timedelta(days=1))
            self.notes.past = True
        self.both_do(a.Go(phase))

    @rule(data=st.data())
    def somebody_does_what_belongs_here(self, data: st.DataObject) -> None:
        likely = st.sampled_from(sorted(BELONGS[self.notes.phase] or ALWAYS))
        for name in data.draw(st.lists(likely, min_size=1, max_size=8)):
            self.both_do(data.draw(acts(name)))

    @rule(action=st.sampled_from(sorted(ALWAYS)).flatmap(acts))
    def somebody_does_what_can_always_be_done(self, action: Action) -> None:
        self.both_do(action)

    @rule(action=st.sampled_from(sorted(ALWAYS.union(*BELONGS.values()))).flatmap(acts))
    def somebody_tries_anything(self, action: Action) -> None:
        self.both_do(action)

    @rule(phase=VALUES["phase"])
    def the_meeting_moves(self, phase: PhaseName) -> None:
        self.both_do(a.Go(phase))

    def both_do(self, action: Action) -> None:
        notes, before = copy.deepcopy(self.notes), copy.deepcopy(self.session)
        try:
            notes.does(action)
        except Illegal:
            note(f"{action} is refused")
            with pytest.raises(Refused):
                update(self.session, action, NOW)
            assert self.session == before
        else:
            self.notes, self.session = notes, update(self.session, action, NOW)

    @invariant()
    def the_people_and_the_turn_agree(self) -> None:
        session, notes = self.session, self.notes
        assert session.phase == notes.phase
        assert {person.name: person.present for person in session.participants} == notes.people
        assert session.round.turn == notes.turn
        assert session.round.turn is None or session.round.turn in session.present
        assert session.round.passes == len(notes.passed)
        all_passed = round_offer(session) == "Everyone passed: shall we choose?"
        assert all_passed == (set(notes.here()) <= set(notes.passed))

    @invariant()
    def a_past_meeting_stays_closed_and_tells_that_it_was_edited(self) -> None:
        session, notes = self.session, self.notes
        assert (session.closed is not None) == notes.past
        assert session.edited == ((TODAY,) if notes.edited else ())

    @invariant()
    def the_board_agrees(self) -> None:
        ideas = self.session.ideas
        assert [
            {"id": idea.id, "text": idea.text, "ticks": idea.ticks, "also": list(idea.also)}
            for idea in ideas
        ] == self.notes.board
        assert len({idea.id for idea in ideas}) == len(ideas)
        numbers = range(1, len(ideas) + 1)
        assert [number_of(self.session, idea_at(self.session, n)) for n in numbers] == [*numbers]

    @invariant()
    def the_votes_agree(self) -> None:
        on_board = {idea.id for idea in self.session.ideas}
        for vote, noted in zip(self.session.choice.votes, self.notes.votes, strict=True):
            assert sorted(vote.candidates) == sorted(noted["ids"])
            assert set(vote.candidates) <= on_board
            assert vote.closed == (not noted["open"])
            totals = {tally.idea: tally.votes for tally in vote.tallies}
            ballots = {ballot.voter: ballot.dots for ballot in vote.ballots}
            assert totals == noted["hands" if noted["open"] else "totals"]
            assert ballots == (noted["dots"] if noted["open"] else {})
        assert sorted(tied(self.session)) == sorted(self.notes.tie())
        each = self.notes.votes[-1]["each"] if self.notes.votes else 3
        assert dots_each(self.session) == each

    @invariant()
    def the_choice_and_the_plans_agree(self) -> None:
        session, notes = self.session, self.notes
        assert list(session.choice.chosen) == notes.chosen
        assert [idea.id for idea in session.chosen] == notes.chosen
        assert len(notes.chosen) <= 2
        assert [
            {
                "idea": plan.idea,
                "lesson": plan.lesson,
                "steps": [[step.what, step.done] for step in plan.steps],
            }
            for plan in session.plans
        ] == notes.plans
        assert {plan.idea for plan in session.plans} <= {None, *notes.chosen}

    @invariant()
    def the_words_agree(self) -> None:
        session, notes = self.session, self.notes
        said = {"question": session.question, "measure": session.measure}
        assert said | {"why": session.choice.why} == notes.said
        assert {draft.field: draft.text for draft in session.drafts} == notes.typed
        assert list(session.parking_lot) == notes.parked
        assert session.next_meeting == notes.next
        assert session.scores == notes.scores
        for field, value in notes.evaluation.items():
            assert getattr(session.evaluation, field) == value


TestContent = Content.TestCase
TestContent.settings = settings(stateful_step_count=25, max_examples=200)
