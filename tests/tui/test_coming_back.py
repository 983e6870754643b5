"""Leaving and coming back, also after the power went: it goes on right there."""

import datetime as dt
import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from chair import IDEAS, Room, noted
from teamflow.core import actions as a
from teamflow.tui.screens.away import ago_told


async def test_leaving_stops_the_clock_and_keeps_everything(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.types("Half een id")
        await chair.leaves(quits=True)
        assert chair.app.return_value == "quit"
    record = room.record
    assert record.left == room.now
    assert record.draft("idea") == "Half een id"
    assert [idea.text for idea in record.ideas] == list(IDEAS)


async def test_escape_and_ctrl_q_ask_first_and_staying_changes_nothing(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        before = chair.session
        for keys in (("ctrl+q", "escape"), ("escape", "escape"), ("ctrl+q", "enter")):
            await chair.presses(*keys)
            assert chair.place == "MeetingScreen"
        assert chair.session == before


@pytest.mark.parametrize(("answer", "clock"), [("no", "6:00"), ("yes", "+14:00")])
async def test_after_leaving_the_chair_says_whether_the_time_away_counts(
    tmp_path: Path, answer: str, clock: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.types("Half een id")
        await chair.leaves(quits=True)
    room.passes(minutes=20)
    async with room.opens() as chair:
        await chair.presses("enter")
        chair.sees(ago_told(dt.timedelta(minutes=20)))
        await chair.chooses(answer)
        assert chair.session.phase == "round"
        assert chair.clock == clock
        assert chair.text_in("idea") == "Half een id"
        chair.sees(*IDEAS)


@pytest.mark.parametrize(("answer", "clock"), [("no", "6:00"), ("yes", "+14:00")])
async def test_after_a_crash_it_goes_on_from_the_last_sign_of_life(
    tmp_path: Path, answer: str, clock: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        chair.is_killed()
    room.passes(minutes=20)
    async with room.opens() as chair:
        await chair.presses("enter")
        await chair.chooses(answer)
        assert chair.clock == clock
        await chair.presses("ctrl+z")
        assert chair.clock == clock


async def test_without_a_sign_of_life_the_last_save_says_when_it_ended(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.enters("Voorlezen in groep 8")
        await chair.until(lambda: len(chair.record.ideas) == len(IDEAS) + 1)
        chair.is_killed()
    shutil.rmtree(room.world.state)
    room.passes(minutes=20)
    async with room.opens() as chair:
        await chair.presses("enter")
        await chair.chooses("no")
        assert chair.clock == "6:00"


async def test_a_paused_meeting_asks_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.presses("f5")
        await chair.leaves(quits=True)
    room.passes(minutes=20)
    async with room.opens() as chair:
        await chair.presses("enter")
        assert chair.place == "MeetingScreen"
        assert chair.clock == "6:00"


async def test_going_back_from_the_question_about_the_time_away_changes_nothing(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    path = room.has(*noted(*IDEAS))
    before = path.read_bytes()
    async with room.opens() as chair:
        await chair.presses("enter", "escape")
        assert chair.place == "HomeScreen"
        await chair.presses("enter")
        assert chair.place == "Away"
        await chair.presses("escape")
    assert path.read_bytes() == before


async def test_leaving_to_the_start_screen_and_going_on_at_once(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.leaves()
        assert chair.place == "HomeScreen"
        await chair.presses("enter", "enter")
        assert chair.place == "MeetingScreen"
        assert chair.clock == "6:00"
        await chair.enters("Nog een idee")
        assert len(chair.board) == 6


async def test_a_vote_that_was_open_is_open_again_with_its_ballots(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS), a.Go("choose")) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("3 3", "1")
        await chair.types("4 ")
        chair.is_killed()
    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        await chair.clears()
        await chair.enters("", "2", "")
        votes = {tally.idea: tally.votes for tally in chair.session.choice.votes[-1].tallies}
        assert votes == {1: 1, 2: 1, 3: 2, 4: 0, 5: 0}


async def test_the_end_of_summer_time_costs_the_clock_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.now = dt.datetime(2026, 10, 25, 2, 58, tzinfo=ZoneInfo("Europe/Amsterdam"))
    async with room.meets(*noted()) as chair:
        await chair.waits(minutes=4)
        assert room.now.hour == 2
        assert chair.clock == "6:00"


async def test_a_laptop_clock_that_is_set_back_between_two_starts_does_no_harm(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=4)
        await chair.leaves(quits=True)
    room.now -= dt.timedelta(hours=1)
    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        assert chair.clock == "6:00"
        await chair.waits(minutes=1)
        assert chair.clock == "5:00"
