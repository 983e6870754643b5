"""The bell: when it rings, how it's heard, and what is seen."""

import os
import signal
import sys
import threading
import wave
from array import array
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from chair import IDEAS, Chair, Room, noted
from teamflow.cli import worlds
from teamflow.cli.request import Request
from teamflow.core import actions as a
from teamflow.store.settings import Settings
from teamflow.tui.bell import bell, gong, players
from teamflow.tui.bell.loudspeaker import Loudspeaker
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.phasebar import PhaseBar

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays sounds by itself")


class Programs:
    """A folder with programs that play sounds, and what they were given to play."""

    def __init__(self, place: Path) -> None:
        self.folder, self._heard = place / "bin", place / "heard"
        self.folder.mkdir()

    def has(self, name: str, then: str = "exit 0") -> None:
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $1" >>"{self._heard}"\n{then}\n')
        program.chmod(0o755)

    def find(self) -> list[Callable[[Path], bool]]:
        return list(players.players(str(self.folder)))

    @property
    def heard(self) -> list[str]:
        """Which program played which file."""
        if not self._heard.exists():
            return []
        lines = self._heard.read_text().splitlines()
        return [f"{line.split()[0]} {Path(line.split()[1]).name}" for line in lines]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    monkeypatch.setattr(players, "PROGRAMS", {})  # those of Linux, wherever this runs
    return Programs(tmp_path)


def room_with(place: Path, programs: Programs, settings: Settings | None = None) -> Room:
    room = Room(place, settings)
    room.world = replace(room.world, players=programs.find)
    return room


def flashes(chair: Chair) -> bool:
    flashing: set[bool] = {
        widget.has_class("-flash")
        for kind in (PhaseBar, BigClock)
        for widget in chair.meeting.query(kind)
    }
    assert len(flashing) == 1, "the clock and the bar flash together"
    return flashing.pop()


@posix
async def test_time_that_is_up_is_heard_once_from_the_system_s_player(
    tmp_path: Path, programs: Programs
) -> None:
    programs.has("paplay")
    programs.has("aplay")
    async with room_with(tmp_path, programs).meets(*noted()) as chair:
        await chair.waits(minutes=9.5)
        assert programs.heard == []
        await chair.waits(minutes=1)
        await chair.until(lambda: programs.heard)
        await chair.waits(minutes=1)
        assert programs.heard == ["paplay gong.wav"]
        assert chair.bells == 0
        assert flashes(chair)


@posix
async def test_at_one_minute_left_it_is_heard_softly_by_those_who_want_it(
    tmp_path: Path, programs: Programs
) -> None:
    programs.has("paplay")
    room = room_with(tmp_path, programs, Settings(last_minute=True))
    async with room.meets(*noted()) as chair:
        await chair.waits(minutes=8.9)
        assert programs.heard == []
        await chair.waits(minutes=0.2)
        await chair.until(lambda: programs.heard)
        await chair.waits(minutes=0.5)
        assert programs.heard == ["paplay gong-soft.wav"]


async def test_one_minute_left_passes_in_silence_otherwise(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=9.5)
        assert (chair.bells, flashes(chair)) == (0, False)


async def test_a_phase_of_a_minute_does_not_begin_with_the_bell(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(last_minute=True))
    async with room.meets(*noted(), a.AddMinutes(-9)) as chair:
        await chair.waits(seconds=5)
        assert (chair.clock, chair.bells) == ("0:55", 0)


async def test_undo_and_redo_ring_nothing_but_running_out_again_does(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=10.5)
        assert chair.bells == 1
        await chair.presses("f6", "ctrl+z", "ctrl+y", "ctrl+z", "ctrl+y")
        assert (chair.clock, chair.bells) == ("0:30", 1)
        await chair.waits(minutes=1)
        assert chair.bells == 2


async def test_a_minute_that_is_taken_off_rings_nothing(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=9.5)
        await chair.presses("f7")
        assert (chair.clock, chair.bells) == ("+0:30", 0)


async def test_a_session_opened_again_in_overtime_rings_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        await chair.waits(minutes=10.5)
        await chair.leaves(quits=True)
    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        await chair.waits(seconds=5)
        assert chair.bells == 0


async def test_a_pause_holds_the_bell_back(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=9.5)
        await chair.presses("f5")
        await chair.waits(minutes=5)
        await chair.presses("ctrl+z", "ctrl+y")
        assert chair.bells == 0
        await chair.presses("f5")
        await chair.waits(minutes=0.5)
        assert chair.bells == 1


async def test_time_that_was_up_while_the_laptop_slept_is_not_told_in_the_next_phase(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.waits(minutes=9.5)
        chair.room.passes(minutes=5)
        await chair.goes_on()
        assert (chair.session.phase, chair.bells) == ("choose", 0)


async def test_the_chair_rings_by_hand(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("half")
        await chair.presses("f9")
        assert (chair.bells, flashes(chair)) == (1, True)
        assert chair.text_in("idea") == "half"


@pytest.mark.parametrize(
    ("settings", "heard", "seen"),
    [
        (Settings(), 1, True),
        (Settings(bell="flash"), 0, True),
        (Settings(bell="off"), 0, False),
        (Settings(animations=False), 1, False),
        (Settings(bell="flash", animations=False), 0, False),
    ],
)
async def test_it_is_heard_and_seen_as_the_settings_have_it(
    tmp_path: Path, settings: Settings, heard: int, seen: bool
) -> None:
    async with Room(tmp_path, settings).meets(*noted()) as chair:
        await chair.presses("f9")
        assert (chair.bells, flashes(chair)) == (heard, seen)
        assert bool(chair.notice) == (not heard and not seen)


async def test_a_bell_that_is_off_says_so_at_its_key(tmp_path: Path) -> None:
    async with Room(tmp_path, Settings(bell="off")).meets(*noted()) as chair:
        await chair.presses("f9")
        chair.is_told("The bell is off. F12, the settings, turns it on.")


async def test_a_flash_is_two_changes_however_often_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "FLASH", 0.05)
    async with Room(tmp_path).meets(*noted()) as chair:
        seen = []
        for _time in range(3):
            chair.meeting.bell.ring()
            seen.append(flashes(chair))
        await chair.until(lambda: not flashes(chair))
        assert seen == [True, True, True]


@posix
async def test_a_player_that_fails_gives_way_to_the_next_and_is_not_asked_again(
    tmp_path: Path, programs: Programs
) -> None:
    programs.has("paplay", "exit 1")
    programs.has("pw-play", "kill -9 $$")
    programs.has("aplay")
    async with room_with(tmp_path, programs).meets(*noted()) as chair:
        await chair.presses("f9")
        await chair.until(lambda: len(programs.heard) == 3)
        speaker = chair.meeting.bell._loudspeaker
        await chair.until(lambda: not speaker._sounding)
        await chair.presses("f9")
        await chair.until(lambda: len(programs.heard) == 4)
        assert [line.split()[0] for line in programs.heard] == [
            "paplay", "pw-play", "aplay", "aplay",
        ]  # fmt: skip
        assert chair.bells == 0


@posix
async def test_where_every_player_fails_the_terminal_s_bell_rings(
    tmp_path: Path, programs: Programs
) -> None:
    programs.has("aplay", "exit 1")
    async with room_with(tmp_path, programs).meets(*noted()) as chair:
        await chair.presses("f9")
        await chair.until(lambda: chair.bells == 1)
        await chair.presses("f9")
        await chair.until(lambda: chair.bells == 2)
        assert len(programs.heard) == 1


async def test_without_any_player_the_terminal_s_bell_rings(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world = replace(room.world, players=tuple)
    async with room.meets(*noted()) as chair:
        await chair.presses("f9")
        await chair.until(lambda: chair.bells == 1)


@posix
async def test_a_full_disk_leaves_the_terminal_s_bell(tmp_path: Path, programs: Programs) -> None:
    programs.has("aplay")
    (tmp_path / "in the way").write_text("")
    rung = threading.Event()
    Loudspeaker(tmp_path / "in the way", programs.find, rung.set).sound(softly=False)
    assert rung.wait(10)
    assert programs.heard == []


@posix
async def test_a_player_that_hangs_is_ended_and_nothing_is_left_of_it(
    tmp_path: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(players, "PATIENCE", 0.2)
    programs.has("aplay", f'echo $$ >"{tmp_path}/pid"; exec sleep 60')
    (play,) = programs.find()
    assert not play(tmp_path / "gong.wav")
    process = int((tmp_path / "pid").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(process, signal.SIGCONT)


@posix
async def test_who_strikes_while_it_sounds_hears_that_one_out(
    tmp_path: Path, programs: Programs
) -> None:
    programs.has("aplay", f'read line <"{tmp_path}/go"')
    os.mkfifo(tmp_path / "go")
    async with room_with(tmp_path, programs).meets(*noted()) as chair:
        await chair.presses("f9", "f9", "f9")
        await chair.until(lambda: programs.heard)
        await chair.presses("f9")
        (tmp_path / "go").write_text("\n")
        speaker = chair.meeting.bell._loudspeaker
        await chair.until(lambda: not speaker._sounding)
        assert (len(programs.heard), chair.bells) == (1, 0)


def test_the_room_is_not_here_when_the_one_at_the_keys_is_far_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(variable, raising=False)
    request = Request(sessions=tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    here = worlds.real(request).players
    assert here is not None
    assert list(here()) == [] or sys.platform == "win32"
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50022 192.0.2.2 22")
    assert worlds.real(request).players is None


@pytest.mark.parametrize("strike", [gong.FULL, gong.SOFT])
def test_the_gong_is_a_sound_file_that_begins_softly_fades_and_never_clips(
    tmp_path: Path, strike: gong.Strike
) -> None:
    file = tmp_path / "gong.wav"
    file.write_bytes(gong.struck(strike))
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22050)
        samples = array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    assert len(samples) == round(strike.seconds * gong.RATE)
    assert max(map(abs, samples)) == round(strike.loudness * 32_767)
    assert samples[0] == samples[-1] == 0
    fifth = len(samples) // 5
    parts = (samples[place : place + fifth] for place in range(0, 5 * fifth, fifth))
    loudness = [sum(sample * sample for sample in part) for part in parts]
    assert all(later < before for before, later in pairwise(loudness))
    assert loudness[-1] < loudness[0] / 50


def test_the_soft_stroke_is_softer_and_shorter() -> None:
    assert gong.SOFT.loudness < gong.FULL.loudness
    assert gong.SOFT.seconds < gong.FULL.seconds
