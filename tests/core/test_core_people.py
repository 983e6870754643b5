"""Who is in the room."""

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules.people import check_people
from teamflow.core.session import Participant


def people(count: int) -> tuple[Participant, ...]:
    return tuple(Participant(f"Deelnemer {number}") for number in range(count))


@pytest.mark.parametrize("count", [2, 40])
def test_from_two_to_forty_people_hold_a_meeting(count: int) -> None:
    check_people((*people(count), Participant("Willem", present=False)))


@pytest.mark.parametrize(
    ("count", "reason"),
    [
        (1, "A meeting needs at least two people."),
        (41, "With 41 people a round takes too long: 40 is the most."),
    ],
)
def test_fewer_or_more_do_not(count: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        check_people(people(count))


def test_absent_people_do_not_count() -> None:
    with pytest.raises(Refused, match="at least two"):
        check_people((Participant("Sanne"), Participant("Joost", present=False)))


def test_two_of_one_name_must_be_told_apart(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.AddParticipant("sanne"))
    assert refusal == "There are two people called Sanne: add a letter to tell them apart."
    meeting.does(a.AddParticipant("Sanne B"))
    assert meeting.session.present[-1] == "Sanne B"


def test_who_is_late_joins_at_the_end(meeting: Meeting) -> None:
    meeting.does(a.AddParticipant("Willem"))
    assert meeting.session.present == ("Fatima", "Joost", "Marieke", "Sanne", "Willem")


def test_nobody_joins_without_a_name(meeting: Meeting) -> None:
    assert meeting.refuses(a.AddParticipant(" ")) == "Type a name first."


def test_who_was_expected_but_late_takes_their_own_place(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Joost", present=False))
    assert "Joost" not in meeting.session.present
    meeting.does(a.AddParticipant("JOOST"))
    assert meeting.session.present == ("Fatima", "Joost", "Marieke", "Sanne")


def test_somebody_else_who_joins_is_not_taken_for_who_is_absent(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Joost", present=False), a.AddParticipant("Willem"))
    assert meeting.session.present == ("Fatima", "Marieke", "Sanne", "Willem")


def test_only_who_is_on_the_list_is_absent(meeting: Meeting) -> None:
    refusal = meeting.refuses(a.SetPresence("Willem", present=False))
    assert refusal == "Willem isn't on the list."


def test_two_people_stay(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Joost", present=False), a.SetPresence("Sanne", present=False))
    refusal = meeting.refuses(a.SetPresence("Fatima", present=False))
    assert refusal == "A meeting needs at least two people."


def test_before_the_round_nobody_has_the_turn(meeting: Meeting) -> None:
    meeting.does(a.SetPresence("Fatima", present=False))
    assert meeting.turn is None


def test_a_name_that_should_not_be_there_goes_off_the_list_and_its_turn_goes_on(
    meeting: Meeting,
) -> None:
    meeting.goes_to("round")
    meeting.does(a.AddParticipant("Jop"), a.GiveTurn("Joost"), a.RemoveParticipant("Joost"))
    assert "Joost" not in [person.name for person in meeting.session.participants]
    assert meeting.turn == "Marieke"


def test_a_name_off_the_list_takes_its_dots_along(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes("Voorlezen", "Racelezen")
    meeting.goes_to("choose")
    meeting.does(a.OpenVote(), a.CastDots("Joost", (1,)), a.CastDots("Sanne", (2,)))
    meeting.does(a.RemoveParticipant("Joost"))
    assert meeting.session.vote is not None
    assert [ballot.voter for ballot in meeting.session.vote.ballots] == ["Sanne"]
    meeting.does(a.CloseVote(), a.RemoveParticipant("Sanne"))
    assert [tally.votes for tally in meeting.session.vote.tallies] == [0, 1]


def test_who_is_not_on_the_list_cannot_go_off_it(meeting: Meeting) -> None:
    assert meeting.refuses(a.RemoveParticipant("Willem")) == "Willem isn't on the list."


def test_two_people_remain_at_least(meeting: Meeting) -> None:
    meeting.does(a.RemoveParticipant("Fatima"), a.RemoveParticipant("Joost"))
    assert meeting.refuses(a.RemoveParticipant("Sanne")) == "A meeting needs at least two people."


@pytest.mark.parametrize("alike", ["jOOST", "Joost\u200b", "Jo\u200dost", "Ｊoost"])
def test_a_name_that_reads_the_same_is_the_same(meeting: Meeting, alike: str) -> None:
    told = "There are two people called {name}: add a letter to tell them apart."
    assert meeting.refuses(a.AddParticipant(alike)) == told.format(name="Joost")
