"""Step 2: the vote and the choice."""

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.rules.choosing import dots_each, tied
from teamflow.core.session import Ballot

IDEAS = ["Hardop denken", "Woordenschat vooraf", "In duo's lezen"]


@pytest.fixture(autouse=True)
def _three_ideas_to_choose_from(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes(*IDEAS)
    meeting.goes_to("choose")


def totals(meeting: Meeting) -> dict[int, int]:
    assert meeting.session.vote is not None
    return {tally.idea: tally.votes for tally in meeting.session.vote.tallies}


def test_a_vote_is_over_all_ideas(meeting: Meeting) -> None:
    meeting.does(a.OpenVote())
    vote = meeting.session.vote
    assert vote is not None
    assert (vote.voting, vote.candidates, vote.closed) == ("dots", (1, 2, 3), False)


def test_there_is_one_vote_at_a_time(meeting: Meeting) -> None:
    meeting.does(a.OpenVote())
    assert meeting.refuses(a.OpenVote()) == "The vote is already open."


def test_a_vote_needs_two_ideas(meeting: Meeting) -> None:
    meeting.does(a.DeleteIdea(1))
    meeting.does(a.OpenVote(), a.CloseVote(), a.DeleteIdea(2))
    assert meeting.refuses(a.OpenVote()) == "A vote needs at least two ideas."
    meeting.does(a.DeleteIdea(3))
    assert meeting.refuses(a.OpenVote()) == "A vote needs at least two ideas."


@pytest.mark.parametrize("action", [a.CastDots("Sanne", (1,)), a.CountHands(1, 2), a.CloseVote()])
def test_without_a_vote_there_is_nothing_to_vote(meeting: Meeting, action: a.Action) -> None:
    assert meeting.refuses(action) == "There is no vote open."
    meeting.votes(Sanne=[1])
    assert meeting.refuses(action) == "There is no vote open."


def test_closing_adds_the_dots_up_and_forgets_who_gave_them(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 1, 3], Joost=[3], Fatima=[])
    assert totals(meeting) == {1: 2, 2: 0, 3: 2}
    assert meeting.session.vote is not None
    assert meeting.session.vote.closed
    assert meeting.session.vote.ballots == ()


def test_who_votes_again_replaces_what_they_gave(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 1, 1])
    meeting.does(a.OpenVote())
    meeting.does(a.CastDots("Joost", (2,)), a.CastDots("Sanne", (1,)), a.CastDots("Joost", (3,)))
    assert meeting.session.vote is not None
    assert meeting.session.vote.ballots == (Ballot("Sanne", (1,)), Ballot("Joost", (3,)))


def test_nobody_has_more_dots_than_the_others(meeting: Meeting) -> None:
    meeting.does(a.OpenVote())
    refusal = meeting.refuses(a.CastDots("Sanne", (1, 2, 3, 3)))
    assert refusal == "Sanne gave 4 dots; everyone has 3."


def test_only_who_is_here_votes(meeting: Meeting) -> None:
    meeting.does(a.OpenVote())
    assert meeting.refuses(a.CastDots("Willem", (1,))) == "Willem isn't here."


def test_a_vote_that_was_given_stays_when_the_voter_leaves(meeting: Meeting) -> None:
    meeting.does(a.OpenVote(), a.CastDots("Sanne", (2,)))
    meeting.does(a.SetPresence("Sanne", present=False), a.CloseVote())
    assert totals(meeting) == {1: 0, 2: 1, 3: 0}


def test_an_idea_that_came_up_during_the_vote_is_not_in_it(meeting: Meeting) -> None:
    meeting.does(a.OpenVote(), a.NoteAside("Voorlezen"))
    outside = "That idea isn't in this vote."
    assert meeting.refuses(a.CastDots("Sanne", (1, 4))) == outside
    assert meeting.refuses(a.CountHands(4, 1)) == outside


def test_hands_are_counted_per_idea(meeting: Meeting) -> None:
    meeting.does(a.OpenVote(), a.CountHands(1, 4), a.CountHands(2, 1), a.CountHands(1, 3))
    meeting.does(a.CloseVote())
    assert totals(meeting) == {1: 3, 2: 1, 3: 0}


@pytest.mark.parametrize("hands", [-1, 5])
def test_there_are_no_more_hands_than_people(meeting: Meeting, hands: int) -> None:
    meeting.does(a.OpenVote())
    refusal = meeting.refuses(a.CountHands(1, hands))
    assert refusal == f"{hands} hands can't be right: there are 4 people here."


def test_a_vote_that_nobody_voted_in_is_taken_back(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1])
    before = meeting.session
    meeting.does(a.OpenVote(), a.CloseVote())
    assert meeting.session == before


def test_those_that_tie_at_the_top_are_told(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3], Joost=[3, 1], Fatima=[2])
    assert tied(meeting.session) == (1, 3)


def test_a_leader_ties_with_nobody(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3], Joost=[3], Fatima=[2])
    assert tied(meeting.session) == ()


def test_nothing_ties_while_nothing_is_known(meeting: Meeting) -> None:
    assert tied(meeting.session) == ()
    meeting.does(a.OpenVote(), a.CountHands(1, 2), a.CountHands(2, 2))
    assert tied(meeting.session) == ()


def test_nothing_ties_on_an_empty_board(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3])
    meeting.does(a.DeleteIdea(1), a.DeleteIdea(2), a.DeleteIdea(3))
    assert tied(meeting.session) == ()


def test_ideas_without_a_single_vote_share_no_first_place(meeting: Meeting) -> None:
    meeting.votes(Sanne=[])
    assert tied(meeting.session) == ()
    nothing = "There is no tie, so no run-off is needed."
    assert meeting.refuses(a.OpenVote(run_off=True)) == nothing


def test_a_run_off_is_between_those_that_tie_with_one_dot_each(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3], Joost=[1, 3])
    assert dots_each(meeting.session) == 3
    meeting.does(a.OpenVote(run_off=True))
    assert meeting.session.vote is not None
    assert meeting.session.vote.candidates == (1, 3)
    assert dots_each(meeting.session) == 1
    assert meeting.refuses(a.CastDots("Sanne", (1, 3))) == "Sanne gave 2 dots; everyone has 1."
    assert meeting.refuses(a.CastDots("Sanne", (2,))) == "That idea isn't in this vote."


def test_a_run_off_that_ties_again_can_be_run_again(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3], Joost=[1, 3])
    for _ in range(2):
        meeting.does(a.OpenVote(run_off=True))
        meeting.does(a.CastDots("Sanne", (1,)), a.CastDots("Joost", (3,)), a.CloseVote())
        assert tied(meeting.session) == (1, 3)
    meeting.does(a.OpenVote(run_off=True), a.CastDots("Joost", (3,)), a.CloseVote())
    assert tied(meeting.session) == ()
    assert totals(meeting) == {1: 0, 3: 1}
    assert len(meeting.session.choice.votes) == 4


def test_before_any_vote_each_has_all_dots(meeting: Meeting) -> None:
    assert dots_each(meeting.session) == 3


def test_a_new_vote_over_everything_has_all_dots_again(meeting: Meeting) -> None:
    meeting.votes(Sanne=[1, 3], Joost=[1, 3])
    meeting.does(a.OpenVote(run_off=True), a.CastDots("Joost", (3,)), a.CloseVote())
    meeting.votes(Sanne=[2, 2, 2])
    assert totals(meeting) == {1: 0, 2: 3, 3: 0}


def test_one_idea_or_two_are_chosen_in_order(meeting: Meeting) -> None:
    meeting.does(a.Choose(3), a.Choose(1))
    assert [idea.text for idea in meeting.session.chosen] == ["In duo's lezen", "Hardop denken"]
    assert meeting.refuses(a.Choose(2)) == "Two ideas at most: unmark one first."


def test_an_idea_is_chosen_once(meeting: Meeting) -> None:
    meeting.does(a.Choose(3))
    assert meeting.refuses(a.Choose(3)) == "That idea is already chosen."
    assert meeting.refuses(a.Choose(9)) == "That idea isn't on the board any more."


def test_a_mark_comes_off(meeting: Meeting) -> None:
    meeting.does(a.Choose(3), a.Choose(1), a.Unchoose(3), a.Unchoose(2))
    assert meeting.session.choice.chosen == (1,)
    assert meeting.session.plans == ()


def test_a_choice_can_be_made_while_the_vote_is_open(meeting: Meeting) -> None:
    meeting.does(a.OpenVote(), a.Choose(2))
    assert meeting.session.choice.chosen == (2,)


def test_two_plans_become_one_when_a_mark_comes_off(meeting: Meeting) -> None:
    meeting.does(a.Choose(3), a.Choose(1))
    meeting.goes_to("plan")
    meeting.does(a.PlanEach(), a.SetLesson(0, "Lezen"), a.SetLesson(1, "Denken"))
    meeting.does(a.AddStep(1, "Teksten zoeken"))
    meeting.goes_to("choose")
    meeting.does(a.Unchoose(3))
    (plan,) = meeting.session.plans
    assert (plan.idea, plan.lesson) == (None, "Lezen\n\nDenken")
    assert [step.what for step in plan.steps] == ["Teksten zoeken"]


def test_a_mark_that_was_not_there_leaves_the_plans_apart(meeting: Meeting) -> None:
    meeting.does(a.Choose(3), a.Choose(1))
    meeting.goes_to("plan")
    meeting.does(a.PlanEach())
    meeting.goes_to("choose")
    meeting.does(a.Unchoose(2))
    assert [plan.idea for plan in meeting.session.plans] == [3, 1]


def test_a_shared_plan_stays_when_a_mark_comes_off(meeting: Meeting) -> None:
    meeting.does(a.Choose(3), a.Choose(1))
    meeting.goes_to("plan")
    meeting.does(a.SetLesson(0, "Lezen"))
    plans = meeting.session.plans
    meeting.goes_to("choose")
    meeting.does(a.Unchoose(3))
    assert meeting.session.plans == plans


def test_why_is_noted(meeting: Meeting) -> None:
    meeting.does(a.SetWhy("Groot effect, kan morgen al"))
    assert meeting.session.choice.why == "Groot effect, kan morgen al"
