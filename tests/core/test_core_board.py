"""The idea board: reword, move, delete, merge, and what that does to votes."""

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.ideas import idea_at, number_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Tally

IDEAS = ["Hardop denken", "Woordenschat vooraf", "In duo's lezen"]
GONE = "That idea isn't on the board any more."


@pytest.fixture(autouse=True)
def _three_ideas(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes(*IDEAS)


def test_an_idea_is_reworded_in_its_place(meeting: Meeting) -> None:
    meeting.does(a.EditIdea(2, "Woorden  vooraf"))
    assert meeting.board == ["Hardop denken", "Woorden vooraf", "In duo's lezen"]
    assert meeting.idea("Woorden vooraf").id == 2


def test_an_idea_is_not_reworded_to_nothing(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.EditIdea(2, " "))
    assert refusal == "An idea needs words. To take it off the board, delete it."


@pytest.mark.parametrize(
    "action",
    [a.EditIdea(9, "x"), a.MoveIdea(9, 1), a.DeleteIdea(9), a.MergeIdeas(9, (1,))],
    ids=lambda action: type(action).__name__,
)
def test_an_idea_that_is_gone_is_refused(meeting: Meeting, action: a.Action) -> None:
    assert meeting.refuses(action) == GONE


def test_an_idea_moves_to_a_number(meeting: Meeting) -> None:
    meeting.does(a.MoveIdea(3, 1))
    assert meeting.board == ["In duo's lezen", "Hardop denken", "Woordenschat vooraf"]
    meeting.does(a.MoveIdea(3, 2))
    assert meeting.board == ["Hardop denken", "In duo's lezen", "Woordenschat vooraf"]


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_is_no_number_outside_the_board(meeting: Meeting, number: int) -> None:
    refusal = meeting.refuses(a.MoveIdea(1, number))
    assert refusal == f"There is no idea {number}: the board goes from 1 to 3."


def test_numbers_are_places_on_the_board(meeting: Meeting) -> None:
    meeting.does(a.DeleteIdea(1))
    first = idea_at(meeting.session, 1)
    assert (first.text, number_of(meeting.session, first)) == ("Woordenschat vooraf", 1)
    assert idea_at(meeting.session, 2).id == 3


def test_an_empty_board_has_no_numbers(meeting: Meeting) -> None:
    meeting.does(a.DeleteIdea(1), a.DeleteIdea(2), a.DeleteIdea(3))
    with pytest.raises(Refused, match="There are no ideas on the board yet"):
        idea_at(meeting.session, 1)


def test_merging_adds_ticks_and_keeps_every_wording(meeting: Meeting) -> None:
    meeting.does(a.SameAs(2), a.MergeIdeas(2, (3,)), a.MergeIdeas(1, (2, 2)))
    (idea,) = meeting.session.ideas
    assert idea.text == "Hardop denken"
    assert idea.also == ("Woordenschat vooraf", "In duo's lezen")
    assert idea.ticks == 3


def test_an_idea_is_not_merged_with_itself(meeting: Meeting) -> None:
    assert meeting.refuses(a.MergeIdeas(1, ())) == "Name at least two ideas to put together."
    assert meeting.refuses(a.MergeIdeas(1, (1,))) == "Name at least two ideas to put together."


def test_a_merge_that_names_an_idea_twice_takes_it_once(meeting: Meeting) -> None:
    meeting.does(a.MergeIdeas(1, (3, 1, 3)))
    assert meeting.idea("Hardop denken").ticks == 1


def test_a_chosen_idea_stays_on_the_board(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.does(a.Choose(2))
    chosen = "Idea 2 is chosen: unmark it first."
    assert meeting.refuses(a.DeleteIdea(2)) == chosen
    assert meeting.refuses(a.MergeIdeas(1, (3, 2))) == chosen
    meeting.does(a.MergeIdeas(2, (3,)))
    assert meeting.board == ["Hardop denken", "Woordenschat vooraf"]


def test_an_idea_whose_mark_was_taken_off_can_go(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.does(a.Choose(1), a.Choose(2))
    meeting.goes_to("plan")
    meeting.does(a.PlanEach())
    meeting.goes_to("choose")
    meeting.does(a.Unchoose(2), a.DeleteIdea(2))
    assert meeting.board == ["Hardop denken", "In duo's lezen"]


def test_what_is_being_voted_on_stays_on_the_board(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.does(a.OpenVote(), a.CastDots("Sanne", (3,)))
    open_vote = "Idea 3 is being voted on: close the vote first."
    assert meeting.refuses(a.DeleteIdea(3)) == open_vote
    assert meeting.refuses(a.MergeIdeas(1, (3,))) == open_vote


def test_an_idea_that_came_up_during_the_vote_can_go(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.does(a.OpenVote(), a.NoteAside("Voorlezen"), a.DeleteIdea(4))
    assert meeting.board == IDEAS


def test_a_deleted_idea_leaves_the_totals_of_the_others(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.votes(Sanne=[1, 2, 2], Joost=[3])
    meeting.does(a.DeleteIdea(1))
    (vote,) = meeting.session.choice.votes
    assert vote.candidates == (2, 3)
    assert vote.tallies == (Tally(2, 2), Tally(3, 1))


def test_merged_ideas_put_their_votes_together(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.votes(Sanne=[1, 2, 2], Joost=[3])
    meeting.does(a.MergeIdeas(1, (2,)))
    (vote,) = meeting.session.choice.votes
    assert vote.candidates == (1, 3)
    assert vote.tallies == (Tally(1, 3), Tally(3, 1))


def test_an_idea_takes_over_the_votes_of_a_run_off_that_it_was_not_in(
    meeting: Meeting,
) -> None:
    meeting.goes_to("choose")
    meeting.votes(Sanne=[2], Joost=[3])
    meeting.does(a.OpenVote(run_off=True), a.CastDots("Sanne", (2,)), a.CloseVote())
    meeting.does(a.MergeIdeas(1, (2,)))
    first, run_off = meeting.session.choice.votes
    assert first.tallies == (Tally(1, 1), Tally(3, 1))
    assert run_off.candidates == (1, 3)
    assert run_off.tallies == (Tally(1, 1), Tally(3, 0))
