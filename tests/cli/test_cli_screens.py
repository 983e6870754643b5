"""The verbs that show screens: which world they make, and where they begin."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow import locale
from teamflow.cli import main, rehearse, screens, terminal
from teamflow.store.folder import Folder
from teamflow.tui.world import Begin, End, World


class Projector:
    """Stands for the screens: notes what it's shown, and ends as it's told to."""

    def __init__(self) -> None:
        self.shown: list[tuple[World, Begin]] = []
        self.ends: list[End] = []

    def show(self, world: World, begin: Begin) -> End:
        self.shown.append((world, begin))
        return self.ends.pop(0) if self.ends else "quit"

    @property
    def begins(self) -> list[Begin]:
        return [begin for _world, begin in self.shown]


@pytest.fixture
def projector(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Projector]:
    projector = Projector()
    monkeypatch.setattr(terminal, "require_terminal", lambda: None)
    monkeypatch.setattr(screens, "show", projector.show)
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setenv("TEAMFLOW_SESSIONS", str(tmp_path / "sessions"))
    yield projector
    locale.use("en")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "sessions")


def test_by_itself_it_shows_the_home_screen(projector: Projector, folder: Folder) -> None:
    assert main([]) == 0
    ((world, begin),) = projector.shown
    assert begin == "home"
    assert world.sessions == folder.path
    assert not world.rehearsal


def test_new_goes_straight_to_the_set_up(projector: Projector) -> None:
    assert main(["new"]) == 0
    assert projector.begins == ["new"]


def test_the_world_tells_the_local_time(projector: Projector) -> None:
    main([])
    ((world, _begin),) = projector.shown
    assert world.now().tzinfo is not None
    assert world.now() <= world.now()


def test_open_with_a_name_shows_that_session(projector: Projector, folder: Folder) -> None:
    file = folder.create(MEETING, SAVED)
    assert main(["open", "begrijpend"]) == 0
    assert projector.begins == [file]


def test_open_without_a_name_shows_the_newest_that_wasn_t_closed(
    projector: Projector, folder: Folder
) -> None:
    folder.create(replace(MEETING, theme="af"), SAVED)
    older = folder.create(replace(MEETING, theme="bezig", closed=None), SAVED)
    newer = folder.create(replace(MEETING, theme="bezig", closed=None), SAVED)
    (folder.path / "2027-01-01-kapot.toml").write_text("schema = ")
    assert main(["open"]) == 0
    assert projector.begins == [newer]
    assert newer != older


def test_open_without_a_name_shows_home_when_nothing_was_interrupted(
    projector: Projector, folder: Folder
) -> None:
    folder.create(MEETING, SAVED)
    assert main(["open"]) == 0
    assert projector.begins == ["home"]


@pytest.mark.parametrize(("name", "code"), [("kapot", 1), ("2026", 2), ("niets", 2)])
def test_open_of_what_can_t_be_opened_shows_no_screen(
    projector: Projector, folder: Folder, name: str, code: int
) -> None:
    folder.create(MEETING, SAVED)
    (folder.path / "2026-01-01-kapot.toml").write_text("schema = ")
    assert main(["open", name]) == code
    assert projector.shown == []


def test_a_rehearsal_reaches_none_of_the_real_places(
    projector: Projector, folder: Folder, tmp_path: Path
) -> None:
    assert main(["rehearse"]) == 0
    ((world, begin),) = projector.shown
    assert begin == "rehearse"
    assert world.rehearsal
    for place in (world.sessions, world.state, world.settings_file):
        assert not place.is_relative_to(tmp_path)
        assert not place.parent.exists()
    assert not folder.path.exists()


def test_home_can_ask_for_a_rehearsal_and_comes_back(projector: Projector) -> None:
    projector.ends = ["rehearse", "quit", "quit"]
    assert main([]) == 0
    assert projector.begins == ["home", "rehearse", "home"]


def test_a_rehearsal_runs_ten_times_as_fast() -> None:
    assert rehearse.PACE == 10


def test_another_language_needs_a_new_start(
    projector: Projector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        assert not check
        started.append(command)
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(subprocess, "run", run)
    projector.ends = ["restart"]
    assert main(["new", "--lang", "nl", "--sessions", str(tmp_path)]) == 7
    assert started == [[sys.executable, "-m", "teamflow", "--sessions", str(tmp_path)]]


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of that kind there")
def test_in_a_real_terminal_a_broken_file_is_told_before_any_screen(tmp_path: Path) -> None:
    import pty

    file = tmp_path / "2026-01-01-kapot.toml"
    file.write_text("schema = ")
    master, slave = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "teamflow", "open", str(file), "--lang", "en"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        check=False,
    )
    os.close(slave)
    told = os.read(master, 10_000).decode()
    os.close(master)
    assert ran.returncode == 1
    assert told.startswith(f"{file}:1: ")
    assert "\x1b" not in told
