"""The chair's card, a key away in every phase."""

import re
from dataclasses import astuple
from pathlib import Path
from typing import get_args

import pytest

from chair import IDEAS, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.coaching import CARDS
from teamflow.core.session import PhaseName
from teamflow.tui.screens.card import ChairCard

each_phase = pytest.mark.parametrize("phase", get_args(PhaseName))
SMALLEST = (60, 20)
FRAME = re.compile("[│─╭╮╰╯]")


def sees_whole_card(chair: Chair, phase: PhaseName) -> None:
    card = CARDS[phase]
    inside = " ".join(FRAME.sub(" ", " ".join(chair.lines)).split())
    for text in (*card.say, *(text for each in card.watch for text in astuple(each))):
        assert chair.says(text) in inside


@each_phase
@pytest.mark.parametrize("size", [SMALLEST, (80, 24)], ids=str)
async def test_the_whole_card_of_a_phase_is_seen_at_once(
    tmp_path: Path, phase: PhaseName, size: tuple[int, int]
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go(phase), size=size) as chair:
        await chair.presses("f3")
        assert chair.place == "ChairCard"
        sees_whole_card(chair, phase)


@pytest.mark.parametrize("key", ["f3", "escape"])
async def test_the_card_goes_away_with_the_key_it_came_with(tmp_path: Path, key: str) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f3", key)
        assert chair.place == "MeetingScreen"


async def test_half_an_idea_stays_in_its_line_under_the_card(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Half een id")
        await chair.presses("f3", "f3")
        await chair.enters("ee")
        assert chair.board == ["Half een idee"]


async def test_however_quickly_the_key_is_pressed_there_is_one_card(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.rushes(["f3"] * 5)
        cards = [each for each in chair.app.screen_stack if isinstance(each, ChairCard)]
        assert len(cards) == 1


async def test_the_clock_goes_on_under_the_card(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f3")
        chair.room.passes(minutes=3)
        await chair.presses("f3")
        await chair.waits()
        assert chair.clock == "7:00"


async def test_the_card_is_among_all_actions_and_all_keys(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f1")
        chair.is_told("the chair's card")
        await chair.presses("escape", "ctrl+p")
        await chair.types(chair.says("the chair's card"))
        await chair.presses("enter")
        assert chair.place == "ChairCard"
