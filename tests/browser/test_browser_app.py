"""The app in a real browser, on the computer that it runs on."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from browsing import Served, Window, browser
from commands import Laptop
from meeting import TEAM, Clock, Meeting, set_up_for
from teamflow.core import actions as a
from teamflow.store.folder import Folder

HOME = "From a question to a better lesson, together."
ARCHIVE = "All meetings"
ENDED = "teamflow has ended. Everything is saved: you can close this window."
TAKEN = "teamflow is open in another window. Go on there, or close that one and reload this."
HALF = "Half an idea, and th"


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def has_a_round(laptop: Laptop) -> Path:
    """A meeting in its round, left for a while."""
    meeting = Meeting(set_up_for(*TEAM), Clock())
    meeting.goes_to("round")
    meeting.does(a.Leave())
    return Folder(laptop.sessions).create(meeting.session, meeting.clock())


def record(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


async def goes_on_with_the_round(window: Window, served: Served) -> None:
    await window.opens(served.address)
    await window.sees(HOME)
    await window.presses("Enter")
    await window.sees("Welcome back")
    await window.presses("Enter")
    await window.sees("● Round")


async def test_the_home_screen_appears_and_hears_keys_and_nobody_else_is_asked_for_anything(
    laptop: Laptop,
) -> None:
    with Served(laptop) as served:
        async with browser() as new_window:
            window = await new_window()
            await window.opens(served.address)
            await window.sees(HOME)
            await window.presses("Control+f")
            await window.sees(ARCHIVE)
            assert await window.page.title() == "teamflow"
            assert {url.split("/")[2] for url in window.asked} == {served.host}
            assert window.errors == []


async def test_a_second_window_is_refused_and_the_first_one_goes_on(laptop: Laptop) -> None:
    with Served(laptop) as served:
        async with browser() as new_window:
            first, second = await new_window(), await new_window()
            await first.opens(served.address)
            await first.sees(HOME)
            await second.opens(served.address)
            await second.is_told(TAKEN)
            await first.presses("Control+f")
            await first.sees(ARCHIVE)


async def test_half_an_idea_is_kept_when_the_window_is_closed_and_the_next_one_goes_on(
    laptop: Laptop,
) -> None:
    file = has_a_round(laptop)
    with Served(laptop) as served:
        async with browser() as new_window:
            window = await new_window()
            await goes_on_with_the_round(window, served)
            await window.types(HALF)
            await window.sees(HALF)
            await window.closes()
            again = await new_window()
            await again.opens(served.address)
            await again.sees(HOME)
            assert record(file)["drafts"] == [{"field": "idea", "text": HALF}]


async def test_after_a_rehearsal_the_home_screen_is_back_in_the_same_window(
    laptop: Laptop,
) -> None:
    with Served(laptop) as served:
        async with browser() as new_window:
            window = await new_window()
            await window.opens(served.address)
            await window.sees(HOME)
            await window.presses("ArrowDown", "ArrowDown", "Enter")
            await window.sees("● Question")
            await window.presses("Control+q")
            await window.sees("Stay in the meeting")
            await window.presses("ArrowDown", "Enter")
            await window.sees(HOME)


async def test_a_rehearsal_that_is_asked_for_is_what_opens_and_keeps_nothing(
    laptop: Laptop,
) -> None:
    with Served(laptop, "--rehearse") as served:
        async with browser() as new_window:
            window = await new_window()
            await window.opens(served.address)
            await window.sees("● Question")
    assert list(laptop.sessions.iterdir()) == []


async def test_ctrl_c_saves_and_ends_and_the_window_is_told(laptop: Laptop) -> None:
    file = has_a_round(laptop)
    with Served(laptop) as served:
        async with browser() as new_window:
            window = await new_window()
            await goes_on_with_the_round(window, served)
            assert served.is_interrupted() == 0
            await window.is_told(ENDED)
    assert record(file)["left"]


async def test_leaving_the_app_ends_the_command(laptop: Laptop) -> None:
    with Served(laptop) as served:
        async with browser() as new_window:
            window = await new_window()
            await window.opens(served.address)
            await window.sees(HOME)
            await window.presses("Control+q")
            await window.is_told(ENDED)
            assert served.ended() == 0
