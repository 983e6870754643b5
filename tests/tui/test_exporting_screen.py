"""Exporting from the screen: which kinds of file, for whom, where to, and what came of it."""

import os
import stat
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow import export
from teamflow.core import actions as a
from teamflow.store.settings import load_settings

CHOSEN, ANOTHER = IDEAS[3], IDEAS[0]
AGREED = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Go("evaluation"))
CLOSE = (*AGREED, a.Go("close"))
ASKING, MAKING, MEETING = "ExportTo", "Exported", "MeetingScreen"
MARKDOWN = ("down",) * 3 + ("space",)
"""What it takes to tick Markdown; PDF is ticked the first time."""


async def makes(chair: Chair) -> None:
    """Press Enter until the files are there."""
    await chair.presses("enter")
    await chair.until(lambda: chair.says("Done.") in chair.wall)


def made(room: Room, suffix: str) -> Path:
    return room.files[0].with_suffix(suffix)


def adds_format(
    monkeypatch: pytest.MonkeyPatch, suffix: str, module: ModuleType | None = None
) -> None:
    """A format by one module and one line, as anybody would add one."""
    name = suffix.removeprefix(".")
    monkeypatch.setitem(export.FORMS, suffix, name)
    if module is not None:
        monkeypatch.setitem(sys.modules, f"{export.__name__}.{name}", module)


async def test_the_form_lies_next_to_the_session_after_one_key_and_enter(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        await chair.presses("ctrl+e")
        assert chair.place == ASKING
        await makes(chair)
        chair.sees(made(room, ".pdf").name)
        await chair.presses("escape")
        assert chair.place == MEETING
        chair.is_told("Exported: {files}", files=made(room, ".pdf").name)
    assert made(room, ".pdf").read_bytes().startswith(b"%PDF-")


async def test_the_leader_reads_what_was_agreed_and_the_team_all_of_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await makes(chair)
        told = made(room, ".md").read_text(encoding="utf-8")
        assert QUESTION in told
        assert CHOSEN in told
        assert ANOTHER not in told
        await chair.presses("escape", "ctrl+e")
        await chair.turns("reader")
        await chair.presses("shift+tab", "enter")
        await makes(chair)
    assert ANOTHER in made(room, ".md").read_text(encoding="utf-8")


async def test_next_time_the_same_kinds_are_ticked_for_the_same_reader(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await chair.turns("reader")
        await chair.presses("shift+tab")
        await makes(chair)
        await chair.presses("escape")
        await chair.until(room.world.settings_file.exists)
    kept = tomllib.loads(room.world.settings_file.read_text(encoding="utf-8"))
    assert kept == {"formats": "md", "reader": "team"}
    settings, _problems = load_settings(room.world.settings_file)
    async with Room(tmp_path / "again", settings).meets(*CLOSE) as chair:
        await chair.presses("ctrl+e")
        (ticked,) = (line for line in chair.lines if "✓ " in line and " ." in line)
        assert "Markdown" in ticked
        chair.sees("het team")


async def test_nothing_is_written_over_unasked(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        made(room, ".md").write_text("van gisteren")
        await chair.presses("ctrl+e", "space", *MARKDOWN, "enter")
        chair.sees("Er al: ")
        assert made(room, ".md").read_text() == "van gisteren"
        await chair.presses("escape", "ctrl+e", "space", *MARKDOWN, "enter")
        assert made(room, ".md").read_text() == "van gisteren"
        await makes(chair)
    assert QUESTION in made(room, ".md").read_text(encoding="utf-8")


async def test_without_a_tick_there_is_nothing_to_make(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", "enter")
        chair.sees("Kruis minstens één soort bestand aan.")
        assert chair.place == ASKING


@pytest.mark.parametrize("folder", ["", "weg", "~niemand-hier", "/" + "x" * 5000, "\x00"])
async def test_a_folder_that_is_not_there_is_told_and_can_be_mended(
    tmp_path: Path, folder: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await chair.goes_to("folder")
        await chair.clears()
        await chair.pastes(folder)
        await chair.presses("enter")
        chair.sees("Die map is er niet.")
        await chair.clears()
        await chair.pastes(str(tmp_path))
        await makes(chair)
    assert not room.reported
    assert list(tmp_path.glob("*.md"))


async def test_a_folder_that_may_not_be_written_in_is_told_and_the_meeting_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(28, os.strerror(28))

    room = Room(tmp_path)
    async with room.meets(*CLOSE, size=(140, 30)) as chair:
        await chair.presses("ctrl+e")
        monkeypatch.setattr("teamflow.store.atomic.write", full)
        await makes(chair)
        chair.sees("De schijf is vol")
        monkeypatch.undo()
        await chair.presses("escape")
        assert chair.place == MEETING
    assert not made(room, ".pdf").exists()


async def test_a_slow_format_stops_neither_the_clock_nor_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    slow = ModuleType("slow")

    def wait(_form: object) -> bytes:
        goes_on.wait(20)
        return b"klaar"

    slow.__dict__["export"] = wait
    adds_format(monkeypatch, ".slow", slow)
    room = Room(tmp_path)
    async with room.meets(*CLOSE, size=(100, 30)) as chair:
        await chair.presses("ctrl+e", "space", *("down",) * 5, "space", "enter")
        chair.sees("Bezig met 1 van 1")
        await chair.presses("escape")
        assert chair.place == MAKING
        before = chair.lines[0]
        await chair.waits(minutes=20)
        chair.meeting.ticker.tick()
        await chair.settles()
        assert chair.lines[0] != before
        goes_on.set()
        await chair.until(lambda: chair.says("Done.") in chair.wall)
    assert made(room, ".slow").read_bytes() == b"klaar"


async def test_a_format_that_cannot_be_had_here_is_told_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adds_format(monkeypatch, ".nowhere")
    room = Room(tmp_path)
    async with room.meets(*CLOSE, size=(140, 30)) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN, "down", "down", "space")
        await makes(chair)
        chair.sees("kan op deze computer niet")
    assert made(room, ".md").exists()
    assert not made(room, ".nowhere").exists()


async def test_a_format_that_trips_does_not_take_the_meeting_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adds_format(monkeypatch, ".broken", ModuleType("broken"))
    room = Room(tmp_path)
    async with room.meets(*CLOSE, size=(140, 30)) as chair:
        await chair.presses("ctrl+e", "space", *("down",) * 5, "space")
        await makes(chair)
        chair.sees("lukte niet")
        await chair.presses("escape")
        assert chair.place == MEETING
    assert [type(error) for error in room.reported] == [AttributeError]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk on which the system's opener notes what it was given."""
    programs, noted_in = tmp_path / "bin", tmp_path / "opened"
    programs.mkdir()
    for name in ("xdg-open", "open"):
        program = programs / name
        program.write_text(f'#!/bin/sh\nprintf %s "$1" >"{noted_in}"\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    return noted_in


async def test_enter_opens_what_was_made(tmp_path: Path, opened: Path) -> None:
    room = Room(tmp_path / "place")
    async with room.meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await makes(chair)
        await chair.presses("enter")
        await chair.until(lambda: opened.exists() and opened.read_text())
    assert opened.read_text() == str(made(room, ".md"))


async def test_where_nothing_can_open_it_the_folder_is_pointed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Room(tmp_path).meets(*CLOSE) as chair:
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await makes(chair)
        monkeypatch.setenv("PATH", str(tmp_path))
        await chair.presses("enter")
        chair.sees("Hier is geen programma dat dit opent.")


async def test_a_past_session_is_exported_from_its_form(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*CLOSE, a.Close())
    before = room.files[0].read_bytes()
    async with room.opens() as chair:
        await chair.presses("end", "enter")
        assert chair.place == "ReadingScreen"
        await chair.presses("ctrl+e", "space", *MARKDOWN)
        await makes(chair)
        await chair.presses("escape")
        assert chair.place == "ReadingScreen"
    assert QUESTION in made(room, ".md").read_text(encoding="utf-8")
    assert room.files[0].read_bytes() == before


async def test_the_window_is_whole_on_a_small_screen(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CLOSE, size=(60, 20)) as chair:
        await chair.presses("ctrl+e")
        chair.sees("PDF", "Esc")
        await chair.presses("space", "enter")
        chair.sees("Kruis minstens")
