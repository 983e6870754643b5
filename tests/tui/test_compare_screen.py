"""Two versions of a session that isn't open: seen side by side, and one of them goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Idea, Session
from teamflow.store.folder import Folder
from teamflow.store.record import encode

OTHERS = "Woorden vooraf uitleggen in groep 8"
MARKS = (
    "-LAPTOP-7K2M",
    " (Anna's conflicted copy 2026-11-23)",
    " (conflicted copy 2026-11-23 150312)",
    ".sync-conflict-20261123-150312-ABCDEFG",
    " (conflict 2026-11-23 15.04)",
)
CLOSED = (*noted(*IDEAS), a.Go("close"), a.Close())


def with_another_idea(session: Session) -> Session:
    return replace(session, ideas=(*session.ideas, Idea(99, OTHERS)))


def has_two(room: Room, *actions: a.Action, mark: str = MARKS[0]) -> tuple[Path, Path]:
    """A session, and a copy of it with an idea more, as a synced folder brings it."""
    original = room.has(*(actions or CLOSED))
    copy = original.with_name(f"{original.stem}{mark}.toml")
    session = with_another_idea(Folder(original.parent).load(original).session)
    copy.write_text(encode(session, {}, room.now), encoding="utf-8")
    return original, copy


def ideas_in(file: Path) -> list[str]:
    return [idea.text for idea in Folder(file.parent).load(file).session.ideas]


async def at_rest(chair: Chair) -> None:
    await chair.until(lambda: not any(each.is_running for each in chair.app.workers))


async def looks_back(chair: Chair) -> None:
    await chair.presses("ctrl+f")
    await at_rest(chair)


async def sees_both(chair: Chair, text: str = "") -> None:
    """The comparison is on screen, with what's in it as far as this text, or else its end."""
    awaited = text or chair.says("All the rest is the same in both.")
    await chair.until(lambda: chair.place == "CompareScreen" and awaited in chair.wall)


async def compares_in_the_archive(chair: Chair, text: str = "") -> None:
    await looks_back(chair)
    await chair.presses("ctrl+g")
    await sees_both(chair, text)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_both_are_headed_by_when_they_were_saved_and_in_which_file(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = Room(tmp_path)
    original, _copy = has_two(room, mark=" (conflicted copy of the laptop in the staff room)")
    async with room.opens(size=size) as chair:
        await compares_in_the_archive(chair)
        for called in ("The original", "The copy"):
            chair.sees(chair.says(called))
        told = chair.says("saved {when}").format(when="23-11-2026 15:00")
        assert chair.wall.count(told) == 2 or chair.wall.count("15:00") == 2
        assert original.name[-14:] in chair.wall
        assert "room).toml" in chair.wall
        assert chair.shows_whole("Menu")


async def test_only_what_differs_is_shown_with_the_text_itself(tmp_path: Path) -> None:
    room = Room(tmp_path)
    has_two(room)
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        chair.sees(OTHERS)
        chair.sees_no(QUESTION, *IDEAS)


async def test_where_there_is_room_they_stand_side_by_side_and_else_under_each_other(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    _original, copy = has_two(room)
    session = Folder(copy.parent).load(copy).session
    copy.write_text(encode(replace(session, question="En nu?"), {}, room.now), encoding="utf-8")
    async with room.opens(size=(76, 24)) as chair:
        await compares_in_the_archive(chair, "En nu?")
        (line,) = (line for line in chair.lines if "En nu?" in line)
        assert QUESTION[:20] in line
        await chair.resizes(75, 24)
        (line,) = (line for line in chair.lines if "En nu?" in line)
        assert QUESTION[:20] not in line
        chair.sees(QUESTION[:20])


async def test_what_does_not_fit_can_be_read_by_paging(tmp_path: Path) -> None:
    room = Room(tmp_path)
    _original, copy = has_two(room)
    session = Folder(copy.parent).load(copy).session
    more = tuple(Idea(100 + n, f"Nog een idee, nummer {n}") for n in range(30))
    copy.write_text(
        encode(replace(session, ideas=(*session.ideas, *more)), {}, room.now), encoding="utf-8"
    )
    async with room.opens() as chair:
        await compares_in_the_archive(chair, OTHERS)
        chair.sees_no("nummer 29")
        await chair.presses(*["pagedown"] * 12)
        chair.sees("nummer 29")
        chair.is_told("All the rest is the same in both.")
        await chair.presses(*["pageup"] * 12)
        chair.sees(OTHERS)


async def test_of_very_many_differences_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.tui.screens.compare.MOST", 1)
    room = Room(tmp_path)
    _original, copy = has_two(room)
    session = Folder(copy.parent).load(copy).session
    changed = replace(session, question="En nu?", measure="Cijfers")
    copy.write_text(encode(changed, {}, room.now), encoding="utf-8")
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        chair.sees("En nu?", "2")
        chair.sees_no(OTHERS)


async def test_the_key_is_in_the_bar_of_a_small_screen_too(tmp_path: Path) -> None:
    room = Room(tmp_path)
    has_two(room)
    async with room.opens(size=(60, 20)) as chair:
        await looks_back(chair)
        assert "Ctrl+G" in chair.lines[-1]


@pytest.mark.parametrize("row", [0, 1])
async def test_the_key_is_offered_at_a_copy_and_at_what_has_copies_only(
    tmp_path: Path, row: int
) -> None:
    room = Room(tmp_path)
    room.has(*CLOSED, date=room.now.date().replace(day=2))
    has_two(room)
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses(*["down"] * row)
        assert "Ctrl+G" in chair.lines[-1]
        await chair.presses("end")
        assert "Ctrl+G" not in chair.lines[-1]
        await chair.presses("ctrl+g")
        assert chair.place == "ArchiveScreen"
        await chair.presses("home", *["down"] * row, "ctrl+g")
        await sees_both(chair)


@pytest.mark.parametrize("mark", MARKS)
async def test_a_copy_that_is_chosen_takes_the_name_and_both_come_back(
    tmp_path: Path, mark: str
) -> None:
    room = Room(tmp_path)
    original, copy = has_two(room, mark=mark)
    before = {file: file.read_bytes() for file in room.files}
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        await chair.chooses("right")
        await at_rest(chair)
        chair.is_told("The other version is in the trash. Ctrl+Z brings it back.")
        assert room.files == [original]
        assert original.read_bytes() == before[copy]
        chair.sees_no("≠")
        await chair.presses("escape", "ctrl+f", "ctrl+z")
        await at_rest(chair)
        chair.sees("≠")
    assert {file: file.read_bytes() for file in room.files} == before


async def test_an_original_that_is_chosen_stays_and_the_copy_lies_in_the_trash(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    original, copy = has_two(room)
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        await chair.chooses("left")
        await at_rest(chair)
        assert room.files == [original]
        assert OTHERS in ideas_in(original.parent / "trash" / copy.name)
        await chair.presses("ctrl+z")
        await at_rest(chair)
        assert sorted(room.files) == sorted((original, copy))


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_deciding_later_changes_nothing(tmp_path: Path, key: str) -> None:
    room = Room(tmp_path)
    has_two(room)
    before = {file: file.read_bytes() for file in room.files}
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        await chair.presses(key)
        await at_rest(chair)
        assert chair.place == "ArchiveScreen"
        chair.sees("≠")
    assert {file: file.read_bytes() for file in room.files} == before


async def test_what_cannot_be_moved_is_told_and_both_stay(tmp_path: Path) -> None:
    room = Room(tmp_path)
    has_two(room)
    (room.world.sessions / "trash").touch()
    before = {file: file.read_bytes() for file in room.files}
    async with room.opens() as chair:
        await compares_in_the_archive(chair)
        await chair.chooses("right")
        await at_rest(chair)
        assert str(room.world.sessions)[:20] in chair.notice
    assert {file: file.read_bytes() for file in room.files} == before


async def test_a_version_that_cannot_be_read_is_told_and_cannot_be_chosen(tmp_path: Path) -> None:
    room = Room(tmp_path)
    _original, copy = has_two(room)
    copy.write_text(copy.read_text(encoding="utf-8") + "\n[[ideas]]\nid = 'een'\n", "utf-8")
    async with room.opens() as chair:
        told = chair.says("This one can't be read: {reason}").split("{", maxsplit=1)[0]
        await compares_in_the_archive(chair, told.strip())
        chair.is_told("Go on with the original")
        chair.sees_no(chair.says("Go on with the copy"))


async def test_opening_asks_first_and_opens_what_is_chosen(tmp_path: Path) -> None:
    room = Room(tmp_path)
    original, _copy = has_two(room)
    async with room.opens() as chair:
        await chair.presses("end", "enter")
        await sees_both(chair)
        await chair.chooses("right")
        await chair.until(lambda: chair.place == "ReadingScreen")
    assert room.files == [original]
    assert OTHERS in ideas_in(original)


@pytest.mark.parametrize("row", [1, 2])
async def test_later_opens_the_one_that_was_picked(tmp_path: Path, row: int) -> None:
    room = Room(tmp_path)
    files = has_two(room, *noted(*IDEAS))
    picked = files[row - 1]
    async with room.opens() as chair:
        await chair.presses("end", *["up"] * (row - 1), "enter")
        await sees_both(chair)
        chair.is_told(
            "Choose later, and open the original"
            if picked == files[0]
            else "Choose later, and open the copy"
        )
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "Away")
        await chair.presses("enter")
        assert chair.app.sitting is not None
        assert chair.app.sitting.path == picked
    assert sorted(room.files) == sorted(files)


async def test_a_session_named_on_the_command_line_is_asked_about_too(tmp_path: Path) -> None:
    room = Room(tmp_path)
    original, _copy = has_two(room, *noted(*IDEAS))
    async with room.opens(original) as chair:
        await sees_both(chair)
        await chair.presses("escape")
        await chair.until(lambda: chair.place == "HomeScreen")
    assert len(room.files) == 2


async def test_trouble_with_choosing_while_opening_is_told_at_home(tmp_path: Path) -> None:
    room = Room(tmp_path)
    has_two(room)
    (room.world.sessions / "trash").touch()
    async with room.opens() as chair:
        await chair.presses("end", "enter")
        await sees_both(chair)
        await chair.chooses("right")
        await chair.until(lambda: chair.place == "HomeScreen" and chair.notice)
        assert str(room.world.sessions)[:20] in chair.notice
    assert len(room.files) == 2


async def test_what_vanishes_while_it_is_compared_is_told_at_home(tmp_path: Path) -> None:
    room = Room(tmp_path)
    original, _copy = has_two(room)
    async with room.opens() as chair:
        await chair.presses("end", "enter")
        await sees_both(chair)
        original.unlink()
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "HomeScreen" and chair.notice)
        assert chair.says("The file isn't there any more.") in chair.notice
