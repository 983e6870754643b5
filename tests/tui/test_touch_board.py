"""A mouse, or a finger on a touch board: buttons that can be hit appear when they're wanted."""

from pathlib import Path

import pytest

from chair import QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.tui.widgets.keybar import KeyBar

TALL, WIDE = 3, 6


async def taps_button(chair: Chair, word: str) -> None:
    """Hit the middle of the button that says so."""
    rows = chair.lines
    row = len(rows) - 2
    assert word in rows[row], chair.wall
    await chair.taps(rows[row].index(word) + len(word) // 2, row)


async def test_without_a_mouse_the_keys_take_one_row(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted("Voorlezen")) as chair:
        assert chair.app.screen.query_one(KeyBar).size.height == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_first_tap_makes_buttons_that_a_finger_can_hit(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with Room(tmp_path).meets(*noted("Voorlezen"), size=size) as chair:
        await chair.taps(2, 8)
        bar = chair.app.screen.query_one(KeyBar)
        assert bar.region.height == TALL
        assert bar.region.bottom == size[1]
        words = [word.strip() for word in chair.lines[-2].split("  ") if word.strip()]
        assert words[:2] == ["terug", "verder"]
        assert all(len(word) + 4 >= WIDE for word in words)


async def test_a_whole_step_back_and_forth_by_touch(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        await chair.taps(2, 8)
        await taps_button(chair, "verder")
        chair.is_at("round")
        await taps_button(chair, "pas")
        assert chair.session.round.turn == "Joost"
        await taps_button(chair, "terug")
        chair.is_at("think")


async def test_every_action_can_be_found_by_touch(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted("Voorlezen")) as chair:
        await chair.taps(2, 8)
        await taps_button(chair, "alle acties")
        rows = chair.lines
        row = next(place for place, line in enumerate(rows) if "klok opnieuw starten" in line)
        chair.room.passes(minutes=2)
        await chair.taps(rows[row].index("klok opnieuw") + 2, row)
        assert chair.clock == "10:00"


async def test_a_tap_beside_the_buttons_does_nothing(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted("Voorlezen"), size=(120, 36)) as chair:
        await chair.taps(2, 8)
        before = chair.session
        await chair.taps(118, 34)
        assert chair.session == before
