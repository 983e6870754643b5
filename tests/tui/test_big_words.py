"""The clock and the names, where there's no room for block letters, or no drawing."""

from pathlib import Path

import pytest

from chair import Chair, Room, noted
from teamflow.store.settings import Settings
from teamflow.tui.widgets.blocktext import BlockText


def plate(chair: Chair) -> list[str]:
    """What stands in reverse where the name is, row by row."""
    region = chair.app.screen.query_one(BlockText).content_region
    strips = chair.app.screen._compositor.render_strips()[region.y : region.bottom]
    rows = (
        "".join(
            text
            for text, style, _control in strip.crop(region.x, region.right)
            if style is not None and style.reverse
        )
        for strip in strips
    )
    return [row for row in rows if row]


@pytest.mark.parametrize("name", ["Юлия", "فاطمة", "李", "Anne-Fleur Johanna Margaretha"])
async def test_a_name_without_block_letters_stands_on_a_solid_plate(
    name: str, tmp_path: Path
) -> None:
    async with Room(tmp_path).meets(*noted(), people=(name, "Joost")) as chair:
        blank, told, below = plate(chair)
        assert told.strip() == name
        assert blank == below
        assert not blank.strip()


async def test_a_name_in_block_letters_needs_no_plate(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(), people=("Zoë", "Joost")) as chair:
        assert plate(chair) == []


async def test_a_clock_on_one_line_says_how_it_stands_too(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(animations=False))
    async with room.meets(*noted(), size=(60, 16)) as chair:
        chair.sees("10:00")
        await chair.waits(minutes=9)
        chair.sees("[ 1:00 ]")
        await chair.presses("f5")
        chair.sees("❚❚ 1:00")
        await chair.presses("f5")
        await chair.waits(minutes=2)
        chair.sees("+1:00")
