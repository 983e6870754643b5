"""A full disk, a folder that's gone, an error that nobody foresaw: nothing is lost."""

import errno
import os
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.store import atomic
from teamflow.tui.phases.round import RoundPane
from teamflow.tui.widgets.notice import Notice


class Disk:
    """A disk that a test may break and mend."""

    def __init__(self) -> None:
        self.error: int | None = None
        self._write = atomic.write

    def write(self, path: Path, data: bytes) -> None:
        if self.error is not None:
            raise OSError(self.error, os.strerror(self.error), str(path))
        self._write(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(atomic, "write", disk.write)
    return disk


def trouble(chair: Chair) -> str:
    """What the meeting says is wrong with saving."""
    notice: Notice = chair.meeting.query_one(Notice)
    return notice.trouble


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
async def test_trouble_with_the_disk_is_told_until_it_is_solved_and_nothing_is_lost(
    tmp_path: Path, disk: Disk, error: int
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        disk.error = error
        await chair.enters(IDEAS[0])
        await chair.until(lambda: trouble(chair))
        told = trouble(chair)
        chair.sees(told[:30])
        await chair.enters(IDEAS[1])
        await chair.goes_on()
        await chair.waits(minutes=5)
        assert trouble(chair) == told
        chair.sees(told[:30])
        assert room.record.ideas == ()
        disk.error = None
        await chair.goes_back()
        await chair.until(lambda: not trouble(chair))
        chair.sees_no(told[:30])
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:2])


async def test_the_message_names_the_folder(tmp_path: Path, disk: Disk) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(), size=(200, 40)) as chair:
        disk.error = errno.ENOSPC
        await chair.enters(IDEAS[0])
        await chair.until(lambda: trouble(chair))
        chair.sees(str(room.world.sessions))


async def test_the_message_stays_while_other_things_are_said(tmp_path: Path, disk: Disk) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        disk.error = errno.ENOSPC
        await chair.enters(IDEAS[0])
        await chair.until(lambda: trouble(chair))
        await chair.presses("ctrl+r", "enter", "f5", "f5")
        chair.sees(trouble(chair)[:30])


async def test_a_folder_that_vanishes_is_made_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        assert not chair.record.ideas  # so nothing is being written any more
        room.files[0].unlink()
        room.world.sessions.rmdir()
        await chair.enters(IDEAS[0])
        assert [idea.text for idea in chair.record.ideas] == [IDEAS[0]]


async def test_nobody_leaves_before_all_is_saved(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.tui.sitting.PATIENCE", 0.0)
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        disk.error = errno.ENOSPC
        await chair.enters(IDEAS[0])
        await chair.until(lambda: trouble(chair))
        await chair.presses("ctrl+q", "down", "enter")
        await chair.until(lambda: chair.place == "MeetingScreen")
        chair.sees(trouble(chair)[:30])
        assert chair.turn == "Joost"
        disk.error = None
        await chair.enters(IDEAS[1])
        await chair.until(lambda: not trouble(chair))
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:2])


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS])
async def test_a_form_that_cannot_be_written_is_told_and_the_meeting_goes_on(
    tmp_path: Path, disk: Disk, error: int
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go("close")) as chair:
        await chair.pauses_typing()
        assert chair.record.phase == "close"
        disk.error = error
        await chair.presses("ctrl+e", "enter")
        await chair.until(lambda: chair.says("Done.") in chair.wall)
        chair.sees(".pdf: ")
        await chair.presses("escape")
        assert chair.place == "MeetingScreen"
        disk.error = None


async def test_a_file_that_was_made_unreadable_meanwhile_is_kept_and_ours_beside_it(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        room.files[0].write_bytes(b"\xff\xfe")
        await chair.enters(IDEAS[0])
        assert [idea.text for idea in chair.record.ideas] == [IDEAS[0]]
    assert room.files[1].read_bytes() == b"\xff\xfe"


async def test_an_error_that_nobody_foresaw_shows_no_traceback_and_no_word_of_the_meeting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def forces_the_error(room: Room) -> None:
        async with room.meets(*noted(IDEAS[0])) as chair:
            await chair.enters(IDEAS[1])
            await chair.types("Half een id")
            await chair.pauses_typing()
            await chair.presses("ctrl+r")

    def breaks(pane: RoundPane) -> None:
        raise ValueError(pane.live.session.question)

    monkeypatch.setattr(RoundPane, "action_remind", breaks)
    room = Room(tmp_path)
    with pytest.raises(ValueError, match="groep 6"):
        await forces_the_error(room)
    shown = capsys.readouterr()
    told = " ".join((shown.out + shown.err).split())
    assert "teamflow.log" in told.replace(" ", "")
    assert "Traceback" not in told
    assert QUESTION not in told
    assert not any(idea in told for idea in IDEAS)
    assert room.return_code == 1
    assert [type(error) for error in room.reported] == [ValueError]
    record = room.record
    assert [idea.text for idea in record.ideas] == list(IDEAS[:2])
    assert record.draft("idea") == "Half een id"

    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        assert chair.session.phase == "round"
        assert chair.text_in("idea") == "Half een id"
