"""What a school sets once."""

import re
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

import pytest

from chair import Chair, Room, noted
from teamflow.cli import worlds
from teamflow.cli.request import Request
from teamflow.store.settings import Settings, load_settings, save_settings
from teamflow.tui.themes import THEMES
from teamflow.tui.widgets.setting import Setting

REMEMBERED = {"formats", "reader"}
"""Settings that nobody sets: what was exported last."""


def row(chair: Chair, name: str) -> Setting:
    return next(each for each in chair.app.screen.query(Setting) if each.name == name)


def line(chair: Chair, name: str) -> str:
    """A row as it's drawn, with single spaces."""
    return " ".join(chair.lines[row(chair, name).region.y].split())


def shows(chair: Chair, setting: Setting) -> bool:
    """Whether a row is in view."""
    return setting.label in line(chair, setting.name or "")


async def goes_to(chair: Chair, name: str) -> None:
    row(chair, name).focus()
    await chair.settles()


def saved(room: Room) -> Settings:
    settings, problems = load_settings(room.world.settings_file)
    assert problems == ()
    return settings


async def test_everything_that_can_be_set_has_a_row_that_says_what_it_is_for(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        rows = list(chair.app.screen.query(Setting))
        assert {each.name for each in rows} == {
            field.name for field in fields(Settings)
        } - REMEMBERED
        for each in rows:
            await goes_to(chair, each.name or "")
            chair.sees(each.label, each.about)


async def test_what_is_turned_is_kept_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("dots")
        await chair.turns("think", times=2)
        await chair.turns("bell")
        settings = saved(room)
        assert (settings.dots, settings.think, settings.bell) == (4, 7, "flash")


async def test_arrows_go_from_row_to_row_and_turn_both_ways(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.presses("down", "right", "right", "up", "left", "down", "enter")
        assert (saved(room).think, saved(room).round) == (4, 13)


async def test_a_number_can_be_typed(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await goes_to(chair, "round")
        await chair.types("125")
        assert saved(room).round == 125
        await chair.presses("backspace")
        assert saved(room).round == 12
        await chair.presses("up")
        await chair.types("8")
        assert (saved(room).think, saved(room).round) == (8, 12)


async def test_a_number_that_cannot_be_is_refused_with_the_numbers_that_can(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.types("0")
        assert re.findall(r"\d+", chair.notice) == ["1", "600"]
        await chair.presses("left", "left", "left", "left", "left", "left")
        assert saved(room).think == 1


async def test_a_click_turns_a_value_and_a_click_on_the_default_brings_it_back(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        place = row(chair, "dots").region.y
        await chair.taps(50, place)
        assert saved(room).dots == 4
        chair.sees(chair.says("default {value}").format(value="3"))
        await chair.taps(70, place)
        assert saved(room).dots == 3


async def test_what_differs_shows_its_default_and_one_key_brings_it_back(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        before = line(chair, "voting")
        await chair.turns("voting")
        default = chair.says("default {value}").format(value=chair.says("dots"))
        assert default in line(chair, "voting")
        await chair.presses("delete")
        assert default not in line(chair, "voting")
        assert saved(room) == Settings()
        await goes_to(chair, "think")
        assert line(chair, "voting") == before


async def test_all_goes_back_to_its_default_and_that_can_be_undone(tmp_path: Path) -> None:
    own = Settings(think=7, theme="evening", formats="docx", reader="team")
    room = Room(tmp_path, own)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.presses("ctrl+r")
        assert saved(room) == Settings(formats="docx", reader="team")
        chair.is_told("All is at its default. Ctrl+Z brings back what you had.")
        await chair.presses("ctrl+z")
        assert saved(room) == own
        assert "7" in line(chair, "think")
        await chair.presses("ctrl+z")
        chair.is_told("There is nothing to undo.")


async def test_turning_one_row_is_undone_in_one_go(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("dots", times=3)
        await chair.turns("think", times=3)
        await chair.presses("ctrl+z")
        assert (saved(room).think, saved(room).dots) == (5, 6)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_row_is_in_view_without_scrolling(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with Room(tmp_path, Settings(theme="contrast", bell="flash")).opens(size=size) as chair:
        await chair.chooses("settings")
        for each in chair.app.screen.query(Setting):
            assert shows(chair, each)
        assert not chair.app.screen.query_one("#groups").show_vertical_scrollbar


async def test_in_a_small_window_the_marked_row_stays_in_view(tmp_path: Path) -> None:
    async with Room(tmp_path).opens(size=(40, 12)) as chair:
        await chair.chooses("settings")
        for each in list(chair.app.screen.query(Setting)):
            assert each.has_focus
            await chair.until(partial(shows, chair, each))
            await chair.presses("down")
        await chair.resizes(10, 5)
        await chair.resizes(60, 20)
        assert "10" in line(chair, "round")


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


async def test_every_theme_can_be_had_and_is_there_at_once(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        seen = []
        for _theme in THEMES:
            await chair.turns("theme")
            seen.append(chair.app.theme)
        assert sorted(seen) == sorted(theme.name for theme in THEMES)


async def test_another_language_starts_the_program_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("language", times=2)
        assert saved(room).language == "en"
        await chair.presses("escape")
        assert chair.app.return_value == "restart"


async def test_the_language_that_is_spoken_already_needs_no_new_start(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        await chair.turns("language")
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_another_folder_is_tried_taken_and_gone_by_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("settings")
        chair.sees(str(room.world.sessions)[-20:])
        await goes_to(chair, "folder")
        await chair.presses("enter")
        await chair.types(str(tmp_path / "school"))
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "SettingsScreen")
        assert saved(room).folder == str(tmp_path / "school")
        assert (tmp_path / "school").is_dir()
        assert line(chair, "folder").endswith("school")
        await chair.presses("escape")
        assert chair.app.return_value == "restart"


def test_the_folder_in_the_settings_is_where_every_command_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    save_settings(Settings(folder=str(tmp_path / "school")), file)
    monkeypatch.setattr(worlds, "settings_file", lambda: file)
    monkeypatch.delenv("TEAMFLOW_SESSIONS", raising=False)
    assert worlds.sessions_of(Request()) == tmp_path / "school"
    world = worlds.real(Request(sessions=tmp_path))
    assert (world.sessions, world.decided_by) == (tmp_path, "--sessions")


async def test_the_usual_folder_is_had_back_by_leaving_the_line_empty(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(folder=str(tmp_path / "school")))
    async with room.opens() as chair:
        await chair.chooses("settings")
        await goes_to(chair, "folder")
        await chair.presses("enter")
        assert chair.text_in("folder") == str(tmp_path / "school")
        await chair.clears()
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "SettingsScreen")
        assert saved(room).folder is None
        chair.is_told("Teamflow, in your documents")


async def test_a_folder_that_cannot_be_is_refused_with_its_reason(tmp_path: Path) -> None:
    room = Room(tmp_path)
    (tmp_path / "bestand").write_text("a file")
    async with room.opens() as chair:
        await chair.chooses("settings")
        await goes_to(chair, "folder")
        await chair.presses("enter")
        await chair.types(str(tmp_path / "bestand"))
        await chair.presses("enter")
        reason = chair.says("Something that isn't a folder is in the way of {folder}.")
        words = max(reason.split("{folder}"), key=len)[:12].strip()
        await chair.until(lambda: words in chair.wall)
        assert chair.place == "PlaceDialog"
        await chair.presses("escape")
        assert not room.world.settings_file.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that is closed to all")
async def test_a_folder_that_may_not_be_written_in_is_refused(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        await chair.chooses("settings")
        await goes_to(chair, "folder")
        await chair.presses("enter")
        await chair.types("/proc/self")
        await chair.presses("enter")
        reason = chair.says("{folder} can't be used ({error}): choose another one.")
        told = reason.partition(" (")[0].format(folder="/proc/self")
        await chair.until(lambda: told in chair.wall)
        assert chair.place == "PlaceDialog"


async def test_where_the_command_line_decides_the_folder_says_so_and_waits(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world = replace(room.world, decided_by="--sessions")
    async with room.opens() as chair:
        await chair.chooses("settings")
        await goes_to(chair, "folder")
        chair.sees("--sessions")
        await chair.presses("enter")
        await chair.types(str(tmp_path / "school"))
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "SettingsScreen")
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_a_broken_setting_is_named_at_home_and_here_until_the_file_is_written_anew(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.world.settings_file.write_text("dots = 5\nthink = 0\n")
    settings, faults = load_settings(room.world.settings_file)
    room.world = replace(room.world, settings=settings, faults=faults)
    async with room.opens() as chair:
        chair.sees("settings.toml", "“think”")
        await chair.chooses("settings")
        chair.sees("settings.toml", "“think”")
        await chair.turns("dots")
        chair.sees_no("“think”")
        assert saved(room) == Settings(dots=6)


async def test_settings_that_cannot_be_kept_are_told_and_hold_for_now(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world.settings_file.mkdir()
    async with room.opens() as chair:
        await chair.chooses("settings")
        await chair.turns("bell")
        assert chair.notice
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_a_meeting_goes_on_under_the_settings_and_takes_up_what_it_can(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        await chair.types("half")
        await chair.presses("f12")
        await chair.turns("bell", times=2)
        await chair.turns("theme")
        await chair.turns("round")
        await chair.presses("escape")
        assert (chair.place, chair.text_in("idea")) == ("MeetingScreen", "half")
        await chair.waits(minutes=10.1)
        assert (chair.bells, chair.app.theme) == (0, saved(room).theme)
        assert chair.session.timing.minutes == 10


async def test_what_needs_a_new_start_waits_for_the_end_of_the_meeting(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f12")
        await chair.turns("language", times=2)
        chair.is_told("After this meeting, when teamflow starts again.")
        await chair.presses("escape")
        assert (chair.place, chair.app.return_value) == ("MeetingScreen", None)


async def test_a_meeting_that_is_on_keeps_the_times_it_began_with(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.leaves()
        await chair.chooses("settings")
        await chair.turns("round", times=3)
        await chair.presses("escape", "home", "enter", "enter")
        assert chair.clock == "10:00"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (240, 67)])
async def test_what_a_row_is_for_stands_right_under_the_list(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with Room(tmp_path).opens(size=size) as chair:
        await chair.chooses("settings")
        told = chair.says("How long everyone writes in silence.")
        place = next(place for place, row in enumerate(chair.lines) if told in row)
        last = row(chair, "folder").region.y
        assert 2 <= place - last <= 4
        assert not chair.lines[place - 1].strip()
