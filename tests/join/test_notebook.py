"""What a room remembers is on the disk before anybody is told that it counts."""

from pathlib import Path

from teamflow.join.remembered import Notebook, Remembered, read
from teamflow.join.seats import Seats

ROOM = Remembered("1" * 8, "2" * 20, "127.0.0.1", 8765, Seats())


async def test_who_waits_for_a_note_does_not_wait_for_what_others_note_meanwhile(
    tmp_path: Path,
) -> None:
    file = tmp_path / "room.json"
    pages = 0
    others_note = True

    def now_true() -> Remembered:
        nonlocal pages
        pages += 1
        if others_note:
            notebook.note()
        return ROOM

    notebook = Notebook(file, now_true)
    notebook.note()
    await notebook.written()
    assert read(file) == ROOM
    assert pages <= 2
    others_note = False
    await notebook.written()


async def test_what_is_forgotten_before_it_was_written_never_is(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "room.json", lambda: ROOM)
    notebook.note()
    await notebook.forget()
    assert [*tmp_path.iterdir()] == []
