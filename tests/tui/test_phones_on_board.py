"""Phones in the room, as the chair has them at hand and as the board shows them."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chair import IDEAS, QUESTION, TEAM, Chair, Room, noted
from phones import Phone
from teamflow.core import actions as a
from teamflow.tui.screens.invitation import Invitation
from teamflow.tui.screens.meeting import MeetingScreen

VOTE = (*noted(*IDEAS), a.Go("choose"), a.OpenVote())


def room_of(chair: Chair) -> Any:
    return chair.meeting.joining._room


async def invites(chair: Chair) -> None:
    """Show the card."""
    await chair.presses("f2")
    await chair.until(lambda: isinstance(chair.app.screen, Invitation))


async def opens(chair: Chair) -> None:
    """Open the room, and put the card away."""
    await invites(chair)
    await chair.presses("f2")
    assert isinstance(chair.app.screen, MeetingScreen)


@asynccontextmanager
async def phone(chair: Chair, name: str = "", *, remote: bool = False) -> "AsyncIterator[Phone]":
    """A phone that came in at the room of this chair."""
    room = room_of(chair)
    url = room.remote_url if remote else room.url
    async with Phone.scans(url, "nl", room.address) as scanned:
        if name:
            await scanned.sits_down(name)
        yield scanned


async def test_the_card_with_the_way_in_comes_and_goes_at_one_key(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await invites(chair)
        room = room_of(chair)
        way_in = room.url.lower().split("/")[2]
        chair.sees(way_in, "▀" * 5)
        await chair.presses("f2")
        chair.sees(IDEAS[0])
        chair.sees_no(way_in)
        await invites(chair)
        chair.sees(way_in)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (240, 67)])
async def test_the_code_to_scan_is_seen_as_a_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=size) as chair:
        await invites(chair)
        code = chair.app.screen.query_one("QrCode")
        assert code.size.width >= 29
        assert chair.app.screen.region.contains_region(code.region)


async def test_an_idea_that_is_shared_stands_on_the_board_and_the_turn_goes_on(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as fatima:
            await fatima.shares("Elke dag voorlezen")
            await chair.until(lambda: "Elke dag voorlezen" in chair.wall)
            chair.sees("✓ Fatima", "● Joost")


async def test_phones_and_the_chair_for_those_on_paper_go_round_together(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as fatima, phone(chair, "Zoë") as zoe:
            await fatima.shares("Elke dag voorlezen")
            await chair.until(lambda: "Idee van Joost" in chair.wall)
            await chair.enters("Woordenschat vooraf")
            await zoe.sees(mine=True)
            await zoe.ticks(1)
            await chair.until(lambda: "Idee van Merel" in chair.wall)
            assert [idea.text for idea in chair.session.ideas] == [
                "Elke dag voorlezen",
                "Woordenschat vooraf",
            ]
            assert chair.session.ideas[0].ticks == 1


async def test_what_the_chair_typed_for_one_is_not_noted_for_the_next(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Een idee van Fatima")
        chair.meeting.take(a.Pass(by="Fatima"))
        await chair.presses("enter")
        chair.is_told("It's {name}'s turn now.", name="Joost")
        assert chair.session.ideas == ()
        assert chair.field("idea").typed == "Een idee van Fatima"


async def test_dots_typed_for_one_who_has_just_voted_count_for_nobody(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*VOTE) as chair:
        await chair.types("3 3")
        chair.meeting.take(a.CastDots("Fatima", (1,)))
        await chair.presses("enter")
        assert [ballot.voter for ballot in chair.session.choice.votes[-1].ballots] == ["Fatima"]
        chair.sees("● Joost")


async def test_who_has_voted_is_seen_and_what_they_voted_is_not(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*VOTE) as chair:
        await opens(chair)
        async with phone(chair, "Zoë") as zoe:
            await zoe.votes_for(1, 1, 1)
            await chair.until(lambda: "✓ Zoë" in chair.wall)
            chair.sees("● Fatima", "○ Joost")
            assert "●" not in " ".join(line for line in chair.lines if IDEAS[0] in line)


async def test_the_chair_is_asked_for_the_dots_of_those_on_paper_only(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*VOTE) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as fatima:
            await chair.until(lambda: "● Joost" in chair.wall)
            await chair.enters("1", "2", "3")  # Joost, Zoë and Merel
            chair.sees("De telefoons stemmen nog")
            await chair.presses("enter")
            chair.is_told("Still voting by phone: {names}. Ctrl+O closes the vote.", names="Fatima")
            await fatima.votes_for(1)
            await chair.until(lambda: "Iedereen heeft gestemd" in chair.wall)


async def test_answers_from_phones_are_counted_and_not_shown_one_by_one(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(), a.Go("close")) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as fatima:
            await fatima.did("score", score=2)
            await chair.until(lambda: "1 van 4 antwoorden" in chair.wall)
            chair.sees_no("gemiddeld")
            await chair.goes_to("scores")
            await chair.enters("5 5 5")
            assert sorted(chair.session.scores) == [2, 5, 5, 5]
            chair.sees("gemiddeld")


async def test_a_name_that_a_phone_typed_by_mistake_is_gone_with_the_phone(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Jop"):
            assert "Jop" in chair.session.present
            await invites(chair)
            await chair.presses("l", "enter")
            assert [person.name for person in chair.session.participants] == [*TEAM]


async def test_leaving_says_that_phones_are_sent_out(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Fatima"):
            await chair.presses("escape")
            chair.is_told("The phones are sent out; F2 lets them in anew.")


async def test_a_phone_on_the_wrong_name_is_lifted_off_it(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as joost:
            await invites(chair)
            chair.sees("Erbij: Fatima")
            await chair.presses("l", "enter")
            await joost.sees(seat=None, lifted=True)
            assert room_of(chair).seats == ()


async def test_the_chairs_own_phone_runs_the_meeting(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        await opens(chair)
        async with phone(chair, remote=True) as remote:
            await remote.did("next")
            await remote.sees(phase="round")
            await remote.did("minute")
            await chair.until(lambda: chair.clock == "11:00")
            await remote.did("undo")
            await chair.until(lambda: chair.clock == "10:00")
            await remote.did("pause")
            await remote.sees(lambda told: not told["clock"]["running"])
            await remote.did("back")
            await remote.sees(phase="think")
            rung = chair.bells
            await remote.did("bell")
            await chair.until(lambda: chair.bells > rung)


async def test_the_card_makes_way_for_what_the_chairs_own_phone_does(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        await invites(chair)
        async with phone(chair, remote=True) as remote:
            await remote.did("next")
            await chair.until(lambda: isinstance(chair.app.screen, MeetingScreen))
            chair.is_at("round")


async def test_the_chairs_own_phone_reads_what_the_board_says(tmp_path: Path) -> None:
    async with Room(tmp_path).meets() as chair:
        await opens(chair)
        async with phone(chair, remote=True) as remote:
            await remote.did("next")
            first = "First our learning question: one clear line, and then we go on."
            await remote.sees(said=chair.says(first))


async def test_closing_the_room_sends_everyone_out(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await opens(chair)
        async with phone(chair, "Fatima") as fatima:
            await invites(chair)
            await chair.presses("x")
            await fatima.is_told_that_it_is_over()
            told = chair.says("The room is closed. F2 opens it again.")
            await chair.until(lambda: told in chair.wall)
            assert not room_of(chair).is_open


@pytest.mark.parametrize("how", ["closes", "leaves"])
async def test_the_end_of_the_meeting_closes_the_room(tmp_path: Path, how: str) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go("close")) as chair:
        await opens(chair)
        room = room_of(chair)
        async with phone(chair, "Fatima") as fatima:
            await (chair.goes_on() if how == "closes" else chair.leaves())
            await fatima.is_told_that_it_is_over()
            await chair.until(lambda: not room.is_open)
    assert not [*tmp_path.rglob("rooms/*.json")]


async def test_after_a_crash_the_phones_are_back_without_scanning_again(tmp_path: Path) -> None:
    laptop = Room(tmp_path)
    file = laptop.has(*noted(*IDEAS))
    async with laptop.opens(file) as chair:
        await chair.presses("enter")
        await opens(chair)
        url = room_of(chair).url
        async with phone(chair, "Fatima"):
            chair.is_killed()
    async with laptop.opens(file) as chair:
        await chair.presses("enter")
        await chair.until(lambda: room_of(chair) and room_of(chair).is_open)
        assert room_of(chair).url == url
        assert room_of(chair).seats == ("Fatima",)
        address = url.partition("//")[2].lower()
        chair.is_told("The phones can come in again, at {address}.", address=address)


async def test_a_key_that_is_pressed_in_haste_opens_one_room_and_one_card(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.rushes(["f2", "f2", "f2"])
        await chair.until(lambda: isinstance(chair.app.screen, Invitation))
        await chair.presses("f2")
        assert isinstance(chair.app.screen, MeetingScreen)


async def test_with_join_the_card_is_there_as_soon_as_a_new_meeting_begins(tmp_path: Path) -> None:
    laptop = Room(tmp_path)
    laptop.world = replace(laptop.world, inviting=True)
    laptop.has(team="Onderbouw")
    async with laptop.opens("new") as chair:
        await chair.goes_on()
        await chair.until(lambda: isinstance(chair.app.screen, Invitation))
        chair.is_at("question")


async def test_an_address_that_another_program_took_meanwhile_is_told_to_be_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.join.opened.PAUSE", 0)
    laptop = Room(tmp_path)
    file = laptop.has(*noted(*IDEAS))
    async with laptop.opens(file) as chair:
        await chair.presses("enter")
        await opens(chair)
        url = room_of(chair).url
        host, port = url.split("/")[2].split(":")
        chair.is_killed()
    with socket.create_server((host, int(port))):
        async with laptop.opens(file) as chair:
            await chair.presses("enter")
            await chair.until(lambda: room_of(chair) and room_of(chair).is_open)
            assert room_of(chair).url != url
            address = room_of(chair).url.partition("//")[2].lower()
            told = "The phones' address is a new one, {address}: F2 shows it, scan again."
            chair.is_told(told, address=address)
