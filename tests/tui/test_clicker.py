"""A presenter's clicker: Page Up and Page Down, F5 and Escape, and nothing else."""

from pathlib import Path

from chair import IDEAS, Room, noted
from teamflow.core import actions as a
from teamflow.tui.screens.home import HomeScreen
from teamflow.tui.screens.reading import ReadingScreen

FULL = (*noted(*IDEAS), a.Go("choose"), a.Choose(1), a.Go("round"))


async def test_from_the_start_screen_through_the_meeting_and_home_again(tmp_path: Path) -> None:
    laptop = Room(tmp_path)
    laptop.has(*FULL)
    async with laptop.opens() as chair:
        await chair.presses("f5")  # go on with the meeting that was on
        await chair.presses("f5")  # where the clock stood
        chair.is_at("round")
        for phase in ("choose", "plan", "evaluation", "close"):
            await chair.presses("pagedown")
            chair.is_at(phase)
        await chair.presses("pageup")
        chair.is_at("evaluation")
        await chair.presses("pagedown", "pagedown")
        assert chair.session.closed
        await chair.presses("escape", "pagedown", "f5")
        await chair.until(lambda: isinstance(chair.app.screen, HomeScreen))


async def test_an_earlier_meeting_is_found_read_and_left(tmp_path: Path) -> None:
    laptop = Room(tmp_path)
    laptop.has(*FULL, a.Go("close"), a.Close())
    async with laptop.opens() as chair:
        before = chair.wall
        await chair.presses("pagedown")
        assert chair.wall != before
        while "▸ " not in "".join(line for line in chair.lines if "Onderbouw" in line):
            await chair.presses("pagedown")
        await chair.presses("f5")
        assert isinstance(chair.app.screen, ReadingScreen)
        await chair.presses("pagedown", "escape")
        assert isinstance(chair.app.screen, HomeScreen)
