"""Three themes, a key away from each other, and kept to."""

from pathlib import Path

import pytest

from chair import Room, noted
from teamflow.store.settings import Settings, load_settings
from teamflow.tui.themes import BOARD, CONTRAST, EVENING


async def test_one_key_goes_round_the_three_themes(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        seen = [chair.app.theme]
        for _turn in range(3):
            await chair.presses("ctrl+t")
            seen.append(chair.app.theme)
    assert seen == [BOARD.name, EVENING.name, CONTRAST.name, BOARD.name]


async def test_a_theme_is_there_again_the_next_time(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(dots=4))
    async with room.opens() as chair:
        await chair.presses("ctrl+t")
        await chair.until(lambda: load_settings(room.world.settings_file)[0].theme == EVENING.name)
    kept, _problems = load_settings(room.world.settings_file)
    assert kept == Settings(theme=EVENING.name, dots=4)
    async with Room(tmp_path, kept).opens() as chair:
        assert chair.app.theme == EVENING.name


async def test_of_two_themes_in_a_hurry_the_last_one_is_kept(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.rushes(["ctrl+t"] * 5)
        await chair.until(lambda: not list(chair.app.workers))
    assert load_settings(room.world.settings_file)[0].theme == CONTRAST.name


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world.settings_file.mkdir()
    async with room.opens() as chair:
        await chair.presses("ctrl+t")
        await chair.until(lambda: not list(chair.app.workers))
        assert chair.app.theme == EVENING.name


@pytest.mark.parametrize("unknown", ["paars", "nord"])
async def test_a_theme_that_is_not_ours_gives_way_to_the_default(
    unknown: str, tmp_path: Path
) -> None:
    async with Room(tmp_path, Settings(theme=unknown)).opens() as chair:
        assert chair.app.theme == BOARD.name
