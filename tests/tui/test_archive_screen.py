"""The archive: every session found again, looked at safely, and never lost by accident."""

import datetime as dt
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from chair import Chair, Room
from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Session
from teamflow.store.folder import Folder
from teamflow.tui.widgets import beside
from teamflow.tui.widgets.beside import loaded

READING = "Hoe begrijp je een tekst écht?"
TALKS = "Hoe bouw je een spreekbeurt?"
OUTSIDE = "Wat maakt het buiten rustiger?"
DAY = dt.timedelta(days=1)


def kept(room: Room, question: str, days_ago: int, session: Session = MEETING) -> Path:
    """A session of so many days ago, to be evaluated four weeks after it."""
    day = room.now.date() - days_ago * DAY
    evaluation = replace(session.evaluation, date=day + 28 * DAY)
    session = replace(session, id=question, question=question, date=day, evaluation=evaluation)
    return Folder(room.world.sessions).create(session, SAVED)


def three(tmp_path: Path) -> Room:
    """A room with a session to evaluate, one that's overdue, and one of last year, evaluated."""
    room = Room(tmp_path)
    kept(room, READING, 3)
    kept(room, TALKS, 40, replace(MEETING, team="Bovenbouw"))
    kept(room, OUTSIDE, 200, REVIEWED)
    return room


async def at_rest(chair: Chair) -> None:
    """All that was looked for has been found."""
    workers = chair.app.workers
    for _step in ("what is looked for is found", "its form is read"):
        await chair.until(lambda: not any(worker.is_running for worker in workers))


async def looks_back(chair: Chair) -> None:
    await chair.presses("ctrl+f")
    assert chair.place == "ArchiveScreen"
    await at_rest(chair)


async def looks_for(chair: Chair, words: str) -> None:
    await chair.types(words)
    await at_rest(chair)


async def test_the_start_screen_leads_to_all_sessions_newest_first(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await chair.chooses("archive")
        await at_rest(chair)
        places = [chair.wall.index(question) for question in (READING, TALKS, OUTSIDE)]
        assert places == sorted(places)
        chair.is_told("{n} of {all}", n=3, all=3)
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_each_row_tells_when_who_and_how_it_stands_in_words_and_with_a_mark(
    tmp_path: Path,
) -> None:
    room = three(tmp_path)
    kept(room, "Nog bezig?", 1, replace(MEETING, closed=None))
    async with room.opens(size=(60, 20)) as chair:
        await looks_back(chair)
        chair.sees("20-11-2026 Onderbouw", "14-10-2026 Bovenbouw")
        marks = [line.split()[2] for line in chair.lines if "2026" in line.split("-")[-1][:4]]
        assert marks == ["●", "○", "!", "◐"]
        for told in ("still running", "partly reached"):
            chair.is_told(told)
        assert chair.says("overdue since {day}").split("{")[0] in chair.wall


async def test_typing_narrows_the_list_to_sessions_with_all_words_anywhere_in_them(
    tmp_path: Path,
) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await looks_for(chair, "bovenbouw SPREEK")
        chair.sees(TALKS)
        chair.sees_no(READING, OUTSIDE)
        chair.is_told("{n} of {all}", n=1, all=3)
        await chair.clears()
        await looks_for(chair, "kost tijd")  # stands in what was learned
        chair.sees(OUTSIDE)
        chair.sees_no(READING, TALKS)
        await chair.clears()
        await looks_for(chair, "echt?")
        chair.sees(READING)
        chair.sees_no(TALKS, OUTSIDE)


async def test_what_is_nowhere_is_said_and_an_emptied_filter_shows_all_again(
    tmp_path: Path,
) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await looks_for(chair, "zwemles")
        chair.is_told("Nothing found.")
        await chair.presses("enter", "delete")
        assert chair.place == "ArchiveScreen"
        await chair.clears()
        await at_rest(chair)
        chair.sees(READING, TALKS, OUTSIDE)


async def test_team_period_and_state_narrow_the_list_too(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        for option, times, shown in (
            ("team", 1, TALKS),
            ("period", 2, OUTSIDE),
            ("state", 2, READING),
            ("state", 3, TALKS),
            ("state", 4, OUTSIDE),
        ):
            await chair.turns(option, times)
            await at_rest(chair)
            chair.sees(shown)
            chair.is_told("{n} of {all}", n=1, all=3)
            await chair.presses(*("left",) * times)
        await at_rest(chair)
        await chair.turns("period")
        await at_rest(chair)
        chair.sees(READING, TALKS)
        chair.sees_no(OUTSIDE)


async def test_letters_typed_at_an_option_go_into_the_filter(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await chair.presses("tab", "tab")
        await looks_for(chair, "spreek")
        assert chair.text_in("filter") == "spreek"
        chair.sees(TALKS)
        chair.sees_no(READING)


async def test_enter_opens_the_marked_session_to_read_and_nothing_changes(tmp_path: Path) -> None:
    room = three(tmp_path)
    kept(room, "Nog bezig?", 50, replace(MEETING, closed=None, phase="plan"))
    before = {file: file.read_bytes() for file in room.files}
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("end", "up", "enter")
        assert chair.place == "ReadingScreen"
        chair.sees("Nog bezig?")
        await chair.presses("escape", "home", "down", "enter")
        assert chair.place == "ReadingScreen"
        chair.sees(TALKS)
    assert {file: file.read_bytes() for file in room.files} == before


async def test_back_from_reading_the_list_is_as_it_was_left(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await looks_for(chair, "spreek")
        await chair.presses("enter", "escape")
        await at_rest(chair)
        assert chair.place == "ArchiveScreen"
        assert chair.text_in("filter") == "spreek"
        chair.sees(TALKS)
        chair.sees_no(READING)


async def test_enter_right_behind_the_letters_opens_what_they_ask_for(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await chair.rushes([*"spreek", "enter"])
        await chair.until(lambda: chair.place == "ReadingScreen")
        chair.sees(TALKS)


async def test_a_session_can_be_opened_again_from_there(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await chair.presses("enter", "o")
        chair.is_at("close")
        assert chair.session.question == READING


async def test_a_session_says_on_which_days_it_was_changed_afterwards(tmp_path: Path) -> None:
    room = Room(tmp_path)
    days = (dt.date(2026, 11, 21), dt.date(2026, 11, 22), dt.date(2026, 11, 22))
    kept(room, READING, 3, replace(MEETING, edited=days))
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("enter")
        assert chair.says("Changed afterwards: {days}").split("{")[0] in chair.wall
        assert chair.wall.count("22 november 2026") == 1


async def test_where_there_is_room_the_form_stands_beside_the_list(tmp_path: Path) -> None:
    room = three(tmp_path)
    async with room.opens(size=(120, 36)) as chair:
        await looks_back(chair)
        chair.is_told("Idea for the approach")
        assert chair.wall.count(READING) == 2
        await chair.presses("down")
        await at_rest(chair)
        assert (chair.wall.count(READING), chair.wall.count(TALKS)) == (1, 2)
        await looks_for(chair, "zwemles")
        chair.sees_no(chair.says("Idea for the approach"))
        await chair.clears()
        await chair.resizes(60, 20)
        chair.sees_no(chair.says("Idea for the approach"))
        await chair.resizes(120, 36)
        await at_rest(chair)
        chair.is_told("Idea for the approach")


@pytest.mark.parametrize("width", [76, 80, 99])
async def test_a_small_screen_has_the_form_beside_a_list_with_marks(
    tmp_path: Path, width: int
) -> None:
    room = three(tmp_path)
    overdue = "over tijd sinds 11 november"
    async with room.opens(size=(width, 24)) as chair:
        await looks_back(chair)
        chair.sees(chair.says("Idea for the approach"), "20-11-2026 Onderbouw")
        chair.sees_no(overdue)
        await chair.presses("down")
        await at_rest(chair)
        assert chair.wall.count(overdue) == 1  # above its form
        assert sum("!" in line for line in chair.lines) == 2
        assert chair.lines[-1].rstrip().endswith(chair.says("keys"))
        for place, _day in enumerate((READING, TALKS, OUTSIDE)):
            await chair.presses("home", *("down",) * place)
            await at_rest(chair)
            assert all(len(line.rstrip()) <= width for line in chair.lines)


async def test_the_word_for_a_state_finds_the_sessions_in_it(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        for words, shown in (
            ("over tijd", TALKS),
            ("OVER TIJD bovenbouw", TALKS),
            ("geëvalueerd", OUTSIDE),
            ("deels gehaald", OUTSIDE),
        ):
            await looks_for(chair, words)
            chair.is_told("{n} of {all}", n=1, all=3)
            chair.sees(shown[:20])
            await chair.clears()
        await looks_for(chair, "over tijd onderbouw")
        chair.is_told("Nothing found.")


async def test_escape_shows_all_again_before_it_leaves(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        chair.sees(f"Esc {chair.says('back')}")
        await looks_for(chair, "spreek")
        await chair.turns("state", 3)
        await at_rest(chair)
        chair.sees(f"Esc {chair.says('show all')}")
        await chair.presses("escape")
        await at_rest(chair)
        assert chair.place == "ArchiveScreen"
        assert chair.text_in("filter") == ""
        chair.is_told("{n} of {all}", n=3, all=3)
        await chair.rushes(["x", "escape"])
        assert chair.place == "ArchiveScreen"
        await chair.presses("escape")
        assert chair.place == "HomeScreen"


async def test_what_cannot_be_read_is_listed_with_its_reason_in_the_row_and_beside_it(
    tmp_path: Path,
) -> None:
    room = three(tmp_path)
    (room.world.sessions / "2026-11-24-stuk.toml").write_bytes(b'question = "\xff"\n')
    async with room.opens(size=(160, 36)) as chair:
        await looks_back(chair)
        chair.is_told("can't be read")
        line = chair.says("This line holds a character that isn't UTF-8: save the file as UTF-8.")
        assert chair.wall.count(line[:30]) == 2
        await chair.presses("enter")
        assert chair.place == "ArchiveScreen"
        assert "2026-11-24-stuk.toml" in chair.notice
        await chair.turns("state", 5)
        await at_rest(chair)
        chair.is_told("{n} of {all}", n=1, all=4)


async def test_a_file_whose_head_is_fine_and_whose_rest_is_broken_is_named_when_it_is_opened(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    path = kept(room, READING, 3)
    path.write_text(path.read_text(encoding="utf-8") + "\n[[ideas]]\nid = 'een'\n", "utf-8")
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("enter")
        assert path.name in chair.notice


async def test_a_file_that_vanishes_while_the_list_is_shown_is_told_kindly(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = kept(room, READING, 3)
    async with room.opens() as chair:
        await looks_back(chair)
        path.unlink()
        await chair.presses("enter")
        assert chair.says("The file isn't there any more.") in chair.notice


async def test_an_empty_folder_and_one_that_is_none_are_told(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await looks_back(chair)
        chair.is_told("Your meetings will be listed here.")
        await chair.presses("down", "up", "end", "enter", "delete")
        assert chair.place == "ArchiveScreen"
    room.world.sessions.write_text("geen map", encoding="utf-8")
    async with room.opens() as chair:
        await looks_back(chair)
        chair.is_told("This isn't a folder.")


async def test_a_copy_of_a_session_is_shown_as_one(tmp_path: Path) -> None:
    room = three(tmp_path)
    file = room.files[-1]
    file.with_name(f"{file.stem} (1).toml").write_bytes(file.read_bytes())
    async with room.opens(size=(75, 24)) as chair:
        await looks_back(chair)
        assert sum("≠" in line for line in chair.lines) == 2
        chair.is_told("a copy: changed in two places")
        chair.is_told("{n} versions", n=2)


async def test_deleting_asks_first_and_keeping_is_what_enter_does(tmp_path: Path) -> None:
    room = three(tmp_path)
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("delete")
        assert chair.place == "Discard"
        chair.sees(READING)
        await chair.presses("enter")
        await chair.presses("delete", "escape")
        assert chair.place == "ArchiveScreen"
    assert len(room.files) == 3


async def test_what_was_deleted_lies_in_the_trash_and_comes_back_last_first(
    tmp_path: Path,
) -> None:
    room = three(tmp_path)
    before = {file: file.read_bytes() for file in room.files}
    async with room.opens() as chair:
        await looks_back(chair)
        for question in (READING, TALKS):
            await chair.presses("delete", "down", "enter")
            await at_rest(chair)
            chair.is_told("It's in the trash. Ctrl+Z brings it back.")
            chair.sees_no(question)
        assert len(room.files) == 1
        assert len(list((room.world.sessions / "trash").iterdir())) == 2
        await chair.presses("ctrl+z")
        await at_rest(chair)
        chair.sees(TALKS)
        chair.sees_no(READING)
        await chair.presses("ctrl+z")
        await at_rest(chair)
        chair.sees(READING, TALKS, OUTSIDE)
        await chair.presses("ctrl+z")
        chair.is_told("There is nothing to bring back.")
    assert {file: file.read_bytes() for file in room.files} == before


async def test_inside_a_word_delete_only_takes_a_letter(tmp_path: Path) -> None:
    async with three(tmp_path).opens() as chair:
        await looks_back(chair)
        await looks_for(chair, "spreek")
        await chair.presses("left", "left", "delete")
        assert chair.text_in("filter") == "sprek"
        assert chair.place == "ArchiveScreen"


async def test_what_cannot_be_moved_stays_where_it_is_and_it_is_said(tmp_path: Path) -> None:
    room = three(tmp_path)
    (room.world.sessions / "trash").write_text("geen map", encoding="utf-8")
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("delete", "down", "enter")
        await at_rest(chair)
        assert str(room.world.sessions) in chair.notice.replace(" ", "")
        chair.sees(READING)
    assert len(room.files) == 3


async def test_what_cannot_come_back_now_can_be_brought_back_later(tmp_path: Path) -> None:
    room = three(tmp_path)
    trash, away = room.world.sessions / "trash", tmp_path / "elders"
    async with room.opens() as chair:
        await looks_back(chair)
        await chair.presses("delete", "down", "enter")
        trash.rename(away)
        await chair.presses("ctrl+z")
        assert str(room.world.sessions) in chair.notice.replace(" ", "")
        away.rename(trash)
        await chair.presses("ctrl+z")
        await at_rest(chair)
        chair.sees(READING)


async def test_a_thousand_sessions_are_counted_and_the_last_is_reached(tmp_path: Path) -> None:
    room = three(tmp_path)
    text = room.files[0].read_text(encoding="utf-8")
    for number in range(1000):
        name = f"2020-01-01-{number:04}.toml"
        (room.world.sessions / name).write_text(
            text.replace(OUTSIDE, f"Vraag {number:03}?"), "utf-8"
        )
    async with room.opens() as chair:
        await looks_back(chair)
        thousand = f"1{chair.says(',')}003"
        chair.is_told("{n} of {all}", n=thousand, all=thousand)
        await chair.presses("end")
        chair.sees("Vraag 000?")
        await chair.presses("pageup", "pagedown", "home")
        chair.sees(READING)
        await looks_for(chair, "vraag 077?")
        chair.is_told("{n} of {all}", n=1, all=thousand)


@pytest.mark.parametrize("team", ["Bovenbouw", "Bovenbouw en de plusklas", "X" * 60])
async def test_however_long_a_team_is_called_its_name_goes_before_the_date_of_its_evaluation(
    tmp_path: Path, team: str
) -> None:
    room = Room(tmp_path)
    kept(room, TALKS, 400, replace(MEETING, team=team))
    async with room.opens(size=(60, 20)) as chair:
        await looks_back(chair)
        row = next(line for line in chair.lines if "X" in line or "Bovenbouw" in line)
        assert "!" in row
        assert team in row or "…" in row.split("!")[0]
        assert (team in row) == (len(team) < 40)


async def test_no_form_of_another_session_is_seen_while_that_of_the_marked_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with three(tmp_path).opens(size=(120, 36)) as chair:
        await looks_back(chair)
        assert chair.wall.count(READING) == 2
        may_read = threading.Event()
        monkeypatch.setattr(beside, "loaded", lambda file: may_read.wait(20) and loaded(file))
        await chair.presses("down")
        await chair.until(lambda: (chair.wall.count(READING), chair.wall.count(TALKS)) == (1, 1))
        may_read.set()
        await at_rest(chair)
        assert (chair.wall.count(READING), chair.wall.count(TALKS)) == (1, 2)
