"""The start screen: never empty, what was interrupted on top, nothing unreadable hidden."""

from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.store.head import Summary, read_head
from teamflow.tui.screens.home import RECENT
from teamflow.tui.widgets.menu import Menu


def closed(question: str) -> tuple[a.Action, ...]:
    return a.SetQuestion(question), a.Go("close"), a.Close()


def place_of(chair: Chair, told: str) -> int:
    """The row that begins with this word."""
    words = (line.replace("▸", " ").split() for line in chair.lines)
    return next(place for place, row in enumerate(words) if row[:1] == [chair.says(told)])


async def test_the_first_start_says_what_to_do_and_where_the_sessions_will_be(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens(size=(160, 24)) as chair:
        for told in (
            "A new meeting",
            "Try it with a made-up team, at ten times the speed",
            "Language, times, colours",
            "Your meetings will be listed here.",
        ):
            chair.is_told(told)
        chair.is_told("Sessions are in {folder}", folder=room.world.sessions)
    assert room.files == []


async def test_past_sessions_are_listed_newest_first(tmp_path: Path) -> None:
    room = Room(tmp_path)
    for day, question in ((21, "Oudste?"), (22, "Middelste?"), (23, "Nieuwste?")):
        room.has(*closed(question), date=room.now.date().replace(day=day))
    async with room.opens() as chair:
        places = [chair.wall.index(text) for text in ("Nieuwste?", "Middelste?", "Oudste?")]
        assert places == sorted(places)


async def test_an_interrupted_session_stands_on_top_and_enter_goes_on_with_it(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.has(*noted(*IDEAS), date=room.now.date().replace(day=20))
    room.has(*closed("Hoe ging het?"))
    async with room.opens() as chair:
        first = next(line for line in chair.lines if "▸" in line)
        assert QUESTION[:40] in first
        await chair.presses("enter")
        chair.is_told("Welcome back")
        await chair.presses("enter")
        assert chair.session.phase == "round"
        chair.sees(*IDEAS)


async def test_a_closed_session_opens_as_its_form(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*closed("Hoe ging het?"))
    before = room.files[0].read_bytes()
    async with room.opens() as chair:
        await chair.presses("end", "enter")
        assert chair.place == "ReadingScreen"
        chair.sees("Hoe ging het?")
        await chair.presses("escape")
        assert chair.place == "HomeScreen"
    assert room.files[0].read_bytes() == before


async def test_a_closed_session_can_be_opened_again_from_its_form(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*closed("Hoe ging het?"))
    async with room.opens() as chair:
        await chair.presses("end", "enter", "o")
        chair.is_at("close")
        await chair.goes_back()
        chair.is_at("evaluation")
        assert chair.session.closed is None


async def test_what_cannot_be_read_is_listed_with_its_reason_and_never_touched(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.has(*closed("Hoe ging het?"))
    odd = {
        "2026-11-24-geen-toml.toml": b"question = = 1\n",
        "2026-11-24-andere-taal.toml": 'question = "caf\xe9"\n'.encode("latin-1"),
        "2026-11-24-later.toml": b'schema = 99\nid = "x"\n',
        "2026-11-24-leeg.toml": b"",
        "2026-11-24-verkeerd.toml": b'schema = 1\nid = "x"\ndate = "maandag"\n',
    }
    for name, data in odd.items():
        (room.world.sessions / name).write_bytes(data)
    async with room.opens(size=(160, 30)) as chair:
        for name in odd:
            line = next(line for line in chair.lines if name in line)
            assert "!" in line
        await chair.presses("end", "up", "enter")
        assert chair.place == "HomeScreen"
        assert "2026-11-24" in chair.notice
        await chair.presses("end", "enter")
        assert chair.place == "ReadingScreen"
        chair.sees("Hoe ging het?")
    for name, data in odd.items():
        assert (room.world.sessions / name).read_bytes() == data


async def test_a_file_whose_head_is_fine_and_whose_rest_is_broken_is_named_when_it_is_opened(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    path = room.has(*closed("Hoe ging het?"))
    path.write_text(path.read_text(encoding="utf-8") + "\n[[ideas]]\nid = 'een'\n", "utf-8")
    before = path.read_bytes()
    async with room.opens(size=(160, 24)) as chair:
        await chair.presses("end", "enter")
        assert chair.place == "HomeScreen"
        chair.sees(path.name)
        chair.sees("ideas 1")
        await chair.chooses("new")
        assert chair.place == "SetUpScreen"
    assert path.read_bytes() == before


async def test_a_copy_is_shown_as_one_and_its_original_as_having_versions(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = room.has(*closed("Hoe ging het?"))
    copy = path.with_name(f"{path.stem}.sync-conflict-20261123-150312-ABCDEFG.toml")
    copy.write_bytes(path.read_bytes())
    room.has(*closed("Hoe gaat het?"), team="Bovenbouw")
    async with room.opens() as chair:
        marked = [line for line in chair.lines if "≠" in line]
        assert len(marked) == 2
        assert chair.says("a copy") in marked[0]
        assert chair.says("{n} versions").format(n=2) in marked[1]
        assert all("Hoe ging het?" in line for line in marked)


async def test_an_interrupted_session_with_two_versions_says_so_on_top(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = room.has(*noted(*IDEAS))
    path.with_name(f"{path.stem} (1).toml").write_bytes(path.read_bytes())
    async with room.opens() as chair:
        first = next(line for line in chair.lines if "▸" in line)
        assert chair.says("{n} versions").format(n=2) in first


async def test_no_more_files_are_read_than_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted_down(path: Path) -> Summary:
        read.append(path.name)
        return read_head(path)

    room = Room(tmp_path)
    for day in range(1, 21):
        room.has(*closed(f"Vraag {day}?"), date=room.now.date().replace(day=day))
    monkeypatch.setattr("teamflow.tui.screens.home.read_head", noted_down)
    async with room.opens() as chair:
        shown = sum("Vraag" in line for line in chair.lines)
        assert len(set(read)) <= max(shown, RECENT)


async def test_a_file_that_vanishes_while_the_list_is_shown_is_told_kindly(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = room.has(*closed("Hoe ging het?"))
    async with room.opens(size=(160, 24)) as chair:
        path.unlink()
        await chair.presses("end", "enter")
        chair.is_told("The file isn't there any more.")
        assert chair.place == "HomeScreen"


async def test_rehearsing_ends_the_app_so_that_it_can_start_in_a_throw_away_folder(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("rehearse")
        assert chair.app.return_value == "rehearse"


async def test_a_rehearsal_begins_with_an_invented_team(tmp_path: Path) -> None:
    room = Room(tmp_path, rehearsal=True)
    async with room.opens("rehearse") as chair:
        assert chair.place == "MeetingScreen"
        assert len(chair.session.present) >= 4
        chair.is_told("What do we want to learn from each other today?")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_all_choices_are_in_view_from_the_start(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = Room(tmp_path)
    room.has(*noted(*IDEAS))
    for question in ("Oudste?", "Middelste?", "Nieuwste?"):
        room.has(*closed(question))
    async with room.opens(size=size) as chair:
        menu = chair.app.screen.query_one(Menu)
        assert not menu.show_vertical_scrollbar
        chair.sees(chair.says("Settings"), "Oudste?", "Middelste?", "Nieuwste?")


async def test_on_a_big_wall_there_is_air_around_and_between_the_choices(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*closed("Hoe ging het?"))
    async with room.opens(size=(240, 67)) as chair:
        rows = [number for number, line in enumerate(chair.lines) if line.strip()]
        places = [place_of(chair, told) for told in ("Begin", "Archive", "Rehearse")]
        assert [place - places[0] for place in places] == [0, 2, 4]
        above, below = rows[0], rows[-1] - rows[-2]
        assert abs(above - below) <= 3
        await chair.taps(100, places[1])
        assert chair.place == "ArchiveScreen"
