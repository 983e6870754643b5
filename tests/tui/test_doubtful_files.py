"""A file of which the end is gone between two lines can be read, but isn't what it was."""

from pathlib import Path

import pytest

from chair import IDEAS, Chair, Room, noted
from teamflow.core import actions as a

CHOSEN = (*noted(*IDEAS), a.Go("choose"), a.Choose(1))


def cut(file: Path) -> None:
    """Leave of a session's file only what stands in its first lines."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("\n[") + 1], encoding="utf-8")


def has_cut(tmp_path: Path) -> Room:
    """A room with a closed session of which the end is gone."""
    room = Room(tmp_path)
    cut(room.has(*CHOSEN, a.Go("close"), a.Close()))
    return room


def doubts(chair: Chair) -> bool:
    told = chair.says(
        "“{key}” isn't what the rest of the file says: is the end gone, or was it changed by hand?"
    )
    return " ".join(told.format(key="chosen").split())[:40] in chair.wall


async def test_reading_it_says_so(tmp_path: Path) -> None:
    async with has_cut(tmp_path).opens() as chair:
        await chair.presses("end", "enter")
        assert chair.place == "ReadingScreen"
        assert doubts(chair)


async def test_the_form_beside_the_list_says_so(tmp_path: Path) -> None:
    room = has_cut(tmp_path)
    room.now = room.now.replace(hour=17)
    room.has(*CHOSEN, a.Go("close"), a.Close())
    async with room.opens(size=(120, 30)) as chair:
        await chair.presses("ctrl+f")
        marks = []
        for _row in range(2):
            await chair.until(lambda: not any(each.is_running for each in chair.app.workers))
            marks.append(doubts(chair))
            await chair.presses("down")
        assert sorted(marks) == [False, True]


@pytest.mark.parametrize(("key", "place"), [("o", "MeetingScreen"), ("r", "ReviewScreen")])
async def test_before_it_is_written_over_it_warns_once(
    tmp_path: Path, key: str, place: str
) -> None:
    async with has_cut(tmp_path).opens(size=(60, 20)) as chair:
        await chair.presses("end", "enter", key)
        assert chair.place == "ReadingScreen"
        told = chair.says(
            "The end of this file seems to be gone. The rest may be in the trash or the synced"
            " folder; teamflow check says more. {key} again goes on all the same."
        )
        chair.sees(told.format(key=key.upper()))
        await chair.presses(key)
        assert chair.place == place


async def test_going_on_with_a_running_one_says_so_too(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = room.has(*CHOSEN, a.Leave())
    cut(file)
    async with room.opens(file) as chair:
        await chair.presses("enter")
        assert doubts(chair)
