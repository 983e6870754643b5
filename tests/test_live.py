"""The one mutable cell: dispatch, save, tell, undo, redo."""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting import Clock
from teamflow.core import actions as a
from teamflow.core.clock import elapsed
from teamflow.core.refusal import Refused
from teamflow.core.session import Participant, PhaseName, Session
from teamflow.core.setup import SetUp, begin
from teamflow.live import DEPTH, Live

BEGAN = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
SETUP = SetUp(BEGAN.date(), participants=tuple(map(Participant, ("Fatima", "Joost", "Sanne"))))


class Shelf:
    """Keeps whatever it's given, in order."""

    def __init__(self) -> None:
        self.saved: list[tuple[Session, dt.datetime]] = []

    def save(self, session: Session, at: dt.datetime) -> None:
        self.saved.append((session, at))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def live(shelf: Shelf, clock: Clock, session: Session) -> Live:
    return Live(session, shelf, clock)


def test_each_change_is_saved_in_order_at_its_time(live: Live, shelf: Shelf, clock: Clock) -> None:
    times = []
    for text in ("Hoe?", "Hoe lezen we?", "Hoe lezen we samen?"):
        clock.waits(seconds=7)
        times.append(clock())
        live.dispatch(a.SetQuestion(text))
    assert [session.question for session, _ in shelf.saved] == [
        "Hoe?",
        "Hoe lezen we?",
        "Hoe lezen we samen?",
    ]
    assert [at for _, at in shelf.saved] == times


def test_listeners_hear_of_every_change_until_they_stop(live: Live) -> None:
    heard: list[str] = []
    stop = live.listen(lambda session: heard.append(session.question))
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.SetQuestion("twee"))
    live.undo()
    live.redo()
    stop()
    live.dispatch(a.SetQuestion("drie"))
    assert heard == ["een", "twee", "een", "twee"]


def test_what_is_being_typed_is_told_to_overlookers_only(live: Live) -> None:
    heard: list[str | None] = []
    overlooked: list[str | None] = []
    live.listen(lambda session: heard.append(session.draft("question")))
    stop = live.overlook(lambda session: overlooked.append(session.draft("question")))
    live.dispatch(a.Type("question", "Hoe lez"))
    assert (heard, overlooked) == ([], ["Hoe lez"])
    live.dispatch(a.SetQuestion("Hoe lezen we?"))
    stop()
    live.dispatch(a.Type("question", "Hoe lezen we samen?"))
    assert (heard, overlooked) == (["Hoe lez"], ["Hoe lez", "Hoe lez"])


def test_an_id_stays_with_its_idea_also_when_that_is_undone(live: Live) -> None:
    for action in (a.SetQuestion("Hoe?"), a.Go("round"), a.NoteIdea("Voorlezen")):
        live.dispatch(action)
    live.undo()
    live.dispatch(a.NoteIdea("Racelezen"))
    assert [idea.id for idea in live.session.ideas] == [2]


def test_a_listener_may_stop_while_it_is_told(live: Live) -> None:
    heard: list[str] = []
    stop = live.listen(lambda _: stop())
    live.listen(lambda session: heard.append(session.question))
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.SetQuestion("twee"))
    assert heard == ["een", "twee"]


def test_a_listener_finds_the_change_made_and_saved(live: Live, shelf: Shelf) -> None:
    found: list[bool] = []
    live.listen(lambda session: found.append(live.session is session is shelf.saved[-1][0]))
    live.dispatch(a.SetQuestion("een"))
    assert found == [True]


def test_a_refused_action_is_not_saved_told_or_remembered(live: Live, shelf: Shelf) -> None:
    before = live.session
    live.listen(lambda _: pytest.fail("nothing happened"))
    with pytest.raises(Refused):
        live.dispatch(a.Go("round"))
    assert live.session is before
    assert shelf.saved == []
    with pytest.raises(Refused, match="There is nothing to undo"):
        live.undo()


def test_an_action_that_changes_nothing_is_not_saved_or_remembered(
    live: Live, shelf: Shelf
) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.SetQuestion("een"))
    assert len(shelf.saved) == 1
    live.undo()
    assert live.session.question == ""


def test_undo_and_redo_say_what_they_took_back(live: Live) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.Park("De laptops"))
    assert live.undo() == a.Park("De laptops")
    assert live.undo() == a.SetQuestion("een")
    assert live.redo() == a.SetQuestion("een")
    assert live.redo() == a.Park("De laptops")
    with pytest.raises(Refused, match="There is nothing to redo"):
        live.redo()


def test_undo_and_redo_are_saved(live: Live, shelf: Shelf) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.undo()
    live.redo()
    assert [session.question for session, _ in shelf.saved] == ["een", "", "een"]


def test_a_new_action_ends_what_could_be_done_again(live: Live) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.undo()
    live.dispatch(a.SetQuestion("twee"))
    with pytest.raises(Refused):
        live.redo()
    assert live.session.question == "twee"


def test_typing_is_not_undone_and_ends_no_redo(live: Live) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.Type("measure", "minder D"))
    assert live.undo() == a.SetQuestion("een")
    live.dispatch(a.Type("measure", "minder D en E"))
    assert live.redo() == a.SetQuestion("een")
    assert live.session.draft("measure") == "minder D en E"


def test_what_is_being_typed_survives_undo_and_redo(live: Live) -> None:
    live.dispatch(a.Type("measure", "oud"))
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.Type("measure", "nieuw"))
    live.undo()
    assert live.session.draft("measure") == "nieuw"
    live.dispatch(a.Type("measure", ""))
    live.redo()
    assert live.session.draft("measure") is None


def test_typing_is_saved_and_nobody_is_told(live: Live, shelf: Shelf) -> None:
    live.listen(lambda _: pytest.fail("the field shows it already"))
    live.dispatch(a.Type("measure", "minder D"))
    assert shelf.saved[-1][0].draft("measure") == "minder D"


def test_nothing_from_before_an_absence_is_undone_or_done_again(live: Live, clock: Clock) -> None:
    live.dispatch(a.SetQuestion("een"))
    live.dispatch(a.SetQuestion("twee"))
    live.undo()
    since = clock()
    clock.waits(minutes=20)
    live.dispatch(a.Return(since, counted=False))
    with pytest.raises(Refused):
        live.undo()
    with pytest.raises(Refused):
        live.redo()
    clock.waits(minutes=1)
    assert elapsed(live.session.timing, clock()) == dt.timedelta(minutes=1)


def test_after_an_absence_undo_starts_anew(live: Live, clock: Clock) -> None:
    live.dispatch(a.Leave())
    left = clock()
    clock.waits(minutes=20)
    live.dispatch(a.Return(left, counted=True))
    live.dispatch(a.SetQuestion("een"))
    assert live.undo() == a.SetQuestion("een")
    with pytest.raises(Refused):
        live.undo()


def test_as_many_actions_are_undone_as_the_history_is_deep(live: Live) -> None:
    for number in range(DEPTH + 3):
        live.dispatch(a.Park(f"Punt {number}"))
    for _ in range(DEPTH):
        live.undo()
    assert len(live.session.parking_lot) == 3
    with pytest.raises(Refused):
        live.undo()


WORDS = st.sampled_from(["", "Voorlezen", "Hardop denken", "Racelezen"])
IDS = st.integers(1, 4)
PHASES: st.SearchStrategy[PhaseName] = st.sampled_from(get_args(PhaseName))
UNDOABLE: st.SearchStrategy[a.Action] = st.one_of(
    st.builds(a.Go, phase=PHASES),
    st.sampled_from([a.Pause(), a.Resume(), a.RestartClock(), a.Leave()]),
    st.builds(a.AddMinutes, minutes=st.integers(-2, 2)),
    st.builds(a.SetQuestion, text=WORDS),
    st.builds(a.NoteIdea, text=WORDS),
    st.just(a.Pass()),
    st.builds(a.DeleteIdea, idea=IDS),
    st.tuples(IDS, st.tuples(IDS)).map(lambda ids: a.MergeIdeas(*ids)),
    st.sampled_from([a.OpenVote(), a.CloseVote()]),
    IDS.map(lambda idea: a.CastDots("Joost", (idea,))),
    st.builds(a.Choose, idea=IDS),
    st.builds(a.Unchoose, idea=IDS),
    WORDS.map(lambda text: a.SetLesson(0, text)),
    st.booleans().map(lambda present: a.SetPresence("Joost", present)),
    WORDS.map(lambda text: a.SetEvaluation("target", text)),
)
TYPING = st.tuples(st.sampled_from(["idea", "why"]), WORDS).map(lambda typed: a.Type(*typed))


@given(st.lists(st.one_of(UNDOABLE, TYPING), max_size=40))
def test_what_was_done_is_undone_and_done_again(wanted: list[a.Action]) -> None:
    now = BEGAN
    initial = begin(SETUP, "x", now)
    live = Live(initial, Shelf(), lambda: now)
    live.dispatch(a.SetQuestion("Hoe lezen we samen?"))
    done = 1
    for action in wanted:
        now += dt.timedelta(seconds=30)
        before = live.session
        try:
            live.dispatch(action)
        except Refused:
            assert live.session is before
        done += not isinstance(action, a.Type) and live.session is not before
    final = live.session
    for _ in range(done):
        live.undo()
    with pytest.raises(Refused):
        live.undo()
    assert live.session == replace(initial, drafts=final.drafts, noted=final.noted)
    for _ in range(done):
        live.redo()
    assert live.session == final
