"""What a school sets once."""

from pathlib import Path

from chair import Room, noted
from teamflow.store.settings import load_settings


async def test_what_is_turned_is_kept_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("dots")
        await chair.turns("think", times=2)
        await chair.turns("bell")
        settings, problems = load_settings(room.world.settings_file)
        assert (settings.dots, settings.think, settings.bell) == (4, 7, False)
        assert problems == ()


async def test_the_next_meeting_goes_by_the_new_settings(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("dots")
        await chair.turns("voting")
        await chair.turns("attribution")
        await chair.turns("round", times=2)
        await chair.presses("escape")
        await chair.chooses("new")
        await chair.goes_to("joining")
        await chair.types("Fatima, Joost")
        await chair.goes_on()
        session = chair.session
        assert (session.dots, session.voting, session.attribution) == (4, "hands", True)
        assert session.timing_of("round").minutes == 12


async def test_colours_change_at_once(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        before = chair.app.theme
        await chair.turns("theme")
        assert chair.app.theme != before


async def test_another_language_starts_the_program_again(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        await chair.turns("language")
        await chair.presses("escape")
        assert chair.app.return_value == "restart"


async def test_settings_that_cannot_be_kept_are_told_and_hold_for_now(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world.settings_file.mkdir()
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("bell")
        assert chair.notice
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_a_meeting_that_is_on_keeps_the_times_it_began_with(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.leaves()
        await chair.chooses("settings")
        await chair.turns("round", times=3)
        await chair.presses("escape", "home", "enter", "enter")
        assert chair.clock == "10:00"
