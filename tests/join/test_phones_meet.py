"""Phones in a meeting: sitting down, sharing in turn, voting, scoring, reading along."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from meeting import Clock
from phones import Evening
from teamflow.core import actions as a
from teamflow.core.session import Session
from teamflow.join import opened


@pytest.fixture
async def evening(
    tmp_path: Path, clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Evening]:
    monkeypatch.setattr(opened, "PORTS", (0,))  # other tests open rooms at the same time
    async with Evening(tmp_path, clock, session) as evening:
        yield evening


async def test_a_phone_without_a_seat_sees_the_names_and_who_is_in(evening: Evening) -> None:
    fatima, joost = await evening.phone(), await evening.phone()
    await fatima.sits_down("Fatima")
    seen = await joost.sees(lambda view: view["names"][0]["taken"], seat=None, lifted=False)
    assert [each["name"] for each in seen["names"]] == ["Fatima", "Joost", "Marieke", "Sanne"]
    assert [each["name"] for each in seen["names"] if each["taken"]] == ["Fatima"]
    assert (await fatima.sees(seat="Fatima"))["names"] is None
    assert evening.room.seats == ("Fatima",)


async def test_a_seat_is_one_phones(evening: Evening) -> None:
    await (await evening.phone()).sits_down("Fatima")
    answer = await (await evening.phone()).posts("seat", {"name": "FATIMA"})
    assert (answer.status, answer.body) == (
        409,
        {"reason": "Fatima is already in, on another phone."},
    )


async def test_a_new_name_joins_the_list(evening: Evening) -> None:
    await (await evening.phone()).sits_down("Noor")
    assert evening.session.present[-1] == "Noor"


async def test_an_absent_member_who_taps_in_is_present(evening: Evening) -> None:
    evening.does(a.SetPresence("Sanne", present=False))
    await (await evening.phone()).sits_down("Sanne")
    assert "Sanne" in evening.session.present


@pytest.mark.parametrize(
    ("name", "reason"),
    [("  ", "Type a name first."), ("x" * 31, "That name is too long: 30 characters at most.")],
)
async def test_a_name_that_cannot_be_is_refused_with_a_reason(
    evening: Evening, name: str, reason: str
) -> None:
    answer = await (await evening.phone()).posts("seat", {"name": name})
    assert (answer.status, answer.body) == (409, {"reason": reason})
    assert evening.room.seats == ()


async def test_whoever_leaves_a_seat_can_take_another(evening: Evening) -> None:
    phone = await (await evening.phone()).sits_down("Fatima")
    assert (await phone.posts("leave", {})).body == {}
    await phone.sees(seat=None, lifted=False)
    await phone.sits_down("Joost")
    assert evening.room.seats == ("Joost",)


async def test_leaving_without_a_seat_changes_nothing(evening: Evening) -> None:
    before = evening.comings
    assert (await (await evening.phone()).posts("leave", {})).status == 200
    assert evening.comings == before


async def test_whoever_takes_another_seat_gives_up_the_first(evening: Evening) -> None:
    phone = await (await evening.phone()).sits_down("Fatima")
    await phone.sits_down("Joost")
    assert evening.room.seats == ("Joost",)


async def test_a_phone_that_was_lifted_off_is_told_and_may_do_nothing(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.round_begins()
    evening.room.lift("Fatima")
    await fatima.sees(seat=None, lifted=True)
    assert (await fatima.does("share", text="Samen lezen")).status == 401
    assert evening.session.ideas == ()
    await fatima.sits_down("Marieke")
    await fatima.sees(seat="Marieke", lifted=False)


async def test_a_seat_is_gone_when_the_chair_takes_back_that_somebody_joined(
    evening: Evening,
) -> None:
    phone = await (await evening.phone()).sits_down("Noor")
    evening.live.undo()
    await phone.sees(seat=None, lifted=True)
    assert evening.room.seats == ()


async def test_the_chair_hears_of_everybody_who_comes_and_goes(evening: Evening) -> None:
    before = evening.comings
    phone = await (await evening.phone()).sits_down("Fatima")
    await phone.posts("leave", {})
    assert evening.comings == before + 2


async def test_the_question_is_seen_while_it_is_typed(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.does(a.Type("question", "Hoe lezen"))
    await fatima.sees(question="Hoe lezen", phase="question", ideas=[])


async def test_in_turn_each_shares_one_idea(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    joost = await (await evening.phone()).sits_down("Joost")
    evening.round_begins()
    await fatima.sees(mine=True, turn="Fatima", next="Joost")
    await joost.sees(mine=False, turn="Fatima")
    await fatima.shares("Hardop denken")
    seen = await joost.sees(mine=True, turn="Joost", next="Marieke")
    assert seen["ideas"] == [
        {
            "id": 1,
            "number": 1,
            "text": "Hardop denken",
            "ticks": 0,
            "chosen": False,
            "votes": None,
        }
    ]
    await joost.ticks(1)
    await fatima.sees(lambda view: view["ideas"][0]["ticks"] == 1, turn="Marieke")


async def test_out_of_turn_nothing_is_shared(evening: Evening) -> None:
    joost = await (await evening.phone()).sits_down("Joost")
    evening.round_begins()
    for do, details in (("share", {"text": "Nu ik"}), ("pass", {}), ("same", {"idea": 1})):
        assert await joost.is_refused(do, **details) == "It's Fatima's turn now."
    assert evening.session.ideas == ()
    assert evening.session.round.turn == "Fatima"


async def test_the_chair_and_a_phone_take_turns_in_one_round(evening: Evening) -> None:
    joost = await (await evening.phone()).sits_down("Joost")
    evening.round_begins()
    evening.does(a.NoteIdea("Op papier bedacht"))
    await joost.sees(mine=True)
    await joost.passes()
    assert evening.session.round.turn == "Marieke"


async def test_what_belongs_to_another_step_is_refused(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    assert await fatima.is_refused("pass") == "That doesn't belong to this step of the meeting."


async def test_a_vote_shows_who_voted_to_nobody_and_its_totals_when_it_closes(
    evening: Evening,
) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    joost = await (await evening.phone()).sits_down("Joost")
    evening.vote_begins("een", "twee", "drie")
    await joost.sees(lambda view: view["vote"] and view["vote"]["open"])
    await fatima.votes_for(3, 3, 1)
    mine = await fatima.sees(lambda view: view["vote"]["voted"])
    theirs = (await joost.sees())["vote"]
    assert theirs == {
        "number": 1,
        "open": True,
        "voting": "dots",
        "dots": 3,
        "candidates": [1, 2, 3],
        "run_off": False,
        "voted": False,
    }
    assert [idea["votes"] for idea in mine["ideas"]] == [None] * 3
    assert mine["vote"] == theirs | {"voted": True}
    evening.does(a.CloseVote())
    closed = await joost.sees(lambda view: not view["vote"]["open"])
    assert [idea["votes"] for idea in closed["ideas"]] == [1, 0, 2]


async def test_in_a_run_off_the_first_votes_totals_are_away_until_it_closes(
    evening: Evening,
) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.vote_begins("een", "twee", "drie")
    evening.does(a.CastDots("Joost", (1, 2)), a.CloseVote(), a.OpenVote(run_off=True))
    seen = await fatima.sees(lambda view: view["vote"] and view["vote"]["run_off"])
    assert (seen["vote"]["dots"], seen["vote"]["candidates"]) == (1, [1, 2])
    assert [idea["votes"] for idea in seen["ideas"]] == [None] * 3
    await fatima.votes_for(2, vote=2)
    evening.does(a.CloseVote())
    seen = await fatima.sees(lambda view: not view["vote"]["open"])
    assert [idea["votes"] for idea in seen["ideas"]] == [0, 1, 0]


async def test_where_hands_are_counted_phones_do_not_vote(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, replace(session, voting="hands")) as evening:
        fatima = await (await evening.phone()).sits_down("Fatima")
        evening.vote_begins("een", "twee")
        assert "by hands" in await fatima.is_refused("vote", vote=1, dots=[1])


async def test_a_second_vote_replaces_the_first(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.vote_begins("een", "twee")
    await fatima.votes_for(1, 1, 1)
    await fatima.votes_for(2)
    vote = evening.session.vote
    assert vote is not None
    assert [(ballot.voter, ballot.dots) for ballot in vote.ballots] == [("Fatima", (2,))]


async def test_dots_for_a_vote_that_is_over_do_not_count_in_the_next(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.vote_begins("een", "twee")
    evening.does(a.CastDots("Joost", (1,)), a.CloseVote(), a.OpenVote())
    assert await fatima.is_refused("vote", vote=1, dots=[2]) == "That vote is over."
    await fatima.votes_for(2, vote=2)


async def test_too_many_dots_are_refused(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.vote_begins("een", "twee")
    assert "everyone has 3" in await fatima.is_refused("vote", vote=1, dots=[1, 1, 1, 2])


async def test_the_closing_question_is_answered_once_a_seat_and_without_a_name(
    evening: Evening,
) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.does(a.SetQuestion("Hoe?"), a.Go("close"))
    await fatima.sees(scored=False, phase="close")
    await fatima.scores(4)
    await fatima.sees(scored=True)
    assert await fatima.is_refused("score", score=1) == "You've answered this already."
    assert evening.session.scores == (4,)


async def test_from_the_plan_on_phones_read_along(evening: Evening) -> None:
    fatima = await (await evening.phone("nl")).sits_down("Fatima")
    evening.vote_begins("Hardop denken", "twee")
    evening.does(a.CloseVote(), a.Choose(1), a.Go("plan"), a.SetLesson(0, "Maandag\ndinsdag"))
    evening.does(a.AddStep(0, "Voordoen", ("Joost",), "deze week"))
    seen = await fatima.sees(lambda view: view["form"] and view["form"][2]["lines"])
    assert seen["title"] == "Lesplan"
    assert [box["lines"] for box in seen["form"]] == [
        ["Hoe lezen we samen?"],
        ["Hardop denken"],
        ["Maandag", "dinsdag", "Voordoen · Joost · deze week"],
        [],
    ]


async def test_the_clock_is_sent_as_it_stands(evening: Evening, clock: Clock) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    assert (await fatima.sees())["clock"] == {"running": True, "remaining": None, "minutes": None}
    evening.does(a.SetQuestion("Hoe?"), a.Go("think"))
    clock.waits(seconds=87.5)
    evening.does(a.AddMinutes(1))
    expected = {"running": True, "remaining": 272.5, "minutes": 6}
    await fatima.sees(clock=expected, form=None, turn=None, vote=None, closed=False)


async def test_nobody_sees_what_is_nobodys_business(evening: Evening) -> None:
    evening.does(a.Type("idea", "nog niet klaar"))
    joost = await (await evening.phone()).sits_down("Joost")
    evening.vote_begins("een", "twee")
    evening.does(a.CastDots("Marieke", (2, 2)), a.Park("Over de laptops"))
    told = json.dumps(await joost.sees(lambda view: view["vote"]))
    for secret in ("Marieke", "laptops", "klaar", "ballot", "by"):
        assert f'"{secret}' not in told


async def test_two_phones_each_speak_their_own_language(evening: Evening) -> None:
    fatima, joost = await evening.phone("nl-NL,en;q=0.5"), await evening.phone("en")
    await fatima.sees(title="Leervraag")
    await joost.sees(title="Question")


async def test_the_remote_control_asks_for_what_the_keyboard_does(evening: Evening) -> None:
    remote = await evening.remote()
    for command in ("next", "back", "pause", "minute", "bell", "undo"):
        await remote.did(command)
    assert evening.commands == ["next", "back", "pause", "minute", "bell", "undo"]


async def test_what_the_chair_cannot_do_now_the_remote_cannot_either(evening: Evening) -> None:
    remote = await evening.remote()
    assert await remote.is_refused("undo") == "There is nothing to undo."
    assert (await remote.does("explode")).status == 400


async def test_the_remote_control_sees_how_it_stands(evening: Evening) -> None:
    remote = await evening.remote()
    await remote.sees(first=True, last=False, heard=None, turn=None, ideas=0)
    evening.vote_begins("een", "twee")
    evening.does(a.CastDots("Sanne", (2,)), a.CastDots("Fatima", (1,)))
    evening.room.say("Undone: an idea.")
    await remote.sees(
        heard=["Fatima", "Sanne"], phase="choose", ideas=2, said="Undone: an idea.", first=False
    )


async def test_when_the_room_closes_phones_are_told_and_nothing_listens(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    host, _, port = evening.host.partition(":")
    await evening.room.close()
    await fatima.is_told_that_it_is_over()
    assert (evening.room.is_open, evening.room.url, evening.room.seats) == (False, "", ())
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(host, port)
