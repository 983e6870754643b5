"""The round: whose turn it is, and when everyone passed."""

from dataclasses import replace

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.advice import round_offer
from teamflow.core.rules.turns import coming, heard
from teamflow.core.session import Round

EVERYONE_PASSED = "Everyone passed: shall we choose?"


@pytest.fixture(autouse=True)
def _in_the_round(meeting: Meeting) -> None:
    meeting.goes_to("round")


def passes(meeting: Meeting, times: int) -> None:
    meeting.does(*[a.Pass()] * times)


def test_the_round_starts_with_the_first_member(meeting: Meeting) -> None:
    assert meeting.turn == "Fatima"


def test_while_nobody_has_the_turn_the_first_member_comes_first(meeting: Meeting) -> None:
    nobody = replace(meeting.session, round=Round())
    assert coming(nobody) == ("Fatima", "Joost", "Marieke", "Sanne")


def test_an_idea_goes_on_the_board_and_passes_the_turn(meeting: Meeting) -> None:
    meeting.notes("Hardop denkend voordoen bij elke tekst", "Woordenschat vooraf")
    assert meeting.board == ["Hardop denkend voordoen bij elke tekst", "Woordenschat vooraf"]
    assert meeting.turn == "Marieke"


def test_the_turn_goes_round(meeting: Meeting) -> None:
    turns = []
    for _ in range(6):
        turns.append(meeting.turn)
        passes(meeting, 1)
    assert turns == ["Fatima", "Joost", "Marieke", "Sanne", "Fatima", "Joost"]


def test_an_idea_without_words_is_refused(meeting: Meeting) -> None:
    assert meeting.refuses(a.NoteIdea("  \n ")) == "Type the idea first, or pass the turn."


def test_ids_count_up_and_are_never_shared(meeting: Meeting) -> None:
    meeting.notes("In duo's lezen", "Thema's", "Hulpvragen")
    meeting.does(a.DeleteIdea(2))
    meeting.notes("Voorlezen")
    assert [idea.id for idea in meeting.session.ideas] == [1, 3, 4]


def test_the_id_of_the_last_idea_is_not_given_again_when_that_idea_is_gone(
    meeting: Meeting,
) -> None:
    meeting.notes("In duo's lezen", "Thema's")
    meeting.does(a.DeleteIdea(2))
    meeting.notes("Voorlezen")
    assert [idea.id for idea in meeting.session.ideas] == [1, 3]


def test_a_record_that_does_not_tell_its_last_id_goes_on_from_the_highest(
    meeting: Meeting,
) -> None:
    meeting.notes("In duo's lezen", "Thema's")
    meeting.session = replace(meeting.session, noted=0)
    meeting.notes("Voorlezen")
    assert [idea.id for idea in meeting.session.ideas] == [1, 2, 3]


@pytest.mark.parametrize("gone", [a.DeleteIdea(2), a.MergeIdeas(1, (2,))])
def test_nor_does_it_give_that_id_again_once_its_idea_is_gone(
    meeting: Meeting, gone: a.Action
) -> None:
    meeting.notes("In duo's lezen", "Thema's")
    meeting.session = replace(meeting.session, noted=0)
    meeting.does(gone)
    meeting.notes("Voorlezen")
    assert [idea.id for idea in meeting.session.ideas] == [1, 3]


@pytest.mark.parametrize(
    "deed", [a.NoteIdea("Thema's", "Joost"), a.SameAs(1, "Joost"), a.Pass("Joost")]
)
def test_who_speaks_for_themselves_waits_for_their_turn(meeting: Meeting, deed: a.Action) -> None:
    meeting.notes("In duo's lezen")
    meeting.does(a.GiveTurn("Sanne"))
    assert meeting.refuses(deed) == "It's Sanne's turn now."
    meeting.does(a.GiveTurn("Joost"), deed)
    assert meeting.turn == "Marieke"


def test_who_gave_an_idea_is_not_recorded(meeting: Meeting) -> None:
    meeting.notes("In duo's lezen")
    meeting.does(a.NoteAside("Voorlezen", by="Sanne"))
    assert [idea.by for idea in meeting.session.ideas] == [None, None]


def test_an_aside_leaves_the_turn_where_it_is(meeting: Meeting) -> None:
    meeting.does(a.NoteAside("Voorlezen", by="Sanne"))
    assert meeting.board == ["Voorlezen"]
    assert meeting.turn == "Fatima"


def test_the_same_idea_gets_a_tick_and_passes_the_turn(meeting: Meeting) -> None:
    meeting.notes("In duo's lezen")
    meeting.does(a.SameAs(1))
    assert meeting.board == ["In duo's lezen"]
    assert meeting.session.ideas[0].ticks == 1
    assert meeting.turn == "Marieke"


def test_the_same_as_an_idea_that_is_gone_is_refused(meeting: Meeting) -> None:
    assert meeting.refuses(a.SameAs(7)) == "That idea isn't on the board any more."


def test_everyone_passed_after_one_full_circle_and_not_sooner(meeting: Meeting) -> None:
    passes(meeting, 3)
    assert round_offer(meeting.session) is None
    passes(meeting, 1)
    assert round_offer(meeting.session) == EVERYONE_PASSED


@pytest.mark.parametrize(
    "action",
    [a.NoteIdea("Voorlezen"), a.NoteAside("Voorlezen"), a.SameAs(1)],
    ids=["an idea", "an aside", "a tick"],
)
def test_whatever_is_said_makes_passes_count_anew(meeting: Meeting, action: a.Action) -> None:
    meeting.notes("In duo's lezen")
    passes(meeting, 3)
    meeting.does(action)
    assert meeting.session.round.passes == 0


def test_a_turn_given_by_name_goes_on_from_there(meeting: Meeting) -> None:
    meeting.does(a.GiveTurn("Marieke"))
    assert meeting.turn == "Marieke"
    assert coming(meeting.session) == ("Sanne", "Fatima", "Joost", "Marieke")


def test_one_who_passes_twice_does_not_pass_for_another(meeting: Meeting) -> None:
    for _ in range(4):
        meeting.does(a.GiveTurn("Joost"), a.Pass())
    assert round_offer(meeting.session) is None


def test_giving_the_turn_to_who_has_it_changes_nothing(meeting: Meeting) -> None:
    passes(meeting, 2)
    meeting.does(a.GiveTurn("Marieke"))
    assert meeting.session.round == Round("Marieke", passes=2)


def test_the_turn_is_not_given_to_somebody_who_is_not_here(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Sanne", present=False))
    assert meeting.refuses(a.GiveTurn("Sanne")) == "Sanne isn't here."
    assert meeting.refuses(a.GiveTurn("Willem")) == "Willem isn't here."


def test_a_member_who_is_absent_gets_no_turn(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Joost", present=False), a.Pass())
    assert meeting.turn == "Marieke"


def test_who_leaves_during_their_turn_hands_it_to_the_next(meeting: Meeting) -> None:
    meeting.does(a.GiveTurn("Sanne"), a.SetPresence("Sanne", present=False))
    assert meeting.turn == "Fatima"


def test_who_comes_back_gets_a_turn_at_their_own_place(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Joost", present=False), a.Pass())
    meeting.does(a.SetPresence("Joost", present=True))
    assert meeting.turn == "Marieke"
    assert coming(meeting.session) == ("Sanne", "Fatima", "Joost", "Marieke")


def test_those_who_stay_have_not_passed_because_others_did(meeting: Meeting) -> None:
    passes(meeting, 2)
    meeting.does(a.SetPresence("Fatima", present=False), a.SetPresence("Joost", present=False))
    assert meeting.turn == "Marieke"
    assert round_offer(meeting.session) is None


def test_who_comes_late_has_not_passed_yet(meeting: Meeting) -> None:
    passes(meeting, 4)
    meeting.does(a.AddParticipant("Willem"))
    assert round_offer(meeting.session) is None
    assert coming(meeting.session)[-2:] == ("Willem", "Fatima")


def test_presence_that_stays_as_it_was_leaves_the_passes(meeting: Meeting) -> None:
    passes(meeting, 2)
    meeting.does(a.SetPresence("Sanne", present=True))
    assert meeting.session.round.passes == 2


def test_back_in_the_round_the_turn_is_where_it_was(meeting: Meeting) -> None:
    passes(meeting, 2)
    meeting.goes_to("choose")
    meeting.goes_to("round")
    assert meeting.session.round == Round("Marieke", passes=2)


def test_a_round_that_is_entered_with_an_absent_turn_starts_at_the_first(
    meeting: Meeting,
) -> None:
    """As in a file that was changed by hand."""
    meeting.goes_to("choose")
    meeting.session = replace(meeting.session, round=Round("Willem"))
    meeting.goes_to("round")
    assert meeting.turn == "Fatima"


def test_heard_are_those_before_the_turn_who_are_here(meeting: Meeting) -> None:
    assert heard(meeting.session) == ()
    passes(meeting, 2)
    assert heard(meeting.session) == ("Fatima", "Joost")
    meeting.does(a.SetPresence("Fatima", present=False))
    assert heard(meeting.session) == ("Joost",)


def test_before_the_round_nobody_was_heard(meeting: Meeting) -> None:
    assert heard(replace(meeting.session, round=Round())) == ()
